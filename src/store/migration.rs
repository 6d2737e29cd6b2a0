//! Converts files of earlier versions of kring to this version, one version at a time.
//!
//! The conversion happens in memory each time a file is read. The file itself keeps its version
//! until the next save, which first makes a permanent copy of it
//! ([`super::save::keep_version`]).

use std::borrow::Cow;

/// The file format version that this program writes.
pub const VERSION: u32 = 1;

/// Converts from one version to the next. Both functions take RON and return RON.
#[derive(Clone, Copy, Debug)]
pub struct MigrationStep {
    /// The version it converts from.
    pub from: u32,
    /// Converts any file except a journal, including its version number.
    pub file: fn(&str) -> String,
    /// Converts the payload of one journal record.
    pub record: fn(&str) -> String,
}

/// The available steps.
#[derive(Clone, Copy, Debug, Default)]
pub struct Migrations(&'static [MigrationStep]);

/// Empty: the first step comes with version 2.
static STEPS: [MigrationStep; 0] = [];

impl Migrations {
    /// The steps of this version of kring.
    #[must_use]
    pub fn of_kring() -> Self {
        Self(&STEPS)
    }

    /// Other steps, for tests.
    #[must_use]
    pub fn new(steps: &'static [MigrationStep]) -> Self {
        Self(steps)
    }

    /// A file's text converted to this version; `None` when a step is missing.
    #[must_use]
    pub fn file(self, version: u32, text: &str) -> Option<Cow<'_, str>> {
        self.migrate(version, text, |step| step.file)
    }

    /// A record's text converted to this version; `None` when a step is missing.
    #[must_use]
    pub fn record(self, version: u32, text: &str) -> Option<Cow<'_, str>> {
        self.migrate(version, text, |step| step.record)
    }

    fn migrate(
        self,
        version: u32,
        text: &str,
        converter: fn(&MigrationStep) -> fn(&str) -> String,
    ) -> Option<Cow<'_, str>> {
        (version..VERSION).try_fold(Cow::Borrowed(text), |text, version| {
            let step = self.0.iter().find(|step| step.from == version)?;
            Some(Cow::Owned(converter(step)(&text)))
        })
    }
}
