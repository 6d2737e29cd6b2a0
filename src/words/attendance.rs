//! Attendance: who is expected, who is there, who sent word, and who comes late or leaves early.

use chrono::NaiveTime;

use super::{Words, messages};
use crate::domain::attendance::Presence;

messages! {
    who_is_there => "Wie is er", "Who is there";
    /// Above the list of those who are there, in the check-in.
    who_spoke_already => "Wie was al aan de beurt? Ga met Tab naar de naam, dan spatie.", "Who has had a turn? Tab to the name, then press Space.";
    nobody_yet => "Er staat nog niemand in de lijst.", "Nobody is in the list yet.";
    /// The group has people, but none of them joins yet.
    nobody_joins_yet => "Nog niemand doet mee. Druk in de groep op 7 (Mensen) en kies wie meedoet.",
        "Nobody joins yet. Press 7 (People) in the group and choose who joins.";
    /// Asked before the meeting goes on without the client.
    without_client => "De cliënt is er niet. Willen jullie zo verdergaan?",
        "The client is not there. Would you like to go on like this?";
    /// Asked before the meeting goes on without the care coordinator.
    without_coordinator => "De regieondersteuner is er niet. Willen jullie zo verdergaan?",
        "The care coordinator is not there. Would you like to go on like this?";
    /// Below the question when somebody came or leaves.
    hint_time => "Bijvoorbeeld 14.20. Leeg: de hele bijeenkomst.",
        "For example 14.20. Empty: the whole meeting.";
    left_before_coming => "Weggaan kan niet vóór komen. Kijk de tijden nog eens na.",
        "Nobody leaves before they come. Please look at the times again.";
    left_before_it_began => "Toen was de bijeenkomst nog niet begonnen.", "The meeting had not begun by then.";
    paper_expected => "Later verwacht", "Expected later";
    /// The heading in the minutes.
    who_was_there => "Wie er was", "Who was there";
    paper_present => "Aanwezig", "Present";
    /// Those who were not there, whatever the cause.
    paper_away => "Er niet bij", "Not there";
}

impl Words {
    #[must_use]
    pub fn presence(self, presence: Presence) -> &'static str {
        match presence {
            Presence::Present => self.pick("aanwezig", "present"),
            Presence::SentWord => self.pick("afgemeld", "sent word"),
            Presence::NotPresent => self.pick("niet aanwezig", "not present"),
        }
    }

    /// Beside the minutes of a meeting that is over.
    #[must_use]
    pub fn so_many_were_there(self, there: usize, expected: usize) -> String {
        let (waren, were) = if there == 1 { ("was", "was") } else { ("waren", "were") };
        self.pick(
            format!("Er {waren} {there} van {expected}"),
            format!("{there} of {expected} {were} there"),
        )
    }

    /// While the meeting goes on.
    #[must_use]
    pub fn so_many_there(self, there: usize, expected: usize) -> String {
        let (zijn, are) = if there == 1 { ("is", "is") } else { ("zijn", "are") };
        self.pick(
            format!("Er {zijn} {there} van {expected}"),
            format!("{there} of {expected} {are} there"),
        )
    }

    /// The last row of the page: `waiting` while the hour has not begun.
    #[must_use]
    pub fn start_or_go_on(self, waiting: bool) -> &'static str {
        if waiting {
            self.pick("Beginnen: het uur gaat in", "Begin: the hour starts")
        } else {
            self.pick("Verder naar het volgende punt", "On to the next item")
        }
    }

    /// The hours of somebody who is not there all the time: " van 14.20 tot 14.40".
    #[must_use]
    pub fn from_until(self, from: Option<NaiveTime>, until: Option<NaiveTime>) -> String {
        let since = match until {
            Some(_) => self.pick(" van ", " from "),
            None => self.pick(" vanaf ", " from "),
        };
        let from = from.map(|time| since.to_owned() + &self.clock_time(time));
        let until =
            until.map(|time| self.pick(" tot ", " until ").to_owned() + &self.clock_time(time));
        [from, until].into_iter().flatten().collect()
    }

    #[must_use]
    pub fn ask_arrival(self, name: &str) -> String {
        self.pick(format!("Hoe laat is {name} er?"), format!("What time is {name} here?"))
    }

    #[must_use]
    pub fn ask_departure(self, name: &str) -> String {
        self.pick(format!("Hoe laat gaat {name} weg?"), format!("What time does {name} leave?"))
    }

    /// Somebody who is to come later.
    #[must_use]
    pub fn expected_at(self, time: Option<NaiveTime>) -> String {
        match time.map(|time| self.said_time(time)) {
            Some(time) => {
                self.pick(format!("is er om {time} (verwacht)"), format!("expected at {time}"))
            }
            None => self.pick("verwacht", "expected").to_owned(),
        }
    }

    /// The same in a narrow column.
    #[must_use]
    pub fn comes_at(self, name: &str, time: Option<NaiveTime>) -> String {
        let time = time.map(|time| self.clock_time(time)).unwrap_or_default();
        self.pick(format!("verwacht {time} {name}"), format!("expected {time} {name}"))
    }

    /// Behind the name of somebody of whom nobody said that they came, in the minutes.
    #[must_use]
    pub fn was_expected_at(self, time: NaiveTime) -> String {
        let time = self.said_time(time);
        self.pick(format!("verwacht om {time}"), format!("expected at {time}"))
    }

    /// Behind a name in the minutes.
    #[must_use]
    pub fn came_at(self, time: NaiveTime) -> String {
        let time = self.said_time(time);
        self.pick(format!("kwam om {time}"), format!("came at {time}"))
    }

    /// Behind the name of somebody of whom nobody said that they left, in the minutes.
    #[must_use]
    pub fn was_to_leave_at(self, time: NaiveTime) -> String {
        let time = self.said_time(time);
        self.pick(format!("zou om {time} weggaan"), format!("was to leave at {time}"))
    }

    /// Behind a name in the minutes.
    #[must_use]
    pub fn left_at(self, time: NaiveTime) -> String {
        let time = self.said_time(time);
        self.pick(format!("ging weg om {time}"), format!("left at {time}"))
    }
}
