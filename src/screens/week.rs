//! Mijn week: what there is to do this week, across groups, in order of day.

use super::home::Home;
use crate::app::model::{GroupLine, Model, ToDo};
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;

/// What there is to do in all groups, and in which: in order of day, what has none last.
#[must_use]
pub fn rows(home: &Home) -> Vec<(&GroupLine, &ToDo)> {
    let mut rows: Vec<(&GroupLine, &ToDo)> = home
        .groups
        .iter()
        .filter_map(|line| Some((line, line.facts.as_ref().ok()?)))
        .flat_map(|(line, facts)| facts.week.iter().map(move |todo| (line, todo)))
        .collect();
    rows.sort_by_key(|(_, todo)| (todo.on.is_none(), todo.on));
    rows
}

/// Where the columns begin: what, and which group.
fn columns(width: u16) -> [u16; 2] {
    [14, width.saturating_sub(width / 4).max(40)]
}

/// Draws the week.
pub fn draw(canvas: &mut Canvas<'_>, home: &Home, model: &Model, theme: Theme) {
    let words = model.words;
    let rows = rows(home);
    if rows.is_empty() {
        canvas.put_wrapped(0, 0, canvas.width().min(76), words.week_is_empty(), theme.plain());
        return;
    }
    let [what, group] = columns(canvas.width());
    canvas.put(1, 0, words.on_day(), theme.quiet());
    canvas.put(what, 0, words.what_column(), theme.quiet());
    canvas.put(group, 0, words.group_column(), theme.quiet());
    let height = usize::from(canvas.height().saturating_sub(1));
    let top = (home.row + 1).saturating_sub(height);
    for (y, (nr, (line, todo))) in (1u16..).zip(rows.iter().enumerate().skip(top).take(height)) {
        let day = match todo.on {
            Some(day) => words.short_date(day, model.today()),
            None => words.any_day().to_owned(),
        };
        let name = line.facts.as_ref().map_or("", |facts| facts.name.as_str());
        canvas.put_in(1, y, what.saturating_sub(2), &day, theme.plain());
        canvas.put_in(what, y, group.saturating_sub(what + 2), &todo.text, theme.plain());
        canvas.put(group, y, name, theme.plain());
        if nr == home.row {
            canvas.style(0, y, canvas.width(), theme.at_hand());
        }
    }
    if rows.len() > top + height {
        let (x, y) = (canvas.width().saturating_sub(1), canvas.height().saturating_sub(1));
        canvas.put(x, y, "»", theme.accent());
    }
}
