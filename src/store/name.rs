//! What a new group may be called. One rule for the shell and the app.

use super::folder::{PRACTICE, slug_of};
use crate::harmless;

/// The longest name, in characters, so that it fits a line of a list.
const LONGEST: usize = 60;

/// Why a group cannot be called so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameProblem {
    /// There is nothing but spaces.
    Missing,
    /// It is too long, or holds characters that cannot be seen.
    Unfit,
    /// It is the name of the practice group, which may be put aside at any time.
    Practice,
}

/// Whether a new group may be called so.
///
/// # Errors
/// Why it may not.
pub fn check(name: &str) -> Result<(), NameProblem> {
    let name = name.trim();
    if name.is_empty() {
        Err(NameProblem::Missing)
    } else if harmless::line(name) != name || name.chars().count() > LONGEST {
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
