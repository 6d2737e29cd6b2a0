//! What the result of an effect does to the model.

use crate::app::model::Model;
use crate::domain::meeting::Meeting;
use crate::domain::onlookers::Privacy;
use crate::screens::front::Base;
use crate::screens::home::Home;
use crate::screens::lock::Lock;
use crate::screens::overview::Overview;
use crate::screens::screen::Destination;
use crate::screens::second_version;
use crate::session::effect::{Effect, EffectResult, Then};
use crate::session::open_group::{OpenGroup, Versions};
use crate::store::opened::Permission;

pub(super) fn take(model: &mut Model, result: EffectResult) -> Vec<Effect> {
    match result {
        EffectResult::Opened(open, then) => return opened(model, *open, then),
        EffectResult::Meeting(meeting, then) => return read_meeting(model, *meeting, then),
        EffectResult::Unlocked(said) => return unlocked(model, said),
        EffectResult::Left(sentence) => {
            model.session.open = None;
            model.session.say(sentence);
            model.front.base = Home::default().into();
            return vec![Effect::ListGroups];
        }
        EffectResult::Groups(groups) => {
            if let Base::Home(home) = &mut model.front.base {
                home.show(groups);
            }
        }
        EffectResult::GroupsRead(read) => {
            if let Base::Home(home) = &mut model.front.base {
                home.take_read(read);
            }
        }
        EffectResult::Closed => {
            model.session.open = None;
            model.session.safety.close();
        }
        EffectResult::Exported(path) => model.session.say(model.session.words.exported(&path)),
        EffectResult::Accepted => {
            model.session.say(model.session.words.accepted());
            if let Some(open) = &mut model.session.open {
                open.permission = Permission::Write;
            }
        }
        EffectResult::Erased(erased, of) => {
            let effects = model.session.note_taken_out(&of);
            model.session.say(model.session.words.has_erased(erased));
            return effects;
        }
        EffectResult::Locked(said) => model.front.cover = Some(Lock::saying(said).into()),
        EffectResult::Settings(settings, said) => {
            model.session.settings = *settings;
            model.session.say(said);
        }
        EffectResult::Versions(versions, said) => take_versions(model, versions, said),
        EffectResult::Second(read) => {
            let text = second_version::page(&model.session, &read);
            let to = Destination::Reader(text, Privacy::Interviews);
            return model.front.go(&mut model.session, to);
        }
        EffectResult::Said(sentence) => model.session.say(sentence),
    }
    Vec::new()
}

fn opened(model: &mut Model, open: OpenGroup, then: Then) -> Vec<Effect> {
    let session = &mut model.session;
    let words = session.words;
    if open.erasing {
        session.say(words.erasing_was_interrupted());
    }
    let may_write = open.permission == Permission::Write;
    let has_seconds = may_write && !open.versions.seconds.is_empty();
    if session.open.as_ref().is_none_or(|before| before.slug != open.slug) {
        session.forget_onlookers();
    }
    session.opened_a_group = true;
    let before = session.open.replace(open).map(|open| open.permission);
    if may_write && matches!(before, Some(Permission::MaybeTaken(_))) {
        session.say(words.taken_over());
    } else if has_seconds {
        session.say(words.has_seconds());
    }
    // The screen that was there showed something that is closed: it leaves nothing to tidy up.
    model.front.base = Overview::default().into();
    match then {
        Then::Meet => model.front.meet(session),
        Then::Show | Then::KeepMinutes => Vec::new(),
    }
}

fn read_meeting(model: &mut Model, meeting: Meeting, then: Then) -> Vec<Effect> {
    let Some(open) = &mut model.session.open else { return Vec::new() };
    if then == Then::KeepMinutes {
        open.earlier.extend(meeting.minutes.map(|minutes| (meeting.id, *minutes)));
        return Vec::new();
    }
    let id = meeting.id;
    open.dossier.meetings.entry(id).or_insert(meeting);
    if then == Then::Meet {
        return model.front.go(&mut model.session, Destination::OpenMeeting(id));
    }
    model.front.look_at_meeting(&mut model.session, id)
}

fn unlocked(model: &mut Model, said: Option<&'static str>) -> Vec<Effect> {
    model.front.cover = None;
    model.session.has_passphrase = true;
    if let Some(said) = said {
        model.session.say(said);
    }
    match model.front.base {
        Base::Home(_) => vec![Effect::ListGroups],
        _ => Vec::new(),
    }
}

fn take_versions(model: &mut Model, versions: Versions, said: Option<String>) {
    if let Some(said) = said {
        model.session.say(said);
    }
    if let Some(open) = &mut model.session.open {
        open.versions = versions;
    }
}
