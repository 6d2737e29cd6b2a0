//! Erased for good: every text of a dossier that can hold what somebody wants gone.
//!
//! Each struct is taken apart whole, so that a text that is added later does not compile until
//! somebody has thought of it here.

use std::fmt;

use chrono::NaiveDate;

use super::agreement::Agreement;
use super::arrangements::{Explanation, Planned, Preparation, RoleWords};
use super::bin::{Binned, Thing};
use super::dossier::Dossier;
use super::goal::{Attainment, Goal};
use super::group::{Appointment, Group};
use super::interview::{Interview, InterviewAnswer};
use super::meeting::{AfterTalk, Draft, Item, Meeting, NextWords, Reopening};
use super::minutes::{
    MinutedAgreement, MinutedAnswer, MinutedGoal, MinutedItem, MinutedRoles, Minutes, Named,
};
use super::notes::{self, Line};
use super::person::Person;
use super::phase::{StepRecord, StepState};
use super::plan::{Level, SignallingPlan};

/// What somebody wants gone.
#[derive(Clone, PartialEq, Eq)]
pub struct Passage {
    /// The words, within one line: they go wherever they stand.
    words: String,
    /// The same as a record has them, without signs and names: an agreement or a decision that
    /// says just this goes too.
    records: Vec<String>,
}

/// Says how long it is, never what it says.
impl fmt::Debug for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Passage").field("length", &self.words.len()).finish_non_exhaustive()
    }
}

impl Passage {
    /// A line of a text, as it stands there. `today` is the day on which it would be read.
    #[must_use]
    pub fn of_line(line: &str, group: &Group, today: NaiveDate) -> Self {
        let words = line.trim().to_owned();
        let records = match notes::read_line(&words, group, today) {
            Line::Words => Vec::new(),
            Line::Decision(said) => vec![said],
            Line::Agreement(understood) => vec![understood.what],
        };
        Self { words, records }
    }

    /// The words.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Whether a text of a file holds it. A text that was wrapped for paper breaks anywhere
    /// between words, and RON writes some signs in another way.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let flat = flattened(text);
        let all = std::iter::once(&self.words).chain(&self.records);
        all.filter(|words| !words.is_empty()).any(|words| {
            text.contains(words)
                || text.contains(&quoted(words))
                || flat.contains(&flattened(words))
        })
    }

    /// Takes it out of one text. Returns how many times it stood there.
    fn take_out_of(&self, text: &mut String) -> usize {
        if self.records.iter().any(|record| record == text) {
            text.clear();
            return 1;
        }
        let mut times = 0;
        while !self.words.is_empty() && text.contains(&self.words) {
            times += text.matches(&self.words).count();
            *text = text.replace(&self.words, "");
        }
        times
    }
}

