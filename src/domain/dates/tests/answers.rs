//! Whole answers in both languages, seen from Wednesday 11 February 2026 unless said otherwise.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use proptest::prelude::*;

use super::super::DateProblem::{Empty, NotUnderstood};
use super::super::{add_months, in_line, leading, read_date, read_past_date, read_time, read_when};
use super::day;
use crate::domain::when::{Rhythm, Unit, When};

/// The texts of one row of a table.
fn each(row: &str) -> impl Iterator<Item = &str> {
    row.split('|').map(str::trim)
}

fn today() -> NaiveDate {
    day("2026-02-11")
}

/// Collects what differs, so that a run shows all of it.
#[derive(Default)]
struct Wrong(Vec<String>);

impl Wrong {
    fn check<T: PartialEq + std::fmt::Debug>(&mut self, text: &str, is: &T, expected: &T) {
        if is != expected {
            self.0.push(format!("{text}: {is:?}, not {expected:?}"));
        }
    }

    fn none(self) {
        assert!(self.0.is_empty(), "{}", self.0.join("\n"));
    }
}

fn on_every(day: Weekday) -> Rhythm {
    Rhythm::every(1, Unit::Week).on([day])
}

fn on(text: &str) -> When {
    When::on(day(text))
}

#[test]
fn days_seen_from_today() {
    let mut wrong = Wrong::default();
    for row in [
        "2026-02-11 = vandaag | today |  Vandaag.  | TODAY, | op vandaag",
        "2026-02-12 = morgen | tomorrow | by tomorrow | vóór morgen | vo\u{301}o\u{301}r morgen",
        "2026-02-13 = overmorgen | day after tomorrow | the day  after tomorrow",
        "2026-02-12 = do | donderdag | thu | thurs | Thursday | komende donderdag | do a.s.",
        "2026-02-13 = vr | vrijdag | fri | friday | before friday | uiterlijk op vrijdag",
        "2026-02-14 = za | zaterdag | sat | saturday",
        "2026-02-15 = zo | zondag | sun | sunday",
        "2026-02-16 = ma | maandag | mon | monday",
        "2026-02-17 = di | dinsdag | tue | tues | tuesday | on tuesday",
        "2026-02-18 = wo | woensdag | wed | wednesday",
        "2026-02-18 = over een week | over één week | in a week | +1w",
        "2026-02-17 = volgende week dinsdag | dinsdag volgende week | next week tuesday | \
             tuesday next week | di volgende week | volgende dinsdag | next tuesday",
        "2026-02-22 = volgende week zo | sunday next week",
        "2026-02-20 = vrijdag over een week | friday in 1 week",
        "2026-02-22 = volgende week | next week | komende week",
        "2026-03-31 = volgende maand | next month | eind maart | maart | end of March",
        "2027-12-31 = volgend jaar | next year | 2027",
        "2026-03-11 = over een maand | in one month | +1m",
        "2026-03-04 = over 3 weken | over drie weken | in 3 weeks | in three weeks | +3w | \
             + 3 w | +3 weken",
        "2026-04-11 = over twee maanden | in two months | binnen 2 maanden | within 2 months",
        "2026-02-23 = over twaalf dagen | in twelve days | +12d | +12 d",
        "2026-08-11 = over een half jaar | +6m",
        "2027-02-11 = over 1 jaar | in a year | +1j | +1y",
    ] {
        let (expected, texts) = row.split_once(" = ").unwrap();
        for text in each(texts) {
            wrong.check(text, &read_date(text, today()), &Ok(day(expected)));
        }
    }
    wrong.none();
}

#[test]
fn a_weekday_is_strictly_after_today() {
    let friday = day("2026-02-13");
    assert_eq!(read_date("vr", friday), Ok(day("2026-02-20")));
    assert_eq!(read_date("volgende week vr", friday), Ok(day("2026-02-20")));
    let sunday = day("2026-02-15");
    assert_eq!(read_date("next week monday", sunday), Ok(day("2026-02-16")));
}

