//! The bin: what goes in, what comes back, and what a thing in it is called.

use super::{Words, messages};

messages! {
    /// A person without a name, in the bin and in the log.
    somebody => "iemand", "somebody";
    /// A goal, in the bin; in the log when it no longer exists.
    a_goal => "een doel", "a goal";
    a_level => "een deel van het plan", "a part of the plan";
    take_back => "Terugzetten", "Put back";
    erase_for_good => "Voorgoed wissen", "Erase for good";
    /// Shown after something was deleted.
    in_bin_now => "Weggelegd. Ctrl+Z zet het terug.", "Put away. Ctrl+Z puts it back.";
    /// Shown after something was put back.
    is_back => "Het staat weer op zijn plek.", "It is back in its place.";
}

impl Words {
    #[must_use]
    pub fn in_bin_since(self, date: &str) -> String {
        self.pick(format!("Weggelegd op {date}"), format!("Put away on {date}"))
    }
}
