//! The minutes of a meeting on paper: what was agreed first, then what was said.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

use super::format::{Format, of_blocks};
use super::page::{Block, ListEntry};
use super::plain::{self, WIDTH};
use crate::content::Content;
use crate::domain::goal::Term;
use crate::domain::group::Group;
use crate::domain::meeting::{Meeting, Reopening};
use crate::domain::minutes::{
    MinutedAgreement, MinutedAnswer, MinutedGoal, MinutedItem, Minutes, Named,
};
use crate::domain::notes::{AGREEMENT, DECISION};
use crate::words::Words;

/// The minutes of a meeting as a document.
pub struct MinutesPaper<'a> {
    minutes: Cow<'a, Minutes>,
    /// Whether the meeting is still open.
    draft: bool,
    /// Whether it did not go on.
    cancelled: bool,
    /// Each time the minutes were opened again after they were agreed.
    reopened: &'a [Reopening],
}

impl<'a> MinutesPaper<'a> {
    /// The minutes of a meeting: as they were agreed, else as they stand. One that is prepared gets
    /// `today` as its day.
    #[must_use]
    pub fn of(group: &Group, meeting: &'a Meeting, today: NaiveDate) -> Self {
        let minutes = Minutes::current(group, meeting, today);
        let draft = !meeting.finished();
        Self { minutes, draft, cancelled: meeting.cancelled, reopened: &meeting.reopened }
    }

    /// Agreed minutes of which nothing else is known.
    #[must_use]
    pub fn agreed(minutes: &'a Minutes) -> Self {
        Self { minutes: Cow::Borrowed(minutes), draft: false, cancelled: false, reopened: &[] }
    }

    /// The document in a format.
    #[must_use]
    pub fn write(&self, content: &Content, words: Words, format: Format) -> Vec<u8> {
        format.write(&self.blocks(content, words))
    }

    /// The document to read on a screen.
    #[must_use]
    pub fn text(&self, content: &Content, words: Words) -> String {
        of_blocks(&self.blocks(content, words), plain::block)
    }

    fn blocks(&self, content: &Content, words: Words) -> Vec<Block> {
        let parts = Parts { minutes: &self.minutes, content, words };
        let mut blocks = parts.head(self.draft, self.reopened);
        if self.cancelled {
            blocks.push(Block::Lines(vec![format!("{}.", words.did_not_go_on())]));
            return blocks;
        }
        blocks.extend(parts.people());
        blocks.extend(parts.agreements());
        blocks.extend(parts.decisions());
        blocks.extend(parts.answers());
        blocks.extend(parts.goals());
        blocks.extend(parts.items());
        blocks.extend(parts.further());
        blocks.extend(parts.next());
        blocks
    }
}

/// What the parts of the document are made from.
struct Parts<'a> {
    minutes: &'a Minutes,
    content: &'a Content,
    words: Words,
}

