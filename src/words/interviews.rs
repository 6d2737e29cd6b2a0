//! The in-depth interviews with the people around the client.

use chrono::NaiveDate;

use super::{Words, messages};
use crate::domain::interview::Interview;

messages! {
    interview_label => "Verdiepingsgesprek", "In-depth interview";
    interview_is_confidential => "Vertrouwelijk: alleen voor de regieondersteuner. Dit komt nooit in een verslag.",
        "Confidential: for the care coordinator alone. It never goes into the minutes.";
    planned_for => "Gepland op", "Planned for";
    held_on => "Gehouden op", "Held on";
    questions_label => "Vragenlijst", "Questions";
    read_questions => "De vragen lezen", "Read the questions";
    the_answers => "De antwoorden", "The answers";
    what_else => "Wat wil je nog onthouden?", "What else do you want to remember?";
    nobody_to_interview => "Nog niemand. Kies eerst wie je wilt vragen, bij fase 1.",
        "Nobody yet. Choose first whom to ask, in phase 1.";
}

impl Words {
    #[must_use]
    pub fn interview_state(self, interview: &Interview, today: NaiveDate) -> String {
        if let Some(day) = interview.held.done_by(today) {
            let day = self.short_date(day, today);
            return self.pick(format!("gehouden {day}"), format!("held {day}"));
        }
        match interview.planned.coming() {
            Some(day) => {
                let day = self.short_date(day, today);
                self.pick(format!("gepland {day}"), format!("planned {day}"))
            }
            None => self.pick("nog plannen", "to plan").to_owned(),
        }
    }

    /// The same for a narrow list.
    #[must_use]
    pub fn interview_mark(self, interview: &Interview, today: NaiveDate) -> &'static str {
        if interview.held.done_by(today).is_some() {
            self.pick("gehouden", "held")
        } else if interview.planned.coming().is_some() {
            self.pick("gepland", "planned")
        } else {
            ""
        }
    }

    /// Behind the answers: what pressing does. `written` is whether there are any.
    #[must_use]
    pub fn answers_shown(self, shown: bool, written: bool) -> &'static str {
        match (shown, written) {
            (true, _) => self.pick("verbergen", "hide"),
            (false, true) => self.pick("tonen", "show"),
            (false, false) => self.pick("nog niets, opschrijven", "nothing yet, write down"),
        }
    }

    #[must_use]
    pub fn client_was_there(self, client: &str) -> String {
        self.pick(format!("{client} was erbij"), format!("{client} was there"))
    }
}
