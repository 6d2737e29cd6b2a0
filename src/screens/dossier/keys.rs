//! The keys of the dossier.

use crossterm::event::KeyCode::{
    Delete, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

use crate::domain::phase::Phase;
use crate::domain::section::Section;
use crate::screens::action::Action;
use crate::screens::keys::{Binding, Chord, SPACE, bind, ctrl, key, layers, letter};
use crate::words::Words;

const fn section(
    digit: &'static [Chord],
    to: Section,
    label: fn(Words) -> &'static str,
) -> Binding {
    bind(digit, Action::GoTo(to), label, 0)
}

layers! {
    /// A list, whatever is in it.
    LIST [
        bind(&[key(Enter), key(Tab), key(Right)], Action::ToPage, Words::key_to_page, 1),
        bind(&[key(Up)], Action::Up, Words::key_up, 0),
        bind(&[key(Down)], Action::Down, Words::key_down, 0),
        bind(&[key(Home)], Action::Top, Words::key_top, 0),
        bind(&[key(End)], Action::Bottom, Words::key_bottom, 0),
        bind(&[key(Esc)], Action::Back, Words::key_overview, 5),
    ];
    /// The steps of a phase.
    STEPS [
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
    PEOPLE [
        bind(&[SPACE], Action::Nominate, Words::key_nominate, 2),
        bind(&[letter('n')], Action::New, Words::key_add_person, 3),
        bind(&[key(Delete)], Action::Delete, Words::key_delete, 4),
    ];
    SOCIOGRAM [
        bind(&[key(Left)], Action::Nearer, Words::key_nearer, 2),
        bind(&[key(Right)], Action::Further, Words::key_further, 2),
        bind(&[letter('r')], Action::DrawLine, Words::key_line, 3),
        bind(&[SPACE], Action::Nominate, Words::key_nominate, 4),
        bind(&[letter('n')], Action::New, Words::key_add_person, 6),
        bind(&[key(Delete)], Action::Delete, Words::key_delete, 7),
    ];
    /// A line of the sociogram that was begun.
    SOCIOGRAM_LINE [
        bind(&[key(Enter), letter('r')], Action::DrawLine, Words::key_line_here, 1),
        bind(&[key(Esc)], Action::Back, Words::key_no_line, 2),
    ];
    GOALS [
        bind(&[letter('n')], Action::New, Words::key_new_goal, 3),
        bind(&[key(Delete)], Action::Delete, Words::key_delete, 4),
    ];
    PLAN [
        bind(&[letter('n')], Action::New, Words::key_new_level, 3),
        bind(&[key(Delete)], Action::Delete, Words::key_delete, 4),
    ];
    /// A dossier, wherever the focus is.
    DOSSIER [
        bind(&[key(PageDown), ctrl(Down)], Action::NextItem, Words::key_next_in_list, 6),
        bind(&[key(PageUp), ctrl(Up)], Action::PreviousItem, Words::key_previous_in_list, 0),
    ];
    /// The lists of a dossier, where no text has the focus.
    SECTIONS [
        section(&[letter('1')], Section::Phase(Phase::Preparation), Words::key_phase_1),
        section(&[letter('2')], Section::Phase(Phase::Deepening), Words::key_phase_2),
        section(&[letter('3')], Section::Phase(Phase::Planning), Words::key_phase_3),
        section(&[letter('4')], Section::Phase(Phase::Start), Words::key_phase_4),
        section(&[letter('5')], Section::Phase(Phase::FollowUp), Words::key_phase_5),
        section(&[letter('6')], Section::Phase(Phase::Reorientation), Words::key_phase_6),
        section(&[letter('7')], Section::People, Words::key_people),
        section(&[letter('8')], Section::Sociogram, Words::key_sociogram),
        section(&[letter('9')], Section::Goals, Words::key_goals),
        section(&[letter('t')], Section::Agreements, Words::key_agreements),
        section(&[letter('0')], Section::Plan, Words::key_plan),
        section(&[letter('i')], Section::Interviews, Words::key_interviews),
        section(&[letter('u')], Section::Bin, Words::key_bin),
        bind(&[letter('k')], Action::ReadLog, Words::key_log, 0),
    ];
    /// From the page to its list.
    LEAVE_TO_LIST [
        bind(&[key(Esc)], Action::ToList, Words::key_to_list, 5),
    ];
}
