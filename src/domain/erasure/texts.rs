//! The texts of a dossier, one by one.
//!
//! Each struct is destructured without `..`, so that a field that is added later does not compile
//! until it is handled here.

use crate::domain::agreement::Agreement;
use crate::domain::arrangements::{Appointment, Explanation, Planned, Preparation, RoleWords};
use crate::domain::bin::{Binned, Thing};
use crate::domain::form::Draft;
use crate::domain::goal::{Attainment, Goal};
use crate::domain::group::Group;
use crate::domain::interview::{Interview, InterviewAnswer};
use crate::domain::meeting::{AfterTalk, Item, Meeting, NextWords, Reopening};
use crate::domain::minutes::{
    MinutedAgreement, MinutedAnswer, MinutedGoal, MinutedHandover, MinutedItem, MinutedRoles,
    Minutes, Named,
};
use crate::domain::person::Person;
use crate::domain::phase::{StepRecord, StepState};
use crate::domain::plan::{Level, SignallingPlan};
use crate::domain::reading::{LineReading, NameRead, Understood, WordsRead};
use crate::domain::reorientation::Future;

/// Called with each text of a dossier.
pub trait Visitor {
    /// A free text, of which a passage can be a part.
    fn text(&mut self, text: &mut String);

    /// The text of a recorded agreement or decision, which was one line of a note.
    fn record(&mut self, text: &mut String);
}

type Each<'a> = &'a mut dyn Visitor;

/// Data that contains texts.
pub trait Texts {
    /// Calls the visitor with each text.
    fn each_text(&mut self, each: Each<'_>);
}

fn all<'a, T: Texts + 'a>(things: impl IntoIterator<Item = &'a mut T>, each: Each<'_>) {
    for thing in things {
        thing.each_text(each);
    }
}

impl Texts for String {
    fn each_text(&mut self, each: Each<'_>) {
        each.text(self);
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
            frequency_proposal: _,
            frequency_chosen: _,
            place,
            channels: _,
            communication,
            evaluation,
            reorientation: _,
            responsibility,
            receivers: _,
            handover,
            future: Future { goes_on: _, by_itself, keeper },
            next: Planned { day, time, time_in_day: _, place: next_place },
            held_on,
            composition: _,
            steps,
            meetings: _,
            coordinator_reminds: _,
            role_words: RoleWords { coordinator, clinician },
            bin,
        } = self;
        let days = [begun, on, first_week, evaluation, day, held_on];
        all(days.map(|day| &mut day.typed), each);
        all([name, to, relapse, chair, process_guard, agenda, place, communication], each);
        all([responsibility, handover, by_itself, keeper], each);
        all([time, next_place, coordinator, clinician], each);
        all(people, each);
        all(goals, each);
        all(agreements.iter_mut(), each);
        // An agreement without text is removed.
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
        each.text(notes.text_mut());
        for InterviewAnswer { questionnaire: _, question: _, said } in answers.iter_mut() {
            each.text(said.text_mut());
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
        let Self {
            id: _,
            text,
            who: _,
            everybody: _,
            either: _,
            when: _,
            unsettled: _,
            goal: _,
            made: _,
            answers: _,
            closed: _,
        } = self;
        each.record(text);
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
            each.text(reason);
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
            day: _,
            start: _,
            cancelled: _,
            hour: _,
            items,
            plan_shown: _,
            topic,
            skills,
            next: NextWords { date, on: _, time, time_in_day: _, place },
            draft,
            set_aside,
            after: AfterTalk { read_by_client: _ },
            reopened,
            minutes,
        } = self;
        all([location, topic, skills, date, time, place], each);
        for Item { kind: _, need: _, minutes: _, discussed: _, note, readings } in items {
            each.text(note);
            all(&mut *readings, each);
            readings.retain(|read| !read.line.is_empty());
        }
        for Draft { form: _, answers, at: _ } in draft.iter_mut().chain(set_aside) {
            all(answers, each);
        }
        for Reopening { at: _, reason, was } in reopened {
            for minutes in was.iter_mut() {
                minutes.each_text(each);
            }
            each.text(reason);
        }
        if let Some(minutes) = minutes {
            minutes.each_text(each);
        }
    }
}

impl Texts for LineReading {
    fn each_text(&mut self, each: Each<'_>) {
        let Self { id: _, line, understood, words, on: _ } = self;
        let Understood { what, who: _, everybody: _, either: _, when: _, unsettled: _, goal: _ } =
            understood;
        let WordsRead { names, either, when, goal } = words;
        all([either, when, goal], each);
        each.record(line);
        each.record(what);
        for NameRead { words, person: _ } in names {
            each.text(words);
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
            expected,
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
            frequency_proposal: _,
            frequency_chosen: _,
            topic,
            skills,
            next,
            handover,
        } = self;
        all([group, location, topic, skills], each);
        if let Some(handover) = handover {
            let MinutedHandover { responsibility, receivers: _, care, relapse, future } = handover;
            let Future { goes_on: _, by_itself, keeper } = future;
            all([responsibility, care, relapse, by_itself, keeper], each);
        }
        all([chair, process_guard, minute_taker].into_iter().flatten(), each);
        for Named { name, relation, kind: _, from: _, until: _, leaving: _ } in
            present.iter_mut().chain(expected).chain(sent_word).chain(not_present)
        {
            all([name, relation], each);
        }
        for MinutedItem { kind: _, discussed: _, note } in items {
            each.text(note);
        }
        for MinutedGoal { id: _, term: _, number: _, text, state: _, movement: _ } in goals {
            each.text(text);
        }
        for MinutedAnswer { what, who, everybody: _, when: _, outcome: _ } in answers.iter_mut() {
            each.record(what);
            all(who, each);
        }
        answers.retain(|answer| !answer.what.is_empty());
        for MinutedAgreement { what, who, either, everybody: _, when: _, unsettled: _, goal: _ } in
            agreements.iter_mut()
        {
            each.record(what);
            all(who.iter_mut().chain(either), each);
        }
        agreements.retain(|agreement| !agreement.what.is_empty());
        for decision in decisions.iter_mut() {
            each.record(decision);
        }
        decisions.retain(|decision| !decision.is_empty());
        all(reviewed, each);
        if let Some(Appointment { date: _, time: _, place }) = next {
            each.text(place);
        }
    }
}
