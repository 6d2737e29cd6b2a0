//! Help and the menu: everything that can be done here, to find by typing and do with Enter.

use crate::app::action::Action;
use crate::app::availability::why_not;
use crate::app::keys::{Binding, Layer, layers_offered};
use crate::app::model::Model;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;

/// Why it was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To find out how something is done.
    Help,
    /// To do something.
    Menu,
}

/// The state of help or the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finder {
    /// Why it was opened.
    pub purpose: Purpose,
    /// What was typed to find something.
    pub typed: String,
    /// The row at hand, counted from 0.
    pub row: usize,
}

impl Finder {
    /// Help or the menu, with nothing typed.
    #[must_use]
    pub fn new(purpose: Purpose) -> Self {
        Self { purpose, typed: String::new(), row: 0 }
    }

    /// What it offers now: everything that can be done on the screen below, filtered by what was
    /// typed.
    #[must_use]
    pub fn offers(&self, model: &Model) -> Vec<Binding> {
        let mut offers: Vec<Binding> = Vec::new();
        for layer in layers_offered(model) {
            for binding in layer.bindings() {
                let there = offers.iter().any(|other| other.action == binding.action);
                if !there && self.finds(binding, model) && is_worth_naming(binding.action) {
                    offers.push(*binding);
                }
            }
        }
        offers
    }

    fn finds(&self, binding: &Binding, model: &Model) -> bool {
        let label = (binding.label)(model.words).to_lowercase();
        self.typed.to_lowercase().split_whitespace().all(|word| label.contains(word))
    }

    /// What the row at hand does.
    #[must_use]
    pub fn chosen(&self, model: &Model) -> Option<Action> {
        self.offers(model).get(self.row).map(|binding| binding.action)
    }
}

/// Moving about needs no menu.
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

/// Draws help or the menu over the body.
pub fn draw(canvas: &mut Canvas<'_>, finder: &Finder, model: &Model, theme: Theme) {
    let words = model.words;
    canvas.clear();
    let width = canvas.width().min(78);
    let mut panel = canvas.part(0, 0, width, canvas.height());
    panel.hide_cursor();
    let title = match finder.purpose {
        Purpose::Help => words.help_title(),
        Purpose::Menu => words.menu_title(),
    };
    panel.put(0, 0, title, theme.strong());
    let asked = words.type_to_find();
    let at = panel.put(0, 1, asked, theme.quiet()) + 1;
    let used = panel.put(at, 1, &finder.typed, theme.plain());
    panel.set_cursor(at + used, 1);
    let offers = finder.offers(model);
    if offers.is_empty() {
        panel.put(0, 3, words.nothing_found(), theme.quiet());
    }
    let height = usize::from(panel.height().saturating_sub(3));
    let top = (finder.row + 1).saturating_sub(height);
    for (y, (nr, binding)) in (3u16..).zip(offers.iter().enumerate().skip(top).take(height)) {
        offer(&mut panel, y, binding, nr == finder.row, model, theme);
    }
    if offers.len() > top + height {
        let last = panel.height().saturating_sub(1);
        panel.put(panel.width().saturating_sub(1), last, "»", theme.accent());
    }
}

fn offer(
    panel: &mut Canvas<'_>,
    y: u16,
    binding: &Binding,
    at_hand: bool,
    model: &Model,
    theme: Theme,
) {
    let keys = keys(binding.action, model);
    let label = (binding.label)(model.words);
    let reason = why_not(model, binding.action);
    let style = if reason.is_some() { theme.quiet() } else { theme.plain() };
    let text = reason.map_or_else(|| label.to_owned(), |reason| format!("{label} · {reason}"));
    let room = panel.width().saturating_sub(glyphs::width(&keys) + 3);
    panel.put_in(1, y, room, &text, style);
    let x = panel.width().saturating_sub(glyphs::width(&keys) + 1);
    panel.put(x, y, &keys, theme.quiet());
    if at_hand {
        panel.style(0, y, panel.width(), theme.at_hand());
    }
}

/// The keys of an action on the screen below, in every layer that has one.
fn keys(action: Action, model: &Model) -> String {
    let bound = layers_offered(model).into_iter().flat_map(Layer::bindings);
    let chords =
        bound.filter(|binding| binding.action == action).flat_map(|it| it.chords.iter().take(2));
    let mut names: Vec<String> = chords.map(|chord| chord.name(model.words)).collect();
    names.dedup();
    names.truncate(3);
    names.join(", ")
}
