//! The tables of keys, one a layer.

use crossterm::event::KeyCode;
use crossterm::event::KeyCode::{
    BackTab, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

use super::{Binding, Chord};
use crate::app::action::Action;
use crate::domain::phase::Phase;
use crate::screens::dossier::section::Section;
use crate::words::Words;

const fn key(code: KeyCode) -> Chord {
    Chord { code, ctrl: false }
}

const fn letter(letter: char) -> Chord {
    Chord { code: KeyCode::Char(letter), ctrl: false }
}

pub(super) const fn ctrl(code: KeyCode) -> Chord {
    Chord { code, ctrl: true }
}

const SPACE: Chord = letter(' ');

const fn bind(
    chords: &'static [Chord],
    action: Action,
    label: fn(Words) -> &'static str,
    rank: u8,
) -> Binding {
    Binding { chords, action, label, rank }
}

pub(super) const HIDDEN: &[Binding] = &[
    bind(
        &[key(F(9)), ctrl(KeyCode::Char('l')), key(Enter), key(Esc)],
        Action::Unhide,
        Words::key_unhide,
        1,
    ),
    bind(&[ctrl(KeyCode::Char('q'))], Action::Quit, Words::key_quit, 2),
];

pub(super) const LOCKED: &[Binding] = &[
    bind(&[key(Enter)], Action::Unlock, Words::key_unlock, 1),
    bind(&[ctrl(KeyCode::Char('q'))], Action::Quit, Words::key_quit, 2),
];

pub(super) const CLOCK: &[Binding] = &[
    bind(&[key(Esc), key(F(6)), key(Enter)], Action::Back, Words::key_back, 1),
    bind(&[key(F(5)), letter('p')], Action::PauseOrGo, Words::key_pause, 2),
];

pub(super) const FINDER: &[Binding] = &[
    bind(&[key(Enter)], Action::Press, Words::key_do, 1),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 2),
    bind(&[key(PageUp)], Action::PageUp, Words::key_page_up, 0),
    bind(&[key(PageDown)], Action::PageDown, Words::key_page_down, 0),
    bind(&[key(Esc)], Action::Back, Words::key_back, 3),
];

pub(super) const READER: &[Binding] = &[
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(PageDown), SPACE], Action::PageDown, Words::key_page_down, 1),
    bind(&[key(PageUp)], Action::PageUp, Words::key_page_up, 2),
    bind(&[key(Home)], Action::Top, Words::key_top, 0),
    bind(&[key(End)], Action::Bottom, Words::key_bottom, 0),
    bind(&[key(Esc), key(Enter), key(F(3))], Action::Back, Words::key_back, 3),
];

pub(super) const FORM: &[Binding] = &[
    bind(&[key(Enter)], Action::NextQuestion, Words::key_next_question, 1),
    bind(&[key(Tab)], Action::Complete, Words::key_forward, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(BackTab), key(Up)], Action::PreviousQuestion, Words::key_previous_question, 2),
    bind(&[key(PageDown), ctrl(Down)], Action::NextItem, Words::key_next_item, 0),
    bind(&[key(PageUp), ctrl(Up)], Action::PreviousItem, Words::key_previous_item, 0),
    bind(&[key(Esc)], Action::Back, Words::key_set_aside, 3),
];

pub(super) const NOTE: &[Binding] = &[
    bind(&[key(Tab)], Action::Complete, Words::key_matter, 4),
    bind(&[key(BackTab)], Action::Backward, Words::key_matter_end, 0),
    bind(&[key(Esc)], Action::ToItems, Words::key_items, 5),
];

pub(super) const FIELD: &[Binding] = &[
    bind(&[key(Tab), key(Enter)], Action::Forward, Words::key_forward, 2),
    bind(&[key(BackTab)], Action::Backward, Words::key_backward, 3),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
];

pub(super) const LINES: &[Binding] = &[
    bind(&[key(Tab)], Action::Forward, Words::key_forward, 2),
    bind(&[key(BackTab)], Action::Backward, Words::key_backward, 3),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
];

