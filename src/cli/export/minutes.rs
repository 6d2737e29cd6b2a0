//! The minutes of one meeting, or of all.

use std::borrow::Cow;

use super::{Kind, Options};
use crate::cli::environment::USAGE;
use crate::cli::output::Failure;
use crate::cli::shell::Shell;
use crate::content::Content;
use crate::domain::dates::read_past_date;
use crate::domain::held::{Course, HeldMeeting};
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Meeting;
use crate::export::format::Format;
use crate::export::minutes::MinutesPaper;
use crate::sanitize;
use crate::store::open::read_meeting;
use crate::store::opened::Opened;

pub(super) static KIND: Kind = Kind { name: "minutes", write };

/// The value of `--meeting` for all meetings.
const ALL: &str = "all";

fn write(shell: &Shell, opened: &Opened, options: &Options<'_>) -> Result<Vec<u8>, Failure> {
    let content = shell.content();
    let chosen = meetings(shell, opened, options.meeting)?;
    let documents = chosen.into_iter().map(|id| one(shell, opened, &content, id, options.format));
    Ok(documents.collect::<Result<Vec<_>, _>>()?.join(&b'\n'))
}

/// The meetings that were asked for, oldest first; the last one if none was named.
fn meetings(
    shell: &Shell,
    opened: &Opened,
    asked: Option<&str>,
) -> Result<Vec<MeetingId>, Failure> {
    let words = shell.words;
    let group = &opened.dossier.group;
    let held = group.meetings_in_order();
    // One that is prepared has no minutes yet, unless words were written in it.
    let has_words = |id| opened.dossier.meeting(id).is_some_and(|meeting| !meeting.wordless(group));
    let begun =
        held.iter().rev().find(|held| held.course != Course::Prepared || has_words(held.id));
    let Some(last) = begun.or(held.last()) else {
        return Err(Failure::new(words.no_meetings(), words.groups_hint()));
    };
    match asked {
        None => Ok(vec![last.id]),
        Some(ALL) => Ok(held.iter().map(|held| held.id).collect()),
        Some(asked) => named(shell, &held, asked).map(|id| vec![id]),
    }
}

/// The meeting of a day or an id, else the failure with the nearest meeting.
fn named(shell: &Shell, held: &[&HeldMeeting], asked: &str) -> Result<MeetingId, Failure> {
    let words = shell.words;
    let id: Option<MeetingId> = asked.parse().ok();
    let day = match id {
        Some(id) => id.date,
        // A meeting is in the past: "29 aug" is the last one.
        None => read_past_date(asked, shell.today()?).map_err(|_| Failure {
            code: USAGE,
            ..Failure::new(words.no_such_date(&sanitize::line(asked)), words.meeting_hint())
        })?,
    };
    let is_first = id.is_none_or(|id| id.nth == 1);
    let on_day: Vec<MeetingId> =
        held.iter().filter(|held| is_first && held.day() == day).map(|held| held.id).collect();
    match on_day.as_slice() {
        [one] => return Ok(*one),
        [] => {}
        several => {
            let ids: Vec<String> = several.iter().map(ToString::to_string).collect();
            let hint = words.choose_meeting(&ids);
            return Err(Failure::new(words.several_meetings_on(day), hint));
        }
    }
    if let Some(id) = id.filter(|id| held.iter().any(|held| held.id == *id)) {
        return Ok(id);
    }
    let distance = |held: &&&HeldMeeting| ((held.day() - day).num_days().abs(), held.id.nth);
    let near = held.iter().min_by_key(distance).map(|held| held.id.to_string()).unwrap_or_default();
    Err(Failure::new(words.no_meeting_on(day), words.nearest_meeting(&near)))
}

fn one(
    shell: &Shell,
    opened: &Opened,
    content: &Content,
    id: MeetingId,
    format: Format,
) -> Result<Vec<u8>, Failure> {
    let meeting = match opened.dossier.meeting(id) {
        Some(meeting) => Cow::Borrowed(meeting),
        None => Cow::Owned(from_disk(shell, opened, id)?),
    };
    Ok(MinutesPaper::of(&opened.dossier.group, &meeting, shell.today()?).write(
        content,
        shell.words,
        format,
    ))
}

/// A meeting that opening the group did not read.
fn from_disk(shell: &Shell, opened: &Opened, id: MeetingId) -> Result<Meeting, Failure> {
    let files = shell.store()?.files.as_ref();
    read_meeting(files, &opened.folder, id)
        .map(|read| read.meeting)
        .map_err(|broken| Failure::broken(&broken, shell.words))
}
