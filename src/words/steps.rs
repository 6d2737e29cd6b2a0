//! The words of a step: its short name, where it stands, what is asked for.

use chrono::NaiveDate;

use super::{Words, capital, messages};
use crate::domain::phase::{Step, StepState};
use crate::screens::dossier::section::Section;

messages! {
    /// Done, in a list.
    step_done => "klaar", "done";
    /// Begun, in a list.
    step_busy => "begonnen", "begun";
    /// Not needed, in a list.
    step_not_needed => "niet nodig", "not needed";
    /// Not needed, and nobody said why yet.
    step_needs_reason => "waarom niet?", "why not?";
    /// Past its guideline, in a list.
    step_late => "nog open", "still open";
    /// Before the state of a step.
    this_step => "Deze stap is", "This step is";
    /// Not needed, because …
    because => "omdat", "because";
    /// Since when a step is so.
    since_when => "sinds", "since";
    /// Who did a step.
    by_whom => "door", "by";
    /// The dossier shows that a step is done.
    kring_sees_it => "kring ziet dit aan wat er al staat.", "kring sees this from what is there.";
    /// To whom the method was explained.
    explained_to => "Aan wie", "To whom";
    /// On which day.
    on_day => "Wanneer", "When";
    /// When the work began.
    begun_on => "Groep begonnen op", "Group started on";
    /// Go to another list.
    go_there => "openen", "view";
    /// Nobody is to be asked yet.
    nobody_to_ask => "Er staat nog niemand.", "Nobody is here yet.";
    /// Nobody is to be interviewed yet.
    nobody_to_interview => "Nog niemand. Kies eerst wie je wilt vragen, bij fase 1.",
        "Nobody yet. Choose first whom to ask, in phase 1.";
    /// A day in a week.
    day_in_week => "Een dag in die week", "A day in that week";
    /// How somebody is asked is still open.
    how_to_ask => "hoe vraag je het?", "how to ask?";
    /// What the formal chair does.
    chair_does => "Wat doet de voorzitter?", "What does the chair do?";
    /// What the informal chair does.
    guard_does => "Wat doet de procesbewaker?", "What does the process guard do?";
    /// Fill in an example.
    fill_in_example => "Voorbeeld invullen", "Fill in an example";
    /// The agenda.
    agenda => "Agenda", "Agenda";
    /// What else comes up.
    also_on_agenda => "Wat komt er nog bij?", "What else comes up?";
    /// What was agreed about keeping in touch.
    communication_words => "Wat spreken jullie daarover af?", "What do you agree about it?";
    /// Meetings of this kind.
    held_so_far => "Tot nu toe", "So far";
    /// A meeting that was held without a computer.
    held_without => "Was er al een bijeenkomst zonder computer? Op welke dag?",
        "Was there a meeting without a computer already? On which day?";
    /// There was no meeting yet.
    after_first_meeting => "Dit komt na de eerste bijeenkomst.", "This comes after the first meeting.";
    /// A group that is not complete may begin.
    who_joins_later => "Wie komt er later bij?", "Who joins later?";
    /// Somebody new.
    somebody_new => "Iemand nieuw vragen", "Ask somebody new";
    /// Is it time for phase 6?
    is_it_time => "Is het er tijd voor?", "Is it time?";
    /// Who takes over.
    who_takes_over => "Wie neemt de zorg over?", "Who takes over care?";
    /// Written down afterwards.
    written_afterwards => "achteraf opgeschreven", "written down afterwards";
    /// There is no clock.
    without_clock => "Schrijf op wat er was. Er loopt geen klok.", "Write down what there was. No clock is running.";
    /// There is no clock here.
    no_clock_here => "hier loopt geen klok", "there is no clock here";
    /// Something went to the bin.
    in_bin_now => "Het staat in de prullenbak. Ctrl+Z zet het terug.", "It is in the bin. Ctrl+Z puts it back.";
    /// Something came back from the bin.
    is_back => "Het staat weer op zijn plek.", "It is back in its place.";
    /// An item was spoken about.
    was_spoken_about => "besproken", "discussed";
    /// An item was not spoken about.
    was_not_spoken_about => "niet besproken", "not discussed";
    /// An item is still to come.
    still_to_come => "nog niet", "not yet";
}

