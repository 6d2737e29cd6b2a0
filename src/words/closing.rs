//! Closing a meeting together, and what client and coordinator settle afterwards.

use super::{Words, messages};

messages! {
    /// The name of the page in the list of items.
    closing => "Afronden", "Closing";
    closing_title => "Samen afronden", "Closing together";
    closing_intro => "Lees samen na wat je afsprak. Klopt het, en mist er iets?",
        "Read back together what you agreed. Is it right, and is anything missing?";
    agreed_today => "Afgesproken", "Agreed";
    decided_today => "Besloten", "Decided";
    /// On a row that leads to the plan of the next meeting.
    next_one => "De volgende bijeenkomst plannen", "Plan the next meeting";
    at_next_meeting => "De volgende keer", "Next time";
    /// The day of a meeting and when it began, as a row and as the heading of its questions.
    meeting_day => "Datum en begin", "Date and start";
    ask_meeting_day => "Op welke dag was deze bijeenkomst?", "On which day was this meeting?";
    hint_meeting_day => "Bijvoorbeeld vandaag, of do 12 feb.", "For example today, or Thu 12 Feb.";
    ask_meeting_start => "Hoe laat begonnen jullie?", "When did you begin?";
    hint_meeting_start => "Bijvoorbeeld 14.10. Je mag dit leeg laten.", "For example 14.10. You may leave this empty.";
    /// Before the minutes can be finished.
    which_day_was_it => "De klok liep niet. Zeg eerst wanneer de bijeenkomst was.",
        "The clock did not run. First say when the meeting was.";
    is_yet_to_come => "Dat moment komt nog.", "That is yet to come.";
    nobody_was_there => "Niemand staat als aanwezig in de lijst. Kijk eerst bij Wie is er.",
        "Nobody is in the list as present. First look at Who is there.";
    did_not_go_on => "De bijeenkomst ging niet door", "The meeting did not go on";
    /// Behind a meeting in a list.
    cancelled => "ging niet door", "did not go on";
    recorded_as_cancelled => "Opgeschreven: de bijeenkomst ging niet door.",
        "Written down: the meeting did not go on.";
    /// On an agreement that has no name or no date yet.
    fill_in => "invullen", "fill in";
    /// On an agreement of which the questions were left half-way.
    not_finished => "nog niet af", "not finished";
    finish => "Klaar", "Done";
    /// In the list of what is still open.
    next_date_is_missing => "geen datum", "no date";
    meeting_is_over => "De bijeenkomst is klaar.", "The meeting is over.";
    thank_you => "Dank je wel dat je er was.", "Thank you for being here.";
    alone_now => "Nagesprek: we zijn nu met z'n tweeën", "Afterwards: it is just the two of us now";
    later_is_fine => "Het nagesprek komt later", "The two of us will talk later";
    /// The name of the page in the list of items.
    after_talk => "Nagesprek", "Afterwards";
    after_title => "Na de bijeenkomst", "After the meeting";
    same_group => "Dezelfde groep als nu", "The same group as now";
    evaluation => "Wanneer kijken jullie samen terug?", "When will the two of you look back?";
    to_group => "Klaar, terug naar het overzicht", "Done, back to the overview";
}

impl Words {
    /// Who is there next time: `same` when that is the group of today.
    #[must_use]
    pub fn decided(self, decided: bool, same: bool) -> &'static str {
        match (decided, same) {
            (false, _) => self.pick("nog niet besloten", "not decided yet"),
            (true, true) => self.pick("besloten", "decided"),
            (true, false) => self.pick("nee, andere mensen", "no, other people"),
        }
    }

    #[must_use]
    pub fn after_intro(self, client: &str) -> String {
        self.pick(
            format!("{client} kijkt vooruit, samen met de regieondersteuner."),
            format!("{client} looks ahead, together with the care coordinator."),
        )
    }

    /// In the list of what is still open.
    #[must_use]
    pub fn agreements_half_open(self, number: usize) -> String {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        let agreements = self.counted(number, "afspraak", "afspraken", "agreement", "agreements");
        self.pick(
            format!("{agreements} zonder wie of wanneer"),
            format!("{agreements} without who or when"),
        )
    }

    /// Shown once, before a second press agrees the minutes anyway.
    #[must_use]
    pub fn still_missing(self, missing: &[String]) -> String {
        let missing = missing.join(", ");
        self.pick(
            format!("Nog open: {missing}. Toch klaar? Druk weer op Enter."),
            format!("Still open: {missing}. Finish anyway? Press Enter again."),
        )
    }

    /// The items, by number, that were not discussed, and whether the next meeting has them all.
    #[must_use]
    pub fn had_no_turn(self, items: &[usize], come_again: bool) -> String {
        let listed = self.numbers(items);
        let (no_turn, again) = if items.len() == 1 {
            let no_turn = self.pick(
                format!("Punt {listed} kwam niet aan bod."),
                format!("We did not get to item {listed}."),
            );
            let dutch = "Dat staat de volgende keer weer klaar.";
            (no_turn, self.pick(dutch, "It is there again next time."))
        } else {
            let no_turn = self.pick(
                format!("Punt {listed} kwamen niet aan bod."),
                format!("We did not get to items {listed}."),
            );
            let dutch = "Die staan de volgende keer weer klaar.";
            (no_turn, self.pick(dutch, "They are there again next time."))
        };
        if come_again { format!("{no_turn} {again}") } else { no_turn }
    }

    /// The items, by number, that got time and of which nothing was written.
    #[must_use]
    pub fn had_time_only(self, items: &[usize]) -> String {
        let listed = self.numbers(items);
        self.pick(
            format!("Punt {listed}, niets opgeschreven. Wel besproken?"),
            format!("Item {listed}, nothing written. Discussed?"),
        )
    }

    /// "3, 4 en 7".
    fn numbers(self, items: &[usize]) -> String {
        let numbers: Vec<String> = items.iter().map(ToString::to_string).collect();
        match numbers.split_last() {
            None => String::new(),
            Some((last, [])) => last.clone(),
            Some((last, first)) => {
                format!("{} {} {last}", first.join(", "), self.pick("en", "and"))
            }
        }
    }

    /// Somebody who has an agreement and is no longer in the group.
    #[must_use]
    pub fn is_not_in_group(self, name: &str) -> String {
        self.pick(
            format!("{name} zit niet meer in de groep, en heeft nog een afspraak."),
            format!("{name} is no longer in the group, and still has an agreement."),
        )
    }

    /// A deed left somebody out of the next meeting.
    #[must_use]
    pub fn is_not_there_next_time(self, name: &str) -> String {
        self.pick(
            format!("{name} is er de volgende keer niet bij."),
            format!("{name} is not there next time."),
        )
    }

    #[must_use]
    pub fn who_next_time(self, client: &str) -> String {
        self.pick(
            format!("Wie is er de volgende keer? {client} kiest."),
            format!("Who is there next time? {client} decides."),
        )
    }
}
