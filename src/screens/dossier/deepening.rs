//! The forms of phase 2: how each person is asked, and the in-depth interviews.

use super::action::{DossierAction, Row};
use super::list::is_interviewed;
use crate::domain::person::{Person, PersonKind, Standing};
use crate::domain::phase::Step;
use crate::domain::section::Section;
use crate::view::group_view::GroupView;

/// The form of a step.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, step: Step) -> Vec<Row> {
    match step {
        Step::ApproachNominees => approaches(view),
        Step::HoldInterviews => interviews(view),
        _ => Vec::new(),
    }
}

fn approaches(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let wanted = |person: &&Person| {
        person.kind != PersonKind::Client
            && person.standing != Standing::Known
            && view.group.roles.coordinator != Some(person.id)
    };
    let mut rows: Vec<Row> = view
        .group
        .people
        .iter()
        .filter(wanted)
        .map(|person| {
            let how = person.approach.map(|approach| words.approach_short(approach));
            let value = match person.standing {
                Standing::ToAsk => how.unwrap_or(words.how_to_ask()),
                standing => words.standing(standing),
            };
            Row::press(view.name(person.id), value, DossierAction::ShowPerson(person.id))
        })
        .collect();
    if rows.is_empty() {
        rows.push(Row::quiet(words.nobody_to_ask()));
    }
    let title = words.section_title(Section::People);
    rows.push(Row::press(title, words.go_there(), DossierAction::Go(Section::People)));
    rows
}

fn interviews(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let people = view.group.people.iter().filter(|person| is_interviewed(view, person));
    let mut rows: Vec<Row> = people
        .map(|person| {
            let value = words.interview_state(&person.interview, view.today());
            Row::press(view.name(person.id), value, DossierAction::ShowInterview(person.id))
        })
        .collect();
    if rows.is_empty() {
        rows.push(Row::quiet(words.nobody_to_interview()));
    }
    rows
}
