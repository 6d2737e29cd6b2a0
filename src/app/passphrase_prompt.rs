//! A passphrase typed in the shell. Nothing of it is shown, not even what is typed before the
//! question stands there: the terminal is quiet first.

use std::io::{self, Write};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use crate::screens::keys::is_character;

/// What was typed after a question, up to Enter.
///
/// # Errors
/// Those of the terminal, and that somebody would rather not (Esc, Ctrl+C).
pub fn secret(question: &str) -> io::Result<String> {
    enable_raw_mode()?;
    let typed = ask(question);
    let _ = disable_raw_mode();
    let _ = writeln!(io::stderr());
    typed
}

fn ask(question: &str) -> io::Result<String> {
    write!(io::stderr(), "{question}: ")?;
    io::stderr().flush()?;
    let mut typed = String::new();
    loop {
        let Event::Key(key) = event::read()? else { continue };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        match key.code {
            KeyCode::Enter => return Ok(typed),
            KeyCode::Backspace => drop(typed.pop()),
            KeyCode::Char(letter) if is_character(key) => typed.push(letter),
            _ if gives_up(key) => return Err(io::ErrorKind::Interrupted.into()),
            _ => {}
        }
    }
}

fn gives_up(key: KeyEvent) -> bool {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    key.code == KeyCode::Esc || control && matches!(key.code, KeyCode::Char('c' | 'd' | 'q'))
}
