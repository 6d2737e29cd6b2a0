//! The terminal screen itself: hidden, too small, or with lines out of sight.

use super::{Words, messages};

messages! {
    hidden => "Het scherm is verborgen. Druk op Enter om verder te gaan.",
        "The screen is hidden. Press Enter to go on.";
    too_small => "Venster te klein. Maak het groter; typen kan gewoon.",
        "Window too small. Make it larger; you can go on typing.";
}

impl Words {
    #[must_use]
    pub fn hidden_lines(self, above: usize, below: usize) -> String {
        let lines = |number: usize| {
            let number = i64::try_from(number).unwrap_or(i64::MAX);
            self.counted(number, "regel", "regels", "line", "lines")
        };
        let above = (above > 0).then(|| {
            let lines = lines(above);
            self.pick(format!("« {lines} erboven"), format!("« {lines} above"))
        });
        let below = (below > 0).then(|| {
            let lines = lines(below);
            self.pick(format!("» {lines} eronder"), format!("» {lines} below"))
        });
        [above, below].into_iter().flatten().collect::<Vec<_>>().join("  ")
    }
}
