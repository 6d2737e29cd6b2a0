//! Help and the menu: everything that can be done on the screen below, to find by typing and do with
//! Enter.

use crossterm::event::KeyCode::{Down, Enter, Esc, PageDown, PageUp, Up};
use crossterm::event::KeyEvent;

use super::action::Action;
use super::keys::{Binding, Layer, bind, key, layers};
use super::screen::{Next, Response, Screen, Size};
use crate::session::Session;
use crate::session::effect::Effect;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::editor::{Editor, LineMode};
use crate::widgets::list::Scroll;
use crate::widgets::{field, glyphs};
use crate::words::Words;

layers! {
    /// Help or the menu.
    FINDER types [
        bind(&[key(Enter)], Action::Press, Words::key_do, 1),
        bind(&[key(Up)], Action::Up, Words::key_up, 0),
        bind(&[key(Down)], Action::Down, Words::key_down, 2),
        bind(&[key(PageUp)], Action::PageUp, Words::key_page_up, 0),
        bind(&[key(PageDown)], Action::PageDown, Words::key_page_down, 0),
        bind(&[key(Esc)], Action::Back, Words::key_back, 3),
    ];
}

/// How far `PgUp` and `PgDn` go.
const PAGE: usize = 10;
/// The cells of the panel.
const WIDTH: u16 = 78;

/// Why it was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To find out how something is done.
    Help,
    /// To do something.
    Menu,
}

/// Something that can be done on the screen below.
#[derive(Clone, Debug)]
pub struct Offer {
    pub action: Action,
    pub label: &'static str,
    /// The keys that do it there.
    pub keys: String,
    /// Why it cannot be done now.
    pub why_not: Option<&'static str>,
}

impl Offer {
    /// What the layers of a screen offer, each action once; going through a list needs no menu.
    #[must_use]
    pub fn all(
        layers: &[&'static Layer],
        words: Words,
        why_not: impl Fn(Action) -> Option<&'static str>,
    ) -> Vec<Self> {
        let mut offers: Vec<Self> = Vec::new();
        for binding in layers.iter().flat_map(|layer| layer.bindings) {
            let action = binding.action;
            let there = offers.iter().any(|other| other.action == action);
            if !there && is_worth_naming(action) {
                let (label, keys) = ((binding.label)(words), keys(action, layers, words));
                offers.push(Self { action, label, keys, why_not: why_not(action) });
            }
        }
        offers
    }
}

/// The keys of an action, in every layer that has one.
fn keys(action: Action, layers: &[&'static Layer], words: Words) -> String {
    let bound = layers.iter().flat_map(|layer| layer.bindings);
    let of_action = bound.filter(|binding: &&Binding| binding.action == action);
    let chords = of_action.flat_map(|binding| binding.chords.iter().take(2));
    let mut names: Vec<String> = chords.map(|chord| chord.name(words)).collect();
    names.dedup();
    names.truncate(3);
    names.join(", ")
}

fn is_worth_naming(action: Action) -> bool {
    !matches!(
        action,
        Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::Top
            | Action::Bottom
            | Action::Menu
            | Action::Press
            | Action::NextValue
            | Action::PreviousValue
            | Action::Forward
            | Action::Backward
            | Action::Nth(_)
    )
}

/// The state of help or the menu.
#[derive(Debug)]
pub struct Finder {
    pub purpose: Purpose,
    /// What can be done on the screen below, as it was when something happened last.
    pub all: Vec<Offer>,
    /// What the screen below is for; in help alone.
    pub explains: &'static str,
    pub typed: Editor,
    /// The selected row among what was found, counted from 0.
    pub row: usize,
}

impl Finder {
    /// Help or the menu, with nothing typed.
    #[must_use]
    pub fn new(purpose: Purpose, all: Vec<Offer>, explains: &'static str) -> Self {
        Self { purpose, all, explains, typed: Editor::new("", LineMode::One), row: 0 }
    }

    /// What fits what was typed: each word of it is part of the label.
    #[must_use]
    pub fn found(&self) -> Vec<&Offer> {
        let typed = self.typed.text().to_lowercase();
        let fits = |offer: &&Offer| {
            let label = offer.label.to_lowercase();
            typed.split_whitespace().all(|word| label.contains(word))
        };
        self.all.iter().filter(fits).collect()
    }
}

impl Screen for Finder {
    fn layers(&self, _session: &Session) -> Vec<&'static Layer> {
        vec![&FINDER]
    }

    fn act(&mut self, _session: &mut Session, _size: Size, action: Action) -> Response {
        let last = self.found().len().saturating_sub(1);
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(last),
            Action::PageUp => self.row = self.row.saturating_sub(PAGE),
            Action::PageDown => self.row = (self.row + PAGE).min(last),
            Action::Press => {
                let next = self.found().get(self.row).map(|offer| Next::Do(offer.action));
                return Response { next, ..Response::close() };
            }
            _ => return Response::close(),
        }
        Response::stay()
    }

    fn typed(&mut self, _session: &mut Session, _size: Size, key: KeyEvent) -> Vec<Effect> {
        self.typed.key(key, u16::MAX);
        self.row = 0;
        Vec::new()
    }

    fn paste(&mut self, _session: &mut Session, text: &str) -> Vec<Effect> {
        self.typed.paste(text);
        self.row = 0;
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        let words = session.words;
        canvas.clear();
        let (width, height) = (canvas.width().min(WIDTH), canvas.height());
        let mut panel = canvas.part(0, 0, width, height);
        panel.hide_cursor();
        let title = match self.purpose {
            Purpose::Help => words.help_title(),
            Purpose::Menu => words.menu_title(),
        };
        panel.put(0, 0, title, theme.strong());
        let at = panel.put(0, 1, words.type_to_find(), theme.quiet()) + 1;
        field::draw(&mut panel, at, 1, u16::MAX, &self.typed, theme.plain());
        let found = self.found();
        let mut top = 3;
        // Who looks for something by typing has read it.
        if self.purpose == Purpose::Help && self.typed.text().is_empty() {
            let mut above = panel.part(1, 3, width.saturating_sub(2), height / 2);
            top += above.put_wrapped(0, 0, width, self.explains, theme.plain()) + 1;
        }
        let mut list = panel.part(0, top, width, height.saturating_sub(top));
        if found.is_empty() {
            list.put(0, 0, words.nothing_found(), theme.quiet());
        }
        let scroll = Scroll::to(self.row, found.len(), list.height());
        for (y, nr) in (0u16..).zip(scroll.in_sight()) {
            draw_offer(&mut list, y, found[nr], theme);
            if nr == self.row {
                list.style(0, y, width, theme.selected());
            }
        }
        scroll.mark_below(&mut list, theme.accent());
    }
}

fn draw_offer(list: &mut Canvas<'_>, y: u16, offer: &Offer, theme: Theme) {
    let style = if offer.why_not.is_some() { theme.quiet() } else { theme.plain() };
    let text = match offer.why_not {
        Some(reason) => format!("{} · {reason}", offer.label),
        None => offer.label.to_owned(),
    };
    let keys = glyphs::width(&offer.keys);
    list.put_in(1, y, list.width().saturating_sub(keys + 3), &text, style);
    list.put(list.width().saturating_sub(keys + 1), y, &offer.keys, theme.quiet());
}
