//! Agreements and decisions: lines of a note while the meeting runs, and how earlier agreements went.

use super::text;
use super::{Deed, cycle_optional};
use crate::domain::agreement::Outcome;
use crate::domain::change::{Change, GroupChange};
use crate::domain::dates::When;
use crate::domain::delta::Swap;
use crate::domain::history::DeedKind;
use crate::domain::ids::{AgreementId, GoalId, PersonId};
use crate::domain::notes;
use crate::domain::texts::MeetingText;
use crate::view::answer::written_when;
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

/// An agreement that was made by questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAgreement<'a> {
    pub what: &'a str,
    pub who: Vec<PersonId>,
    pub when: Option<When>,
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
    let mut mentions: Vec<String> = agreement.who.iter().map(|id| view.name(*id)).collect();
    mentions.extend(agreement.goal.map(|goal| view.goal_label(goal)));
    mentions.extend(agreement.when.as_ref().map(|when| written_when(view, when)));
    let mut words = vec![format!("{} {}", notes::AGREEMENT, agreement.what)];
    words.extend(mentions.into_iter().map(|named| format!("{}{named}", notes::MENTION)));
    let text = words.join(" ");
    let changes = match line {
        Some(line) => replace_line(view, item, line, &text),
        None => add_line(view, item, &text),
    };
    Deed::new(DeedKind::Agreement, changes)
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
