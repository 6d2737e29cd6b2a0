//! The rows of a page, laid out and drawn: the row at hand stays in sight.

use super::at_hand::AtHand;
use super::row::{Act, Look, Pressing, Row};
use super::text::TextRef;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::editor::Lines;
use crate::widgets::{glyphs, wrap};

/// How the text of a field is read.
pub type Reading<'a> = &'a dyn Fn(TextRef) -> String;

/// Rows below the line typed in that stay in sight.
const UNDERSTOOD: usize = 2;

/// Two cells at the right edge are kept for the sign that there is more.
#[must_use]
pub fn page_width(column: u16) -> u16 {
    column.saturating_sub(2)
}

/// A line of the page: part of a row.
pub struct Line {
    row: usize,
    x: u16,
    text: String,
    value: String,
    /// Where the text of a field begins, in bytes of it, when this line shows some of it.
    field: Option<usize>,
}

/// Where the text of a field begins, and how many cells it has.
#[must_use]
pub fn field<P: Pressing>(row: &Row<P>, width: u16) -> (u16, u16) {
    let label = glyphs::width(&row.text) + 2;
    let x = row.indent + if label_above(row, width) { 2 } else { label.max(10) };
    (x, width.saturating_sub(x + 1).max(4))
}

/// Whether the label of a field stands on a row of its own: a long text, or a long label.
fn label_above<P: Pressing>(row: &Row<P>, width: u16) -> bool {
    let long = glyphs::width(&row.text) > width / 2;
    matches!(row.act, Act::Field(_, lines) if long || lines == Lines::Many)
}

/// The lines of rows, `width` cells wide.
#[must_use]
pub fn lay_out<P: Pressing>(rows: &[Row<P>], read: Reading<'_>, width: u16) -> Vec<Line> {
    rows.iter().enumerate().flat_map(|(nr, row)| lines_of(nr, row, read, width)).collect()
}

fn lines_of<P: Pressing>(nr: usize, row: &Row<P>, read: Reading<'_>, width: u16) -> Vec<Line> {
    let plain = |x, text: &str, value: &str| Line {
        row: nr,
        x,
        text: text.to_owned(),
        value: value.to_owned(),
        field: None,
    };
    if let Act::Field(text, _) = row.act {
        let (x, cells) = field(row, width);
        let typed = read(text);
        let mut shown: Vec<Line> = wrap::rows(&typed, cells)
            .into_iter()
            .map(|part| Line {
                field: Some(part.start),
                ..plain(x, typed.get(part.start..part.end).unwrap_or(""), "")
            })
            .collect();
        if label_above(row, width) {
            let label = wrap::rows(&row.text, width.saturating_sub(row.indent)).into_iter();
            let label = label.map(|part| {
                plain(row.indent, row.text.get(part.start..part.end).unwrap_or(""), "")
            });
            shown.splice(0..0, label);
        } else if let Some(first) = shown.first_mut() {
            first.value.clone_from(&row.text);
        }
        return shown;
    }
    if row.look == Look::Figure {
        return vec![plain(row.indent, &row.text, "")];
    }
    let value = if row.value.is_empty() { 0 } else { glyphs::width(&row.value) + 2 };
    let cells = width.saturating_sub(row.indent + value).max(8);
    let longest = row.text.split(' ').map(glyphs::width).max().unwrap_or(0);
    if value > 0 && longest > cells {
        // Side by side the words would break; the value stands below its label.
        let label = wrap::rows(&row.text, width.saturating_sub(row.indent)).into_iter();
        let label = label
            .map(|span| plain(row.indent, row.text.get(span.start..span.end).unwrap_or(""), ""));
        return label.chain([plain(row.indent, "", &row.value)]).collect();
    }
    let wrapped = wrap::rows(&row.text, cells).into_iter().enumerate();
    wrapped
        .map(|(part, span)| {
            let text = row.text.get(span.start..span.end).unwrap_or("");
            plain(row.indent, text, if part == 0 { &row.value } else { "" })
        })
        .collect()
}

/// Draws rows; returns how many lines are out of sight above and below. `at_hand` is the row that
/// has the focus, when one has.
pub fn draw<P: Pressing>(
    canvas: &mut Canvas<'_>,
    rows: &[Row<P>],
    at_hand: Option<&AtHand<P>>,
    read: Reading<'_>,
    theme: Theme,
) -> (usize, usize) {
    let lines = lay_out(rows, read, page_width(canvas.width()));
    let height = usize::from(canvas.height());
    let cursor = at_hand.and_then(AtHand::editing).map(|editing| editing.editor.cursor());
    let at = at_hand.map_or(0, AtHand::row);
    let mut end = line_at_hand(&lines, at, cursor);
    if cursor.is_some() {
        // What is understood of a text stands below it.
        end = (end + UNDERSTOOD).min(lines.len().saturating_sub(1));
    }
    let top = (end + 1).saturating_sub(height);
    for (y, line) in (0u16..).zip(lines.iter().skip(top).take(height)) {
        let Some(row) = rows.get(line.row) else { continue };
        let here = at_hand.is_some() && line.row == at;
        draw_line(canvas, y, line, row, here, theme);
        if let (true, Some(start), Some(cursor)) = (here, line.field, cursor) {
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
    if top > 0 {
        canvas.put(canvas.width().saturating_sub(1), 0, "«", theme.accent());
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

fn draw_line<P: Pressing>(
    canvas: &mut Canvas<'_>,
    y: u16,
    line: &Line,
    row: &Row<P>,
    at_hand: bool,
    theme: Theme,
) {
    let style = match row.look {
        Look::Plain | Look::Figure => theme.plain(),
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
