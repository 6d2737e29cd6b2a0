//! What kring costs: a key, a frame, a line, a paste, opening and saving a group, the list of groups, minutes.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Days, FixedOffset};
use crossterm::event::{Event as TerminalEvent, KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use divan::counter::ItemsCount;
use kring::app::mailbox::Event;
use kring::app::window::Window;
use kring::app::{App, Pace, Wiring, frame};
use kring::clock::SystemClock;
use kring::content::Content;
use kring::deeds::practice;
use kring::domain::dossier::Dossier;
use kring::domain::held::HeldMeeting;
use kring::domain::hour::Moment;
use kring::domain::ids::MeetingId;
use kring::domain::meeting::{Meeting, Stage};
use kring::domain::notes::read_line;
use kring::export::format::Format;
use kring::export::minutes::MinutesPaper;
use kring::language::Language;
use kring::session::Session;
use kring::store::Store;
use kring::store::document::{GroupFile, decode, encode};
use kring::store::files::Disk;
use kring::store::folder::{DataFolder, PRACTICE};
use kring::store::migration::VERSION;
use kring::theme::Theme;
use kring::view::summary::GroupSummary;
use kring::words::Words;
use ratatui::backend::TestBackend;
use strum::VariantArray;
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
        let Ok(window) = Window::new(TestBackend::new(160, 50));
        let mut app = App::new(store, session, window, Theme::new(false), Wiring::default());
        app.set_pace(Pace { list_wait: Duration::from_mins(1), ..Pace::default() });
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
        let turned = self.app.turn(Event::Terminal(event)).and_then(|()| self.app.draw());
        turned.unwrap_or_else(|error| unreachable!("{error}"));
    }

    /// Draws without waiting for the journal.
    fn draw(&self, window: &mut Window<TestBackend>) {
        let cursor = frame::render(self.app.model(), Theme::new(false), window.frame());
        let Ok(()) = window.show(cursor);
    }
}

#[divan::bench(args = [400, 20_000, 100_000])]
fn key_typed(bencher: Bencher<'_, '_>, characters: usize) {
    let mut bench = Bench::in_note(characters);
    bencher.bench_local(|| {
        bench.press(KeyCode::Char('a'));
        bench.press(KeyCode::Backspace);
    });
}

#[divan::bench(args = [(80, 25), (200, 60)])]
fn frame_drawn(bencher: Bencher<'_, '_>, (width, height): (u16, u16)) {
    let bench = Bench::in_note(400);
    let Ok(mut window) = Window::new(TestBackend::new(width, height));
    bencher.bench_local(|| bench.draw(&mut window));
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

#[divan::bench(args = [10, 1_000])]
fn groups_scrolled(bencher: Bencher<'_, '_>, groups: usize) {
    let mut bench = Bench::new(groups);
    bench.app.begin(None);
    let Ok(mut window) = Window::new(TestBackend::new(160, 50));
    bencher.bench_local(|| {
        bench.press(KeyCode::PageDown);
        bench.press(KeyCode::Up);
        bench.draw(&mut window);
    });
}

#[divan::bench]
fn summary_of_a_group(bencher: Bencher<'_, '_>) {
    let bench = Bench::new(1);
    let session = &bench.app.model().session;
    let group = dossier(&session.content).group;
    bencher.bench_local(|| black_box(GroupSummary::of(&session.view_of(&group, session.today()))));
}

/// In the note of the goals, with so many agreements in it.
#[divan::bench(args = [5, 200])]
fn key_typed_among_agreements(bencher: Bencher<'_, '_>, agreements: usize) {
    let mut bench = Bench::in_note(0);
    bench.press(KeyCode::PageDown);
    bench.press(KeyCode::PageDown);
    let lines = "! @Lot belt de huisarts over de pillen vrijdag @Kort 1\n".repeat(agreements);
    bench.turn(TerminalEvent::Paste(lines));
    bencher.bench_local(|| {
        bench.press(KeyCode::Char('a'));
        bench.press(KeyCode::Backspace);
    });
}

/// The lines of `tests/phrases/minutes.tsv`, each read as an agreement; the time is of all 200.
#[divan::bench]
fn lines_read(bencher: Bencher<'_, '_>) {
    let group = dossier(&content()).group;
    let table = include_str!("../tests/phrases/minutes.tsv");
    let rows = table.lines().filter(|row| !row.starts_with('#') && !row.is_empty());
    let lines: Vec<String> =
        rows.map(|row| format!("! {}", row.split('\t').next().unwrap_or(row))).collect();
    let today = now().date_naive();
    bencher.counter(ItemsCount::new(lines.len())).bench_local(|| {
        for line in &lines {
            black_box(read_line(line, &group, today));
        }
    });
}

#[divan::bench(args = [400, 100_000])]
fn text_pasted(bencher: Bencher<'_, '_>, characters: usize) {
    let text = "wandelen ".repeat(characters / 9);
    bencher.with_inputs(|| (Bench::in_note(0), text.clone())).bench_local_values(
        |(mut bench, text)| {
            bench.turn(TerminalEvent::Paste(text));
            bench
        },
    );
}

/// The practice group with so many meetings that were held, one a week.
fn with_meetings(meetings: usize) -> Dossier {
    let mut dossier = dossier(&content());
    let held = dossier.group.meetings.iter().find(|held| held.finished).cloned();
    let meeting = held.as_ref().and_then(|held| dossier.meeting(held.id)).cloned();
    let (Some(held), Some(meeting)) = (held, meeting) else { unreachable!("it has met") };
    for weeks in 1..=u64::try_from(meetings).unwrap_or(0) {
        let id = MeetingId::first(held.id.date - Days::new(weeks * 7));
        dossier.group.meetings.insert(0, HeldMeeting { id, ..held.clone() });
        dossier.meetings.insert(id, Meeting { id, ..meeting.clone() });
    }
    dossier
}

#[divan::bench(args = [5, 50, 500])]
fn group_opened(bencher: Bencher<'_, '_>, meetings: usize) {
    let bench = Bench::new(1);
    let stored = bench.app.store().put("veel", &with_meetings(meetings));
    stored.unwrap_or_else(|error| unreachable!("{error}"));
    bencher.bench_local(|| black_box(bench.app.store().open_read_only("veel").is_ok()));
}

#[divan::bench(args = [5, 50, 500])]
fn group_encoded(bencher: Bencher<'_, '_>, meetings: usize) {
    let group = with_meetings(meetings).group;
    let file = GroupFile { kring: VERSION, sequence: 1, saved: now(), group };
    bencher.bench_local(|| black_box(encode(&file).is_ok()));
}

#[divan::bench(args = [10_000, 1_000_000])]
fn minutes_written(bencher: Bencher<'_, '_>, characters: usize) {
    let (content, mut dossier) = (content(), dossier(&content()));
    let meeting = dossier.meetings.values_mut().next_back();
    let Some(meeting) = meeting else { unreachable!("it has met") };
    if let Some(item) = meeting.items.first_mut() {
        item.note = "* wandelen & [zwemmen] \n".repeat(characters / 24);
    }
    (meeting.minutes, meeting.stage) = (None, Stage::Underway);
    let paper = MinutesPaper::of(&dossier.group, meeting, now().date_naive());
    let words = Words(Language::Dutch);
    bencher.bench_local(|| {
        Format::VARIANTS
            .iter()
            .map(|format| paper.write(&content, words, *format).len())
            .sum::<usize>()
    });
}
