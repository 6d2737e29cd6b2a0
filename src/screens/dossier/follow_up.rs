//! The forms of phase 5: who is there next time, and the meetings.

use super::row::{Press, Row};
use super::section::Section;
use super::{meetings, planning};
use crate::domain::person::{Person, Standing};
use crate::domain::phase::Step;
use crate::domain::structure::MeetingKind;
use crate::screens::circle::Circle;

/// The form of a step.
#[must_use]
pub fn rows(circle: &Circle<'_>, step: Step) -> Vec<Row> {
    match step {
        Step::DecideComposition => composition(circle),
        Step::FollowStructure => gatherings(circle),
        _ => Vec::new(),
    }
}

/// Who is there next time; the client decides after each meeting.
fn composition(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let mut rows = vec![Row::heading(words.who_next_time(&circle.client()))];
    let Some(last) = circle.group.last_finished(None) else {
        rows.push(Row::quiet(words.after_first_meeting()));
        return rows;
    };
    rows.push(Row::quiet(words.after_meeting_of(last.id.date)));
    let expected = circle.group.expected();
    let same = circle.group.members().all(|person| expected.contains(&person.id));
    let decided = circle.group.composition_decided();
    rows.push(Row::press(words.same_group(), words.decided(decided, same), Press::SameGroup));
    rows.extend(circle.group.members().map(|person| {
        let text = format!("{}, {}", circle.name(person.id), circle.relation(person.id));
        let there = expected.contains(&person.id);
        Row::press(text, words.yes_no(there), Press::Expect(person.id)).within(2)
    }));
    rows.push(Row::gap());
    rows.extend(newcomers(circle));
    rows
}

/// Somebody new is asked and interviewed as in phase 2.
fn newcomers(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let new = |person: &&Person| matches!(person.standing, Standing::ToAsk | Standing::Asked);
    let mut rows: Vec<Row> = circle
        .group
        .people
        .iter()
        .filter(new)
        .map(|person| {
            let value = words.standing(person.standing);
            Row::press(circle.name(person.id), value, Press::ShowPerson(person.id))
        })
        .collect();
    rows.push(Row::press(words.somebody_new(), "", Press::NewPerson));
    let title = words.section_title(Section::Interviews);
    rows.push(Row::press(title, words.go_there(), Press::Go(Section::Interviews)));
    rows
}

fn gatherings(circle: &Circle<'_>) -> Vec<Row> {
    let mut rows = vec![Row::heading(circle.words.at_next_meeting())];
    rows.extend(planning::next(circle));
    rows.push(Row::gap());
    rows.extend(meetings::rows(circle, &[MeetingKind::FollowUp, MeetingKind::Theme]));
    rows
}
