//! A data folder with a passphrase: the questions in the terminal and on the locked screen.

use std::io;
use std::path::Path;

use super::{Words, messages};
use crate::sanitize;
use crate::store::encryption::ConversionError;
use crate::store::key::{SHORTEST, UnlockError};

messages! {
    ask_passphrase => "Wachtwoord of herstelsleutel", "Passphrase or recovery key";
    ask_new_passphrase => "Nieuw wachtwoord, liefst vier gewone woorden", "New passphrase, four plain words for instance";
    ask_again => "Nog een keer hetzelfde", "The same once more";
    not_the_same => "Dat was niet twee keer hetzelfde.", "That was not the same twice.";
    try_again_hint => "Er is niets veranderd. Probeer het nog eens.", "Nothing was changed. Try it once more.";
    passphrase_needed => "Deze map heeft een wachtwoord.", "This folder has a passphrase.";
    /// kring cannot ask for the passphrase, because it does not run in a terminal.
    passphrase_needed_hint => "Typ dit in een terminal, of geef het met --passphrase-file BESTAND.",
        "Type this in a terminal, or give it with --passphrase-file FILE.";
    no_passphrase => "Deze map heeft geen wachtwoord.", "This folder has no passphrase.";
    no_passphrase_hint => "Er een geven: kring encrypt", "To give it one: kring encrypt";
    /// The folder to encrypt has a passphrase already.
    another_passphrase_hint => "Een ander kiezen: kring passphrase", "To choose another: kring passphrase";
    wrong_passphrase => "Dit is niet het wachtwoord.", "This is not the passphrase.";
    wrong_passphrase_hint => "Er is niets veranderd. Vergeten? De herstelsleutel werkt ook.",
        "Nothing was changed. Forgotten? The recovery key works too.";
    /// Encrypting stopped half-way.
    encrypt_again_hint => "Alles in de map gaat open als altijd, met het wachtwoord. Typ de opdracht later nog eens.",
        "Everything in the folder still opens, with the passphrase. Type the command again later.";
    /// The passphrase cannot change while a group is open.
    open_in_another => "Er is een groep open, in een ander venster of op een andere computer.",
        "A group is open, in another window or on another computer.";
    /// The passphrase cannot change while text is in the fallback folder.
    still_elsewhere => "Van een groep staat nog tekst buiten de map, omdat die toen niet antwoordde. Open die groep eerst.",
        "Text of a group is still outside the folder, because it did not answer then. Open that group first.";
    /// Shown after the folder opens, while some files are not encrypted yet.
    half_sealed => "Nog niet alles in deze map zit achter het wachtwoord. Sluit alle groepen, ook op andere computers, en begin kring opnieuw.",
        "Not everything in this folder is behind the passphrase yet. Close all groups, on other computers too, and start kring again.";
    decrypted => "Het wachtwoord is weg. Wie bij de map kan, kan lezen wat erin staat.",
        "The passphrase is gone. Whoever can reach the folder can read what is in it.";
    passphrase_changed => "Het nieuwe wachtwoord geldt vanaf nu. De herstelsleutel is dezelfde gebleven. Een oude kopie van kring.key gaat nog open met het oude wachtwoord.",
        "The new passphrase holds from now on. The recovery key stayed the same. An old copy of kring.key still opens with the old passphrase.";
    broken_key_hint => "Met de herstelsleutel gaat de map wel open, en maakt kring passphrase een nieuwe kring.key.",
        "The recovery key still opens the folder, and with it kring passphrase makes a new kring.key.";
    locked_title => "kring · op slot", "kring · locked";
    /// While kring is in use.
    locked_asks => "Typ het wachtwoord of de herstelsleutel, en druk op Enter.",
        "Type the passphrase or the recovery key, and press Enter.";
    /// When kring starts.
    locked_begins => "Typ het wachtwoord van deze map, of de herstelsleutel, en druk op Enter.",
        "Type the passphrase of this folder, or the recovery key, and press Enter.";
    locked_keys => "Enter openen  Ctrl+Q afsluiten", "Enter open  Ctrl+Q leave";
    no_readable_copy => "Deze map heeft een wachtwoord, dus hier komt geen leesbaar verslag. Buiten de map kan het wel: kring export.",
        "This folder has a passphrase, so no readable minutes are put here. Outside the folder they can be: kring export.";
}

impl Words {
    #[must_use]
    pub fn passphrase_too_short(self) -> String {
        self.pick(
            format!("Dit wachtwoord is te kort: {SHORTEST} tekens is het minste."),
            format!("This passphrase is too short: {SHORTEST} characters at least."),
        )
    }

    #[must_use]
    pub fn encrypted(self, recovery: &str) -> String {
        self.pick(
            format!(
                "De map heeft nu een wachtwoord.\n\nDit is de herstelsleutel. Je ziet hem alleen nu. Schrijf hem op, en bewaar dat\npapier ergens anders. Hij opent de map als het wachtwoord vergeten is.\n\n  {recovery}\n"
            ),
            format!(
                "The folder has a passphrase now.\n\nThis is the recovery key. You see it only now. Write it down, and keep that\npaper somewhere else. It opens the folder when the passphrase is forgotten.\n\n  {recovery}\n"
            ),
        )
    }

    /// The file given with `--passphrase-file` cannot be read.
    #[must_use]
    pub fn no_passphrase_file(self, path: &Path, error: &io::Error) -> String {
        let path = path.display().to_string();
        let (path, reason) = (sanitize::line(&path), self.unreadable(&error.to_string()));
        format!("{path}: {reason}.")
    }

    /// Why the folder stays locked.
    #[must_use]
    pub fn unlock_error(self, why: &UnlockError) -> String {
        match why {
            UnlockError::Wrong => self.wrong_passphrase().to_owned(),
            UnlockError::Broken(broken) => {
                format!("{} {}", self.broken_here(broken), self.broken_key_hint())
            }
        }
    }

    /// Why the folder did not get a passphrase, or did not lose it.
    #[must_use]
    pub fn conversion_error(self, why: &ConversionError) -> String {
        match why {
            ConversionError::InUse => self.open_in_another().to_owned(),
            ConversionError::Elsewhere => self.still_elsewhere().to_owned(),
            ConversionError::Io(error) => self.not_saved(error),
        }
    }
}
