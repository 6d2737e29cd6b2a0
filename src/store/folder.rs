//! The data folder: where it is, and the paths of everything in it.

use std::path::{Path, PathBuf, absolute};

use chacha20poly1305::aead::OsRng;
use chacha20poly1305::aead::rand_core::RngCore;

use super::document::Document;
use super::files::Files;
use crate::domain::ids::MeetingId;

/// The slug of the practice group, in both languages. Reserved: no other group gets it.
pub const PRACTICE: &str = "vuurtoren";

/// The path of the folder with all of kring's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFolder {
    root: PathBuf,
}

impl DataFolder {
    #[must_use]
    pub fn new(root: PathBuf) -> Self {
        Self { root }
    }

    /// The data folder to use: the one that was asked for; else `kring-data` beside the program,
    /// when it exists and can be written; else the platform's. `None` without a home folder.
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

    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    #[must_use]
    pub fn settings(&self) -> PathBuf {
        self.root.join("kring.ron")
    }

    /// The key file; it exists when the folder has a passphrase.
    #[must_use]
    pub fn key(&self) -> PathBuf {
        self.root.join("kring.key")
    }

    /// An empty marker file that exists while the folder is being encrypted.
    #[must_use]
    pub fn encrypting(&self) -> PathBuf {
        self.root.join("encrypting")
    }

    /// An empty marker file that exists while the folder is being decrypted.
    #[must_use]
    pub fn decrypting(&self) -> PathBuf {
        self.root.join("decrypting")
    }

    /// Whether a file at `path` is encrypted when the folder has a passphrase. That holds for all
    /// files below the root's subfolders, except those of the practice group, whose people are
    /// invented.
    #[must_use]
    pub fn seals(&self, path: &Path) -> bool {
        // Either path may be relative.
        let [path, root] = [path, &self.root].map(|it| absolute(it).unwrap_or_else(|_| it.into()));
        let Ok(below) = path.strip_prefix(root) else { return false };
        below.components().count() > 1 && !below.starts_with(Path::new("groups").join(PRACTICE))
    }

    /// The folder for groups that were set aside.
    #[must_use]
    pub fn bin(&self) -> PathBuf {
        self.root.join("bin")
    }

    #[must_use]
    pub fn groups(&self) -> PathBuf {
        self.root.join("groups")
    }

    #[must_use]
    pub fn group(&self, slug: &str) -> GroupFolder {
        GroupFolder { path: self.groups().join(slug) }
    }

    /// The slugs of all groups, in order. Empty when the folder cannot be listed.
    #[must_use]
    pub fn slugs(&self, files: &dyn Files) -> Vec<String> {
        let mut slugs = files.list(&self.groups()).unwrap_or_default();
        slugs.retain(|slug| is_slug(slug));
        slugs
    }

    /// A slug for a name that no group has yet, numbered if need be.
    #[must_use]
    pub fn free_slug(&self, files: &dyn Files, name: &str) -> String {
        let mut taken = self.slugs(files);
        // Reserved, also when the practice group does not exist.
        taken.push(PRACTICE.to_owned());
        let slug = slug_of(name);
        let numbered = (2u32..).map(|nr| {
            let suffix = format!("-{nr}");
            format!("{}{suffix}", &slug[..slug.len().min(MAX_SLUG_LENGTH - suffix.len())])
        });
        std::iter::once(slug.clone())
            .chain(numbered)
            .find(|slug| !taken.contains(slug))
            .unwrap_or(slug)
    }
}

/// Hexadecimal digits in a random slug, after its letter.
const RANDOM_DIGITS: usize = 12;

/// A random slug, for encrypted data folders: folder names are not encrypted.
#[must_use]
pub fn silent_slug() -> String {
    let mut digits = [0; RANDOM_DIGITS / 2];
    OsRng.fill_bytes(&mut digits);
    digits.iter().fold("k".to_owned(), |slug, byte| slug + &format!("{byte:02x}"))
}

/// Whether a slug has the form of [`silent_slug`].
#[must_use]
pub fn is_silent(slug: &str) -> bool {
    let hex = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    slug.strip_prefix('k').is_some_and(|it| it.len() == RANDOM_DIGITS && it.bytes().all(hex))
}

fn can_write(files: &dyn Files, folder: &Path) -> bool {
    let probe = folder.join(format!(".kring-{}", std::process::id()));
    files.create(&probe, b"").is_ok() && files.remove(&probe).is_ok()
}

const MAX_SLUG_LENGTH: usize = 40;

/// Whether a name is a slug: lowercase ASCII letters, digits and hyphens, not starting with one.
fn is_slug(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    !name.is_empty()
        && name.len() <= MAX_SLUG_LENGTH
        && name.chars().all(|c| plain(c) || c == '-')
        && name.starts_with(plain)
}

/// The slug of a name: lowercase, without accents and without a leading article.
#[must_use]
pub fn slug_of(name: &str) -> String {
    let mut slug = String::new();
    for word in name.split(|c: char| !c.is_alphanumeric()) {
        let word: String = word.chars().filter_map(slug_letter).collect();
        let article = matches!(word.as_str(), "de" | "het" | "een" | "the" | "a");
        if word.is_empty() || (slug.is_empty() && article && name.trim().len() > word.len()) {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    slug.truncate(MAX_SLUG_LENGTH);
    let slug = slug.trim_end_matches('-');
    // Device names of Windows, and names without any letter that a slug can have.
    if slug.is_empty() || is_reserved(slug) { format!("groep{slug}") } else { slug.to_owned() }
}

fn is_reserved(slug: &str) -> bool {
    matches!(slug, "con" | "prn" | "aux" | "nul")
        || (slug.len() == 4 && (slug.starts_with("com") || slug.starts_with("lpt")))
}

/// A letter as a slug has it: lowercase and without accent. `None` for other scripts.
fn slug_letter(letter: char) -> Option<char> {
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

/// The path of the folder of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupFolder {
    path: PathBuf,
}

impl GroupFolder {
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    #[must_use]
    pub fn document(&self, document: Document) -> PathBuf {
        match document {
            Document::Group => self.path.join("group.ron"),
            Document::Meeting(id) => self.meetings().join(format!("{id}.ron")),
            Document::Undo => self.path.join("undo"),
            Document::Log => self.path.join("log.ron"),
        }
    }

    #[must_use]
    pub fn meetings(&self) -> PathBuf {
        self.path.join("meetings")
    }

    /// The folder for generations and for files that were set aside.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.path.join("backups")
    }

    /// The folder for exports from the app.
    #[must_use]
    pub fn exports(&self) -> PathBuf {
        self.path.join("exports")
    }

    /// The file with the advisory lock.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.path.join("lock")
    }

    /// An empty marker file that exists while a purge is not finished.
    #[must_use]
    pub fn erasing(&self) -> PathBuf {
        self.path.join("erasing")
    }

    /// The file that names the program that holds the group.
    #[must_use]
    pub fn owner(&self) -> PathBuf {
        self.path.join("owner.ron")
    }

    /// A journal file: `journal`, then `journal.2` and so on.
    #[must_use]
    pub fn journal(&self, number: u32) -> PathBuf {
        match number {
            0 | 1 => self.path.join("journal"),
            _ => self.path.join(format!("journal.{number}")),
        }
    }

    /// The numbers of the journal files, in order. Empty when the folder cannot be listed.
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

    /// The meetings that have a file, in order. Empty when the folder cannot be listed.
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
