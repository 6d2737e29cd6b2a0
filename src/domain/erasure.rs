//! Erased for good: every text of a dossier that can hold what somebody wants gone.
//!
//! Each struct is taken apart whole, so that a text that is added later does not compile until
//! somebody has thought of it here.

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
use super::person::Person;
use super::phase::{StepRecord, StepState};
use super::plan::{Level, SignallingPlan};

/// What is done with each text.
type Each<'a> = &'a mut dyn FnMut(&mut String);

/// Something that holds texts.
pub trait Texts {
    /// Does something with each text in it.
    fn each_text(&mut self, each: Each<'_>);

    /// Takes a passage out of every text. Returns how many times it stood there.
    fn erase(&mut self, passage: &str) -> usize {
        let mut times = 0;
        self.each_text(&mut |text| {
            while !passage.is_empty() && text.contains(passage) {
                times += text.matches(passage).count();
                *text = text.replace(passage, "");
            }
        });
        times
    }
}

impl Dossier {
    /// Takes a passage out of everything that is open, and lets go of what could bring it back.
    /// Returns how many times it stood there.
    pub fn erase(&mut self, passage: &str) -> usize {
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
        all(agreements, each);
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
        for MinutedAnswer { what, who, when: _, outcome: _ } in answers {
            each(what);
            all(who, each);
        }
        for MinutedAgreement { what, who, when: _, goal: _ } in agreements {
            each(what);
            all(who, each);
        }
        all(decisions, each);
        all(reviewed, each);
        if let Some(Appointment { date: _, time: _, place }) = next {
            each(place);
        }
    }
}
