//! The data folder: which it is, and where in it things are.

use std::path::{Path, PathBuf, absolute};

use chacha20poly1305::aead::OsRng;
use chacha20poly1305::aead::rand_core::RngCore;

use super::document::Document;
use super::files::Files;
use crate::domain::ids::MeetingId;

/// The slug of the practice group, in both languages. No other group has it.
pub const PRACTICE: &str = "vuurtoren";

/// The folder everything is kept in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFolder {
    root: PathBuf,
}

impl DataFolder {
    /// The folder at `root`.
    #[must_use]
    pub fn new(root: PathBuf) -> Self {
        Self { root }
    }

    /// The folder to use: the one that was asked for, else `kring-data` beside the program when
    /// it is there and can be written, else the platform's. `None` when there is no home either.
    #[must_use]
    pub fn find(asked: Option<PathBuf>, program: Option<&Path>, files: &dyn Files) -> Option<Self> {
        let portable = || {
            let beside = program?.parent()?.join("kring-data");
            can_write(files, &beside).then_some(beside)
        };
        let platform = || {
            use etcetera::BaseStrategy;
            Some(etcetera::choose_base_strategy().ok()?.data_dir().join("kring"))
        };
        asked.or_else(portable).or_else(platform).map(Self::new)
    }

    /// Its path.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> PathBuf {
        self.root.join("kring.ron")
    }

    /// The key, when the folder has a passphrase.
    #[must_use]
    pub fn key(&self) -> PathBuf {
        self.root.join("kring.key")
    }

    /// Empty, and there while the folder is getting a passphrase.
    #[must_use]
    pub fn encrypting(&self) -> PathBuf {
        self.root.join("encrypting")
    }

    /// Empty, and there while the folder is losing its passphrase.
    #[must_use]
    pub fn decrypting(&self) -> PathBuf {
        self.root.join("decrypting")
    }

    /// Whether what is kept at `path` is sealed when the folder has a passphrase: all that is in
    /// its folders, but for the practice group, whose people are invented.
    #[must_use]
    pub fn seals(&self, path: &Path) -> bool {
        // The same place may be spelled from another folder.
        let [path, root] = [path, &self.root].map(|it| absolute(it).unwrap_or_else(|_| it.into()));
        let Ok(below) = path.strip_prefix(root) else { return false };
        below.components().count() > 1 && !below.starts_with(Path::new("groups").join(PRACTICE))
    }

    /// The folder of what was put aside.
    #[must_use]
    pub fn bin(&self) -> PathBuf {
        self.root.join("bin")
    }

    /// The folder of all groups.
    #[must_use]
    pub fn groups(&self) -> PathBuf {
        self.root.join("groups")
    }

    /// The folder of one group.
    #[must_use]
    pub fn group(&self, slug: &str) -> GroupFolder {
        GroupFolder { path: self.groups().join(slug) }
    }

    /// The slugs of the groups that are there.
    #[must_use]
    pub fn slugs(&self, files: &dyn Files) -> Vec<String> {
        let mut slugs = files.list(&self.groups()).unwrap_or_default();
        slugs.retain(|slug| is_slug(slug));
        slugs
    }

    /// A slug for a name that no group has yet.
    #[must_use]
    pub fn free_slug(&self, files: &dyn Files, name: &str) -> String {
        let mut taken = self.slugs(files);
        // The practice group's is kept for it, also while it is not there.
        taken.push(PRACTICE.to_owned());
        let slug = slug_of(name);
        let numbered = (2u32..).map(|nr| {
            let suffix = format!("-{nr}");
            format!("{}{suffix}", &slug[..slug.len().min(SLUG_LENGTH - suffix.len())])
        });
        std::iter::once(slug.clone())
            .chain(numbered)
            .find(|slug| !taken.contains(slug))
            .unwrap_or(slug)
    }
}

/// Digits behind the letter of a slug that says nothing.
const SILENT_DIGITS: usize = 12;

/// A slug that says nothing of a group: names leak.
#[must_use]
pub fn silent_slug() -> String {
    let mut digits = [0; SILENT_DIGITS / 2];
    OsRng.fill_bytes(&mut digits);
    digits.iter().fold("k".to_owned(), |slug, byte| slug + &format!("{byte:02x}"))
}

/// Whether a slug says nothing of its group.
#[must_use]
pub fn is_silent(slug: &str) -> bool {
    let hex = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    slug.strip_prefix('k').is_some_and(|it| it.len() == SILENT_DIGITS && it.bytes().all(hex))
}

fn can_write(files: &dyn Files, folder: &Path) -> bool {
    let probe = folder.join(format!(".kring-{}", std::process::id()));
    files.create(&probe, b"").is_ok() && files.remove(&probe).is_ok()
}

