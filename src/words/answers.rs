//! Short answers that many rows share: yes and no, chosen, nothing written yet.

use super::{Words, messages};

messages! {
    chosen => "gekozen", "chosen";
    /// Behind a choice that the client did not make yet.
    proposed => "voorstel", "proposed";
    /// On a row that goes to the next choice.
    choose => "kiezen", "choose";
    not_chosen => "nog niet gekozen", "not chosen yet";
}

impl Words {
    #[must_use]
    pub fn yes_no(self, yes: bool) -> &'static str {
        if yes { self.pick("ja", "yes") } else { self.pick("nee", "no") }
    }

    #[must_use]
    pub fn yes_not_yet(self, yes: bool) -> &'static str {
        if yes { self.pick("ja", "yes") } else { self.pick("nog niet", "not yet") }
    }

    /// `None` when the question has not been asked yet.
    #[must_use]
    pub fn yes_no_unknown(self, answer: Option<bool>) -> &'static str {
        answer.map_or(self.pick("nog vragen", "still to ask"), |yes| self.yes_no(yes))
    }

    /// The text itself, or a placeholder when it is empty.
    #[must_use]
    pub fn or_wordless(self, text: &str) -> String {
        let text = text.trim();
        if text.is_empty() {
            self.pick("(nog geen woorden)", "(no words yet)").to_owned()
        } else {
            text.to_owned()
        }
    }
}
