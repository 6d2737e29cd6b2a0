//! Reading the agreements of a note anew when it changes: a line that is untouched keeps what it meant,
//! and so do untouched words of a line that was edited.

use chrono::NaiveDate;

use super::agreement::Agreement;
use super::group::Group;
use super::ids::AgreementId;
use super::meeting::{Item, Meeting};
use super::notes::{self, Reader};
use super::reading::{LineReading, NameRead, Understood};

/// An agreement found in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundAgreement {
    /// The line of the note, from 0.
    pub line: usize,
    /// The id it was given when it was read; `None` in a note of version 1, which is read as it stands.
    pub id: Option<AgreementId>,
    pub understood: Understood,
}

/// The agreements of an item, in order. `today` is the day from which a line is read that was not yet.
#[must_use]
pub fn agreements(item: &Item, group: &Group, today: NaiveDate) -> Vec<FoundAgreement> {
    let mut unused: Vec<&LineReading> = item.readings.iter().collect();
    let lines = notes::agreement_lines(&item.note);
    lines
        .map(|(line, words)| {
            let read = take_same(&mut unused, words);
            let understood = read.map_or_else(
                || Reader::new(group, today, None).read(words).0,
                |read| read.understood.clone(),
            );
            FoundAgreement { line, id: read.map(|read| read.id), understood }
        })
        .collect()
}

/// What was read of one line of a note, by its number from 0, and its place among the readings; `None`
/// for words, and for a line that was not read yet.
#[must_use]
pub fn of_line(item: &Item, line: usize) -> Option<(usize, &LineReading)> {
    let words = notes::agreement_lines(&item.note).find(|(nr, _)| *nr == line)?.1;
    let lines_before = notes::agreement_lines(&item.note).take_while(|(nr, _)| *nr < line);
    let same_before = lines_before.filter(|(_, other)| *other == words).count();
    item.readings.iter().enumerate().filter(|(_, read)| read.line == words).nth(same_before)
}

fn take_same<'a>(unused: &mut Vec<&'a LineReading>, words: &str) -> Option<&'a LineReading> {
    let at = unused.iter().position(|read| read.line == words)?;
    Some(unused.remove(at))
}

/// The readings of a note that was `before` and became `note`, typed on a day. `free` is the first id
/// that no agreement has.
#[must_use]
pub fn reread(
    note: &str,
    before: &[LineReading],
    group: &Group,
    typed_on: NaiveDate,
    free: AgreementId,
) -> Vec<LineReading> {
    let mut unused: Vec<&LineReading> = before.iter().collect();
    let lines: Vec<&str> = notes::agreement_lines(note).map(|(_, words)| words).collect();
    let same: Vec<Option<&LineReading>> =
        lines.iter().map(|words| take_same(&mut unused, words)).collect();
    // What is left was edited: in order, one line for another.
    let (mut edited, mut free) = (unused.into_iter(), free.0);
    let read = lines.iter().zip(same).map(|(words, same)| {
        if let Some(same) = same {
            return same.clone();
        }
        let was = edited.next();
        let id = was.map_or(AgreementId(free), |was| was.id);
        free += u32::from(was.is_none());
        read_line(words, was, id, group, typed_on)
    });
    read.collect()
}

fn read_line(
    words: &str,
    was: Option<&LineReading>,
    id: AgreementId,
    group: &Group,
    typed_on: NaiveDate,
) -> LineReading {
    let reading = |on| {
        let (understood, mut read) = Reader::new(group, on, was).read(words);
        // A name that is half typed over is meant again once it is whole.
        let known = |name: &&NameRead| read.names.iter().all(|other| other.words != name.words);
        let before: Vec<NameRead> =
            was.iter().flat_map(|was| &was.words.names).filter(known).cloned().collect();
        read.names.extend(before);
        LineReading { id, line: words.to_owned(), understood, words: read, on }
    };
    let new = reading(typed_on);
    // A day whose words were not touched stays the day it was.
    let untouched = |read: &LineReading, was: &LineReading| {
        !read.words.when.is_empty() && was.words.when == read.words.when
    };
    let Some(was) = was.filter(|was| untouched(&new, was)) else { return new };
    let again = reading(was.on);
    if !untouched(&again, was) {
        return new;
    }
    let (when, unsettled) = (was.understood.when.clone(), was.understood.unsettled.clone());
    LineReading { understood: Understood { when, unsettled, ..again.understood }, ..again }
}

/// What a line meant with the next of the people whom a name in it fits, or with nobody after the last; and
/// then with the next of the days that its words may mean, or with none after the last. `None` where
/// nothing can be chosen.
#[must_use]
pub fn next_reading(read: &LineReading, group: &Group) -> Option<LineReading> {
    let Some((next, is_last)) = next_person(read, group) else { return next_day(read, group) };
    match next_day(&next, group).filter(|_| is_last) {
        Some(day) => Some(day),
        None => Some(next),
    }
}

