//! The player: the whole app without a terminal, played by keys.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use chrono::NaiveDate;
use insta::Settings;
use kring::app::model::Model;
use kring::clock::Clock;
use kring::content::Content;
use kring::domain::section::Section;
use kring::domain::structure::MeetingKind;
use kring::domain::texts::GroupText;
use kring::language::Language;
use kring::screens::dossier::action::{DossierAction, Row as DossierRow};
use kring::screens::dossier::list::{ListEntry, entries};
use kring::screens::dossier::{self, DossierScreen};
use kring::screens::front::Base;
use kring::screens::meeting::action::{MeetingAction, Row};
use kring::screens::meeting::body::columns;
use kring::screens::meeting::{Focus, MeetingScreen};
use kring::screens::overview::{Link, Overview};
use kring::screens::page::row::Control;
use kring::store::Store;
use kring::store::folder::PRACTICE;
use kring::view::meeting_view::MeetingView;
use kring::view::text::TextRef;
use ratatui::buffer::Cell;

use crate::rig::app::{App, LONG};
use crate::rig::keys::keys;
use crate::rig::memory::{Memory, StillClock, store};
use crate::rig::practice;
use crate::screens::checks;
use crate::screens::known;
use crate::screens::picture::Picture;

/// A window: its cells across and its rows.
pub(crate) type Window = (u16, u16);

/// The windows in which every scene is checked, in both languages: the smallest that shows
/// anything, a small terminal, and a large one.
pub(crate) const WINDOWS: [Window; 3] = [(60, 20), SMALL, LARGE];
/// A small terminal.
pub(crate) const SMALL: Window = (80, 25);
/// A large terminal.
pub(crate) const LARGE: Window = (160, 50);

/// Plays in both languages and in every window, in a folder with nothing in it.
pub(crate) fn staged(play: impl Fn(&mut Player)) {
    prepared(|_| {}, play);
}

/// Plays in both languages and in every window, in a folder with the practice group.
pub(crate) fn practised(play: impl Fn(&mut Player)) {
    prepared(practice_group, play);
}

/// Plays in both languages and in windows in which texts stand whole on their rows, with the
/// practice group: for what is not about windows.
pub(crate) fn practised_with_room(play: impl Fn(&mut Player)) {
    prepared_in(&[SMALL, LARGE], practice_group, play);
}

/// Plays in both languages and in every window, in a folder that was made ready. What is kept as a
/// picture is Dutch in a small window and English in a large one; the rest is only checked.
pub(crate) fn prepared(prepare: impl Fn(&Stage), play: impl Fn(&mut Player)) {
    prepared_in(&WINDOWS, prepare, play);
}

fn prepared_in(windows: &[Window], prepare: impl Fn(&Stage), play: impl Fn(&mut Player)) {
    for language in [Language::Dutch, Language::English] {
        let stage = Stage::new(language);
        prepare(&stage);
        for window in windows.iter().copied() {
            let pictured = [(Language::Dutch, SMALL), (Language::English, LARGE)];
            let mut player = stage.player(window);
            player.pictured = pictured.contains(&(language, window));
            play(&mut player);
        }
    }
}

/// Plays in one window, in both languages, with a picture of each: for what is about that window.
pub(crate) fn in_window(window: Window, prepare: impl Fn(&Stage), play: impl Fn(&mut Player)) {
    for language in [Language::Dutch, Language::English] {
        in_language(language, window, &prepare, &play);
    }
}

/// Plays in one language and one window, with a picture.
pub(crate) fn in_language(
    language: Language,
    window: Window,
    prepare: impl Fn(&Stage),
    play: impl FnOnce(&mut Player),
) {
    let stage = Stage::new(language);
    prepare(&stage);
    play(&mut stage.player(window));
}

/// Puts the practice group in the folder.
pub(crate) fn practice_group(stage: &Stage) {
    static DUTCH: LazyLock<Memory> = LazyLock::new(|| with_practice_group(Language::Dutch));
    static ENGLISH: LazyLock<Memory> = LazyLock::new(|| with_practice_group(Language::English));
    stage.memory.take_over(match stage.language {
        Language::Dutch => &DUTCH,
        Language::English => &ENGLISH,
    });
}

/// A disk with the practice group, as it stands when a play begins.
fn with_practice_group(language: Language) -> Memory {
    let (memory, clock) = (Memory::default(), Arc::new(StillClock::new()));
    let dossier = practice::at(language, clock.now());
    store(&memory, &clock).put(PRACTICE, &dossier).unwrap();
    memory
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
        let store = store(&memory, &Arc::new(StillClock::new()));
        let content = practice::content(language);
        Self { language, memory, store, content }
    }

    /// The day of the play.
    pub(crate) fn today(&self) -> NaiveDate {
        self.store.clock.now().date_naive()
    }

    /// A player with a copy of the folder to itself, looking at all groups.
    fn player(&self, window: Window) -> Player {
        let memory = self.memory.copy();
        let clock = Arc::new(StillClock::new());
        let app = App::start(store(&memory, &clock), self.language, &self.content, window);
        Player { app, memory, clock, pictured: true, typed: String::new(), typed_when_stuck: None }
    }
}

