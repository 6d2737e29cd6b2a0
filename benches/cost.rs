//! What kring costs: a key in a note, a frame, opening a group, a record of the journal.

use std::hint::black_box;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use kring::app::facts::facts_of;
use kring::app::message::{Done, Msg, Then};
use kring::app::model::{GroupLine, Model, OpenGroup};
use kring::app::update::update;
use kring::app::versions::Versions;
use kring::content::{Content, practice};
use kring::domain::dossier::Dossier;
use kring::domain::hour::{Instant, Moment};
use kring::screens::view;
use kring::store::document::{GroupFile, VERSION, decode, encode};
use kring::store::open::Permission;
use kring::theme::Theme;
use kring::words::Language;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn main() {
    divan::main();
}

fn now() -> Moment {
    DateTime::parse_from_rfc3339("2026-02-12T14:00:00+01:00").unwrap_or_default()
}

fn dossier(content: &Content) -> Dossier {
    let offset = FixedOffset::east_opt(3600).unwrap_or_else(|| *now().offset());
    practice::make(Language::Dutch, content, now().date_naive(), offset).unwrap_or_else(|error| {
        unreachable!("the practice group is tested: {error}");
    })
}

fn content() -> Arc<Content> {
    Arc::new(Content::load(Language::Dutch).unwrap_or_else(|error| {
        unreachable!("the texts are tested: {error}");
    }))
}

/// A model in the note of the first item, with so many characters in it.
fn model(characters: usize) -> Model {
    let content = content();
    let dossier = dossier(&content);
    let look = Instant { wall: now(), steady: std::time::Duration::ZERO };
    let mut model = Model::new(Language::Dutch, content, look, (80, 25));
    let open = OpenGroup {
        slug: "vuurtoren".to_owned(),
        dossier,
        permission: Permission::Write,
        last_moment: None,
        erasing: false,
        versions: Versions::default(),
    };
    update(&mut model, Msg::Done(Done::Opened(Box::new(open), Then::Meet)));
    update(&mut model, press(KeyCode::Enter));
    update(&mut model, Msg::Paste("wandelen ".repeat(characters / 9)));
    model
}

fn press(code: KeyCode) -> Msg {
    Msg::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

#[divan::bench(args = [90, 2_700, 20_000])]
fn key_typed(bencher: Bencher<'_, '_>, characters: usize) {
    let mut model = model(characters);
    bencher.bench_local(|| {
        black_box(update(&mut model, press(KeyCode::Char('a'))));
        update(&mut model, press(KeyCode::Backspace));
    });
}

#[divan::bench(args = [90, 2_700, 20_000])]
fn frame_drawn(bencher: Bencher<'_, '_>, characters: usize) {
    let model = model(characters);
    let Ok(mut terminal) = Terminal::new(TestBackend::new(160, 50));
    bencher.bench_local(|| {
        let Ok(frame) = terminal.draw(|frame| view(&model, Theme::new(false), frame));
        black_box(frame.count)
    });
}

#[divan::bench]
fn group_written_and_read(bencher: Bencher<'_, '_>) {
    let group = dossier(&content()).group;
    let file = GroupFile { kring: VERSION, sequence: 1, saved: now(), group };
    bencher.bench_local(|| {
        let bytes = encode(&file).unwrap_or_default();
        black_box(decode::<GroupFile>("group.ron".as_ref(), &bytes).is_ok())
    });
}

/// All groups, so many of them, in the state of the practice group.
fn home(groups: usize) -> Model {
    let content = content();
    let group = dossier(&content).group;
    let look = Instant { wall: now(), steady: std::time::Duration::ZERO };
    let mut model = Model::new(Language::Dutch, content, look, (160, 50));
    let facts = facts_of(&group, &model);
    let lines = (0..groups)
        .map(|nr| GroupLine { slug: format!("vuurtoren-{nr}"), facts: Ok(facts.clone()) })
        .collect();
    update(&mut model, Msg::Done(Done::Groups(lines)));
    model
}

#[divan::bench(args = [10, 1_000])]
fn groups_scrolled(bencher: Bencher<'_, '_>, groups: usize) {
    let mut model = home(groups);
    let Ok(mut terminal) = Terminal::new(TestBackend::new(160, 50));
    bencher.bench_local(|| {
        update(&mut model, press(KeyCode::PageDown));
        update(&mut model, press(KeyCode::Up));
        let Ok(frame) = terminal.draw(|frame| view(&model, Theme::new(false), frame));
        black_box(frame.count)
    });
}

#[divan::bench]
fn line_of_a_group(bencher: Bencher<'_, '_>) {
    let model = home(1);
    let group = dossier(&model.content).group;
    bencher.bench_local(|| black_box(facts_of(&group, &model)));
}
