//! The loop: an event does its work, its effects are done, and the screen is drawn. Between events
//! it sleeps on the [mailbox](super::mailbox).

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use crossterm::event::Event as TerminalEvent;
use ratatui::backend::Backend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use super::burst::Waiting;
use super::effects::{EffectRunner, Pace};
use super::mailbox::Event;
use super::message::Msg;
use super::model::Model;
use super::signals::OpenJournal;
use super::update::update;
use super::window::Window;
use super::{frame, idle, terminal};
use crate::screens::front::Front;
use crate::session::Session;
use crate::session::effect::{Effect, Then};
use crate::store::Store;
use crate::store::notify::Notify;
use crate::store::opened::Opened;
use crate::theme::Theme;

/// The longest sleep while a clock is on the screen: timers may stand still while the computer sleeps,
/// and it wakes with the time of before.
const WITH_CLOCK: Duration = Duration::from_secs(20);

/// The app: its model, what does its effects, and where it draws.
pub struct App<B: Backend> {
    model: Model,
    effects: EffectRunner,
    window: Window<B>,
    theme: Theme,
    /// Is shown every effect before it is done.
    watcher: Option<Watcher>,
}

type Watcher = Box<dyn FnMut(&Effect)>;

/// How an app is connected to the threads around it.
#[derive(Debug, Default)]
pub struct Wiring {
    /// The journal of the open group, for the thread that ends the program.
    pub journal: OpenJournal,
    /// Wakes the loop.
    pub notify: Notify,
}

impl<B: Backend> App<B>
where
    B::Error: Send + Sync + 'static,
{
    /// An app at the home screen.
    #[must_use]
    pub fn new(
        store: Store,
        session: Session,
        window: Window<B>,
        theme: Theme,
        wiring: Wiring,
    ) -> Self {
        let Size { width, height } = window.size();
        let model = Model::new(session, Front::new((width, height)));
        let Wiring { journal, notify } = wiring;
        let effects = EffectRunner::new(store, journal, notify);
        Self { model, effects, window, theme, watcher: None }
    }

    /// How long to wait for the journal, and how often to save.
    pub fn set_pace(&mut self, pace: Pace) {
        self.effects.pace = pace;
    }

    /// Shows every effect to a function before it is done.
    pub fn watch_effects(&mut self, watcher: impl FnMut(&Effect) + 'static) {
        self.watcher = Some(Box::new(watcher));
    }

    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    #[must_use]
    pub fn store(&self) -> &Store {
        self.effects.store()
    }

    /// Whether something is not saved in its own file yet.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.effects.is_dirty()
    }

    #[must_use]
    pub fn window(&mut self) -> &mut Window<B> {
        &mut self.window
    }

    /// Lists the groups, or goes straight into the meeting of a group that was opened.
    pub fn begin(&mut self, meet: Option<Box<Opened>>) {
        let Some(opened) = meet else { return self.do_effects(vec![Effect::ListGroups]) };
        let result = self.effects.take_opened(*opened, Then::Meet, &self.model.session);
        self.handle(Msg::Done(result));
    }

    /// Lets something work in the session without a key, as a guided tour or a script does.
    pub fn work_in_session(&mut self, work: impl FnOnce(&mut Session) -> Vec<Effect>) {
        let effects = work(&mut self.model.session);
        self.do_effects(effects);
        self.model.front.refocus(&self.model.session);
    }

    /// Runs until the app ends. Returns the folder that has words which are not in the data folder.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn run(mut self, mailbox: &Receiver<Event>) -> color_eyre::Result<Option<PathBuf>> {
        let outcome = self.run_until_ended(mailbox);
        let stays = self.close();
        outcome.map(|()| stays)
    }

    /// Saves everything and lets go of the open group. Returns the folder that has words which are
    /// not in the data folder.
    pub fn close(&mut self) -> Option<PathBuf> {
        self.effects.close(&self.model.session)
    }

    fn run_until_ended(&mut self, mailbox: &Receiver<Event>) -> color_eyre::Result<()> {
        let mut waiting = Waiting::default();
        while !self.model.ended {
            self.draw()?;
            waiting.extend(self.sleep(mailbox).into_iter());
            // What came in meanwhile is on the screen with the next frame.
            while !self.model.ended {
                waiting.extend(mailbox.try_iter());
                let Some(event) = waiting.next(&self.model) else { break };
                self.turn(event)?;
            }
        }
        Ok(())
    }

    fn sleep(&self, mailbox: &Receiver<Event>) -> Option<Event> {
        match self.longest_sleep() {
            None => mailbox.recv().ok(),
            Some(longest) => match mailbox.recv_timeout(longest) {
                Err(RecvTimeoutError::Timeout) => Some(Event::Deadline),
                event => event.ok(),
            },
        }
    }

    /// How long nothing has to be done by itself; `None` for ever.
    #[must_use]
    pub fn longest_sleep(&self) -> Option<Duration> {
        let (session, front) = (&self.model.session, &self.model.front);
        let now = session.now;
        let deadlines = [
            front.until_tick(session),
            self.effects.longest_sleep(now),
            session.safety.until_alarm(now.steady),
            idle::left(&self.model),
            self.effects.store().clock.longest_sleep(),
            front.until_tick(session).map(|_| WITH_CLOCK),
            // Then what is said as "today" is said anew.
            Some(session.until_day_ends()),
        ];
        deadlines.into_iter().flatten().min()
    }

    /// Lets an event do its work, with everything that follows from it: first time goes on, then what
    /// happened by itself is taken in, then the event. Does not draw.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn turn(&mut self, event: Event) -> color_eyre::Result<()> {
        let now = self.effects.store().clock.read();
        self.handle(Msg::Tick(now));
        for result in self.effects.news(&self.model.session) {
            self.handle(Msg::Done(result));
        }
        match event {
            Event::Terminal(TerminalEvent::Key(key)) => {
                fault(&self.model)?;
                self.handle(Msg::Key(key));
            }
            Event::Terminal(TerminalEvent::Paste(text)) => self.handle(Msg::Paste(text)),
            Event::Terminal(TerminalEvent::Resize(width, height)) => {
                self.resize((width, height))?;
            }
            Event::Resumed => self.resize(self.model.front.size)?,
            Event::TerminalFailed(error) => return Err(error.into()),
            Event::Terminal(_) | Event::StoreNews | Event::Deadline => self.fit()?,
        }
        Ok(())
    }

    /// Takes over the size of the window, and draws all of it anew. The numbers of an event are wrong
    /// on some systems; the terminal is asked itself.
    fn resize(&mut self, told: (u16, u16)) -> color_eyre::Result<()> {
        let size = self.window.backend().size().unwrap_or(told.into());
        terminal::draw(|| self.window.resize(size))?;
        self.handle(Msg::Resize((size.width, size.height)));
        Ok(())
    }

    /// Takes over the size of the window if it is another one, should nobody have said so. A key does
    /// not wait for this.
    fn fit(&mut self) -> color_eyre::Result<()> {
        let size = self.window.backend().size()?;
        if size == self.window.size() {
            return Ok(());
        }
        self.resize((size.width, size.height))
    }

    fn handle(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        self.do_effects(effects);
    }

    /// Does effects in order; what follows from one comes before the next.
    fn do_effects(&mut self, effects: Vec<Effect>) {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            if let Some(watcher) = &mut self.watcher {
                watcher(&effect);
            }
            let result = self.effects.run(effect, &self.model.session);
            let Some(result) = result else { continue };
            let following = update(&mut self.model, Msg::Done(result));
            following.into_iter().rev().for_each(|effect| waiting.push_front(effect));
        }
    }

    /// Draws, and shows what was drawn once the journal has it, or was waited for. The journal is
    /// written while the frame is drawn.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn draw(&mut self) -> color_eyre::Result<()> {
        let Self { model, effects, window, theme, .. } = self;
        let mut cursor = render(model, *theme, window.frame());
        if hear_of_journal(model, effects) {
            window.frame().reset();
            cursor = render(model, *theme, window.frame());
        }
        // Only now: whoever ends the program waits for a frame that is being sent, and not long.
        terminal::draw(|| window.show(cursor))?;
        Ok(())
    }
}

