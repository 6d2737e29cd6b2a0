//! Everything a key can do: generic verbs that every screen shares, and those of a meeting.

use super::setting::Setting;
use crate::domain::section::Section;

/// Something a key can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Leave the program.
    Quit,
    /// Hide the screen.
    Hide,
    /// Show the screen again.
    Unhide,
    /// Try the passphrase that was typed.
    Unlock,
    /// Choose a folder to keep the group in, while its own does not answer.
    KeepElsewhere,
    /// The next choice of a setting.
    ChangeSetting(&'static Setting),
    /// Open help.
    Help,
    /// Open the menu.
    Menu,
    /// Take back the last step.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Say that everything is saved.
    SaySaved,
    /// Go back, closing what is on top; never discards.
    Back,
    /// Go up.
    Up,
    /// Go down.
    Down,
    /// Go a screen up.
    PageUp,
    /// Go a screen down.
    PageDown,
    /// Go to the beginning.
    Top,
    /// Go to the end.
    Bottom,
    /// Do what the selected row says.
    Press,
    /// Choose the next value of the selected row.
    NextValue,
    /// Choose the previous value of the selected row.
    PreviousValue,
    /// Begin the hour.
    StartHour,
    /// Go to the next item.
    NextItem,
    /// Go to the previous item.
    PreviousItem,
    /// Complete an `@…`, else go to the page beside the note.
    Complete,
    /// Go on through the page.
    Forward,
    /// Go back through the page.
    Backward,
    /// Go to the note.
    ToNote,
    /// Go to the list of items.
    ToItems,
    /// Make an agreement by questions.
    MakeAgreement,
    /// Make a decision by a question.
    MakeDecision,
    /// Read what the chair can say and ask at the item.
    ReadPrompts,
    /// Read the previous minutes at full height.
    ReadPrevious,
    /// Pause the hour, go on, or begin it.
    PauseOrGo,
    /// Take a jump of the clock off, or count it again.
    TurnJump,
    /// Show the clock in digits for the room.
    BigClock,
    /// Change the minutes of the item.
    ChangeBudget,
    /// Go to who is there.
    ToAttendance,
    /// Go to closing.
    ToClosing,
    /// Somebody came later.
    Arrival,
    /// Somebody left earlier.
    Departure,
    /// Add somebody who is there.
    AddPerson,
    /// Mend the name of somebody.
    RenamePerson,
    /// Do not hold this meeting after all.
    Abandon,
    /// Go to the group's own screen.
    ToGroup,
    /// The next question of a form, or the end of it.
    NextQuestion,
    /// The previous question of a form.
    PreviousQuestion,
    /// Make a new group.
    NewGroup,
    /// Open the practice group.
    Practice,
    /// Filter a list.
    Filter,
    /// Accept files that were changed outside kring.
    Accept,
    /// Show the week across groups, or the groups again.
    Week,
    /// Go to a list of the dossier.
    GoTo(Section),
    /// Read the log.
    ReadLog,
    /// Go to what stands at a place in the list, counted from 0.
    Nth(u8),
    /// Go to the page beside the list.
    ToPage,
    /// Go back to the list.
    ToList,
    /// A step is done, or open again.
    Tick,
    /// Read the appendix of a step.
    Appendix,
    /// Add something to the list.
    New,
    /// Put something in the bin.
    Delete,
    /// The client wants to ask somebody, or does not.
    Nominate,
    /// Somebody a ring nearer.
    Nearer,
    /// Somebody a ring further away.
    Further,
    /// Begin a line of the sociogram, or end it.
    DrawLine,
    /// Erase a text for good.
    Erase,
    /// Write in a group although another computer may have it.
    TakeOver,
    /// Choose which version of a file that was changed meanwhile stays.
    ChooseVersion,
    /// Put a second version of a file in the backups.
    PutAway,
}
