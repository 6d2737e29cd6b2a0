//! The interface's short words: one method a message, both languages side by side.
//!
//! A message without one of the two languages does not compile. Long texts are in `data/`.

mod breakdown;
mod closing;
mod commands;
mod dates;
mod dossier;
mod faults;
mod hour;
mod keys;
mod log;
mod meeting;
mod method;
mod paper;
mod passphrase;
mod saves;
mod shell;
mod shelter;
mod sociogram;
mod steps;
mod versions;
mod week;

use serde::{Deserialize, Serialize};

/// A language of the screen and of what is exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// Dutch.
    #[default]
    Dutch,
    /// English.
    English,
}

/// The words of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Language);

impl Words {
    /// One of two texts.
    fn pick<T>(self, dutch: T, english: T) -> T {
        match self.0 {
            Language::Dutch => dutch,
            Language::English => english,
        }
    }
}

/// A text as it begins a sentence.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(rest.as_str().chars()).collect()
}

/// Messages without arguments: `name => "Dutch", "English";`.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident => $dutch:literal, $english:literal;)*) => {
        impl crate::words::Words {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(self) -> &'static str {
                    self.pick($dutch, $english)
                }
            )*
        }

        #[cfg(test)]
        mod said {
            #[test]
            fn nothing_is_empty_or_shouts() {
                $(
                    for text in [$dutch, $english] {
                        assert!(!text.trim().is_empty(), stringify!($name));
                        let shouts = text.split('!').rev().skip(1).any(|it| it.ends_with(char::is_alphanumeric));
                        assert!(!shouts, "{text}");
                        assert!(!text.contains(['…', '–', '—', '‘', '’', '“', '”', '•']), "{text}");
                    }
                )*
            }
        }
    };
}
use messages;
