//! Work agreements and decisions: the questions that make them, how they went, and their lists.

use chrono::NaiveDate;

use super::{Words, messages};
use crate::domain::agreement::Outcome;

messages! {
    agreement => "afspraak", "agreement";
    decision => "besluit", "decision";
    make_agreement => "Een afspraak maken", "Make an agreement";
    mend_agreement => "Afspraak aanvullen", "Complete the agreement";
    ask_what => "Wat spreken jullie af?", "What do you agree?";
    hint_what => "Bijvoorbeeld: maandag samen wandelen", "For example: walk together on Monday";
    ask_who => "Wie doet dit?", "Who does this?";
    /// Everybody in the group, as who does something.
    everybody => "iedereen", "everybody";
    ask_when => "Wanneer doe je dit?", "When will you do it?";
    hint_when => "Bijvoorbeeld: vrijdag, 2 maart, over 3 weken, elke maandag",
        "For example: Friday, 2 March, in 3 weeks, every Monday";
    ask_goal => "Bij welk doel hoort dit? Je mag dit leeg laten.", "Which goal is it for? Empty is fine.";
    ask_decision => "Wat besluiten jullie?", "What do you decide?";
    agreements_so_far => "Afspraken van deze bijeenkomst", "Agreements of this meeting";
    no_agreements_yet => "Nog geen afspraken.", "No agreements yet.";
    /// The last meeting left no agreements to ask about.
    no_agreements_to_ask => "Er staan geen afspraken open.", "No agreements are open.";
    /// The heading above the agreements that belong to no goal.
    other_agreements => "Andere afspraken", "Other agreements";
    /// Stands in place of the name while an agreement has nobody.
    who_question => "Wie doet dit?", "Who does this?";
    /// Stands in place of the date while an agreement has none.
    when_question => "Wanneer?", "By when?";
    when_in_sentence => "wanneer: zoals het er staat", "when: as it says";
    see_all_agreements => "Alles over deze afspraken", "All about these agreements";
    open_ones => "Open", "Open";
    past_ones => "Afgelopen", "Past";
    is_ended => "klaar", "done";
    is_dropped => "niet meer nodig", "no longer needed";
    a_week_later => "Een week later", "A week later";
    four_weeks_later => "Vier weken later", "Four weeks later";
    ends_it => "Dit is klaar", "This is done";
    drops_it => "Dit is niet meer nodig", "This is no longer needed";
    /// The heading on the page of a goal.
    agreements_label => "Werkafspraken", "Work agreements";
    /// On the page of a goal that has no agreements.
    agreements_come_from_meetings => "Afspraken maak je in een bijeenkomst. Ze komen hier vanzelf.",
        "Agreements are made in a meeting. They come here by themselves.";
}

/// How many names are listed where one of them is meant.
const MOST_NAMES: usize = 3;

impl Words {
    /// The answer to "Who does this?" names somebody who is not in the group.
    #[must_use]
    pub fn not_in_group(self, name: &str) -> String {
        self.pick(
            format!("{name} zit niet in de groep. De naam komt in de afspraak te staan."),
            format!("{name} is not in the group. The name is kept in the agreement."),
        )
    }

    /// The same, and the name is like that of somebody who is.
    #[must_use]
    pub fn did_you_mean_person(self, name: &str, near: &str) -> String {
        self.pick(
            format!("{name} zit niet in de groep. Bedoel je {near}? Druk dan op Tab."),
            format!("{name} is not in the group. Do you mean {near}? Then press Tab."),
        )
    }

    /// The people of whom nobody said which one is meant, on paper.
    #[must_use]
    pub fn one_of(self, names: &[&str]) -> String {
        if names.len() > MOST_NAMES {
            return self.pick("nog iemand (nog kiezen)", "somebody (still to choose)").to_owned();
        }
        let names = names.join(self.pick(" of ", " or "));
        self.pick(format!("{names} (nog kiezen)"), format!("{names} (still to choose)"))
    }

    /// Those who do something for certain, and beside them one of whom nobody said who it is.
    #[must_use]
    pub fn and_one_of(self, who: &str, open: &str) -> String {
        self.pick(format!("{who}, en ook: {open}"), format!("{who}, and also: {open}"))
    }

    /// Stands in place of the name while it fits several people.
    #[must_use]
    pub fn which_of(self, names: &[&str]) -> String {
        if names.len() > MOST_NAMES {
            return self.pick("Wie precies?", "Who exactly?").to_owned();
        }
        let names = names.join(self.pick(" of ", " or "));
        self.pick(format!("Wie: {names}?"), format!("Who: {names}?"))
    }

    /// A line of an earlier note that is an agreement.
    #[must_use]
    pub fn said_agreement(self, what: &str) -> String {
        self.pick(format!("Afspraak: {what}"), format!("Agreement: {what}"))
    }

    /// A line of an earlier note that is a decision.
    #[must_use]
    pub fn said_decision(self, what: &str) -> String {
        self.pick(format!("Besluit: {what}"), format!("Decision: {what}"))
    }

    /// How an agreement went that nobody was asked about: a question once its day has passed.
    #[must_use]
    pub fn asked_or_not(self, overdue: bool) -> &'static str {
        if overdue { self.pick("nog vragen hoe het ging", "still to ask how it went") } else { "" }
    }

    /// How an agreement went; `None` when nobody has asked about it yet.
    #[must_use]
    pub fn outcome(self, outcome: Option<Outcome>) -> &'static str {
        match outcome {
            None => self.pick("nieuw", "new"),
            Some(Outcome::Done) => self.pick("gelukt", "done"),
            Some(Outcome::WentWell) => self.pick("gelukt, deze keer", "went well this time"),
            Some(Outcome::Ended) => self.pick("klaar, stopt", "done, ends"),
            Some(Outcome::Running) => self.pick("loopt nog", "still going"),
            Some(Outcome::NotYet) => self.pick("nog niet gelukt", "not yet"),
            Some(Outcome::Dropped) => self.pick("niet meer nodig", "no longer needed"),
        }
    }

    /// The agreements that are not due yet, in one line.
    #[must_use]
    pub fn still_going(self, number: usize) -> String {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        self.counted(
            number,
            "afspraak loopt nog",
            "afspraken lopen nog",
            "agreement is still going",
            "agreements are still going",
        )
    }

    /// Behind a line that unfolds.
    #[must_use]
    pub fn fold_or_not(self, unfolded: bool) -> &'static str {
        if unfolded { self.pick("dicht", "fold") } else { self.pick("bekijken", "look") }
    }

    /// In which meeting an agreement was made.
    #[must_use]
    pub fn agreed_on(self, day: NaiveDate) -> String {
        let day = self.long_date(day);
        self.pick(format!("afgesproken op {day}"), format!("agreed on {day}"))
    }

    /// Whether the coordinator reminds the others.
    #[must_use]
    pub fn reminds(self, coordinator: &str) -> String {
        self.pick(
            format!("Herinnert de {coordinator} ook anderen aan hun afspraken?"),
            format!("Does the {coordinator} remind others of their agreements too?"),
        )
    }

    /// The agreements of somebody or of a goal, on their page.
    #[must_use]
    pub fn all_agreements(self, number: usize) -> String {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        self.counted(number, "werkafspraak", "werkafspraken", "work agreement", "work agreements")
    }

    /// The number of open agreements, in a list.
    #[must_use]
    pub fn open_agreements(self, number: usize) -> String {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        self.counted(number, "afspraak open", "afspraken open", "agreement open", "agreements open")
    }
}
