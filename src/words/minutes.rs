//! The minutes: on paper, as a file, agreed and opened again.

use std::path::Path;

use chrono::{NaiveDate, NaiveTime};

use super::{Words, messages};
use crate::domain::ids::MeetingId;

messages! {
    draft_minutes => "Concept: deze bijeenkomst is nog niet afgerond.",
        "Draft: this meeting is not closed yet.";
    /// On minutes that were opened again and not yet agreed anew.
    draft_again => "Concept: dit verslag is weer geopend en nog niet opnieuw vastgesteld.",
        "Draft: these minutes were opened again and are not agreed anew yet.";
    paper_kind => "Soort", "Kind";
    paper_date => "Datum", "Date";
    paper_time => "Tijd", "Time";
    paper_place => "Plaats", "Place";
    agreements_made => "Werkafspraken", "Work agreements";
    decisions_made => "Besluiten", "Decisions";
    no_agreements => "Er zijn geen nieuwe werkafspraken.", "There are no new work agreements.";
    paper_who => "Wie", "Who";
    paper_when => "Wanneer", "By when";
    /// In place of the name or the date of an agreement.
    not_agreed_yet => "nog niet afgesproken", "not agreed yet";
    paper_goal => "Doel", "Goal";
    /// The heading above earlier agreements.
    how_did_it_go => "Hoe ging het?", "How did it go?";
    /// Behind an earlier agreement that nobody asked about.
    not_said => "niet besproken", "not discussed";
    paper_goals => "Hersteldoelen", "Recovery goals";
    what_was_said => "Wat we bespraken", "What we talked about";
    /// In place of the note of an item that has none.
    was_discussed => "Besproken.", "Discussed.";
    /// Before an agreement within a note.
    note_agreement => "Afspraak", "Agreement";
    /// Before a decision within a note.
    note_decision => "Besluit", "Decision";
    paper_further => "En verder", "And also";
    plan_reviewed => "Signaleringsplan, doorgenomen", "Signalling plan, gone through";
    paper_how_often => "Hoe vaak we bij elkaar komen", "How often we meet";
    paper_theme => "Thema", "Theme";
    paper_skills => "Wat we oefenen", "What we practise";
    next_meeting => "Volgende bijeenkomst", "Next meeting";
    no_next_date => "De datum is nog niet afgesproken.", "The date is not agreed yet.";
    minutes_agreed => "Het verslag is klaar en bewaard.", "The minutes are done and saved.";
    /// In the title bar.
    finished => "verslag vastgesteld", "minutes agreed";
    /// In the title bar.
    reopened_title => "verslag heropend", "minutes open again";
    the_minutes => "Het verslag", "The minutes";
    no_previous => "Er is nog geen vorig verslag.", "There are no previous minutes yet.";
    read_minutes => "Verslag lezen", "Read the minutes";
    save_minutes => "Verslag als bestand bewaren", "Save the minutes as a file";
    reopen => "Verslag heropenen", "Open the minutes again";
    ask_reason => "Waarom heropen je het verslag?", "Why do you open the minutes again?";
    hint_reason => "De reden blijft bij het verslag staan.", "The reason stays with the minutes.";
}

impl Words {
    #[must_use]
    pub fn minutes_title(self, group: &str, number: usize) -> String {
        self.pick(
            format!("{group}, verslag van bijeenkomst {number}"),
            format!("{group}, minutes of meeting {number}"),
        )
    }

    #[must_use]
    pub fn minutes_of(self, date: NaiveDate) -> String {
        let date = self.long_date(date);
        self.pick(format!("Verslag van {date}"), format!("Minutes of {date}"))
    }

    /// The name of the file, without its folder.
    #[must_use]
    pub fn minutes_file(self, id: MeetingId) -> String {
        self.pick(format!("verslag-{id}.txt"), format!("minutes-{id}.txt"))
    }

    #[must_use]
    pub fn exported(self, path: &Path) -> String {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let folder = path.parent().unwrap_or(path).display();
        self.pick(format!("Bewaard: {name} in {folder}"), format!("Saved: {name} in {folder}"))
    }

    /// On the page after the meeting.
    #[must_use]
    pub fn was_reopened(self, date: NaiveDate, reason: &str) -> String {
        let date = self.long_date(date);
        self.pick(
            format!("Heropend op {date}: {reason}"),
            format!("Opened again on {date}: {reason}"),
        )
    }

    /// On paper.
    #[must_use]
    pub fn reopened_on(self, date: NaiveDate, reason: &str) -> String {
        let date = self.long_date(date);
        self.pick(
            format!("Weer geopend op {date}: {reason}"),
            format!("Opened again on {date}: {reason}"),
        )
    }

    /// On paper: from when until when, as far as that is known.
    #[must_use]
    pub fn times(self, began: NaiveTime, ended: Option<NaiveTime>) -> String {
        let from = self.said_time(began);
        match ended.map(|ended| self.said_time(ended)) {
            Some(to) => self.pick(format!("{from} tot {to}"), format!("{from} to {to}")),
            None => self.pick(format!("vanaf {from}"), format!("from {from}")),
        }
    }

    #[must_use]
    pub fn client_has_read(self, client: &str) -> String {
        self.pick(
            format!("{client} heeft het verslag gelezen"),
            format!("{client} has read the minutes"),
        )
    }
}
