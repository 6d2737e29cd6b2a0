//! The vocabulary of dates in both languages, and splitting a text into words to look up.

use chrono::Weekday;

const WEEKDAYS: [&[&str]; 7] = [
    &["maandag", "ma", "monday", "mon"],
    &["dinsdag", "di", "tuesday", "tue", "tues"],
    &["woensdag", "wo", "wednesday", "wed"],
    &["donderdag", "do", "thursday", "thu", "thur", "thurs"],
    &["vrijdag", "vr", "friday", "fri"],
    &["zaterdag", "za", "saturday", "sat"],
    &["zondag", "zo", "sunday", "sun"],
];

const MONTHS: [&[&str]; 12] = [
    &["januari", "jan", "january"],
    &["februari", "feb", "february"],
    &["maart", "mrt", "march", "mar"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "jun", "june"],
    &["juli", "jul", "july"],
    &["augustus", "aug", "august"],
    &["september", "sep", "sept"],
    &["oktober", "okt", "october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

const NUMBERS: [&[&str]; 12] = [
    &["een", "one", "a", "an"],
    &["twee", "two"],
    &["drie", "three"],
    &["vier", "four"],
    &["vijf", "five"],
    &["zes", "six"],
    &["zeven", "seven"],
    &["acht", "eight"],
    &["negen", "nine"],
    &["tien", "ten"],
    &["elf", "eleven"],
    &["twaalf", "twelve"],
];

const ORDINAL_ENDINGS: [&str; 7] = ["ste", "de", "e", "st", "nd", "rd", "th"];

const PREPOSITIONS: [&str; 6] = ["voor", "op", "uiterlijk", "by", "on", "before"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Normalizes a text for lookup: lower case, one kind of apostrophe, and no accents of Dutch stress
/// ("vóór", "één").
pub(super) fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter_map(without_accent).collect()
}

fn without_accent(c: char) -> Option<char> {
    match c {
        'é' | 'è' => Some('e'),
        'ó' | 'ò' => Some('o'),
        '’' | '‘' => Some('\''),
        '\u{300}' | '\u{301}' => None,
        other => Some(other),
    }
}

/// The words of a folded text, without punctuation after them.
pub(super) fn split(folded: &str) -> Vec<&str> {
    folded
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.trim_end_matches(is_closing))
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether a character is punctuation that can follow a word without belonging to it.
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')')
}

pub(super) fn without_prepositions<'a, 'b>(words: &'a [&'b str]) -> &'a [&'b str] {
    match words {
        [first, rest @ ..] if PREPOSITIONS.contains(first) => without_prepositions(rest),
        _ => words,
    }
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let row = row_of(&WEEKDAYS, word)?;
    Weekday::try_from(u8::try_from(row).ok()?).ok()
}

/// "maandagen", "maandags", "mondays"; never a plural of an abbreviation.
pub(super) fn weekday_plural(word: &str) -> Option<Weekday> {
    let day = word.strip_suffix("en").or_else(|| word.strip_suffix('s'))?;
    weekday(day).filter(|_| day.ends_with("day") || day.ends_with("dag"))
}

/// Whether a word is a weekday of two or three letters. Many of these are ordinary words too.
pub(super) fn is_abbreviation(word: &str) -> bool {
    word.len() <= 3 && weekday(word).is_some()
}

/// The number of a month from 1, by its name.
pub(super) fn month(word: &str) -> Option<u32> {
    u32::try_from(row_of(&MONTHS, word)?).ok()?.checked_add(1)
}

/// A number in digits, or as a word up to twelve.
pub(super) fn count(word: &str) -> Option<u16> {
    match row_of(&NUMBERS, word) {
        Some(row) => u16::try_from(row).ok()?.checked_add(1),
        None => digits(word)?.parse().ok(),
    }
}

pub(super) fn unit(word: &str) -> Option<Unit> {
    match word {
        "dag" | "dagen" | "day" | "days" => Some(Unit::Day),
        "week" | "weken" | "weeks" => Some(Unit::Week),
        "maand" | "maanden" | "month" | "months" => Some(Unit::Month),
        "jaar" | "jaren" | "year" | "years" => Some(Unit::Year),
        _ => None,
    }
}

/// The unit in "+3d": a letter or the whole word.
pub(super) fn short_unit(word: &str) -> Option<Unit> {
    match word {
        "d" => Some(Unit::Day),
        "w" => Some(Unit::Week),
        "m" => Some(Unit::Month),
        "j" | "y" => Some(Unit::Year),
        _ => unit(word),
    }
}

/// The day of a month: "2", "02", "2e", "2nd".
pub(super) fn day_number(word: &str) -> Option<u32> {
    ordinal(word).or_else(|| two_digits(word))
}

/// The day of a month as an ordinal number: "2e", "8ste", "2nd".
pub(super) fn ordinal(word: &str) -> Option<u32> {
    ORDINAL_ENDINGS.iter().find_map(|ending| two_digits(word.strip_suffix(ending)?))
}

pub(super) fn two_digits(word: &str) -> Option<u32> {
    digits(word).filter(|word| word.len() <= 2)?.parse().ok()
}

/// The word itself if it consists of digits. `parse` alone would accept a sign.
pub(super) fn digits(word: &str) -> Option<&str> {
    let all = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    all.then_some(word)
}

fn row_of(table: &[&[&str]], word: &str) -> Option<usize> {
    table.iter().position(|row| row.contains(&word))
}