#[test]
fn days_of_the_calendar() {
    let mut wrong = Wrong::default();
    for row in [
        "2026-03-02 = 2 maart | 2 mrt | 2 mrt. | 2e maart | 2de maart | march 2 | 2 march | \
             2nd of march | the 2nd of March | mar 2nd | ma 2 maart | 2-3 | \
             02/03 | 2-3-2026 | 2/3/26 | 2-3-26 | 02.03.2026 | 2.3.26 | 2026-03-02 | \
             2-mrt-2026 | 2 maart 2026 | march 2 2026 | March 2, 2026 | \
             2nd of march 2026 | 2 maart '26 | 2 maart \u{2019}26 | 2e | de 2e | op de 2e",
        "2026-02-12 = do 12 feb | do, 12 feb | do,12 feb. | thu 12 february 2026 | \
             donderdag 12 februari 2026 | uiterlijk donderdag de 12e februari 2026",
        "2026-02-11 = 11 feb | 11-2 | 11th | 11e",
        "2027-02-10 = 10 feb | 10/2 | february 10",
        "2026-03-10 = 10e",
        "2026-03-31 = 31e | 31st",
        "2026-02-10 = 10 feb 2026 | 10-02-2026",
        "2027-03-01 = 1 maart '27 | 1-3-27 | 1 maart 27",
        "2028-02-29 = 29 feb | feb 29 | 29-2",
        "2026-05-01 = 1 mei | 1 may | may 1st",
        "2026-10-08 = 8 okt | 8 oct | 8ste oktober | 8-10",
        "1900-01-01 = 1-1-1900",
        "2200-12-31 = 31-12-2200",
    ] {
        let (expected, texts) = row.split_once(" = ").unwrap();
        for text in each(texts) {
            wrong.check(text, &read_date(text, today()), &Ok(day(expected)));
        }
    }
    assert_eq!(read_date("29 feb", day("2096-03-01")), Ok(day("2104-02-29")));
    assert_eq!(read_date("29 feb", day("2198-11-28")), Err(NotUnderstood), "after the year 2200");
    wrong.none();
}

#[test]
fn what_is_no_date_says_why() {
    let mut wrong = Wrong::default();
    for text in ["", "   ", " . ", ","] {
        wrong.check(text, &read_when(text, today()), &Err(Empty));
    }
    for text in each(
        "31 april | 30-02-2026 | 29 feb 2027 | 2-13 | 0 maart | 32e | do 31 april | \
             31-4 | 2026-02-30",
    ) {
        let problem = read_date(text, today()).unwrap_err();
        assert!(problem.is_no_day(), "{text}: {problem:?}");
    }
    for text in each(
        "12 | voor | + | +3 | +d | +99999999999m | +9999y | \
             ++3d | +3é | over 0x3 weken | over +3 weken | 2 maart 1899 | 2-3-2201 | \
             2.3 | 14.20 | 2-3/2026 | 2-3-4-5 | - | 2- | in de week | \
             Piet | 2 maart maart | maart april | do do | volgende dag | elke maandag | \
             vrijdag 2e | 100 maart | 1 maart '7 | \u{ff12} maart",
    ) {
        wrong.check(text, &read_date(text, today()), &Err(NotUnderstood));
    }
    wrong.none();
}