/// The longest slug.
const SLUG_LENGTH: usize = 40;

/// Whether a folder's name is a slug: small ASCII letters, digits and single hyphens inside.
fn is_slug(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    !name.is_empty()
        && name.len() <= SLUG_LENGTH
        && name.chars().all(|c| plain(c) || c == '-')
        && name.starts_with(plain)
}

/// The slug of a name: its letters without accents, without a leading article.
#[must_use]
pub fn slug_of(name: &str) -> String {
    let mut slug = String::new();
    for word in name.split(|c: char| !c.is_alphanumeric()) {
        let word: String = word.chars().filter_map(plain_letter).collect();
        let article = matches!(word.as_str(), "de" | "het" | "een" | "the" | "a");
        if word.is_empty() || (slug.is_empty() && article && name.trim().len() > word.len()) {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    slug.truncate(SLUG_LENGTH);
    let slug = slug.trim_end_matches('-');
    // Names that Windows keeps for itself, and names without a letter that is left.
    if slug.is_empty() || is_reserved(slug) { format!("groep{slug}") } else { slug.to_owned() }
}

fn is_reserved(slug: &str) -> bool {
    matches!(slug, "con" | "prn" | "aux" | "nul")
        || (slug.len() == 4 && (slug.starts_with("com") || slug.starts_with("lpt")))
}

/// A letter as it stands in a slug: small, without its accent; nothing for other scripts.
fn plain_letter(letter: char) -> Option<char> {
    let small = letter.to_lowercase().next()?;
    Some(match small {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        plain if plain.is_ascii_alphanumeric() => plain,
        _ => return None,
    })
}

/// The folder of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupFolder {
    path: PathBuf,
}

impl GroupFolder {
    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where a document is.
    #[must_use]
    pub fn document(&self, document: Document) -> PathBuf {
        match document {
            Document::Group => self.path.join("group.ron"),
            Document::Meeting(id) => self.meetings().join(format!("{id}.ron")),
            Document::Undo => self.path.join("undo"),
            Document::Log => self.path.join("log.ron"),
        }
    }

    /// The folder of its meetings.
    #[must_use]
    pub fn meetings(&self) -> PathBuf {
        self.path.join("meetings")
    }

    /// The folder of its generations.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.path.join("backups")
    }

    /// The folder of what was exported from the app.
    #[must_use]
    pub fn exports(&self) -> PathBuf {
        self.path.join("exports")
    }

    /// The file that is locked while a program has the group.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.path.join("lock")
    }

    /// Empty, and there while something is being erased for good.
    #[must_use]
    pub fn erasing(&self) -> PathBuf {
        self.path.join("erasing")
    }

    /// Who holds the lock.
    #[must_use]
    pub fn owner(&self) -> PathBuf {
        self.path.join("owner.ron")
    }

    /// A journal: `journal`, then `journal.2` and so on.
    #[must_use]
    pub fn journal(&self, number: u32) -> PathBuf {
        match number {
            0 | 1 => self.path.join("journal"),
            _ => self.path.join(format!("journal.{number}")),
        }
    }

    /// The numbers of the journals that are there, in order.
    #[must_use]
    pub fn journals(&self, files: &dyn Files) -> Vec<u32> {
        let number = |name: &str| match name.strip_prefix("journal")? {
            "" => Some(1),
            rest => rest.strip_prefix('.')?.parse().ok().filter(|number| *number > 1),
        };
        let names = files.list(&self.path).unwrap_or_default();
        let mut numbers: Vec<u32> = names.iter().filter_map(|name| number(name)).collect();
        numbers.sort_unstable();
        numbers
    }

    /// The meetings whose files are there, in order.
    #[must_use]
    pub fn meeting_ids(&self, files: &dyn Files) -> Vec<MeetingId> {
        let names = files.list(&self.meetings()).unwrap_or_default();
        names.iter().filter_map(|name| name.strip_suffix(".ron")?.parse().ok()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain_and_fit_every_file_system() {
        for (name, slug) in [
            ("De Vuurtoren", "vuurtoren"),
            ("Éénhoorn & Coördinatie", "eenhoorn-coordinatie"),
            ("De", "de"),
            ("CON", "groepcon"),
            ("日本", "groep"),
            ("", "groep"),
            ("../../etc/passwd", "etc-passwd"),
        ] {
            assert_eq!(slug_of(name), slug, "{name}");
            assert!(is_slug(slug), "{slug}");
        }
        let silent = silent_slug();
        assert!(is_silent(&silent) && is_slug(&silent) && silent != silent_slug(), "{silent}");
        assert!(!is_silent("kanaal") && !is_silent("k12345678901g"));
        let long = slug_of(&"lang ".repeat(40));
        assert!(is_slug(&long), "{long}");
    }
}
