//! The rows of a page, laid out and drawn: the selected row stays in sight.

use super::cursor::RowCursor;
use super::row::{Control, Look, Row, RowAction};
use crate::theme::Theme;
use crate::view::text::TextRef;
use crate::widgets::canvas::Canvas;
use crate::widgets::editor::LineMode;
use crate::widgets::list::Scroll;
use crate::widgets::{glyphs, wrap};

/// How the text of a field is read.
pub type Reading<'a> = &'a dyn Fn(TextRef) -> String;

/// Rows below the line typed in that stay in sight.
const UNDERSTOOD: usize = 2;

/// The fewest cells that a text gets beside its value.
const NARROWEST: u16 = 8;

/// Two cells at the right edge are kept for the sign that there is more.
#[must_use]
pub fn page_width(column: u16) -> u16 {
    column.saturating_sub(2)
}

/// A line of the page: part of a row.
pub struct PageLine {
    row: usize,
    x: u16,
    text: String,
    value: String,
    /// Where the text of a field begins, in bytes of it, when this line shows some of it.
    field: Option<usize>,
}

/// Where the text of a field begins, and how many cells it has.
#[must_use]
pub fn field<A: RowAction>(row: &Row<A>, width: u16) -> (u16, u16) {
    let label = glyphs::width(&row.text) + 2;
    let x = row.indent + if label_above(row, width) { 2 } else { label.max(10) };
    (x, width.saturating_sub(x + 1).max(4))
}

/// Whether the label of a field stands on a row of its own: a long text, or a long label.
fn label_above<A: RowAction>(row: &Row<A>, width: u16) -> bool {
    let long = glyphs::width(&row.text) > width / 2;
    matches!(row.control, Control::Field(_, lines) if long || lines == LineMode::Many)
}

/// The lines of rows, `width` cells wide, each made when it is asked for.
pub fn lines<A: RowAction>(
    rows: &[Row<A>],
    read: Reading<'_>,
    width: u16,
) -> impl Iterator<Item = PageLine> {
    rows.iter().enumerate().flat_map(move |(nr, row)| lines_of(nr, row, read, width))
}

fn lines_of<A: RowAction>(nr: usize, row: &Row<A>, read: Reading<'_>, width: u16) -> Vec<PageLine> {
    let plain = |x, text: &str, value: &str| PageLine {
        row: nr,
        x,
        text: text.to_owned(),
        value: value.to_owned(),
        field: None,
    };
    if let Control::Field(text, _) = row.control {
        let (x, cells) = field(row, width);
        let typed = read(text);
        let mut shown: Vec<PageLine> = wrap::rows(&typed, cells)
            .into_iter()
            .map(|part| PageLine {
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
    let cells = width.saturating_sub(row.indent + value).max(NARROWEST);
    let room = width >= row.indent + value + NARROWEST;
    let breaks = || row.text.split(' ').any(|word| glyphs::width(word) > cells);
    if value > 0 && (!room || breaks()) {
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

/// Draws rows; returns how many lines are out of sight above and below. `selected` is the cursor
/// when the page has the focus.
pub fn draw<A: RowAction>(
    canvas: &mut Canvas<'_>,
    rows: &[Row<A>],
    selected: Option<&RowCursor<A>>,
    read: Reading<'_>,
    theme: Theme,
) -> (usize, usize) {
    let lines: Vec<PageLine> = lines(rows, read, page_width(canvas.width())).collect();
    let typed_at = selected.and_then(RowCursor::editing).map(|editing| editing.editor.cursor());
    let at = selected.map_or(0, RowCursor::row);
    let mut end = last_line_of(&lines, at, typed_at);
    if typed_at.is_some() {
        // What is understood of a text stands below it.
        end = (end + UNDERSTOOD).min(lines.len().saturating_sub(1));
    }
    let scroll = Scroll::to(end, lines.len(), canvas.height());
    for (y, line) in (0u16..).zip(&lines[scroll.in_sight()]) {
        let Some(row) = rows.get(line.row) else { continue };
        let here = selected.is_some() && line.row == at;
        draw_line(canvas, y, line, row, here, theme);
        if let (true, Some(start), Some(typed_at)) = (here, line.field, typed_at) {
            let last = start + line.text.len();
            let next_starts = lines.iter().any(|it| it.row == at && it.field == Some(typed_at));
            if (start..=last).contains(&typed_at)
                && (typed_at == start || typed_at < last || !next_starts)
            {
                let before = line.text.get(..typed_at - start).unwrap_or("");
                canvas.set_cursor(line.x + glyphs::width(before), y);
            }
        }
    }
    scroll.mark(canvas, theme.accent());
    (scroll.above(), scroll.below())
}

/// The last line that has to be in sight: the end of a row, or the line typed in.
fn last_line_of(lines: &[PageLine], row: usize, typed_at: Option<usize>) -> usize {
    let typed =
        |line: &PageLine| typed_at.is_none_or(|at| line.field.is_some_and(|start| start <= at));
    lines.iter().rposition(|line| line.row == row && typed(line)).unwrap_or(0)
}

fn draw_line<A: RowAction>(
    canvas: &mut Canvas<'_>,
    y: u16,
    line: &PageLine,
    row: &Row<A>,
    selected: bool,
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
        let label = if selected { theme.strong() } else { theme.quiet() };
        canvas.put_in(row.indent, y, line.x.saturating_sub(row.indent + 1), &line.value, label);
        canvas.put(line.x, y, &line.text, theme.plain());
        return;
    }
    let is_label = matches!(row.control, Control::Field(..));
    let style = if is_label && !selected { theme.quiet() } else { style };
    canvas.put(line.x, y, &line.text, style);
    if !line.value.is_empty() {
        canvas.put_right(y, &line.value, style);
    }
    if selected && !is_label {
        canvas.style(line.x, y, width.saturating_sub(line.x), theme.selected());
    }
}
