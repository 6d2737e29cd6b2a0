//! Converts files of earlier versions of kring to this version, one version at a time.
//!
//! The conversion happens in memory each time a file is read. The file itself keeps its version
//! until the next save, which first makes a permanent copy of it
//! ([`super::save::keep_version`]).

use std::borrow::Cow;

/// The file format version that this program writes.
pub const VERSION: u32 = 2;

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

static STEPS: [MigrationStep; 1] = [FROM_1];

/// Version 2 added fields and variants. Each new field has a default that says what version 1 meant, so
/// only the number changes.
const FROM_1: MigrationStep = MigrationStep { from: 1, file: numbered_2, record: str::to_owned };

fn numbered_2(text: &str) -> String {
    let number = text.match_indices("kring").find_map(|(at, name)| {
        let after = at + name.len();
        let value = text.get(after..)?.trim_start().strip_prefix(':')?.trim_start();
        value.starts_with('1').then_some(text.len() - value.len())
    });
    let mut text = text.to_owned();
    if let Some(at) = number {
        text.replace_range(at..=at, "2");
    }
    text
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_file_is_raised_and_nothing_else() {
        let raised = |text: &str| Migrations::of_kring().file(1, text).unwrap().into_owned();
        assert_eq!(raised("GroupFile(\n  kring: 1,\n  a: 1)"), "GroupFile(\n  kring: 2,\n  a: 1)");
        assert_eq!(raised("(kring:1,name:\"kring: 1\")"), "(kring:2,name:\"kring: 1\")");
        assert_eq!(Migrations::of_kring().file(0, "(kring: 0)"), None);
    }
}
