//! Erasing words for good: the question, and what came of it.

use super::{Words, messages};
use crate::store::purge::Erased;

messages! {
    erase_title => "Voorgoed wissen", "Erase for good";
    erase_means => "kring haalt dit overal uit deze groep weg: ook uit oude versies en uit het verslag. Een bewaard bestand waar het in staat, gaat weg. Je kunt dit niet terugdraaien. Wat je eerder deed, kun je daarna ook niet meer ongedaan maken.",
        "kring takes this out of the whole group: out of old versions and minutes too. A saved file that has it is removed. It cannot come back. What you did before cannot be undone after this either.";
    /// The same for a thing in the bin.
    erase_binned_means => "kring wist dit, ook uit oude versies van het dossier. Een naam in een verslag blijft staan. Je kunt dit niet terugdraaien. Wat je eerder deed, kun je daarna ook niet meer ongedaan maken.",
        "kring erases this, out of old versions of the dossier too. A name in minutes stays. It cannot come back. What you did before cannot be undone after this either.";
    erase_something => "Iets voorgoed wissen", "Erase something for good";
    erase_no => "Nee, laten staan", "No, leave it";
    erase_yes => "Ja, wis het voorgoed", "Yes, erase it for good";
    erased => "Voorgoed gewist. In het logboek staat alleen dat er iets gewist is.",
        "Erased for good. The log only says that something was erased.";
    not_all_erased => "Nog niet overal gewist: een bestand gaf niet mee. kring probeert het opnieuw zolang deze groep open is.",
        "Not erased everywhere yet: a file would not give way. kring keeps trying while this group is open.";
    /// Shown when a group opens after kring ended in the middle of an erasure.
    erasing_was_interrupted => "Het wissen van de vorige keer is niet afgemaakt. Staan de woorden er nog? Wis ze dan nog eens.",
        "The erasing of last time was not finished. Are the words still there? Then erase them once more.";
    erased_nothing => "Precies zo staan deze woorden nergens in deze groep. Let op hoofdletters. Er is niets gewist.",
        "These words are not found just like that in this group. Mind the capitals. Nothing was erased.";
    type_what_goes => "Typ eerst de woorden die weg moeten.", "First type the words that have to go.";
    /// The cursor is not in a line with text.
    nothing_to_erase => "Zet de cursor in de regel die weg moet.", "Put the cursor in the line that has to go.";
    too_short_to_erase => "Dit is te kort om overal weg te halen. Wis het met Backspace.",
        "This is too short to take out everywhere. Delete it with Backspace.";
}

impl Words {
    /// Which words are erased; `lines` where there are lines of notes to choose from.
    #[must_use]
    pub fn erase_which(self, lines: bool) -> &'static str {
        if lines {
            return self.pick(
                "Wat moet weg? Kies een regel met de pijltjes, of typ de woorden precies zoals ze er staan.",
                "What has to go? Choose a line with the arrows, or type the words just as they stand.",
            );
        }
        self.pick(
            "Welke woorden moeten weg? Typ ze precies zoals ze er staan.",
            "Which words have to go? Type them just as they stand.",
        )
    }

    #[must_use]
    pub fn has_erased(self, erased: Erased) -> &'static str {
        match erased {
            Erased::Everywhere => self.erased(),
            Erased::Nowhere => self.erased_nothing(),
            Erased::NotYet => self.not_all_erased(),
        }
    }
}
