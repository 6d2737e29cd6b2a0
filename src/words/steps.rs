//! The steps of the method: their short names, their state, and the questions they ask.

use chrono::NaiveDate;

use super::{Words, messages};
use crate::domain::phase::{Step, StepState};

messages! {
    step_done => "klaar", "done";
    step_busy => "begonnen", "begun";
    step_not_needed => "niet nodig", "not needed";
    /// Not needed, while no reason has been written.
    step_needs_reason => "waarom niet?", "why not?";
    /// Open, and past its guideline.
    step_late => "nog open", "still open";
    /// Before the state of the step.
    this_step => "Deze stap is", "This step is";
    /// Before the reason why a step is not needed.
    because => "omdat", "because";
    since_when => "sinds", "since";
    by_whom => "door", "by";
    kring_sees_it => "kring ziet dit aan wat er al staat.", "kring sees this from what is there.";
    explained_to => "Aan wie", "To whom";
    on_day => "Wanneer", "When";
    begun_on => "Groep begonnen op", "Group started on";
    day_in_week => "Een dag in die week", "A day in that week";
}

impl Words {
    /// The name of a step in a narrow list, at most 20 characters.
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

    /// The state of a step: `shown` when the dossier itself shows that it is done.
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

    #[must_use]
    pub fn guideline_is(self, day: NaiveDate, today: NaiveDate) -> String {
        let (date, distance) = (self.long_date(day), self.distance(day, today));
        self.pick(
            format!("Richtlijn: uiterlijk {date} ({distance})"),
            format!("Guideline: by {date} ({distance})"),
        )
    }

    /// Above an appendix.
    #[must_use]
    pub fn appendix_title(self, number: &str, title: &str) -> String {
        self.pick(format!("Bijlage {number}: {title}"), format!("Appendix {number}: {title}"))
    }

    #[must_use]
    pub fn read_appendix(self, number: &str, title: &str) -> String {
        self.pick(
            format!("Bijlage {number} lezen: {title}"),
            format!("Read appendix {number}: {title}"),
        )
    }

    #[must_use]
    pub fn made_on(self, date: &str) -> String {
        self.pick(
            format!("Leeg: dan telt {date}, de dag waarop je de groep maakte."),
            format!("Leave it empty to use {date}, the day on which you made the group."),
        )
    }

    #[must_use]
    pub fn week_from_to(self, monday: NaiveDate, sunday: NaiveDate) -> String {
        let (from, to) = (self.day_and_month(monday), self.day_and_month(sunday));
        self.pick(
            format!("De week van {from} tot en met {to}"),
            format!("The week from {from} to {to}"),
        )
    }

    #[must_use]
    pub fn three_months_from_start(self, date: &str) -> String {
        self.pick(
            format!("Voorstel: {date}, 3 maanden na het begin"),
            format!("Proposal: {date}, 3 months from the start"),
        )
    }

    #[must_use]
    pub fn two_weeks_later(self, date: &str) -> String {
        self.pick(
            format!("Voorstel: {date}, 2 weken erna"),
            format!("Proposal: {date}, 2 weeks after it"),
        )
    }

    #[must_use]
    pub fn after_meeting_of(self, date: NaiveDate) -> String {
        let date = self.long_date(date);
        self.pick(format!("Na de bijeenkomst van {date}"), format!("After the meeting of {date}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn every_step_has_a_short_name_of_its_own() {
        for words in [Words(Language::Dutch), Words(Language::English)] {
            let mut names: Vec<&str> =
                Step::ALL.iter().copied().map(|step| words.step_short(step)).collect();
            assert!(names.iter().all(|name| name.chars().count() <= 20), "{names:?}");
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), Step::ALL.len());
        }
    }
}
