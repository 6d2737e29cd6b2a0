//! The minutes of a meeting on paper: what was agreed first, then what was said.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

use super::format::{Format, of_blocks};
use super::page::{Block, ListEntry};
use super::plain::{self, WIDTH};
use crate::content::Content;
use crate::domain::approval::{Approval, MinutesState};
use crate::domain::goal::Term;
use crate::domain::group::Group;
use crate::domain::held::HeldMeeting;
use crate::domain::meeting::{Meeting, Reopening};
use crate::domain::minutes::{
    MinutedAgreement, MinutedAnswer, MinutedGoal, MinutedItem, Minutes, Named,
};
use crate::domain::notes::{is_marked, without_mentions};
use crate::domain::person::PersonKind;
use crate::words::Words;

/// The minutes of a meeting as a document.
pub struct MinutesPaper<'a> {
    minutes: Cow<'a, Minutes>,
    /// How far they are.
    status: Status<'a>,
    /// Whether it did not go on.
    cancelled: bool,
    /// Each time the minutes were opened again after they were agreed.
    reopened: &'a [Reopening],
}

impl<'a> MinutesPaper<'a> {
    /// The minutes of a meeting: as they were agreed, else as they stand. One that is prepared gets
    /// `today` as its day.
    #[must_use]
    pub fn of(group: &'a Group, meeting: &'a Meeting, today: NaiveDate) -> Self {
        let mut minutes = Minutes::current(group, meeting, today);
        // A meeting that was written down later may have come before it.
        let number = group.number_of_meeting(meeting.id);
        if minutes.number != number {
            minutes.to_mut().number = number;
        }
        let status = match group.held_meeting(meeting.id) {
            Some(held) if meeting.finished() => Status::Closed(held.approval.as_ref()),
            held if meeting.minutes.is_some() => {
                Status::Changing(held.and_then(|held| held.approval.as_ref()))
            }
            _ => Status::Open,
        };
        Self { minutes, status, cancelled: meeting.cancelled, reopened: &meeting.reopened }
    }

    /// The minutes of a closed meeting of which nothing else is known; `held` says how far they are.
    #[must_use]
    pub fn closed(minutes: &'a Minutes, held: Option<&'a HeldMeeting>) -> Self {
        let status = Status::Closed(held.and_then(|held| held.approval.as_ref()));
        Self { minutes: Cow::Borrowed(minutes), status, cancelled: false, reopened: &[] }
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
        let mut blocks = parts.head(self.status, self.reopened);
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
        blocks.extend(parts.handover());
        blocks.extend(parts.further());
        blocks.extend(parts.next());
        blocks
    }
}

/// How far minutes are.
#[derive(Clone, Copy)]
enum Status<'a> {
    /// The meeting is open.
    Open,
    /// Its minutes were opened again; what was said about them before.
    Changing(Option<&'a Approval>),
    /// The meeting is closed; what was said about its minutes, which version 1 did not keep.
    Closed(Option<&'a Approval>),
}

/// What the parts of the document are made from.
struct Parts<'a> {
    minutes: &'a Minutes,
    content: &'a Content,
    words: Words,
}

