//! The groups, drawn.

use super::{Home, Typing};
use crate::domain::phase::Step;
use crate::session::Session;
use crate::theme::Theme;
use crate::view::summary::ListedGroup;
use crate::widgets::canvas::Canvas;
use crate::widgets::field;
use crate::widgets::list::Scroll;
use crate::words::Words;

/// The fewest cells in which a name is typed.
const FIELD: u16 = 24;
/// The cells of a sentence that stands alone.
const SENTENCE: u16 = 76;

pub(super) fn draw(canvas: &mut Canvas<'_>, home: &Home, session: &Session, theme: Theme) {
    let words = session.words;
    let mut top = 1;
    if let Some((typing, editor)) = &home.field {
        let label = match typing {
            Typing::Filter => words.key_filter(),
            Typing::Name => words.ask_group_name(),
        };
        let x = canvas.put(0, 0, label, theme.strong()) + 2;
        // Where the question leaves too little room, the answer stands below it.
        let (x, y) = if canvas.width() < x + FIELD { (0, 1) } else { (x, 0) };
        field::draw(canvas, x, y, u16::MAX, editor, theme.plain());
        top = y + 2;
    } else if !home.filter.is_empty() {
        canvas.put(0, 0, &words.filtered_by(&home.filter), theme.quiet());
    }
    let groups: Vec<&ListedGroup> = home.shown().collect();
    if groups.is_empty() {
        let text = match home.unread() {
            _ if home.groups.is_empty() => words.home_is_empty(),
            0 => words.nothing_found(),
            _ => words.still_reading(),
        };
        canvas.put_wrapped(0, top, canvas.width().min(SENTENCE), text, theme.plain());
        return;
    }
    headings(canvas, top, words, theme);
    let (width, height) = (canvas.width(), canvas.height().saturating_sub(top + 1));
    let mut list = canvas.part(0, top + 1, width, height);
    let scroll = Scroll::to(home.row, groups.len(), height);
    for (y, nr) in (0u16..).zip(scroll.in_sight()) {
        group(&mut list, y, groups[nr], session, theme);
        if nr == home.row {
            list.style(0, y, width, theme.selected());
        }
    }
    scroll.mark_below(&mut list, theme.accent());
}

/// Where the columns after the name begin: phase, steps, next meeting, what is late.
fn columns(width: u16) -> [u16; 4] {
    let name = width.saturating_sub(62).clamp(15, 40);
    let next = name + 17;
    [name, name + 8, next, next + if is_narrow(width) { 23 } else { 34 }]
}

/// Whether there is no room to say how far away a meeting is.
fn is_narrow(width: u16) -> bool {
    width < 100
}

/// In a narrow window the group itself says what is late.
fn has_room_for_late(width: u16) -> bool {
    width >= 70
}

fn headings(canvas: &mut Canvas<'_>, y: u16, words: Words, theme: Theme) {
    let [phase, steps, next, late] = columns(canvas.width());
    canvas.put(1, y, words.group_column(), theme.quiet());
    canvas.put(phase, y, words.phase_column(), theme.quiet());
    canvas.put(steps, y, words.steps_column(), theme.quiet());
    canvas.put(next, y, words.next_column(), theme.quiet());
    if has_room_for_late(canvas.width()) {
        canvas.put(late, y, words.late_column(), theme.quiet());
    }
}

fn group(canvas: &mut Canvas<'_>, y: u16, group: &ListedGroup, session: &Session, theme: Theme) {
    let words = session.words;
    let [phase, steps, next, late] = columns(canvas.width());
    let summary = match &group.summary {
        Some(Ok(summary)) => summary,
        None => {
            canvas.put_in(1, y, phase.saturating_sub(2), &group.slug, theme.quiet());
            return;
        }
        Some(Err(sentence)) => {
            let room = phase.saturating_sub(2);
            let at = canvas.put_in(1, y, room, &group.slug, theme.plain()) + 2;
            canvas.put(at, y, sentence, theme.plain());
            return;
        }
    };
    canvas.put_in(1, y, phase.saturating_sub(2), &summary.name, theme.plain());
    canvas.put(phase, y, &words.phase_number(summary.phase), theme.plain());
    let done = format!("{:2}/{}", summary.steps_done, Step::ALL.len());
    canvas.put(steps, y, &done, theme.plain());
    let (unfinished, today) = (summary.unfinished, session.today());
    let planned = if is_narrow(canvas.width()) {
        words.next_in_narrow_column(unfinished, summary.next, today)
    } else {
        words.next_in_column(unfinished, summary.next, today)
    };
    if !has_room_for_late(canvas.width()) {
        canvas.put(next, y, &planned, theme.plain());
        return;
    }
    canvas.put_in(next, y, late.saturating_sub(next + 2), &planned, theme.plain());
    canvas.put(late, y, &words.late_in_column(&summary.late), theme.plain());
}
