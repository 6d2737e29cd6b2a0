//! The sociogram, drawn: the client in the middle, people on rings, lines between them.

use super::DossierScreen;
use super::list::sign;
use crate::domain::ids::PersonId;
use crate::domain::person::{Person, PersonKind};
use crate::domain::sociogram::{Closeness, Relation, Strength};
use crate::screens::item::SectionItem;
use crate::theme::Theme;
use crate::view::group_view::GroupView;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;
use crate::widgets::rings::{self, Label, Spot};

/// The most cells of a name in the drawing; the list has all of it.
fn longest_name(width: u16) -> u16 {
    if width < 90 { 8 } else { 14 }
}
/// What a ring is drawn with.
const RING: &str = "·";
/// Rows below the drawing: what the signs mean, and the lines of whoever is at hand.
fn below_drawing(width: u16) -> u16 {
    if width < 46 { 5 } else { 4 }
}

/// Draws the sociogram.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    screen: &DossierScreen,
    view: &GroupView<'_>,
    theme: Theme,
) {
    let for_words = below_drawing(canvas.width());
    let (width, height) = (canvas.width(), canvas.height().saturating_sub(for_words));
    let people: Vec<&Person> = drawn(view).collect();
    let labels: Vec<String> = people.iter().map(|person| label(view, person)).collect();
    let middle = view.client();
    let middle = format!("{} {middle}", sign(PersonKind::Client));
    let sizes: Vec<Label> = people
        .iter()
        .zip(&labels)
        .map(|(person, label)| Label {
            ring: ring(person.closeness),
            nr: view.group.people.iter().position(|one| one.id == person.id).unwrap_or(0),
            width: glyphs::width(label).min(longest_name(width) + 2),
        })
        .collect();
    let (centre, spots) = rings::place(glyphs::width(&middle).min(14), &sizes, (width, height));
    let cursor = match screen.item {
        Some(SectionItem::Person(id)) => Some(id),
        _ => None,
    };
    let mut field = canvas.part(0, 0, width, height);
    for (x, y) in (0..Closeness::ALL.len()).flat_map(|ring| rings::outline(ring, (width, height))) {
        field.put(x, y, RING, theme.quiet());
    }
    lines(&mut field, view, &people, &spots, cursor, theme);
    clear_around(&mut field, centre);
    field.put_in(centre.x, centre.y, centre.width, &middle, theme.strong());
    for ((person, label), spot) in people.iter().zip(&labels).zip(&spots) {
        let Some(spot) = spot else { continue };
        let here = Some(person.id) == cursor;
        let begun = Some(person.id) == screen.line_from;
        let style = match (here, begun) {
            (true, _) => theme.selected(),
            (_, true) => theme.accent(),
            _ => theme.plain(),
        };
        clear_around(&mut field, *spot);
        field.put_in(spot.x, spot.y, spot.width, label, style);
    }
    below(&mut canvas.part(0, height, width, for_words), screen, view, cursor, theme);
}

/// Leaves a blank cell before and behind a name, so that no line grows onto it.
fn clear_around(canvas: &mut Canvas<'_>, spot: Spot) {
    let from = spot.x.saturating_sub(1);
    canvas.part(from, spot.y, spot.x + spot.width + 1 - from, 1).clear();
}

/// Whoever has a place on a ring.
fn drawn<'a>(view: &'a GroupView<'_>) -> impl Iterator<Item = &'a Person> {
    let people = view.group.people.iter();
    people.filter(|person| person.kind != PersonKind::Client && person.closeness.is_some())
}

fn label(view: &GroupView<'_>, person: &Person) -> String {
    let name = match person.name.trim() {
        "" => view.words.or_nameless("").to_owned(),
        _ => view.name(person.id),
    };
    format!("{} {name}", sign(person.kind))
}

fn ring(closeness: Option<Closeness>) -> usize {
    Closeness::ALL.iter().position(|ring| Some(*ring) == closeness).unwrap_or(0)
}

/// What a line is drawn with: the stronger, the fuller; a difficult one as a wave.
fn stroke(strength: Strength) -> &'static str {
    match strength {
        Strength::Loose => "░",
        Strength::Firm => "▒",
        Strength::Strong => "▓",
        Strength::Difficult => "~",
    }
}

fn lines(
    canvas: &mut Canvas<'_>,
    view: &GroupView<'_>,
    people: &[&Person],
    spots: &[Option<Spot>],
    cursor: Option<PersonId>,
    theme: Theme,
) {
    let spot_of = |id: PersonId| {
        let nr = people.iter().position(|person| person.id == id)?;
        spots.get(nr).copied().flatten()
    };
    let (own, others): (Vec<&Relation>, Vec<&Relation>) = view
        .group
        .relations
        .iter()
        .partition(|relation| cursor.is_some_and(|id| relation.from(id).is_some()));
    // Those of whoever is at hand come last, so that they lie on top.
    let numbered = others.into_iter().map(|line| (line, false));
    for (relation, own) in numbered.chain(own.into_iter().map(|line| (line, true))) {
        let (Some(one), Some(other)) = (spot_of(relation.one), spot_of(relation.other)) else {
            continue;
        };
        let style = if own { theme.accent() } else { theme.quiet() };
        for (x, y) in rings::line(one.middle(), other.middle()) {
            canvas.put(x, y, stroke(relation.strength), style);
        }
    }
}

/// What the signs mean, and the lines of whoever is at hand in words.
fn below(
    canvas: &mut Canvas<'_>,
    screen: &DossierScreen,
    view: &GroupView<'_>,
    cursor: Option<PersonId>,
    theme: Theme,
) {
    let words = view.words;
    let kinds = [
        PersonKind::Client,
        PersonKind::Family,
        PersonKind::CloseOne,
        PersonKind::Professional,
        PersonKind::ExpertByExperience,
    ];
    let said = match (screen.line_from, cursor) {
        (Some(from), _) => words.line_begun(&view.name(from)),
        (None, Some(id)) => in_words(view, id),
        (None, None) => String::new(),
    };
    let width = canvas.width();
    let used = canvas.put_wrapped(0, 0, width, &said, theme.accent());
    let (mut x, mut y) = (0, used.max(1));
    for kind in kinds {
        let text = format!("{} {}", sign(kind), words.person_kind(kind));
        if x + glyphs::width(&text) > width {
            (x, y) = (0, y + 1);
        }
        x += canvas.put(x, y, &text, theme.quiet()) + 2;
    }
}

/// Where somebody stands, and with whom they have a line.
fn in_words(view: &GroupView<'_>, id: PersonId) -> String {
    let words = view.words;
    let Some(person) = view.group.person(id) else { return String::new() };
    let lines: Vec<String> = view
        .group
        .relations
        .iter()
        .filter_map(|relation| {
            let other = relation.from(id)?;
            let there = view.group.people.iter().any(|person| person.id == other);
            there.then(|| words.line_with(&view.name(other), relation.strength))
        })
        .collect();
    words.stands_and_lines(&view.name(id), person.closeness, &lines)
}
