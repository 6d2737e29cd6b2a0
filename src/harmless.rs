//! Text from outside the program, made harmless for a terminal and for a file that is passed on.

use std::borrow::Cow;

/// Stands for a character that is not passed on.
const INSTEAD: char = '·';

/// One line of text in which nothing steers a terminal, ends the line or turns the direction of
/// writing. Everything else stays as it was typed.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_harmful(c) || is_joiner(c)) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut left = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        kept.push(passed_on(left, c, rest.peek().copied()));
        left = Some(c);
    }
    Cow::Owned(kept)
}

fn passed_on(left: Option<char>, c: char, right: Option<char>) -> char {
    // Persian and pictures need joiners; between plain letters they only hide something.
    let joins = || {
        let foreign = |side: Option<char>| side.is_some_and(|c| !c.is_ascii() && !is_harmful(c));
        foreign(left) && foreign(right)
    };
    match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        _ if is_harmful(c) || (is_joiner(c) && !joins()) => INSTEAD,
        _ => c,
    }
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Controls, signs that turn the direction of writing, and signs that nobody sees.
fn is_harmful(c: char) -> bool {
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
    fn nothing_steers_and_words_stay() {
        assert_eq!(line("één \"keer\" @Bo"), "één \"keer\" @Bo");
        assert_eq!(line("\u{1b}[31mrood\u{7}"), "·[31mrood·");
        assert_eq!(line("a\u{202e}b\u{2066}c\u{200b}d\u{200d}e"), "a·b·c·d·e");
        assert_eq!(line("een\ttwee\ndrie\u{2028}vier"), "een twee drie vier");
        assert_eq!(line("می\u{200c}خواهم 👩\u{200d}👧"), "می\u{200c}خواهم 👩\u{200d}👧");
    }

    #[test]
    fn what_is_not_passed_on_is_not_drawn_either() {
        for c in ('\0'..=char::MAX).filter(|c| is_harmful(*c) && *c != '\t') {
            assert_eq!(shown(&c.to_string()).0, "·", "{c:?}");
        }
    }
}
