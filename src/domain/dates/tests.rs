//! Every form in both languages, seen from Wednesday 11 February 2026 unless said otherwise.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use proptest::prelude::*;

use super::DateProblem::{Empty, NoSuchDay, NotUnderstood};
use super::{Rhythm, When, add_months, leading, read_date, read_time, read_when, trailing};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The texts of one row of a table.
fn each(row: &str) -> impl Iterator<Item = &str> {
    row.split('|').map(str::trim)
}

fn today() -> NaiveDate {
    day("2026-02-11")
}

fn by(text: &str) -> When {
    When::By(day(text))
}

#[test]
fn days_seen_from_today() {
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
        "2026-02-18 = volgende week | next week | over een week | over één week | in a week | +1w",
        "2026-02-17 = volgende week dinsdag | dinsdag volgende week | next week tuesday | \
             tuesday next week | di volgende week | volgende dinsdag | next tuesday",
        "2026-02-22 = volgende week zo | sunday next week",
        "2026-02-20 = vrijdag over een week | friday in 1 week",
        "2026-03-11 = volgende maand | next month | over een maand | in one month | +1m",
        "2026-03-04 = over 3 weken | over drie weken | in 3 weeks | in three weeks | +3w | \
             + 3 w | +3 weken",
        "2026-04-11 = over twee maanden | in two months | binnen 2 maanden | within 2 months",
        "2026-02-23 = over twaalf dagen | in twelve days | +12d | +12 d",
        "2026-08-11 = over een half jaar | +6m",
        "2027-02-11 = volgend jaar | next year | over 1 jaar | in a year | +1j | +1y",
    ] {
        let (expected, texts) = row.split_once(" = ").unwrap();
        for text in each(texts) {
            assert_eq!(read_date(text, today()), Ok(day(expected)), "{text}");
        }
    }
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
    for row in [
        "2026-03-02 = 2 maart | 2 mrt | 2 mrt. | 2e maart | 2de maart | march 2 | 2 march | \
             2nd of march | the 2nd of March | mar 2nd | ma 2 maart | vr 2 maart | 2-3 | \
             02/03 | 2-3-2026 | 2/3/26 | 2-3-26 | 02.03.2026 | 2.3.26 | 2026-03-02 | \
             2-mrt-2026 | 2 maart 2026 | march 2 2026 | March 2, 2026 | \
             2nd of march 2026 | 2 maart '26 | 2 maart ’26 | 2e | de 2e | op de 2e",
        "2026-02-12 = do 12 feb | do, 12 feb | do,12 feb. | thu 12 february 2026 | \
             donderdag 12 februari 2026 | uiterlijk donderdag de 12e februari 2026",
        "2026-02-11 = 11 feb | 11-2 | 11th | 11e",
        "2027-02-10 = 10 feb | 10/2 | february 10",
        "2026-03-10 = 10e",
        "2026-03-31 = 31e | 31st",
        "2026-02-10 = 10 feb 2026 | 10-02-2026",
        "2027-03-01 = 1 maart '27 | 1-3-27",
        "2028-02-29 = 29 feb | feb 29 | 29-2",
        "2026-05-01 = 1 mei | 1 may | may 1st",
        "2026-10-08 = 8 okt | 8 oct | 8ste oktober | 8-10",
        "1900-01-01 = 1-1-1900",
        "2200-12-31 = 31-12-2200",
    ] {
        let (expected, texts) = row.split_once(" = ").unwrap();
        for text in each(texts) {
            assert_eq!(read_date(text, today()), Ok(day(expected)), "{text}");
        }
    }
    assert_eq!(read_date("29 feb", day("2096-03-01")), Ok(day("2104-02-29")));
}

#[test]
fn what_is_no_date_says_why() {
    for text in ["", "   ", " . ", ","] {
        assert_eq!(read_when(text, today()), Err(Empty), "{text:?}");
    }
    for text in each(
        "31 april | 30-02-2026 | 29 feb 2027 | 2-13 | 0 maart | 32e | do 31 april | \
             31-4 | 2026-02-30",
    ) {
        assert_eq!(read_date(text, today()), Err(NoSuchDay), "{text}");
    }
    for text in each(
        "12 | 2026 | mei | maart | voor | + | +3 | +d | +99999999999m | +9999y | \
             ++3d | +3é | over 0x3 weken | over +3 weken | 2 maart 1899 | 2-3-2201 | \
             2 maart 27 | 2.3 | 14.20 | 2-3/2026 | 2-3-4-5 | - | 2- | in de week | \
             Piet | 2 maart maart | maart april | do do | volgende dag | elke maandag | \
             vrijdag 2e | 100 maart | 1 maart '7 | ２ maart",
    ) {
        assert_eq!(read_date(text, today()), Err(NotUnderstood), "{text}");
    }
}

#[test]
fn rhythms() {
    for (texts, expected) in [
        (
            "elke maandag | iedere maandag | elke ma | every monday | each mon | \
             Mondays | on mondays | op maandagen | maandags",
            Rhythm::Weekday(Weekday::Mon),
        ),
        ("elke zondag | sundays | every sun.", Rhythm::Weekday(Weekday::Sun)),
        ("elke dag | iedere dag | dagelijks | every day | daily", Rhythm::Days(1)),
        ("om de dag | elke twee dagen | every other day", Rhythm::Days(2)),
        (
            "elke week | wekelijks | every week | weekly | eens per week | \
             één keer per week | eens in de week | once a week",
            Rhythm::Weeks(1),
        ),
        (
            "elke 2 weken | om de week | om de 2 weken | eens per 2 weken | \
             eens in de twee weken | every 2 weeks | every two weeks | \
             every other week | once every 2 weeks | om de andere week | fortnightly",
            Rhythm::Weeks(2),
        ),
        (
            "elke maand | maandelijks | eens per maand | monthly | every month | \
             once a month",
            Rhythm::Months(1),
        ),
        ("elk jaar | every year", Rhythm::Months(12)),
    ] {
        for text in each(texts) {
            assert_eq!(read_when(text, today()), Ok(When::Every(expected.clone())), "{text}");
        }
    }
    for text in each(
        "elke | elke 0 weken | every 70000 days | every 6000 years | \
             every other monday | elke tweede dinsdag | mas | suns | en | s",
    ) {
        assert_eq!(read_when(text, today()), Err(NotUnderstood), "{text}");
    }
}

