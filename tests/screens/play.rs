//! The player: the whole app without a terminal, played by keys.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use insta::Settings;
use kring::app::desk::{Desk, PATIENCE};
use kring::app::message::{Effect, Msg};
use kring::app::model::{Model, Screen};
use kring::app::update::{settle, update};
use kring::clock::Clock;
use kring::content::{Content, practice};
use kring::domain::structure::MeetingKind;
use kring::domain::texts::GroupText;
use kring::screens;
use kring::screens::dossier::list::{Entry, entries};
use kring::screens::dossier::{self, DossierScreen};
use kring::screens::meeting::row::{Act, Press, Row};
use kring::screens::meeting::{Focus, MeetingScreen, matter, room};
use kring::screens::overview::{self, Lead};
use kring::screens::page::text::TextRef;
use kring::store::Store;
use kring::store::folder::{DataFolder, PRACTICE};
use kring::theme::Theme;
use kring::words::Language;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Cell;

use crate::checks;
use crate::keys::keys;
use crate::known;
use crate::memory::{Memory, StillClock};
use crate::picture::Picture;

/// The sizes of the pictures: a small terminal, and a large one.
pub(crate) const SIZES: [(u16, u16); 2] = [(80, 25), (160, 50)];
/// How long to wait for a journal in memory, however busy the computer is.
const LONG: Duration = Duration::from_secs(30);
/// Where everything is kept.
const ROOT: &str = "/home/lot/.local/share/kring";

/// Plays in both languages and at both sizes, in a folder with nothing in it.
pub(crate) fn staged(play: impl Fn(&mut Player)) {
    staged_at(&SIZES, |_| {}, play);
}

/// Plays in both languages and at both sizes, in a folder with the practice group.
pub(crate) fn practised(play: impl Fn(&mut Player)) {
    staged_at(&SIZES, practice_group, play);
}

/// Plays in both languages and at some sizes, in a folder that was made ready.
pub(crate) fn staged_at(
    sizes: &[(u16, u16)],
    prepare: impl Fn(&Stage),
    play: impl Fn(&mut Player),
) {
    for language in [Language::Dutch, Language::English] {
        let stage = Stage::new(language);
        prepare(&stage);
        for size in sizes {
            play(&mut stage.player(*size));
        }
    }
}

/// Puts the practice group in the folder.
pub(crate) fn practice_group(stage: &Stage) {
    let now = stage.store.clock.now();
    let (today, offset) = (now.date_naive(), *now.offset());
    let dossier = practice::make(stage.language, &stage.content, today, offset).unwrap();
    stage.store.put(PRACTICE, &dossier).unwrap();
}

/// A folder to play in, and the language of the play.
pub(crate) struct Stage {
    /// The language.
    pub(crate) language: Language,
    /// The disk.
    pub(crate) memory: Memory,
    /// The store on it.
    pub(crate) store: Store,
    content: Arc<Content>,
}

impl Stage {
    fn new(language: Language) -> Self {
        let memory = Memory::default();
        let store = store(&memory, Arc::new(StillClock::new()));
        let content = Arc::new(Content::load(language).unwrap());
        Self { language, memory, store, content }
    }

    /// The day of the play.
    pub(crate) fn today(&self) -> NaiveDate {
        self.store.clock.now().date_naive()
    }

    /// A player with a copy of the folder to itself, looking at all groups.
    fn player(&self, size: (u16, u16)) -> Player {
        let memory = self.memory.copy();
        let clock = Arc::new(StillClock::new());
        let store = store(&memory, Arc::clone(&clock) as Arc<dyn Clock>);
        let model = Model::new(self.language, Arc::clone(&self.content), clock.read(), size);
        let desk = Desk::new(store, Arc::new(Mutex::new(None)));
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        let mut player = Player {
            model,
            desk,
            memory,
            clock,
            terminal,
            patience: LONG,
            played: String::new(),
            typed: String::new(),
        };
        player.run(vec![Effect::List]);
        player
    }
}

fn store(memory: &Memory, clock: Arc<dyn Clock>) -> Store {
    Store::new(Arc::new(memory.clone()), DataFolder::new(ROOT.into()), clock)
}

/// The app in a window, and whoever plays it.
pub(crate) struct Player {
    /// The model.
    pub(crate) model: Model,
    /// The disk.
    pub(crate) memory: Memory,
    desk: Desk,
    clock: Arc<StillClock>,
    terminal: Terminal<TestBackend>,
    patience: Duration,
    played: String,
    /// Every character that was typed.
    pub(crate) typed: String,
}