/// Renders the model, with what is in sight remembered. Returns where the terminal cursor is to be.
fn render(model: &mut Model, theme: Theme, frame: &mut Buffer) -> Option<Position> {
    update(model, Msg::Frame);
    frame::render(model, theme, frame)
}

/// Waits a moment for the journal. Returns whether what the screen says of it has changed.
fn hear_of_journal(model: &mut Model, effects: &mut EffectRunner) -> bool {
    let heard = effects.safety(model.session.now);
    let Some((safety, fallback)) = heard else { return false };
    let before = model.session.safety.clone();
    update(model, Msg::Safety(safety, fallback));
    !model.session.safety.says_the_same(&before)
}

/// Breaks on purpose, so that tests can see what becomes of the terminal then, and of a text that
/// is quoted. Only in builds for development.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "a test asks for it")]
fn fault(model: &Model) -> color_eyre::Result<()> {
    let name = model.session.group().map_or_else(String::new, |group| group.name.clone());
    match std::env::var("KRING_FAULT").as_deref() {
        Ok("panic") => panic!("a panic that was asked for"),
        Ok("panic-quotes") => panic!("{name}"),
        Ok("thread") => drop(std::thread::spawn(|| panic!("a panic that was asked for")).join()),
        Ok("thread-quotes") => drop(std::thread::spawn(move || panic!("{name}")).join()),
        Ok("error") => return Err(color_eyre::Report::msg("an error that was asked for")),
        Ok("error-quotes") => return Err(color_eyre::Report::msg(name)),
        _ => {}
    }
    Ok(())
}

#[cfg(not(debug_assertions))]
fn fault(_model: &Model) -> color_eyre::Result<()> {
    Ok(())
}
