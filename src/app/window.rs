//! The window: the frame that is made for it, and what it shows. ratatui's `Terminal` looks at every
//! cell of a frame twice over, which was half of what a key costs. This compares whole rows, and leaves
//! only those that differ to ratatui's comparison of cells.

use ratatui::backend::{Backend, ClearType};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

/// A window, and the backend that draws it.
#[derive(Debug)]
pub struct Window<B: Backend> {
    backend: B,
    frame: Buffer,
    /// What the window shows, row by row.
    shown: Vec<Buffer>,
}

impl<B: Backend> Window<B> {
    /// A window that is empty.
    ///
    /// # Errors
    /// The backend does not know its size.
    pub fn new(backend: B) -> Result<Self, B::Error> {
        let size = backend.size()?;
        let mut window = Self { backend, frame: Buffer::default(), shown: Vec::new() };
        window.begin_anew(size);
        Ok(window)
    }

    #[must_use]
    pub fn backend(&self) -> &B {
        &self.backend
    }

    #[must_use]
    pub fn backend_mut(&mut self) -> &mut B {
        &mut self.backend
    }

    /// In columns and rows.
    #[must_use]
    pub fn size(&self) -> Size {
        self.frame.area.as_size()
    }

    /// The next frame. It is empty after each that was shown.
    #[must_use]
    pub fn frame(&mut self) -> &mut Buffer {
        &mut self.frame
    }

    /// Takes over a size, and clears the window: all of the next frame is drawn.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn resize(&mut self, size: Size) -> Result<(), B::Error> {
        self.backend.clear_region(ClearType::All)?;
        self.begin_anew(size);
        Ok(())
    }

    fn begin_anew(&mut self, size: Size) {
        let row = |y| Buffer::empty(Rect::new(0, y, size.width, 1));
        self.shown = (0..size.height).map(row).collect();
        self.frame = Buffer::empty(size.into());
    }

    /// Shows the frame, with the cursor there or without one.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn show(&mut self, cursor: Option<Position>) -> Result<(), B::Error> {
        let changed = self.changed_rows();
        let pairs = changed.iter().map(|row| (&self.shown[usize::from(row.area.y)], row));
        self.backend.draw(pairs.flat_map(|(shown, row)| shown.diff_iter(row)))?;
        for row in changed {
            let y = usize::from(row.area.y);
            self.shown[y] = row;
        }
        match cursor {
            None => self.backend.hide_cursor()?,
            Some(position) => {
                self.backend.show_cursor()?;
                self.backend.set_cursor_position(position)?;
            }
        }
        self.frame.reset();
        self.backend.flush()
    }

    /// The rows of the frame that differ from what is shown.
    fn changed_rows(&self) -> Vec<Buffer> {
        // A window without columns has no cells either.
        let rows = self.frame.content.chunks(usize::from(self.frame.area.width.max(1)));
        rows.zip(&self.shown)
            .filter(|(cells, shown)| *cells != shown.content)
            .map(|(cells, shown)| Buffer { area: shown.area, content: cells.to_vec() })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;
    use ratatui::style::{Color, Modifier, Style};

    use super::*;

    const SIZE: Size = Size { width: 12, height: 3 };

    /// A text somewhere in a frame, with its style.
    type Text = (u16, u16, String, Style);

    fn texts() -> impl Strategy<Value = Vec<Text>> {
        let words = ["een", "x", " ", "日本", "é", "🙂", "❤️", "lang woord"];
        let word = prop::sample::select(words.to_vec()).prop_map(str::to_owned);
        let styles = [
            Style::new(),
            Style::new().add_modifier(Modifier::REVERSED),
            Style::new().bg(Color::Blue),
        ];
        let text = (0..SIZE.width, 0..SIZE.height, word, prop::sample::select(styles.to_vec()));
        prop::collection::vec(text, 0..5)
    }

    fn put(frame: &mut Buffer, texts: &[Text]) {
        for (x, y, text, style) in texts {
            frame.set_string(*x, *y, text, *style);
        }
    }

    fn backend() -> TestBackend {
        TestBackend::new(SIZE.width, SIZE.height)
    }

    proptest! {
        /// The model is ratatui's own terminal.
        #[test]
        fn it_shows_what_a_terminal_of_ratatui_shows(frames in prop::collection::vec(texts(), 1..6)) {
            let mut window = Window::new(backend()).unwrap();
            let mut model = Terminal::new(backend()).unwrap();
            for (nr, texts) in frames.iter().enumerate() {
                let cursor = (nr % 2 == 0).then(|| Position::new(u16::try_from(nr).unwrap(), 1));
                put(window.frame(), texts);
                window.show(cursor).unwrap();
                model.draw(|frame| {
                    put(frame.buffer_mut(), texts);
                    if let Some(at) = cursor {
                        frame.set_cursor_position(at);
                    }
                }).unwrap();
                prop_assert_eq!(window.backend(), model.backend());
            }
        }
    }

    #[test]
    fn another_size_begins_anew() {
        let mut window = Window::new(backend()).unwrap();
        window.frame().set_string(0, 2, "weg", Style::new());
        window.show(None).unwrap();
        window.backend_mut().resize(20, 2);
        window.resize(Size::new(20, 2)).unwrap();
        window.frame().set_string(0, 1, "nieuw", Style::new());
        window.show(None).unwrap();
        let mut shown = Buffer::empty(Rect::new(0, 0, 20, 2));
        shown.set_string(0, 1, "nieuw", Style::new());
        assert_eq!(window.backend().buffer(), &shown);
    }

    #[test]
    fn a_window_without_room_is_no_fault() {
        for (width, height) in [(0, 0), (0, 5), (5, 0)] {
            let mut window = Window::new(TestBackend::new(width, height)).unwrap();
            window.show(None).unwrap();
            assert_eq!(window.size(), Size::new(width, height));
        }
    }
}
