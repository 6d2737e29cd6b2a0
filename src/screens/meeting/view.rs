//! Drawing the meeting: the structure at the left, the matter and the note at the right.

use super::matter;
use super::note::{self, NoteRow};
use super::room::Room;
use super::row::{Act, Look, Row};
use super::{Focus, MeetingScreen, TextRef, form, items};
use crate::domain::change::MeetingText;
use crate::domain::hour::{HourState, Reading};
use crate::domain::meeting::{Draft, Place, Presence};
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::editor::Lines;
use crate::widgets::{glyphs, wrap};

/// Columns of text stop here; longer lines read badly.
const READING_WIDTH: u16 = 90;
/// From this width on the matter stands beside the note instead of above it.
const WIDE: u16 = 130;

/// The columns of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Cells of the list of items.
    pub list: u16,
    /// Cells of the note.
    pub note: u16,
    /// Cells of the matter, when it stands beside the note.
    pub matter: Option<u16>,
}

/// The columns of a body `width` cells wide.
#[must_use]
pub fn columns(width: u16) -> Columns {
    let list = match width {
        0..100 => 22,
        100..WIDE => 26,
        _ => 30,
    };
    let right = width.saturating_sub(list + 2);
    if width < WIDE {
        return Columns { list, note: right.min(READING_WIDTH), matter: None };
    }
    let note = (right * 55 / 100).min(READING_WIDTH);
    let matter = (right - note - 3).min(READING_WIDTH);
    Columns { list, note, matter: Some(matter) }
}

/// The cells a text that is being typed has, in a body `width` cells wide.
#[must_use]
pub fn text_width(screen: &MeetingScreen, room: &Room<'_>, width: u16) -> u16 {
    let columns = columns(width);
    let matter = columns.matter.unwrap_or(columns.note);
    match screen.editing().map(|editing| editing.text) {
        Some(TextRef::Meeting(MeetingText::Note(_))) | None => note_width(columns.note),
        Some(TextRef::Meeting(MeetingText::Draft(_))) => columns.note.saturating_sub(4),
        Some(_) => {
            let rows = page_rows(screen, room);
            let width = page_width(matter);
            rows.get(screen.row).map_or(width, |row| field(row, width).1)
        }
    }
}

/// One cell is kept for the cursor behind a full row.
fn note_width(column: u16) -> u16 {
    column.saturating_sub(1)
}

/// Two cells at the right edge are kept for the sign that there is more.
fn page_width(column: u16) -> u16 {
    column.saturating_sub(2)
}

fn page_rows(screen: &MeetingScreen, room: &Room<'_>) -> Vec<Row> {
    matter::rows(room, screen.level)
}

/// Draws the body of the meeting.
pub fn draw(canvas: &mut Canvas<'_>, screen: &MeetingScreen, room: &Room<'_>, theme: Theme) {
    let columns = columns(canvas.width());
    let height = canvas.height();
    list(&mut canvas.part(0, 0, columns.list, height), screen, room, theme);
    canvas.part(columns.list, 0, 1, height).upright(0, "│", theme.quiet());
    let right = canvas.width().saturating_sub(columns.list + 2);
    let mut right = canvas.part(columns.list + 2, 0, right, height);
    if let Some(draft) = &room.meeting.draft {
        let mut page = right.part(0, 0, columns.note, height);
        questions(&mut page, screen, room, draft, theme);
        return;
    }
    heading(&mut right, room, theme);
    let body_height = height.saturating_sub(1);
    match (room.meeting.place, columns.matter) {
        (Place::Item(nr), Some(matter)) => {
            written(&mut right.part(0, 1, columns.note, body_height), screen, room, nr, theme);
            right.part(columns.note + 1, 1, 1, body_height).upright(0, "│", theme.quiet());
            let mut beside = right.part(columns.note + 3, 1, matter, body_height);
            page(&mut beside, screen, room, theme);
        }
        (Place::Item(nr), None) => {
            stacked(&mut right.part(0, 1, columns.note, body_height), screen, room, nr, theme)
        }
        (_, matter) => {
            let width = matter.map_or(columns.note, |_| READING_WIDTH);
            page(&mut right.part(0, 1, width, body_height), screen, room, theme);
        }
    }
}