/// A text with every run of spaces and line ends as one space.
fn flattened(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as it stands between quotes in a file.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// What is done with each text.
type Each<'a> = &'a mut dyn FnMut(&mut String);

/// Something that holds texts.
pub trait Texts {
    /// Does something with each text in it.
    fn each_text(&mut self, each: Each<'_>);

    /// Takes a passage out of every text. Returns how many times it stood there.
    fn erase(&mut self, passage: &Passage) -> usize {
        let mut times = 0;
        self.each_text(&mut |text| times += passage.take_out_of(text));
        times
    }
}

impl Dossier {
    /// Takes a passage out of everything that is open, and lets go of what could bring it back.
    /// Returns how many times it stood there.
    pub fn erase(&mut self, passage: &Passage) -> usize {
        self.history.forget();
        let in_meetings: usize =
            self.meetings.values_mut().map(|meeting| meeting.erase(passage)).sum();
        self.group.erase(passage) + in_meetings
    }
}

fn all<'a, T: Texts + 'a>(things: impl IntoIterator<Item = &'a mut T>, each: Each<'_>) {
    for thing in things {
        thing.each_text(each);
    }
}

impl Texts for String {
    fn each_text(&mut self, each: Each<'_>) {
        each(self);
    }
}

impl Texts for Group {
    fn each_text(&mut self, each: Each<'_>) {
        let Self {
            name,
            started: _,
            begun,
            explanation: Explanation { to, on },
            relations: _,
            first_week,
            people,
            roles: _,
            goals,
            agreements,
            plan: SignallingPlan { levels, relapse },
            preparation: Preparation { chair, process_guard, agenda },
            frequency: _,
            place,
            channels: _,
            communication,
            evaluation,
            reorientation: _,
            responsibility,
            receivers: _,
            handover,
            next: Planned { day, time, place: next_place },
            held_on,
            composition: _,
            steps,
            meetings: _,
            role_words: RoleWords { coordinator, clinician },
            bin,
        } = self;
        let days = [begun, on, first_week, evaluation, day, held_on];
        all(days.map(|day| &mut day.typed), each);
        all([name, to, relapse, chair, process_guard, agenda, place, communication], each);
        all([responsibility, handover, time, next_place, coordinator, clinician], each);
        all(people, each);
        all(goals, each);
        all(agreements.iter_mut(), each);
        // An agreement without words is none.
        agreements.retain(|agreement| !agreement.text.is_empty());
        all(levels, each);
        all(steps, each);
        all(bin, each);
    }
}

impl Texts for Person {
    fn each_text(&mut self, each: Each<'_>) {
        let Self {
            id: _,
            name,
            relation,
            kind: _,
            standing: _,
            core: _,
            contact,
            approach: _,
            approach_words,
            asked,
            closeness: _,
            interview: Interview { planned, held, questionnaire: _, with_client: _, answers, notes },
        } = self;
        all([name, relation, contact, approach_words], each);
        all([asked, planned, held].map(|day| &mut day.typed), each);
        each(notes.text_mut());
        for InterviewAnswer { questionnaire: _, question: _, said } in answers.iter_mut() {
            each(said.text_mut());
        }
        answers.retain(|answer| !answer.said.is_empty());
    }
}

impl Texts for Goal {
    fn each_text(&mut self, each: Each<'_>) {
        let Self {
            id: _,
            term: _,
            text,
            dimensions: _,
            due,
            feasible: _,
            realistic: _,
            attainment: Attainment { wanted: _, steps, at: _ },
            state: _,
            since: _,
            ended: _,
            progress: _,
        } = self;
        all([text, &mut due.typed], each);
        all(steps, each);
    }
}

impl Texts for Agreement {
    fn each_text(&mut self, each: Each<'_>) {
        let Self { id: _, text, who: _, when: _, goal: _, made: _, answers: _ } = self;
        each(text);
    }
}

impl Texts for Level {
    fn each_text(&mut self, each: Each<'_>) {
        let Self { name, signs, i_do, others_do, call, reviewed: _ } = self;
        all([name, signs, i_do, others_do, call], each);
    }
}

impl Texts for StepRecord {
    fn each_text(&mut self, each: Each<'_>) {
        let Self { step: _, state, date, by } = self;
        all([&mut date.typed, by], each);
        if let StepState::NotNeeded(reason) = state {
            each(reason);
        }
    }
}

impl Texts for Binned {
    fn each_text(&mut self, each: Each<'_>) {
        let Self { thing, since: _ } = self;
        match thing {
            Thing::Person(person) => person.each_text(each),
            Thing::Goal(goal) => goal.each_text(each),
            Thing::Level(level) => level.each_text(each),
            Thing::GonePerson(_) | Thing::GoneGoal(_) => {}
        }
    }
}

impl Texts for Meeting {
    fn each_text(&mut self, each: Each<'_>) {
        let Self {
            id: _,
            kind: _,
            stage: _,
            place: _,
            location,
            attendance: _,
            roles: _,
            afterwards: _,
            hour: _,
            items,
            plan_shown: _,
            topic,
            skills,
            next: NextWords { date, time, place },
            draft,
            set_aside,
            after: AfterTalk { read_by_client: _ },
            reopened,
            minutes,
        } = self;
        all([location, topic, skills, date, time, place], each);
        for Item { kind: _, need: _, minutes: _, discussed: _, note } in items {
            each(note);
        }
        for Draft { form: _, answers, at: _ } in draft.iter_mut().chain(set_aside) {
            all(answers, each);
        }
        for Reopening { at: _, reason } in reopened {
            each(reason);
        }
        if let Some(minutes) = minutes {
            minutes.each_text(each);
        }
    }
}

impl Texts for Minutes {
    fn each_text(&mut self, each: Each<'_>) {
        let Self {
            group,
            kind: _,
            number: _,
            date: _,
            began: _,
            ended: _,
            location,
            present,
            sent_word,
            not_present,
            roles: MinutedRoles { chair, process_guard, minute_taker },
            items,
            goals,
            answers,
            agreements,
            decisions,
            reviewed,
            frequency: _,
            topic,
            skills,
            next,
        } = self;
        all([group, location, topic, skills], each);
        all([chair, process_guard, minute_taker].into_iter().flatten(), each);
        for Named { name, relation, kind: _, from: _, until: _ } in
            present.iter_mut().chain(sent_word).chain(not_present)
        {
            all([name, relation], each);
        }
        for MinutedItem { kind: _, discussed: _, note } in items {
            each(note);
        }
        for MinutedGoal { id: _, term: _, number: _, text, state: _, movement: _ } in goals {
            each(text);
        }
        for MinutedAnswer { what, who, when: _, outcome: _ } in answers.iter_mut() {
            each(what);
            all(who, each);
        }
        answers.retain(|answer| !answer.what.is_empty());
        for MinutedAgreement { what, who, when: _, goal: _ } in agreements.iter_mut() {
            each(what);
            all(who, each);
        }
        agreements.retain(|agreement| !agreement.what.is_empty());
        all(decisions.iter_mut(), each);
        decisions.retain(|decision| !decision.is_empty());
        all(reviewed, each);
        if let Some(Appointment { date: _, time: _, place }) = next {
            each(place);
        }
    }
}
