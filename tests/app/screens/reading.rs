//! How much of a text is drawn in a picture, and where.

use crate::screens::picture::Picture;

/// How much of a text is drawn at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawn {
    /// Something else stands there.
    Other,
    /// All of it.
    Whole,
    /// Some of it, and `»`.
    Announced,
    /// Some of it, up to this row, and no sign that it goes on.
    Cut(u16),
}

/// The places where a text can begin: at an edge, after a line or a sign, or after two blanks.
pub(crate) fn beginnings(picture: &Picture) -> Vec<(u16, u16)> {
    let cells = (0..picture.height()).flat_map(|y| (0..picture.width()).map(move |x| (x, y)));
    let left = |x: u16, y: u16, cells: u16| x.checked_sub(cells).map(|x| picture.symbol(x, y));
    let begins = |x: u16, y: u16| match left(x, y, 1) {
        Some(" ") => matches!(left(x, y, 2), None | Some(" " | "│" | "»")),
        before => matches!(before, None | Some("│" | "»")),
    };
    cells.filter(|(x, y)| !picture.ends_text(*x, *y) && begins(*x, *y)).collect()
}

/// How much of a text is drawn at a place, on one row or wrapped by word over several.
pub(crate) fn drawn(picture: &Picture, text: &str, x: u16, y: u16) -> Drawn {
    // Most texts begin elsewhere, and that is soon seen.
    let first = text.trim().chars().next();
    if first.is_some() && picture.symbol(x, y).chars().next() != first {
        return Drawn::Other;
    }
    let letters: Vec<char> = text.trim().chars().collect();
    let is = |at: usize, x: u16, y: u16| {
        letters.get(at).is_some_and(|letter| picture.symbol(x, y).chars().eq([*letter]))
    };
    let (mut at, mut column, mut row) = (0, x, y);
    while at < letters.len() {
        let here = picture.symbol(column, row);
        if is(at, column, row) {
            (at, column) = (at + 1, column + 1);
        } else if here == "»" && at > 0 {
            return Drawn::Announced;
        } else if picture.ends_text(column, row) && breaks(&letters, at) {
            while letters.get(at).is_some_and(|letter| letter.is_whitespace()) {
                at += 1;
            }
            if !is(at, x, row + 1) {
                return if announced(picture, column, row) {
                    Drawn::Announced
                } else {
                    Drawn::Cut(row)
                };
            }
            (column, row) = (x, row + 1);
        } else {
            return Drawn::Other;
        }
    }
    if picture.ends_text(column, row) || picture.symbol(column, row) == "»" {
        Drawn::Whole
    } else {
        Drawn::Other
    }
}

/// Whether a row can break before a letter: between words, after at least one.
fn breaks(letters: &[char], at: usize) -> bool {
    let blank = |at: usize| letters.get(at).is_some_and(|letter| letter.is_whitespace());
    at > 0 && (blank(at) || blank(at - 1))
}

/// Whether a `»` stands behind a text, at its row's end, or right below it.
fn announced(picture: &Picture, x: u16, y: u16) -> bool {
    (x..picture.width()).any(|x| picture.symbol(x, y) == "»" || picture.symbol(x, y + 1) == "»")
}
