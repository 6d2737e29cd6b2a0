//! What kring says when it crashes: what is safe, and what to do.

use super::{Words, messages};
use crate::crash::Crash;

messages! {
    /// After a panic, when everything typed is on the disk.
    all_is_kept => "Wat je typte is bewaard. Start kring opnieuw, dan ga je verder waar je was.",
        "What you typed is saved. Start kring again, and you go on where you were.";
    /// After a panic, when the disk did not confirm that everything is on it.
    not_sure_to_be_kept => "Wat bewaard was, is heel. Kijk na het starten of je laatste woorden er staan.",
        "What was saved is whole. When you start again, see whether your last words are there.";
    /// After a panic, below the line that says where it happened.
    pass_it_on => "Geef de regel hierboven door aan wie kring voor je beheert.",
        "Pass the line above on to whoever looks after kring for you.";
}

impl Words {
    /// After a panic: the place in the source and the panic's own message.
    #[must_use]
    pub fn broke_down(self, place: &str, said: Option<&str>) -> String {
        let said = said.map(|said| format!(": {said}")).unwrap_or_default();
        self.pick(
            format!("kring is vastgelopen ({place}){said}."),
            format!("kring broke down ({place}){said}."),
        )
    }

    /// Why the program ended by itself, in one line.
    #[must_use]
    pub fn broken_down(self, crash: &Crash) -> String {
        match crash {
            Crash::System(error) => self.stopped(&self.write_refused(error)),
            Crash::Said(said) => self.stopped(said),
            Crash::Defect => self.own_defect().to_owned(),
        }
    }
}
