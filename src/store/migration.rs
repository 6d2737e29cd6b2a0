//! Files of an earlier kring, brought up to this version step by step. This happens in memory,
//! whenever one is read; the file itself is written anew by the first save, after a copy of it was
//! put by for good ([`super::save::keep_version`]).

use std::borrow::Cow;

use super::document::VERSION;

/// From one version of the files to the next. Both texts stay RON, and the text of a file says
/// its new version.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The version it begins with.
    pub from: u32,
    /// The text of a file: a group, a meeting, what can be undone, the log, the settings.
    pub file: fn(&str) -> String,
    /// The text of a record in a journal.
    pub record: fn(&str) -> String,
}

/// The steps there are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Migrations(&'static [Step]);

/// The steps of this kring: none yet, the first comes with version 2.
static STEPS: [Step; 0] = [];

impl Migrations {
    /// Those of this kring.
    #[must_use]
    pub fn of_kring() -> Self {
        Self(&STEPS)
    }

    /// Others, for a test with versions that never were.
    #[must_use]
    pub fn new(steps: &'static [Step]) -> Self {
        Self(steps)
    }

    /// The text of a file as this version has it; `None` when no steps lead there.
    #[must_use]
    pub fn file(self, version: u32, text: &str) -> Option<Cow<'_, str>> {
        self.bring_up(version, text, |step| step.file)
    }

    /// The text of a record as this version has it; `None` when no steps lead there.
    #[must_use]
    pub fn record(self, version: u32, text: &str) -> Option<Cow<'_, str>> {
        self.bring_up(version, text, |step| step.record)
    }

    fn bring_up(
        self,
        version: u32,
        text: &str,
        what: fn(&Step) -> fn(&str) -> String,
    ) -> Option<Cow<'_, str>> {
        (version..VERSION).try_fold(Cow::Borrowed(text), |text, version| {
            let step = self.0.iter().find(|step| step.from == version)?;
            Some(Cow::Owned(what(step)(&text)))
        })
    }
}
