//! A long text to read at full height.

use crossterm::event::KeyCode::{Down, End, Enter, Esc, F, Home, PageDown, PageUp, Up};

use super::action::Action;
use super::keys::{Layer, SPACE, bind, key, layers};
use super::screen::{Response, Screen, Size};
use crate::domain::onlookers::Privacy;
use crate::session::Session;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::list::Scroll;
use crate::widgets::wrap::{self, READING_WIDTH};
use crate::words::Words;

layers! {
    /// A text to read.
    READER [
        bind(&[key(Down)], Action::Down, Words::key_down, 0),
        bind(&[key(Up)], Action::Up, Words::key_up, 0),
        bind(&[key(PageDown), SPACE], Action::PageDown, Words::key_page_down, 1),
        bind(&[key(PageUp)], Action::PageUp, Words::key_page_up, 2),
        bind(&[key(Home)], Action::Top, Words::key_top, 0),
        bind(&[key(End)], Action::Bottom, Words::key_bottom, 0),
        bind(&[key(Esc), key(Enter), key(F(3))], Action::Back, Words::key_back, 3),
    ];
}

/// A text, and how far it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    text: String,
    /// Before whom it may be shown.
    privacy: Privacy,
    /// The first row in sight.
    top: usize,
}

impl Reader {
    /// A text from its beginning.
    #[must_use]
    pub fn new(text: String, privacy: Privacy) -> Self {
        Self { text, privacy, top: 0 }
    }

    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    fn scroll(&mut self, rows: isize, size: Size) {
        let all = wrap::rows(&self.text, reading_width(size.0)).len();
        let last = all.saturating_sub(usize::from(size.1));
        self.top = self.top.saturating_add_signed(rows).min(last);
    }
}

/// What follows the first row of a list's item stands below its words, not below its dash.
const HANGING: u16 = 2;

fn reading_width(width: u16) -> u16 {
    width.saturating_sub(1 + HANGING).min(READING_WIDTH)
}

/// Where a row of the text begins, in cells.
fn indent(text: &str, start: usize) -> u16 {
    let before = text.get(..start).unwrap_or("");
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let in_item = line < start && before.get(line..).is_some_and(|line| line.starts_with("- "));
    if in_item { HANGING } else { 0 }
}

impl Screen for Reader {
    fn explains(&self, session: &Session) -> &'static str {
        session.words.help_reader()
    }

    fn layers(&self, _session: &Session) -> Vec<&'static Layer> {
        vec![&READER]
    }

    fn act(&mut self, _session: &mut Session, size: Size, action: Action) -> Response {
        let page = isize::try_from(size.1).unwrap_or(1) - 1;
        match action {
            Action::Up => self.scroll(-1, size),
            Action::Down => self.scroll(1, size),
            Action::PageUp => self.scroll(-page, size),
            Action::PageDown => self.scroll(page, size),
            Action::Top => self.scroll(isize::MIN, size),
            Action::Bottom => self.scroll(isize::MAX, size),
            _ => return Response::close(),
        }
        Response::stay()
    }

    fn privacy(&self, _session: &Session) -> Privacy {
        self.privacy
    }

    fn draw(&self, canvas: &mut Canvas<'_>, _session: &Session, theme: Theme) {
        canvas.clear();
        canvas.hide_cursor();
        let rows = wrap::rows(&self.text, reading_width(canvas.width()));
        let scroll = Scroll::from(self.top, rows.len(), canvas.height());
        for (y, row) in (0u16..).zip(&rows[scroll.in_sight()]) {
            let line = self.text.get(row.start..row.end).unwrap_or("");
            if !line.is_empty() {
                canvas.put(indent(&self.text, row.start), y, line, theme.plain());
            }
        }
        scroll.mark_below(canvas, theme.accent());
    }
}