pub(super) const ROWS: &[Binding] = &[
    bind(&[SPACE, key(Enter)], Action::Press, Words::key_press, 1),
    bind(&[key(Right)], Action::NextValue, Words::key_next_value, 0),
    bind(&[key(Left)], Action::PreviousValue, Words::key_previous_value, 0),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(Tab)], Action::Forward, Words::key_forward, 8),
    bind(&[key(BackTab)], Action::Backward, Words::key_backward, 0),
];

pub(super) const BUTTON: &[Binding] =
    &[bind(&[key(Enter), SPACE], Action::Press, Words::key_do, 1)];

pub(super) const START: &[Binding] =
    &[bind(&[key(Enter)], Action::StartHour, Words::key_start_hour, 1)];

pub(super) const ATTENDANCE: &[Binding] = &[
    bind(&[letter('k')], Action::Arrival, Words::key_arrival, 3),
    bind(&[letter('g')], Action::Departure, Words::key_departure, 4),
    bind(&[letter('n')], Action::AddPerson, Words::key_add_person, 5),
    bind(&[letter('e')], Action::RenamePerson, Words::key_rename, 6),
];

pub(super) const ITEMS: &[Binding] = &[
    bind(&[key(Enter), SPACE, key(Right)], Action::Press, Words::key_to_item, 1),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(Tab)], Action::ToNote, Words::key_to_note, 2),
    bind(&[key(Esc)], Action::Menu, Words::key_menu, 0),
];

pub(super) const MEETING_LETTERS: &[Binding] = &[
    bind(&[letter('a')], Action::MakeAgreement, Words::key_agreement, 6),
    bind(&[letter('b')], Action::MakeDecision, Words::key_decision, 7),
    bind(&[letter('l')], Action::ReadPrevious, Words::key_read_previous, 9),
    bind(&[letter('p')], Action::PauseOrGo, Words::key_pause, 8),
    bind(&[letter('c')], Action::BigClock, Words::key_big_clock, 10),
    bind(&[letter('t')], Action::ChangeBudget, Words::key_budget, 12),
    bind(&[letter('j')], Action::TurnJump, Words::key_jump, 0),
    bind(&[letter('w')], Action::ToAttendance, Words::key_attendance, 11),
    bind(&[letter('f')], Action::ToClosing, Words::key_closing, 13),
    bind(&[letter('o')], Action::ToGroup, Words::key_to_group, 0),
    bind(&[letter('x')], Action::Abandon, Words::key_abandon, 0),
];

pub(super) const MEETING: &[Binding] = &[
    bind(&[key(PageDown), ctrl(Down)], Action::NextItem, Words::key_next_item, 2),
    bind(&[key(PageUp), ctrl(Up)], Action::PreviousItem, Words::key_previous_item, 0),
    bind(&[key(F(3))], Action::ReadPrevious, Words::key_read_previous, 0),
    bind(&[key(F(4))], Action::MakeAgreement, Words::key_agreement, 7),
    bind(&[key(F(5))], Action::PauseOrGo, Words::key_pause, 0),
    bind(&[key(F(6))], Action::BigClock, Words::key_big_clock, 14),
    bind(&[key(F(7))], Action::TurnJump, Words::key_jump, 0),
];

pub(super) const HOME: &[Binding] = &[
    bind(&[key(Enter)], Action::Press, Words::key_open, 1),
    bind(&[letter('n')], Action::NewGroup, Words::key_new_group, 2),
    bind(&[letter('e')], Action::Practice, Words::key_practice, 3),
    bind(&[letter('/')], Action::Filter, Words::key_filter, 4),
    bind(&[letter('w')], Action::Week, Words::key_week, 5),
    bind(&[letter('h')], Action::HideAfter, Words::key_hide_after, 0),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(PageUp)], Action::PageUp, Words::key_page_up, 0),
    bind(&[key(PageDown)], Action::PageDown, Words::key_page_down, 0),
    bind(&[key(Home)], Action::Top, Words::key_top, 0),
    bind(&[key(End)], Action::Bottom, Words::key_bottom, 0),
    bind(&[key(Esc)], Action::Back, Words::key_back, 0),
];

pub(super) const HOME_FIELD: &[Binding] = &[
    bind(&[key(Enter)], Action::Press, Words::key_done, 1),
    bind(&[key(Esc)], Action::Back, Words::key_back, 2),
];

