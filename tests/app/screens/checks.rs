//! What every picture holds to: nothing is cut in silence, nothing of the machine shows, the
//! cursor is where one types, and what is at hand is reversed.

use std::collections::HashSet;

use kring::app::model::Model;
use kring::domain::agreement::Outcome;
use kring::domain::attendance::Presence;
use kring::domain::frequency::Frequency;
use kring::domain::goal::{GoalState, Movement};
use kring::domain::meeting::Place;
use kring::domain::person::PersonKind;
use kring::domain::structure::{ItemKind, MeetingKind, Need};
use kring::export::minutes::MinutesPaper;
use kring::language::Language;
use kring::screens::dossier;
use kring::screens::front::Overlay;
use kring::screens::front::SMALLEST;
use kring::screens::front::all_layers;
use kring::screens::keys::{Binding, everywhere};
use kring::screens::meeting::{Focus, keys as meeting_keys};
use kring::screens::page::row::Control;
use kring::widgets::glyphs;
use unicode_segmentation::UnicodeSegmentation;

use crate::screens::expected;
use crate::screens::picture::Picture;
use crate::screens::play::Player;
use crate::screens::reading::{Drawn, beginnings, drawn};
use crate::screens::texts::texts;

/// Characters that code pages 437 and 850 share, besides the letters of Latin-1.
const SAFE: &str = "─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬░▒▓█▄▀■·±«»";

/// What is wrong with a picture, each defect in a sentence.
pub(crate) fn defects(player: &Player, picture: &Picture) -> Vec<String> {
    let mut defects = letters(player, picture);
    defects.extend(machine(player, picture));
    defects.extend(words_cut(player, picture));
    if is_whole(player.model()) {
        defects.extend(footer(player.model(), picture));
        defects.extend(texts_cut(player, picture));
        defects.extend(rows_out_of_sight(player, picture));
        defects.extend(note_out_of_sight(player, picture));
        defects.extend(answer_out_of_sight(player, picture));
        defects.extend(sentences_cut(player, picture));
        defects.extend(at_hand(player, picture));
        defects.extend(cursor(player, picture));
        defects.extend(expected::unread(player, picture));
    }
    defects
}

/// Whether the whole screen is shown, not only a sentence or the clock.
pub(crate) fn is_whole(model: &Model) -> bool {
    !model.front.is_hidden()
        && !is_small(model)
        && !matches!(model.front.overlay, Some(Overlay::HourClock(_)))
}

fn is_small(model: &Model) -> bool {
    model.front.size.0 < SMALLEST.0 || model.front.size.1 < SMALLEST.1
}

/// Every cell is safe everywhere, or was typed.
fn letters(player: &Player, picture: &Picture) -> Vec<String> {
    let is_safe = |letter: char| {
        matches!(letter, ' '..='~' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ')
            || SAFE.contains(letter)
            || player.typed.contains(letter)
    };
    picture
        .rows()
        .enumerate()
        .flat_map(|(y, row)| row.chars().map(move |letter| (y, letter)).collect::<Vec<_>>())
        .filter(|(_, letter)| !is_safe(*letter))
        .map(|(y, letter)| format!("row {y} shows {letter:?}, which not every terminal has"))
        .collect()
}

/// No numbers, names or signs of the program itself.
fn machine(player: &Player, picture: &Picture) -> Vec<String> {
    let names = match player.model().session.words.0 {
        Language::Dutch => variants(),
        Language::English => HashSet::new(),
    };
    let mut defects = Vec::new();
    for (y, row) in picture.rows().enumerate() {
        for token in row.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()) {
            let key = matches!(token, "PgUp" | "PgDn");
            if is_id(token) || (has_hump(token) && !key) || names.contains(token) {
                defects.push(format!("a name of the program's own, {token:?}, on row {y}"));
            }
        }
        if row.contains(['{', '}']) || row.contains("Some(") {
            defects.push(format!("a sign of the program's own on row {y}: {}", row.trim()));
        }
    }
    defects
}

/// `p1`, `a12`.
fn is_id(token: &str) -> bool {
    let digits = token.strip_prefix(|c: char| c.is_ascii_lowercase());
    digits.is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()))
}

