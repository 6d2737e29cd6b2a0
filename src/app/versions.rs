//! Two programs at one group, and files that others changed: what is asked, and what follows.

use super::action::Action;
use super::message::Effect;
use super::model::{Model, Over, Screen};
use crate::domain::meeting::Meeting;
use crate::screens::overview::{self, Lead};
use crate::screens::question::{Asked, Question};
use crate::screens::reader::Reader;
use crate::screens::second;
use crate::store::lock::Owner;
use crate::store::open::Permission;
use crate::store::second::{Held, Second};

/// Versions of a group's files besides those that are open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    /// Files that another program changed while they were open.
    pub stuck: Vec<Stuck>,
    /// Who took the group over on another computer meanwhile.
    pub other: Option<Owner>,
    /// Second versions that stand beside the files.
    pub seconds: Vec<Second>,
}

/// A file that another program changed while it was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// Its name.
    pub name: String,
    /// The name under which what kring has is kept meanwhile.
    pub beside: String,
}

/// A second version that was read.
#[derive(Debug)]
pub struct SecondRead {
    /// Which it is.
    pub second: Second,
    /// What it holds.
    pub held: Held,
    /// The meeting it is compared with.
    pub current: Option<Meeting>,
}

/// Asks something; the safe answer is at hand.
pub fn ask(model: &mut Model, asked: Asked) {
    model.over = Some(Over::Question(Question { asked, row: 0 }));
}

/// Does what a key says in a question.
pub fn answer(model: &mut Model, mut question: Question, action: Action) -> Vec<Effect> {
    let last = question.answers(model.words).len().saturating_sub(1);
    match action {
        Action::Up => question.row = question.row.saturating_sub(1),
        Action::Down => question.row = (question.row + 1).min(last),
        Action::Press => {
            return match (question.asked, question.row) {
                (Asked::TakeOver, 1) => vec![Effect::TakeOver],
                (Asked::Settle, 1) => vec![Effect::Settle(true)],
                (Asked::Settle, 2) => vec![Effect::Settle(false)],
                _ => Vec::new(),
            };
        }
        _ => return Vec::new(),
    }
    model.over = Some(Over::Question(question));
    Vec::new()
}

/// The second version at hand at the group.
#[must_use]
pub fn second_at_hand(model: &Model) -> Option<&Second> {
    let Screen::Overview(overview) = &model.screen else { return None };
    match overview::rows(model).get(overview.row)? {
        Lead::Second(nr) => model.open.as_ref()?.versions.seconds.get(*nr),
        _ => None,
    }
}

/// Puts the second version at hand in the backups.
pub fn put_away(model: &mut Model) -> Vec<Effect> {
    if !model.may_write() {
        model.refuse_to_write();
        return Vec::new();
    }
    second_at_hand(model).cloned().map(Effect::PutAway).into_iter().collect()
}

/// What became of the versions.
pub fn told(model: &mut Model, versions: Versions, said: Option<String>) {
    model.notice = said.or(model.notice.take());
    if let Some(open) = &mut model.open {
        open.versions = versions;
    }
    let last = overview::rows(model).len().saturating_sub(1);
    if let Screen::Overview(overview) = &mut model.screen {
        overview.row = overview.row.min(last);
    }
}

/// Shows a second version that was read.
pub fn read(model: &mut Model, read: &SecondRead) {
    let text = second::paper(model, read);
    model.over = Some(Over::Reader(Reader::new(text)));
}

/// What is said once a group is open.
#[must_use]
pub fn opened(model: &Model, before: Option<&Permission>) -> Option<&'static str> {
    let (open, words) = (model.open.as_ref()?, model.words);
    if matches!(before, Some(Permission::Perhaps(_))) && model.may_write() {
        Some(words.taken_over())
    } else if open.versions.seconds.is_empty() || open.permission != Permission::Write {
        None
    } else {
        Some(words.has_seconds())
    }
}

/// Why something of this cannot be done now.
#[must_use]
pub fn why_not(model: &Model, action: Action) -> Option<&'static str> {
    let words = model.words;
    let open = model.open.as_ref();
    match action {
        Action::TakeOver => match open.map(|open| &open.permission) {
            Some(Permission::Perhaps(_)) => None,
            Some(Permission::Taken(_)) => Some(words.is_open_there()),
            _ => Some(words.nothing_to_take_over()),
        },
        Action::Settle if open.is_none_or(|open| open.versions.stuck.is_empty()) => {
            Some(words.nothing_to_settle())
        }
        Action::PutAway if second_at_hand(model).is_none() => Some(words.choose_second()),
        _ => None,
    }
}
