//! The words of the minutes on paper.

use chrono::{NaiveDate, NaiveTime};

use super::{Words, messages};

messages! {
    /// Stands on minutes that are not agreed yet.
    draft_minutes => "Concept: deze bijeenkomst is nog niet afgerond.",
        "Draft: this meeting is not closed yet.";
    /// Stands on minutes that were opened again and are not agreed anew.
    draft_again => "Concept: dit verslag is weer geopend en nog niet opnieuw vastgesteld.",
        "Draft: these minutes were opened again and are not agreed anew yet.";
    /// Before the kind of a meeting.
    paper_kind => "Soort", "Kind";
    /// Before a date.
    paper_date => "Datum", "Date";
    /// Before the times.
    paper_time => "Tijd", "Time";
    /// Before a place.
    paper_place => "Plaats", "Place";
    /// Above who was there.
    who_was_there => "Wie er was", "Who was there";
    /// Before who was there.
    paper_present => "Aanwezig", "Present";
    /// Before who sent word.
    paper_sent_word => "Afgemeld", "Sent word";
    /// Before who was not there.
    paper_not_present => "Niet aanwezig", "Not present";
    /// Before the chair's name.
    paper_chair => "Voorzitter", "Chair";
    /// Before the process guard's name.
    paper_process_guard => "Procesbewaker", "Process guard";
    /// Before the minute taker's name.
    paper_minute_taker => "Notulist", "Minute taker";
    /// Above the agreements that were made.
    agreements_made => "Werkafspraken", "Work agreements";
    /// Above the decisions.
    decisions_made => "Besluiten", "Decisions";
    /// There are no agreements.
    no_agreements => "Er zijn geen nieuwe werkafspraken.", "There are no new work agreements.";
    /// Before who does it.
    paper_who => "Wie", "Who";
    /// Before by when.
    paper_when => "Wanneer", "By when";
    /// Nobody was named, or no date.
    not_agreed_yet => "nog niet afgesproken", "not agreed yet";
    /// Before the goal an agreement helps.
    paper_goal => "Doel", "Goal";
    /// Above what came of earlier agreements.
    how_did_it_go => "Hoe ging het?", "How did it go?";
    /// Nobody said what came of an agreement.
    not_said => "niet besproken", "not discussed";
    /// Above the goals.
    paper_goals => "Hersteldoelen", "Recovery goals";
    /// Above the items.
    what_was_said => "Wat we bespraken", "What we talked about";
    /// An item without a note.
    was_discussed => "Besproken.", "Discussed.";
    /// Before an agreement in a note.
    note_agreement => "Afspraak", "Agreement";
    /// Before a decision in a note.
    note_decision => "Besluit", "Decision";
    /// Above the plan, the frequency and the theme.
    paper_further => "En verder", "And also";
    /// Before the parts of the signalling plan that were gone through.
    plan_reviewed => "Signaleringsplan, doorgenomen", "Signalling plan, gone through";
    /// Before how often the group meets.
    paper_how_often => "Hoe vaak we bij elkaar komen", "How often we meet";
    /// Before the theme.
    paper_theme => "Thema", "Theme";
    /// Before what the members practise.
    paper_skills => "Wat we oefenen", "What we practise";
    /// Above the next meeting.
    next_meeting => "Volgende bijeenkomst", "Next meeting";
    /// There is no date yet.
    no_next_date => "De datum is nog niet afgesproken.", "The date is not agreed yet.";
}

impl Words {
    /// The heading of minutes.
    #[must_use]
    pub fn minutes_title(self, group: &str, number: usize) -> String {
        self.pick(
            format!("{group}, verslag van bijeenkomst {number}"),
            format!("{group}, minutes of meeting {number}"),
        )
    }

    /// When agreed minutes were opened again, and why.
    #[must_use]
    pub fn reopened_on(self, date: NaiveDate, reason: &str) -> String {
        let date = self.long_date(date);
        self.pick(
            format!("Weer geopend op {date}: {reason}"),
            format!("Opened again on {date}: {reason}"),
        )
    }

    /// From when until when, as far as it is known.
    #[must_use]
    pub fn times(self, began: NaiveTime, ended: Option<NaiveTime>) -> String {
        let from = self.said_time(began);
        match ended.map(|ended| self.said_time(ended)) {
            Some(to) => self.pick(format!("{from} tot {to}"), format!("{from} to {to}")),
            None => self.pick(format!("vanaf {from}"), format!("from {from}")),
        }
    }

    /// Somebody came later.
    #[must_use]
    pub fn came_at(self, time: NaiveTime) -> String {
        let time = self.said_time(time);
        self.pick(format!("kwam om {time}"), format!("came at {time}"))
    }

    /// Somebody left earlier.
    #[must_use]
    pub fn left_at(self, time: NaiveTime) -> String {
        let time = self.said_time(time);
        self.pick(format!("ging om {time}"), format!("left at {time}"))
    }
}
