//! The whole app without a terminal: what happens to it, and the window it draws then.
//!
//! Every turn is one of the loop of the program, [`kring::app::App::turn`]; `app_loop` looks at what
//! the loop does between the turns.

use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crossterm::event::{Event as TerminalEvent, KeyEvent};
use kring::app::frame;
use kring::app::mailbox::{Event, mailbox};
use kring::app::model::Model;
use kring::app::window::Window;
use kring::app::{Pace, Wiring};
use kring::content::Content;
use kring::domain::change::Change;
use kring::domain::history::Entry;
use kring::domain::onlookers::{COORDINATOR, Onlookers};
use kring::language::Language;
use kring::session::Session;
use kring::session::effect::{Effect, Then};
use kring::session::safety::Safety;
use kring::store::Store;
use kring::store::notify::Notify;
use kring::theme::Theme;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// Longer than a journal in memory ever takes, however busy the computer is.
pub(crate) const LONG: Duration = Duration::from_secs(30);

/// Waits for the journal as long as it takes.
pub(crate) const PATIENT: Pace =
    Pace { journal_wait: LONG, autosave_every: Some(Duration::from_secs(20)), list_wait: LONG };

/// The app, and its window.
pub(crate) struct App {
    inner: kring::app::App<TestBackend>,
    news: Receiver<Event>,
    recorded: Arc<Mutex<Vec<Entry>>>,
    pace: Pace,
    /// Whether the coordinator is alone, whatever happens: nobody is asked who looks along.
    alone: bool,
}

impl App {
    /// The app at home, with every setting as it is without a file of settings.
    pub(crate) fn start(
        store: Store,
        language: Language,
        content: &Arc<Content>,
        size: (u16, u16),
    ) -> Self {
        Self::start_at(PATIENT, store, language, content, size)
    }

    /// The same, at another pace.
    pub(crate) fn start_at(
        pace: Pace,
        store: Store,
        language: Language,
        content: &Arc<Content>,
        size: (u16, u16),
    ) -> Self {
        let session = Session::new(language, Arc::clone(content), store.clock.read());
        let mut app = Self::of(pace, store, session, size);
        app.inner.begin(None);
        app
    }

    /// The same with the settings that are on the disk.
    pub(crate) fn start_with_settings(
        store: Store,
        language: Language,
        content: &Arc<Content>,
        size: (u16, u16),
    ) -> Self {
        let session = Session::in_folder(&store, language, Arc::clone(content));
        let mut app = Self::of(PATIENT, store, session, size);
        app.inner.begin(None);
        app
    }

    fn of(pace: Pace, store: Store, session: Session, size: (u16, u16)) -> Self {
        let window = Window::new(TestBackend::new(size.0, size.1)).unwrap();
        let (sender, news) = mailbox();
        let notify = Notify::new(move || drop(sender.send(Event::StoreNews)));
        let wiring = Wiring { notify, ..Wiring::default() };
        let mut app = kring::app::App::new(store, session, window, Theme::new(false), wiring);
        app.set_pace(pace);
        let recorded = Arc::<Mutex<Vec<Entry>>>::default();
        let list = Arc::clone(&recorded);
        app.watch_effects(move |effect| {
            if let Effect::Record(entry) = effect {
                list.lock().unwrap().push(entry.clone());
            }
        });
        Self { inner: app, news, recorded, pace, alone: true }
    }

    /// Waits for the journal no longer than the program does.
    pub(crate) fn wait_as_the_program_does(&mut self) {
        self.inner.set_pace(Pace::default());
    }

    /// Waits for the journal at most so long.
    pub(crate) fn wait_at_most(&mut self, journal_wait: Duration) {
        self.pace.journal_wait = journal_wait;
        self.inner.set_pace(self.pace);
    }

    /// Does something with the session that no key does.
    pub(crate) fn work_in_session(&mut self, work: impl FnOnce(&mut Session) -> Vec<Effect>) {
        self.inner.work_in_session(work);
    }

    /// What is open, and what is shown of it.
    pub(crate) fn model(&self) -> &Model {
        self.inner.model()
    }

    /// The store it works on.
    pub(crate) fn store(&self) -> &Store {
        self.inner.store()
    }

    /// A key is pressed.
    pub(crate) fn key(&mut self, key: KeyEvent) {
        self.turn(Event::Terminal(TerminalEvent::Key(key)));
    }

    /// A text is pasted.
    pub(crate) fn paste(&mut self, text: &str) {
        self.turn(Event::Terminal(TerminalEvent::Paste(text.to_owned())));
    }

