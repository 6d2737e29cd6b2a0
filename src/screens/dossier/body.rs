//! Drawing a dossier: the list at the left, the page or the sociogram at the right.

use super::action::Row;
use super::list::{self, ListEntry};
use super::{DossierScreen, Focus, drawing};
use crate::domain::section::Section;
use crate::screens::page::layout::{self, field, page_width};
use crate::screens::page::row::Control;
use crate::theme::Theme;
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;
use crate::widgets::list::Scroll;
use crate::widgets::wrap::READING_WIDTH;

/// The cells of the list and of the page in a body `width` cells wide.
fn columns(width: u16) -> (u16, u16) {
    let list = match width {
        0..70 => 22,
        70..100 => 30,
        100..130 => 34,
        _ => 46,
    };
    (list, width.saturating_sub(list + 2).min(READING_WIDTH))
}

/// The cells a text that is being typed has, in a body `width` cells wide.
#[must_use]
pub(super) fn text_width(screen: &DossierScreen, view: &GroupView<'_>, width: u16) -> u16 {
    let page = page_width(columns(width).1);
    let rows = screen.rows(view);
    match rows.get(screen.cursor.row()) {
        Some(row @ Row { control: Control::Field(..), .. }) => field(row, page).1,
        _ => page,
    }
}

/// Draws the body of the dossier.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    screen: &DossierScreen,
    view: &GroupView<'_>,
    theme: Theme,
) {
    let (list, page) = columns(canvas.width());
    let height = canvas.height();
    entries(&mut canvas.part(0, 0, list, height), screen, view, theme);
    canvas.part(list, 0, 1, height).upright(0, "│", theme.quiet());
    let drawn = screen.section == Section::Sociogram;
    let width = if drawn { canvas.width().saturating_sub(list + 2) } else { page };
    let mut right = canvas.part(list + 2, 0, width, height);
    let rows = screen.rows(view);
    if drawn && rows.is_empty() {
        drawing::draw(&mut right, screen, view, theme);
        return;
    }
    if rows.is_empty() {
        let text = view.words.section_is_empty(screen.section);
        right.put_wrapped(0, 0, page, text, theme.plain());
        return;
    }
    let read = |text: TextRef| text.read(view.group, None);
    let cursor = (screen.focus == Focus::Page).then_some(&screen.cursor);
    layout::draw(&mut right, &rows, cursor, &read, theme);
}

fn entries(canvas: &mut Canvas<'_>, screen: &DossierScreen, view: &GroupView<'_>, theme: Theme) {
    let entries = list::entries(view, screen.section);
    let scroll = Scroll::to(screen.place, entries.len(), canvas.height());
    for (y, nr) in (0u16..).zip(scroll.in_sight()) {
        entry(canvas, y, &entries[nr], nr == screen.place, screen.focus, theme);
    }
    scroll.mark_below(canvas, theme.accent());
}

fn entry(
    canvas: &mut Canvas<'_>,
    y: u16,
    entry: &ListEntry,
    here: bool,
    focus: Focus,
    theme: Theme,
) {
    let width = canvas.width();
    let style = if here { theme.strong() } else { theme.plain() };
    canvas.put(0, y, if here { ">" } else { " " }, theme.accent());
    let mark = glyphs::width(&entry.mark);
    let room = width.saturating_sub(if mark == 0 { 2 } else { mark + 3 });
    canvas.put_in(1, y, room, &entry.text, style);
    if let Some(colour) = entry.colour {
        canvas.style(1, y, 1, theme.level(colour));
    }
    canvas.put(width.saturating_sub(mark + 1), y, &entry.mark, theme.quiet());
    if here && focus == Focus::List {
        canvas.style(0, y, width.saturating_sub(1), theme.selected());
    }
}
