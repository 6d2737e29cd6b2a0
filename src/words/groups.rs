//! The list of groups, and the overview of one group.

use chrono::NaiveDate;

use super::{Words, messages};
use crate::domain::arrangements::Appointment;
use crate::domain::phase::Phase;
use crate::store::name::NameProblem;

messages! {
    groups => "Groepen", "Groups";
    ask_group_name => "Hoe heet de groep? De cliënt kiest:",
        "What is the group called? The client chooses:";
    name_needed => "Een groep heeft een naam nodig.", "A group needs a name.";
    name_refused => "Deze naam kan niet: hooguit 60 tekens, zonder onzichtbare tekens.",
        "This name will not do: 60 characters at most, and none that are invisible.";
    name_of_practice => "Zo heet de oefengroep al.", "That is what the practice group is called.";
    home_is_empty => "kring helpt je een bijeenkomst te houden en op te schrijven. Hier komen je groepen te staan. Druk op e voor de oefengroep, of op n voor een nieuwe groep.",
        "kring helps you hold a meeting and write it down. Your groups appear here. Press e for the practice group, or n for a new group.";
    still_reading => "kring leest de groepen nog.", "kring is still reading the groups.";
    group_column => "Groep", "Group";
    phase_column => "Fase", "Phase";
    steps_column => "Stappen", "Steps";
    next_column => "Volgende bijeenkomst", "Next meeting";
    next_step => "Volgende stap", "Next step";
    /// The heading in the overview of a group.
    meetings => "Bijeenkomsten", "Meetings";
    members => "In de groep", "In the group";
}

impl Words {
    /// Why a group cannot have this name.
    #[must_use]
    pub fn name_problem(self, problem: NameProblem) -> &'static str {
        match problem {
            NameProblem::Missing => self.name_needed(),
            NameProblem::Unfit => self.name_refused(),
            NameProblem::Practice => self.name_of_practice(),
        }
    }

    #[must_use]
    pub fn filtered_by(self, filter: &str) -> String {
        self.pick(
            format!("Alleen groepen met \"{filter}\". Esc toont ze allemaal."),
            format!("Only groups with \"{filter}\". Esc shows all of them."),
        )
    }

    #[must_use]
    pub fn phase_number(self, phase: Phase) -> String {
        let number = phase.number();
        self.pick(format!("fase {number}"), format!("phase {number}"))
    }

    #[must_use]
    pub fn phase_of_group(self, phase: Phase, name: &str) -> String {
        let number = phase.number();
        self.pick(format!("Fase {number}: {name}"), format!("Phase {number}: {name}"))
    }

    /// A phase in the list of `kring list`.
    #[must_use]
    pub fn numbered_phase(self, number: u8, name: &str) -> String {
        self.pick(format!("fase {number} {name}"), format!("phase {number} {name}"))
    }

    #[must_use]
    pub fn steps_of(self, done: usize, all: usize) -> String {
        self.pick(format!("{done}/{all} stappen"), format!("{done}/{all} steps"))
    }

    #[must_use]
    pub fn next_in_column(
        self,
        unfinished: bool,
        next: Option<NaiveDate>,
        today: NaiveDate,
    ) -> String {
        match next {
            _ if unfinished => self.pick("begonnen, nog niet af", "begun, not finished").to_owned(),
            Some(date) => {
                format!("{} · {}", self.short_date(date, today), self.distance(date, today))
            }
            None => self.pick("nog geen datum", "no date yet").to_owned(),
        }
    }

    /// The same for a narrow window: today, tomorrow, or the date alone.
    #[must_use]
    pub fn next_in_narrow_column(
        self,
        unfinished: bool,
        next: Option<NaiveDate>,
        today: NaiveDate,
    ) -> String {
        match next {
            Some(date) if !unfinished && (date - today).num_days().abs() > 1 => {
                self.short_date(date, today)
            }
            _ => self.next_in_column(unfinished, next, today),
        }
    }

    #[must_use]
    pub fn next_planned(self, next: Option<&Appointment>, today: NaiveDate) -> String {
        let Some(next) = next else {
            return self
                .pick(
                    "Nog geen datum voor de volgende bijeenkomst",
                    "No date for the next meeting yet",
                )
                .to_owned();
        };
        let date = self.long_date(next.date);
        let distance = self.distance(next.date, today);
        if next.date < today {
            return self.pick(
                format!("Gepland was {date} ({distance}). Er is nog geen nieuwe datum"),
                format!("{date} was planned ({distance}). There is no new date yet"),
            );
        }
        let time = next.time.map(|time| format!(", {}", self.said_time(time))).unwrap_or_default();
        let place = if next.place.is_empty() { String::new() } else { format!(", {}", next.place) };
        self.pick(
            format!("Volgende bijeenkomst: {date}{time}{place} ({distance})"),
            format!("Next meeting: {date}{time}{place} ({distance})"),
        )
    }

    #[must_use]
    pub fn members_are(self, names: &[String]) -> String {
        if names.is_empty() {
            return self.pick("Nog niemand in de groep", "Nobody in the group yet").to_owned();
        }
        let names = names.join(", ");
        self.pick(format!("In de groep: {names}"), format!("In the group: {names}"))
    }

    #[must_use]
    pub fn go_on_with(self, kind: &str, date: NaiveDate) -> String {
        let date = self.long_date(date);
        self.pick(
            format!("Verder met de {kind} van {date}"),
            format!("Go on with the {kind} of {date}"),
        )
    }

    /// How far the reading of all groups is.
    #[must_use]
    pub fn groups_read(self, read: usize, all: usize) -> String {
        self.pick(format!("{read} van {all} gelezen"), format!("{read} of {all} read"))
    }

    #[must_use]
    pub fn begin_meeting(self, kind: &str) -> String {
        self.pick(format!("Een {kind} beginnen"), format!("Begin a {kind}"))
    }
}
