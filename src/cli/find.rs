//! Finding a group by what the user typed, and the nearest match for an unknown name.

use super::output::Failure;
use super::shell::Shell;
use crate::sanitize;
use crate::store::folder::slug_of;

impl Shell {
    /// The slug of a group, from an unambiguous beginning of its slug or name. Case is ignored.
    ///
    /// # Errors
    /// No group matches, and the hint has the nearest; or several do.
    pub(super) fn find_group(&self, asked: &str) -> Result<String, Failure> {
        let store = self.store()?;
        let slugs = store.slugs();
        if let Some(slug) = slugs.iter().find(|slug| slug.eq_ignore_ascii_case(asked.trim())) {
            return Ok(slug.clone());
        }
        let names = store.survey(
            &slugs,
            || true,
            |_, opened| {
                // A group that does not open has no name; it is still found by its slug.
                let name = opened.map(|opened| opened.dossier.group.name).unwrap_or_default();
                name.trim().to_lowercase()
            },
        );
        let candidate = |(slug, name): (String, String)| {
            // In a folder with a passphrase the slug itself is not made from the name.
            let plain = if name.is_empty() { slug.clone() } else { slug_of(&name) };
            Candidate { slug, plain, name }
        };
        let candidates: Vec<Candidate> = slugs.into_iter().zip(names).map(candidate).collect();
        self.choose(&asked.trim().to_lowercase(), asked, &candidates)
    }

    fn choose(&self, folded: &str, asked: &str, groups: &[Candidate]) -> Result<String, Failure> {
        let exact: Vec<&Candidate> = groups.iter().filter(|group| group.name == folded).collect();
        if let [only] = exact.as_slice() {
            return Ok(only.slug.clone());
        }
        let begins = |group: &&Candidate| !folded.is_empty() && group.begins_with(folded);
        let fitting: Vec<&Candidate> = groups.iter().filter(begins).collect();
        let (words, asked) = (self.words, sanitize::line(asked));
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

struct Candidate {
    slug: String,
    /// The slug that its name would give; the slug itself without a name.
    plain: String,
    /// In lower case; empty when the group does not open.
    name: String,
}

impl Candidate {
    fn begins_with(&self, folded: &str) -> bool {
        [&self.slug, &self.plain, &self.name].iter().any(|it| it.starts_with(folded))
    }
}

/// The name most similar to what was typed; `None` only without names.
pub(super) fn nearest<'a>(
    asked: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let similarity = |name: &str| strsim::jaro_winkler(asked, name);
    names.into_iter().max_by(|a, b| similarity(a).total_cmp(&similarity(b)))
}
