//! The texts that a screen may show, so that none of them is cut in silence. What a screen must
//! show is in `expected`.

use kring::app::model::Model;
use kring::domain::agenda;
use kring::domain::goal::Term;
use kring::domain::meeting::Place;
use kring::domain::section::Section;
use kring::screens::dossier::list::sign;
use kring::screens::front::{Base, Overlay};
use kring::screens::home::week;
use kring::screens::overview::{Link, Overview};
use kring::screens::screen::Screen;
use kring::view::meeting_view::MeetingView;
use kring::view::{agreement, attention, form};

use crate::screens::play::Player;

/// The texts that a screen may show, each whole or with `»`.
pub(crate) fn texts(player: &Player) -> Vec<String> {
    let model = player.model();
    let mut texts = over(model);
    match (&model.front.base, &model.front.overlay) {
        (_, Some(Overlay::Finder(_) | Overlay::Reader(_))) => {}
        (Base::Home(_), _) => texts.extend(home(model)),
        (Base::Overview(_), _) => texts.extend(group(model)),
        (_, Some(Overlay::FolderPrompt(_))) => {
            texts.push(model.session.words.place_asks().to_owned());
        }
        (_, Some(Overlay::EraseWhich(_) | Overlay::EraseSure(_))) => {
            texts.push(model.session.words.erase_means().to_owned());
        }
        (Base::DossierScreen(_), _) => texts.extend(dossier(player)),
        (Base::MeetingScreen(_), _) => texts.extend(meeting(player)),
    }
    texts.extend(model.session.notice.clone());
    texts.retain(|text| !text.trim().is_empty());
    texts
}

/// What everything that lies over a screen may say.
fn over(model: &Model) -> Vec<String> {
    let words = model.session.words;
    match &model.front.overlay {
        Some(Overlay::Finder(_)) => {
            let layers = model.front.layers_below(&model.session).into_iter();
            let labels = layers.flat_map(|layer| layer.bindings);
            let labels = labels.map(|binding| (binding.label)(words).to_owned());
            labels.chain([words.help_title().into(), words.menu_title().into()]).collect()
        }
        _ => Vec::new(),
    }
}

fn home(model: &Model) -> Vec<String> {
    let words = model.session.words;
    let Base::Home(home) = &model.front.base else { return Vec::new() };
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
        match &line.summary {
            None => texts.push(line.slug.clone()),
            Some(Ok(facts)) => {
                texts.push(facts.name.clone());
                let (unfinished, today) = (facts.unfinished, model.session.today());
                texts.push(if model.front.size.0 < 100 {
                    words.next_in_narrow_column(unfinished, facts.next, today)
                } else {
                    words.next_in_column(unfinished, facts.next, today)
                });
            }
            Some(Err(sentence)) => texts.extend([line.slug.clone(), sentence.clone()]),
        }
    }
    texts
}

fn group(model: &Model) -> Vec<String> {
    let (words, Some(group)) = (model.session.words, model.session.group()) else {
        return Vec::new();
    };
    let open = group.agreements.iter().filter(|one| one.open()).count();
    let mut texts = vec![
        group.name.clone(),
        words.next_planned(group.appointment().as_ref(), model.session.today()),
        words.open_agreements(open),
        words.goals().to_owned(),
        words.meetings().to_owned(),
    ];
    for term in [Term::Short, Term::Long] {
        texts.extend(group.open_goals(term).map(|goal| goal.text.clone()));
    }
    let circle = model.session.view_of(group, model.session.today());
    let late = group.late(model.session.today()).into_iter();
    texts.extend(late.map(|late| format!("- {}", attention::late(&circle, late))));
    texts.extend(Overview::links(&model.session).into_iter().map(|lead| match lead {
        Link::GoOn(id) => {
            let held = group.meetings.iter().find(|held| held.id == id);
            let kind = held.map_or("", |held| model.session.content.meeting_name(held.kind));
            words.go_on_with(kind, id.date)
        }
        Link::Step(_) => words.next_step().to_owned(),
        Link::Section(section) => words.section_title(section).to_owned(),
        Link::Log => words.the_log().to_owned(),
        Link::Second(nr) => {
            let seconds = model.session.open.as_ref().map(|open| &open.versions.seconds);
            seconds.map(|it| words.second_version(&it[nr])).unwrap_or_default()
        }
        Link::Begin(kind) => words.begin_meeting(model.session.content.meeting_name(kind)),
        Link::Look(id) => words.dated(id.date),
    }));
    texts
}

/// The list and the page of a dossier.
fn dossier(player: &Player) -> Vec<String> {
    let model = player.model();
    let mut texts: Vec<String> =
        player.dossier_list().into_iter().flat_map(|entry| [entry.text, entry.mark]).collect();
    texts.extend(player.dossier_rows().into_iter().flat_map(|row| [row.text, row.value]));
    if let (Some(screen), Some(group)) = (player.dossier_screen(), model.session.group()) {
        texts.push(group.name.clone());
        texts.push(model.session.words.section_is_empty(screen.section).to_owned());
        let circle = model.session.view_of(group, model.session.today());
        let drawn = screen.section == Section::Sociogram;
        let people = group.people.iter().filter(|_| drawn);
        texts.extend(people.map(|it| format!("{} {}", sign(it.kind), circle.name(it.id))));
    }
    texts
}

fn meeting(player: &Player) -> Vec<String> {
    let Some(view) = player.meeting_view() else { return Vec::new() };
    let mut texts = beside(player, &view);
    if let Some(draft) = &view.meeting.draft {
        texts.push(form::title(&view, draft.form));
        for (question, hint) in form::questions(&view, draft.form) {
            texts.extend([question.clone(), hint]);
        }
        texts.extend(form::understood(&view, draft));
        texts.extend(draft.answers.clone());
    } else {
        texts.extend(player.matter().into_iter().flat_map(|row| [row.text, row.value]));
        texts.extend(item(&view));
    }
    texts
}

/// What the left column says, and the title.
fn beside(player: &Player, view: &MeetingView<'_>) -> Vec<String> {
    let words = view.words;
    let mut texts = vec![view.group.name.clone()];
    for place in agenda::places(view.meeting) {
        texts.push(match place {
            Place::Attendance => words.who_is_there().to_owned(),
            Place::Closing => words.closing().to_owned(),
            Place::AfterTalk => words.after_talk().to_owned(),
            Place::Item(nr) => {
                let item = view.meeting.item(nr).and_then(|item| view.content.item(item.kind));
                format!("{} {}", nr + 1, item.map_or("", |item| &item.short))
            }
        });
    }
    texts.extend(player.meeting_screen().and_then(|it| it.message(&player.model().session)));
    let expected = view.meeting.attendance.len();
    texts.push(if view.meeting.finished() {
        words.so_many_were_there(view.present().count(), expected)
    } else {
        words.so_many_there(view.there_now().count(), expected)
    });
    texts
}

/// What the page of the item at hand says besides its matter.
fn item(view: &MeetingView<'_>) -> Vec<String> {
    let Place::Item(nr) = view.meeting.place else { return Vec::new() };
    let Some(item) = view.meeting.item(nr) else { return Vec::new() };
    let mut texts = vec![format!("{} {}", nr + 1, view.content.title(item.kind))];
    texts.extend(item.note.lines().map(str::to_owned));
    let made = agreement::made(view).filter(|(item, ..)| *item == nr);
    texts.extend(made.map(|(_, _, understood)| agreement::understood(view, &understood)));
    if item.note.is_empty() {
        texts.push(view.words.note_is_empty().to_owned());
    }
    texts
}