    /// The window gets another size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        self.inner.window().backend_mut().resize(width, height);
        self.turn(Event::Terminal(TerminalEvent::Resize(width, height)));
    }

    /// The app looks at its clock, saves what is due, and hears of what was saved.
    pub(crate) fn tick(&mut self) {
        self.turn(Event::Deadline);
    }

    /// How long the app would sleep now.
    pub(crate) fn longest_sleep(&self) -> Option<Duration> {
        self.inner.longest_sleep()
    }

    /// Waits until a thread of the store has news, at most for a while, and lets the app hear it.
    pub(crate) fn wait_for_news(&mut self, longest: Duration) {
        let event = self.news.recv_timeout(longest).unwrap_or(Event::Deadline);
        self.turn(event);
    }

    fn turn(&mut self, event: Event) {
        self.look_alone();
        self.inner.turn(event).unwrap();
        self.look_alone();
    }

    fn look_alone(&mut self) {
        if self.alone {
            self.inner.work_in_session(|session| {
                session.onlookers = COORDINATOR.clone();
                Vec::new()
            });
        }
    }

    /// Others may look along from now on: it is asked, as in the program.
    pub(crate) fn with_onlookers(&mut self) {
        self.alone = false;
        self.inner.work_in_session(|session| {
            session.onlookers = Onlookers::default();
            Vec::new()
        });
    }

    /// Asks for everything to be saved.
    pub(crate) fn save(&mut self) {
        self.inner.work_in_session(|_| vec![Effect::Save]);
    }

    /// Saves everything, and waits until it is in its own file or a save fails. Returns the sentence
    /// of one that failed.
    pub(crate) fn save_to_the_end(&mut self) -> Option<String> {
        self.inner.work_in_session(|session| {
            session.notice = None;
            vec![Effect::Save]
        });
        while self.is_dirty() && self.model().session.notice.is_none() {
            self.wait_for_news(LONG);
        }
        self.model().session.notice.clone().filter(|_| self.is_dirty())
    }

    /// Whether something is not in its own file yet.
    pub(crate) fn is_dirty(&self) -> bool {
        self.inner.is_dirty()
    }

    /// Makes the practice group.
    pub(crate) fn make_practice_group(&mut self) {
        self.inner.work_in_session(|_| vec![Effect::OpenPractice]);
    }

    /// Opens a group in its meeting.
    pub(crate) fn open_in_meeting(&mut self, slug: &str) {
        let slug = slug.to_owned();
        self.inner.work_in_session(|_| vec![Effect::Open(slug, Then::Meet)]);
    }

    /// Makes changes in one entry, as what accompanies what somebody does.
    pub(crate) fn along(&mut self, changes: Vec<Change>) {
        self.inner.work_in_session(|session| {
            let effects = session.record_along(changes);
            assert!(!effects.is_empty(), "it was refused");
            effects
        });
    }

    /// What was recorded since this was asked last, oldest first.
    pub(crate) fn take_recorded(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.recorded.lock().unwrap())
    }

    /// Whether all that was typed is kept, on the screen as it was drawn last.
    pub(crate) fn is_kept(&self) -> bool {
        self.model().session.safety.safety != Safety::Unsaved
    }

    /// Draws as the program does: once the journal has what will be seen, or was waited for.
    pub(crate) fn draw(&mut self) -> &TestBackend {
        self.inner.draw().unwrap();
        self.inner.window().backend()
    }

    /// Draws, once the journal has what will be seen.
    pub(crate) fn draw_kept(&mut self) -> &Buffer {
        self.inner.draw().unwrap();
        assert!(self.is_kept(), "a journal in memory holds everything at once");
        self.inner.window().backend().buffer()
    }

    /// Draws the same in a window of another size.
    pub(crate) fn draw_at(&self, (width, height): (u16, u16)) -> Buffer {
        let mut window = Window::new(TestBackend::new(width, height)).unwrap();
        let cursor = frame::render(self.model(), Theme::new(false), window.frame());
        window.show(cursor).unwrap();
        window.backend().buffer().clone()
    }

    /// Saves everything and lets the group go, as when the program ends.
    pub(crate) fn close(&mut self) {
        self.inner.close();
    }

    /// The program is gone at once; another one is started on the same files, and opens nothing.
    pub(crate) fn crash(&mut self) {
        let session = &self.model().session;
        let (language, content) = (session.words.0, Arc::clone(&session.content));
        let (store, size) = (self.store().clone(), self.model().front.size);
        let session = Session::new(language, content, store.clock.read());
        let recorded = self.take_recorded();
        let alone = self.alone;
        *self = Self { alone, ..Self::of(self.pace, store, session, size) };
        *self.recorded.lock().unwrap() = recorded;
    }
}
