//! What a terminal shows, and where things stand on it.

use vt100::{Callbacks, Screen};

/// The column at which matter and note begin in a window of 80 by 25.
const PANE: u16 = 25;

/// What a terminal shows. One that draws synchronised frames shows a frame when it is whole.
#[derive(Default)]
pub(crate) struct Frames {
    pub(crate) before: Option<Screen>,
    /// The last whole frame that did not say that something is not saved.
    pub(crate) promised: Option<Screen>,
    /// How many frames there were.
    pub(crate) drawn: usize,
    /// How often the window was given a name.
    pub(crate) titles: usize,
}

impl Callbacks for Frames {
    fn set_window_icon_name(&mut self, _: &mut Screen, _: &[u8]) {
        self.titles += 1;
    }

    fn set_window_title(&mut self, _: &mut Screen, _: &[u8]) {
        self.titles += 1;
    }

    fn unhandled_csi(
        &mut self,
        screen: &mut Screen,
        sign: Option<u8>,
        _: Option<u8>,
        parameters: &[&[u16]],
        end: char,
    ) {
        if (sign, parameters) == (Some(b'?'), &[&[2026]]) {
            self.before = (end == 'h').then(|| screen.clone());
            self.drawn += usize::from(end == 'l');
            if end == 'l' && !alarms(screen) {
                self.promised = Some(screen.clone());
            }
        }
    }
}

/// Whether a screen says that something on it is not saved.
pub(crate) fn alarms(screen: &Screen) -> bool {
    screen.contents().contains("NIET BEWAARD")
}

/// The rows of matter and note, without the list of items beside them.
pub(crate) fn pane(screen: &Screen) -> Vec<String> {
    let (height, width) = screen.size();
    let rows = screen.rows(PANE, width.saturating_sub(PANE + 1));
    rows.take(usize::from(height.saturating_sub(3))).skip(2).collect()
}

/// The row of the line that parts the matter from the note.
pub(crate) fn rule(screen: &Screen) -> u16 {
    let above = pane(screen).iter().take_while(|row| !row.starts_with('─')).count();
    u16::try_from(above).unwrap_or(0) + 2
}

/// The rows of the note, without the signs that it goes on above or below.
pub(crate) fn note(screen: &Screen) -> Vec<String> {
    let rows = pane(screen).into_iter().skip_while(|row| !row.starts_with('─')).skip(1);
    rows.map(|row| row.trim_end().trim_end_matches(['«', '»']).to_owned()).collect()
}

/// The row with the cursor, else the row that stands out: its number and its words.
pub(crate) fn at_hand(screen: &Screen) -> (u16, String) {
    let (height, width) = screen.size();
    let reversed = |row: &u16| {
        (0..width).any(|column| screen.cell(*row, column).is_some_and(vt100::Cell::inverse))
    };
    let row = if screen.hide_cursor() {
        (0..height).find(reversed).unwrap_or(height)
    } else {
        screen.cursor_position().0
    };
    let words = screen.rows(0, width).nth(usize::from(row)).unwrap_or_default();
    (row, words)
}

/// A text without the spaces and line ends that wrapping adds and takes.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
