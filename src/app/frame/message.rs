//! The message: what was just said, else what matters most now.

use crate::app::model::Model;
use crate::session::Session;
use crate::store::opened::Permission;

pub(super) fn text(model: &Model) -> String {
    let session = &model.session;
    let words = session.words;
    let standing = changed_by_others(session);
    if let Some(notice) = &session.notice {
        return joined(&[notice, &standing]);
    }
    if let Some(permission) = session.open.as_ref().map(|open| &open.permission)
        && *permission != Permission::Write
    {
        return words.only_reading(permission);
    }
    if session.safety.is_alarming(session.now.steady) {
        return words.kept_nowhere().to_owned();
    }
    if let Some(folder) = &session.safety.fallback {
        return words.kept_elsewhere(folder);
    }
    let of_the_screen = model.front.base.screen().message(session);
    joined(&[&standing, &of_the_screen.unwrap_or_default()])
}

fn joined(said: &[&str]) -> String {
    let said = said.iter().filter(|it| !it.is_empty()).copied();
    said.collect::<Vec<_>>().join("\n")
}

/// What stays on the screen as long as it is so: files that others changed.
fn changed_by_others(session: &Session) -> String {
    let (words, Some(open)) = (session.words, &session.open) else { return String::new() };
    if let Some(other) = &open.versions.other {
        return words.also_open_at(other);
    }
    let names: Vec<String> = open.versions.changed.iter().map(|it| it.name.clone()).collect();
    if names.is_empty() { String::new() } else { words.changed_meanwhile(&names) }
}