impl Words {
    /// A step in a narrow list, at most 20 characters.
    #[must_use]
    pub fn step_short(self, step: Step) -> &'static str {
        match step {
            Step::ExplainMethod => self.pick("Uitleg", "Explanation"),
            Step::DrawSociogram => self.pick("Sociogram", "Sociogram"),
            Step::StartGoals => self.pick("Hersteldoelen", "Recovery goals"),
            Step::NominateMembers => self.pick("Wie vragen", "Whom to ask"),
            Step::StartPlan => self.pick("Plan beginnen", "Begin the plan"),
            Step::FixFirstWeek => self.pick("Eerste week", "First week"),
            Step::ApproachNominees => self.pick("Vragen", "Asking"),
            Step::HoldInterviews => self.pick("Gesprekken", "Interviews"),
            Step::PlanFirstDate => self.pick("Eerste datum", "First date"),
            Step::FinishPlan => self.pick("Plan afmaken", "Finish the plan"),
            Step::PrepareFirstMeeting => self.pick("Voorbereiden", "Preparing"),
            Step::ChooseMinuteTaker => self.pick("Notulist", "Minute taker"),
            Step::ChoosePlace => self.pick("Plek", "Place"),
            Step::ChooseFrequency => self.pick("Hoe vaak", "How often"),
            Step::AgreeCommunication => self.pick("Contact houden", "Keep in touch"),
            Step::HoldStartMeeting => self.pick("Startbijeenkomst", "Start meeting"),
            Step::DiscussWayOfWorking => self.pick("Wat je bespreekt", "What to discuss"),
            Step::KeepToTheHour => self.pick("Een uur", "One hour"),
            Step::PlanEvaluation => self.pick("Evaluatieafspraak", "Looking back"),
            Step::DecideComposition => self.pick("Wie erbij is", "Who is there"),
            Step::FollowStructure => self.pick("Bijeenkomsten", "Meetings"),
            Step::ReviewComposition => self.pick("Groep bekijken", "Review group"),
            Step::ScaleDownOrHandOver => self.pick("Minder zorg", "Less care"),
            Step::PrepareForRelapse => self.pick("Terugval", "Relapse"),
            Step::OrganiseHandover => self.pick("Overdracht", "Handover"),
        }
    }

    /// Where a step stands.
    #[must_use]
    pub fn step_state(self, state: Option<&StepState>, shown: bool) -> &'static str {
        match state {
            Some(state @ StepState::NotNeeded(_)) if state.done() => self.step_not_needed(),
            _ if shown => self.step_done(),
            Some(StepState::NotNeeded(_)) => self.step_needs_reason(),
            Some(StepState::Busy) => self.step_busy(),
            Some(StepState::Done) => self.step_done(),
            None => self.pick("open", "open"),
        }
    }

    /// The guideline of a step, and how far away it is.
    #[must_use]
    pub fn guideline_is(self, day: NaiveDate, today: NaiveDate) -> String {
        let (date, distance) = (self.long_date(day), self.distance(day, today));
        self.pick(
            format!("Richtlijn: uiterlijk {date} ({distance})"),
            format!("Guideline: by {date} ({distance})"),
        )
    }

    /// Read an appendix.
    #[must_use]
    pub fn read_appendix(self, number: &str, title: &str) -> String {
        self.pick(
            format!("Bijlage {number} lezen: {title}"),
            format!("Read appendix {number}: {title}"),
        )
    }

    /// When the group was made in kring.
    #[must_use]
    pub fn made_on(self, date: &str) -> String {
        self.pick(
            format!("Leeg: dan telt {date}, de dag waarop je de groep maakte."),
            format!("Empty: then {date} counts, the day on which you made the group."),
        )
    }

    /// A list of the dossier.
    #[must_use]
    pub fn section_title(self, section: Section) -> &'static str {
        match section {
            Section::Phase(_) => self.pick("Fase", "Phase"),
            Section::People => self.pick("Mensen", "People"),
            Section::Sociogram => self.pick("Sociogram", "Sociogram"),
            Section::Goals => self.pick("Hersteldoelen", "Recovery goals"),
            Section::Plan => self.pick("Signaleringsplan", "Signalling plan"),
            Section::Interviews => self.pick("Verdiepingsgesprekken", "In-depth interviews"),
            Section::Bin => self.pick("Prullenbak", "Bin"),
        }
    }

    /// What an empty list says.
    #[must_use]
    pub fn section_is_empty(self, section: Section) -> &'static str {
        match section {
            Section::Bin => self.pick(
                "De prullenbak is leeg. Wat je met Delete weghaalt, komt hier te staan.",
                "The bin is empty. What you take away with Delete comes to stand here.",
            ),
            Section::Interviews => self.pick(
                "Hier komen de gesprekken met wie de cliënt wil vragen. Kies eerst mensen, met 7.",
                "The interviews with those the client wants to ask come here. Choose people first, with 7.",
            ),
            _ => self.pick("Hier staat nog niets.", "Nothing is here yet."),
        }
    }

    /// How many people stand in the sociogram, and how many lines.
    #[must_use]
    pub fn people_and_lines(self, people: usize, lines: usize) -> String {
        let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let people = self.counted(number(people), "mens", "mensen", "person", "people");
        let lines = self.counted(number(lines), "lijn", "lijnen", "line", "lines");
        format!("{people}, {lines}")
    }

    /// The week of the first meeting.
    #[must_use]
    pub fn week_from_to(self, monday: NaiveDate, sunday: NaiveDate) -> String {
        let (from, to) = (self.day_and_month(monday), self.day_and_month(sunday));
        self.pick(
            format!("De week van {from} tot en met {to}"),
            format!("The week from {from} to {to}"),
        )
    }

    /// Three months from the start, as a proposal.
    #[must_use]
    pub fn three_months_from_start(self, date: &str) -> String {
        self.pick(
            format!("Voorstel: {date}, 3 maanden na het begin"),
            format!("Proposal: {date}, 3 months from the start"),
        )
    }

    /// The client decides who the chair is.
    #[must_use]
    pub fn client_chooses_chair(self, client: &str) -> String {
        self.pick(
            format!("{client} kiest wie voorzitter is."),
            format!("{client} chooses who is chair."),
        )
    }

    /// The client decides.
    #[must_use]
    pub fn client_chooses(self, client: &str) -> String {
        self.pick(format!("{client} kiest."), format!("{client} chooses."))
    }

    /// Write down a meeting that was held without a computer.
    #[must_use]
    pub fn write_down(self, kind: &str) -> String {
        self.pick(
            format!("Deze {kind} nu opschrijven, zonder klok"),
            format!("Write down this {kind} now, without a clock"),
        )
    }

    /// Whether an item was spoken about; nothing when there was no meeting yet.
    #[must_use]
    pub fn spoken_about(self, spoken: Option<bool>) -> &'static str {
        match spoken {
            None => self.still_to_come(),
            Some(true) => self.was_spoken_about(),
            Some(false) => self.was_not_spoken_about(),
        }
    }

    /// How long the start meeting took; nothing when there was none yet, and nothing within when
    /// there was no clock.
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

    /// Two weeks after the first meeting, as a proposal.
    #[must_use]
    pub fn two_weeks_later(self, date: &str) -> String {
        self.pick(
            format!("Voorstel: {date}, 2 weken erna"),
            format!("Proposal: {date}, 2 weeks after it"),
        )
    }

    /// A meeting before the group began.
    #[must_use]
    pub fn before_start(self, day: NaiveDate, start: NaiveDate) -> String {
        let (day, start) = (capital(&self.long_date(day)), self.long_date(start));
        self.pick(
            format!("{day} is voor het begin van de groep, {start}. Klopt dat begin niet? Pas het aan bij fase 1, a."),
            format!("{day} is before the group began, {start}. Is that beginning wrong? Change it in phase 1, a."),
        )
    }

    /// After which meeting the client decides.
    #[must_use]
    pub fn after_meeting_of(self, date: NaiveDate) -> String {
        let date = self.long_date(date);
        self.pick(format!("Na de bijeenkomst van {date}"), format!("After the meeting of {date}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn every_step_has_a_short_name_of_its_own() {
        for words in [Words(Language::Dutch), Words(Language::English)] {
            let mut names: Vec<&str> =
                Step::ALL.into_iter().map(|step| words.step_short(step)).collect();
            assert!(names.iter().all(|name| name.chars().count() <= 20), "{names:?}");
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), Step::ALL.len());
        }
    }
}
