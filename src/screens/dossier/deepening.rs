//! The forms of phase 2: how each person is asked, and the in-depth interviews.

use super::list::is_interviewed;
use super::row::{Press, Row};
use super::section::Section;
use crate::domain::person::{Person, PersonKind, Standing};
use crate::domain::phase::Step;
use crate::screens::circle::Circle;

/// The form of a step.
#[must_use]
pub fn rows(circle: &Circle<'_>, step: Step) -> Vec<Row> {
    match step {
        Step::ApproachNominees => approaches(circle),
        Step::HoldInterviews => interviews(circle),
        _ => Vec::new(),
    }
}

fn approaches(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let wanted = |person: &&Person| {
        person.kind != PersonKind::Client
            && person.standing != Standing::Known
            && circle.group.roles.coordinator != Some(person.id)
    };
    let mut rows: Vec<Row> = circle
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
            Row::press(circle.name(person.id), value, Press::ShowPerson(person.id))
        })
        .collect();
    if rows.is_empty() {
        rows.push(Row::quiet(words.nobody_to_ask()));
    }
    let title = words.section_title(Section::People);
    rows.push(Row::press(title, words.go_there(), Press::Go(Section::People)));
    rows
}

fn interviews(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let people = circle.group.people.iter().filter(|person| is_interviewed(circle, person));
    let mut rows: Vec<Row> = people
        .map(|person| {
            let value = words.interview_state(&person.interview, circle.today());
            Row::press(circle.name(person.id), value, Press::ShowInterview(person.id))
        })
        .collect();
    if rows.is_empty() {
        rows.push(Row::quiet(words.nobody_to_interview()));
    }
    rows
}
