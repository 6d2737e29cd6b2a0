//! Starting the app in the terminal, and giving the terminal back whatever happens.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::{panic, process};

use super::backend::FrameBackend;
use super::event_loop::{App, Wiring};
use super::mailbox::{self, Event};
use super::signals::{self, OpenJournal};
use super::terminal;
use super::window::Window;
use crate::content::Content;
use crate::crash;
use crate::language::Language;
use crate::session::Session;
use crate::store::Store;
use crate::store::notify::Notify;
use crate::store::opened::Opened;
use crate::theme::Theme;
use crate::words::Words;

/// Runs the app in the terminal until it ends. With `meet` it goes straight into the meeting of that
/// group.
///
/// # Errors
/// Those of the terminal, and a defect in kring's own texts.
pub fn run(store: Store, language: Language, meet: Option<Box<Opened>>) -> color_eyre::Result<()> {
    let (sender, receiver) = mailbox::mailbox();
    let journal = Arc::new(Mutex::new(None));
    signals::watch(Arc::clone(&journal), sender.clone())?;
    restore_on_panic(Words(language), Arc::clone(&journal));
    let content = Arc::new(Content::new(language));
    let session = Session::in_folder(&store, language, content);
    terminal::enter()?;
    let outcome = (|| {
        let window = Window::new(FrameBackend::new(io::stdout()))?;
        let theme = Theme::new(std::env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty()));
        let news = sender.clone();
        let notify = Notify::new(move || drop(news.send(Event::StoreNews)));
        let wiring = Wiring { journal, notify };
        let mut app = App::new(store, session, window, theme, wiring);
        mailbox::read_terminal(sender)?;
        app.begin(meet);
        app.run(&receiver)
    })();
    terminal::leave();
    if let Some(folder) = outcome? {
        // There is nobody to tell when this cannot be written.
        let _ = writeln!(io::stderr(), "{}", Words(language).left_elsewhere(&folder));
    }
    Ok(())
}

/// Makes a panic, in any thread, end the program: the terminal is given back, and it is reported where
/// it was and what is safe, but nothing that somebody typed, which a panic may quote.
fn restore_on_panic(words: Words, journal: OpenJournal) {
    panic::set_hook(Box::new(move |info| {
        terminal::leave();
        let safe = signals::flush(&journal);
        let safe = if safe { words.all_is_kept() } else { words.not_sure_to_be_kept() };
        let (place, said) = crash::of_panic(info);
        let report = words.broke_down(&place, said);
        // There is nobody to tell when this cannot be written.
        let _ = writeln!(io::stderr(), "{report}\n{safe}\n{}", words.pass_it_on());
        process::exit(crash::PANICKED);
    }));
}
