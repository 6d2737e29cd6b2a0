//! The two rows of keys at the bottom, read from the tables that dispatch.

use crate::app::model::Model;
use crate::domain::notes::{AGREEMENT, DECISION};
use crate::screens::front::Meaning;
use crate::screens::keys::Binding;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;
use crate::words::Words;

/// From this rank on a key belongs on the second row.
const SECOND_ROW: u8 = 20;

/// Draws the keys that work here and now.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, theme: Theme) {
    let words = model.session.words;
    let mut bindings = shown(model);
    bindings.sort_by_key(|binding| binding.rank);
    let (second, first): (Vec<Binding>, Vec<Binding>) =
        bindings.into_iter().partition(|binding| binding.rank >= SECOND_ROW);
    let mut x = [0u16, 0];
    let second = second.into_iter().map(|binding| (1, binding));
    let first = first.into_iter().map(|binding| (0, binding));
    let mut waiting: Vec<(usize, Binding)> = second.chain(first).collect();
    let writes_note = model.front.top().writes_note(&model.session);
    if let Some(at) = waiting.iter().position(|(row, _)| *row == 0).filter(|_| writes_note) {
        // The signs of a note stand right after its first key.
        let (_, binding) = waiting.remove(at);
        x[0] = put(canvas, 0, 0, &binding, words, theme);
        x[0] = signs(canvas, x[0], words, theme);
    }
    for (row, binding) in waiting {
        // A key that does not fit on its own row may stand on the other.
        let rows = [row, 1 - row];
        let row = rows.into_iter().find(|row| fits(canvas, x[*row], &binding, words));
        if let Some(row) = row {
            let y = u16::try_from(row).unwrap_or(0);
            x[row] = put(canvas, x[row], y, &binding, words, theme);
        }
    }
}

/// The signs that begin an agreement and a decision.
fn signs(canvas: &mut Canvas<'_>, x: u16, words: Words, theme: Theme) -> u16 {
    let signs = [(AGREEMENT, words.agreement()), (DECISION, words.decision())];
    signs.into_iter().fold(x, |x, (sign, label)| {
        let x = x + canvas.put(x, 0, &sign.to_string(), theme.strong()) + 1;
        x + canvas.put(x, 0, label, theme.quiet()) + 2
    })
}

/// The bindings in force that have a place in the bar, each action once. The key of one that a layer
/// above binds to something else is not shown.
fn shown(model: &Model) -> Vec<Binding> {
    let (front, session) = (&model.front, &model.session);
    let mut shown: Vec<Binding> = Vec::new();
    for binding in front.layers(session).iter().flat_map(|layer| layer.bindings) {
        let action = binding.action;
        let does_it = || {
            let meaning = binding.chords.first().map(|chord| front.meaning(session, chord.press()));
            meaning == Some(Meaning::Do(action))
        };
        let is_there = shown.iter().any(|other| other.action == action);
        if binding.rank > 0 && !is_there && does_it() && front.why_not(session, action).is_none() {
            shown.push(*binding);
        }
    }
    shown
}

fn key_of(binding: &Binding, words: Words) -> String {
    binding.chords.first().map(|chord| chord.name(words)).unwrap_or_default()
}

fn fits(canvas: &Canvas<'_>, x: u16, binding: &Binding, words: Words) -> bool {
    let label = (binding.label)(words);
    x + glyphs::width(&key_of(binding, words)) + glyphs::width(label) < canvas.width()
}

fn put(
    canvas: &mut Canvas<'_>,
    x: u16,
    y: u16,
    binding: &Binding,
    words: Words,
    theme: Theme,
) -> u16 {
    let x = x + canvas.put(x, y, &key_of(binding, words), theme.strong()) + 1;
    x + canvas.put(x, y, (binding.label)(words), theme.quiet()) + 2
}
