//! The rows of the matter, laid out and drawn: the row at hand stays in sight.

use super::room::Room;
use super::row::{Act, Look, Row};
use super::{Focus, MeetingScreen, matter};
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::editor::Lines;
use crate::widgets::{glyphs, wrap};

/// Two cells at the right edge are kept for the sign that there is more.
pub(super) fn page_width(column: u16) -> u16 {
    column.saturating_sub(2)
}

pub(super) fn page_rows(screen: &MeetingScreen, room: &Room<'_>) -> Vec<Row> {
    matter::rows(room, screen.open)
}

/// A line of the page: part of a row.
pub(super) struct Line {
    row: usize,
    x: u16,
    text: String,
    value: String,
    /// Where the text of a field begins, in bytes of it, when this line shows some of it.
    field: Option<usize>,
}

/// Where the text of a field begins, and how many cells it has.
pub(super) fn field(row: &Row, width: u16) -> (u16, u16) {
    let label = glyphs::width(&row.text) + 2;
    let own_row = matches!(row.act, Act::Field(_, Lines::Many));
    let x = row.indent + if own_row { 2 } else { label.max(10) };
    (x, width.saturating_sub(x + 1).max(4))
}

pub(super) fn lay_out(rows: &[Row], room: &Room<'_>, width: u16) -> Vec<Line> {
    rows.iter().enumerate().flat_map(|(nr, row)| lines_of(nr, row, room, width)).collect()
}

fn lines_of(nr: usize, row: &Row, room: &Room<'_>, width: u16) -> Vec<Line> {
    let plain = |x, text: &str, value: &str| Line {
        row: nr,
        x,
        text: text.to_owned(),
        value: value.to_owned(),
        field: None,
    };
    if let Act::Field(text, lines) = row.act {
        let (x, cells) = field(row, width);
        let typed = text.read(room.group, room.meeting);
        let mut shown: Vec<Line> = wrap::rows(&typed, cells)
            .into_iter()
            .map(|part| Line {
                field: Some(part.start),
                ..plain(x, typed.get(part.start..part.end).unwrap_or(""), "")
            })
            .collect();
        let label = plain(row.indent, &row.text, "");
        if lines == Lines::Many {
            shown.insert(0, label);
        } else if let Some(first) = shown.first_mut() {
            first.value.clone_from(&row.text);
        }
        return shown;
    }
    let value = if row.value.is_empty() { 0 } else { glyphs::width(&row.value) + 2 };
    let cells = width.saturating_sub(row.indent + value).max(8);
    let wrapped = wrap::rows(&row.text, cells).into_iter().enumerate();
    wrapped
        .map(|(part, span)| {
            let text = row.text.get(span.start..span.end).unwrap_or("");
            plain(row.indent, text, if part == 0 { &row.value } else { "" })
        })
        .collect()
}

/// The rows of the page; returns how many lines are out of sight above and below.
pub(super) fn page(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    room: &Room<'_>,
    theme: Theme,
) -> (usize, usize) {
    let rows = page_rows(screen, room);
    let lines = lay_out(&rows, room, page_width(canvas.width()));
    let height = usize::from(canvas.height());
    let cursor = screen.editing().map(|editing| editing.editor.cursor());
    let focused = screen.focus == Focus::Matter;
    let at = if focused { screen.row() } else { 0 };
    let end = line_at_hand(&lines, at, cursor.filter(|_| focused));
    let top = (end + 1).saturating_sub(height);
    for (y, line) in (0u16..).zip(lines.iter().skip(top).take(height)) {
        let Some(row) = rows.get(line.row) else { continue };
        let at_hand = focused && line.row == at;
        draw_line(canvas, y, line, row, at_hand, theme);
        if let (true, Some(start), Some(cursor)) = (at_hand, line.field, cursor) {
            let last = start + line.text.len();
            let next_starts = lines.iter().any(|it| it.row == at && it.field == Some(cursor));
            if (start..=last).contains(&cursor)
                && (cursor == start || cursor < last || !next_starts)
            {
                let before = line.text.get(..cursor - start).unwrap_or("");
                canvas.set_cursor(line.x + glyphs::width(before), y);
            }
        }
    }
    let below = lines.len().saturating_sub(top + height);
    if below > 0 {
        canvas.put(
            canvas.width().saturating_sub(1),
            canvas.height().saturating_sub(1),
            "»",
            theme.accent(),
        );
    }
    (top, below)
}

/// The last line that has to be in sight: the end of the row at hand, or the line typed in.
fn line_at_hand(lines: &[Line], row: usize, cursor: Option<usize>) -> usize {
    let of_row = |line: &&Line| line.row == row;
    match cursor {
        Some(cursor) => lines
            .iter()
            .rposition(|line| line.row == row && line.field.is_some_and(|start| start <= cursor)),
        None => lines.iter().rposition(|line| of_row(&line)),
    }
    .unwrap_or(0)
}

fn draw_line(canvas: &mut Canvas<'_>, y: u16, line: &Line, row: &Row, at_hand: bool, theme: Theme) {
    let style = match row.look {
        Look::Plain => theme.plain(),
        Look::Heading | Look::Strong => theme.strong(),
        Look::Quiet => theme.quiet(),
    };
    let width = page_width(canvas.width());
    let mut canvas = canvas.part(0, 0, width, canvas.height());
    if line.field.is_some() {
        let label = if at_hand { theme.strong() } else { theme.quiet() };
        canvas.put_in(row.indent, y, line.x.saturating_sub(row.indent + 1), &line.value, label);
        canvas.put(line.x, y, &line.text, theme.plain());
        return;
    }
    let is_label = matches!(row.act, Act::Field(..));
    let style = if is_label && !at_hand { theme.quiet() } else { style };
    canvas.put(line.x, y, &line.text, style);
    if !line.value.is_empty() {
        canvas.put_right(y, &line.value, style);
    }
    if at_hand && !is_label {
        canvas.style(line.x, y, width.saturating_sub(line.x), theme.at_hand());
    }
}
