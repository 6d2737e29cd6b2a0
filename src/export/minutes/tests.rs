//! What the paper holds.

use chrono::{FixedOffset, NaiveDate};

use super::*;
use crate::deeds::practice;
use crate::domain::dossier::Dossier;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Meeting;
use crate::language::Language;

const LANGUAGES: [Language; 2] = [Language::Dutch, Language::English];

fn practised(language: Language) -> (Content, Dossier) {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let content = Content::new(language);
    let offset = FixedOffset::east_opt(3600).unwrap();
    let dossier = practice::make(language, &content, today, offset).unwrap();
    (content, dossier)
}

fn written(language: Language, meeting: &Meeting, format: Format) -> String {
    let content = Content::new(language);
    let held = meeting.minutes.as_ref().unwrap();
    on_paper_in(&MinutesPaper::closed(held, None), &content, Words(language), format)
}

/// A meeting of which only one note is known.
fn noted(note: &str) -> Minutes {
    let (content, dossier) = practised(Language::Dutch);
    let structure = content.structure(crate::domain::structure::MeetingKind::FollowUp);
    let id = MeetingId::first(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
    let mut meeting = Meeting::prepare(&dossier.group, id, &structure);
    meeting.items[2].note = note.to_owned();
    Minutes::draw_up(&dossier.group, &meeting, id.date)
}

fn on_paper(drawn: &Minutes, format: Format, concept: bool) -> String {
    let content = Content::new(Language::Dutch);
    let status = if concept { Status::Open } else { Status::Closed(None) };
    let paper = MinutesPaper { status, ..MinutesPaper::closed(drawn, None) };
    on_paper_in(&paper, &content, Words(Language::Dutch), format)
}

fn on_paper_in(
    paper: &MinutesPaper<'_>,
    content: &Content,
    words: Words,
    format: Format,
) -> String {
    String::from_utf8(paper.write(content, words, format)).unwrap()
}

#[test]
fn every_word_of_every_note_is_there_once() {
    for language in LANGUAGES {
        for meeting in practised(language).1.meetings.values() {
            let markdown = written(language, meeting, Format::Markdown);
            let plain = written(language, meeting, Format::Text);
            let flowing = plain.split_whitespace().collect::<Vec<_>>().join(" ");
            let minutes = meeting.minutes.as_ref().unwrap();
            let lines = meeting.items.iter().flat_map(|item| item.note.lines());
            let said = lines.filter(|line| !is_marked(line)).map(without_mentions);
            let agreed = minutes.agreements.iter().map(|made| without_mentions(&made.what));
            let decided = minutes.decisions.iter().map(|one| without_mentions(one));
            for typed in said.chain(agreed).chain(decided) {
                let typed = typed.trim();
                assert!(markdown.contains(typed), "{typed}\n\n{markdown}");
                assert!(flowing.contains(typed), "{typed}\n\n{plain}");
            }
            assert!(!markdown.contains('@'), "{markdown}");
        }
    }
}

#[test]
fn the_agreements_come_before_what_was_said() {
    let (_, dossier) = practised(Language::Dutch);
    let last = dossier.meetings.values().last().unwrap();
    let paper = written(Language::Dutch, last, Format::Markdown);
    let at = |text: &str| paper.find(text).unwrap_or_else(|| panic!("{text}\n\n{paper}"));
    let order = [
        "# De Vuurtoren, verslag van bijeenkomst 5",
        "**Datum:** maandag 24 augustus 2026",
        "**Tijd:** 14.00 tot 14.56 uur",
        "**Plaats:** Buurthuis De Kade, het zaaltje achter",
        "Noor Haddad (cliënt)",
        "Ayla Demir (psychiater)",
        "**Procesbewaker:** Bo",
        "## Werkafspraken",
        "- Piet fietst met Noor mee naar de tuin  \n  Wie: Piet. Wanneer: elke woensdag. Doel: Kort 2, Eén ochtend per week in de buurttuin.",
        "## Besluiten",
        "## Hoe ging het?",
        "## Hersteldoelen",
        "onderweg, een stap vooruit",
        "## Wat we bespraken",
        "### 1. Hoe gaat het",
        "## En verder",
        "**Signaleringsplan, doorgenomen:** groen",
        "## Volgende bijeenkomst",
        "**Datum:** zondag 22 november 2026",
    ];
    let mut reached = 0;
    for text in order {
        let here = paper[reached..].find(text).map(|found| reached + found);
        reached = here.unwrap_or_else(|| panic!("{text}: after {reached}, at {}", at(text)));
    }
}

#[test]
fn an_open_meeting_is_a_draft_and_says_so() {
    let drawn = noted("Een begin.");
    assert!(on_paper(&drawn, Format::Text, true).contains("Concept: deze bijeenkomst"));
    assert!(!on_paper(&drawn, Format::Text, false).contains("Concept"));
}

#[test]
fn minutes_that_were_opened_again_say_when_and_why() {
    let drawn = noted("");
    let at = chrono::DateTime::parse_from_rfc3339("2026-11-25T10:00:00+01:00").unwrap();
    let reopened = [Reopening { at, reason: "Karin was er wel".to_owned(), was: None }];
    let content = Content::new(Language::Dutch);
    let words = Words(Language::Dutch);
    let paper = MinutesPaper {
        status: Status::Open,
        reopened: &reopened,
        ..MinutesPaper::closed(&drawn, None)
    };
    let paper = on_paper_in(&paper, &content, words, Format::Text);
    assert!(paper.contains("Heropend op woensdag 25 november 2026: Karin was er wel"));
    assert!(paper.contains("Concept: dit verslag wordt aangepast"));
}

#[test]
fn an_item_that_nobody_spoke_about_is_left_out() {
    let mut drawn = noted("Iets.");
    drawn.items[0].discussed = true;
    let paper = on_paper(&drawn, Format::Markdown, false);
    assert!(paper.contains("### 1. Hoe gaat het\n\nBesproken."), "{paper}");
    assert!(!paper.contains("### 2."), "{paper}");
    assert!(paper.contains("### 3. Hersteldoelen en werkafspraken\n\nIets."), "{paper}");
}

#[test]
fn t20_an_agreement_stands_once_in_its_list_and_without_signs() {
    let note = "eerst @Bo, mail bo@kade.nl\ndan\n! bellen @Bo vrijdag\n= Doel 2 blijft van @Noor\n!\n\nlaatst\n! Bo ruimt op @31 feb";
    let paper = on_paper(&noted(note), Format::Markdown, false);
    assert!(paper.contains("eerst Bo, mail bo@kade.nl  \ndan  \n!\n\nlaatst"), "{paper}");
    assert!(paper.contains("- bellen  \n  Wie: Bo. Wanneer: vrijdag 27 november 2026."), "{paper}");
    for once in ["bellen", "Doel 2 blijft van Noor", "Bo ruimt op 31 feb"] {
        assert_eq!(paper.matches(once).count(), 1, "{once}:\n{paper}");
    }
    let only = on_paper(&noted("! Bo belt vrijdag"), Format::Markdown, false);
    assert!(only.contains("werkafspraken\n\nDe afspraken en besluiten staan hierboven."), "{only}");
}

#[test]
fn t20_who_was_not_there_is_named_without_a_cause() {
    let mut drawn = noted("Iets.");
    let named = drawn.present.drain(..2).collect::<Vec<_>>();
    (drawn.sent_word, drawn.not_present) = (vec![named[0].clone()], vec![named[1].clone()]);
    let paper = on_paper(&drawn, Format::Text, false);
    let flowing = paper.split_whitespace().collect::<Vec<_>>().join(" ");
    let both = format!("Er niet bij: {} (", named[0].name);
    assert!(flowing.contains(&both) && flowing.contains(&named[1].name), "{paper}");
    assert!(!flowing.contains("fgemeld") && !flowing.contains("iet aanwezig"), "{paper}");
}

#[test]
fn t14_the_paper_says_how_far_it_is() {
    let drawn = noted("Iets.");
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let mut approval = Approval::default();
    let written = |status: Status<'_>| {
        let content = Content::new(Language::Dutch);
        let paper = MinutesPaper { status, ..MinutesPaper::closed(&drawn, None) };
        let text = on_paper_in(&paper, &content, Words(Language::Dutch), Format::Text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let paper = |approval: &Approval| written(Status::Closed(Some(approval)));
    assert!(paper(&approval).contains("Concept: Noor kan hier nog iets aan veranderen"));
    approval.seen = Some(crate::domain::approval::ReadHow::Together);
    let seen = paper(&approval);
    assert!(seen.contains("Noor vindt dit verslag goed.") && !seen.contains("Concept"), "{seen}");
    (approval.sent, approval.set) = (Some(day), Some(day));
    approval = approval.after_taking_out(day.succ_opt().unwrap());
    let set = paper(&approval);
    for said in [
        "Vastgesteld op dinsdag 24 november 2026. Daarna aangepast op woensdag 25 november 2026.",
        "Naar de groep op dinsdag 24 november 2026.",
        "Op woensdag 25 november 2026 is hier op verzoek iets weggehaald.",
    ] {
        assert!(set.contains(said), "{said}\n{set}");
        // While they are changed that stays so.
        assert!(written(Status::Changing(Some(&approval))).contains(said), "{said}");
    }
    assert!(!set.contains("nog niet gezegd"), "{set}");
}

#[test]
fn nothing_typed_steers_a_terminal_or_changes_the_page() {
    let evil = "\u{1b}[2J# geen kop \u{202e}\n# ook geen kop\n<script>";
    for format in [Format::Markdown, Format::Text] {
        let paper = on_paper(&noted(evil), format, false);
        assert!(!paper.contains(['\u{1b}', '\u{202e}']), "{paper}");
    }
    let paper = on_paper(&noted(evil), Format::Markdown, false);
    assert!(paper.contains("\\# ook geen kop  \n\\<script>"), "{paper}");
}