/// With the next of the days that the words of a line may mean.
fn next_day(read: &LineReading, group: &Group) -> Option<LineReading> {
    let days = read.understood.possible_days();
    if days.is_empty() {
        return None;
    }
    let at = read.understood.when.as_ref().and_then(|when| days.iter().position(|day| day == when));
    let mut was = read.clone();
    was.understood.when = days.get(at.map_or(0, |at| at + 1)).cloned();
    let (understood, mut words) = Reader::new(group, read.on, Some(&was)).read(&read.line);
    words.names.clone_from(&read.words.names);
    Some(LineReading { understood, words, ..read.clone() })
}

/// With the next of the people whom a name in a line fits, and whether that is nobody, after the last.
fn next_person(read: &LineReading, group: &Group) -> Option<(LineReading, bool)> {
    let either = &read.understood.either;
    let name = &read.words.either;
    let meant = read.words.names.iter().find(|one| one.words == *name).map(|one| one.person);
    let next = match meant.and_then(|id| either.iter().position(|one| *one == id)) {
        Some(at) => either.get(at + 1),
        None => either.first(),
    };
    if either.is_empty() {
        return None;
    }
    let mut was = read.clone();
    was.words.names.retain(|one| one.words != *name);
    was.words.names.extend(next.map(|person| NameRead { words: name.clone(), person: *person }));
    let (understood, mut words) = Reader::new(group, read.on, Some(&was)).read(&read.line);
    // Those of earlier wordings stay; the choice itself does not go with the name that is let go.
    let other = |one: &&NameRead| words.names.iter().all(|known| known.words != one.words);
    let earlier: Vec<NameRead> = was.words.names.iter().filter(other).cloned().collect();
    words.names.extend(earlier);
    let understood = Understood { when: read.understood.when.clone(), ..understood };
    Some((LineReading { understood, words, ..read.clone() }, next.is_none()))
}

/// The first id that no agreement of the group has, and none in a note of the meeting.
#[must_use]
pub fn free_id(group: &Group, meeting: &Meeting) -> AgreementId {
    let read = meeting.items.iter().flat_map(|item| &item.readings).map(|read| read.id.0 + 1);
    AgreementId(read.chain([group.free_agreement().0]).max().unwrap_or(1))
}

/// The readings of the notes of a meeting that version 1 wrote: as the agreements say that were made of
/// them, else as they are read now.
#[must_use]
pub fn of_version_1(group: &Group, meeting: &Meeting, today: NaiveDate) -> Vec<Vec<LineReading>> {
    let mut records: Vec<&Agreement> =
        group.agreements.iter().filter(|one| one.made == meeting.id).collect();
    let mut free = free_id(group, meeting).0;
    let mut of_item = |item: &Item| {
        if !item.readings.is_empty() {
            return item.readings.clone();
        }
        let mut read = reread(&item.note, &[], group, today, AgreementId(free));
        for one in &mut read {
            let same = records.iter().position(|record| says(one, record));
            if let Some(record) = same.map(|at| records.remove(at)) {
                as_recorded(one, record, group);
            }
        }
        free += u32::try_from(read.len()).unwrap_or(0);
        read
    };
    meeting.items.iter().map(&mut of_item).collect()
}

/// Whether the record of version 1 was made of a line. Version 1 took a day out of the end of a sentence
/// only, so its text may be longer than what is left of the line now.
fn says(read: &LineReading, record: &Agreement) -> bool {
    let line = notes::without_mentions(&read.line);
    let line: Vec<&str> = line.split_whitespace().collect();
    record.text == read.understood.what || line.join(" ").starts_with(&record.text)
}

