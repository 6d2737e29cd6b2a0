//! Mijn week: what there is to do this week, across groups, in order of day.

use super::Home;
use crate::session::Session;
use crate::theme::Theme;
use crate::view::attention::ToDo;
use crate::view::summary::ListedGroup;
use crate::widgets::canvas::Canvas;
use crate::widgets::list::Scroll;

/// What there is to do in all groups, and in which: in order of day, what has none last.
#[must_use]
pub fn rows(home: &Home) -> Vec<(&ListedGroup, &ToDo)> {
    let mut rows: Vec<(&ListedGroup, &ToDo)> = home
        .groups
        .iter()
        .filter_map(|group| Some((group, group.read()?)))
        .flat_map(|(group, summary)| summary.week.iter().map(move |todo| (group, todo)))
        .collect();
    rows.sort_by_key(|(_, todo)| (todo.on.is_none(), todo.on));
    rows
}

/// Where the columns begin: what, and which group.
fn columns(width: u16) -> [u16; 2] {
    [14, width.saturating_sub(width / 4).max(40)]
}

pub(super) fn draw(canvas: &mut Canvas<'_>, home: &Home, session: &Session, theme: Theme) {
    let words = session.words;
    let rows = rows(home);
    if rows.is_empty() {
        let text = if home.unread() > 0 { words.still_reading() } else { words.week_is_empty() };
        canvas.put_wrapped(0, 0, canvas.width().min(76), text, theme.plain());
        return;
    }
    let [what, group] = columns(canvas.width());
    canvas.put(1, 0, words.on_day(), theme.quiet());
    canvas.put(what, 0, words.what_column(), theme.quiet());
    canvas.put(group, 0, words.group_column(), theme.quiet());
    let (width, height) = (canvas.width(), canvas.height().saturating_sub(1));
    let mut list = canvas.part(0, 1, width, height);
    let scroll = Scroll::to(home.row, rows.len(), height);
    for (y, nr) in (0u16..).zip(scroll.in_sight()) {
        let (listed, todo) = rows[nr];
        let day = match todo.on {
            Some(day) => words.short_date(day, session.today()),
            None => words.any_day().to_owned(),
        };
        list.put_in(1, y, what.saturating_sub(2), &day, theme.plain());
        list.put_in(what, y, group.saturating_sub(what + 2), &todo.text, theme.plain());
        list.put(group, y, listed.name(), theme.plain());
        if nr == home.row {
            list.style(0, y, width, theme.selected());
        }
    }
    scroll.mark_below(&mut list, theme.accent());
}