#[test]
fn rhythms() {
    let mut wrong = Wrong::default();
    for (texts, expected) in [
        (
            "elke maandag | iedere maandag | elke ma | every monday | each mon | \
             Mondays | on mondays | op maandagen | maandags",
            on_every(Weekday::Mon),
        ),
        ("elke zondag | sundays | every sun.", on_every(Weekday::Sun)),
        ("elke dag | iedere dag | dagelijks | every day | daily", Rhythm::every(1, Unit::Day)),
        ("om de dag | elke twee dagen | every other day", Rhythm::every(2, Unit::Day)),
        (
            "elke week | wekelijks | every week | weekly | eens per week | \
             één keer per week | eens in de week | once a week",
            Rhythm::every(1, Unit::Week),
        ),
        (
            "elke 2 weken | om de week | om de 2 weken | eens per 2 weken | \
             eens in de twee weken | every 2 weeks | every two weeks | \
             every other week | once every 2 weeks | om de andere week | fortnightly",
            Rhythm::every(2, Unit::Week),
        ),
        (
            "elke maand | maandelijks | eens per maand | monthly | every month | \
             once a month",
            Rhythm::every(1, Unit::Month),
        ),
        ("elk jaar | every year", Rhythm::every(1, Unit::Year)),
    ] {
        for text in each(texts) {
            wrong.check(text, &read_when(text, today()), &Ok(When::Recurs(expected.clone())));
        }
    }
    for text in each(
        "elke | elke 0 weken | every 70000 days | every 6000 years | \
             mas | suns | en | s",
    ) {
        wrong.check(text, &read_when(text, today()), &Err(NotUnderstood));
    }
    wrong.none();
}

#[test]
fn leading_takes_the_longest_phrase() {
    let mut wrong = Wrong::default();
    for (text, rest, expected) in [
        ("vr Piet belt", " Piet belt", on("2026-02-13")),
        ("ma", "", on("2026-02-16")),
        ("vrijdag, Piet belt", ", Piet belt", on("2026-02-13")),
        ("do 12 feb 2026 bellen", " bellen", on("2026-02-12")),
        ("2 maart 10 mensen bellen", " 10 mensen bellen", on("2026-03-02")),
        ("2 maart 12 mensen", " 12 mensen", on("2026-03-02")),
        ("vrijdag 2e gesprek", " 2e gesprek", on("2026-02-13")),
        ("+3m.", ".", on("2026-05-11")),
        ("vrijdag é", " é", on("2026-02-13")),
        ("volgende week dinsdag bellen", " bellen", on("2026-02-17")),
        ("elke maandag wandelen", " wandelen", When::Recurs(on_every(Weekday::Mon))),
    ] {
        let Some((used, when)) = leading(text, today()) else { panic!("{text}") };
        wrong.check(text, &(&text[used..], when), &(rest, expected));
    }
    for text in each("| Piet | 12 | 12 mensen | do 31 april | donderdagx | é") {
        wrong.check(text, &leading(text, today()), &None);
    }
    wrong.none();
}

#[test]
fn times_of_day() {
    let mut wrong = Wrong::default();
    for row in [
        "14:20 = 14.20 | 14:20 | 1420 | 14u20 | 14 u 20 | 14h20 | 14.20 uur | 14 uur 20 | \
             om 14.20 uur. | 2.20 pm | 2:20pm | at 2.20 p.m. | tien voor half drie",
        "14:00 = 14 uur | 14u | 2pm | 2 PM | 2 uur | 2u | twee uur | two o'clock",
        "14:30 = half drie | half 3 | half past two | Half Drie.",
        "14:15 = kwart over twee | quarter past two | kwart over 2 | kwart over 14",
        "14:45 = kwart voor drie | quarter to three",
        "12:30 = half een",
        "18:30 = half zeven",
        "07:30 = half acht",
        "09:00 = 9 uur | 9u | 9am | 09:00 | 9.00",
        "12:00 = 12pm | 12 uur | 1200",
        "00:00 = 12am | 0 uur | 0.00",
        "02:20 = 02:20 | 2.20 | 2.20 am",
        "14:35 = vijf over half drie | 5 over half 3",
    ] {
        let (expected, texts) = row.split_once(" = ").unwrap();
        let expected: NaiveTime = expected.parse().unwrap();
        for text in each(texts) {
            wrong.check(text, &read_time(text), &Some(expected));
        }
    }
    for text in each(
        "| om | 14 | 920 | 24:00 | 24 uur | 14.60 | 14.5 | 14.200 | 13pm | 0am | pm | u | uur | half | half 0 | half 25 | kwart over | \
             30 over 2 | half maandag | 1.2.3 | +2pm | 14.+5 | 99999 | é",
    ) {
        wrong.check(text, &read_time(text), &None);
    }
    wrong.none();
}

