//! The building blocks of changes. Each carries what it replaces, so that it can be inverted
//! without the data.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::goal::{MOST_LONG, MOST_SHORT};

/// Why a change was refused. A refused change leaves the dossier as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The current value is not the one that the change replaces.
    #[error("what this change replaces is no longer there")]
    Stale,
    /// The dossier does not have what the change refers to.
    #[error("this is not in the dossier")]
    Missing,
    /// Phase 1, step 3: [`MOST_SHORT`] short-term goals are open already.
    #[error("a group works on at most {MOST_SHORT} short-term goals at a time")]
    TooManyShort,
    /// Phase 1, step 3: [`MOST_LONG`] long-term goals are open already.
    #[error("a group works on at most {MOST_LONG} long-term goals at a time")]
    TooManyLong,
    /// The id is in use already.
    #[error("this id is already in use")]
    Taken,
    /// The minutes are agreed and have to be reopened first.
    #[error("the minutes are agreed")]
    Finished,
}

/// Replaces one value by another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Swap<T> {
    pub from: T,
    pub to: T,
}

impl<T: Clone + PartialEq> Swap<T> {
    /// Replaces the current value of `slot` by `to`.
    pub fn of(slot: &T, to: T) -> Self {
        Self { from: slot.clone(), to }
    }

    /// # Errors
    /// [`Refusal::Stale`] if `slot` does not hold `from`.
    pub fn apply(&self, slot: &mut T) -> Result<(), Refusal> {
        if *slot != self.from {
            return Err(Refusal::Stale);
        }
        slot.clone_from(&self.to);
        Ok(())
    }

    /// The change that reverts this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { from: self.to.clone(), to: self.from.clone() }
    }
}

/// Inserts an item into a list or removes it. Indices count from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListChange<T> {
    Insert {
        /// Its index once it is in.
        at: usize,
        item: T,
    },
    Remove {
        /// Its current index.
        at: usize,
        /// The item, so that it can be put back.
        item: T,
    },
}

impl<T: Clone + PartialEq> ListChange<T> {
    /// Appends `item` to `list`.
    pub fn push(list: &[T], item: T) -> Self {
        Self::Insert { at: list.len(), item }
    }

    /// # Errors
    /// [`Refusal::Stale`] if the index does not exist or holds something else.
    pub fn apply(&self, list: &mut Vec<T>) -> Result<(), Refusal> {
        match self {
            Self::Insert { at, item } if *at <= list.len() => list.insert(*at, item.clone()),
            Self::Remove { at, item } if list.get(*at) == Some(item) => {
                list.remove(*at);
            }
            _ => return Err(Refusal::Stale),
        }
        Ok(())
    }

    /// The change that reverts this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Insert { at, item } => Self::Remove { at, item },
            Self::Remove { at, item } => Self::Insert { at, item },
        }
    }
}

/// Adds an item to a list in which keys are unique, or removes one.
pub(in crate::domain) fn apply_unique<T: Clone + PartialEq, K: PartialEq>(
    change: &ListChange<T>,
    list: &mut Vec<T>,
    key: impl Fn(&T) -> K,
) -> Result<(), Refusal> {
    if let ListChange::Insert { item, .. } = change
        && list.iter().any(|other| key(other) == key(item))
    {
        return Err(Refusal::Taken);
    }
    change.apply(list)
}

/// Replaces the item with the key of `swap.from`. The key itself may not change.
pub(in crate::domain) fn replace_by_key<T: Clone + PartialEq, K: PartialEq>(
    swap: &Swap<T>,
    list: &mut [T],
    key: impl Fn(&T) -> K,
) -> Result<(), Refusal> {
    if key(&swap.from) != key(&swap.to) {
        return Err(Refusal::Stale);
    }
    let slot = list.iter_mut().find(|item| key(item) == key(&swap.from));
    swap.apply(slot.ok_or(Refusal::Missing)?)
}

/// Replaces a piece of a text by another. Offsets are bytes, on character boundaries.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Splice {
    pub at: usize,
    pub removed: String,
    pub inserted: String,
}

/// Prints offset and lengths, never the text: it may be confidential.
impl fmt::Debug for Splice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Splice")
            .field("at", &self.at)
            .field("removed", &self.removed.len())
            .field("inserted", &self.inserted.len())
            .finish()
    }
}

