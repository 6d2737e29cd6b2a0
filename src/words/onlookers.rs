//! Who looks along at the screen.

use super::Words;
use crate::domain::onlookers::{Audience, Privacy};

impl Words {
    #[must_use]
    pub fn who_looks_along(self) -> &'static str {
        self.pick("Wie kijkt er mee?", "Who can see the screen?")
    }

    /// For whom something is meant, in whole sentences.
    #[must_use]
    pub fn is_meant_for(self, what: Privacy, client: &str) -> String {
        match what {
            Privacy::Group => String::new(),
            Privacy::IfClientAgrees(section) => {
                let title = self.section_title(section).to_lowercase();
                self.pick(
                    format!("Het {title} is van {client}. De groep ziet het als {client} dat goed vindt."),
                    format!("The {title} is {client}'s. The group sees it if {client} agrees."),
                )
            }
            Privacy::WithClient => self.pick(
                format!(
                    "Hier kan iemand staan die niet in de groep zit. Dat is voor {client} en jou."
                ),
                format!(
                    "This may name somebody who is not in the group. It is for {client} and you."
                ),
            ),
            Privacy::Interviews => self.pick(
                "Hier kan staan wat iemand in een verdiepingsgesprek zei. Dat is alleen voor jou."
                    .to_owned(),
                "This may hold what somebody said in an in-depth interview. It is for you alone."
                    .to_owned(),
            ),
            Privacy::OtherGroups => self.pick(
                "Hier staan je andere groepen. Dat is alleen voor jou.".to_owned(),
                "This shows your other groups. It is for you alone.".to_owned(),
            ),
        }
    }

    /// An answer; `agrees` where the group sees it only if the client agrees.
    #[must_use]
    pub fn audience(self, audience: Audience, client: &str, agrees: bool) -> String {
        match (audience, agrees) {
            (Audience::Alone, _) => self.pick("Alleen ik", "Only me").to_owned(),
            (Audience::WithClient, _) => {
                self.pick(format!("{client} en ik"), format!("{client} and me"))
            }
            (Audience::Group, false) => self.pick("De groep", "The group").to_owned(),
            (Audience::Group, true) => self.pick(
                format!("De groep, en {client} vindt het goed"),
                format!("The group, and {client} agrees"),
            ),
        }
    }

    #[must_use]
    pub fn do_not_open(self) -> &'static str {
        self.pick("Niet openen", "Do not open it")
    }

    /// After an answer by which it is not opened.
    #[must_use]
    pub fn stays_shut(self) -> &'static str {
        self.pick("Dit blijft dicht.", "This stays closed.")
    }

    /// In the place of a form that not everybody may see.
    #[must_use]
    pub fn is_not_for_everybody(self, client: &str) -> String {
        self.pick(
            format!("Wat hier staat is voor {client} en jou."),
            format!("What is here is for {client} and you."),
        )
    }

    #[must_use]
    pub fn show_it(self) -> &'static str {
        self.pick("Laten zien", "Show it")
    }

    #[must_use]
    pub fn key_alone(self) -> &'static str {
        self.pick("alleen ik", "only me")
    }

    #[must_use]
    pub fn key_with_client(self) -> &'static str {
        self.pick("met de cliënt", "with the client")
    }

    #[must_use]
    pub fn key_with_group(self) -> &'static str {
        self.pick("met de groep", "with the group")
    }
}
