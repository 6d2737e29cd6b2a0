//! The rules for the name of a new group, shared by the shell commands and the app.

use super::folder::{PRACTICE, slug_of};
use crate::sanitize;

/// The longest name, in characters: it has to fit on one line of a list.
const MAX_CHARS: usize = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameProblem {
    /// Empty, or only white space.
    Missing,
    /// Too long, or with unsafe characters (see [`sanitize::line`]).
    Unfit,
    /// Gives the slug of the practice group, which may be removed at any time.
    Practice,
}

/// Checks the name of a new group; white space around it is ignored.
///
/// # Errors
/// Why the name is refused.
pub fn check(name: &str) -> Result<(), NameProblem> {
    let name = name.trim();
    if name.is_empty() {
        Err(NameProblem::Missing)
    } else if sanitize::line(name) != name || name.chars().count() > MAX_CHARS {
        Err(NameProblem::Unfit)
    } else if slug_of(name) == PRACTICE {
        Err(NameProblem::Practice)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_refused_with_its_reason() {
        assert_eq!(check(" "), Err(NameProblem::Missing));
        assert_eq!(check("De Vuurtoren"), Err(NameProblem::Practice));
        assert_eq!(check("a\u{202e}b"), Err(NameProblem::Unfit));
        assert_eq!(check(&"é".repeat(61)), Err(NameProblem::Unfit));
        assert_eq!(check("Zuid-Oost ë 2"), Ok(()));
    }
}