impl Player {
    /// The text in the language of the play.
    pub(crate) fn pick<'a>(&self, dutch: &'a str, english: &'a str) -> &'a str {
        match self.model.words.0 {
            Language::Dutch => dutch,
            Language::English => english,
        }
    }

    /// Plays keys.
    pub(crate) fn play(&mut self, text: &str) {
        self.played.push_str(text);
        for key in keys(text) {
            self.press(key);
        }
    }

    /// Pastes a text.
    pub(crate) fn paste(&mut self, text: &str) {
        self.played.push_str("<paste>");
        self.typed.push_str(text);
        self.handle(Msg::Paste(text.to_owned()));
    }

    /// Plays keys, other ones in each language.
    pub(crate) fn say(&mut self, dutch: &str, english: &str) {
        self.play(self.pick(dutch, english));
    }

    fn press(&mut self, key: KeyEvent) {
        self.tick();
        self.typed.extend(key.code.as_char());
        self.handle(Msg::Key(key));
    }

    /// Lets time go on, a minute at a time, as the app does while a clock shows.
    pub(crate) fn pass(&mut self, minutes: u64) {
        for _ in 0..minutes {
            self.clock.pass(1);
            self.tick();
        }
    }

    /// Lets the computer sleep.
    pub(crate) fn sleep(&mut self, minutes: u64) {
        self.clock.jump(minutes);
        self.tick();
    }

