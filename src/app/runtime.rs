//! The loop: wait for a key, let it do its work, wait a moment for the journal, draw.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::{panic, process, thread};

use crossterm::event::{self, Event};
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::layout::Rect;

use super::desk::{Desk, PATIENCE};
use super::idle;
use super::message::{Effect, Msg, Then};
use super::model::{Model, Safety};
use super::signals::{self, OpenJournal};
use super::terminal;
use super::update::{settle, update};
use crate::breakdown;
use crate::content::Content;
use crate::screens;
use crate::store::Store;
use crate::theme::Theme;
use crate::words::{Language, Words};

/// How often time goes on by itself while a clock shows or something is to be saved.
const TICK: Duration = Duration::from_secs(1);
/// How often the journal is asked while it has not answered.
const ANXIOUS: Duration = Duration::from_millis(100);

/// How long a burst of keys may hold its breath. crossterm takes no look at all in no time.
const BURST: Duration = Duration::from_millis(1);

/// Where keys come from.
pub trait Events {
    /// The next event; `None` when time is up. Waits for ever without a limit.
    ///
    /// # Errors
    /// Those of the terminal.
    fn next(&mut self, longest: Option<Duration>) -> io::Result<Option<Event>>;
}

/// The keys of the terminal.
#[derive(Debug)]
pub struct TerminalEvents;

impl Events for TerminalEvents {
    fn next(&mut self, longest: Option<Duration>) -> io::Result<Option<Event>> {
        match longest {
            Some(longest) if !event::poll(longest.max(BURST))? => Ok(None),
            _ => event::read().map(Some),
        }
    }
}

/// Runs the app in the terminal until it ends.
///
/// # Errors
/// Those of the terminal, and a defect in kring's own texts.
pub fn run(store: Store, language: Language, meet: Option<String>) -> color_eyre::Result<()> {
    let flush = Arc::new(Mutex::new(None));
    signals::watch(Arc::clone(&flush))?;
    let content = Arc::new(Content::load(language)?);
    restore_on_panic(Words(language), Arc::clone(&flush));
    terminal::enter()?;
    let outcome = (|| {
        let backend = CrosstermBackend::new(io::stdout());
        let terminal = Terminal::new(backend)?;
        let size = crossterm::terminal::size().unwrap_or((80, 25));
        let theme = Theme::new(std::env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty()));
        let mut model = Model::new(language, content, store.clock.read(), size);
        model.who = store.who();
        let settings = store.settings().unwrap_or_default();
        model.role_words = settings.role_words;
        model.hide_after = settings.hide_after;
        model.has_passphrase = store.is_unlocked();
        let desk = Desk::new(store, flush);
        App { model, desk, terminal, events: TerminalEvents, theme }.run(meet)
    })();
    terminal::leave();
    let stays: Option<PathBuf> = outcome?;
    if let Some(place) = stays {
        // There is nobody to tell when this cannot be written.
        let _ = writeln!(io::stderr(), "{}", Words(language).left_elsewhere(&place));
    }
    Ok(())
}

/// Makes a panic, in any thread, give the terminal back before it is reported: where, and what
/// is safe, but nothing that somebody typed, which a panic may quote. Another thread than the one
/// that draws ends the program with it.
fn restore_on_panic(words: Words, journal: OpenJournal) {
    panic::set_hook(Box::new(move |info| {
        terminal::leave();
        let safe = signals::flush(&journal);
        let safe = if safe { words.all_is_kept() } else { words.not_sure_to_be_kept() };
        let (place, said) = breakdown::of_panic(info);
        let report = words.broke_down(&place, said);
        // There is nobody to tell when this cannot be written.
        let _ = writeln!(io::stderr(), "{report}\n{safe}\n{}", words.pass_it_on());
        if thread::current().name() != Some("main") {
            process::exit(101);
        }
    }));
}

/// The app: its model, its desk, and where it draws.
pub struct App<B: Backend, E: Events> {
    /// The model.
    pub model: Model,
    /// The desk.
    pub desk: Desk,
    /// Where it draws.
    pub terminal: Terminal<B>,
    /// Where keys come from.
    pub events: E,
    /// How it looks.
    pub theme: Theme,
}

