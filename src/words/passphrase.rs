//! The words of a data folder with a passphrase, in the shell and on the screen.

use std::io;
use std::path::Path;

use super::{Words, messages};
use crate::harmless;
use crate::store::encryption::Unturned;
use crate::store::key::{SHORTEST, Unopened};

messages! {
    /// What `encrypt` is.
    about_encrypt => "De map een wachtwoord geven", "Give the folder a passphrase";
    /// More about `encrypt`.
    more_encrypt => "Zonder het wachtwoord kan dan niemand lezen wat kring bewaart. Alleen de\noefengroep blijft open. Je krijgt één keer een herstelsleutel te zien: bewaar\ndie op papier, ergens anders dan deze computer.\n\nWachtwoord én herstelsleutel kwijt, dan kan niemand de map nog openen.\n\nVoorbeeld:\n  kring encrypt",
        "Without the passphrase nobody can then read what kring keeps. Only the practice\ngroup stays open. You are shown a recovery key, once: keep it on paper, away\nfrom this computer.\n\nIf both the passphrase and the recovery key are lost, nobody can open the folder.\n\nExample:\n  kring encrypt";
    /// What `decrypt` is.
    about_decrypt => "Het wachtwoord van de map weghalen", "Take the folder's passphrase away";
    /// More about `decrypt`.
    more_decrypt => "Daarna kan iedereen die bij de map kan, lezen wat erin staat.\n\nVoorbeeld:\n  kring decrypt",
        "After that whoever can reach the folder can read what is in it.\n\nExample:\n  kring decrypt";
    /// What `passphrase` is.
    about_passphrase => "Een ander wachtwoord kiezen", "Choose another passphrase";
    /// More about `passphrase`.
    more_passphrase => "Het oude wachtwoord vergeten? Typ dan de herstelsleutel. Die blijft dezelfde.\n\nVoorbeeld:\n  kring passphrase",
        "Forgotten the old passphrase? Then type the recovery key. It stays the same.\n\nExample:\n  kring passphrase";
    /// What `--passphrase-file` is.
    help_passphrase_file => "Lees het wachtwoord uit dit bestand: de eerste regel",
        "Read the passphrase from this file: its first line";
    /// What `--new-passphrase-file` is.
    help_new_passphrase_file => "Lees het nieuwe wachtwoord uit dit bestand",
        "Read the new passphrase from this file";
    /// The question for a passphrase.
    ask_passphrase => "Wachtwoord of herstelsleutel", "Passphrase or recovery key";
    /// The question for a new passphrase.
    ask_new_passphrase => "Nieuw wachtwoord, liefst vier gewone woorden", "New passphrase, four plain words for instance";
    /// The question for the same once more.
    ask_again => "Nog een keer hetzelfde", "The same once more";
    /// What was typed twice differs.
    not_the_same => "Dat was niet twee keer hetzelfde.", "That was not the same twice.";
    /// What to do then.
    try_again_hint => "Er is niets veranderd. Probeer het nog eens.", "Nothing was changed. Try it once more.";
    /// A passphrase has to be given.
    passphrase_needed => "Deze map heeft een wachtwoord.", "This folder has a passphrase.";
    /// How to give it.
    passphrase_needed_hint => "Typ dit in een terminal, of geef het met --passphrase-file BESTAND.",
        "Type this in a terminal, or give it with --passphrase-file FILE.";
    /// There is none.
    no_passphrase => "Deze map heeft geen wachtwoord.", "This folder has no passphrase.";
    /// How it gets one.
    no_passphrase_hint => "Er een geven: kring encrypt", "To give it one: kring encrypt";
    /// How it gets another.
    another_passphrase_hint => "Een ander kiezen: kring passphrase", "To choose another: kring passphrase";
    /// What was typed is neither.
    wrong_passphrase => "Dit is niet het wachtwoord.", "This is not the passphrase.";
    /// What is safe then.
    wrong_passphrase_hint => "Er is niets veranderd. Vergeten? De herstelsleutel werkt ook.",
        "Nothing was changed. Forgotten? The recovery key works too.";
    /// What to do when a folder is half sealed.
    encrypt_again_hint => "Alles in de map gaat open als altijd, met het wachtwoord. Typ de opdracht later nog eens.",
        "Everything in the folder still opens, with the passphrase. Type the command again later.";
    /// A group is open, so that its files cannot be changed.
    open_in_another => "Er is een groep open, in een ander venster of op een andere computer.",
        "A group is open, in another window or on another computer.";
    /// Something is still kept elsewhere.
    still_elsewhere => "Van een groep staat nog tekst buiten de map, omdat die toen niet antwoordde. Open die groep eerst.",
        "Text of a group is still outside the folder, because it did not answer then. Open that group first.";
    /// Not everything in the folder is sealed yet.
    half_sealed => "Nog niet alles in deze map zit achter het wachtwoord. Sluit alle groepen, ook op andere computers, en begin kring opnieuw.",
        "Not everything in this folder is behind the passphrase yet. Close all groups, on other computers too, and start kring again.";
    /// A folder lost its passphrase.
    decrypted => "Het wachtwoord is weg. Wie bij de map kan, kan lezen wat erin staat.",
        "The passphrase is gone. Whoever can reach the folder can read what is in it.";
    /// A folder got another passphrase.
    passphrase_changed => "Het nieuwe wachtwoord geldt vanaf nu. De herstelsleutel is dezelfde gebleven. Een oude kopie van kring.key gaat nog open met het oude wachtwoord.",
        "The new passphrase holds from now on. The recovery key stayed the same. An old copy of kring.key still opens with the old passphrase.";
    /// What to do about a key that is broken.
    broken_key_hint => "Met de herstelsleutel gaat de map wel open, en maakt kring passphrase een nieuwe kring.key.",
        "The recovery key still opens the folder, and with it kring passphrase makes a new kring.key.";
    /// The title of the screen that asks for the passphrase.
    locked_title => "kring · op slot", "kring · locked";
    /// What is asked there.
    locked_asks => "Typ het wachtwoord of de herstelsleutel, en druk op Enter.",
        "Type the passphrase or the recovery key, and press Enter.";
    /// What is asked when kring begins.
    locked_begins => "Typ het wachtwoord van deze map, of de herstelsleutel, en druk op Enter.",
        "Type the passphrase of this folder, or the recovery key, and press Enter.";
    /// Minutes would leave the folder readable for everyone.
    no_readable_copy => "Deze map heeft een wachtwoord, dus hier komt geen leesbaar verslag. Buiten de map kan het wel: kring export.",
        "This folder has a passphrase, so no readable minutes are put here. Outside the folder they can be: kring export.";
    /// The keys of that screen.
    locked_keys => "Enter openen  Ctrl+Q weg", "Enter open  Ctrl+Q leave";
    /// The label of the key that opens a locked screen.
    key_unlock => "openen", "open";
    /// The label of the action that changes after how long the screen hides.
    key_hide_after => "kiezen wanneer het scherm zich verbergt", "choose when the screen hides";
}