impl Parts<'_> {
    fn head(&self, status: Status<'_>, reopened: &[Reopening]) -> Vec<Block> {
        let (minutes, words) = (self.minutes, self.words);
        let mut blocks = vec![Block::Title(words.minutes_title(&minutes.group, minutes.number))];
        blocks.extend(self.mark(status, reopened).map(Block::Mark));
        let mut lines: Vec<String> = reopened
            .iter()
            .map(|one| words.reopened_on(one.at.date_naive(), &one.reason))
            .collect();
        if let Status::Closed(Some(approval)) | Status::Changing(Some(approval)) = status {
            lines.extend(approval.set.map(|day| match approval.adapted {
                Some(later) if later >= day => words.set_and_adapted(day, later),
                _ => words.were_set_on(day),
            }));
            lines.extend(approval.sent.map(|day| words.went_on(day)));
            let told = approval.set.is_some_and(|set| approval.adapted >= Some(set));
            let adapted = approval.adapted.filter(|_| !told);
            lines.extend(adapted.map(|day| words.adapted_on(day, approval.sent)));
            lines.extend(approval.taken_out.iter().map(|day| words.taken_out_on(*day)));
        }
        if !lines.is_empty() {
            blocks.push(Block::Lines(lines));
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

    /// What minutes are that the group has not agreed.
    fn mark(&self, status: Status<'_>, reopened: &[Reopening]) -> Option<String> {
        let words = self.words;
        match status {
            Status::Open if reopened.is_empty() => Some(words.draft_minutes().to_owned()),
            Status::Open | Status::Changing(_) => Some(words.draft_again().to_owned()),
            Status::Closed(Some(approval)) => match approval.state() {
                MinutesState::Concept => Some(words.not_seen_yet(&self.client())),
                MinutesState::Seen => Some(words.seen_not_set(&self.client())),
                MinutesState::Set => None,
            },
            Status::Closed(None) => None,
        }
    }

    /// The name of the client, as the minutes have it.
    fn client(&self) -> String {
        let minutes = self.minutes;
        let lists = [&minutes.present, &minutes.expected, &minutes.sent_word, &minutes.not_present];
        let all = lists.into_iter().flatten();
        let client = all.into_iter().find(|one| one.kind == PersonKind::Client);
        let name = client.and_then(|one| one.name.split_whitespace().next());
        name.map_or_else(|| self.words.the_client().to_owned(), str::to_owned)
    }

    fn people(&self) -> Vec<Block> {
        let (minutes, words) = (self.minutes, self.words);
        let mut facts = Vec::new();
        let present: Vec<String> = minutes.present.iter().map(|one| self.person(one)).collect();
        push_said(&mut facts, words.paper_present(), &present.join("; "));
        // Whatever the cause: minutes reproach nobody.
        let away = minutes.sent_word.iter().chain(&minutes.not_present);
        let away: Vec<String> = away.map(|one| self.name(one)).collect();
        push_said(&mut facts, words.paper_away(), &away.join("; "));
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
        let left = person.until.map(|time| {
            let says = if person.leaving { Words::was_to_leave_at } else { Words::left_at };
            says(self.words, time)
        });
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
            None if !either.is_empty() => words.one_of(&either),
            Some(who) if !either.is_empty() => words.and_one_of(&who, &words.one_of(&either)),
            who => who.unwrap_or_else(unknown),
        };
        let when = words.paper_when_line(made.when.as_ref(), &made.unsettled);
        let goal = made.goal.map(|(term, number)| {
            format!(" {}: {}.", words.paper_goal(), self.goal_in_words(term, number))
        });
        let goal = goal.unwrap_or_default();
        let detail = format!("{}: {who}.{when}{goal}", words.paper_who());
        ListEntry { text: without_mentions(&made.what), detail }
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
        let decided = self.minutes.decisions.iter();
        let decided = decided.map(|one| ListEntry::plain(without_mentions(one))).collect();
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
        ListEntry { text: without_mentions(&asked.what), detail }
    }

    fn goals(&self) -> Vec<Block> {
        let goal = |goal: &MinutedGoal| {
            let state = self.words.goal_state(goal.state).to_owned();
            // What was reached or let go does not move on: that was said before.
            let moved = goal.movement.filter(|_| goal.state.open());
            let moved = moved.map(|movement| self.words.movement(movement));
            let detail = moved.map_or(state.clone(), |moved| format!("{state}, {moved}"));
            let text = format!("{}: {}", self.words.goal_label(goal.term, goal.number), goal.text);
            ListEntry { text, detail }
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
        let said = note(&item.note);
        blocks.extend(match said.as_slice() {
            [] if silent => vec![Block::Lines(vec![self.words.was_discussed().to_owned()])],
            [] => vec![Block::Lines(vec![self.words.is_above().to_owned()])],
            _ => said,
        });
        blocks
    }

    /// What was settled at a handover: the questions that were answered.
    fn handover(&self) -> Vec<Block> {
        let (Some(handover), words) = (&self.minutes.handover, self.words) else {
            return Vec::new();
        };
        let receivers: Vec<&str> =
            handover.receivers.iter().map(|receiver| words.receiver(*receiver)).collect();
        let goes_on = handover.future.goes_on.map_or("", |answer| words.yes_no(answer));
        let said = [
            (words.responsibility(), handover.responsibility.as_str()),
            (words.who_takes_over(), &receivers.join(", ")),
            (words.handover(), &handover.care),
            (words.relapse(), &handover.relapse),
            (words.goes_on(), goes_on),
            (words.by_itself(), &handover.future.by_itself),
            (words.keeper(), &handover.future.keeper),
        ];
        let answered = said.into_iter().filter(|(_, answer)| !answer.trim().is_empty());
        let entries = answered.map(|(question, answer)| {
            let lines: Vec<&str> = answer.lines().map(str::trim).collect();
            ListEntry { text: question.to_owned(), detail: lines.join("; ") }
        });
        list(words.paper_handover(), entries.collect())
    }

    /// Whether the group stops, as was said at a handover.
    fn stops(&self) -> bool {
        let handover = self.minutes.handover.as_ref();
        handover.is_some_and(|handover| handover.future.goes_on == Some(false))
    }

    fn further(&self) -> Vec<Block> {
        let (minutes, words) = (self.minutes, self.words);
        let mut facts = Vec::new();
        push_said(&mut facts, words.plan_reviewed(), &minutes.reviewed.join("; "));
        let often = words.frequency_so_far(minutes.frequency, minutes.frequency_chosen);
        let proposal = minutes.frequency_proposal.filter(|other| *other != minutes.frequency);
        let proposal = proposal.map(|other| words.frequency_so_far(other, false));
        let often: Vec<String> = std::iter::once(often).chain(proposal).collect();
        if !self.stops() {
            push_said(&mut facts, words.paper_how_often(), &often.join("; "));
        }
        push_said(&mut facts, words.paper_theme(), &minutes.topic);
        let skills: Vec<&str> = minutes.skills.lines().map(str::trim).collect();
        push_said(&mut facts, words.paper_skills(), skills.join("; ").trim_matches([';', ' ']));
        if facts.is_empty() {
            return Vec::new();
        }
        vec![Block::Heading(words.paper_further().to_owned()), Block::Facts(facts)]
    }

    fn next(&self) -> Vec<Block> {
        let words = self.words;
        let heading = Block::Heading(words.next_meeting().to_owned());
        let Some(next) = &self.minutes.next else {
            if self.stops() {
                return Vec::new();
            }
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

/// A note: its lines as they were typed, without signs. Its agreements and decisions stand in their own
/// lists.
fn note(note: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    // A text of several rows stands apart; short lines stay together.
    let mut apart = true;
    for line in note.lines().filter(|line| !is_marked(line)) {
        let long = line.chars().count() > WIDTH;
        if line.trim().is_empty() {
            apart = true;
            continue;
        }
        let line = without_mentions(line);
        match blocks.last_mut() {
            Some(Block::Lines(lines)) if !apart && !long => lines.push(line),
            _ => blocks.push(Block::Lines(vec![line])),
        }
        apart = long;
    }
    blocks
}

#[cfg(test)]
mod tests;
