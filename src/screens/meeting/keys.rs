//! The keys of a meeting.

use crossterm::event::KeyCode::{BackTab, Down, Enter, Esc, F, PageDown, PageUp, Right, Tab, Up};

use crate::screens::action::Action;
use crate::screens::keys::{SPACE, bind, ctrl, ctrl_letter, key, layers, letter};
use crate::words::Words;

layers! {
    /// A form.
    FORM types [
        bind(&[key(Enter)], Action::NextQuestion, Words::key_next_question, 1),
        bind(&[key(Tab)], Action::Complete, Words::key_forward, 0),
        bind(&[key(Down)], Action::Down, Words::key_down, 0),
        bind(&[key(BackTab), key(Up)], Action::PreviousQuestion, Words::key_previous_question, 2),
        bind(&[key(PageDown), ctrl(Down)], Action::NextItem, Words::key_next_item, 0),
        bind(&[key(PageUp), ctrl(Up)], Action::PreviousItem, Words::key_previous_item, 0),
        bind(&[key(Esc)], Action::Back, Words::key_set_aside, 3),
    ];
    /// The note of an item.
    NOTE types [
        bind(&[key(Tab)], Action::Complete, Words::key_matter, 4),
        bind(&[key(BackTab)], Action::Backward, Words::key_matter_end, 0),
        bind(&[key(Esc)], Action::ToItems, Words::key_items, 5),
    ];
    /// Who is there, before the hour began, on a row that Enter does not press.
    START [
        bind(&[key(Enter)], Action::StartHour, Words::key_start_hour, 1),
    ];
    /// Who is there.
    ATTENDANCE [
        bind(&[letter('k')], Action::Arrival, Words::key_arrival, 3),
        bind(&[letter('g')], Action::Departure, Words::key_departure, 4),
        bind(&[letter('n')], Action::AddPerson, Words::key_add_person, 5),
        bind(&[letter('e')], Action::RenamePerson, Words::key_rename, 6),
    ];
    /// The list of items.
    ITEMS [
        bind(&[key(Enter), SPACE, key(Right)], Action::Press, Words::key_to_item, 1),
        bind(&[key(Up)], Action::Up, Words::key_up, 0),
        bind(&[key(Down)], Action::Down, Words::key_down, 0),
        bind(&[key(Tab)], Action::ToNote, Words::key_to_note, 2),
        bind(&[key(Esc)], Action::Menu, Words::key_menu, 0),
        bind(&[letter('1')], Action::Nth(0), Words::key_to_item, 0),
        bind(&[letter('2')], Action::Nth(1), Words::key_to_item, 0),
        bind(&[letter('3')], Action::Nth(2), Words::key_to_item, 0),
        bind(&[letter('4')], Action::Nth(3), Words::key_to_item, 0),
        bind(&[letter('5')], Action::Nth(4), Words::key_to_item, 0),
        bind(&[letter('6')], Action::Nth(5), Words::key_to_item, 0),
        bind(&[letter('7')], Action::Nth(6), Words::key_to_item, 0),
        bind(&[letter('8')], Action::Nth(7), Words::key_to_item, 0),
        bind(&[letter('9')], Action::Nth(8), Words::key_to_item, 0),
    ];
    /// Letters, where no text has the focus.
    MEETING_LETTERS [
        bind(&[letter('a')], Action::MakeAgreement, Words::key_agreement, 6),
        bind(&[letter('b')], Action::MakeDecision, Words::key_decision, 7),
        bind(&[letter('z')], Action::ReadPrompts, Words::key_prompts, 0),
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
    /// A meeting, wherever the focus is.
    MEETING [
        bind(&[key(PageDown), ctrl(Down)], Action::NextItem, Words::key_next_item, 2),
        bind(&[key(PageUp), ctrl(Up)], Action::PreviousItem, Words::key_previous_item, 0),
        bind(&[ctrl_letter('t')], Action::ReadPrompts, Words::key_prompts, 0),
        bind(&[key(F(3))], Action::ReadPrevious, Words::key_read_previous, 0),
        bind(&[key(F(4))], Action::MakeAgreement, Words::key_agreement, 7),
        bind(&[key(F(5))], Action::PauseOrGo, Words::key_pause, 0),
        bind(&[key(F(6))], Action::BigClock, Words::key_big_clock, 14),
        bind(&[key(F(7))], Action::TurnJump, Words::key_jump, 0),
    ];
    /// From the page of an item to the list of items.
    LEAVE_TO_ITEMS [
        bind(&[key(Esc)], Action::ToItems, Words::key_items, 5),
    ];
}