/// `SentWord`.
fn has_hump(token: &str) -> bool {
    let mut letters = token.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_lowercase() && letters.peek().is_some_and(|next| next.is_uppercase()) {
            return true;
        }
    }
    false
}

/// The names of states and kinds in the program, which are English.
fn variants() -> HashSet<String> {
    let mut names = HashSet::new();
    names.extend(PersonKind::ALL.iter().copied().map(|it| format!("{it:?}")));
    names.extend(MeetingKind::ALL.iter().copied().map(|it| format!("{it:?}")));
    names.extend([ItemKind::CheckIn, ItemKind::Goals].map(|it| format!("{it:?}")));
    names.extend([Outcome::Done, Outcome::Running, Outcome::Dropped].map(|it| format!("{it:?}")));
    names.extend([GoalState::New, GoalState::Underway].map(|it| format!("{it:?}")));
    names.extend([Movement::Closer, Movement::Same].map(|it| format!("{it:?}")));
    names.extend([Presence::Present].map(|it| format!("{it:?}")));
    names.extend([Need::Always, Need::Optional].map(|it| format!("{it:?}")));
    names.extend([format!("{:?}", Frequency::Months(3))]);
    names.retain(|name| !matches!(name.as_str(), "Start"));
    names
}

/// Every word on the screen is one that a larger window shows too, or ends in `»`.
fn words_cut(player: &Player, picture: &Picture) -> Vec<String> {
    let model = player.model();
    let mut known = tokens(&player.large_text());
    known.extend(tokens(model.session.words.too_small()));
    known.extend(tokens(&papers(player)));
    if let Some(Overlay::Reader(reader)) = &model.front.overlay {
        known.extend(tokens(reader.text()));
    }
    known.extend(
        [1, 2].into_iter().flat_map(|nr| tokens(&model.session.words.hidden_lines(nr, nr))),
    );
    // A word that is wider than any column is broken where it must.
    let long =
        |token: &str| player.typed.split(' ').any(|word| word.len() > 40 && word.contains(token));
    let number = |token: &str| token.chars().all(|c| matches!(c, '0'..='9' | '/'));
    // A character of two cells is followed by a blank here.
    let wide = |token: &str| !token.is_ascii() && player.typed.contains(token);
    let whole =
        |token: &String| known.contains(token) || number(token) || long(token) || wide(token);
    // A line to write on, in an appendix, is as long as the column lets it be.
    let blank = |token: &str| token.chars().all(|c| c == '_');
    let lacks = |token: &String| !token.ends_with('»') && !whole(token) && !blank(token);
    let rows = picture.rows().enumerate();
    rows.flat_map(|(y, row)| tokens(&row).into_iter().map(move |token| (y, token)))
        .filter(|(_, token)| lacks(token))
        .map(|(y, token)| format!("row {y} shows {token:?}, which is no whole word"))
        .collect()
}

fn tokens(text: &str) -> HashSet<String> {
    // The sign that there is more above has a cell of its own, beside whatever the row ends with.
    let ends = |c: char| c.is_whitespace() || "─│═░▒▓█▄▀·«".contains(c);
    text.split(ends).filter(|token| !token.is_empty()).map(str::to_owned).collect()
}

/// The minutes that can be read here; the large window has them at another row.
fn papers(player: &Player) -> String {
    let Some(view) = player.meeting_view() else { return String::new() };
    let own = view.meeting.minutes.as_deref();
    let papers = view.previous.into_iter().chain(own);
    let papers =
        papers.map(|minutes| MinutesPaper::closed(minutes, None).text(view.content, view.words));
    papers.collect()
}