#[test]
fn leading_takes_the_longest_phrase() {
    for (text, rest, expected) in [
        ("vr Piet belt", " Piet belt", by("2026-02-13")),
        ("ma", "", by("2026-02-16")),
        ("vrijdag, Piet belt", ", Piet belt", by("2026-02-13")),
        ("do 12 feb 2026 bellen", " bellen", by("2026-02-12")),
        ("2 maart 10 mensen bellen", " 10 mensen bellen", by("2026-03-02")),
        ("2 maart 1420", " 1420", by("2026-03-02")),
        ("vrijdag 2e gesprek", " 2e gesprek", by("2026-02-13")),
        ("+3m.", ".", by("2026-05-11")),
        ("VÓÓR morgen é", " é", by("2026-02-12")),
        ("volgende week dinsdag bellen", " bellen", by("2026-02-17")),
        ("elke maandag wandelen", " wandelen", When::Every(Rhythm::Weekday(Weekday::Mon))),
    ] {
        let (used, when) = leading(text, today()).unwrap();
        assert_eq!((&text[used..], when), (rest, expected), "{text}");
    }
    for text in each("| Piet | 12 | 12 mensen | vrijdagavond | mei | do 31 april | donderdagx | é")
    {
        assert_eq!(leading(text, today()), None, "{text}");
    }
}

#[test]
fn trailing_takes_the_longest_phrase() {
    for (text, rest, expected) in [
        ("Piet belt de wandelclub vóór do 12 feb.", "Piet belt de wandelclub ", by("2026-02-12")),
        ("Sanne belt vandaag", "Sanne belt ", by("2026-02-11")),
        (
            "Post openen uiterlijk op donderdag de 12e februari 2026 ., ",
            "Post openen ",
            by("2026-02-12"),
        ),
        ("Café bellen  zaterdag", "Café bellen  ", by("2026-02-14")),
        ("Call Ann by the 2nd of March", "Call Ann ", by("2026-03-02")),
        ("Call Ann before friday", "Call Ann ", by("2026-02-13")),
        ("vrijdag", "", by("2026-02-13")),
        ("Bellen op 2-3", "Bellen ", by("2026-03-02")),
        ("Bellen over drie weken", "Bellen ", by("2026-03-04")),
        ("Bellen volgende week di", "Bellen ", by("2026-02-17")),
        ("Samen naar ma volgende week", "Samen naar ma ", by("2026-02-18")),
        ("Wandelen elke ma", "Wandelen ", When::Every(Rhythm::Weekday(Weekday::Mon))),
        ("Wandelen om de week", "Wandelen ", When::Every(Rhythm::Weeks(2))),
        ("Walk every other week.", "Walk ", When::Every(Rhythm::Weeks(2))),
    ] {
        let (start, when) = trailing(text, today()).unwrap();
        assert_eq!((&text[..start], when), (rest, expected), "{text}");
    }
}

#[test]
fn trailing_leaves_ordinary_words_alone() {
    for text in each(
        "| Piet belt | dat is zo | samen met ma | bloemen voor ma | wat ik do | \
             in mei | we may | out in the sun | 3 keer in de week | twee keer per week | \
             hij werd 2e | he came 2nd | bel 12 | kamer 2026 | goede morgen | \
             in de morgen | elke morgen | tot vrijdag | vorige vrijdag | \
             het verslag van vrijdag | maandag en dinsdag | 1 of 2 maart | \
             every other monday | bellen do 31 april | bellen.vrijdag | (vrijdag | \
             om 14.20",
    ) {
        assert_eq!(trailing(text, today()), None, "{text}");
    }
}

#[test]
fn times_of_day() {
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
            assert_eq!(read_time(text), Some(expected), "{text}");
        }
    }
    for text in each(
        "| om | 14 | 920 | 24:00 | 24 uur | 14.60 | 14.5 | 14.200 | 13pm | 0am | \
             14.20 pm | pm | u | uur | half | half 0 | half 25 | kwart over | \
             30 over 2 | half maandag | 1.2.3 | +2pm | 14.+5 | 99999 | é",
    ) {
        assert_eq!(read_time(text), None, "{text}");
    }
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
        if let Some((start, when)) = trailing(&text, today) {
            prop_assert_eq!(read_when(text.get(start..).unwrap(), today), Ok(when));
            prop_assert!(text[..start].is_empty() || text[..start].ends_with(char::is_whitespace));
        }
    }

    #[test]
    fn a_written_date_reads_back(date in (693_596..=803_533).prop_map(from_ce), today in any_day()) {
        for format in ["%Y-%m-%d", "%-d-%-m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%-d %B %Y", "%a %-d %b %Y"] {
            let text = date.format(format).to_string();
            prop_assert_eq!(read_date(&text, today), Ok(date), "{}", text);
        }
    }
}
