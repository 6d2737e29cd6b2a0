//! The page of a part of the signalling plan (phase 1, step 5; phase 3, step 2).

use super::action::{DossierAction, Row};
use crate::domain::texts::GroupText;
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;

/// The rows of the page.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, nr: usize) -> Vec<Row> {
    let words = view.words;
    let Some(level) = view.group.plan.levels.get(nr) else { return Vec::new() };
    let field = |label, text, lines| Row::field(label, TextRef::Group(text), lines);
    let reviewed = level.reviewed.map_or_else(
        || words.not_reviewed().to_owned(),
        |date| words.reviewed_on(date, view.today()),
    );
    vec![
        field(words.level_name(), GroupText::LevelName(nr), LineMode::One),
        Row::quiet(words.level_name_hint()).within(2),
        field(words.signs(), GroupText::LevelSigns(nr), LineMode::Many),
        field(words.i_do(), GroupText::LevelIDo(nr), LineMode::Many),
        field(words.others_do(), GroupText::LevelOthersDo(nr), LineMode::Many),
        field(words.call(), GroupText::LevelCall(nr), LineMode::Many),
        Row::gap(),
        Row::press(words.reviewed_label(), reviewed, DossierAction::Reviewed(nr)),
    ]
}

/// The page of the row by which a part is added.
#[must_use]
pub(super) fn new(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows = vec![Row::read(words.plan_is_the_clients(&view.client())), Row::gap()];
    if view.group.plan.levels.is_empty() {
        rows.push(Row::press(words.begin_plan(), "", DossierAction::FreshPlan));
    }
    rows.push(Row::press(words.new_level(), "", DossierAction::NewLevel));
    rows
}

/// The steps at a relapse (phase 6, step 3).
#[must_use]
pub(super) fn relapse(view: &GroupView<'_>) -> Vec<Row> {
    let text = TextRef::Group(GroupText::Relapse);
    vec![Row::field(view.words.relapse(), text, LineMode::Many)]
}