/// The matter above the note.
fn stacked(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    room: &Room<'_>,
    nr: usize,
    theme: Theme,
) {
    let (width, height) = (canvas.width(), canvas.height());
    let rows = page_rows(screen, room);
    let lines = lay_out(&rows, room, page_width(width));
    let most =
        if screen.focus == Focus::Matter { height.saturating_sub(4) } else { height * 45 / 100 };
    let needed = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let matter_height = needed.min(most);
    let hidden = page(&mut canvas.part(0, 0, width, matter_height), screen, room, theme);
    let mut rule = canvas.part(0, matter_height, width, 1);
    rule.rule(0, "─", theme.quiet());
    let more = room.words.hidden_lines(hidden.0, hidden.1);
    if !more.is_empty() {
        rule.put_right(0, &format!(" {more} "), theme.quiet());
    }
    let note_height = height.saturating_sub(matter_height + 1);
    written(&mut canvas.part(0, matter_height + 1, width, note_height), screen, room, nr, theme);
}

/// The list of items, and who is there.
fn list(canvas: &mut Canvas<'_>, screen: &MeetingScreen, room: &Room<'_>, theme: Theme) {
    let width = canvas.width();
    for (nr, place) in items::places(room.meeting).into_iter().enumerate() {
        let Ok(y) = u16::try_from(nr) else { break };
        let here = place == room.meeting.place;
        let style = if here { theme.strong() } else { theme.plain() };
        canvas.put(0, y, if here { "»" } else { " " }, theme.accent());
        let (text, mark) = entry(room, place);
        canvas.put_in(1, y, width.saturating_sub(4), &text, style);
        let at = width.saturating_sub(glyphs::width(&mark) + 1);
        canvas.put(at, y, &mark, theme.quiet());
        if screen.focus == Focus::Items
            && screen.item_row.min(items::places(room.meeting).len() - 1) == nr
        {
            canvas.style(0, y, width.saturating_sub(1), theme.at_hand());
        }
    }
    let Ok(y) = u16::try_from(items::places(room.meeting).len() + 1) else { return };
    let lines = people(room);
    for (nr, line) in (0u16..).zip(&lines) {
        canvas.put_in(1, y + nr, width.saturating_sub(2), line, theme.quiet());
    }
}

/// A place in the list, and its mark: spoken about, or not every time.
fn entry(room: &Room<'_>, place: Place) -> (String, String) {
    let words = room.words;
    match place {
        Place::Attendance => (words.who_is_there().to_owned(), String::new()),
        Place::Closing => (words.closing().to_owned(), String::new()),
        Place::AfterTalk => (words.after_talk().to_owned(), String::new()),
        Place::Item(nr) => {
            let Some(item) = room.meeting.item(nr) else { return Default::default() };
            let short = room.content.item(item.kind).map_or("", |item| &item.short);
            let mark = if item.discussed { "■" } else { words.need(item.need).unwrap_or("") };
            let mark = if glyphs::width(mark) > 4 { "" } else { mark };
            (format!("{} {short}", nr + 1), mark.to_owned())
        }
    }
}

/// Who is there and who does what, in a few short lines.
fn people(room: &Room<'_>) -> Vec<String> {
    let words = room.words;
    let expected = room.meeting.attendance.len();
    let mut lines = vec![words.so_many_there(room.present().count(), expected)];
    for presence in [Presence::SentWord, Presence::NotPresent] {
        let away = room.meeting.attendance.iter().filter(|one| one.presence == presence);
        let names: Vec<String> = away.map(|attendee| room.name(attendee.person)).collect();
        if !names.is_empty() {
            lines.push(format!("{} {}", words.presence(presence), names.join(", ")));
        }
    }
    lines.push(String::new());
    for role in super::row::MeetingRole::ALL {
        if let Some(person) = super::attendance::holder(room, role) {
            lines.push(format!("{} {}", words.role(role), room.name(person)));
        }
    }
    lines
}

