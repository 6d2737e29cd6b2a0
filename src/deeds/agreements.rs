//! Agreements and decisions: lines of a note while the meeting runs, and how earlier agreements went.

use super::text;
use super::{Deed, cycle_optional};
use chrono::Days;

use crate::domain::agreement::{Agreement, Closed, Outcome};
use crate::domain::change::{Change, GroupChange, MeetingChange};
use crate::domain::delta::Swap;
use crate::domain::history::DeedKind;
use crate::domain::ids::{AgreementId, GoalId};
use crate::domain::rereading;
use crate::domain::texts::MeetingText;
use crate::domain::when::{Due, When};
use crate::domain::{mention, notes};
use crate::view::answer::{Doers, WhenAnswer, written_when};
use crate::view::group_view::GroupView;
use crate::view::meeting_view::MeetingView;
use crate::view::text::TextRef;

/// The next answer to "how did it go?", or the one before.
#[must_use]
pub fn turn_answer(view: &MeetingView<'_>, id: AgreementId, forward: bool) -> Deed {
    let meeting = view.meeting.id;
    let change = view.group.agreement(id).map(|agreement| {
        let possible: Vec<Outcome> = agreement.possible_outcomes().collect();
        let next = cycle_optional(&possible, agreement.outcome_in(meeting), forward);
        GroupChange::Agreement(Swap::of(
            agreement,
            agreement.answered(meeting, next, |id| view.group.order_of(id)),
        ))
    });
    Deed::of_group(DeedKind::Answer, change)
}

/// An agreement gets a later day, so many days on; `None` when it has none.
#[must_use]
pub fn move_day(view: &GroupView<'_>, id: AgreementId, days: u8) -> Option<Deed> {
    let from = view.group.agreement(id)?;
    let Some(When::Day(due)) = from.when else { return None };
    let date = due.date.max(view.today()).checked_add_days(Days::new(u64::from(days)))?;
    let to = Agreement { when: Some(When::Day(Due { date, ..due })), ..from.clone() };
    let change = GroupChange::Agreement(Swap::of(from, to));
    Some(Deed::of_group(DeedKind::Agreement, [change]))
}

/// An agreement ends or is dropped, between meetings.
#[must_use]
pub fn close(view: &GroupView<'_>, id: AgreementId, closed: Closed) -> Deed {
    let change = view.group.agreement(id).map(|from| {
        let to = Agreement { closed: Some(closed), ..from.clone() };
        GroupChange::Agreement(Swap::of(from, to))
    });
    Deed::of_group(DeedKind::Agreement, change)
}

/// An agreement that was made by questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAgreement<'a> {
    pub what: &'a str,
    pub who: Doers,
    pub when: WhenAnswer,
    pub goal: Option<GoalId>,
}

/// Writes an agreement in the note of an item: on a new line, or in the place of `line`, counted
/// from 0.
#[must_use]
pub fn write(
    view: &MeetingView<'_>,
    item: usize,
    line: Option<usize>,
    agreement: &NewAgreement<'_>,
) -> Deed {
    let doers = &agreement.who;
    let mut mentions: Vec<String> = doers.people.iter().map(|id| view.name(*id)).collect();
    mentions.extend(doers.everybody.then(|| view.words.everybody().to_owned()));
    mentions.extend(agreement.goal.map(|goal| view.goal_label(goal)));
    mentions.extend(doers.open.iter().cloned());
    // What is no day stays in the sentence, so it stands before the names, which are left out of it. The
    // line asks which day is meant, where that is open.
    let (said, when) = match &agreement.when {
        WhenAnswer::Nothing => (None, None),
        WhenAnswer::When(when) => (None, Some(written_when(view, when))),
        WhenAnswer::Words(words) => (Some(words.clone()), None),
    };
    // Others than members have no id: their names stand in the words.
    let others = match doers.others.join(", ") {
        others if others.is_empty() => others,
        others => format!("{others}: "),
    };
    let mut words = vec![format!("{} {others}{}", notes::AGREEMENT, agreement.what)];
    words.extend(said);
    let mentions = mentions.into_iter().chain(when);
    words.extend(mentions.map(|named| format!("{}{named}", mention::MENTION)));
    let text = words.join(" ");
    let changes = match line {
        Some(line) => replace_line(view, item, line, &text),
        None => add_line(view, item, &text),
    };
    Deed::new(DeedKind::Agreement, changes)
}

/// The next of the people whom a name in a line fits, by the item and the line of its note, both counted
/// from 0; `None` where no name fits several.
#[must_use]
pub fn next_reading(view: &MeetingView<'_>, item: usize, line: usize) -> Option<Deed> {
    let (at, from) = rereading::of_line(view.meeting.item(item)?, line)?;
    let to = rereading::next_reading(from, view.group)?;
    let change = MeetingChange::Reading(item, at, Box::new(Swap::of(from, to)));
    Some(Deed::of_meeting(DeedKind::Agreement, view.meeting, [change]))
}

/// Writes a decision in the note of an item.
#[must_use]
pub fn write_decision(view: &MeetingView<'_>, item: usize, words: &str) -> Deed {
    Deed::new(DeedKind::Decision, add_line(view, item, &format!("{} {words}", notes::DECISION)))
}

fn note<'a>(view: &MeetingView<'a>, item: usize) -> &'a str {
    view.meeting.item(item).map_or("", |item| item.note.as_str())
}

fn add_line(view: &MeetingView<'_>, item: usize, line: &str) -> Vec<Change> {
    let note = note(view, item);
    let gap = if note.is_empty() || note.ends_with('\n') { "" } else { "\n" };
    set_note(view, item, &format!("{note}{gap}{line}\n"))
}

fn replace_line(view: &MeetingView<'_>, item: usize, line: usize, text: &str) -> Vec<Change> {
    let lines = note(view, item).split('\n').enumerate();
    let lines: Vec<&str> = lines.map(|(nr, old)| if nr == line { text } else { old }).collect();
    set_note(view, item, &lines.join("\n"))
}

fn set_note(view: &MeetingView<'_>, item: usize, to: &str) -> Vec<Change> {
    let note = TextRef::Meeting(MeetingText::Note(item));
    text::change_in(view, note, to)
}
