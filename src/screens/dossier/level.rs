//! The page of a part of the signalling plan (phase 1, step 5; phase 3, step 2).

use super::row::{Press, Row};
use crate::domain::texts::GroupText;
use crate::screens::circle::Circle;
use crate::screens::page::text::TextRef;
use crate::widgets::editor::Lines;

/// The rows of the page.
#[must_use]
pub fn rows(circle: &Circle<'_>, nr: usize) -> Vec<Row> {
    let words = circle.words;
    let Some(level) = circle.group.plan.levels.get(nr) else { return Vec::new() };
    let field = |label, text, lines| Row::field(label, TextRef::Group(text), lines);
    let reviewed = level.reviewed.map_or_else(
        || words.not_reviewed().to_owned(),
        |date| words.reviewed_on(date, circle.today()),
    );
    vec![
        field(words.level_name(), GroupText::LevelName(nr), Lines::One),
        Row::quiet(words.level_name_hint()).within(2),
        field(words.signs(), GroupText::LevelSigns(nr), Lines::Many),
        field(words.i_do(), GroupText::LevelIDo(nr), Lines::Many),
        field(words.others_do(), GroupText::LevelOthersDo(nr), Lines::Many),
        field(words.call(), GroupText::LevelCall(nr), Lines::Many),
        Row::gap(),
        Row::press(words.reviewed_label(), reviewed, Press::Reviewed(nr)),
    ]
}

/// The page of the row by which a part is added.
#[must_use]
pub fn new(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let mut rows = vec![Row::read(words.plan_is_the_clients(&circle.client())), Row::gap()];
    if circle.group.plan.levels.is_empty() {
        rows.push(Row::press(words.begin_plan(), "", Press::FreshPlan));
    }
    rows.push(Row::press(words.new_level(), "", Press::NewLevel));
    rows
}

/// The steps at a relapse (phase 6, step 3).
#[must_use]
pub fn relapse(circle: &Circle<'_>) -> Vec<Row> {
    let text = TextRef::Group(GroupText::Relapse);
    vec![Row::field(circle.words.relapse(), text, Lines::Many)]
}