pub(super) const OVERVIEW: &[Binding] = &[
    bind(&[key(Enter), SPACE], Action::Press, Words::key_open, 1),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(Home)], Action::Top, Words::key_top, 0),
    bind(&[key(End)], Action::Bottom, Words::key_bottom, 0),
    bind(&[letter('a')], Action::Accept, Words::key_accept, 4),
    bind(&[key(Esc)], Action::Back, Words::key_to_groups, 2),
];

pub(super) const WEEK: &[Binding] = &[
    bind(&[key(Enter)], Action::Press, Words::key_open, 1),
    bind(&[letter('w'), key(Esc)], Action::Week, Words::key_all_groups, 2),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(PageUp)], Action::PageUp, Words::key_page_up, 0),
    bind(&[key(PageDown)], Action::PageDown, Words::key_page_down, 0),
    bind(&[key(Home)], Action::Top, Words::key_top, 0),
    bind(&[key(End)], Action::Bottom, Words::key_bottom, 0),
];

pub(super) const LIST: &[Binding] = &[
    bind(&[key(Enter), key(Tab), key(Right)], Action::ToPage, Words::key_to_page, 1),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(Home)], Action::Top, Words::key_top, 0),
    bind(&[key(End)], Action::Bottom, Words::key_bottom, 0),
    bind(&[key(Esc)], Action::Back, Words::key_overview, 5),
];

pub(super) const STEPS: &[Binding] = &[
    bind(&[letter('a')], Action::Nth(0), Words::key_step, 0),
    bind(&[letter('b')], Action::Nth(1), Words::key_step, 0),
    bind(&[letter('c')], Action::Nth(2), Words::key_step, 0),
    bind(&[letter('d')], Action::Nth(3), Words::key_step, 0),
    bind(&[letter('e')], Action::Nth(4), Words::key_step, 0),
    bind(&[letter('f')], Action::Nth(5), Words::key_step, 0),
    bind(&[letter('g')], Action::Nth(6), Words::key_step, 0),
    bind(&[SPACE], Action::Tick, Words::key_tick, 2),
    bind(&[letter('l')], Action::Appendix, Words::key_appendix, 3),
];

pub(super) const PEOPLE: &[Binding] = &[
    bind(&[SPACE], Action::Nominate, Words::key_nominate, 2),
    bind(&[letter('n')], Action::New, Words::key_add_person, 3),
    bind(&[key(Delete)], Action::Delete, Words::key_delete, 4),
];

pub(super) const SOCIOGRAM: &[Binding] = &[
    bind(&[key(Left)], Action::Nearer, Words::key_nearer, 2),
    bind(&[key(Right)], Action::Further, Words::key_further, 2),
    bind(&[letter('r')], Action::DrawLine, Words::key_line, 3),
    bind(&[SPACE], Action::Nominate, Words::key_nominate, 4),
    bind(&[letter('n')], Action::New, Words::key_add_person, 6),
    bind(&[key(Delete)], Action::Delete, Words::key_delete, 7),
];

pub(super) const LINE: &[Binding] = &[
    bind(&[key(Enter), letter('r')], Action::DrawLine, Words::key_line_here, 1),
    bind(&[key(Esc)], Action::Back, Words::key_no_line, 2),
];

pub(super) const GOALS: &[Binding] = &[
    bind(&[letter('n')], Action::New, Words::key_new_goal, 3),
    bind(&[key(Delete)], Action::Delete, Words::key_delete, 4),
];

pub(super) const PLAN: &[Binding] = &[
    bind(&[letter('n')], Action::New, Words::key_new_level, 3),
    bind(&[key(Delete)], Action::Delete, Words::key_delete, 4),
];

pub(super) const DOSSIER: &[Binding] = &[
    bind(&[key(PageDown), ctrl(Down)], Action::NextItem, Words::key_next_in_list, 6),
    bind(&[key(PageUp), ctrl(Up)], Action::PreviousItem, Words::key_previous_in_list, 0),
];

const fn section(
    digit: &'static [Chord],
    to: Section,
    label: fn(Words) -> &'static str,
) -> Binding {
    bind(digit, Action::GoTo(to), label, 0)
}

