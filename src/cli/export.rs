//! `kring export`: a text of a group, for on paper or in a file.

use std::path::{Component, Path, PathBuf, absolute};

use super::arguments::Export;
use super::find::nearest;
use super::{Answer, Failure, Shell, USAGE};
use crate::content::Content;
use crate::domain::dates::read_date;
use crate::domain::group::Group;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Minutes;
use crate::export::minutes::minutes;
use crate::harmless;
use crate::store::open::{Opened, read_meeting};
use crate::store::save::replace;

/// What can be exported now.
const MINUTES: &str = "minutes";
/// What will be.
const LATER: [&str; 10] = [
    "plan",
    "card",
    "agenda",
    "chair",
    "invitation",
    "questionnaire",
    "sociogram",
    "agreements",
    "calendar",
    "dossier",
];

impl Shell {
    pub(super) fn export(&self, order: &Export) -> Result<Answer, Failure> {
        self.known(&order.what)?;
        let slug = self.find(&order.group)?;
        let opened = self.look(&slug)?;
        let content = self.content()?;
        let written = self
            .which(&opened.dossier.group, order.meeting.as_deref())?
            .into_iter()
            .map(|id| self.minutes_of(&opened, &content, id, order))
            .collect::<Result<Vec<String>, Failure>>()?;
        let text = written.join("\n");
        let answer = match &order.output {
            Some(path) if path.as_os_str() != "-" => self.write(path, &text)?,
            _ => Answer::said(text),
        };
        Ok(answer.doubting(&opened, self.words))
    }

    fn known(&self, what: &str) -> Result<(), Failure> {
        let words = self.words;
        if what == MINUTES {
            return Ok(());
        }
        if LATER.contains(&what) {
            return Err(Failure::new(words.not_exported_yet(what), words.what_hint()));
        }
        let all = LATER.into_iter().chain([MINUTES]);
        let near = nearest(&what.to_lowercase(), all).unwrap_or(MINUTES);
        let hint = format!("{} {}", words.did_you_mean(near), words.what_hint());
        Err(Failure::new(words.no_such_export(&harmless::line(what)), hint))
    }

    /// The meetings that were asked for, oldest first: the one begun last when nothing was said.
    fn which(&self, group: &Group, asked: Option<&str>) -> Result<Vec<MeetingId>, Failure> {
        let words = self.words;
        let held: Vec<MeetingId> = group.meetings.iter().map(|held| held.id).collect();
        let Some(last) = held.last() else {
            return Err(Failure::new(words.no_meetings(), words.groups_hint()));
        };
        match asked {
            None => Ok(vec![*last]),
            Some("all") => Ok(held),
            Some(asked) => self.on_date(&held, asked).map(|id| vec![id]),
        }
    }

    fn on_date(&self, held: &[MeetingId], asked: &str) -> Result<MeetingId, Failure> {
        let words = self.words;
        let wanted = match asked.parse() {
            Ok(id) => id,
            Err(_) => {
                read_date(asked, self.today()?).map(MeetingId::first).map_err(|_| Failure {
                    code: USAGE,
                    ..Failure::new(words.no_such_date(&harmless::line(asked)), words.meeting_hint())
                })?
            }
        };
        if held.contains(&wanted) {
            return Ok(wanted);
        }
        let away = |id: &&MeetingId| ((id.date - wanted.date).num_days().abs(), id.nth);
        let near = held.iter().min_by_key(away).map(ToString::to_string).unwrap_or_default();
        Err(Failure::new(words.no_meeting_on(wanted.date), words.nearest_meeting(&near)))
    }

    fn minutes_of(
        &self,
        opened: &Opened,
        content: &Content,
        id: MeetingId,
        order: &Export,
    ) -> Result<String, Failure> {
        let meeting = match opened.dossier.meeting(id) {
            Some(meeting) => meeting.clone(),
            None => self.read_meeting(opened, id)?,
        };
        let drawn = match meeting.minutes.as_ref().filter(|_| meeting.finished()) {
            Some(agreed) => (**agreed).clone(),
            None => Minutes::draw_up(&opened.dossier.group, &meeting),
        };
        let (concept, reopened) = (!meeting.finished(), &meeting.reopened);
        Ok(minutes(&drawn, content, self.words, order.format, concept, reopened))
    }

    fn read_meeting(&self, opened: &Opened, id: MeetingId) -> Result<Meeting, Failure> {
        let files = self.store()?.files.as_ref();
        read_meeting(files, &opened.folder, id)
            .map(|read| read.meeting)
            .map_err(|broken| Failure::broken(&broken, self.words))
    }

    fn write(&self, path: &Path, text: &str) -> Result<Answer, Failure> {
        let (store, words) = (self.store()?, self.words);
        let there = real(path);
        if there.starts_with(real(&store.folder.groups())) {
            return Err(Failure::new(words.not_among_groups(), words.elsewhere_hint()));
        }
        // A device or a folder is not put aside for a file.
        if there.metadata().is_ok_and(|found| !found.is_file()) {
            return Err(Failure::new(words.not_a_file(), words.elsewhere_hint()));
        }
        replace(store.files.as_ref(), &there, text.as_bytes())
            .map_err(|error| Failure::new(words.not_saved(&error), words.elsewhere_hint()))?;
        let shown = path.display().to_string();
        Ok(Answer::said(format!("{}\n", words.written_to(&harmless::line(&shown)))))
    }
}

/// Where a path leads, as far as it is there.
fn real(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in absolute(path).unwrap_or_else(|_| path.to_owned()).components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    let there = plain.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
    let Some((part, real)) = there else { return plain };
    match plain.strip_prefix(part) {
        // An empty rest would make a folder of a file.
        Ok(rest) if rest.as_os_str().is_empty() => real,
        Ok(rest) => real.join(rest),
        Err(_) => plain,
    }
}
