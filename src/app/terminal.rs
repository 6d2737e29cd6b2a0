//! Taking the terminal over, lending it to the shell, and giving it back whatever happens.

use std::io::{self, Write};
use std::sync::mpsc::channel;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};
use std::time::Duration;

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

/// How long giving the terminal back waits for a frame that is being drawn, and then for a
/// terminal that takes nothing any more.
const LONGEST: Duration = Duration::from_millis(100);

/// Whose the terminal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holder {
    /// It was never asked for: a test draws without one.
    Nobody,
    /// Ours.
    Kring,
    /// The shell's, until kring goes on.
    Shell,
    /// Given back for good.
    GivenBack,
}

/// Whose the terminal is, which thread draws on it now, and whether the other screen has to be
/// asked for again before.
struct Screen {
    holder: Holder,
    draws: Option<ThreadId>,
    redraw: bool,
}

static SCREEN: Mutex<Screen> =
    Mutex::new(Screen { holder: Holder::Nobody, draws: None, redraw: false });
/// Notified when the holder changes and when a frame is finished.
static CHANGED: Condvar = Condvar::new();

fn screen() -> MutexGuard<'static, Screen> {
    SCREEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes the terminal over: raw, on the other screen, empty.
///
/// # Errors
/// Those of the terminal.
pub(super) fn enter() -> io::Result<()> {
    screen().holder = Holder::Kring;
    // A program that draws into a pipe, as under wine, has no mode to set.
    let raw = enable_raw_mode();
    if std::env::var_os("KRING_FORCE_TTY").is_none_or(|it| it != "1") {
        raw?;
    }
    take_screen()
}

fn take_screen() -> io::Result<()> {
    let mut out = io::stdout();
    execute!(out, EnterAlternateScreen, Clear(ClearType::All))?;
    // On Windows a paste arrives as keys, and asking for more changes what Enter is.
    if cfg!(not(windows)) {
        execute!(out, EnableBracketedPaste)?;
    }
    Ok(())
}

/// Draws, as long as the terminal is ours. While the shell has it this waits; once it was given
/// back for good another thread is ending the program, and this waits for that.
pub(super) fn draw<T>(work: impl FnOnce() -> T) -> T {
    let away = |screen: &mut Screen| matches!(screen.holder, Holder::Shell | Holder::GivenBack);
    let waited = CHANGED.wait_while(screen(), away);
    let mut screen = waited.unwrap_or_else(PoisonError::into_inner);
    screen.draws = Some(thread::current().id());
    let redraw = std::mem::take(&mut screen.redraw);
    drop(screen);
    let _frame = Frame;
    if redraw {
        // What is wrong with the terminal shows in what is drawn next.
        let _ = take_screen();
    }
    work()
}

/// A frame that is being drawn.
struct Frame;

impl Drop for Frame {
    fn drop(&mut self) {
        screen().draws = None;
        CHANGED.notify_all();
    }
}

/// Gives the terminal back for good. Does nothing the second time.
pub(super) fn leave() {
    give_to(Holder::GivenBack);
}

/// Lends the terminal to the shell, while kring is stopped.
pub(super) fn lend() {
    give_to(Holder::Shell);
}

/// Takes the terminal back from the shell, whatever was done with it meanwhile, for what is drawn
/// next. Returns whether it is ours.
pub(super) fn take_back() -> bool {
    let ours = |screen: &Screen| matches!(screen.holder, Holder::Kring | Holder::Shell);
    if !ours(&screen()) {
        return false;
    }
    // A program that was stopped without being asked finds the modes as the shell set them.
    let _ = disable_raw_mode();
    let _ = enable_raw_mode();
    let mut screen = screen();
    if ours(&screen) {
        (screen.holder, screen.redraw) = (Holder::Kring, true);
    }
    CHANGED.notify_all();
    true
}

fn give_to(holder: Holder) {
    let mut screen = screen();
    let ours = screen.holder == Holder::Kring;
    if ours || screen.holder == Holder::Shell {
        screen.holder = holder;
    }
    if !ours {
        return;
    }
    // A frame that is half on the screen would be finished after it was cleared.
    let me = thread::current().id();
    let drawn = CHANGED.wait_timeout_while(screen, LONGEST, |screen| {
        screen.draws.is_some_and(|thread| thread != me)
    });
    drop(drawn);
    give_back();
}

/// Gives the terminal back, in a thread of its own: one that takes nothing any more would hold
/// up who ends the program.
fn give_back() {
    let (done, answer) = channel();
    let restoring = thread::Builder::new().name("restore-terminal".to_owned()).spawn(move || {
        restore();
        // Whoever waited may have gone.
        let _ = done.send(());
    });
    match restoring {
        Ok(_) if answer.recv_timeout(LONGEST).is_ok() => {}
        Ok(_) => drop(disable_raw_mode()),
        Err(_) => restore(),
    }
}

/// Each step is tried whatever became of the one before. The screen is cleared first, so that
/// nothing of a group stays behind.
fn restore() {
    let mut out = io::stdout();
    // There is nobody to tell when a terminal is gone.
    let _ = execute!(out, ResetColor, Clear(ClearType::All));
    let _ = execute!(out, DisableBracketedPaste);
    let _ = execute!(out, LeaveAlternateScreen);
    let _ = execute!(out, Show);
    let _ = disable_raw_mode();
    let _ = out.flush();
}