/// The bar holds keys with whole labels, and the four that hold everywhere.
fn footer(model: &Model, picture: &Picture) -> Vec<String> {
    let words = model.session.words;
    let mut known = HashSet::new();
    for binding in all_layers().flat_map(|layer| layer.bindings) {
        let chords = binding.chords.iter().take(1);
        known.extend(
            chords.map(|chord| format!("{} {}", chord.name(words), (binding.label)(words))),
        );
    }
    known.insert(format!("! {}", words.agreement()));
    known.insert(format!("= {}", words.decision()));
    let rows = [picture.height() - 2, picture.height() - 1].map(|y| picture.row(y));
    let shown: Vec<&str> = rows
        .iter()
        .flat_map(|row| row.split("  "))
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    let mut defects: Vec<String> = shown
        .iter()
        .filter(|label| !known.contains(**label))
        .map(|label| format!("the bar shows {label:?}, which is no key with its whole label"))
        .collect();
    let layers = model.front.layers(&model.session);
    let shared = [&meeting_keys::MEETING, &everywhere::HISTORY, &everywhere::GLOBAL];
    let own = layers.iter().take_while(|layer| !shared.contains(*layer));
    let own: Vec<&Binding> = own.flat_map(|layer| layer.bindings).collect();
    for binding in layers.iter().flat_map(|layer| layer.bindings) {
        let label = (binding.label)(words);
        let of_own = own.iter().any(|other| other.action == binding.action);
        let roomy = picture.width() >= 80;
        let needed = match binding.rank {
            1 | 20.. => true,
            2..=5 => of_own && roomy,
            _ => false,
        };
        let there = || shown.iter().any(|it| it.ends_with(label));
        // A key that an upper layer takes does not do this here.
        let mut all = layers.iter().flat_map(|layer| layer.bindings);
        let first = all.find(|other| other.chords.contains(&binding.chords[0]));
        let reached = first.is_some_and(|first| (first.label)(words) == label);
        if needed
            && reached
            && model.front.why_not(&model.session, binding.action).is_none()
            && !there()
        {
            defects.push(format!("the bar lacks {label:?}"));
        }
    }
    defects
}

/// A text that begins on the screen is whole, wrapped by word, or followed by `»`.
fn texts_cut(player: &Player, picture: &Picture) -> Vec<String> {
    let texts = texts(player);
    let mut defects = Vec::new();
    for (x, y) in beginnings(picture) {
        let found: Vec<(&String, Drawn)> =
            texts.iter().map(|text| (text, drawn(picture, text, x, y))).collect();
        let whole = |(_, it): &(&String, Drawn)| matches!(it, Drawn::Whole | Drawn::Announced);
        if found.iter().any(whole) {
            continue;
        }
        let cut = found.into_iter().filter(|(_, it)| matches!(it, Drawn::Cut(_)));
        defects.extend(cut.map(|(text, _)| format!("row {y} cuts {text:?} without »")));
    }
    defects
}

/// Rows of the matter are on the screen, or a sign says that there is more.
fn rows_out_of_sight(player: &Player, picture: &Picture) -> Vec<String> {
    let drafting = player
        .model()
        .front
        .meeting(&player.model().session)
        .is_none_or(|meeting| meeting.draft.is_some());
    if drafting || player.model().front.overlay.is_some() {
        return Vec::new();
    }
    let beside = player.width_of_list();
    let mut places = beginnings(picture);
    places.retain(|(x, _)| *x > beside);
    // A row begins at the left of its column; what stands on its right is a value, such as a name.
    let same_column = |from: u16, to: u16, y: u16| !picture.piece(from, to, y).contains('│');
    let is_value = |(x, y): &(u16, u16)| {
        places.iter().any(|other| other.1 == *y && other.0 < *x && same_column(other.0, *x, *y))
    };
    let begun: Vec<(u16, u16)> = places.iter().filter(|it| !is_value(it)).copied().collect();
    let shows =
        |text: &str| begun.iter().any(|(x, y)| drawn(picture, text, *x, *y) != Drawn::Other);
    let rows = player.matter();
    let texts: Vec<&str> = rows.iter().map(|row| row.text.trim()).collect();
    // What is said more than once does not tell which row it is.
    let once = |text: &&str| texts.iter().filter(|other| other.contains(*text)).count() == 1;
    let rows = texts.iter().copied().filter(once);
    let seen: Vec<(&str, bool)> = rows.map(|text| (text, shows(text))).collect();
    let first = seen.iter().position(|(_, seen)| *seen).unwrap_or(seen.len());
    let last = seen.iter().rposition(|(_, seen)| *seen).unwrap_or(0);
    let mut defects = Vec::new();
    if first > 0 && !picture.says("«") {
        defects.push(format!("{first} rows of the matter are above, and no « says so"));
    }
    if last + 1 < seen.len() && !says_more(picture) {
        defects.push(format!("{:?} is out of sight below, and no » says so", seen[last + 1].0));
    }
    if let Some((text, _)) = seen.iter().take(last).skip(first).find(|(_, seen)| !seen) {
        defects.push(format!("{text:?} is missing between rows that are there"));
    }
    defects
}

