//! Days, rhythms and names as they are said: what stands below a line is what stands on paper.

use chrono::NaiveDate;
use kring::domain::agreement::Agreement;
use kring::domain::structure::MeetingKind;
use kring::domain::when::{Unsettled, When};
use kring::export::minutes::MinutesPaper;
use kring::language::Language;

use crate::screens::play::{LARGE, Player, in_language, practice_group};

use super::{close, group, meeting, person, play, rename, rename_in_group, today};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn paper(player: &Player) -> String {
    let paper = MinutesPaper::of(group(player), meeting(player), today(player));
    let session = &player.model().session;
    paper.text(&session.content, session.words)
}

/// The agreements of the meeting, once it has ended.
fn made(player: &Player) -> Vec<&Agreement> {
    let of = meeting(player).id;
    group(player).agreements.iter().filter(|one| one.made == of).collect()
}

/// A meeting in which these lines are typed as agreements.
fn with_lines(player: &mut Player, lines: &[&str]) {
    player.begin(MeetingKind::FollowUp);
    player.play("<enter>");
    for line in lines {
        player.play(&format!("! {line}<enter>"));
    }
}

/// On paper a line of text may be broken anywhere between two words.
fn unbroken(paper: &str) -> String {
    paper.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_stands_below_a_line_stands_on_paper() {
    for (language, rows) in [
        (
            Language::Dutch,
            [
                "Bo belt om de week vrijdag met Sanne = Bo belt met Sanne = om de week op vrijdag",
                "morgen haalt Piet brood = Piet haalt brood = vrijdag 13 februari 2026",
                "Lot mailt vóór vrijdag de gemeente = Lot mailt de gemeente = vóór vrijdag 13 februari 2026",
                "Lot mailt in week 13 = Lot mailt = uiterlijk zondag 29 maart 2026",
                "Bo belt na Pasen = Bo belt = vanaf dinsdag 7 april 2026",
                "Bo en Piet koken elke eerste maandag van de maand = Bo en Piet koken = elke eerste maandag van de maand",
                "Sanne leest voor @Piet over twee weken = Sanne leest voor = donderdag 26 februari 2026",
                "Noor belt vrijdag om half drie de huisarts = Noor belt de huisarts = vrijdag 13 februari 2026 om 14.30 uur",
            ],
        ),
        (
            Language::English,
            [
                "Bo calls Sanne every other Friday = Bo calls Sanne = every other week on Friday",
                "tomorrow Piet gets bread = Piet gets bread = Friday 13 February 2026",
                "Lot mails the council before Friday = Lot mails the council = before Friday 13 February 2026",
                "Lot mails in week 13 = Lot mails = by Sunday 29 March 2026",
                "Bo calls after Easter = Bo calls = from Tuesday 7 April 2026",
                "Bo and Piet cook every first Monday of the month = Bo and Piet cook = every first Monday of the month",
                "Sanne reads to @Piet in two weeks = Sanne reads to = Thursday 26 February 2026",
                "Noor calls the GP on Friday at half past two = Noor calls the GP = Friday 13 February 2026 at 2.30 pm",
            ],
        ),
    ] {
        in_language(language, LARGE, practice_group, |player| {
            let rows = rows.map(|row| row.split(" = ").collect::<Vec<_>>());
            with_lines(player, &rows.iter().map(|row| row[0]).collect::<Vec<_>>());
            let notes = meeting(player).items[0].note.clone();
            close(player);
            let paper = unbroken(&paper(player));
            let made: Vec<Agreement> = made(player).into_iter().cloned().collect();
            assert_eq!(made.len(), rows.len());
            for (row, made) in rows.iter().zip(made) {
                let [typed, what, when] = row[..] else { panic!("{row:?}") };
                assert_eq!(made.text, what);
                let session = &player.model().session;
                assert_eq!(session.words.long_when(made.when.as_ref().unwrap()), when);
                let start = paper.find(what).unwrap_or_else(|| panic!("{what}\n{paper}"));
                assert!(paper[start..].contains(&format!(": {when}.")), "{when}\n{paper}");
                assert!(notes.contains(typed), "the note keeps what was typed");
            }
        });
    }
}

#[test]
fn a_relative_day_never_stands_on_paper() {
    play(|player| {
        let said = [
            "vandaag",
            "morgen",
            "overmorgen",
            "morgenmiddag",
            "vanmiddag",
            "vanavond",
            "over een week",
            "over drie dagen",
            "volgende week",
            "volgende week dinsdag",
            "komende maandag",
            "deze week",
            "dit weekend",
            "volgende maand",
            "a.s. zondag",
            "voor morgen",
            "vanaf volgende week",
            "maandag over een week",
            "binnen een week",
            "aan het eind van de week",
            "+3w",
        ];
        let lines: Vec<String> = said
            .iter()
            .enumerate()
            .map(|(nr, said)| match nr % 3 {
                0 => format!("Bo belt {said} de tandarts"),
                1 => format!("{said} belt Bo de tandarts"),
                _ => format!("Bo belt de tandarts {said}"),
            })
            .collect();
        with_lines(player, &lines.iter().map(String::as_str).collect::<Vec<_>>());
        close(player);
        let made = made(player);
        assert_eq!(made.len(), said.len());
        for (made, line) in made.iter().zip(&lines) {
            assert_eq!(made.text, "Bo belt de tandarts", "{line}");
            let when = made.when.as_ref().unwrap_or_else(|| panic!("{line}"));
            assert!(when.date().is_some(), "{line}: {when:?}");
        }
    });
}

#[test]
fn a_day_that_is_not_certain_is_chosen_by_tab() {
    for (line, first, second) in [
        ("Bo belt op 31 april", "2026-04-30", "2026-05-01"),
        ("Bo belt vrijdag 12 maart", "2026-03-12", "2026-03-13"),
        ("Bo belt volgende vrijdag", "2026-02-20", "2026-02-13"),
        ("Bo belt op 29 februari 2027", "2027-02-28", "2027-03-01"),
    ] {
        play(|player| {
            player.begin(MeetingKind::FollowUp);
            player.play(&format!("<enter>! {line}"));
            let read = |player: &Player| meeting(player).items[0].readings[0].understood.clone();
            let Unsettled::Doubt(doubt) = read(player).unsettled else { panic!("{line}") };
            let dates: Vec<_> = doubt.readings.iter().filter_map(When::date).collect();
            assert_eq!(dates, [day(first), day(second)], "{line}");
            assert_eq!(read(player).when, None, "{line}: nothing is taken in silence");
            for expected in [first, second] {
                player.play("<tab>");
                let chosen = read(player);
                assert_eq!(chosen.when.as_ref().and_then(When::date), Some(day(expected)));
                assert_eq!(chosen.what, "Bo belt", "{line}");
            }
            close(player);
            let made = made(player)[0].clone();
            assert_eq!((made.day(), &*made.text), (Some(day(second)), "Bo belt"));
        });
    }
}

#[test]
fn a_day_that_stays_open_is_asked_on_paper_too() {
    play(|player| {
        with_lines(player, &["Bo belt op 31 april"]);
        close(player);
        let paper = unbroken(&paper(player));
        assert!(paper.contains("Bo belt op 31 april"), "{paper}");
        assert!(paper.contains("30 april 2026 of vrijdag 1 mei 2026?"), "{paper}");
        assert_eq!(made(player)[0].when, None);
    });
}

#[test]
fn the_questions_of_an_agreement_take_any_answer() {
    for (answer, what, when) in [
        ("binnenkort", "brood halen binnenkort", None),
        ("31 april", "brood halen 31 april", None),
        ("vóór 1 maart", "brood halen", Some("vóór zondag 1 maart 2026")),
        ("om de week vrijdag", "brood halen", Some("om de week op vrijdag")),
        ("", "brood halen", None),
    ] {
        play(|player| {
            player.begin(MeetingKind::FollowUp);
            player.play(&format!("<enter><f4>brood halen<enter>Bo<enter>{answer}<enter><enter>"));
            assert!(meeting(player).draft.is_none(), "{answer}: no trap");
            let read = meeting(player).items[0].readings[0].understood.clone();
            let said = read.when.as_ref().map(|when| player.model().session.words.long_when(when));
            assert_eq!(said.as_deref(), when, "{answer}");
            assert_eq!(read.who, [person(player, "Bo")], "{answer}");
            assert_eq!(read.what, what, "{answer}");
        });
    }
}

#[test]
fn the_next_date_asks_for_what_it_needs_and_offers_it() {
    for (typed, said, offered) in [
        ("week 13", "Welke dag van 23 maart tot en met 29 maart?", "donderdag 26 maart 2026"),
        ("maandag 7 april", "7 april is een dinsdag", "maandag 6 april 2026"),
        ("31 april", "Deze dag bestaat niet", "donderdag 30 april 2026"),
        ("2e paasdag", "let op: het is dan Pasen", "dinsdag 7 april 2026"),
        ("koningsdag", "let op: het is dan Koningsdag", "dinsdag 28 april 2026"),
        ("volgende maand", "Welke dag van 1 maart tot en met 31 maart?", "donderdag 5 maart 2026"),
        ("half maart", "Welke dag van 11 maart tot en met 15 maart?", "donderdag 12 maart 2026"),
        ("eind mei", "Welke dag van 21 mei tot en met 31 mei?", "donderdag 21 mei 2026"),
        ("vrijdag om half drie", "vrijdag 13 februari 2026", ""),
    ] {
        play(|player| {
            player.begin(MeetingKind::FollowUp);
            player.play(&"<pgdn>".repeat(7));
            player.play(&format!("<tab>{typed}"));
            let shown = player.picture().text();
            let page: Vec<&str> =
                shown.lines().map(|line| line.rsplit('│').next().unwrap()).collect();
            assert!(unbroken(&page.join("\n")).contains(said), "{typed}: {shown}");
            assert!(shown.contains(offered), "{typed}: {shown}");
        });
    }
}

#[test]
fn the_proposed_days_are_no_holidays_and_the_usual_weekday() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play(&"<pgdn>".repeat(7));
        let shown = player.picture().text();
        // 14 May is Ascension Day.
        assert!(!shown.contains("donderdag 14 mei"), "{shown}");
        assert_eq!(shown.matches("donderdag").count(), 3, "{shown}");
    });
}

#[test]
fn people_are_known_by_what_they_are_called() {
    play(|player| {
        rename_in_group(player, "Piet", "April Mei");
        rename(player, "Lot", "Ruben Haddad");
        let (april, ruben) = (person(player, "April"), person(player, "Ruben"));
        let bo = person(player, "Bo");
        player.begin_here(MeetingKind::FollowUp);
        player.play("<enter>");
        for (nr, (line, who, text)) in [
            ("April belt in april de huisarts", vec![april], "April belt de huisarts"),
            ("Rubn belt morgen", vec![ruben], "Rubn belt"),
            ("morgen belt Ruben Haddad", vec![ruben], "Ruben Haddad belt"),
            ("Bo en April koken zondag", vec![bo, april], "Bo en April koken"),
            ("Bob van de gemeente belt morgen", vec![], "Bob van de gemeente belt"),
        ]
        .into_iter()
        .enumerate()
        {
            player.play(&format!("! {line}<enter>"));
            let read = &meeting(player).items[0].readings[nr].understood;
            assert_eq!((&read.who, &*read.what), (&who, text), "{line}");
            assert!(read.when.is_some(), "{line}");
        }
    });
}
