//! Which group somebody means.

use super::{Failure, Shell};
use crate::harmless;
use crate::store::folder::slug_of;

impl Shell {
    /// The slug of the group that was asked for: its slug, or an unambiguous beginning of slug or
    /// name, whatever the case.
    ///
    /// # Errors
    /// That none or several fit, with the nearest.
    pub(super) fn find(&self, asked: &str) -> Result<String, Failure> {
        let store = self.store()?;
        let slugs = store.slugs();
        if let Some(slug) = slugs.iter().find(|slug| slug.eq_ignore_ascii_case(asked.trim())) {
            return Ok(slug.clone());
        }
        let named: Vec<Named> = slugs
            .into_iter()
            .map(|slug| {
                // A group that does not open has no name, and can still be asked for.
                let name = store.look(&slug).map(|opened| opened.dossier.group.name);
                let name = name.unwrap_or_default().trim().to_lowercase();
                // In a folder with a passphrase the slug itself says nothing.
                let plain = if name.is_empty() { slug.clone() } else { slug_of(&name) };
                Named { slug, plain, name }
            })
            .collect();
        self.choose(&asked.trim().to_lowercase(), asked, &named)
    }

    fn choose(&self, folded: &str, asked: &str, groups: &[Named]) -> Result<String, Failure> {
        let exact: Vec<&Named> = groups.iter().filter(|group| group.name == folded).collect();
        if let [only] = exact.as_slice() {
            return Ok(only.slug.clone());
        }
        let begins = |group: &&Named| !folded.is_empty() && group.begins_with(folded);
        let fitting: Vec<&Named> = groups.iter().filter(begins).collect();
        let (words, asked) = (self.words, harmless::line(asked));
        match fitting.as_slice() {
            [only] => Ok(only.slug.clone()),
            [] if groups.is_empty() => {
                Err(Failure::new(words.no_such_group(&asked), words.no_groups_hint()))
            }
            [] => {
                let names = groups.iter().flat_map(|group| [&group.slug, &group.name]);
                let near = nearest(folded, names.map(String::as_str)).unwrap_or("");
                let near = groups.iter().find(|group| group.slug == near || group.name == near);
                let near = near.map_or("", |group| &group.slug);
                let hint = format!("{} {}", words.did_you_mean(near), words.groups_hint());
                Err(Failure::new(words.no_such_group(&asked), hint))
            }
            several => {
                let slugs: Vec<&str> = several.iter().map(|group| group.slug.as_str()).collect();
                let sentence = words.several_groups(&asked, several.len());
                Err(Failure::new(sentence, words.choose_from(&slugs.join(", "))))
            }
        }
    }
}

struct Named {
    slug: String,
    /// What its slug would be, by its name.
    plain: String,
    /// In small letters; empty when the group does not open.
    name: String,
}

impl Named {
    fn begins_with(&self, folded: &str) -> bool {
        [&self.slug, &self.plain, &self.name].iter().any(|it| it.starts_with(folded))
    }
}

/// The name that is most like what was typed.
pub(super) fn nearest<'a>(
    asked: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let likeness = |name: &str| strsim::jaro_winkler(asked, name);
    names.into_iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
}
