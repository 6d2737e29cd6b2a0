//! The terminal as ratatui draws on it. A frame is sent in one write, between the marks of a
//! synchronized update; a frame that changes nothing sends nothing, so that a line to a distant
//! computer stays quiet.

use std::io::{self, Write};

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

/// Where the terminal cursor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cursor {
    /// Not known: something was drawn since.
    Unknown,
    Hidden,
    At(Position),
}

/// A [`CrosstermBackend`] that sends a whole frame when it is flushed.
pub(super) struct FrameBackend<W: Write> {
    terminal: W,
    /// The bytes of the frame that is not sent yet.
    frame: Vec<u8>,
    /// Where the cursor is after this frame.
    cursor: Cursor,
}

impl<W: Write> FrameBackend<W> {
    pub(super) fn new(terminal: W) -> Self {
        Self { terminal, frame: Vec::new(), cursor: Cursor::Unknown }
    }

    /// Writes to the frame.
    fn inner(&mut self) -> CrosstermBackend<FrameWriter<'_, W>> {
        CrosstermBackend::new(FrameWriter { terminal: &mut self.terminal, frame: &mut self.frame })
    }
}

/// Collects the bytes of a frame.
struct FrameWriter<'a, W: Write> {
    terminal: &'a mut W,
    frame: &'a mut Vec<u8>,
}

impl<W: Write> FrameWriter<'_, W> {
    /// Sends the frame. The window changes at once where the terminal knows the two marks; others
    /// pass them over.
    fn send(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        queue!(self.frame, EndSynchronizedUpdate)?;
        let sent = self.terminal.write_all(self.frame).and_then(|()| self.terminal.flush());
        self.frame.clear();
        sent
    }
}

impl<W: Write> Write for FrameWriter<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.frame.is_empty() {
            queue!(self.frame, BeginSynchronizedUpdate)?;
        }
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Does not send: crossterm flushes after each command, and a frame has many. Only a console of
    /// Windows without escape sequences, where commands act on the window itself, gets everything at
    /// once.
    fn flush(&mut self) -> io::Result<()> {
        #[cfg(windows)]
        if !crossterm::ansi_support::supports_ansi() {
            return self.send();
        }
        Ok(())
    }
}

impl<W: Write> Backend for FrameBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut cells = content.peekable();
        if cells.peek().is_none() {
            return Ok(());
        }
        if self.cursor != Cursor::Hidden {
            self.cursor = Cursor::Unknown;
        }
        self.inner().draw(cells)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor == Cursor::Hidden {
            return Ok(());
        }
        self.cursor = Cursor::Hidden;
        self.inner().hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if matches!(self.cursor, Cursor::At(_)) {
            return Ok(());
        }
        self.cursor = Cursor::Unknown;
        self.inner().show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner().get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor == Cursor::At(position) {
            return Ok(());
        }
        self.cursor = Cursor::At(position);
        self.inner().set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        // Whoever clears may find a terminal that a shell had meanwhile.
        self.cursor = Cursor::Unknown;
        self.inner().clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        CrosstermBackend::new(io::sink()).size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner().window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        FrameWriter { terminal: &mut self.terminal, frame: &mut self.frame }.send()
    }
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::style::Style;

    use super::*;

    /// Counts writes.
    #[derive(Default)]
    struct Line {
        writes: Vec<String>,
    }

    impl Write for &mut Line {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.writes.push(String::from_utf8_lossy(bytes).into_owned());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn frames(frames: &[(&str, Option<(u16, u16)>)]) -> Vec<String> {
        let mut line = Line::default();
        let viewport = ratatui::Viewport::Fixed(ratatui::layout::Rect::new(0, 0, 20, 2));
        let options = ratatui::TerminalOptions { viewport };
        let mut terminal = Terminal::with_options(FrameBackend::new(&mut line), options).unwrap();
        for (text, cursor) in frames {
            terminal
                .draw(|frame| {
                    frame.buffer_mut().set_string(0, 0, text, Style::new());
                    if let Some(at) = cursor {
                        frame.set_cursor_position(*at);
                    }
                })
                .unwrap();
        }
        drop(terminal);
        line.writes
    }

    #[test]
    fn a_frame_is_one_write_between_two_marks() {
        let writes = frames(&[("een", Some((3, 0)))]);
        assert_eq!(writes.len(), 1);
        assert!(writes[0].starts_with("\u{1b}[?2026h") && writes[0].ends_with("\u{1b}[?2026l"));
        assert!(writes[0].contains("een"));
    }

    #[test]
    fn a_frame_that_changes_nothing_sends_nothing() {
        let same = ("een", Some((3, 0)));
        assert_eq!(frames(&[same, same, same]).len(), 1);
        assert_eq!(frames(&[("een", None), ("een", None)]).len(), 1);
    }

    #[test]
    fn what_changes_is_sent_with_its_cursor() {
        let writes = frames(&[("een", Some((3, 0))), ("een", Some((1, 0)))]);
        assert!(writes[1].contains("\u{1b}[1;2H"), "{writes:?}");
        let writes = frames(&[("een", Some((3, 0))), ("eer", Some((3, 0)))]);
        assert!(writes[1].contains('r') && writes[1].contains("\u{1b}[1;4H"), "{writes:?}");
        let writes = frames(&[("een", Some((3, 0))), ("een", None), ("een", Some((3, 0)))]);
        assert!(writes[1].contains("\u{1b}[?25l") && writes[2].contains("\u{1b}[?25h"));
        assert!(writes[2].contains("\u{1b}[1;4H"), "{writes:?}");
    }
}