/// The name of the place, and the time it has.
fn heading(canvas: &mut Canvas<'_>, room: &Room<'_>, theme: Theme) {
    let words = room.words;
    let (title, time) = match room.meeting.place {
        Place::Attendance => (words.who_is_there().to_owned(), String::new()),
        Place::Closing => (words.closing_title().to_owned(), String::new()),
        Place::AfterTalk => (words.after_title().to_owned(), String::new()),
        Place::Item(nr) => item_heading(room, nr),
    };
    let room_left = canvas.width().saturating_sub(glyphs::width(&time) + 1);
    canvas.put_in(0, 0, room_left, &title, theme.strong());
    canvas.put_right(0, &time, theme.quiet());
}

fn item_heading(room: &Room<'_>, nr: usize) -> (String, String) {
    let Some(item) = room.meeting.item(nr) else { return Default::default() };
    let reading: Reading = room.reading();
    let need = room.words.need(item.need).map(|need| format!(" ({need})")).unwrap_or_default();
    let title = format!("{} {}{need}", nr + 1, room.content.title(item.kind));
    let spent = reading.spent_on(nr).num_minutes();
    let time = match reading.state {
        HourState::Waiting => room.words.minutes(i64::from(item.minutes)),
        _ => room.words.spent_of(spent, i64::from(item.minutes)),
    };
    (title, time)
}

/// The note of an item.
fn written(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    room: &Room<'_>,
    nr: usize,
    theme: Theme,
) {
    let Some(item) = room.meeting.item(nr) else { return };
    let width = note_width(canvas.width());
    let rows = note::rows(room, &item.note, width);
    let text = TextRef::Meeting(MeetingText::Note(nr));
    let editing = screen.editing().filter(|editing| editing.text == text);
    let cursor = editing.map(|editing| editing.editor.cursor());
    let (cursor_row, within) = note::locate(&rows, cursor.unwrap_or(0));
    let height = usize::from(canvas.height());
    // The understanding below the line at hand stays in sight too.
    let below = rows.iter().skip(cursor_row + 1);
    let tail = below.take_while(|row| matches!(row, NoteRow::Understood(_))).count();
    let top = (cursor_row + tail + 1).saturating_sub(height).min(cursor_row);
    if item.note.is_empty() && cursor.is_some() {
        canvas.put_wrapped(0, 0, width, room.words.note_is_empty(), theme.quiet());
    }
    for (y, row) in (0u16..).zip(rows.iter().skip(top).take(height)) {
        match row {
            NoteRow::Text { start, end, marked } => {
                let style = if *marked { theme.strong() } else { theme.plain() };
                let words = item.note.get(*start..*end).unwrap_or("");
                if !words.is_empty() {
                    canvas.put(0, y, words, style);
                }
            }
            NoteRow::Understood(meaning) => {
                canvas.put_in(2, y, width.saturating_sub(2), meaning, theme.accent());
            }
        }
    }
    if let (true, Some(y)) = (cursor.is_some(), cursor_row.checked_sub(top)) {
        place_cursor(canvas, &item.note, rows.get(cursor_row), within, y);
    }
    let last = canvas.height().saturating_sub(1);
    if rows.len() > top + height {
        canvas.put(canvas.width().saturating_sub(1), last, "»", theme.accent());
    }
}

fn place_cursor(
    canvas: &mut Canvas<'_>,
    text: &str,
    row: Option<&NoteRow>,
    within: usize,
    y: usize,
) {
    if let (Some(NoteRow::Text { start, .. }), Ok(y)) = (row, u16::try_from(y)) {
        let before = text.get(*start..start + within).unwrap_or("");
        canvas.set_cursor(glyphs::width(before), y);
    }
}