    /// Makes the window another size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        self.terminal.backend_mut().resize(width, height);
        self.handle(Msg::Resize(width, height));
    }

    /// Lets the disk take nothing any more; drawing waits as short as it really does.
    pub(crate) fn stick(&mut self) {
        self.memory.stick();
        self.patience = PATIENCE;
    }

    /// Waits until everything was saved that can be.
    pub(crate) fn rest(&mut self) {
        let step = Duration::from_millis(1);
        for _ in 0..LONG.as_millis() {
            if !self.desk.is_dirty() {
                return;
            }
            self.tick();
            std::thread::sleep(step);
        }
        assert!(!self.desk.is_dirty(), "it is never saved");
    }

    fn tick(&mut self) {
        self.handle(Msg::Tick(self.clock.read()));
        if let Some(sentence) = self.desk.tend(&self.model) {
            self.model.notice = Some(sentence);
        }
        if let Some(news) = self.desk.news(&self.model) {
            self.handle(news);
        }
    }

    fn handle(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        settle(&mut self.model);
        self.run(effects);
    }

    fn run(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Some(answer) = self.desk.run(effect, &self.model) {
                self.handle(answer);
            }
        }
    }

    /// Starts the program again, on the same disk.
    pub(crate) fn restart(&mut self) {
        self.desk.close(&self.model);
        let (language, content) = (self.model.words.0, Arc::clone(&self.model.content));
        self.model = Model::new(language, content, self.clock.read(), self.model.size);
        self.played.push_str("<restart>");
        self.run(vec![Effect::List]);
    }

    /// Opens the practice group and begins a meeting of a kind: its page of who is there.
    pub(crate) fn begin(&mut self, kind: MeetingKind) {
        self.play("e");
        self.begin_here(kind);
    }

    /// Begins a meeting of a kind in the group that is open.
    pub(crate) fn begin_here(&mut self, kind: MeetingKind) {
        let leads = self
            .model
            .group()
            .map(|group| overview::leads(group, self.model.today()))
            .unwrap_or_default();
        let row = leads.iter().position(|lead| *lead == Lead::Begin(kind)).unwrap();
        self.play(&"<down>".repeat(row));
        self.play("<enter>");
        assert_eq!(self.model.meeting().map(|meeting| meeting.kind), Some(kind));
    }

    /// What is typed at home: a name, or the filter.
    pub(crate) fn home_field(&self) -> String {
        match &self.model.screen {
            Screen::Home(home) => home.name().unwrap_or_else(|| home.filter.clone()),
            _ => String::new(),
        }
    }

    /// The screen of the meeting.
    pub(crate) fn meeting_screen(&self) -> Option<&MeetingScreen> {
        match &self.model.screen {
            Screen::Meeting(screen) => Some(screen),
            _ => None,
        }
    }

    /// The rows of the matter.
    pub(crate) fn matter(&self) -> Vec<Row> {
        let open = self.meeting_screen().map(|screen| screen.open).unwrap_or_default();
        room(&self.model).map(|room| matter::rows(&room, open)).unwrap_or_default()
    }

    /// The row of the matter at hand.
    pub(crate) fn row_at_hand(&self) -> Option<Row> {
        self.matter().into_iter().nth(self.meeting_screen()?.at_hand.row())
    }

    /// The screen of the dossier.
    pub(crate) fn dossier_screen(&self) -> Option<&DossierScreen> {
        match &self.model.screen {
            Screen::Dossier(screen) => Some(screen),
            _ => None,
        }
    }

    /// The rows of the page of the dossier.
    pub(crate) fn dossier_rows(&self) -> Vec<dossier::row::Row> {
        let circle = dossier::circle(&self.model);
        let rows = self.dossier_screen().zip(circle).map(|(screen, circle)| screen.rows(&circle));
        rows.unwrap_or_default()
    }

    /// The rows of the list of the dossier.
    pub(crate) fn dossier_list(&self) -> Vec<Entry> {
        let circle = dossier::circle(&self.model);
        let screen = self.dossier_screen().zip(circle);
        screen.map(|(it, circle)| entries(&circle, it.section)).unwrap_or_default()
    }

    /// Goes by Tab to the row of the dossier's page that does something.
    pub(crate) fn go_to_row(&mut self, press: dossier::row::Press) {
        self.go_to_act(|act| act == dossier::row::Act::Press(press));
    }

    /// Goes by Tab to a field of the dossier's page.
    pub(crate) fn go_to_text(&mut self, text: GroupText) {
        let text = TextRef::Group(text);
        self.go_to_act(|act| matches!(act, dossier::row::Act::Field(it, _) if it == text));
    }

    fn go_to_act(&mut self, wanted: impl Fn(dossier::row::Act) -> bool) {
        for _ in 0..80 {
            let at = self.dossier_screen().map(|screen| (screen.focus, screen.at_hand.row()));
            let rows = self.dossier_rows();
            let there = at.filter(|(focus, _)| *focus == dossier::Focus::Page);
            let row = there.and_then(|(_, row)| rows.get(row));
            if row.is_some_and(|row| wanted(row.act)) {
                return;
            }
            self.play("<tab>");
        }
        panic!("no such row on the page");
    }

    /// Goes by Tab to the row of the meeting's matter that does something.
    pub(crate) fn go_to(&mut self, press: Press) {
        for _ in 0..60 {
            let focus = self.meeting_screen().map(|screen| screen.focus);
            let there = self.row_at_hand().is_some_and(|row| row.act == Act::Press(press));
            if there && focus == Some(Focus::Matter) {
                return;
            }
            self.play("<tab>");
        }
        panic!("no row does {press:?}");
    }

    /// Draws the window, as the app does: once the journal holds what will be seen.
    pub(crate) fn picture(&mut self) -> Picture {
        self.desk.report(&mut self.model, self.patience);
        draw(&self.model, &mut self.terminal)
    }

    /// The words that are shown in a window so large that everything fits.
    pub(crate) fn large_text(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(240, 90)).unwrap();
        let drawn =
            terminal.draw(|frame| screens::view(&self.model, Theme::new(false), frame)).unwrap();
        let width = usize::from(drawn.area.width);
        let rows = drawn.buffer.content.chunks(width);
        rows.flat_map(|row| row.iter().map(Cell::symbol).chain(["\n"])).collect()
    }

    /// Draws the window, checks it, and compares it with the picture of that name.
    pub(crate) fn snap(&mut self, scene: &str) {
        let picture = self.picture();
        let variant = self.variant();
        let defects = checks::defects(self, &picture);
        known::compare(scene, &variant, &defects, &picture);
        let mut settings = Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.set_snapshot_suffix(variant);
        settings.set_description(plain(&self.played));
        settings.bind(|| insta::assert_snapshot!(scene, picture.text()));
    }

    /// The language and the size, as they stand in the names of pictures.
    fn variant(&self) -> String {
        let (width, height) = self.model.size;
        format!("{}-{width}x{height}", self.pick("nl", "en"))
    }
}

/// The keys that were played, without signs that steer whoever reads them.
fn plain(played: &str) -> String {
    let is_plain = |letter: char| !letter.is_control() && u32::from(letter) < 0x250;
    let letters = played.chars().map(|letter| match letter {
        letter if is_plain(letter) => letter.to_string(),
        letter => letter.escape_unicode().to_string(),
    });
    letters.collect()
}

fn draw(model: &Model, terminal: &mut Terminal<TestBackend>) -> Picture {
    terminal.draw(|frame| screens::view(model, Theme::new(false), frame)).unwrap();
    Picture::of(terminal.backend())
}

/// Where a file of a group is.
pub(crate) fn in_group(slug: &str, file: &str) -> PathBuf {
    Path::new(ROOT).join("groups").join(slug).join(file)
}
