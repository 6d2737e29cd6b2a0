//! What ought to stand on a screen, from words and data, and how much of it is drawn.

use kring::app::keys::{Layer, layers_below};
use kring::app::model::{Model, Over, Screen};
use kring::domain::goal::Term;
use kring::domain::meeting::Place;
use kring::screens::dossier::list::sign;
use kring::screens::dossier::section::Section;
use kring::screens::meeting::room::Room;
use kring::screens::meeting::{form, hour, items, note, room};
use kring::screens::overview::{self, Lead};
use kring::screens::week;

use crate::picture::Picture;
use crate::play::Player;

/// How much of a text is drawn at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawn {
    /// Something else stands there.
    Other,
    /// All of it.
    Whole,
    /// Some of it, and `»`.
    Announced,
    /// Some of it, up to this row, and no sign that it goes on.
    Cut(u16),
}

/// The texts that a screen may show, each whole or with `»`.
pub(crate) fn texts(player: &Player) -> Vec<String> {
    let model = &player.model;
    let mut texts = over(model);
    match (&model.screen, &model.over) {
        (_, Some(Over::Finder(_) | Over::Reader(_))) => {}
        (Screen::Home(_), _) => texts.extend(home(model)),
        (Screen::Overview(_), _) => texts.extend(group(model)),
        (_, Some(Over::Place(_))) => texts.push(model.words.place_asks().to_owned()),
        (_, Some(Over::Erase(_))) => texts.push(model.words.erase_means().to_owned()),
        (Screen::Dossier(_), _) => texts.extend(dossier(player)),
        (Screen::Meeting(_), _) => texts.extend(meeting(player)),
    }
    texts.extend(model.notice.clone());
    texts.retain(|text| !text.trim().is_empty());
    texts
}

/// What everything that lies over a screen may say.
fn over(model: &Model) -> Vec<String> {
    let words = model.words;
    match &model.over {
        Some(Over::Finder(_)) => {
            let labels = layers_below(model).into_iter().flat_map(Layer::bindings);
            let labels = labels.map(|binding| (binding.label)(words).to_owned());
            labels.chain([words.help_title().into(), words.menu_title().into()]).collect()
        }
        _ => Vec::new(),
    }
}

fn home(model: &Model) -> Vec<String> {
    let words = model.words;
    let Screen::Home(home) = &model.screen else { return Vec::new() };
    if home.week {
        let rows = week::rows(home).into_iter();
        let texts = rows.map(|(_, todo)| todo.text.clone());
        return texts.chain([words.week_is_empty().to_owned()]).collect();
    }
    let mut texts: Vec<String> = [
        words.groups(),
        words.ask_group_name(),
        words.home_is_empty(),
        words.nothing_found(),
        words.group_column(),
        words.phase_column(),
        words.steps_column(),
        words.next_column(),
    ]
    .map(str::to_owned)
    .into();
    for line in &home.groups {
        match &line.facts {
            Ok(facts) => {
                texts.push(facts.name.clone());
                let (unfinished, today) = (facts.unfinished, model.today());
                texts.push(if model.size.0 < 100 {
                    words.next_in_narrow_column(unfinished, facts.next, today)
                } else {
                    words.next_in_column(unfinished, facts.next, today)
                });
            }
            Err(sentence) => texts.extend([line.slug.clone(), sentence.clone()]),
        }
    }
    texts
}

fn group(model: &Model) -> Vec<String> {
    let (words, Some(group)) = (model.words, model.group()) else { return Vec::new() };
    let open = group.agreements.iter().filter(|one| one.open()).count();
    let mut texts = vec![
        group.name.clone(),
        words.next_planned(group.appointment().as_ref(), model.today()),
        words.open_agreements(open),
        words.goals().to_owned(),
        words.meetings().to_owned(),
    ];
    for term in [Term::Short, Term::Long] {
        texts.extend(group.open_goals(term).map(|goal| goal.text.clone()));
    }
    let circle = model.circle_of(group, model.today());
    let late = group.late(model.today()).into_iter();
    texts.extend(late.map(|late| format!("- {}", overview::late_text(&circle, late))));
    texts.extend(overview::rows(model).into_iter().map(|lead| match lead {
        Lead::GoOn(id) => {
            let held = group.meetings.iter().find(|held| held.id == id);
            let kind = held.map_or("", |held| model.content.meeting_name(held.kind));
            words.go_on_with(kind, id.date)
        }
        Lead::Step(_) => words.next_step().to_owned(),
        Lead::Section(section) => words.section_title(section).to_owned(),
        Lead::Log => words.the_log().to_owned(),
        Lead::Second(nr) => {
            let seconds = model.open.as_ref().map(|open| &open.versions.seconds);
            seconds.map(|it| words.second_version(&it[nr])).unwrap_or_default()
        }
        Lead::Begin(kind) => words.begin_meeting(model.content.meeting_name(kind)),
        Lead::Look(id) => words.dated(id.date),
    }));
    texts
}

