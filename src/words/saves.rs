//! Whether everything is saved, and why something is not: what is safe comes first.

use std::io;

use chrono::NaiveTime;

use super::{Words, messages};
use crate::sanitize;
use crate::store::save::SaveError;

messages! {
    always_saved => "Alles is al bewaard. Dat doet kring vanzelf, bij elke letter.",
        "Everything is saved already. kring does that by itself, with every letter.";
    unsaved_alarm => "NIET BEWAARD", "NOT SAVED";
    disk_full => "de schijf is vol", "the disk is full";
    may_not_write => "je mag hier niet schrijven", "you may not write here";
    is_a_folder => "hier staat al een map met die naam", "a folder of that name is here already";
    no_such_place => "deze plek is er niet", "this place is not there";
    did_not_read_back => "wat kring schreef, kwam niet hetzelfde terug",
        "what kring wrote did not read back the same";
}

impl Words {
    /// In the title bar.
    #[must_use]
    pub fn saved_at(self, time: NaiveTime) -> String {
        let time = self.clock_time(time);
        self.pick(format!("bewaard {time}"), format!("saved {time}"))
    }

    #[must_use]
    pub fn not_saved(self, error: &SaveError) -> String {
        let reason = self.save_reason(error);
        self.pick(
            format!("Wat er al stond is heel. Niet bewaard: {reason}."),
            format!("What was there is whole. Not saved: {reason}."),
        )
    }

    /// The journal has every word, but the file itself could not be written.
    #[must_use]
    pub fn saved_but_not_there(self, error: &SaveError) -> String {
        let reason = self.save_reason(error);
        self.pick(
            format!(
                "Je tekst is bewaard. Alles in zijn eigen bestand zetten lukt nog niet: {reason}."
            ),
            format!(
                "Your text is saved. Putting all of it in its own file does not work yet: {reason}."
            ),
        )
    }

    pub(super) fn save_reason(self, error: &SaveError) -> String {
        match error {
            SaveError::Io(error) => self.write_refused(error),
            SaveError::Text(error) => self.not_understood(error),
            SaveError::ReadBack => self.did_not_read_back().to_owned(),
            SaveError::InUse => self.in_use().to_owned(),
            SaveError::Changed { beside } => {
                let name = beside.file_name().unwrap_or_default().to_string_lossy();
                let name = sanitize::line(&name);
                self.pick(
                    format!("een ander programma veranderde het bestand; die van kring staat ernaast als {name}"),
                    format!("another program changed the file; what kring has stands beside it as {name}"),
                )
            }
        }
    }

    /// Why the operating system did not let kring write.
    #[must_use]
    pub fn write_refused(self, error: &io::Error) -> String {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => self.disk_full(),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                self.may_not_write()
            }
            io::ErrorKind::IsADirectory => self.is_a_folder(),
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => self.no_such_place(),
            _ => {
                return self.pick(
                    format!("het systeem weigert ({error})"),
                    format!("the system refuses ({error})"),
                );
            }
        }
        .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    const DUTCH: Words = Words(Language::Dutch);

    #[test]
    fn a_refused_save_says_first_what_is_whole() {
        let full = SaveError::Io(io::Error::from(io::ErrorKind::StorageFull));
        let said = DUTCH.not_saved(&full);
        assert_eq!(said, "Wat er al stond is heel. Niet bewaard: de schijf is vol.");
    }

    #[test]
    fn words_that_are_safe_are_said_to_be_so() {
        let full = SaveError::Io(io::Error::from(io::ErrorKind::StorageFull));
        let said = DUTCH.saved_but_not_there(&full);
        assert!(said.starts_with("Je tekst is bewaard."), "{said}");
    }
}
