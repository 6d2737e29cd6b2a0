//! Erasing for good: removes a passage from every text of a dossier.
//!
//! Each struct is destructured without `..`, so that a field that is added later does not compile
//! until it is handled here.

use std::fmt;

use chrono::NaiveDate;

use super::agreement::Agreement;
use super::arrangements::{Appointment, Explanation, Planned, Preparation, RoleWords};
use super::bin::{Binned, Thing};
use super::dossier::Dossier;
use super::goal::{Attainment, Goal};
use super::group::Group;
use super::interview::{Interview, InterviewAnswer};
use super::meeting::{AfterTalk, Draft, Item, Meeting, NextWords, Reopening};
use super::minutes::{
    MinutedAgreement, MinutedAnswer, MinutedGoal, MinutedItem, MinutedRoles, Minutes, Named,
};
use super::notes::{self, NoteLine};
use super::person::{Person, Standing};
use super::phase::{StepRecord, StepState};
use super::plan::{Level, SignallingPlan};

/// A passage to erase.
#[derive(Clone, PartialEq, Eq)]
pub struct Passage {
    /// Part of one line; erased wherever it is found.
    words: String,
    /// The same passage as a record has it, without signs and names. An agreement or a decision
    /// with exactly this text is erased too.
    records: Vec<String>,
}

/// Prints the length, never the text.
impl fmt::Debug for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Passage").field("length", &self.words.len()).finish_non_exhaustive()
    }
}

impl Passage {
    /// The passage that a line of a text is. `today` is the day from which dates in it are read.
    #[must_use]
    pub fn of_line(line: &str, group: &Group, today: NaiveDate) -> Self {
        let words = line.trim().to_owned();
        let mut records = Vec::new();
        // Somebody who has left since was a member when the record was made, but is not read as a
        // name now.
        for group in [group, &with_everybody(group)] {
            let said = match notes::read_line(&words, group, today) {
                NoteLine::Words => continue,
                NoteLine::Decision(said) => said,
                NoteLine::Agreement(understood) => understood.what,
            };
            records.extend([said.replace('@', ""), said]);
        }
        records.sort();
        records.dedup();
        Self { words, records }
    }

    /// The passage as it was given, trimmed.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The number of characters of its shortest form. A very short passage is also found in text
    /// that has nothing to do with it.
    #[must_use]
    pub fn shortest(&self) -> usize {
        let all = std::iter::once(&self.words).chain(&self.records);
        all.map(|words| words.chars().count()).min().unwrap_or(0)
    }

    /// Whether the text of a file may contain it, even within a word. Line breaks may differ,
    /// because texts are wrapped for paper, and RON escapes some characters.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let flat = flattened(text);
        let all = std::iter::once(&self.words).chain(&self.records);
        all.filter(|words| !words.is_empty()).any(|words| {
            let quoted = quoted(words);
            [text, &flat].iter().any(|text| {
                text.contains(words.as_str())
                    || text.contains(&quoted)
                    || text.contains(&flattened(words))
                    || text.contains(&flattened(&quoted))
            })
        })
    }

    /// Removes it from a text wherever it is not a part of longer words. Returns how often it was
    /// found.
    fn remove_from(&self, text: &mut String) -> usize {
        let mut times = 0;
        while let Some(at) = find_words(text, &self.words) {
            text.replace_range(at..at + self.words.len(), "");
            times += 1;
        }
        times
    }
}

/// From this number of words on, a passage is searched as it is. A shorter one may be part of
/// longer words by chance: "goed" in "vergoeding".
const MIN_WORDS_AS_IS: usize = 3;

/// The byte at which `words` are found in `text`. Fewer than [`MIN_WORDS_AS_IS`] words must not be part of
/// longer ones.
fn find_words(text: &str, words: &str) -> Option<usize> {
    if words.split_whitespace().count() >= MIN_WORDS_AS_IS {
        return text.find(words);
    }
    let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let found = text.match_indices(words).map(|(at, _)| at);
    found.filter(|_| !words.is_empty()).find(|&at| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + words.len()..).and_then(|text| text.chars().next());
        let cut_before = in_word(before) && in_word(words.chars().next());
        let cut_after = in_word(after) && in_word(words.chars().next_back());
        !cut_before && !cut_after
    })
}

/// A copy of the group in which everybody is a member and nothing is in the bin.
fn with_everybody(group: &Group) -> Group {
    let mut group = group.clone();
    for binned in std::mem::take(&mut group.bin) {
        match binned.thing {
            Thing::Person(person) => group.people.push(*person),
            Thing::Goal(goal) => group.goals.push(*goal),
            Thing::Level(_) | Thing::GonePerson(_) | Thing::GoneGoal(_) => {}
        }
    }
    for person in &mut group.people {
        person.standing = Standing::Joins;
    }
    group
}

/// The text with every run of whitespace as one space.
fn flattened(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text as RON escapes it in a string.
fn quoted(text: &str) -> String {
    text.chars().flat_map(char::escape_debug).collect()
}

/// Called with each text of a dossier.
pub trait Visitor {
    /// A free text, of which a passage can be a part.
    fn text(&mut self, text: &mut String);

    /// The text of a recorded agreement or decision, which was one line of a note.
    fn record(&mut self, text: &mut String);
}

type Each<'a> = &'a mut dyn Visitor;

/// Removes a passage from texts, and counts how often.
struct Eraser<'a> {
    passage: &'a Passage,
    times: usize,
}

impl Visitor for Eraser<'_> {
    fn text(&mut self, text: &mut String) {
        self.times += self.passage.remove_from(text);
    }

    fn record(&mut self, text: &mut String) {
        if self.passage.records.contains(text) {
            text.clear();
            self.times += 1;
        } else {
            self.text(text);
        }
    }
}

/// Data that contains texts.
pub trait Texts {
    /// Calls the visitor with each text.
    fn each_text(&mut self, each: Each<'_>);

    /// Removes a passage from every text. Returns how often it was found.
    fn erase(&mut self, passage: &Passage) -> usize {
        let mut eraser = Eraser { passage, times: 0 };
        self.each_text(&mut eraser);
        eraser.times
    }
}

impl Dossier {
    /// Removes a passage from the group and the loaded meetings, and clears the undo history, which
    /// could bring it back. Returns how often it was found.
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
        let Self { id: _, text, who: _, when: _, goal: _, made: _, answers: _ } = self;
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
            each.text(note);
        }
        for Draft { form: _, answers, at: _ } in draft.iter_mut().chain(set_aside) {
            all(answers, each);
        }
        for Reopening { at: _, reason } in reopened {
            each.text(reason);
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
            each.text(note);
        }
        for MinutedGoal { id: _, term: _, number: _, text, state: _, movement: _ } in goals {
            each.text(text);
        }
        for MinutedAnswer { what, who, when: _, outcome: _ } in answers.iter_mut() {
            each.record(what);
            all(who, each);
        }
        answers.retain(|answer| !answer.what.is_empty());
        for MinutedAgreement { what, who, when: _, goal: _ } in agreements.iter_mut() {
            each.record(what);
            all(who, each);
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