impl Parts<'_> {
    fn head(&self, concept: bool, reopened: &[Reopening]) -> Vec<Block> {
        let (minutes, words) = (self.minutes, self.words);
        let mut blocks = vec![Block::Title(words.minutes_title(&minutes.group, minutes.number))];
        if concept && reopened.is_empty() {
            blocks.push(Block::Mark(words.draft_minutes().to_owned()));
        } else if concept {
            blocks.push(Block::Mark(words.draft_again().to_owned()));
        }
        if !reopened.is_empty() {
            let line = |one: &Reopening| words.reopened_on(one.at.date_naive(), &one.reason);
            blocks.push(Block::Lines(reopened.iter().map(line).collect()));
        }
        let kind = self.content.meeting_name(minutes.kind).to_owned();
        let mut facts =
            vec![(words.paper_kind(), kind), (words.paper_date(), words.long_date(minutes.date))];
        if let Some(began) = minutes.began {
            facts.push((words.paper_time(), words.times(began, minutes.ended)));
        }
        push_said(&mut facts, words.paper_place(), &minutes.location);
        blocks.push(Block::Facts(facts));
        blocks
    }

    fn people(&self) -> Vec<Block> {
        let (minutes, words) = (self.minutes, self.words);
        let mut facts = Vec::new();
        for (label, people) in [
            (words.paper_present(), &minutes.present),
            (words.paper_sent_word(), &minutes.sent_word),
            (words.paper_not_present(), &minutes.not_present),
        ] {
            let people: Vec<String> = people.iter().map(|one| self.person(one)).collect();
            push_said(&mut facts, label, &people.join("; "));
        }
        let expected = minutes.expected.iter().map(|one| self.expected(one));
        push_said(&mut facts, words.paper_expected(), &expected.collect::<Vec<_>>().join("; "));
        for (label, name) in [
            (words.paper_chair(), &minutes.roles.chair),
            (words.paper_process_guard(), &minutes.roles.process_guard),
            (words.paper_minute_taker(), &minutes.roles.minute_taker),
        ] {
            push_said(&mut facts, label, name.as_deref().unwrap_or(""));
        }
        if facts.is_empty() {
            return Vec::new();
        }
        vec![Block::Heading(words.who_was_there().to_owned()), Block::Facts(facts)]
    }

    /// "Ayla Demir (psychiater), verwacht om 14.20 uur".
    fn expected(&self, person: &Named) -> String {
        let name = self.name(person);
        let at = person.from.map(|time| self.words.was_expected_at(time));
        [Some(name), at].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// "Ayla Demir (psychiater)".
    fn name(&self, person: &Named) -> String {
        let kind = self.words.person_kind(person.kind);
        let relation = Some(person.relation.trim()).filter(|relation| !relation.is_empty());
        let relation = relation.unwrap_or(kind);
        match person.name.trim() {
            "" => relation.to_owned(),
            name => format!("{name} ({relation})"),
        }
    }

    /// "Ayla Demir (psychiater), kwam om 14.20 uur".
    fn person(&self, person: &Named) -> String {
        let mut said = self.name(person);
        let came = person.from.map(|time: NaiveTime| self.words.came_at(time));
        let left = person.until.map(|time| self.words.left_at(time));
        for moment in came.into_iter().chain(left) {
            said.push_str(", ");
            said.push_str(&moment);
        }
        said
    }

    fn agreements(&self) -> Vec<Block> {
        let words = self.words;
        let made = &self.minutes.agreements;
        let list = if made.is_empty() {
            Block::Lines(vec![words.no_agreements().to_owned()])
        } else {
            Block::List(made.iter().map(|one| self.agreement(one)).collect())
        };
        vec![Block::Heading(words.agreements_made().to_owned()), list]
    }

    fn agreement(&self, made: &MinutedAgreement) -> ListEntry {
        let words = self.words;
        let unknown = || words.not_agreed_yet().to_owned();
        let who = Some(self.doers(&made.who, made.everybody)).filter(|who| !who.is_empty());
        let either: Vec<&str> = made.either.iter().map(String::as_str).collect();
        let who = match who {
            _ if !either.is_empty() => words.one_of(&either),
            who => who.unwrap_or_else(unknown),
        };
        let when = made.when.as_ref().map_or_else(unknown, |when| words.long_when(when));
        let goal = made.goal.map(|(term, number)| {
            format!(" {}: {}.", words.paper_goal(), self.goal_in_words(term, number))
        });
        let goal = goal.unwrap_or_default();
        let detail = format!("{}: {who}. {}: {when}.{goal}", words.paper_who(), words.paper_when());
        ListEntry { label: None, text: made.what.clone(), detail }
    }

    fn doers(&self, who: &[String], everybody: bool) -> String {
        if everybody { self.words.everybody().to_owned() } else { who.join(", ") }
    }

    /// "Kort 2, Zelf de post openen".
    fn goal_in_words(&self, term: Term, number: usize) -> String {
        let label = self.words.goal_label(term, number);
        let is = |goal: &&MinutedGoal| goal.term == term && goal.number == number;
        match self.minutes.goals.iter().find(is) {
            Some(goal) => format!("{label}, {}", goal.text),
            None => label,
        }
    }

    fn decisions(&self) -> Vec<Block> {
        let decided = self.minutes.decisions.iter().cloned().map(ListEntry::plain).collect();
        list(self.words.decisions_made(), decided)
    }

    fn answers(&self) -> Vec<Block> {
        let asked = self.minutes.answers.iter().map(|one| self.answer(one)).collect();
        list(self.words.how_did_it_go(), asked)
    }

    fn answer(&self, asked: &MinutedAnswer) -> ListEntry {
        let words = self.words;
        let outcome = match asked.outcome {
            None => words.not_said(),
            said => words.outcome(said),
        };
        let when = asked.when.as_ref().map(|when| words.long_when(when));
        let who = Some(self.doers(&asked.who, asked.everybody)).filter(|who| !who.is_empty());
        let known: Vec<String> = who.into_iter().chain(when).collect();
        let detail = match known.join(", ") {
            known if known.is_empty() => outcome.to_owned(),
            known => format!("{known}: {outcome}"),
        };
        ListEntry { label: None, text: asked.what.clone(), detail }
    }

    fn goals(&self) -> Vec<Block> {
        let goal = |goal: &MinutedGoal| {
            let state = self.words.goal_state(goal.state).to_owned();
            let moved = goal.movement.map(|movement| self.words.movement(movement));
            let detail = moved.map_or(state.clone(), |moved| format!("{state}, {moved}"));
            let text = format!("{}: {}", self.words.goal_label(goal.term, goal.number), goal.text);
            ListEntry { label: None, text, detail }
        };
        let of = |term| self.minutes.goals.iter().filter(move |goal| goal.term == term);
        let goals = of(Term::Short).chain(of(Term::Long)).map(goal).collect();
        list(self.words.paper_goals(), goals)
    }

    fn items(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(self.words.what_was_said().to_owned())];
        for (number, item) in (1..).zip(&self.minutes.items) {
            blocks.extend(self.item(number, item));
        }
        if blocks.len() == 1 { Vec::new() } else { blocks }
    }

    fn item(&self, number: usize, item: &MinutedItem) -> Vec<Block> {
        let silent = item.note.trim().is_empty();
        if silent && !item.discussed {
            return Vec::new();
        }
        let title = self.content.title(item.kind);
        let mut blocks = vec![Block::Subheading(format!("{number}. {title}"))];
        if silent {
            blocks.push(Block::Lines(vec![self.words.was_discussed().to_owned()]));
        } else {
            blocks.extend(note(&item.note, self.words));
        }
        blocks
    }

    fn further(&self) -> Vec<Block> {
        let (minutes, words) = (self.minutes, self.words);
        let mut facts = Vec::new();
        push_said(&mut facts, words.plan_reviewed(), &minutes.reviewed.join("; "));
        push_said(
            &mut facts,
            words.paper_how_often(),
            &words.frequency_so_far(minutes.frequency, minutes.frequency_chosen),
        );
        push_said(&mut facts, words.paper_theme(), &minutes.topic);
        let skills: Vec<&str> = minutes.skills.lines().map(str::trim).collect();
        push_said(&mut facts, words.paper_skills(), skills.join("; ").trim_matches([';', ' ']));
        vec![Block::Heading(words.paper_further().to_owned()), Block::Facts(facts)]
    }

    fn next(&self) -> Vec<Block> {
        let words = self.words;
        let heading = Block::Heading(words.next_meeting().to_owned());
        let Some(next) = &self.minutes.next else {
            return vec![heading, Block::Lines(vec![words.no_next_date().to_owned()])];
        };
        let mut facts = vec![(words.paper_date(), words.long_date(next.date))];
        if let Some(time) = next.time {
            facts.push((words.paper_time(), words.said_time(time)));
        }
        push_said(&mut facts, words.paper_place(), &next.place);
        vec![heading, Block::Facts(facts)]
    }
}

