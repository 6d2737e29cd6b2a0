//! Makes text from outside the program safe to print in a terminal and to write to an export.

use std::borrow::Cow;

/// Replaces an unsafe character.
const REPLACEMENT: char = '·';

/// The text as one line without control characters, invisible characters or characters that
/// change the writing direction. Line breaks and tabs become spaces. Everything else is kept.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_unsafe(c) || is_joiner(c)) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    let mut previous = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        safe.push(replace(previous, c, rest.peek().copied()));
        previous = Some(c);
    }
    Cow::Owned(safe)
}

fn replace(previous: Option<char>, c: char, next: Option<char>) -> char {
    // Persian and emoji sequences need joiners. Next to ASCII they serve only to hide something.
    let joins = || {
        let joinable = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && !is_unsafe(c));
        joinable(previous) && joinable(next)
    };
    match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        _ if is_unsafe(c) || (is_joiner(c) && !joins()) => REPLACEMENT,
        _ => c,
    }
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Control characters, characters that change the writing direction, and invisible characters.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widgets::glyphs::shown;

    #[test]
    fn unsafe_characters_are_replaced_and_text_is_kept() {
        assert_eq!(line("één \"keer\" @Bo"), "één \"keer\" @Bo");
        assert_eq!(line("\u{1b}[31mrood\u{7}"), "·[31mrood·");
        assert_eq!(line("a\u{202e}b\u{2066}c\u{200b}d\u{200d}e"), "a·b·c·d·e");
        assert_eq!(line("een\ttwee\ndrie\u{2028}vier"), "een twee drie vier");
        assert_eq!(line("می\u{200c}خواهم 👩\u{200d}👧"), "می\u{200c}خواهم 👩\u{200d}👧");
    }

    #[test]
    fn characters_that_are_replaced_here_are_not_drawn_either() {
        for c in ('\0'..=char::MAX).filter(|c| is_unsafe(*c) && *c != '\t') {
            assert_eq!(shown(&c.to_string()).0, "·", "{c:?}");
        }
    }
}
