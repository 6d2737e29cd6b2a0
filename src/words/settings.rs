//! The settings that can be changed on the screen: what their keys do, and what they are now.

use super::{Words, messages};

messages! {
    key_hide_after => "kiezen wanneer het scherm zich verbergt", "choose when the screen hides";
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
}
