//! 200 lines as minute takers type them, which were labelled by hand before the reader saw them.

use chrono::NaiveDate;

use super::*;
use crate::domain::group::Group;
use crate::domain::ids::PersonId;
use crate::domain::person::{Person, PersonKind, Standing};
use crate::domain::when::{How, When};

fn group() -> Group {
    let day = NaiveDate::from_ymd_opt(2027, 3, 10).unwrap();
    let mut group = Group::new("Noor", day);
    let people = [
        ("Noor Bakker", "", PersonKind::Client),
        ("Anneke Bakker", "moeder", PersonKind::Family),
        ("Bo Jansen", "vriend", PersonKind::CloseOne),
        ("Karin Vos", "casemanager", PersonKind::Professional),
        ("Piet Jansen", "buurman", PersonKind::CloseOne),
        ("Sanne de Boer", "zus", PersonKind::Family),
        ("Ruben Haddad", "psychiater", PersonKind::Professional),
        ("Joris Smit", "ervaringsdeskundige", PersonKind::ExpertByExperience),
    ];
    group.people = (1..)
        .zip(people)
        .map(|(nr, (name, relation, kind))| {
            let mut person = Person::new(PersonId(nr), name, kind, Standing::Joins);
            relation.clone_into(&mut person.relation);
            person
        })
        .collect();
    group
}

/// What was understood, in the columns of the table: kind, meaning, who, text.
fn noted(read: &Understood, group: &Group) -> [String; 4] {
    let (kind, meaning) = match (&read.when, &read.unsettled) {
        (None, Unsettled::Nothing) => ("none", String::new()),
        (None, Unsettled::Words) => ("words", String::new()),
        (None, Unsettled::Doubt(_)) => ("clash", String::new()),
        (Some(When::Next), _) => ("next", String::new()),
        (Some(When::From(day)), _) => ("from", day.to_string()),
        (Some(When::Day(due)), _) => {
            let how = match due.how {
                How::On => "on",
                How::By => "by",
                How::Before => "before",
            };
            let time = due.time.map(|time| time.format(" %H:%M").to_string()).unwrap_or_default();
            (how, format!("{}{time}", due.date))
        }
        (Some(When::Recurs(rhythm)), _) => ("every", rhythm.noted()),
    };
    let names = |ids: &[PersonId]| {
        let names: Vec<&str> =
            ids.iter().map(|id| group.person(*id).unwrap().first_name()).collect();
        names.join(", ")
    };
    let who = match (read.everybody, read.undecided()) {
        (true, _) => "everybody".to_owned(),
        (false, []) => names(&read.who),
        (false, _) => "?".to_owned(),
    };
    [kind.to_owned(), meaning, who, read.what.clone()]
}

/// Without what the table leaves open: the capital of the first letter, a comma.
fn plain(text: &str) -> String {
    text.replace(',', "").to_lowercase()
}

fn leaves_alone(kind: &str) -> bool {
    kind == "words" || kind == "none"
}

#[test]
fn lines_of_real_minutes_are_understood_or_left_alone() {
    assert_eq!(lines_read(include_str!("../../../tests/phrases/minutes.tsv")), 200);
}

#[test]
fn what_looks_like_a_day_is_none() {
    lines_read(include_str!("../../../tests/phrases/traps.tsv"));
}

/// Reads the lines of a table, and fails where one is not understood as the table says; how many there are.
fn lines_read(table: &str) -> usize {
    let group = group();
    let today = NaiveDate::from_ymd_opt(2027, 3, 10).unwrap();
    let context = Context::of(&group, today, None);
    let (mut wrong, mut missed, mut read) = (Vec::new(), Vec::new(), 0);
    for row in table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let mut columns = row.split('\t');
        let mut next = || columns.next().unwrap_or("");
        let (line, expected) = (next(), [next(), next(), next(), next()]);
        let found = noted(&understand(line, &context).0, &group);
        read += 1;
        let alone = leaves_alone(&found[0]) && leaves_alone(expected[0]);
        let same_when = alone || found[0] == expected[0] && found[1] == expected[1];
        if leaves_alone(&found[0]) && !leaves_alone(expected[0])
            || found[0] == "clash" && expected[0] != "clash"
        {
            missed.push(line);
        } else if !same_when || plain(&found[3]) != plain(expected[3]) {
            wrong.push(format!(
                "{line}\n  is   {}\n  not  {}",
                found.join(" | "),
                expected.join(" | ")
            ));
        }
        if found[2] != expected[2] {
            wrong.push(format!("{line}\n  who is {} not {}", found[2], expected[2]));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}\n{missed:#?}", wrong.len(), wrong.join("\n"));
    assert_eq!(missed, [""; 0]);
    read
}
