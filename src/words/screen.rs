//! The terminal screen itself: hidden, too small, or with lines out of sight.

use super::{Words, messages};

messages! {
    hidden => "Het scherm is verborgen. Druk op Enter om verder te gaan.",
        "The screen is hidden. Press Enter to go on.";
    too_small => "Venster te klein. Maak het groter; typen kan gewoon.",
        "Window too small. Make it larger; you can go on typing.";
}

impl Words {
    /// After a press on the key that changes when the screen hides; 0 is never.
    #[must_use]
    pub fn hides_after(self, minutes: u16) -> String {
        if minutes == 0 {
            return self
                .pick(
                    "Het scherm verbergt zich niet meer vanzelf.",
                    "The screen no longer hides by itself.",
                )
                .to_owned();
        }
        self.pick(
            format!(
                "Na {minutes} minuten zonder toets verbergt het scherm zich. Wat je typte blijft bewaard."
            ),
            format!("After {minutes} minutes without a key the screen hides. What you typed stays saved."),
        )
    }

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