fn as_recorded(read: &mut LineReading, record: &Agreement, group: &Group) {
    read.id = record.id;
    read.understood = Understood {
        what: record.text.clone(),
        who: record.who.clone(),
        everybody: record.everybody,
        either: Vec::new(),
        when: record.when.clone(),
        unsettled: record.unsettled.clone(),
        goal: record.goal,
    };
    // Whoever was renamed since stands in the line under the old name.
    let named = |id: &_| read.words.names.iter().any(|name| name.person == *id);
    let unnamed: Vec<_> = record.who.iter().filter(|id| !named(id)).copied().collect();
    if let ([person], true) = (unnamed.as_slice(), read.words.names.is_empty()) {
        let words = read.line.split_whitespace().next().unwrap_or("").to_owned();
        if group.person(*person).is_some() && words.starts_with(char::is_uppercase) {
            read.words.names.push(NameRead { words, person: *person });
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::ids::{MeetingId, PersonId};
    use crate::domain::person::{Person, PersonKind, Standing};
    use crate::domain::structure::{ItemKind, MeetingKind, Need, Structure, StructureItem};
    use crate::domain::when::{Unsettled, When};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 2, day).unwrap()
    }

    fn group(names: &[&str]) -> Group {
        let mut group = Group::new("Zuid", day(1));
        for (nr, name) in (1..).zip(names) {
            group.people.push(Person::new(
                PersonId(nr),
                name,
                PersonKind::CloseOne,
                Standing::Joins,
            ));
        }
        group
    }

    fn read(note: &str, before: &[LineReading], group: &Group, on: NaiveDate) -> Vec<LineReading> {
        let free = before.iter().map(|read| read.id.0 + 1).max().unwrap_or(1);
        reread(note, before, group, on, AgreementId(free))
    }

    #[test]
    fn an_edited_line_keeps_what_its_untouched_words_meant() {
        let mut group = group(&["Sanne de Boer"]);
        let before = read("! Sanne belt morgen", &[], &group, day(9));
        group.people[0].name = "Sanneke Bos".to_owned();
        let other = Person::new(PersonId(2), "Sanne Haddad", PersonKind::Family, Standing::Joins);
        group.people.push(other);
        let after = read("! Sanne belt de huisarts morgen", &before, &group, day(11));
        assert_eq!(after[0].understood.who, [PersonId(1)]);
        assert_eq!(after[0].understood.when, before[0].understood.when, "not the day after");
        assert_eq!(after[0].id, before[0].id);
        let after = read("! Sanne belt de huisarts overmorgen", &after, &group, day(11));
        assert_eq!(after[0].understood.when, Some(When::on(day(13))));
    }

    /// Version 1 kept no readings, but the agreements that were made of the lines.
    #[test]
    fn notes_of_version_1_mean_what_their_agreements_say() {
        let mut group = group(&["Peter Vos", "Piet Jansen"]);
        let structure = Structure {
            kind: MeetingKind::FollowUp,
            items: vec![StructureItem { kind: ItemKind::Goals, need: Need::Always, minutes: 25 }],
        };
        let id = MeetingId::first(day(5));
        let mut meeting = Meeting::prepare(&group, id, &structure);
        meeting.items[0].note = "! Piet haalt brood\n! Niemand weet het".to_owned();
        group.agreements.push(Agreement {
            id: AgreementId(7),
            text: "Piet haalt brood".to_owned(),
            who: vec![PersonId(1)],
            everybody: false,
            either: Vec::new(),
            when: None,
            unsettled: Unsettled::Nothing,
            goal: None,
            made: id,
            answers: Vec::new(),
            closed: None,
        });
        let read = of_version_1(&group, &meeting, day(9)).remove(0);
        assert_eq!((read[0].id, &read[0].understood.who[..]), (AgreementId(7), &[PersonId(1)][..]));
        assert_eq!((read[1].id, &read[1].understood.who[..]), (AgreementId(9), &[][..]));
    }

    proptest! {
        /// The model looks each line up among those of before.
        #[test]
        fn a_line_that_is_untouched_keeps_its_reading(
            notes in prop::collection::vec(prop::collection::vec(0usize..7, 0..5), 1..6),
        ) {
            let lines = ["! Bo belt morgen", "! Karin leest vrijdag", "woorden", "= besluit", "!", "! Bo belt", "! @Karin op 3 maart"];
            let group = group(&["Bo", "Karin"]);
            let mut readings: Vec<LineReading> = Vec::new();
            for (nr, note) in (0u32..).zip(&notes) {
                let note: Vec<&str> = note.iter().map(|at| lines[*at]).collect();
                let after = read(&note.join("\n"), &readings, &group, day(2 + nr));
                let agreed = note.iter().filter_map(|line| line.strip_prefix("! "));
                prop_assert!(after.iter().map(|read| read.line.as_str()).eq(agreed));
                let mut ids: Vec<u32> = after.iter().map(|read| read.id.0).collect();
                ids.sort_unstable();
                ids.dedup();
                prop_assert_eq!(ids.len(), after.len());
                for line in lines {
                    let of = |list: &[LineReading]| -> Vec<LineReading> {
                        list.iter().filter(|read| line.strip_prefix("! ") == Some(&read.line)).cloned().collect()
                    };
                    let (was, is) = (of(&readings), of(&after));
                    let kept = was.len().min(is.len());
                    prop_assert_eq!(&was[..kept], &is[..kept]);
                }
                readings = after;
            }
        }
    }
}
