//! Groepen: every group on one line.

use super::week;
use crate::app::model::{GroupFacts, GroupLine, Model};
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::editor::{Editor, Lines};
use crate::widgets::glyphs;

/// What is typed at home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// Something to filter the list by.
    Filter,
    /// The name of a new group.
    Name,
}

/// The state of the home screen.
#[derive(Debug, Default)]
pub struct Home {
    /// The groups that are there.
    pub groups: Vec<GroupLine>,
    /// The row at hand among those that are shown, counted from 0.
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

    /// Begins to type.
    pub fn begin(&mut self, typing: Typing) {
        let text = if typing == Typing::Filter { self.filter.as_str() } else { "" };
        self.field = Some((typing, Editor::new(text, Lines::One)));
    }

    /// What is being typed.
    pub fn field(&mut self) -> Option<&mut (Typing, Editor)> {
        self.field.as_mut()
    }

    /// Stops typing and returns what was typed.
    pub fn end(&mut self) -> Option<(Typing, String)> {
        self.field.take().map(|(typing, editor)| (typing, editor.text()))
    }

    /// The name that is being typed for a new group. Typing goes on until the group is there.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        let (_, editor) = self.field.as_ref().filter(|(typing, _)| *typing == Typing::Name)?;
        Some(editor.text())
    }

    /// Takes over what is typed in the filter.
    pub fn follow_filter(&mut self) {
        if let Some((Typing::Filter, editor)) = &self.field {
            self.filter = editor.text();
            self.row = 0;
        }
    }

    /// The groups that fit the filter.
    pub fn shown(&self) -> impl Iterator<Item = &GroupLine> {
        let wanted = self.filter.trim().to_lowercase();
        self.groups.iter().filter(move |line| {
            let name = line.facts.as_ref().map_or(line.slug.as_str(), |facts| facts.name.as_str());
            name.to_lowercase().contains(&wanted)
        })
    }

    /// Goes up or down, as far as there are groups.
    pub fn step(&mut self, rows: isize) {
        let count = if self.week { week::rows(self).len() } else { self.shown().count() };
        let last = count.saturating_sub(1);
        self.row = self.row.saturating_add_signed(rows).min(last);
    }

    /// The week across groups, or the groups again.
    pub fn turn(&mut self) {
        self.week = !self.week;
        self.row = 0;
    }

    /// The group at hand.
    #[must_use]
    pub fn chosen(&self) -> Option<&GroupLine> {
        if self.week {
            return week::rows(self).get(self.row).map(|(line, _)| *line);
        }
        self.shown().nth(self.row)
    }
}

/// Draws the groups.
pub fn draw(canvas: &mut Canvas<'_>, home: &Home, model: &Model, theme: Theme) {
    let words = model.words;
    let mut top = 1;
    if let Some((typing, editor)) = &home.field {
        let label = match typing {
            Typing::Filter => words.key_filter(),
            Typing::Name => words.ask_group_name(),
        };
        let x = canvas.put(0, 0, label, theme.strong()) + 2;
        let text = editor.text();
        let before = glyphs::width(text.get(..editor.cursor()).unwrap_or(""));
        canvas.put(x, 0, &text, theme.plain());
        canvas.set_cursor(x + before, 0);
        top = 2;
    } else if !home.filter.is_empty() {
        canvas.put(0, 0, &words.filtered_by(&home.filter), theme.quiet());
    }
    let rows: Vec<&GroupLine> = home.shown().collect();
    if rows.is_empty() {
        let text =
            if home.groups.is_empty() { words.home_is_empty() } else { words.nothing_found() };
        canvas.put_wrapped(0, top, canvas.width().min(76), text, theme.plain());
        return;
    }
    headings(canvas, top, model, theme);
    let height = usize::from(canvas.height().saturating_sub(top + 1));
    let first = (home.row + 1).saturating_sub(height);
    for (y, (nr, line)) in (top + 1..).zip(rows.iter().enumerate().skip(first).take(height)) {
        group(canvas, y, line, model, theme);
        if nr == home.row {
            canvas.style(0, y, canvas.width(), theme.at_hand());
        }
    }
    if rows.len() > first + height {
        canvas.put(
            canvas.width().saturating_sub(1),
            canvas.height().saturating_sub(1),
            "»",
            theme.accent(),
        );
    }
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

fn headings(canvas: &mut Canvas<'_>, y: u16, model: &Model, theme: Theme) {
    let words = model.words;
    let [phase, steps, next, late] = columns(canvas.width());
    canvas.put(1, y, words.group_column(), theme.quiet());
    canvas.put(phase, y, words.phase_column(), theme.quiet());
    canvas.put(steps, y, words.steps_column(), theme.quiet());
    canvas.put(next, y, words.next_column(), theme.quiet());
    if has_room_for_late(canvas.width()) {
        canvas.put(late, y, words.late_column(), theme.quiet());
    }
}

fn group(canvas: &mut Canvas<'_>, y: u16, line: &GroupLine, model: &Model, theme: Theme) {
    let [phase, steps, next, late] = columns(canvas.width());
    let facts: &GroupFacts = match &line.facts {
        Ok(facts) => facts,
        Err(sentence) => {
            let at = canvas.put_in(1, y, phase.saturating_sub(2), &line.slug, theme.plain()) + 2;
            canvas.put(at, y, sentence, theme.plain());
            return;
        }
    };
    canvas.put_in(1, y, phase.saturating_sub(2), &facts.name, theme.plain());
    canvas.put(phase, y, &model.words.phase_number(facts.phase), theme.plain());
    canvas.put(steps, y, &format!("{:2}/25", facts.steps), theme.plain());
    let (unfinished, today) = (facts.unfinished, model.today());
    let planned = if is_narrow(canvas.width()) {
        model.words.next_in_narrow_column(unfinished, facts.next, today)
    } else {
        model.words.next_in_column(unfinished, facts.next, today)
    };
    if !has_room_for_late(canvas.width()) {
        canvas.put(next, y, &planned, theme.plain());
        return;
    }
    canvas.put_in(next, y, late.saturating_sub(next + 2), &planned, theme.plain());
    canvas.put(late, y, &model.words.late_in_column(&facts.late), theme.plain());
}
