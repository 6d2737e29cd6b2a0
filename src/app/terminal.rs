//! Taking the terminal over, and giving it back whatever happens.

use std::io::{self, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

/// Whether the terminal is ours now.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Takes the terminal over: raw, on the other screen, empty.
///
/// # Errors
/// Those of the terminal.
pub fn enter() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    // A program that draws into a pipe, as under wine, has no mode to set.
    let raw = enable_raw_mode();
    if std::env::var_os("KRING_FORCE_TTY").is_none_or(|it| it != "1") {
        raw?;
    }
    let mut out = io::stdout();
    execute!(out, EnterAlternateScreen, Clear(ClearType::All))?;
    // On Windows a paste arrives as keys, and asking for more changes what Enter is.
    if cfg!(not(windows)) {
        execute!(out, EnableBracketedPaste)?;
    }
    Ok(())
}

/// Gives the terminal back: each step is tried whatever became of the one before. The screen is
/// cleared first, so that nothing of a group stays behind. Does nothing the second time.
pub fn leave() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    // There is nobody to tell when a terminal is gone.
    let _ = execute!(out, ResetColor, Clear(ClearType::All));
    let _ = execute!(out, DisableBracketedPaste);
    let _ = execute!(out, LeaveAlternateScreen);
    let _ = execute!(out, Show);
    let _ = disable_raw_mode();
    let _ = out.flush();
}

/// Makes a panic, in any thread, give the terminal back before it reports. Another thread than
/// the one that draws ends the program with it.
pub fn restore_on_panic() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        leave();
        report(info);
        if std::thread::current().name() != Some("main") {
            std::process::exit(101);
        }
    }));
}
