//! The two rows of keys at the bottom, read from the table that dispatches.

use crate::app::availability::why_not;
use crate::app::keys::{Binding, layers};
use crate::app::model::Model;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;

/// From this rank on a key belongs on the second row.
const SECOND_ROW: u8 = 20;

/// Draws the keys that work here and now.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, theme: Theme) {
    let mut bindings = shown(model);
    bindings.sort_by_key(|binding| binding.rank);
    let (second, first): (Vec<Binding>, Vec<Binding>) =
        bindings.into_iter().partition(|binding| binding.rank >= SECOND_ROW);
    let mut left = first.into_iter();
    let mut x = 0;
    let mut spilled = None;
    for binding in left.by_ref() {
        if !fits(canvas, x, &binding, model) {
            spilled = Some(binding);
            break;
        }
        x = put(canvas, x, 0, &binding, model, theme);
    }
    let mut x = 0;
    for binding in second.into_iter().chain(spilled).chain(left) {
        if fits(canvas, x, &binding, model) {
            x = put(canvas, x, 1, &binding, model, theme);
        }
    }
}

/// The bindings in force that have a place in the bar; an action stands there once.
fn shown(model: &Model) -> Vec<Binding> {
    let mut shown: Vec<Binding> = Vec::new();
    for layer in layers(model) {
        for binding in layer.bindings() {
            let there = shown.iter().any(|other| other.action == binding.action);
            if binding.rank > 0 && !there && why_not(model, binding.action).is_none() {
                shown.push(*binding);
            }
        }
    }
    shown
}

fn key_of(binding: &Binding, model: &Model) -> String {
    binding.chords.first().map(|chord| model.words.chord(*chord)).unwrap_or_default()
}

fn fits(canvas: &Canvas<'_>, x: u16, binding: &Binding, model: &Model) -> bool {
    let label = (binding.label)(model.words);
    x + glyphs::width(&key_of(binding, model)) + glyphs::width(label) < canvas.width()
}

fn put(canvas: &mut Canvas<'_>, x: u16, y: u16, binding: &Binding, model: &Model, theme: Theme) -> u16 {
    let x = x + canvas.put(x, y, &key_of(binding, model), theme.strong()) + 1;
    x + canvas.put(x, y, (binding.label)(model.words), theme.quiet()) + 2
}