#[test]
fn what_was_is_read_backward() {
    let mut wrong = Wrong::default();
    // A Thursday.
    let today = NaiveDate::from_ymd_opt(2026, 2, 12).unwrap();
    for (text, date) in [
        ("gisteren", "2026-02-11"),
        ("eergisteren", "2026-02-10"),
        ("yesterday", "2026-02-11"),
        ("vandaag", "2026-02-12"),
        ("3 weken geleden", "2026-01-22"),
        ("een maand geleden", "2026-01-12"),
        ("two days ago", "2026-02-10"),
        ("dinsdag", "2026-02-10"),
        ("afgelopen donderdag", "2026-02-05"),
        ("vorige week dinsdag", "2026-02-03"),
        ("2 maart", "2025-03-02"),
        ("2/2", "2026-02-02"),
        ("op 12 februari", "2026-02-12"),
        ("de 20e", "2026-01-20"),
        ("29 feb", "2024-02-29"),
        ("12 mei 2026", "2026-05-12"),
        ("zo 2 maart", "2025-03-02"),
        ("ma 2 maart", "2026-03-02"),
    ] {
        let read = read_past_date(text, today).map(|date| date.to_string());
        wrong.check(text, &read, &Ok(date.to_owned()));
    }
    assert!(read_past_date("9000 jaar geleden", today).is_err());
    assert!(read_past_date("ooit", today).is_err());
    assert!(read_past_date("31 april", today).is_err());
    wrong.none();
}

#[test]
fn months_clip_to_the_last_day() {
    assert_eq!(add_months(day("2026-01-31"), 1), Some(day("2026-02-28")));
    assert_eq!(add_months(day("2027-11-30"), 3), Some(day("2028-02-29")));
    assert_eq!(add_months(today(), 0), Some(today()));
    assert_eq!(add_months(NaiveDate::MAX, 1), None);
}

/// Any text, or a random sequence of words and signs that occur in dates.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,5}",
        "[+'./:,-]",
        " ",
        "\\PC",
        prop::sample::select(vec![
            "do", "maandag", "sundays", "maart", "feb", "of", "the", "de", "vóór", "op",
            "volgende", "next", "week", "over", "in", "een", "weken", "years", "elke", "om",
            "half", "kwart", "uur", "pm", "2e", "31st", "\u{301}", "\u{a0}",
        ])
        .prop_map(str::to_owned),
    ];
    let jumble = prop::collection::vec((piece, prop::sample::select(vec!["", " ", "\t"])), 0..9)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| piece + gap).collect());
    prop_oneof![any::<String>(), jumble]
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let range = NaiveDate::MIN.num_days_from_ce()..=NaiveDate::MAX.num_days_from_ce();
    let near = 693_596..=803_533;
    prop_oneof![
        Just(NaiveDate::MIN),
        Just(NaiveDate::MAX),
        range.prop_map(from_ce),
        near.prop_map(from_ce)
    ]
}

fn from_ce(days: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(days).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_panics_and_offsets_are_boundaries(text in any_text(), today in any_day()) {
        let _ = read_date(&text, today);
        let _ = read_time(&text);
        if let Some((used, when)) = leading(&text, today) {
            prop_assert_eq!(read_when(text.get(..used).unwrap(), today), Ok(when));
        }
        let _ = in_line(&text, today, &[]);
    }

    #[test]
    fn a_written_date_reads_back(date in (693_596..=803_533).prop_map(from_ce), today in any_day()) {
        for format in ["%Y-%m-%d", "%-d-%-m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%-d %B %Y", "%a %-d %b %Y"] {
            let text = date.format(format).to_string();
            prop_assert_eq!(read_date(&text, today), Ok(date), "{}", text);
        }
    }
}
