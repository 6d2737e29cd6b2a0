//! The minutes: on paper, as a file, agreed and opened again.

use std::path::Path;

use chrono::{NaiveDate, NaiveTime};

use super::{Words, messages};
use crate::domain::approval::{MayGo, MinutesState, ReadHow};
use crate::domain::ids::MeetingId;

messages! {
    draft_minutes => "Concept: deze bijeenkomst is nog niet afgerond.",
        "Draft: this meeting is not closed yet.";
    /// On minutes that were opened again and not yet agreed anew.
    draft_again => "Concept: dit verslag wordt aangepast en is nog niet klaar.",
        "Draft: these minutes are being changed and are not done yet.";
    /// When minutes are opened again.
    how_to_finish_changing => "Je past het verslag aan. Klaar? Druk op Esc en dan op f.",
        "You are changing the minutes. Done? Press Esc and then f.";
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
    not_said => "kwam deze keer niet aan bod", "we did not get to this";
    paper_goals => "Hersteldoelen", "Recovery goals";
    what_was_said => "Wat we bespraken", "What we talked about";
    /// In place of the note of an item that has none.
    was_discussed => "Besproken.", "Discussed.";
    /// In place of the note of an item in which there are only agreements and decisions.
    is_above => "De afspraken en besluiten staan hierboven.", "The agreements and decisions stand above.";
    paper_further => "En verder", "And also";
    plan_reviewed => "Signaleringsplan, doorgenomen", "Signalling plan, gone through";
    paper_how_often => "Hoe vaak we bij elkaar komen", "How often we meet";
    paper_theme => "Thema", "Theme";
    paper_skills => "Wat we oefenen", "What we practise";
    next_meeting => "Volgende bijeenkomst", "Next meeting";
    no_next_date => "De datum is nog niet afgesproken.", "The date is not agreed yet.";
    minutes_agreed => "Het concept van het verslag is bewaard.", "The draft of the minutes is saved.";
    may_minutes_go => "Mag dit verslag naar de groep?", "May these minutes go to the group?";
    minutes_went => "Het verslag ging naar de groep", "The minutes went to the group";
    minutes_are_set => "Het verslag is vastgesteld.", "The minutes are agreed.";
    set_minutes => "Verslag vaststellen", "Agree the minutes";
    take_out => "Iets weghalen", "Take something out";
    change_minutes => "Iets aanpassen of aanvullen", "Change or complete something";
    /// On a row about minutes that were opened again.
    as_it_was => "zo was het", "as it was";
    /// In the title bar.
    finished => "bijeenkomst afgerond", "meeting closed";
    /// In the title bar.
    reopened_title => "verslag aanpassen", "changing the minutes";
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
            format!("Heropend op {date}: {reason}"),
            format!("Opened again on {date}: {reason}"),
        )
    }

    /// On paper: from when until when, as far as that is known.
    #[must_use]
    pub fn times(self, began: NaiveTime, ended: Option<NaiveTime>) -> String {
        let from = self.said_time(began);
        match ended.map(|ended| self.said_time(ended)) {
            Some(to) => {
                let began = self.clock_time(began);
                self.pick(format!("{began} tot {to}"), format!("{from} to {to}"))
            }
            None => self.pick(format!("vanaf {from}"), format!("from {from}")),
        }
    }

    /// How the client came to find the minutes good; `None` while they did not.
    #[must_use]
    pub fn seen_how(self, how: Option<ReadHow>) -> &'static str {
        match how {
            None => self.pick("nog niet", "not yet"),
            Some(ReadHow::Alone) => self.pick("ja, zelf gelezen", "yes, read alone"),
            Some(ReadHow::Together) => self.pick("ja, samen gelezen", "yes, read together"),
            Some(ReadHow::Aloud) => self.pick("ja, voorgelezen", "yes, read aloud"),
            Some(ReadHow::NotNeeded) => {
                self.pick("ja, hoeft het niet te lezen", "yes, without reading them")
            }
        }
    }

    #[must_use]
    pub fn client_finds_good(self, client: &str) -> String {
        self.pick(
            format!("{client} vindt het verslag goed"),
            format!("The minutes are fine with {client}"),
        )
    }

    /// Whether the minutes may go to the group; `None` while nobody asked.
    #[must_use]
    pub fn may_go(self, answer: Option<MayGo>) -> &'static str {
        match answer {
            None => self.pick("nog vragen", "still to ask"),
            Some(MayGo::Yes) => self.pick("ja", "yes"),
            Some(MayGo::FirstTakeOut) => self.pick("eerst iets weg", "first take something out"),
            Some(MayGo::NotYet) => self.pick("nog niet", "not yet"),
        }
    }

    /// When the minutes went to the group.
    #[must_use]
    pub fn sent_or_not(self, on: Option<NaiveDate>, today: NaiveDate) -> String {
        match on {
            None => self.pick("nog niet", "not yet").to_owned(),
            Some(day) => self.pick("ja, op ", "yes, on ").to_owned() + &self.short_date(day, today),
        }
    }

    #[must_use]
    pub fn were_set_on(self, day: NaiveDate) -> String {
        let day = self.long_date(day);
        self.pick(format!("Vastgesteld op {day}."), format!("Agreed on {day}."))
    }

    /// On paper: what was agreed is not what it says now.
    #[must_use]
    pub fn set_and_adapted(self, set: NaiveDate, adapted: NaiveDate) -> String {
        let (set, adapted) = (self.long_date(set), self.long_date(adapted));
        self.pick(
            format!("Vastgesteld op {set}. Daarna aangepast op {adapted}."),
            format!("Agreed on {set}. Changed after that on {adapted}."),
        )
    }

    /// On paper.
    #[must_use]
    pub fn went_on(self, day: NaiveDate) -> String {
        let day = self.long_date(day);
        self.pick(format!("Naar de groep op {day}."), format!("To the group on {day}."))
    }

    /// On paper. After the day on which they went to the group, the group has the ones before.
    #[must_use]
    pub fn adapted_on(self, day: NaiveDate, sent: Option<NaiveDate>) -> String {
        let after = sent.is_some_and(|sent| sent < day);
        let day = self.long_date(day);
        if after {
            return self.pick(
                format!("Daarna aangepast op {day}."),
                format!("Changed after that on {day}."),
            );
        }
        self.pick(format!("Aangepast op {day}."), format!("Changed on {day}."))
    }

    /// On paper.
    #[must_use]
    pub fn taken_out_on(self, day: NaiveDate) -> String {
        let day = self.long_date(day);
        self.pick(
            format!("Op {day} is hier op verzoek iets weggehaald."),
            format!("On {day} something was taken out of this at a request."),
        )
    }

    /// On minutes of a closed meeting.
    #[must_use]
    pub fn not_seen_yet(self, client: &str) -> String {
        self.pick(
            format!("Concept: {client} kan hier nog iets aan veranderen."),
            format!("Draft: {client} can still change something here."),
        )
    }

    /// On minutes of a closed meeting.
    #[must_use]
    pub fn seen_not_set(self, client: &str) -> String {
        self.pick(
            format!("{client} vindt dit verslag goed. De groep heeft het nog niet vastgesteld."),
            format!("These minutes are fine with {client}. The group has not agreed them yet."),
        )
    }

    /// How far minutes are, in a list.
    #[must_use]
    pub fn minutes_state(self, state: MinutesState, client: &str) -> String {
        match state {
            MinutesState::Concept => self.pick("concept", "draft").to_owned(),
            MinutesState::Seen => {
                self.pick(format!("{client} vindt het goed"), format!("fine with {client}"))
            }
            MinutesState::Set => self.pick("vastgesteld", "agreed").to_owned(),
        }
    }

    /// Before it is said that minutes went to the group, of which the client has not said that they may.
    #[must_use]
    pub fn sent_unasked(self, client: &str) -> String {
        self.pick(
            format!("{client} heeft nog niet gezegd dat het verslag naar de groep mag. Ging het toch? Druk nog een keer."),
            format!("{client} has not said yet that the minutes may go to the group. Did they go anyway? Press again."),
        )
    }

    /// Before it is said that minutes did not go to the group after all.
    #[must_use]
    pub fn forgets_sent(self, day: NaiveDate) -> String {
        let day = self.long_date(day);
        self.pick(
            format!("Het verslag ging op {day} naar de groep. Was dat niet zo? Druk nog een keer."),
            format!("The minutes went to the group on {day}. Is that not so? Press again."),
        )
    }

    /// Before minutes are agreed that the client did not find good yet.
    #[must_use]
    pub fn set_unseen(self, client: &str) -> String {
        self.pick(
            format!("{client} heeft nog niet gezegd dat dit verslag goed is. Toch vaststellen? Druk nog een keer."),
            format!("{client} has not said yet that these minutes are fine. Agree them anyway? Press again."),
        )
    }

    /// Before minutes are agreed of which the client wants that they do not go to the group yet.
    #[must_use]
    pub fn set_not_wanted(self, client: &str) -> String {
        self.pick(
            format!("{client} wil dat dit verslag nog niet naar de groep gaat. Toch vaststellen? Druk nog een keer."),
            format!("{client} does not want these minutes to go to the group yet. Agree them anyway? Press again."),
        )
    }

    /// Before minutes are agreed that the group has not got.
    #[must_use]
    pub fn set_unsent(self) -> String {
        self.pick(
            "De groep heeft dit verslag nog niet gehad. Toch vaststellen? Druk nog een keer.",
            "The group has not got these minutes yet. Agree them anyway? Press again.",
        )
        .to_owned()
    }

    /// Somebody was expected later, and nobody has said whether they came.
    #[must_use]
    pub fn did_they_come(self, name: &str, at: Option<NaiveTime>) -> String {
        let at = at.map(|at| self.said_time(at));
        let at =
            at.map(|at| self.pick(format!(" om {at}"), format!(" at {at}"))).unwrap_or_default();
        self.pick(
            format!("{name} werd{at} verwacht. Was {name} er?"),
            format!("{name} was expected{at}. Was {name} there?"),
        )
    }
}
