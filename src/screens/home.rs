//! Home: every group on one line, and my week across groups.

mod groups;
pub mod week;

use crossterm::event::KeyCode::{Down, End, Enter, Esc, Home as HomeKey, PageDown, PageUp, Up};
use crossterm::event::KeyEvent;

use super::action::Action;
use super::keys::everywhere::LETTERS;
use super::keys::{Layer, bind, key, layers, letter};
use super::screen::{Response, Screen, Size};
use super::settings::SETTINGS;
use crate::session::Session;
use crate::session::effect::{Effect, Then};
use crate::theme::Theme;
use crate::view::summary::ListedGroup;
use crate::widgets::canvas::Canvas;
use crate::widgets::editor::{Editor, LineMode};
use crate::words::Words;

layers! {
    /// All groups.
    HOME [
        bind(&[key(Enter)], Action::Press, Words::key_open, 1),
        bind(&[letter('n')], Action::NewGroup, Words::key_new_group, 2),
        bind(&[letter('e')], Action::Practice, Words::key_practice, 3),
        bind(&[letter('/')], Action::Filter, Words::key_filter, 4),
        bind(&[letter('w')], Action::Week, Words::key_week, 5),
        bind(&[key(Esc)], Action::Back, Words::key_back, 0),
    ];
    /// Moving through the groups, or through the week.
    HOME_LIST [
        bind(&[key(Up)], Action::Up, Words::key_up, 0),
        bind(&[key(Down)], Action::Down, Words::key_down, 0),
        bind(&[key(PageUp)], Action::PageUp, Words::key_page_up, 0),
        bind(&[key(PageDown)], Action::PageDown, Words::key_page_down, 0),
        bind(&[key(HomeKey)], Action::Top, Words::key_top, 0),
        bind(&[key(End)], Action::Bottom, Words::key_bottom, 0),
    ];
    /// The filter, or the name of a new group.
    HOME_FIELD types [
        bind(&[key(Enter)], Action::Press, Words::key_done, 1),
        bind(&[key(Esc)], Action::Back, Words::key_back, 2),
    ];
    /// The week across groups.
    WEEK [
        bind(&[key(Enter)], Action::Press, Words::key_open, 1),
        bind(&[letter('w'), key(Esc)], Action::Week, Words::key_all_groups, 2),
    ];
}

/// How far `PgUp` and `PgDn` go.
const PAGE: isize = 10;

/// What is typed at home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    Filter,
    /// The name of a new group.
    Name,
}

/// The state of the home screen.
#[derive(Debug, Default)]
pub struct Home {
    pub groups: Vec<ListedGroup>,
    /// The selected row among those that are shown, counted from 0.
    pub row: usize,
    /// What the list is filtered by.
    pub filter: String,
    /// Whether the week across groups is shown instead.
    pub week: bool,
    field: Option<(Typing, Editor)>,
}

impl Home {
    /// Whether characters are typed.
    #[must_use]
    pub fn typing(&self) -> bool {
        self.field.is_some()
    }

    fn begin(&mut self, typing: Typing) {
        let text = if typing == Typing::Filter { self.filter.as_str() } else { "" };
        self.field = Some((typing, Editor::new(text, LineMode::One)));
    }

    /// The name that is being typed for a new group.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        let (_, editor) = self.field.as_ref().filter(|(typing, _)| *typing == Typing::Name)?;
        Some(editor.text())
    }

    fn follow_filter(&mut self) {
        if let Some((Typing::Filter, editor)) = &self.field {
            self.filter = editor.text();
            self.row = 0;
        }
    }

    /// The groups that fit the filter.
    pub fn shown(&self) -> impl Iterator<Item = &ListedGroup> {
        let wanted = self.filter.trim().to_lowercase();
        self.groups.iter().filter(move |group| {
            let name = group.summary.as_ref().map_or(group.slug.as_str(), |it| it.name.as_str());
            name.to_lowercase().contains(&wanted)
        })
    }

    /// Shows these groups.
    pub fn show(&mut self, groups: Vec<ListedGroup>) {
        self.groups = groups;
        self.step(0);
    }

    fn step(&mut self, rows: isize) {
        let count = if self.week { week::rows(self).len() } else { self.shown().count() };
        let last = count.saturating_sub(1);
        self.row = self.row.saturating_add_signed(rows).min(last);
    }

    /// The selected group.
    #[must_use]
    pub fn chosen(&self) -> Option<&ListedGroup> {
        if self.week {
            return week::rows(self).get(self.row).map(|(group, _)| *group);
        }
        self.shown().nth(self.row)
    }

    /// Enter: makes the group whose name was typed, ends the filter, or opens a group. Typing a name
    /// goes on until the group is there.
    fn press(&mut self) -> Option<Effect> {
        if let Some(name) = self.name() {
            return Some(Effect::Create(name));
        }
        if self.field.take().is_some() {
            return None;
        }
        self.chosen().map(|group| Effect::Open(group.slug.clone(), Then::Show))
    }
}

impl Screen for Home {
    fn layers(&self, _session: &Session) -> Vec<&'static Layer> {
        match (self.typing(), self.week) {
            (true, _) => vec![&HOME_FIELD],
            (false, true) => vec![&WEEK, &HOME_LIST, &LETTERS],
            (false, false) => vec![&HOME, &HOME_LIST, &SETTINGS, &LETTERS],
        }
    }

    fn act(&mut self, _session: &mut Session, _size: Size, action: Action) -> Response {
        match action {
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::PageUp => self.step(-PAGE),
            Action::PageDown => self.step(PAGE),
            Action::Top => self.step(isize::MIN),
            Action::Bottom => self.step(isize::MAX),
            Action::NewGroup => self.begin(Typing::Name),
            Action::Filter => self.begin(Typing::Filter),
            Action::Week => (self.week, self.row) = (!self.week, 0),
            Action::Practice => return Effect::OpenPractice.into(),
            Action::Back if self.field.take().is_none() => self.filter.clear(),
            Action::Press => return self.press().map(Response::from).unwrap_or_default(),
            _ => {}
        }
        Response::stay()
    }

    fn typed(&mut self, _session: &mut Session, _size: Size, key: KeyEvent) -> Vec<Effect> {
        if let Some((_, editor)) = &mut self.field {
            editor.key(key, u16::MAX);
        }
        self.follow_filter();
        Vec::new()
    }

    fn paste(&mut self, _session: &mut Session, text: &str) -> Vec<Effect> {
        if let Some((_, editor)) = &mut self.field {
            editor.paste(text);
        }
        self.follow_filter();
        Vec::new()
    }

    fn title(&self, session: &Session) -> String {
        if self.week { session.words.my_week() } else { session.words.groups() }.to_owned()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        if self.week {
            week::draw(canvas, self, session, theme);
        } else {
            groups::draw(canvas, self, session, theme);
        }
    }
}
