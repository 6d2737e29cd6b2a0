//! The dossier: the names of its lists, and what an empty one says.

use super::{Words, messages};
use crate::domain::section::Section;

messages! {
    the_dossier => "Het dossier", "The dossier";
    /// On a row that leads to another list.
    go_there => "openen", "view";
}

impl Words {
    #[must_use]
    pub fn section_title(self, section: Section) -> &'static str {
        match section {
            Section::Phase(_) => self.pick("Fase", "Phase"),
            Section::People => self.pick("Mensen", "People"),
            Section::Sociogram => self.pick("Sociogram", "Sociogram"),
            Section::Goals => self.pick("Hersteldoelen", "Recovery goals"),
            Section::Agreements => self.pick("Werkafspraken", "Work agreements"),
            Section::Plan => self.pick("Signaleringsplan", "Signalling plan"),
            Section::Interviews => self.pick("Verdiepingsgesprekken", "In-depth interviews"),
            Section::Bin => self.pick("Weggelegd", "Put away"),
        }
    }

    #[must_use]
    pub fn section_is_empty(self, section: Section) -> &'static str {
        match section {
            Section::Bin => self.pick(
                "Er is niets weggelegd. Wat je met Delete weglegt, komt hier te staan.",
                "Nothing is put away. What you put away with Delete appears here.",
            ),
            Section::Interviews => self.pick(
                "Hier komen de gesprekken met wie de cliënt wil vragen. Kies eerst mensen, met 7.",
                "The interviews with those the client wants to ask come here. Choose people first, with 7.",
            ),
            _ => self.pick("Hier staat nog niets.", "Nothing is here yet."),
        }
    }
}