/// A list under its heading, when there is anything in it.
fn list(heading: &str, entries: Vec<ListEntry>) -> Vec<Block> {
    if entries.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(heading.to_owned()), Block::List(entries)]
}

/// Adds a fact when there is something to say.
fn push_said(facts: &mut Vec<(&'static str, String)>, label: &'static str, said: &str) {
    if !said.trim().is_empty() {
        facts.push((label, said.trim().to_owned()));
    }
}

/// A note: its lines as they were typed, its agreements and decisions as lists where they stand.
fn note(note: &str, words: Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    // A text of several rows stands apart; short lines stay together.
    let mut apart = true;
    for line in note.lines() {
        let long = line.chars().count() > WIDTH;
        match signed(line, words) {
            Some(entry) => match blocks.last_mut() {
                Some(Block::List(entries)) => entries.push(entry),
                _ => blocks.push(Block::List(vec![entry])),
            },
            None if line.trim().is_empty() => apart = true,
            None => {
                match blocks.last_mut() {
                    Some(Block::Lines(lines)) if !apart && !long => lines.push(line.to_owned()),
                    _ => blocks.push(Block::Lines(vec![line.to_owned()])),
                }
                apart = long;
            }
        }
    }
    blocks
}

/// A line that begins with a sign, its words as they were typed.
fn signed(line: &str, words: Words) -> Option<ListEntry> {
    let line = line.trim();
    let (label, typed) = match line.strip_prefix(AGREEMENT) {
        Some(typed) => (words.note_agreement(), typed),
        None => (words.note_decision(), line.strip_prefix(DECISION)?),
    };
    let typed = typed.trim();
    let entry = ListEntry { label: Some(label), text: typed.to_owned(), detail: String::new() };
    (!typed.is_empty()).then_some(entry)
}

#[cfg(test)]
mod tests;
