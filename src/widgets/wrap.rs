//! Wrapping by word: the byte ranges of the rows of a text.

use super::glyphs::{graphemes, is_plain, shown};

/// Columns of text stop at this many cells; longer lines read badly.
pub const READING_WIDTH: u16 = 90;

/// A row of a wrapped text. Offsets are bytes, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrappedRow {
    pub start: usize,
    /// Excludes the space or line end at which the row was broken.
    pub end: usize,
    /// The line of the text it is part of, from 0.
    pub line: usize,
    pub last: bool,
}

/// Wraps `text` at `width` cells. There is at least one row. A word that is wider than a row is
/// broken.
#[must_use]
pub fn rows(text: &str, width: u16) -> Vec<WrappedRow> {
    let width = width.max(2);
    let mut rows = Vec::new();
    let mut offset = 0;
    for (line, words) in text.split('\n').enumerate() {
        wrap_line(words, offset, line, width, &mut rows);
        offset += words.len() + 1;
    }
    rows
}

/// Wraps one line, which begins at byte `offset` of the text.
fn wrap_line(line: &str, offset: usize, nr: usize, width: u16, rows: &mut Vec<WrappedRow>) {
    // A grapheme has no more cells than bytes.
    if line.len() <= usize::from(width) {
        rows.push(WrappedRow { start: offset, end: offset + line.len(), line: nr, last: true });
    } else if is_plain(line) {
        wrap_plain_line(line.as_bytes(), offset, nr, usize::from(width), rows);
    } else {
        wrap_any_line(line, offset, nr, width, rows);
    }
}

/// Wraps a line in which every byte is a cell; a note can be long, and all of it is wrapped at every
/// key. Gives the same rows as [`wrap_any_line`].
fn wrap_plain_line(
    line: &[u8],
    offset: usize,
    nr: usize,
    width: usize,
    rows: &mut Vec<WrappedRow>,
) {
    let is_space = |at: usize| line.get(at) == Some(&b' ');
    let spaces_from = |at: usize| (at..line.len()).take_while(|at| is_space(*at)).count();
    let mut start = 0;
    loop {
        // The first byte that does not fit; spaces fit behind a full row.
        let over = start + width;
        let over = over + spaces_from(over);
        if over >= line.len() {
            break;
        }
        let chance = (start + 1..=over).rev().find(|at| is_space(at - 1));
        let (end, next) = match chance {
            Some(next) => {
                let spaces = (start..next).rev().take_while(|at| is_space(*at)).count();
                (next - spaces, next)
            }
            None => (over, over),
        };
        let (end, next) = if end > start { (end, next) } else { (over, over) };
        rows.push(WrappedRow { start: offset + start, end: offset + end, line: nr, last: false });
        start = next;
    }
    rows.push(WrappedRow { start: offset + start, end: offset + line.len(), line: nr, last: true });
}

fn wrap_any_line(line: &str, offset: usize, nr: usize, width: u16, rows: &mut Vec<WrappedRow>) {
    let mut start = 0;
    let mut used: u16 = 0;
    // The last place where the row can be broken: the end of a word, and the start of the next one.
    let mut chance: Option<(usize, usize)> = None;
    for (at, grapheme) in graphemes(line) {
        let space = grapheme.chars().all(char::is_whitespace);
        let cells = shown(grapheme).1;
        if used.saturating_add(cells) > width && !space {
            let (end, next) = chance.take().filter(|(end, _)| *end > start).unwrap_or((at, at));
            rows.push(WrappedRow {
                start: offset + start,
                end: offset + end,
                line: nr,
                last: false,
            });
            start = next;
            used = super::glyphs::width(line.get(next..at).unwrap_or(""));
        }
        if space {
            let end = chance.filter(|(_, next)| *next == at).map_or(at, |(end, _)| end);
            chance = Some((end, at + grapheme.len()));
        }
        used = used.saturating_add(cells);
    }
    rows.push(WrappedRow { start: offset + start, end: offset + line.len(), line: nr, last: true });
}

/// The index of the row that contains a byte of the text, and the offset of that byte in the row.
/// At a boundary it is the later row.
#[must_use]
pub fn locate(rows: &[WrappedRow], at: usize) -> (usize, usize) {
    let row = rows.iter().rposition(|row| row.start <= at).unwrap_or(0);
    let within = rows.get(row).map_or(0, |row| at.min(row.end).saturating_sub(row.start));
    (row, within)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wrapped(text: &str, width: u16) -> Vec<&str> {
        rows(text, width).iter().map(|row| &text[row.start..row.end]).collect()
    }

    #[test]
    fn words_stay_whole_and_lines_apart() {
        assert_eq!(wrapped("een twee drie", 8), ["een twee", "drie"]);
        assert_eq!(wrapped("een\n\ntwee", 8), ["een", "", "twee"]);
        assert_eq!(wrapped("", 8), [""]);
        assert_eq!(wrapped("onverstaanbaarheid", 8), ["onversta", "anbaarhe", "id"]);
        assert_eq!(wrapped("ja onverstaanbaar", 8), ["ja", "onversta", "anbaar"]);
        assert_eq!(wrapped("éénduidig", 5), ["ééndu", "idig"]);
    }

    proptest! {
        #[test]
        fn a_plain_line_is_wrapped_like_any_other(line in "[a-c ]{0,60}", width in 2u16..12) {
            let (mut plain, mut any) = (Vec::new(), Vec::new());
            wrap_plain_line(line.as_bytes(), 7, 3, usize::from(width), &mut plain);
            wrap_any_line(&line, 7, 3, width, &mut any);
            prop_assert_eq!(plain, any);
        }

        #[test]
        fn a_short_line_is_wrapped_like_any_other(line in ".{0,8}", width in 2u16..12) {
            let (mut one, mut any) = (Vec::new(), Vec::new());
            wrap_line(&line, 7, 3, width, &mut one);
            wrap_any_line(&line, 7, 3, width, &mut any);
            prop_assert_eq!(one, any);
        }

        #[test]
        fn nothing_but_spaces_falls_between_rows(text in "[a-dé \n]{0,60}", width in 2u16..12) {
            let rows = rows(&text, width);
            let mut reached = 0;
            for row in &rows {
                prop_assert!(row.start >= reached);
                prop_assert!(text[reached..row.start].chars().all(char::is_whitespace));
                let shown = super::super::glyphs::width(text[row.start..row.end].trim_end());
                prop_assert!(shown <= width, "{:?}", &text[row.start..row.end]);
                reached = row.end;
            }
            prop_assert_eq!(reached, text.len());
        }
    }
}
