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

/// A grapheme as it is shown, and its width in cells: 1 or 2.
#[must_use]
pub fn shown(grapheme: &str) -> (Cow<'_, str>, u16) {
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
    text.graphemes(true).fold(0, |sum: u16, one| sum.saturating_add(shown(one).1))
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
    use super::*;

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
