//! Comparing texts without regard to capitals and accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Whether two texts are the same but for capitals and accents.
pub(super) fn same(one: &str, other: &str) -> bool {
    !differs_at_once(one, other) && fold(one).eq(fold(other))
}

/// Whether two texts differ in their first letter already, as nearly all do that are compared.
fn differs_at_once(one: &str, other: &str) -> bool {
    match (one.as_bytes().first(), other.as_bytes().first()) {
        (Some(one), Some(other)) => {
            one.is_ascii() && other.is_ascii() && !one.eq_ignore_ascii_case(other)
        }
        _ => false,
    }
}

/// The letters of a text in lower case and without accents.
pub(super) fn fold(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(fold_char)
}

fn fold_char(letter: char) -> impl Iterator<Item = char> {
    // The tables of Unicode are slow, and few letters need them.
    let plain = letter.is_ascii().then(|| letter.to_ascii_lowercase());
    let lower = plain.is_none().then(|| letter.to_lowercase().nfd());
    let lower = lower.into_iter().flatten().filter(|letter| !is_combining_mark(*letter));
    plain.into_iter().chain(lower)
}

/// The length in bytes of `word` at the start of `text`, if a word ends there.
pub(super) fn begins_with_word(text: &str, word: &str) -> Option<usize> {
    let length = prefix_length(text, word).filter(|length| *length > 0)?;
    let ends = !text[length..].starts_with(|c: char| c.is_alphanumeric());
    ends.then_some(length)
}

/// The length in bytes of `word` at the start of `text`.
pub(super) fn prefix_length(text: &str, word: &str) -> Option<usize> {
    if differs_at_once(text, word) {
        return None;
    }
    let plain = text.get(..word.len()).filter(|head| head.is_ascii() && word.is_ascii());
    let length = match plain {
        Some(head) => head.eq_ignore_ascii_case(word).then_some(word.len())?,
        None => folded_length(text, word)?,
    };
    // Accents that stand apart belong to the letter before them.
    let accents = text[length..].chars().take_while(|letter| is_combining_mark(*letter));
    Some(length + accents.map(char::len_utf8).sum::<usize>())
}

/// The same for letters of any kind.
fn folded_length(text: &str, word: &str) -> Option<usize> {
    let ends = text.char_indices().map(|(at, letter)| (at + letter.len_utf8(), letter));
    let mut letters =
        ends.flat_map(|(end, letter)| fold_char(letter).map(move |folded| (end, folded)));
    let mut length = 0;
    for expected in fold(word) {
        let (end, found) = letters.next()?;
        if found != expected {
            return None;
        }
        length = end;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_counts_the_bytes_of_what_was_typed() {
        assert_eq!(prefix_length("Jo\u{308}rg belt", "jörg"), Some("Jo\u{308}rg".len()));
        assert_eq!(prefix_length("José\u{301} belt", "jose"), Some("José\u{301}".len()));
        assert_eq!(begins_with_word("Annet", "anne"), None);
        assert_eq!(begins_with_word("Anne!", "ANNE"), Some(4));
        assert_eq!(prefix_length("An", "Anne"), None);
    }
}