/// Whether a `»` stands where more is announced, not beside the place in the list.
fn says_more(picture: &Picture) -> bool {
    let cells = (0..picture.height()).flat_map(|y| (24..picture.width()).map(move |x| (x, y)));
    cells.into_iter().any(|(x, y)| picture.symbol(x, y) == "»")
}

/// A note of which the beginning is out of sight says so.
fn note_out_of_sight(player: &Player, picture: &Picture) -> Vec<String> {
    let Some(view) = player.meeting_view().filter(|view| view.meeting.draft.is_none()) else {
        return Vec::new();
    };
    let Place::Item(nr) = view.meeting.place else { return Vec::new() };
    let note = view.meeting.item(nr).map_or("", |item| item.note.as_str());
    let narrow = |c: &char| !c.is_control() && u32::from(*c) < 0x100;
    let first: String = note.chars().take(20).take_while(narrow).collect();
    if player.model().front.overlay.is_some() || picture.says(&first) || picture.says("«") {
        return Vec::new();
    }
    vec!["the beginning of the note is above, and no « says so".to_owned()]
}

/// An answer of which the beginning is out of sight says so.
fn answer_out_of_sight(player: &Player, picture: &Picture) -> Vec<String> {
    let draft = player
        .model()
        .front
        .meeting(&player.model().session)
        .and_then(|meeting| meeting.draft.as_ref());
    let answer = draft.and_then(|draft| draft.answers.get(draft.at));
    let first: String = answer.into_iter().flat_map(|it| it.chars().take(20)).collect();
    if player.model().front.overlay.is_some() || picture.says(&first) || picture.says("«") {
        return Vec::new();
    }
    vec!["the beginning of the answer is above, and no « says so".to_owned()]
}

/// In a window of 80 cells the message and the heading of an item are there to their last word.
fn sentences_cut(player: &Player, picture: &Picture) -> Vec<String> {
    if picture.width() < 80 {
        return Vec::new();
    }
    let mut defects = Vec::new();
    let message = picture.row(picture.height() - 3);
    if message.ends_with('»') {
        defects.push(format!("the message is cut: {}", message.trim()));
    }
    let heading = heading(player).filter(|_| player.model().front.overlay.is_none());
    let cut = |heading: &String| {
        let mut places = beginnings(picture).into_iter().filter(|(_, y)| *y == 2);
        places.any(|(x, y)| drawn(picture, heading, x, y) == Drawn::Announced)
    };
    defects.extend(heading.filter(cut).map(|heading| format!("the heading {heading:?} is cut")));
    defects
}

/// The heading of the item at hand.
fn heading(player: &Player) -> Option<String> {
    let view = player.meeting_view().filter(|view| view.meeting.draft.is_none())?;
    let Place::Item(nr) = view.meeting.place else { return None };
    let kind = view.meeting.item(nr)?.kind;
    Some(format!("{} {}", nr + 1, view.content.title(kind)))
}

/// The row at hand is reversed, and only something at hand or an alarm is.
fn at_hand(player: &Player, picture: &Picture) -> Vec<String> {
    let model = player.model();
    let focus = player.meeting_screen().map(|screen| screen.focus);
    let drafting =
        model.front.meeting(&model.session).is_some_and(|meeting| meeting.draft.is_some());
    let reversed = picture.reversed();
    let in_page = player.dossier_screen().filter(|screen| screen.focus == dossier::Focus::Page);
    let row = in_page.and_then(|screen| player.dossier_rows().into_iter().nth(screen.cursor.row()));
    if let Some(row) = row.filter(|_| model.front.overlay.is_none())
        && matches!(row.control, Control::Press(_))
    {
        let first = row.text.split_whitespace().next().unwrap_or_default().to_owned();
        let there = reversed.iter().any(|run| run.text.starts_with(&first));
        return if there { Vec::new() } else { vec![format!("{first:?} is not reversed")] };
    }
    let wanted = match (focus, player.row_at_hand()) {
        _ if drafting || model.front.overlay.is_some() => return Vec::new(),
        (Some(Focus::Page), Some(row)) if matches!(row.control, Control::Press(_)) => row.text,
        _ => return Vec::new(),
    };
    let first = wanted.split_whitespace().next().unwrap_or_default().to_owned();
    if reversed.iter().any(|run| run.text.starts_with(&first)) {
        return Vec::new();
    }
    vec![format!("{wanted:?} is at hand and not reversed")]
}

