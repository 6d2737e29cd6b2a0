//! The forms of phase 6: whether it is time, the group anew, care, relapse, the handover.

use super::action::{DossierAction, Row};
use super::ways::plan;
use super::{meetings, planning};
use crate::domain::phase::Step;
use crate::domain::reorientation::Condition;
use crate::domain::section::Section;
use crate::domain::structure::MeetingKind;
use crate::domain::texts::GroupText;
use crate::screens::page::choices;
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;

/// The form of a step.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, step: Step) -> Vec<Row> {
    match step {
        Step::ReviewComposition => composition(view),
        Step::ScaleDownOrHandOver => care(view),
        Step::PrepareForRelapse => relapse(view),
        Step::OrganiseHandover => handover(view),
        _ => Vec::new(),
    }
}

/// Something to say of phase 6: yes, or not yet.
fn condition(view: &GroupView<'_>, condition: Condition) -> Row {
    let words = view.words;
    let value = words.yes_not_yet(view.group.reorientation.contains(&condition));
    Row::press(
        words.condition(condition, &view.client()),
        value,
        DossierAction::Condition(condition),
    )
}

fn composition(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows = vec![Row::heading(words.is_it_time())];
    // Two conditions, and the client who decides.
    rows.extend(Condition::ALL.into_iter().map(|it| condition(view, it)));
    rows.push(Row::gap());
    rows.push(Row::heading(words.members()));
    rows.extend(view.group.members().map(|person| {
        let text = format!("{}, {}", view.name(person.id), view.relation(person.id));
        Row::press(text, words.standing(person.standing), DossierAction::ShowPerson(person.id))
    }));
    let title = words.section_title(Section::People);
    rows.push(Row::press(title, words.go_there(), DossierAction::Go(Section::People)));
    let text = TextRef::Group(GroupText::Responsibility);
    rows.push(Row::field(words.responsibility(), text, LineMode::Many));
    rows
}

fn care(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows = vec![Row::heading(words.is_it_time()), condition(view, Condition::LessCare)];
    rows.push(Row::gap());
    rows.extend(choices::receivers(view, DossierAction::Receiver));
    let text = TextRef::Group(GroupText::Handover);
    rows.push(Row::field(words.handover(), text, LineMode::Many));
    rows
}

fn relapse(view: &GroupView<'_>) -> Vec<Row> {
    let text = TextRef::Group(GroupText::Relapse);
    let mut rows = vec![Row::field(view.words.relapse(), text, LineMode::Many), Row::gap()];
    rows.extend(plan(view));
    rows
}

fn handover(view: &GroupView<'_>) -> Vec<Row> {
    let mut rows = vec![Row::heading(view.words.at_next_meeting())];
    rows.extend(planning::next(view));
    rows.push(Row::gap());
    rows.extend(meetings::rows(view, &[MeetingKind::Handover]));
    rows.push(Row::gap());
    rows.extend(choices::future(view, DossierAction::GoesOn));
    rows
}
