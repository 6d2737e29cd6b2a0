//! The week across all groups: what there is to do, and what needs attention.

use chrono::NaiveDate;

use super::{Words, messages};
use crate::domain::late::Late;
use crate::domain::week::Task;

messages! {
    my_week => "Mijn week", "My week";
    week_is_empty => "Er hoeft deze week niets. Hier komt te staan wie je belt, spreekt of herinnert, en wat je voorbereidt.",
        "There is nothing to do this week. People to call, meet or remind, and what to prepare, will appear here.";
    what_column => "Wat", "What";
    /// In place of a day.
    any_day => "deze week", "this week";
    late_column => "Vraagt aandacht", "Needs attention";
    what_is_late => "Dit vraagt aandacht", "This needs attention";
}

impl Words {
    /// What is late in a group, in a few words, the most important first; empty when nothing is.
    #[must_use]
    pub fn late_in_column(self, late: &[Late]) -> String {
        let count = |is: fn(&Late) -> bool| {
            i64::try_from(late.iter().filter(|one| is(one)).count()).unwrap_or(i64::MAX)
        };
        let steps = count(|late| matches!(late, Late::Step(_)));
        let agreements = count(|late| matches!(late, Late::Agreement(_)));
        let mut said = Vec::new();
        if late.contains(&Late::NoNextDay) {
            said.push(self.pick("geen datum", "no date").to_owned());
        }
        if steps > 0 {
            said.push(self.counted(steps, "stap", "stappen", "step", "steps"));
        }
        if count(|late| matches!(late, Late::Evaluation(_))) > 0 {
            said.push(self.pick("terugkijken", "looking back").to_owned());
        }
        if count(|late| matches!(late, Late::GoesOn(_))) > 0 {
            said.push(self.pick("gaat de groep door?", "does it go on?").to_owned());
        }
        if count(|late| matches!(late, Late::Composition(_))) > 0 {
            said.push(self.pick("wie komt", "who comes").to_owned());
        }
        if count(|late| matches!(late, Late::Clinician(_))) > 0 {
            said.push(self.clinician().to_owned());
        }
        if agreements > 0 {
            let (nl, en) = (["afspraak", "afspraken"], ["agreement", "agreements"]);
            said.push(self.counted(agreements, nl[0], nl[1], en[0], en[1]));
        }
        said.join(", ")
    }

    /// Something that is late. `what` names the step, the agreement or the role.
    #[must_use]
    pub fn late(self, late: Late, what: &str, today: NaiveDate) -> String {
        match late {
            Late::Step(_) => self.pick(
                format!("Nog open na 3 maanden: {what}"),
                format!("Still open after 3 months: {what}"),
            ),
            Late::NoNextDay => self
                .pick(
                    "Er is geen dag voor de volgende bijeenkomst",
                    "There is no day for the next meeting",
                )
                .to_owned(),
            Late::GoesOn(_) => self.goes_on_is_open().to_owned(),
            Late::Composition(since) => {
                let since = self.short_date(since, today);
                self.pick(
                    format!("Sinds {since} is niet besloten wie er de volgende keer is"),
                    format!("Since {since} it is not decided who is there next time"),
                )
            }
            Late::Evaluation(since) => {
                let since = self.short_date(since, today);
                self.pick(
                    format!("Geen dag om terug te kijken op de startbijeenkomst van {since}"),
                    format!("No day to look back on the start meeting of {since}"),
                )
            }
            Late::Clinician(since) => {
                let since = self.dated(since);
                let since = since.trim();
                self.pick(
                    format!("De {what} is er al langer dan een jaar niet geweest, sinds {since}"),
                    format!("The {what} has not been there for over a year, since {since}"),
                )
            }
            Late::Agreement(_) => {
                self.pick(format!("Nog navragen: {what}"), format!("Still to ask about: {what}"))
            }
        }
    }

    /// Something to do. `what` names the person, the agreement or the meeting.
    #[must_use]
    pub fn task(self, task: Task, what: &str) -> String {
        match task {
            Task::Ask(_) => self.pick(format!("{what} vragen"), format!("Ask {what}")),
            Task::PlanInterview(_) => self.pick(
                format!("Gesprek met {what} plannen"),
                format!("Plan the interview with {what}"),
            ),
            Task::Interview(_) => {
                self.pick(format!("Gesprek met {what}"), format!("Interview with {what}"))
            }
            Task::Remind(_) => self.pick(format!("Herinneren: {what}"), format!("Remind: {what}")),
            Task::Prepare => {
                self.pick("De bijeenkomst voorbereiden", "Prepare the meeting").to_owned()
            }
            Task::InviteClinician => self.pick(
                format!("Vragen of de {what} komt: dat is dan een jaar geleden"),
                format!("Ask the {what} to come: it will be a year ago"),
            ),
            Task::AskAboutGoal(_) => self.pick(
                format!("{what}: klopt het doel nog, en voor wanneer?"),
                format!("{what}: is the goal still right, and by when?"),
            ),
            Task::AskGoesOn => self.ask_whether_group_goes_on().to_owned(),
            Task::PlanMeeting => {
                self.pick("De volgende bijeenkomst plannen", "Plan the next meeting").to_owned()
            }
            Task::Finish(_) => self.pick("Het verslag afmaken", "Finish the minutes").to_owned(),
            Task::Compose => self
                .pick("Vragen wie er de volgende keer is", "Ask who is there next time")
                .to_owned(),
            Task::Evaluate => self
                .pick("Terugkijken op de startbijeenkomst", "Look back on the start meeting")
                .to_owned(),
        }
    }

    #[must_use]
    pub fn and_more(self, number: usize) -> String {
        self.pick(format!("en nog {number}"), format!("and {number} more"))
    }
}