/// The cursor stands behind what was typed before it, and nowhere when nothing is typed.
fn cursor(player: &Player, picture: &Picture) -> Vec<String> {
    let types = types(player.model());
    let Some(at) = picture.cursor else {
        return if types {
            vec!["characters are typed, and no cursor shows where".into()]
        } else {
            vec![]
        };
    };
    if !types {
        return vec![format!("a cursor stands at {},{} where nothing is typed", at.x, at.y)];
    }
    let inside = (2..picture.height() - 3).contains(&at.y) && at.x < picture.width();
    if !inside {
        return vec![format!("the cursor stands outside, at {},{}", at.x, at.y)];
    }
    let before = before_cursor(player);
    let line = before.rsplit('\n').next().unwrap_or("");
    let line: String = line.graphemes(true).map(|it| glyphs::shown(it).0).collect();
    let drawn = picture.piece(0, at.x, at.y);
    if stands_behind(&drawn, &line) {
        return Vec::new();
    }
    vec![format!("the cursor stands behind {:?}, not behind {line:?}", drawn.trim())]
}

fn types(model: &Model) -> bool {
    model.front.layers(&model.session).first().is_some_and(|layer| layer.types)
}

/// What was typed before the cursor.
fn before_cursor(player: &Player) -> String {
    if let Some(Overlay::Finder(finder)) = &player.model().front.overlay {
        let text = finder.typed.text();
        return text.get(..finder.typed.cursor()).unwrap_or("").to_owned();
    }
    if let Some(Overlay::FolderPrompt(place)) = &player.model().front.overlay {
        let text = place.typed.text();
        return text.get(..place.typed.cursor()).unwrap_or("").to_owned();
    }
    let in_dossier = player.dossier_screen().and_then(|screen| screen.editing());
    let editing = player.meeting_screen().and_then(|screen| screen.editing()).or(in_dossier);
    match editing {
        Some(editing) => {
            let text = editing.editor.text();
            text.get(..editing.editor.cursor()).unwrap_or("").to_owned()
        }
        None => player.home_field(),
    }
}

/// Whether a row ends with a line, or with the last words of it after a break.
fn stands_behind(drawn: &str, line: &str) -> bool {
    let drawn: Vec<char> = drawn.chars().rev().collect();
    let line: Vec<char> = line.chars().rev().collect();
    let same = drawn.iter().zip(&line).take_while(|(drawn, typed)| drawn == typed).count();
    let ends = |cell: Option<&char>| cell.is_none_or(|it| matches!(it, ' ' | '│'));
    // A word that is wider than any column is broken where it must.
    let word = line.iter().skip(same).take_while(|typed| !typed.is_whitespace()).count();
    let broken = word > 40
        || line.get(same).is_some_and(|typed| typed.is_whitespace())
        || (same > 0 && line.get(same - 1).is_some_and(|typed| typed.is_whitespace()));
    ends(drawn.get(same)) && (same == line.len() || broken)
}

#[test]
fn a_text_that_is_cut_is_found() {
    let drawn = "  een twee dr";
    assert!(!stands_behind(drawn, "een twee drie"));
    assert!(stands_behind("  een twee drie", "een twee drie"));
    assert!(stands_behind("  twee drie", "een twee drie"));
    assert!(stands_behind("  │ ", ""));
    assert!(!stands_behind("  ander", ""));
    assert!(is_id("p1") && is_id("a12") && !is_id("F1") && !is_id("14") && !is_id("a"));
    assert!(has_hump("SentWord") && !has_hump("Vuurtoren"));
}