impl Splice {
    /// The smallest splice that turns `old` into `new`; `None` when they are the same.
    #[must_use]
    pub fn between(old: &str, new: &str) -> Option<Self> {
        if old == new {
            return None;
        }
        // Bytes are compared, since a text may be long; then back to where a character begins. In both
        // texts that is the same place: what is before it is the same.
        let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
        let at = (0..=same).rev().find(|at| old.is_char_boundary(*at) && new.is_char_boundary(*at));
        let at = at.unwrap_or(0);
        let (old_rest, new_rest) = (&old[at..], &new[at..]);
        let (old_end, new_end) = (old_rest.len(), new_rest.len());
        let backwards = old_rest.bytes().rev().zip(new_rest.bytes().rev());
        let same = backwards.take_while(|(a, b)| a == b).count();
        let is_boundary = |tail: &usize| {
            old_rest.is_char_boundary(old_end - tail) && new_rest.is_char_boundary(new_end - tail)
        };
        let tail = (0..=same).rev().find(is_boundary).unwrap_or(0);
        Some(Self {
            at,
            removed: old_rest[..old_rest.len() - tail].to_owned(),
            inserted: new_rest[..new_rest.len() - tail].to_owned(),
        })
    }

    /// # Errors
    /// [`Refusal::Stale`] if `removed` is not found at `at`.
    pub fn apply(&self, text: &mut String) -> Result<(), Refusal> {
        let end = self.at.checked_add(self.removed.len()).ok_or(Refusal::Stale)?;
        if text.get(self.at..end) != Some(self.removed.as_str()) {
            return Err(Refusal::Stale);
        }
        text.replace_range(self.at..end, &self.inserted);
        Ok(())
    }

    /// The change that reverts this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { at: self.at, removed: self.inserted.clone(), inserted: self.removed.clone() }
    }

    /// This splice and `next` as one, if `next` continues typing or backspacing where this one
    /// stopped.
    #[must_use]
    pub fn joined(&self, next: &Self) -> Option<Self> {
        let typing_on = self.removed.is_empty()
            && next.removed.is_empty()
            && next.at == self.at + self.inserted.len();
        if typing_on {
            let inserted = format!("{}{}", self.inserted, next.inserted);
            return Some(Self { at: self.at, removed: String::new(), inserted });
        }
        let deleting_on = self.inserted.is_empty()
            && next.inserted.is_empty()
            && next.at + next.removed.len() == self.at;
        deleting_on.then(|| Self {
            at: next.at,
            removed: format!("{}{}", next.removed, self.removed),
            inserted: String::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_splice_makes_the_new_text_and_its_inverse_the_old(old in "[aé\n ]{0,12}", new in "[aéï\n ]{0,12}") {
            let Some(splice) = Splice::between(&old, &new) else {
                prop_assert_eq!(old, new);
                return Ok(());
            };
            let mut text = old.clone();
            splice.apply(&mut text).unwrap();
            prop_assert_eq!(&text, &new);
            splice.inverse().apply(&mut text).unwrap();
            prop_assert_eq!(&text, &old);
        }

        #[test]
        fn a_splice_that_does_not_fit_changes_nothing(text in "[aé]{0,6}", at in 0usize..9, removed in "[aé]{0,3}") {
            let splice = Splice { at, removed, inserted: "x".into() };
            let mut changed = text.clone();
            if splice.apply(&mut changed).is_err() {
                prop_assert_eq!(changed, text);
            }
        }
    }

    #[test]
    fn typing_on_and_backspacing_on_are_one_splice() {
        let a = Splice { at: 3, removed: String::new(), inserted: "é".into() };
        let b = Splice { at: 5, removed: String::new(), inserted: "n".into() };
        assert_eq!(a.joined(&b).map(|s| s.inserted), Some("én".into()));
        let x = Splice { at: 5, removed: "n".into(), inserted: String::new() };
        let y = Splice { at: 3, removed: "é".into(), inserted: String::new() };
        assert_eq!(x.joined(&y).map(|s| (s.at, s.removed)), Some((3, "én".into())));
        assert_eq!(a.joined(&x), None);
    }

    #[test]
    fn a_list_refuses_what_is_not_there() {
        let mut list = vec!['a', 'b'];
        let wrong = ListChange::Remove { at: 0, item: 'b' };
        assert_eq!(wrong.apply(&mut list), Err(Refusal::Stale));
        let far = ListChange::Insert { at: 3, item: 'c' };
        assert_eq!(far.apply(&mut list), Err(Refusal::Stale));
        assert_eq!(list, ['a', 'b']);
    }
}
