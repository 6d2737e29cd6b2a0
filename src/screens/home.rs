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
use crate::domain::hour::ClockReading;
use crate::domain::onlookers::Privacy;
use crate::session::Session;
use crate::session::effect::{Effect, Then};
use crate::store::folder::slug_of;
use crate::theme::Theme;
use crate::view::attention::ToDo;
use crate::view::summary::{GroupSummary, ListedGroup};
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
    /// Whether somebody chose the selected row; else it is the first.
    went: bool,
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
            self.begin_at_top();
        }
    }

    /// The groups that fit the filter.
    pub fn shown(&self) -> impl Iterator<Item = &ListedGroup> {
        let wanted = self.filter.trim().to_lowercase();
        let fits = move |name: &str| wanted.is_empty() || name.to_lowercase().contains(&wanted);
        self.groups.iter().filter(move |group| fits(group.name()))
    }

    /// Shows these groups, in the order of their slugs while not all of them are read.
    pub fn show(&mut self, groups: Vec<ListedGroup>) {
        let selected = self.selected();
        self.groups = groups;
        self.sort_when_read();
        self.select(selected);
    }

    /// Takes in what was read of some groups, by their place in the list that was shown. What is
    /// selected stays selected: a key that was pressed meanwhile is meant for it.
    pub fn take_read(&mut self, read: Vec<(usize, Result<GroupSummary, String>)>) {
        let selected = self.selected();
        for (nr, summary) in read {
            if let Some(group) = self.groups.get_mut(nr) {
                group.summary = Some(summary);
            }
        }
        self.sort_when_read();
        self.select(selected);
    }

    /// The selected group, and in the week what there is to do in it.
    fn selected(&self) -> Option<(String, Option<ToDo>)> {
        if self.week {
            let (group, todo) = week::rows(self).into_iter().nth(self.row)?;
            return Some((group.slug.clone(), Some(todo.clone())));
        }
        self.chosen().map(|group| (group.slug.clone(), None))
    }

    /// Selects what was selected before, as far as it is still shown.
    fn select(&mut self, selected: Option<(String, Option<ToDo>)>) {
        let row = selected.and_then(|(slug, todo)| match todo {
            None => self.shown().position(|group| group.slug == slug),
            Some(todo) => week::rows(self)
                .into_iter()
                .position(|(group, other)| group.slug == slug && *other == todo),
        });
        self.row = row.unwrap_or(self.row);
        self.step(0);
    }

    fn begin_at_top(&mut self) {
        (self.row, self.went) = (0, false);
    }

    /// How many groups are not read yet.
    #[must_use]
    pub fn unread(&self) -> usize {
        self.groups.iter().filter(|group| group.summary.is_none()).count()
    }

    /// Puts the groups in the order of their names once all of them are known.
    fn sort_when_read(&mut self) {
        if self.unread() == 0 {
            self.groups.sort_by_cached_key(|group| (slug_of(group.name()), group.slug.clone()));
        }
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
    fn explains(&self, session: &Session) -> &'static str {
        if self.week { session.words.help_week() } else { session.words.help_home() }
    }

    fn layers(&self, _session: &Session) -> Vec<&'static Layer> {
        match (self.typing(), self.week) {
            (true, _) => vec![&HOME_FIELD],
            (false, true) => vec![&WEEK, &HOME_LIST, &LETTERS],
            (false, false) => vec![&HOME, &HOME_LIST, &SETTINGS, &LETTERS],
        }
    }

    fn act(&mut self, _session: &mut Session, _size: Size, action: Action) -> Response {
        let moves = [Action::Up, Action::Down, Action::PageUp, Action::PageDown, Action::Bottom];
        self.went |= moves.contains(&action);
        match action {
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::PageUp => self.step(-PAGE),
            Action::PageDown => self.step(PAGE),
            Action::Top => self.step(isize::MIN),
            Action::Bottom => self.step(isize::MAX),
            Action::NewGroup => self.begin(Typing::Name),
            Action::Filter => self.begin(Typing::Filter),
            Action::Week => {
                self.week = !self.week;
                self.begin_at_top();
            }
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

    /// On another day other things are late.
    fn tick(&mut self, session: &mut Session, last: ClockReading) -> Vec<Effect> {
        let is_new = last.wall.date_naive() != session.today();
        is_new.then_some(Effect::ListGroups).into_iter().collect()
    }

    /// Where nobody chose a row it is the first: from this frame on, in which it can be seen.
    fn before_frame(&mut self, _session: &Session, _size: Size) {
        if !self.went {
            self.row = 0;
        }
    }

    fn privacy(&self, session: &Session) -> Privacy {
        session.privacy_of_list()
    }

    fn title(&self, session: &Session) -> String {
        let words = session.words;
        let title = if self.week { words.my_week() } else { words.groups() };
        match (self.unread(), self.groups.len()) {
            (0, _) => title.to_owned(),
            (unread, all) => format!("{title} · {}", words.groups_read(all - unread, all)),
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        if self.week {
            week::draw(canvas, self, session, theme);
        } else {
            groups::draw(canvas, self, session, theme);
        }
    }
}
