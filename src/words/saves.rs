//! Why something was not written, said to a person: what is safe comes first.

use std::io;

use super::Words;
use crate::harmless;
use crate::store::save::SaveError;

impl Words {
    /// Why a file was not saved.
    #[must_use]
    pub fn not_saved(self, error: &SaveError) -> String {
        let (dutch, english) = (self.save_reason(error), self.save_reason(error));
        self.pick(
            format!("Wat er al stond is heel. Niet bewaard: {dutch}."),
            format!("What was there is whole. Not saved: {english}."),
        )
    }

    /// Why a file was not written while every word is safe in the journal.
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
                let name = harmless::line(&name);
                self.pick(
                    format!("een ander programma veranderde het bestand; die van kring staat ernaast als {name}"),
                    format!("another program changed the file; what kring has stands beside it as {name}"),
                )
            }
        }
    }

    /// Why the system does not let kring write.
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
    use crate::words::Language;

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
