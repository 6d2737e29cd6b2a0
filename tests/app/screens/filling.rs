//! The list of all groups is there at once, by the names of their folders, and fills in.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use kring::app::Pace;
use kring::domain::dossier::Dossier;
use kring::domain::group::Group;
use kring::language::Language;
use kring::screens::front::Base;
use kring::screens::home::Home;
use kring::store::Store;
use kring::store::document::Document;
use kring::store::folder::DataFolder;
use ratatui::buffer::Cell;

use crate::rig::app::{App, LONG};
use crate::rig::clock::{SetClock, afternoon};
use crate::rig::files::{Task, Verdict, Watched};
use crate::rig::keys::keys;
use crate::rig::memory::Memory;
use crate::rig::practice;
use crate::screens::play::SMALL;

const GROUPS: usize = 40;

/// An app at home whose groups are read for the list when the gate opens. The order of their names is not that of
/// their folders.
fn home(gate: &Arc<Mutex<()>>) -> App {
    let (memory, clock) = (Memory::default(), SetClock::new());
    let folder = || DataFolder::new("/kring".into());
    let store = Store::new(Arc::new(memory.clone()), folder(), Arc::<SetClock>::clone(&clock));
    for nr in 0..GROUPS {
        let group = Group::new(&format!("Naam {:02}", GROUPS - nr), afternoon().date_naive());
        store.put(&format!("groep-{nr:02}"), &Dossier::new(group)).unwrap();
    }
    let gate = Arc::clone(gate);
    let files = Watched::over(Arc::new(memory), move |call| {
        let is_survey = std::thread::current().name() == Some("survey");
        if is_survey && call.task == Task::Read && !call.done {
            drop(gate.lock().unwrap());
        }
        Verdict::Go
    });
    let pace = Pace { list_wait: Duration::ZERO, ..Pace::default() };
    let content = practice::content(Language::Dutch);
    App::start_at(pace, Store::new(files, folder(), clock), Language::Dutch, &content, SMALL)
}

fn shown(app: &App) -> &Home {
    let Base::Home(home) = &app.model().front.base else { panic!("not at home") };
    home
}

fn play(app: &mut App, text: &str) {
    for key in keys(text) {
        app.key(key);
    }
}

fn title(app: &mut App) -> String {
    app.draw().buffer().content[..80].iter().map(Cell::symbol).collect()
}

fn names(app: &App) -> Vec<String> {
    shown(app).groups.iter().map(|group| group.name().to_owned()).collect()
}

#[test]
fn the_list_is_there_at_once_and_is_sorted_once() {
    let gate = Arc::new(Mutex::new(()));
    let shut = gate.lock().unwrap();
    let mut app = home(&gate);
    assert!(title(&mut app).contains("Groepen · 0 van 40 gelezen"), "{}", title(&mut app));
    let slugs: Vec<String> = (0..GROUPS).map(|nr| format!("groep-{nr:02}")).collect();
    assert_eq!(names(&app), slugs);
    play(&mut app, "<down><down><down>");
    assert_eq!(shown(&app).chosen().unwrap().slug, "groep-03");
    drop(shut);
    while shown(&app).unread() > 0 {
        let rows = shown(&app).groups.iter().map(|group| group.slug.clone());
        assert!(rows.eq(slugs.iter().cloned()), "no row moves meanwhile");
        app.wait_for_news(LONG);
    }
    let sorted: Vec<String> = (1..=GROUPS).map(|nr| format!("Naam {nr:02}")).collect();
    assert_eq!(names(&app), sorted);
    assert_eq!(shown(&app).chosen().unwrap().slug, "groep-03", "the same group is selected");
    assert!(!title(&mut app).contains("gelezen"));
}

/// What is read comes before the key that waits: the key is meant for what was on the screen.
#[test]
fn enter_opens_the_group_that_was_shown() {
    for week in ["", "w"] {
        let gate = Arc::new(Mutex::new(()));
        let shut = gate.lock().unwrap();
        let mut app = home(&gate);
        play(&mut app, week);
        app.draw();
        let first = shown(&app).chosen().map(|group| group.slug.clone());
        drop(shut);
        while shown(&app).unread() > 0 {
            app.wait_for_news(LONG);
        }
        let now = shown(&app).chosen().map(|group| group.slug.clone());
        assert!(first.is_none() || now == first, "{first:?} was shown, {now:?} would open");
        app.draw();
        assert_eq!(shown(&app).row, 0, "who chose nothing finds the first, once it is shown");
    }
}

/// A filter that matches names only once they are read keeps the selected group.
#[test]
fn what_is_selected_under_a_filter_stays_selected() {
    let gate = Arc::new(Mutex::new(()));
    let shut = gate.lock().unwrap();
    let mut app = home(&gate);
    play(&mut app, "/3<enter><down><down>");
    let chosen = shown(&app).chosen().unwrap().slug.clone();
    drop(shut);
    while shown(&app).unread() > 0 {
        app.wait_for_news(LONG);
    }
    let shown = shown(&app);
    let still_fits = shown.shown().any(|group| group.slug == chosen);
    assert!(!still_fits || shown.chosen().unwrap().slug == chosen);
    assert!(shown.row < shown.shown().count());
}

/// A group can be opened before it is read for the list.
#[test]
fn a_group_opens_while_the_others_are_read() {
    let gate = Arc::new(Mutex::new(()));
    // The reader of the list waits, however slow this machine is.
    let shut = gate.lock().unwrap();
    let mut app = home(&gate);
    play(&mut app, "<enter>");
    assert_eq!(app.model().session.group().unwrap().name, "Naam 40");
    drop(shut);
}

/// A group that does not open leaves its reader in the list, which goes on filling in.
#[test]
fn a_group_that_does_not_open_does_not_stop_the_list() {
    let gate = Arc::new(Mutex::new(()));
    let shut = gate.lock().unwrap();
    let mut app = home(&gate);
    let path = app.store().folder.group("groep-00").document(Document::Group);
    app.store().files.remove(&path).unwrap();
    app.store().files.create(&path, b"broken").unwrap();
    play(&mut app, "<enter>");
    assert_eq!(shown(&app).unread(), GROUPS);
    drop(shut);
    while shown(&app).unread() > 0 {
        app.wait_for_news(LONG);
    }
    assert!(shown(&app).groups.iter().any(|group| group.slug == "groep-00"));
}

/// What is not read is not said to have nothing to do, or not to be there.
#[test]
fn nothing_is_said_of_groups_that_are_not_read() {
    let gate = Arc::new(Mutex::new(()));
    let shut = gate.lock().unwrap();
    let mut app = home(&gate);
    let text = |app: &mut App| -> String {
        app.draw().buffer().content.iter().map(Cell::symbol).collect()
    };
    play(&mut app, "w");
    assert!(text(&mut app).contains("kring leest de groepen nog."), "{}", text(&mut app));
    play(&mut app, "w/zuid");
    assert!(text(&mut app).contains("kring leest de groepen nog."), "{}", text(&mut app));
    drop(shut);
}
