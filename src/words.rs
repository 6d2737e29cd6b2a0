//! The short texts of the interface: one method for each message, both languages side by side.
//!
//! A message that lacks one of the two languages does not compile. Each file is named after what its
//! messages are about. Long texts are in `data/`.

mod agreements;
mod answers;
mod arrangements;
mod attendance;
mod availability;
mod bin;
mod closing;
mod commands;
mod crash;
mod dates;
mod deeds;
mod dossier;
mod erasure;
mod fallback;
mod faults;
mod goals;
mod groups;
mod help;
mod hour;
mod interviews;
mod keys;
mod log;
mod meeting;
mod minutes;
mod onlookers;
mod passphrase;
mod people;
mod plan;
mod reorientation;
mod roles;
mod saves;
mod screen;
mod settings;
mod shell;
mod sociogram;
mod steps;
mod typing;
mod versions;
mod week;
mod when;

use crate::language::Language;

/// The interface in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Language);

impl Words {
    /// Chooses between two texts; nothing else in `words` asks which language it is.
    fn pick<T>(self, dutch: T, english: T) -> T {
        match self.0 {
            Language::Dutch => dutch,
            Language::English => english,
        }
    }
}

/// A text with a capital, to begin a sentence.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(rest.as_str().chars()).collect()
}

/// Messages without arguments: `name => "Dutch", "English";`. A comment says when or where one is
/// shown, if its name and its text do not.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agreement::Outcome;
    use crate::domain::attendance::Presence;
    use crate::domain::goal::{GoalState, Movement};
    use crate::domain::person::PersonKind;

    #[test]
    fn no_two_states_share_a_word() {
        for words in [Words(Language::Dutch), Words(Language::English)] {
            let mut outcomes = Outcome::ALL.iter().copied().map(Some).collect::<Vec<_>>();
            outcomes.push(None);
            distinct(outcomes.into_iter().map(|one| words.outcome(one)));
            distinct(GoalState::ALL.iter().copied().map(|one| words.goal_state(one)));
            distinct(Movement::ALL.iter().copied().map(|one| words.movement(one)));
            distinct(Presence::ALL.iter().copied().map(|one| words.presence(one)));
            distinct(PersonKind::ALL.iter().copied().map(|one| words.person_kind(one)));
        }
    }

    fn distinct(said: impl Iterator<Item = &'static str>) {
        let mut said: Vec<&str> = said.collect();
        let all = said.len();
        said.sort_unstable();
        said.dedup();
        assert_eq!(said.len(), all, "{said:?}");
    }
}
