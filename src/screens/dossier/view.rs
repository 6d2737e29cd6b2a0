//! Drawing a dossier: the list at the left, the page or the sociogram at the right.

use super::list::{self, Entry};
use super::row::{Act, Row};
use super::section::Section;
use super::{DossierScreen, Focus, drawing};
use crate::screens::circle::Circle;
use crate::screens::page::layout::{self, field, page_width};
use crate::screens::page::text::TextRef;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;

/// Columns of text stop here; longer lines read badly.
const READING_WIDTH: u16 = 90;

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
pub fn text_width(screen: &DossierScreen, circle: &Circle<'_>, width: u16) -> u16 {
    let page = page_width(columns(width).1);
    let rows = screen.rows(circle);
    match rows.get(screen.at_hand.row()) {
        Some(row @ Row { act: Act::Field(..), .. }) => field(row, page).1,
        _ => page,
    }
}

/// Draws the body of the dossier.
pub fn draw(canvas: &mut Canvas<'_>, screen: &DossierScreen, circle: &Circle<'_>, theme: Theme) {
    let (list, page) = columns(canvas.width());
    let height = canvas.height();
    entries(&mut canvas.part(0, 0, list, height), screen, circle, theme);
    canvas.part(list, 0, 1, height).upright(0, "│", theme.quiet());
    let drawn = screen.section == Section::Sociogram;
    let width = if drawn { canvas.width().saturating_sub(list + 2) } else { page };
    let mut right = canvas.part(list + 2, 0, width, height);
    let rows = screen.rows(circle);
    if drawn && rows.is_empty() {
        drawing::draw(&mut right, screen, circle, theme);
        return;
    }
    if rows.is_empty() {
        let text = circle.words.section_is_empty(screen.section);
        right.put_wrapped(0, 0, page, text, theme.plain());
        return;
    }
    let read = |text: TextRef| text.read(circle.group, None);
    let at_hand = (screen.focus == Focus::Page).then_some(&screen.at_hand);
    layout::draw(&mut right, &rows, at_hand, &read, theme);
}

fn entries(canvas: &mut Canvas<'_>, screen: &DossierScreen, circle: &Circle<'_>, theme: Theme) {
    let entries = list::entries(circle, screen.section);
    let height = usize::from(canvas.height());
    let top = (screen.place + 1).saturating_sub(height);
    let shown = entries.iter().enumerate().skip(top).take(height);
    for (y, (nr, one)) in (0u16..).zip(shown) {
        entry(canvas, y, one, nr == screen.place, screen.focus, theme);
    }
    if entries.len() > top + height {
        let (x, y) = (canvas.width().saturating_sub(1), canvas.height().saturating_sub(1));
        canvas.put(x, y, "»", theme.accent());
    }
}

fn entry(canvas: &mut Canvas<'_>, y: u16, entry: &Entry, here: bool, focus: Focus, theme: Theme) {
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
        canvas.style(0, y, width.saturating_sub(1), theme.at_hand());
    }
}