/// Which screen is shown, below whatever lies over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// The groups whose name holds a text.
    Home(String),
    /// What there is to do this week.
    Week,
    /// One group.
    Group,
    /// A list of its dossier.
    Dossier(Section),
    /// A meeting.
    Meeting,
}

/// The app in a window, and whoever plays it.
pub(crate) struct Player {
    /// The app.
    pub(crate) app: App,
    /// The disk.
    pub(crate) memory: Memory,
    pub(crate) clock: Arc<StillClock>,
    /// Whether scenes are kept as pictures, or only checked.
    pictured: bool,
    /// Every character that was typed.
    pub(crate) typed: String,
    /// How much was typed when the disk took nothing any more.
    typed_when_stuck: Option<usize>,
}

impl Player {
    /// What is open, and what is shown of it.
    pub(crate) fn model(&self) -> &Model {
        self.app.model()
    }

    /// The text in the language of the play.
    pub(crate) fn pick<'a>(&self, dutch: &'a str, english: &'a str) -> &'a str {
        match self.model().session.words.0 {
            Language::Dutch => dutch,
            Language::English => english,
        }
    }

    /// Plays keys.
    pub(crate) fn play(&mut self, text: &str) {
        for key in keys(text) {
            self.typed.extend(key.code.as_char());
            self.app.key(key);
        }
    }

    /// Pastes a text.
    pub(crate) fn paste(&mut self, text: &str) {
        self.typed.push_str(text);
        self.app.paste(text);
    }

    /// Plays keys, other ones in each language.
    pub(crate) fn say(&mut self, dutch: &str, english: &str) {
        self.play(self.pick(dutch, english));
    }

    /// Lets time go on, a minute at a time, as the app does while a clock shows.
    pub(crate) fn pass(&mut self, minutes: u64) {
        for _ in 0..minutes {
            self.clock.pass(1);
            self.app.tick();
        }
    }

    /// Lets the computer sleep.
    pub(crate) fn sleep(&mut self, minutes: u64) {
        self.clock.jump(minutes);
        self.app.tick();
    }

    /// Lets the disk take nothing any more; drawing waits as short as it really does.
    pub(crate) fn stick(&mut self) {
        self.memory.stick();
        self.app.wait_as_the_program_does();
        self.typed_when_stuck = Some(self.typed.len());
    }

    /// Whether something was typed since the disk takes nothing any more.
    pub(crate) fn is_losing(&self) -> bool {
        self.typed_when_stuck.is_some_and(|length| self.typed.len() > length)
    }

    /// Waits until everything was saved that can be.
    pub(crate) fn rest(&mut self) {
        self.app.tick();
        for _ in 0..LONG.as_secs() {
            if !self.app.is_dirty() {
                return;
            }
            self.app.wait_for_news(Duration::from_secs(1));
        }
        panic!("it is never saved");
    }

    /// Starts the program again, on the same disk.
    pub(crate) fn restart(&mut self) {
        self.app.close();
        let (language, content) =
            (self.model().session.words.0, Arc::clone(&self.model().session.content));
        let store = store(&self.memory, &self.clock);
        self.app = App::start(store, language, &content, self.model().front.size);
    }

    /// Opens the practice group and begins a meeting of a kind: its page of who is there.
    pub(crate) fn begin(&mut self, kind: MeetingKind) {
        self.play("e");
        self.begin_here(kind);
    }

    /// Begins a meeting of a kind in the group that is open.
    pub(crate) fn begin_here(&mut self, kind: MeetingKind) {
        let model = self.model();
        let leads = Overview::links(&model.session);
        let row = leads.iter().position(|lead| *lead == Link::Begin(kind)).unwrap();
        self.play(&"<down>".repeat(row));
        self.play("<enter>");
        assert_eq!(
            self.model().front.meeting(&self.model().session).map(|meeting| meeting.kind),
            Some(kind)
        );
    }

    /// What is typed at home: a name, or the filter.
    pub(crate) fn home_field(&self) -> String {
        match &self.app.model().front.base {
            Base::Home(home) => home.name().unwrap_or_else(|| home.filter.clone()),
            _ => String::new(),
        }
    }

    /// The screen of the meeting.
    pub(crate) fn meeting_screen(&self) -> Option<&MeetingScreen> {
        match &self.app.model().front.base {
            Base::MeetingScreen(screen) => Some(screen),
            _ => None,
        }
    }

    /// Which screen is shown.
    pub(crate) fn shown(&self) -> Shown {
        match &self.model().front.base {
            Base::Home(home) if home.week => Shown::Week,
            Base::Home(home) => Shown::Home(home.filter.clone()),
            Base::Overview(_) => Shown::Group,
            Base::DossierScreen(screen) => Shown::Dossier(screen.section),
            Base::MeetingScreen(_) => Shown::Meeting,
        }
    }