/// A line of the page: part of a row.
struct Line {
    row: usize,
    x: u16,
    text: String,
    value: String,
    /// Where the text of a field begins, in bytes of it, when this line shows some of it.
    field: Option<usize>,
}

/// Where the text of a field begins, and how many cells it has.
fn field(row: &Row, width: u16) -> (u16, u16) {
    let label = glyphs::width(&row.text) + 2;
    let own_row = matches!(row.act, Act::Field(_, Lines::Many));
    let x = row.indent + if own_row { 2 } else { label.max(10) };
    (x, width.saturating_sub(x + 1).max(4))
}

fn lay_out(rows: &[Row], room: &Room<'_>, width: u16) -> Vec<Line> {
    rows.iter().enumerate().flat_map(|(nr, row)| lines_of(nr, row, room, width)).collect()
}

fn lines_of(nr: usize, row: &Row, room: &Room<'_>, width: u16) -> Vec<Line> {
    let plain = |x, text: &str, value: &str| Line {
        row: nr,
        x,
        text: text.to_owned(),
        value: value.to_owned(),
        field: None,
    };
    if let Act::Field(text, lines) = row.act {
        let (x, cells) = field(row, width);
        let typed = text.read(room.group, room.meeting);
        let mut shown: Vec<Line> = wrap::rows(&typed, cells)
            .into_iter()
            .map(|part| Line {
                field: Some(part.start),
                ..plain(x, typed.get(part.start..part.end).unwrap_or(""), "")
            })
            .collect();
        let label = plain(row.indent, &row.text, "");
        if lines == Lines::Many {
            shown.insert(0, label);
        } else if let Some(first) = shown.first_mut() {
            first.value.clone_from(&row.text);
        }
        return shown;
    }
    let value = if row.value.is_empty() { 0 } else { glyphs::width(&row.value) + 2 };
    let cells = width.saturating_sub(row.indent + value).max(8);
    let wrapped = wrap::rows(&row.text, cells).into_iter().enumerate();
    wrapped
        .map(|(part, span)| {
            let text = row.text.get(span.start..span.end).unwrap_or("");
            plain(row.indent, text, if part == 0 { &row.value } else { "" })
        })
        .collect()
}

/// The rows of the page; returns how many lines are out of sight above and below.
fn page(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    room: &Room<'_>,
    theme: Theme,
) -> (usize, usize) {
    let rows = page_rows(screen, room);
    let lines = lay_out(&rows, room, page_width(canvas.width()));
    let height = usize::from(canvas.height());
    let cursor = screen.editing().map(|editing| editing.editor.cursor());
    let focused = screen.focus == Focus::Matter;
    let at = if focused { screen.row } else { 0 };
    let end = line_at_hand(&lines, at, cursor.filter(|_| focused));
    let top = (end + 1).saturating_sub(height);
    for (y, line) in (0u16..).zip(lines.iter().skip(top).take(height)) {
        let Some(row) = rows.get(line.row) else { continue };
        let at_hand = focused && line.row == at;
        draw_line(canvas, y, line, row, at_hand, theme);
        if let (true, Some(start), Some(cursor)) = (at_hand, line.field, cursor) {
            let last = start + line.text.len();
            let next_starts = lines.iter().any(|it| it.row == at && it.field == Some(cursor));
            if (start..=last).contains(&cursor)
                && (cursor == start || cursor < last || !next_starts)
            {
                let before = line.text.get(..cursor - start).unwrap_or("");
                canvas.set_cursor(line.x + glyphs::width(before), y);
            }
        }
    }
    let below = lines.len().saturating_sub(top + height);
    if below > 0 {
        canvas.put(
            canvas.width().saturating_sub(1),
            canvas.height().saturating_sub(1),
            "»",
            theme.accent(),
        );
    }
    (top, below)
}

