//! The minutes of one meeting, or of all.

use std::borrow::Cow;

use super::{Kind, Options};
use crate::cli::environment::USAGE;
use crate::cli::output::Failure;
use crate::cli::shell::Shell;
use crate::content::Content;
use crate::domain::dates::read_date;
use crate::domain::group::Group;
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
    let chosen = meetings(shell, &opened.dossier.group, options.meeting)?;
    let documents = chosen.into_iter().map(|id| one(shell, opened, &content, id, options.format));
    Ok(documents.collect::<Result<Vec<_>, _>>()?.join(&b'\n'))
}

/// The meetings that were asked for, oldest first; the last one if none was named.
fn meetings(shell: &Shell, group: &Group, asked: Option<&str>) -> Result<Vec<MeetingId>, Failure> {
    let words = shell.words;
    let held: Vec<MeetingId> = group.meetings_in_order().iter().map(|held| held.id).collect();
    let Some(last) = held.last() else {
        return Err(Failure::new(words.no_meetings(), words.groups_hint()));
    };
    match asked {
        None => Ok(vec![*last]),
        Some(ALL) => Ok(held),
        Some(asked) => on_date(shell, &held, asked).map(|id| vec![id]),
    }
}

/// The meeting of an id or a date, else the failure with the nearest meeting.
fn on_date(shell: &Shell, held: &[MeetingId], asked: &str) -> Result<MeetingId, Failure> {
    let words = shell.words;
    let wanted = match asked.parse() {
        Ok(id) => id,
        Err(_) => read_date(asked, shell.today()?).map(MeetingId::first).map_err(|_| Failure {
            code: USAGE,
            ..Failure::new(words.no_such_date(&sanitize::line(asked)), words.meeting_hint())
        })?,
    };
    if held.contains(&wanted) {
        return Ok(wanted);
    }
    let distance = |id: &&MeetingId| ((id.date - wanted.date).num_days().abs(), id.nth);
    let near = held.iter().min_by_key(distance).map(ToString::to_string).unwrap_or_default();
    Err(Failure::new(words.no_meeting_on(wanted.date), words.nearest_meeting(&near)))
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