    /// Whether something lies over the screen that hides it.
    pub(crate) fn is_covered(&self) -> bool {
        self.model().front.overlay.is_some()
    }

    /// The cells of the list at the left of a meeting.
    pub(crate) fn width_of_list(&self) -> u16 {
        columns(self.model().front.body().0).list
    }

    /// The rows of the matter.
    pub(crate) fn matter(&self) -> Vec<Row> {
        let screen = self.meeting_screen();
        screen.map(|screen| screen.rows().to_vec()).unwrap_or_default()
    }

    /// The meeting on the screen, as it looks now.
    pub(crate) fn meeting_view(&self) -> Option<MeetingView<'_>> {
        self.model().session.meeting_view(self.model().front.meeting_id()?)
    }

    /// The row of the matter at hand.
    pub(crate) fn row_at_hand(&self) -> Option<Row> {
        self.matter().into_iter().nth(self.meeting_screen()?.cursor.row())
    }

    /// The screen of the dossier.
    pub(crate) fn dossier_screen(&self) -> Option<&DossierScreen> {
        match &self.app.model().front.base {
            Base::DossierScreen(screen) => Some(screen),
            _ => None,
        }
    }

    /// The rows of the page of the dossier.
    pub(crate) fn dossier_rows(&self) -> Vec<DossierRow> {
        let view = self.model().session.group_view();
        let rows = self.dossier_screen().zip(view).map(|(screen, view)| screen.rows(&view));
        rows.unwrap_or_default()
    }

    /// The rows of the list of the dossier.
    pub(crate) fn dossier_list(&self) -> Vec<ListEntry> {
        let view = self.model().session.group_view();
        let screen = self.dossier_screen().zip(view);
        screen.map(|(it, view)| entries(&view, it.section)).unwrap_or_default()
    }

    /// Goes by Tab to the row of the dossier's page that does something.
    pub(crate) fn go_to_row(&mut self, press: DossierAction) {
        self.go_to_control(|control| control == Control::Press(press));
    }

    /// Goes by Tab to a field of the dossier's page.
    pub(crate) fn go_to_text(&mut self, text: GroupText) {
        let text = TextRef::Group(text);
        self.go_to_control(|control| matches!(control, Control::Field(it, _) if it == text));
    }

    fn go_to_control(&mut self, wanted: impl Fn(Control<DossierAction>) -> bool) {
        for _ in 0..80 {
            let at = self.dossier_screen().map(|screen| (screen.focus, screen.cursor.row()));
            let rows = self.dossier_rows();
            let there = at.filter(|(focus, _)| *focus == dossier::Focus::Page);
            let row = there.and_then(|(_, row)| rows.get(row));
            if row.is_some_and(|row| wanted(row.control)) {
                return;
            }
            self.play("<tab>");
        }
        panic!("no such row on the page");
    }

    /// Goes by Tab to the row of the meeting's matter that does something.
    pub(crate) fn go_to(&mut self, press: MeetingAction) {
        for _ in 0..60 {
            let focus = self.meeting_screen().map(|screen| screen.focus);
            let there = self.row_at_hand().is_some_and(|row| row.control == Control::Press(press));
            if there && focus == Some(Focus::Page) {
                return;
            }
            self.play("<tab>");
        }
        panic!("no row does {press:?}\n{}", self.picture().text());
    }

    /// Draws the window, as the app does: once the journal holds what will be seen.
    pub(crate) fn picture(&mut self) -> Picture {
        Picture::of(self.app.draw())
    }

    /// The words that are shown in a window so large that everything fits.
    pub(crate) fn large_text(&self) -> String {
        let drawn = self.app.draw_at((240, 90));
        let rows = drawn.content.chunks(usize::from(drawn.area.width));
        rows.flat_map(|row| row.iter().map(Cell::symbol).chain(["\n"])).collect()
    }

    /// Draws the window, checks it, and compares it with the picture of that name if it has one.
    pub(crate) fn snap(&mut self, scene: &str) {
        let picture = self.picture();
        let variant = self.variant();
        let defects = checks::defects(self, &picture);
        known::compare(scene, &variant, &defects, &picture);
        if self.pictured {
            let drawn = if checks::is_whole(self.model()) {
                picture.text_without_bar()
            } else {
                picture.text()
            };
            compare(scene, Some(variant), &drawn);
        }
    }

    /// The language and the size, as they stand in the names of pictures.
    pub(crate) fn variant(&self) -> String {
        let (width, height) = self.model().front.size;
        format!("{}-{width}x{height}", self.pick("nl", "en"))
    }
}

/// Compares what was drawn with the picture of that name.
pub(crate) fn compare(scene: &str, variant: Option<String>, drawn: &str) {
    let mut settings = Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(scene.replace('_', " "));
    if let Some(variant) = variant {
        settings.set_snapshot_suffix(variant);
    }
    settings.bind(|| insta::assert_snapshot!(scene, drawn));
}