/// The last line that has to be in sight: the end of the row at hand, or the line typed in.
fn line_at_hand(lines: &[Line], row: usize, cursor: Option<usize>) -> usize {
    let of_row = |line: &&Line| line.row == row;
    match cursor {
        Some(cursor) => lines
            .iter()
            .rposition(|line| line.row == row && line.field.is_some_and(|start| start <= cursor)),
        None => lines.iter().rposition(|line| of_row(&line)),
    }
    .unwrap_or(0)
}

fn draw_line(canvas: &mut Canvas<'_>, y: u16, line: &Line, row: &Row, at_hand: bool, theme: Theme) {
    let style = match row.look {
        Look::Plain => theme.plain(),
        Look::Heading | Look::Strong => theme.strong(),
        Look::Quiet => theme.quiet(),
    };
    let width = page_width(canvas.width());
    let mut canvas = canvas.part(0, 0, width, canvas.height());
    if line.field.is_some() {
        let label = if at_hand { theme.strong() } else { theme.quiet() };
        canvas.put_in(row.indent, y, line.x.saturating_sub(row.indent + 1), &line.value, label);
        canvas.put(line.x, y, &line.text, theme.plain());
        return;
    }
    let is_label = matches!(row.act, Act::Field(..));
    let style = if is_label && !at_hand { theme.quiet() } else { style };
    canvas.put(line.x, y, &line.text, style);
    if !line.value.is_empty() {
        canvas.put_right(y, &line.value, style);
    }
    if at_hand && !is_label {
        canvas.style(line.x, y, width.saturating_sub(line.x), theme.at_hand());
    }
}

/// An open form, in the place of the matter and the note.
fn questions(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    room: &Room<'_>,
    draft: &Draft,
    theme: Theme,
) {
    let width = canvas.width();
    canvas.put(0, 0, &form::title(room, draft.form), theme.strong());
    let mut y = 2;
    for (nr, (question, hint)) in form::questions(room, draft.form).into_iter().enumerate() {
        let at_hand = nr == draft.at;
        let style = if at_hand { theme.strong() } else { theme.quiet() };
        y = canvas.put_wrapped(0, y, width, question, style);
        let answer = draft.answers.get(nr).map_or("", String::as_str);
        let cursor = screen.editing().map(|editing| editing.editor.cursor()).filter(|_| at_hand);
        y = answer_rows(canvas, y, width.saturating_sub(4), answer, cursor, theme);
        if at_hand && !hint.is_empty() {
            y = canvas.put_wrapped(2, y, width.saturating_sub(2), &hint, theme.quiet());
        }
        if let Some(meaning) = form::understood(room, draft).filter(|_| at_hand) {
            y = canvas.put_wrapped(2, y, width.saturating_sub(2), &meaning, theme.accent());
        }
        y += 1;
    }
}

fn answer_rows(
    canvas: &mut Canvas<'_>,
    y: u16,
    width: u16,
    answer: &str,
    cursor: Option<usize>,
    theme: Theme,
) -> u16 {
    let rows = wrap::rows(answer, width);
    let at = cursor.map(|cursor| wrap::locate(&rows, cursor));
    // A long answer shows the rows around the cursor, three of them.
    let top = at.map_or(0, |(row, _)| row.saturating_sub(2));
    let mut bottom = y;
    for (nr, row) in rows.iter().enumerate().skip(top).take(3) {
        let words = answer.get(row.start..row.end).unwrap_or("");
        canvas.put(2, bottom, words, theme.plain());
        if let Some((_, within)) = at.filter(|(line, _)| *line == nr) {
            let before = words.get(..within).unwrap_or(words);
            canvas.set_cursor(2 + glyphs::width(before), bottom);
        }
        bottom += 1;
    }
    if rows.len() > top + 3 {
        canvas.put(width + 2, bottom.saturating_sub(1), "»", theme.accent());
    }
    bottom
}
