//! The minutes: reading them, saving them as a file, agreeing them.

use super::{MeetingScreen, closing};
use crate::deeds::meeting;
use crate::domain::approval::MinutesState;
use crate::domain::form::Form;
use crate::domain::meeting::Place;
use crate::domain::onlookers::Privacy;
use crate::export::format::Format;
use crate::export::minutes::MinutesPaper;
use crate::screens::screen::{Destination, Response};
use crate::session::Session;
use crate::session::effect::Effect;

impl MeetingScreen {
    /// Opens the minutes of the meeting before at full height.
    pub(super) fn read_previous(&self, session: &Session) -> Response {
        let Some(open) = session.open.as_ref() else { return Response::stay() };
        let held = open.meeting_before(self.id).and_then(|id| open.dossier.group.held_meeting(id));
        let paper = open.minutes_before(self.id).map(|minutes| MinutesPaper::closed(minutes, held));
        let text = paper.map(|paper| paper.text(&session.content, session.words));
        text.map(|text| Response::go(Destination::Reader(text, Privacy::Group))).unwrap_or_default()
    }

    /// Opens what the chair can say and ask at the item.
    pub(super) fn read_prompts(&self, session: &Session) -> Response {
        let Some(view) = session.meeting_view(self.id) else { return Response::stay() };
        let Place::Item(nr) = view.meeting.place else { return Response::stay() };
        let kind = view.meeting.item(nr).map(|item| item.kind);
        let text = kind.and_then(|kind| view.content.item(kind)).map(|item| {
            let title = format!("{} {}", nr + 1, item.title);
            let prompts: Vec<String> = item.prompts.iter().map(|it| format!("- {it}")).collect();
            let text = format!("{title}\n\n{}\n\n{}\n", item.say, prompts.join("\n"));
            view.in_own_words(&text)
        });
        text.map(|text| Response::go(Destination::Reader(text, Privacy::Group))).unwrap_or_default()
    }

    /// Opens the minutes as they were before they were opened again for the nth time, from 0.
    pub(super) fn read_as_it_was(&self, session: &Session, nr: usize) -> Response {
        let was = session.meeting(self.id).and_then(|it| it.reopened.get(nr)?.was.as_deref());
        let paper = was.map(|minutes| MinutesPaper::closed(minutes, None));
        let text = paper.map(|paper| paper.text(&session.content, session.words));
        text.map(|text| Response::go(Destination::Reader(text, Privacy::Group))).unwrap_or_default()
    }

    /// Opens the minutes again. Of minutes that were agreed the reason is asked.
    pub(super) fn reopen(&mut self, session: &mut Session) -> Vec<Effect> {
        let Some(view) = session.meeting_view(self.id) else { return Vec::new() };
        let held = view.group.held_meeting(self.id);
        if held.is_none_or(|held| held.minutes_state() == MinutesState::Set) {
            return self.open_form(session, Form::Reopening);
        }
        let effects = session.record_along(meeting::reopen(&view, None));
        self.arrive_here(session);
        session.say(session.words.how_to_finish_changing());
        effects
    }

    /// Opens the minutes of this meeting at full height.
    pub(super) fn read_minutes(&self, session: &Session) -> Response {
        let Some(view) = session.meeting_view(self.id) else { return Response::stay() };
        let paper = MinutesPaper::of(view.group, view.meeting, view.today());
        Response::go(Destination::Reader(paper.text(view.content, view.words), Privacy::Group))
    }

    pub(super) fn save_minutes(&self, session: &Session) -> Vec<Effect> {
        let Some(view) = session.meeting_view(self.id) else { return Vec::new() };
        let paper = MinutesPaper::of(view.group, view.meeting, view.today());
        let bytes = paper.write(view.content, view.words, Format::Text);
        vec![Effect::Export { name: view.words.minutes_file(self.id), bytes }]
    }

    /// Records that the meeting did not go on. Only where nothing was written: what was written is not
    /// thrown away with it.
    pub(super) fn record_that_it_did_not_go_on(&mut self, session: &mut Session) -> Response {
        let Some(view) = session.meeting_view(self.id) else { return Response::stay() };
        let effects = session.record_along(meeting::cancel(&view));
        let effects = effects.into_iter().chain([Effect::Save]).collect();
        session.say(session.words.recorded_as_cancelled());
        Response::after(effects, Destination::Overview)
    }

    /// Agrees the minutes; asks once when something is missing.
    pub(super) fn finish(&mut self, session: &mut Session) -> Vec<Effect> {
        let Some(view) = session.meeting_view(self.id) else { return Vec::new() };
        // What the minutes say of a day and of people has to be so.
        if view.meeting.day().is_none() {
            let effects = self.open_form(session, Form::MeetingDay);
            session.say(session.words.which_day_was_it());
            return effects;
        }
        if view.present().next().is_none() {
            session.say(session.words.nobody_was_there());
            return Vec::new();
        }
        let missing = closing::missing(&view);
        if !missing.is_empty() && !std::mem::replace(&mut self.asked, true) {
            session.say(session.words.still_missing(&missing));
            return Vec::new();
        }
        let effects = session.record_along(meeting::close(&view));
        if !effects.is_empty() {
            session.say(session.words.minutes_agreed());
            session.forget_onlookers();
            self.arrive_here(session);
        }
        effects.into_iter().chain([Effect::Save]).collect()
    }
}
