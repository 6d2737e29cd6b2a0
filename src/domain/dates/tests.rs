//! Phrases of the tables in `tests/phrases`, in a line of running text.

mod answers;

use chrono::NaiveDate;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A meaning in the notation of the tables in `tests/phrases`.
fn noted(said: &Said) -> String {
    match said {
        Said::Nothing | Said::Words => "words".to_owned(),
        Said::Doubt(_) => "clash".to_owned(),
        Said::When(When::Next) => "next".to_owned(),
        Said::When(When::From(day)) => format!("from\t{day}"),
        Said::When(When::Day(due)) => {
            let time = due.time.map(|time| time.format(" %H:%M").to_string()).unwrap_or_default();
            format!("by\t{}{time}", due.date)
        }
        Said::When(When::Recurs(rhythm)) => format!("every\t{}", rhythm.noted()),
    }
}

/// The lines of a table without its comments.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

/// Each phrase of a table behind a verb and a word, read from Wednesday 10 March 2027.
fn wrong_phrases(table: &str, verb: &str, word: &str) -> Vec<String> {
    let read = |row: Vec<&str>| {
        let line = match row[0].strip_prefix('~') {
            Some(sentence) => format!("Bo {sentence}"),
            None => format!("Bo {verb} {word} {}", row[0]),
        };
        let found = noted(&in_line(&line, day("2027-03-10"), &[]).said);
        (found != row[1..].join("\t"))
            .then(|| format!("{line}: {found}, not {}", row[1..].join(" ")))
    };
    rows(table).filter_map(read).collect()
}

#[test]
fn dutch_phrases_mean_what_the_table_says() {
    let table = include_str!("../../../tests/phrases/dutch.tsv");
    let wrong = wrong_phrases(table, "belt", "Sanne");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn english_phrases_mean_what_the_table_says() {
    let table = include_str!("../../../tests/phrases/english.tsv");
    let wrong = wrong_phrases(table, "calls", "Sanne");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
