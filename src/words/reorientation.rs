//! Reorientation: whether it is time, who takes over care, and what to do at a relapse.

use super::{Words, messages};
use crate::domain::reorientation::{Condition, Receiver};

messages! {
    is_it_time => "Is het zover?", "Is it time?";
    who_takes_over => "Wie neemt de zorg over?", "Who takes over care?";
    responsibility => "Wie is verantwoordelijk voor de behandeling, en vanaf wanneer?",
        "Who is responsible for treatment, and from when?";
    handover => "Waar gaat de zorg heen? Met een naam en een nummer.",
        "Where does care go? With a name and a number.";
    by_itself => "Wat doet de groep daarna zelf?", "What does the group do by itself after that?";
    keeper => "Wie houdt de groep bij elkaar, en krijgt het dossier?",
        "Who keeps the group together, and gets the file?";
    goes_on => "Gaat de groep door?", "Does the group go on?";
    goes_on_is_open => "Gaat de groep door na de overdracht? Dat is nog niet gezegd",
        "Does the group go on after the handover? Nobody has said yet";
    ask_whether_group_goes_on => "Vragen of de groep doorgaat", "Ask whether the group goes on";
    /// On paper, above what was settled at a handover.
    paper_handover => "De overdracht", "The handover";
    relapse => "Wat doen jullie bij een terugval?", "What will you do if there is a relapse?";
    at_relapse => "Bij terugval", "If there is a relapse";
}

impl Words {
    #[must_use]
    pub fn condition(self, condition: Condition, client: &str) -> String {
        match condition {
            Condition::GoalsReached => self
                .pick("Van de doelen is gelukt wat kon", "The goals are as far as they can be")
                .to_owned(),
            Condition::MoreRecovery => self.pick(
                format!("{client} merkt herstel en heeft meer zelf de regie"),
                format!("{client} notices recovery and is more in charge"),
            ),
            Condition::ClientDecides => self.pick(
                format!("{client} wil opnieuw naar de groep kijken"),
                format!("{client} wants to review the group"),
            ),
            Condition::LessCare => {
                self.pick("De zorg kan minder worden", "Care can be reduced").to_owned()
            }
        }
    }

    #[must_use]
    pub fn receiver(self, receiver: Receiver) -> &'static str {
        match receiver {
            Receiver::Gp => self.pick("huisarts", "GP"),
            Receiver::PracticeNurse => self.pick("POH-ggz", "GP's practice nurse"),
            Receiver::BasicCare => self.pick("basis-ggz", "primary mental-health care"),
            Receiver::DistrictTeam => self.pick("sociaal wijkteam", "district team"),
        }
    }
}
