//! The roles in a group and in a meeting, and who has them.

use super::{Words, capital, messages};
use crate::domain::person::{MeetingRole, Role};

messages! {
    client => "cliënt", "client";
    coordinator => "regieondersteuner", "care coordinator";
    clinician => "zorgverantwoordelijke", "lead clinician";
    chair => "voorzitter", "chair";
    process_guard => "procesbewaker", "timekeeper";
    minute_taker => "notulist", "minute taker";
    paper_chair => "Voorzitter", "Chair";
    paper_process_guard => "Procesbewaker", "Timekeeper";
    paper_minute_taker => "Notulist", "Minute taker";
    who_does_what => "Wie doet wat", "Who does what";
    nobody => "niemand", "nobody";
    /// In place of the client's name, when there is none.
    the_client => "De cliënt", "The client";
    role_in_group => "Rol in de groep", "Role in the group";
    what_roles_are_called => "Zo noemen wij de rollen", "What we call the roles";
    chair_does => "Wat doet de voorzitter?", "What does the chair do?";
    guard_does => "Wat doet de procesbewaker?", "What does the timekeeper do?";
    /// On a row that writes kring's own list of tasks for a role.
    fill_in_example => "Voorbeeld invullen", "Fill in an example";
}

impl Words {
    /// What kring calls a role. A group may have a word of its own.
    #[must_use]
    pub fn role_name(self, role: Role) -> &'static str {
        match role {
            Role::Coordinator => self.coordinator(),
            Role::Clinician => self.clinician(),
            Role::Chair => self.chair(),
            Role::ProcessGuard => self.process_guard(),
            Role::MinuteTaker => self.minute_taker(),
        }
    }

    #[must_use]
    pub fn role(self, role: MeetingRole) -> &'static str {
        match role {
            MeetingRole::Chair => self.chair(),
            MeetingRole::ProcessGuard => self.process_guard(),
            MeetingRole::MinuteTaker => self.minute_taker(),
        }
    }

    /// The words a group can choose from for a role, kring's own first.
    #[must_use]
    pub fn role_proposals(self, role: Role) -> Vec<&'static str> {
        match role {
            Role::Coordinator => {
                vec![self.coordinator(), self.pick("dossierhouder", "file holder")]
            }
            Role::Clinician => {
                vec![self.clinician(), self.pick("regiebehandelaar", "lead practitioner")]
            }
            role => vec![self.role_name(role)],
        }
    }

    /// Before somebody who is always there is left out of the next meeting.
    #[must_use]
    pub fn is_always_there(self, name: &str, role: &str) -> String {
        self.pick(
            format!("{name} is de {role} en is er altijd bij. Toch niet? Druk nog een keer."),
            format!("{name} is the {role} and is always there. Not this time? Press again."),
        )
    }

    /// A deed took roles from somebody.
    #[must_use]
    pub fn has_no_role_now(self, name: &str, roles: &[String]) -> String {
        let roles = roles.join(self.pick(" en ", " and "));
        self.pick(format!("{name} is niet meer {roles}."), format!("{name} is no longer {roles}."))
    }

    /// A role whose holder will not be there next time.
    #[must_use]
    pub fn role_is_open(self, role: &str, name: &str) -> String {
        let role = capital(role);
        self.pick(
            format!("{role}: {name} is er dan niet. Wie doet het?"),
            format!("{role}: {name} is not there then. Who does it?"),
        )
    }

    /// In place of the name of somebody who has a role and is not there.
    #[must_use]
    pub fn role_needs_somebody(self, name: &str) -> String {
        self.pick(
            format!("{name} is er niet. Wie doet het?"),
            format!("{name} is not there. Who does it?"),
        )
    }

    /// Somebody who has a role sends word.
    #[must_use]
    pub fn who_takes_role(self, name: &str, role: &str) -> String {
        self.pick(
            format!("{name} was {role}. Wie doet dat nu?"),
            format!("{name} was {role}. Who does that now?"),
        )
    }

    #[must_use]
    pub fn client_chooses_chair(self, client: &str) -> String {
        self.pick(
            format!("{client} kiest wie voorzitter is."),
            format!("{client} chooses who is chair."),
        )
    }

    #[must_use]
    pub fn client_chooses(self, client: &str) -> String {
        self.pick(format!("{client} kiest."), format!("{client} chooses."))
    }
}