impl<B: Backend, E: Events> App<B, E>
where
    B::Error: Send + Sync + 'static,
{
    /// Runs until the model ends; goes straight into the meeting of `meet` when it is given.
    /// Returns where words stay that are not in the data folder.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn run(mut self, meet: Option<String>) -> color_eyre::Result<Option<PathBuf>> {
        let first = match meet {
            Some(slug) => Effect::Open(slug, Then::Meet),
            None => Effect::List,
        };
        self.do_all(vec![first]);
        let outcome = self.turn_until_ended();
        let stays = self.desk.close(&self.model);
        outcome.map(|()| stays)
    }

    fn turn_until_ended(&mut self) -> color_eyre::Result<()> {
        while !self.model.ended {
            self.draw()?;
            let mut event = self.events.next(self.patience())?;
            self.tick();
            while let Some(happened) = event {
                self.take(happened)?;
                if self.model.ended {
                    break;
                }
                event = self.events.next(Some(Duration::ZERO))?;
            }
        }
        Ok(())
    }

    /// How long to wait for a key: for ever, unless a clock shows or something is not safe yet.
    fn patience(&self) -> Option<Duration> {
        if self.model.safety == Safety::Unsaved {
            Some(ANXIOUS)
        } else if self.model.clock_shows()
            || self.desk.is_dirty()
            || matches!(self.model.safety, Safety::Elsewhere(_))
        {
            Some(TICK)
        } else {
            idle::left(&self.model)
        }
    }

    fn tick(&mut self) {
        let now = self.desk.store().clock.read();
        self.handle(Msg::Tick(now));
        if let Some(sentence) = self.desk.tend(&self.model) {
            self.model.notice = Some(sentence);
        }
        if let Some(news) = self.desk.news(&self.model) {
            self.handle(news);
        }
    }

    fn take(&mut self, happened: Event) -> color_eyre::Result<()> {
        match happened {
            Event::Key(key) => {
                fault(&self.model)?;
                self.handle(Msg::Key(key));
            }
            Event::Paste(text) => self.handle(Msg::Paste(text)),
            Event::Resize(width, height) => {
                // The numbers of the event lie on some systems; the terminal is asked itself.
                let size = self.terminal.size().map_or((width, height), |it| (it.width, it.height));
                let area = Rect::new(0, 0, size.0, size.1);
                terminal::draw(|| self.terminal.resize(area))?;
                self.handle(Msg::Resize(size.0, size.1));
            }
            Event::FocusGained | Event::FocusLost | Event::Mouse(_) => {}
        }
        Ok(())
    }

    fn handle(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        self.do_all(effects);
    }

    fn do_all(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Some(answer) = self.desk.run(effect, &self.model) {
                self.handle(answer);
            }
        }
    }

    /// Draws, once the journal holds what will be seen, or has had its time.
    fn draw(&mut self) -> color_eyre::Result<()> {
        self.desk.report(&mut self.model, PATIENCE);
        settle(&mut self.model);
        let (model, theme) = (&self.model, self.theme);
        let canvas = &mut self.terminal;
        terminal::draw(|| {
            // Terminals that do not know these two marks pass them over.
            let _ = queue!(io::stdout(), BeginSynchronizedUpdate);
            canvas.draw(|frame| screens::view(model, theme, frame))?;
            let _ = execute!(io::stdout(), EndSynchronizedUpdate);
            let _ = io::stdout().flush();
            Ok(())
        })
    }
}

/// Breaks on purpose, so that tests can see what becomes of the terminal then, and of a text that
/// is quoted. Only in builds for development.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "a test asks for it")]
fn fault(model: &Model) -> color_eyre::Result<()> {
    let name = model.group().map_or_else(String::new, |group| group.name.clone());
    match std::env::var("KRING_FAULT").as_deref() {
        Ok("panic") => panic!("a panic that was asked for"),
        Ok("panic-quotes") => panic!("{name}"),
        Ok("thread") => drop(thread::spawn(|| panic!("a panic that was asked for")).join()),
        Ok("thread-quotes") => drop(thread::spawn(move || panic!("{name}")).join()),
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