pub(super) const SECTIONS: &[Binding] = &[
    section(&[letter('1')], Section::Phase(Phase::Preparation), Words::key_phase_1),
    section(&[letter('2')], Section::Phase(Phase::Deepening), Words::key_phase_2),
    section(&[letter('3')], Section::Phase(Phase::Planning), Words::key_phase_3),
    section(&[letter('4')], Section::Phase(Phase::Start), Words::key_phase_4),
    section(&[letter('5')], Section::Phase(Phase::FollowUp), Words::key_phase_5),
    section(&[letter('6')], Section::Phase(Phase::Reorientation), Words::key_phase_6),
    section(&[letter('7')], Section::People, Words::key_people),
    section(&[letter('8')], Section::Sociogram, Words::key_sociogram),
    section(&[letter('9')], Section::Goals, Words::key_goals),
    section(&[letter('0')], Section::Plan, Words::key_plan),
    section(&[letter('i')], Section::Interviews, Words::key_interviews),
    section(&[letter('u')], Section::Bin, Words::key_bin),
    bind(&[letter('k')], Action::ReadLog, Words::key_log, 0),
];

pub(super) const LEAVE_TO_ITEMS: &[Binding] =
    &[bind(&[key(Esc)], Action::ToItems, Words::key_items, 5)];

pub(super) const LEAVE_TO_LIST: &[Binding] =
    &[bind(&[key(Esc)], Action::ToList, Words::key_to_list, 5)];

pub(super) const ERASE: &[Binding] = &[
    bind(&[key(Enter)], Action::Press, Words::key_do, 1),
    bind(&[key(Up), key(Left), key(BackTab)], Action::Up, Words::key_up, 0),
    bind(&[key(Down), key(Right), key(Tab)], Action::Down, Words::key_down, 2),
    bind(&[key(Esc)], Action::Back, Words::key_back, 3),
];

pub(super) const ERASE_WORDS: &[Binding] = &[
    bind(&[key(Enter)], Action::Press, Words::key_done, 1),
    bind(&[key(Esc)], Action::Back, Words::key_back, 2),
];

pub(super) const PLACE: &[Binding] = &[
    bind(&[key(Enter)], Action::Press, Words::key_done, 1),
    bind(&[key(Esc)], Action::Back, Words::key_back, 2),
];

pub(super) const BESIDE: &[Binding] = &[
    bind(&[letter('o')], Action::TakeOver, Words::key_take_over, 4),
    bind(&[letter('w')], Action::PutAway, Words::key_put_away, 5),
];

pub(super) const STUCK: &[Binding] =
    &[bind(&[key(F(8)), ctrl(KeyCode::Char('k'))], Action::Settle, Words::key_settle, 0)];

pub(super) const LETTERS: &[Binding] = &[
    bind(&[letter('?')], Action::Help, Words::key_help, 0),
    bind(&[letter('m')], Action::Menu, Words::key_menu, 0),
    bind(&[letter('v')], Action::Hide, Words::key_hide, 0),
];

pub(super) const GLOBAL: &[Binding] = &[
    bind(&[key(F(1))], Action::Help, Words::key_help, 20),
    bind(&[key(F(2))], Action::Menu, Words::key_menu, 21),
    bind(&[key(F(9)), ctrl(KeyCode::Char('l'))], Action::Hide, Words::key_hide, 22),
    bind(&[ctrl(KeyCode::Char('s'))], Action::SaySaved, Words::key_saved, 0),
    bind(&[ctrl(KeyCode::Char('o'))], Action::KeepElsewhere, Words::key_keep_elsewhere, 24),
    bind(&[ctrl(KeyCode::Char('q'))], Action::Quit, Words::key_quit, 23),
];

pub(super) const HISTORY: &[Binding] = &[
    bind(&[ctrl(KeyCode::Char('z'))], Action::Undo, Words::key_undo, 15),
    bind(&[ctrl(KeyCode::Char('y'))], Action::Redo, Words::key_redo, 0),
    bind(&[ctrl(KeyCode::Char('e'))], Action::Erase, Words::key_erase, 0),
];
