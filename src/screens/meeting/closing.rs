//! Closing together, as a pause before people leave: what was agreed, read back.

use super::action::{MeetingAction, Row};
use crate::domain::closing;
use crate::domain::drafting::{next_meeting, planned_in};
use crate::domain::form::{Draft, Form};
use crate::domain::notes;
use crate::domain::reading::Understood;
use crate::domain::structure::MeetingKind;
use crate::domain::texts::MeetingText;
use crate::screens::page::time;
use crate::view::agreement;
use crate::view::form;
use crate::view::meeting_view::MeetingView;
use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;

/// The rows of the page.
#[must_use]
pub(super) fn rows(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows = vec![Row::quiet(words.closing_intro()), Row::gap()];
    rows.push(Row::heading(words.agreed_today()));
    rows.extend(agreements(view));
    rows.push(Row::press(words.make_agreement(), "", MeetingAction::MakeAgreement));
    let decisions: Vec<String> =
        view.meeting.items.iter().flat_map(|item| notes::decisions(&item.note)).collect();
    if !decisions.is_empty() {
        rows.push(Row::gap());
        rows.push(Row::heading(words.decided_today()));
        rows.extend(decisions.into_iter().map(Row::read));
    }
    rows.push(Row::gap());
    rows.push(Row::heading(words.at_next_meeting()));
    rows.extend(next(view));
    rows.push(Row::gap());
    rows.extend(left_out(view));
    if may_be_cancelled(view) {
        rows.push(Row::press(words.did_not_go_on(), "", MeetingAction::DidNotGoOn));
    }
    rows.extend(view.missing().map(|text| Row::read(text).strong()));
    rows.push(Row::press(words.finish(), "", MeetingAction::Finish).strong());
    rows
}

fn agreements(view: &MeetingView<'_>) -> Vec<Row> {
    let line = |(item, line, understood): (usize, usize, Understood)| {
        let value = if understood.is_half() { view.words.fill_in() } else { "" };
        let text = agreement::line(view, &understood);
        Row::press(text, value, MeetingAction::Mend(item, line))
    };
    let mut rows: Vec<Row> = agreement::made(view).map(line).collect();
    // What was left half-way is not in the minutes, so it stands here to be finished.
    let left = view.meeting.set_aside.iter().enumerate();
    rows.extend(left.filter_map(|(nr, draft)| {
        let what = draft.answers.first().map(|answer| answer.trim())?;
        let agreement = matches!(draft.form, Form::Agreement { .. }) && !what.is_empty();
        agreement.then(|| Row::press(what, view.words.not_finished(), MeetingAction::Resume(nr)))
    }));
    let gone = agreement::made(view).flat_map(|(_, _, made)| made.who);
    let mut gone: Vec<_> = gone.filter(|id| !view.group.members().any(|it| it.id == *id)).collect();
    gone.sort_unstable();
    gone.dedup();
    rows.extend(gone.into_iter().map(|id| Row::read(view.words.is_not_in_group(&view.name(id)))));
    if rows.is_empty() {
        rows.push(Row::quiet(view.words.no_agreements_yet()));
    }
    rows
}

fn next(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    let field = |label, text| Row::field(label, TextRef::Meeting(text), LineMode::One);
    let understood = Row::quiet(view.next_understood());
    let known = next_meeting(view.meeting).is_some() || view.planned_already().is_some();
    let understood = if known { understood } else { understood.strong() };
    let mut rows = vec![field(words.date_label(), MeetingText::NextDate), understood];
    let time = TextRef::Meeting(MeetingText::NextTime);
    rows.extend(time::rows(words, time, &planned_in(view.meeting)));
    rows.push(field(words.place_label(), MeetingText::NextPlace));
    rows
}

/// Whether a follow-up meeting, which comes next, has each of these items, by number.
fn come_again(view: &MeetingView<'_>, numbers: &[usize]) -> bool {
    let next = view.content.structure(MeetingKind::FollowUp);
    let kinds = numbers.iter().filter_map(|nr| view.meeting.item(nr - 1)).map(|item| item.kind);
    kinds.into_iter().all(|kind| next.items.iter().any(|item| item.kind == kind))
}

/// What had no turn, in a line that needs no key. Where the hour stood on an item for a minute one key
/// says that it was discussed.
fn left_out(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    let proposed = closing::with_time_only(view.meeting, &view.reading());
    let rest = (0..view.meeting.items.len())
        .filter(|nr| view.meeting.is_left_out(*nr) && !view.discussed(*nr))
        .filter(|nr| !proposed.contains(nr));
    let rest: Vec<usize> = rest.map(|nr| nr + 1).collect();
    let mut rows = Vec::new();
    if !proposed.is_empty() {
        let numbers: Vec<usize> = proposed.iter().map(|nr| nr + 1).collect();
        let value = words.yes_no(false);
        rows.push(Row::press(words.had_time_only(&numbers), value, MeetingAction::Discussed));
    }
    if !rest.is_empty() {
        rows.push(Row::read(words.had_no_turn(&rest, come_again(view, &rest))));
    }
    if !rows.is_empty() {
        rows.push(Row::gap());
    }
    rows
}

/// Whether the meeting may not have gone on: nothing was written, and no hour began or nobody was there.
fn may_be_cancelled(view: &MeetingView<'_>) -> bool {
    let began = view.meeting.day().is_some() && view.present().next().is_some();
    view.meeting.wordless(view.group) && !began
}

/// What is still missing before the minutes can be agreed, in words.
#[must_use]
pub(super) fn missing(view: &MeetingView<'_>) -> Vec<String> {
    let made = agreement::made(view);
    let agreements = made.filter(|(_, _, understood)| understood.is_half()).count();
    let mut missing = Vec::new();
    if agreements > 0 {
        missing.push(view.words.agreements_half_open(agreements));
    }
    let typed = |draft: &&Draft| draft.answers.iter().any(|answer| !answer.trim().is_empty());
    let left = view.meeting.set_aside.iter().filter(typed);
    missing.extend(left.map(|draft| unfinished(view, draft)));
    let planned = view.planned_already().is_some();
    if next_meeting(view.meeting).is_none()
        && !planned
        && view.meeting.kind != MeetingKind::Handover
    {
        missing.push(view.words.next_date_is_missing().to_owned());
    }
    missing
}

/// A form that was left half-way: which question it asks, at which item, and the words that were typed
/// first.
fn unfinished(view: &MeetingView<'_>, draft: &Draft) -> String {
    let typed = draft.answers.iter().map(|answer| answer.trim()).find(|answer| !answer.is_empty());
    let questions = form::questions(view, draft.form);
    let question = questions.get(draft.at).map_or("", |(question, _)| question.as_str());
    let item = draft.form.item().map(|nr| nr + 1);
    view.words.left_half_way(question, item, typed.unwrap_or_default())
}