impl Words {
    /// A passphrase is too short.
    #[must_use]
    pub fn passphrase_too_short(self) -> String {
        self.pick(
            format!("Dit wachtwoord is te kort: {SHORTEST} tekens is het minste."),
            format!("This passphrase is too short: {SHORTEST} characters at least."),
        )
    }

    /// A folder got a passphrase; its recovery key, to be kept on paper.
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

    /// A file with a passphrase does not read.
    #[must_use]
    pub fn no_passphrase_file(self, path: &Path, error: &io::Error) -> String {
        let path = path.display().to_string();
        let (path, reason) = (harmless::line(&path), self.unreadable(&error.to_string()));
        format!("{path}: {reason}.")
    }

    /// Why a folder stays locked.
    #[must_use]
    pub fn unopened(self, why: &Unopened) -> String {
        match why {
            Unopened::Wrong => self.wrong_passphrase().to_owned(),
            Unopened::Broken(broken) => {
                format!("{} {}", self.broken_here(broken), self.broken_key_hint())
            }
        }
    }

    /// Why a folder did not get a passphrase, or keeps it.
    #[must_use]
    pub fn unturned(self, why: &Unturned) -> String {
        match why {
            Unturned::InUse => self.open_in_another().to_owned(),
            Unturned::Elsewhere => self.still_elsewhere().to_owned(),
            Unturned::Io(error) => self.not_saved(error),
        }
    }

    /// After how many minutes the screen hides from now on.
    #[must_use]
    pub fn hides_after(self, minutes: u16) -> String {
        if minutes == 0 {
            return self
                .pick(
                    "Het scherm verbergt zich niet meer vanzelf.",
                    "The screen no longer hides by itself.",
                )
                .to_owned();
        }
        self.pick(
            format!(
                "Na {minutes} minuten zonder toets verbergt het scherm zich. Wat je typte blijft bewaard."
            ),
            format!("After {minutes} minutes without a key the screen hides. What you typed stays saved."),
        )
    }
}
