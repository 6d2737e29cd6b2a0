//! How text is shown on a screen, and its width in cells.
//!
//! A text is stored as it was typed. Control characters, marks of writing direction, characters
//! without width and pictures could break the layout or the terminal, so others are shown in their
//! place. kring itself only draws characters of code pages 437 and 850, which the fonts of all
//! terminals have.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Shown for a character that cannot be shown as it is.
const UNSHOWN: &str = "·";
/// Shown for a picture.
const PICTURE: &str = "▄";

/// The graphemes of a text with their offsets in bytes, as `grapheme_indices(true)` gives them. That
/// looks every character up in a table; here a letter of ASCII before another one is a grapheme
/// without looking, which makes a frame three times as fast.
#[must_use]
pub fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes { text, at: 0 }
}

/// Iterates over the graphemes of a text.
#[derive(Clone, Debug)]
pub struct Graphemes<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<(usize, &'a str)> {
        let start = self.at;
        let rest = self.text.get(start..)?;
        let grapheme = match rest.as_bytes() {
            [first] if is_plain_byte(*first) => rest,
            [first, second, ..] if is_plain_byte(*first) && second.is_ascii() => rest.get(..1)?,
            _ => rest.graphemes(true).next()?,
        };
        self.at += grapheme.len();
        Some((start, grapheme))
    }
}

/// Whether every byte of a text is a character that is shown as it is, in one cell.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(is_plain_byte)
}

fn is_plain_byte(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

/// A grapheme as it is shown, and its width in cells: 1 or 2.
#[must_use]
pub fn shown(grapheme: &str) -> (Cow<'_, str>, u16) {
    if let [byte] = grapheme.as_bytes()
        && is_plain_byte(*byte)
    {
        return (Cow::Borrowed(grapheme), 1);
    }
    let first = grapheme.chars().next().unwrap_or(' ');
    if first == '\t' {
        return (Cow::Borrowed(" "), 1);
    }
    if first.is_control() || is_invisible(first) {
        return (Cow::Borrowed(UNSHOWN), 1);
    }
    if grapheme.chars().any(is_picture) {
        return (Cow::Borrowed(PICTURE), 1);
    }
    let plain: Cow<'_, str> = if grapheme.chars().any(|c| c.is_control() || is_invisible(c)) {
        grapheme.chars().filter(|c| !c.is_control() && !is_invisible(*c)).collect::<String>().into()
    } else {
        Cow::Borrowed(grapheme)
    };
    match plain.width() {
        1 => (plain, 1),
        2 => (plain, 2),
        _ => (Cow::Borrowed(UNSHOWN), 1),
    }
}

/// The width in cells of a text as it is shown.
#[must_use]
pub fn width(text: &str) -> u16 {
    if is_plain(text) {
        return u16::try_from(text.len()).unwrap_or(u16::MAX);
    }
    graphemes(text).fold(0, |sum: u16, (_, one)| sum.saturating_add(shown(one).1))
}

/// Whether a character has no width or changes the direction of writing.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a character is a picture or a variation selector. Terminals do not agree on their width.
fn is_picture(c: char) -> bool {
    matches!(c,
        '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Texts in which characters of all kinds stand beside each other.
    fn mixed() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just(""),
            Just("a"),
            Just(" "),
            Just("\r"),
            Just("\n"),
            Just("\t"),
            Just("é"),
            Just("\u{301}"),
            Just("\u{200d}"),
            Just("\u{fe0f}"),
            Just("👩"),
            Just("🇳"),
            Just("🇱"),
            Just("क"),
            Just("\u{94d}"),
            Just("ᄀ"),
            Just("ᅡ"),
            Just("\u{600}"),
            Just("語"),
            Just("1"),
        ];
        prop_oneof![prop::collection::vec(piece, 0..12).prop_map(|it| it.concat()), any::<String>()]
    }

    proptest! {
        #[test]
        fn graphemes_are_those_of_the_library(text in mixed()) {
            let ours: Vec<_> = graphemes(&text).collect();
            let theirs: Vec<_> = text.grapheme_indices(true).collect();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn the_width_is_that_of_what_is_shown(text in mixed()) {
            let cells = text.graphemes(true).map(|one| u32::from(shown(one).1)).sum::<u32>();
            prop_assert_eq!(u32::from(width(&text)), cells);
        }
    }

    #[test]
    fn what_is_shown_is_harmless_and_keeps_its_width() {
        assert_eq!(shown("é"), ("é".into(), 1));
        assert_eq!(shown("e\u{301}"), ("e\u{301}".into(), 1));
        assert_eq!(shown("\u{1b}"), ("·".into(), 1));
        assert_eq!(shown("\u{202e}"), ("·".into(), 1));
        assert_eq!(shown("\u{200b}"), ("·".into(), 1));
        assert_eq!(shown("👩‍👩‍👧"), ("▄".into(), 1));
        assert_eq!(shown("語"), ("語".into(), 2));
        assert_eq!(width("a\u{7}b語"), 5);
    }
}
