//! The forms of phase 6: whether it is time, the group anew, care, relapse, the handover.

use super::row::{Press, Row};
use super::section::Section;
use super::ways::plan;
use super::{meetings, planning};
use crate::domain::phase::Step;
use crate::domain::reorientation::{Condition, Receiver};
use crate::domain::structure::MeetingKind;
use crate::domain::texts::GroupText;
use crate::screens::circle::Circle;
use crate::screens::page::text::TextRef;
use crate::widgets::editor::Lines;

/// The form of a step.
#[must_use]
pub fn rows(circle: &Circle<'_>, step: Step) -> Vec<Row> {
    match step {
        Step::ReviewComposition => composition(circle),
        Step::ScaleDownOrHandOver => care(circle),
        Step::PrepareForRelapse => relapse(circle),
        Step::OrganiseHandover => handover(circle),
        _ => Vec::new(),
    }
}

/// Something to say of phase 6: yes, or not yet.
fn condition(circle: &Circle<'_>, condition: Condition) -> Row {
    let words = circle.words;
    let value = words.yes_not_yet(circle.group.reorientation.contains(&condition));
    Row::press(words.condition(condition, &circle.client()), value, Press::Condition(condition))
}

fn composition(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let mut rows = vec![Row::heading(words.is_it_time())];
    // Two conditions, and the client who decides.
    rows.extend(Condition::ALL.into_iter().map(|it| condition(circle, it)));
    rows.push(Row::gap());
    rows.push(Row::heading(words.members()));
    rows.extend(circle.group.members().map(|person| {
        let text = format!("{}, {}", circle.name(person.id), circle.relation(person.id));
        Row::press(text, words.standing(person.standing), Press::ShowPerson(person.id))
    }));
    let title = words.section_title(Section::People);
    rows.push(Row::press(title, words.go_there(), Press::Go(Section::People)));
    let text = TextRef::Group(GroupText::Responsibility);
    rows.push(Row::field(words.responsibility(), text, Lines::Many));
    rows
}

fn care(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let mut rows = vec![Row::heading(words.is_it_time()), condition(circle, Condition::LessCare)];
    rows.push(Row::gap());
    rows.push(Row::heading(words.who_takes_over()));
    rows.extend(Receiver::ALL.into_iter().map(|receiver| {
        let chosen = circle.group.receivers.contains(&receiver);
        Row::press(words.receiver(receiver), words.yes_no(chosen), Press::Receiver(receiver))
    }));
    let text = TextRef::Group(GroupText::Handover);
    rows.push(Row::field(words.handover(), text, Lines::Many));
    rows
}

fn relapse(circle: &Circle<'_>) -> Vec<Row> {
    let text = TextRef::Group(GroupText::Relapse);
    let mut rows = vec![Row::field(circle.words.relapse(), text, Lines::Many), Row::gap()];
    rows.extend(plan(circle));
    rows
}

fn handover(circle: &Circle<'_>) -> Vec<Row> {
    let mut rows = vec![Row::heading(circle.words.at_next_meeting())];
    rows.extend(planning::next(circle));
    rows.push(Row::gap());
    rows.extend(meetings::rows(circle, &[MeetingKind::Handover]));
    rows
}
