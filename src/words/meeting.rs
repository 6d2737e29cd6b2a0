//! The items of a meeting: what is on the agenda, what was discussed, and meetings held without kring.

use chrono::NaiveDate;

use super::{Words, capital, messages};
use crate::domain::structure::Need;

messages! {
    meet_now_title => "Een andere dag", "Another day";
    meet_now_yes => "Ja, openen", "Yes, open it";
    meet_now_no => "Nee, naar het overzicht", "No, to the overview";
    agenda => "Agenda", "Agenda";
    also_on_agenda => "Wat komt er nog bij?", "What else comes up?";
    read_whole => "helemaal lezen", "read all of it";
    topic => "Thema", "Theme";
    skills => "Wat wil de groep leren of oefenen?", "What does the group want to learn or practise?";
    topics => "Onderwerpen om uit te kiezen", "Topics to choose from";
    held_so_far => "Tot nu toe", "So far";
    held_without => "Was er al een bijeenkomst zonder computer? Op welke dag?",
        "Have you already met without the computer? On which day?";
    after_first_meeting => "Dit komt na de eerste bijeenkomst.", "This comes after the first meeting.";
    /// In the title bar of a meeting that was held without kring.
    written_afterwards => "achteraf opgeschreven", "written down afterwards";
    was_spoken_about => "besproken", "discussed";
    was_not_spoken_about => "niet besproken", "not discussed";
    still_to_come => "nog niet", "not yet";
}

impl Words {
    /// Whether an item may be left out; `None` when it may not.
    #[must_use]
    pub fn need(self, need: Need) -> Option<&'static str> {
        match need {
            Need::Always => None,
            Need::IfNeeded => Some(self.pick("als het nodig is", "if needed")),
            Need::Optional => Some(self.pick("mag", "optional")),
        }
    }

    /// In the check-in: whether somebody has had a turn.
    #[must_use]
    pub fn spoke(self, spoke: bool) -> &'static str {
        if spoke { self.pick("■ aan het woord geweest", "■ has spoken") } else { "·" }
    }

    #[must_use]
    pub fn meeting_number(self, number: usize) -> String {
        self.pick(format!("bijeenkomst {number}"), format!("meeting {number}"))
    }

    /// `None` when there was no meeting yet.
    #[must_use]
    pub fn spoken_about(self, spoken: Option<bool>) -> &'static str {
        match spoken {
            None => self.still_to_come(),
            Some(true) => self.was_spoken_about(),
            Some(false) => self.was_not_spoken_about(),
        }
    }

    /// Before the next meeting opens, which is planned on another day.
    #[must_use]
    pub fn planned_on_other_day(self, day: NaiveDate, today: NaiveDate) -> String {
        let (date, distance) = (self.long_date(day), self.distance(day, today));
        if day < today {
            return self.pick(
                format!("De bijeenkomst stond op {date}, {distance}. Wil je er nu een openen?"),
                format!(
                    "The meeting was planned for {date}, {distance}. Do you want to open one now?"
                ),
            );
        }
        self.pick(
            format!("De volgende bijeenkomst staat op {date}, {distance}. Wil je die nu openen? Wat je voorbereidt, blijft staan."),
            format!("The next meeting is on {date}, {distance}. Do you want to open it now? What you prepare stays."),
        )
    }

    /// In place of what can no longer be planned.
    #[must_use]
    pub fn first_meeting_was(self, day: NaiveDate) -> String {
        let day = self.long_date(day);
        self.pick(
            format!("De eerste bijeenkomst was op {day}."),
            format!("The first meeting was on {day}."),
        )
    }

    /// How long the start meeting took: `None` when it is still to come, `Some(None)` when no clock
    /// ran.
    #[must_use]
    pub fn start_lasted(self, lasted: Option<Option<u16>>) -> String {
        let Some(lasted) = lasted else {
            return self
                .pick(
                    "Na de startbijeenkomst staat hier hoe lang die duurde.",
                    "After the start meeting it says here how long it took.",
                )
                .to_owned();
        };
        match lasted.map(i64::from) {
            None => self
                .pick(
                    "De startbijeenkomst is achteraf opgeschreven, zonder klok. Bleef het bij een uur?",
                    "The start meeting was written down afterwards, without a clock. Was it an hour at most?",
                )
                .to_owned(),
            Some(minutes) => {
                let said = self.minutes(minutes);
                self.pick(
                    format!("De startbijeenkomst duurde {said}."),
                    format!("The start meeting took {said}."),
                )
            }
        }
    }

    #[must_use]
    pub fn write_down(self, kind: &str) -> String {
        self.pick(
            format!("Deze {kind} nu opschrijven, zonder klok"),
            format!("Write down this {kind} now, without a clock"),
        )
    }

    /// A warning about the day of a meeting that was held without kring.
    #[must_use]
    pub fn before_start(self, day: NaiveDate, start: NaiveDate) -> String {
        let (day, start) = (capital(&self.long_date(day)), self.long_date(start));
        self.pick(
            format!("{day} is voor het begin van de groep, {start}. Klopt dat begin niet? Pas het aan bij fase 1, a."),
            format!("{day} is before the group began, {start}. Is that beginning wrong? Change it in phase 1, a."),
        )
    }
}
