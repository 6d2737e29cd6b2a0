//! What is said of when something is done is read back as the same, in both languages.

use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use proptest::prelude::*;

use super::*;
use crate::domain::dates::{Said, in_line, read_when};
use crate::words::Language;

const LANGUAGES: [Language; 2] = [Language::Dutch, Language::English];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, 10).unwrap()
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0u64..800).prop_map(|days| today() + Days::new(days))
}

fn weekday() -> impl Strategy<Value = Weekday> {
    (0u8..7).prop_map(|day| Weekday::try_from(day).unwrap())
}

fn time() -> impl Strategy<Value = NaiveTime> {
    (0u32..24, 0u32..60)
        .prop_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
}

fn part() -> impl Strategy<Value = PartOfDay> {
    prop::sample::select(vec![
        PartOfDay::Morning,
        PartOfDay::Afternoon,
        PartOfDay::Evening,
        PartOfDay::Night,
    ])
}

/// A time, a part of the day, or neither.
fn at() -> impl Strategy<Value = (Option<NaiveTime>, Option<PartOfDay>)> {
    prop_oneof![
        Just((None, None)),
        time().prop_map(|time| (Some(time), None)),
        part().prop_map(|part| (None, Some(part))),
    ]
}

fn unit() -> impl Strategy<Value = Unit> {
    prop::sample::select(vec![Unit::Day, Unit::Week, Unit::Month, Unit::Year])
}

fn alone() -> impl Strategy<Value = Rhythm> {
    let weekdays = prop::collection::vec(weekday(), 1..7);
    let nth = prop::sample::select(vec![1i8, 2, 3, 4, 5, -1]);
    prop_oneof![
        (1u16..40, unit()).prop_map(|(interval, unit)| Rhythm::every(interval, unit)),
        (1u16..5, weekdays)
            .prop_map(|(interval, days)| { Rhythm::every(interval, Unit::Week).on(days) }),
        (1u16..4, 2u16..8, unit()).prop_map(|(interval, times, unit)| Rhythm {
            times: Some(times),
            ..Rhythm::every(interval, unit)
        }),
        (weekday(), nth.clone(), nth).prop_map(|(day, one, other)| {
            let mut nth = vec![one, other];
            nth.sort_unstable_by_key(|nth| if *nth < 0 { 9 } else { *nth });
            nth.dedup();
            let days = nth.into_iter().map(|nth| RhythmDay { day, nth: Some(nth) }).collect();
            Rhythm { days, ..Rhythm::every(1, Unit::Month) }
        }),
        (1i8..=31)
            .prop_map(|day| Rhythm { day_of_month: Some(day), ..Rhythm::every(1, Unit::Month) }),
        Just(Rhythm { day_of_month: Some(-1), ..Rhythm::every(1, Unit::Month) }),
    ]
}

fn rhythm() -> impl Strategy<Value = Rhythm> {
    let until = prop_oneof![day().prop_map(Until::Day), Just(Until::Next)];
    (alone(), at(), prop::option::of(day()), prop::option::of(until)).prop_map(
        |(alone, (time, part), from, until)| {
            // A time is not said of something that is done some times in a period.
            let (time, part) = if alone.times.is_some() { (None, None) } else { (time, part) };
            // A rhythm does not end before it begins.
            let (from, until) = match (from, until) {
                (Some(from), Some(Until::Day(until))) => {
                    (Some(from.min(until)), Some(Until::Day(from.max(until))))
                }
                other => other,
            };
            Rhythm { time, part, from, until, ..alone }
        },
    )
}

fn when() -> impl Strategy<Value = When> {
    let how = prop::sample::select(vec![How::On, How::By, How::Before]);
    prop_oneof![
        (day(), how, at()).prop_map(|(date, how, (time, part))| When::Day(Due {
            date,
            how,
            time,
            part
        })),
        day().prop_map(When::From),
        Just(When::Next),
        rhythm().prop_map(When::Recurs),
    ]
}

/// A line of words for days and words around them.
fn line() -> impl Strategy<Value = String> {
    let words = include_str!("../../../tests/phrases/dutch.tsv")
        .lines()
        .chain(include_str!("../../../tests/phrases/english.tsv").lines())
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split('\t').next().unwrap_or("").split(' '))
        .map(|word| word.trim_start_matches('~'))
        .filter(|word| !word.is_empty())
        .collect::<std::collections::BTreeSet<&str>>();
    let words: Vec<&str> = words.into_iter().chain(["Bo", "belt", "Sanne", "calls", "@"]).collect();
    prop::collection::vec(prop::sample::select(words), 1..9).prop_map(|words| words.join(" "))
}

/// What is understood, said in words and read again.
fn again(when: &When) -> Vec<(String, Option<When>)> {
    let said = LANGUAGES.into_iter().flat_map(|language| {
        let words = Words(language);
        [words.when(when, today()), words.long_when(when)]
    });
    said.map(|said| {
        let read = read_when(&said, today()).ok();
        (said, read)
    })
    .collect()
}

/// And in a sentence.
fn again_in_line(when: &When) -> Vec<(String, Option<When>)> {
    let lines = LANGUAGES.into_iter().map(|language| {
        let words = Words(language);
        let verb = words.pick("Bo belt Sanne", "Bo calls Sanne");
        format!("{verb} {}", words.long_when(when))
    });
    lines
        .map(|line| {
            let read = match in_line(&line, today(), &[]).said {
                Said::When(when) => Some(when),
                _ => None,
            };
            (line, read)
        })
        .collect()
}

/// Whether a day of it is past, which the same words do not mean on a day to come.
fn names_past(when: &When) -> bool {
    let days = match when {
        When::Recurs(rhythm) => match rhythm.until {
            Some(Until::Day(day)) => [rhythm.from, Some(day)],
            Some(Until::Next) | None => [rhythm.from, None],
        },
        when => [when.date(), when.last_day()],
    };
    days.into_iter().flatten().any(|day| day < today())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_said_is_read_back_as_the_same(when in when()) {
        let in_line = if names_past(&when) { Vec::new() } else { again_in_line(&when) };
        for (said, read) in again(&when).into_iter().chain(in_line) {
            prop_assert_eq!(read.as_ref(), Some(&when), "{}", said);
        }
    }

    #[test]
    fn what_is_understood_of_a_line_is_understood_the_same_again(line in line()) {
        let understood = match in_line(&line, today(), &[]).said {
            Said::When(when) => vec![when],
            Said::Doubt(doubt) => doubt.readings,
            Said::Nothing | Said::Words => Vec::new(),
        };
        for when in understood {
            for (said, read) in again(&when) {
                prop_assert!(names_past(&when) || read.as_ref() == Some(&when), "{}: {}, not {:?}", line, said, when);
            }
        }
    }
}
