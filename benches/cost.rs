//! What kring costs: a key in a note, a frame, opening a group, a record of the journal.

use std::hint::black_box;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use crossterm::event::{Event as TerminalEvent, KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use kring::app::mailbox::Event;
use kring::app::{App, Wiring, frame};
use kring::clock::SystemClock;
use kring::content::Content;
use kring::deeds::practice;
use kring::domain::dossier::Dossier;
use kring::domain::hour::Moment;
use kring::language::Language;
use kring::session::Session;
use kring::store::Store;
use kring::store::document::{GroupFile, decode, encode};
use kring::store::files::Disk;
use kring::store::folder::{DataFolder, PRACTICE};
use kring::store::migration::VERSION;
use kring::theme::Theme;
use kring::view::summary::GroupSummary;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tempfile::TempDir;

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
    Arc::new(Content::new(Language::Dutch))
}

/// The app on a folder of its own, with so many groups in it.
struct Bench {
    app: App<TestBackend>,
    _folder: TempDir,
}

impl Bench {
    fn new(groups: usize) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
        let data = DataFolder::new(folder.path().to_owned());
        let store = Store::new(Arc::new(Disk), data, Arc::new(SystemClock::new()));
        let content = content();
        let dossier = dossier(&content);
        let slugs = (1..groups).map(|nr| format!("groep-{nr}")).chain([PRACTICE.to_owned()]);
        for slug in slugs {
            store.put(&slug, &dossier).unwrap_or_else(|error| unreachable!("{error}"));
        }
        let session = Session::in_folder(&store, Language::Dutch, content);
        let Ok(terminal) = Terminal::new(TestBackend::new(160, 50));
        let app = App::new(store, session, terminal, Theme::new(false), Wiring::default());
        Self { app, _folder: folder }
    }

    /// In the note of the first item, with so many characters in it.
    fn in_note(characters: usize) -> Self {
        let mut bench = Self::new(1);
        let opened = bench.app.store().open(PRACTICE);
        let opened = opened.unwrap_or_else(|broken| unreachable!("{broken:?}"));
        bench.app.begin(Some(Box::new(opened)));
        bench.press(KeyCode::Enter);
        bench.turn(TerminalEvent::Paste("wandelen ".repeat(characters / 9)));
        bench
    }

    fn press(&mut self, code: KeyCode) {
        self.turn(TerminalEvent::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    }

    fn turn(&mut self, event: TerminalEvent) {
        let turned = self.app.turn(Event::Terminal(event));
        turned.unwrap_or_else(|error| unreachable!("{error}"));
    }

    /// Draws without waiting for the journal.
    fn draw(&self, terminal: &mut Terminal<TestBackend>) -> usize {
        let model = self.app.model();
        let Ok(drawn) = terminal.draw(|frame| {
            frame::render(model, Theme::new(false), frame.buffer_mut());
        });
        drawn.count
    }
}

#[divan::bench(args = [90, 2_700, 20_000])]
fn key_typed(bencher: Bencher<'_, '_>, characters: usize) {
    let mut bench = Bench::in_note(characters);
    bencher.bench_local(|| {
        bench.press(KeyCode::Char('a'));
        bench.press(KeyCode::Backspace);
    });
}

#[divan::bench(args = [90, 2_700, 20_000])]
fn frame_drawn(bencher: Bencher<'_, '_>, characters: usize) {
    let bench = Bench::in_note(characters);
    let Ok(mut terminal) = Terminal::new(TestBackend::new(160, 50));
    bencher.bench_local(|| black_box(bench.draw(&mut terminal)));
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

#[divan::bench(args = [10, 200])]
fn groups_scrolled(bencher: Bencher<'_, '_>, groups: usize) {
    let mut bench = Bench::new(groups);
    bench.app.begin(None);
    let Ok(mut terminal) = Terminal::new(TestBackend::new(160, 50));
    bencher.bench_local(|| {
        bench.press(KeyCode::PageDown);
        bench.press(KeyCode::Up);
        black_box(bench.draw(&mut terminal))
    });
}

#[divan::bench]
fn summary_of_a_group(bencher: Bencher<'_, '_>) {
    let bench = Bench::new(1);
    let session = &bench.app.model().session;
    let group = dossier(&session.content).group;
    bencher.bench_local(|| black_box(GroupSummary::of(&session.view_of(&group, session.today()))));
}