/// The list and the page of a dossier.
fn dossier(player: &Player) -> Vec<String> {
    let model = &player.model;
    let mut texts: Vec<String> =
        player.dossier_list().into_iter().flat_map(|entry| [entry.text, entry.mark]).collect();
    texts.extend(player.dossier_rows().into_iter().flat_map(|row| [row.text, row.value]));
    if let (Some(screen), Some(group)) = (player.dossier_screen(), model.group()) {
        texts.push(group.name.clone());
        texts.push(model.words.section_is_empty(screen.section).to_owned());
        let circle = model.circle_of(group, model.today());
        let drawn = screen.section == Section::Sociogram;
        let people = group.people.iter().filter(|_| drawn);
        texts.extend(people.map(|it| format!("{} {}", sign(it.kind), circle.name(it.id))));
    }
    texts
}

fn meeting(player: &Player) -> Vec<String> {
    let Some(room) = room(&player.model) else { return Vec::new() };
    let mut texts = beside(&room);
    if let Some(draft) = &room.meeting.draft {
        texts.push(form::title(&room, draft.form));
        for (question, hint) in form::questions(&room, draft.form) {
            texts.extend([question.clone(), hint]);
        }
        texts.extend(form::understood(&room, draft));
        texts.extend(draft.answers.clone());
    } else {
        texts.extend(player.matter().into_iter().flat_map(|row| [row.text, row.value]));
        texts.extend(item(&room));
    }
    texts
}

/// What the left column says, and the title.
fn beside(room: &Room<'_>) -> Vec<String> {
    let words = room.words;
    let mut texts = vec![room.group.name.clone(), hour::says(room)];
    for place in items::places(room.meeting) {
        texts.push(match place {
            Place::Attendance => words.who_is_there().to_owned(),
            Place::Closing => words.closing().to_owned(),
            Place::AfterTalk => words.after_talk().to_owned(),
            Place::Item(nr) => {
                let item = room.meeting.item(nr).and_then(|item| room.content.item(item.kind));
                format!("{} {}", nr + 1, item.map_or("", |item| &item.short))
            }
        });
    }
    let expected = room.meeting.attendance.len();
    texts.push(words.so_many_there(room.present().count(), expected));
    texts
}

/// What the page of the item at hand says besides its matter.
fn item(room: &Room<'_>) -> Vec<String> {
    let Place::Item(nr) = room.meeting.place else { return Vec::new() };
    let Some(item) = room.meeting.item(nr) else { return Vec::new() };
    let mut texts = vec![format!("{} {}", nr + 1, room.content.title(item.kind))];
    texts.extend(item.note.lines().map(str::to_owned));
    let understood = note::rows(room, &item.note, 2000).into_iter().filter_map(|row| match row {
        note::NoteRow::Understood(meaning) => Some(meaning),
        note::NoteRow::Text { .. } => None,
    });
    texts.extend(understood);
    if item.note.is_empty() {
        texts.push(room.words.note_is_empty().to_owned());
    }
    texts
}

/// The places where a text can begin: at an edge, after a line or a sign, or after two blanks.
pub(crate) fn beginnings(picture: &Picture) -> Vec<(u16, u16)> {
    let cells = (0..picture.height()).flat_map(|y| (0..picture.width()).map(move |x| (x, y)));
    let left = |x: u16, y: u16, cells: u16| x.checked_sub(cells).map(|x| picture.symbol(x, y));
    let begins = |x: u16, y: u16| match left(x, y, 1) {
        Some(" ") => matches!(left(x, y, 2), None | Some(" " | "│" | "»")),
        before => matches!(before, None | Some("│" | "»")),
    };
    cells.filter(|(x, y)| !picture.ends_text(*x, *y) && begins(*x, *y)).collect()
}

/// How much of a text is drawn at a place, on one row or wrapped by word over several.
pub(crate) fn drawn(picture: &Picture, text: &str, x: u16, y: u16) -> Drawn {
    let letters: Vec<char> = text.trim().chars().collect();
    let is = |at: usize, x: u16, y: u16| {
        letters.get(at).is_some_and(|letter| picture.symbol(x, y).chars().eq([*letter]))
    };
    let (mut at, mut column, mut row) = (0, x, y);
    while at < letters.len() {
        let here = picture.symbol(column, row);
        if is(at, column, row) {
            (at, column) = (at + 1, column + 1);
        } else if here == "»" && at > 0 {
            return Drawn::Announced;
        } else if picture.ends_text(column, row) && breaks(&letters, at) {
            while letters.get(at).is_some_and(|letter| letter.is_whitespace()) {
                at += 1;
            }
            if !is(at, x, row + 1) {
                return if announced(picture, column, row) {
                    Drawn::Announced
                } else {
                    Drawn::Cut(row)
                };
            }
            (column, row) = (x, row + 1);
        } else {
            return Drawn::Other;
        }
    }
    if picture.ends_text(column, row) || picture.symbol(column, row) == "»" {
        Drawn::Whole
    } else {
        Drawn::Other
    }
}

/// Whether a row can break before a letter: between words, after at least one.
fn breaks(letters: &[char], at: usize) -> bool {
    let blank = |at: usize| letters.get(at).is_some_and(|letter| letter.is_whitespace());
    at > 0 && (blank(at) || blank(at - 1))
}

/// Whether a `»` stands behind a text, at its row's end, or right below it.
fn announced(picture: &Picture, x: u16, y: u16) -> bool {
    (x..picture.width()).any(|x| picture.symbol(x, y) == "»" || picture.symbol(x, y + 1) == "»")
}
