//! The key of a data folder with a passphrase: made once, wrapped by the passphrase, and opened
//! once in a run of the program.
//!
//! What it seals are ordinary age files, so that the recovery key opens them without kring too.

use std::fmt;
use std::io;

use age::secrecy::ExposeSecret;
use age::{scrypt, x25519};
use serde::{Deserialize, Serialize};

use super::document::{BrokenFile, VERSION};

/// A passphrase, or a recovery key; wiped from memory when it is dropped, and never shown.
pub type Secret = age::secrecy::SecretString;

/// How much work a guess at the passphrase takes: 2^17 rounds and 128 MiB, half a second or so on
/// an office computer.
const WORK: u8 = 17;
/// The most work that is done for a key that somebody else may have put there.
const MOST_WORK: u8 = 18;

/// What an age file begins with.
const SEALED: &[u8] = b"age-encryption.org/";

/// The fewest characters of a passphrase: whoever has the folder can try as long as they like.
pub const SHORTEST: usize = 12;

/// What the error says of a file that this key does not open, for words to recognise.
pub const NOT_OURS: &str = "sealed with another key";

/// `kring.key`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    /// The version of the file.
    pub kring: u32,
    /// The half of the key that seals and does not open, to know a recovery key by.
    pub public: String,
    /// The half that opens, wrapped by the passphrase: an age file in letters.
    pub wrapped: String,
}

/// Why a folder stays locked.
#[derive(Debug)]
pub enum Unopened {
    /// This is not its passphrase, nor its recovery key.
    Wrong,
    /// Its key does not read.
    Broken(BrokenFile),
}

/// The key of a data folder.
#[derive(Clone)]
pub struct FolderKey {
    opens: x25519::Identity,
    seals: x25519::Recipient,
}

/// A key shows nothing of itself.
impl fmt::Debug for FolderKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FolderKey")
    }
}

impl FolderKey {
    /// A new key.
    #[must_use]
    pub fn generate() -> Self {
        Self::of(x25519::Identity::generate())
    }

    fn of(opens: x25519::Identity) -> Self {
        let seals = opens.to_public();
        Self { opens, seals }
    }

    /// The key wrapped by a passphrase.
    ///
    /// # Errors
    /// When it cannot be sealed.
    pub fn wrap(&self, passphrase: &Secret) -> io::Result<KeyFile> {
        let mut recipient = scrypt::Recipient::new(passphrase.clone());
        recipient.set_work_factor(WORK);
        let secret = self.opens.to_string();
        let wrapped = age::encrypt_and_armor(&recipient, secret.expose_secret().as_bytes());
        let wrapped = wrapped.map_err(|_| io::Error::other(NOT_OURS))?;
        Ok(KeyFile { kring: VERSION, public: self.seals.to_string(), wrapped })
    }

    /// The key out of its file, by the passphrase or the recovery key. `None` when it is neither.
    #[must_use]
    pub fn unwrap(file: &KeyFile, secret: &Secret) -> Option<Self> {
        let recovered = Self::recovered(secret).filter(|key| key.fits(file));
        // The half that opens says best which key it is; the other may be damaged.
        recovered.or_else(|| {
            let mut identity = scrypt::Identity::new(secret.clone());
            identity.set_max_work_factor(MOST_WORK);
            let opened = age::decrypt(&identity, file.wrapped.as_bytes()).ok()?;
            let opened = Secret::from(String::from_utf8(opened).ok()?);
            Self::recovered(&opened)
        })
    }

    /// The key that a recovery key is.
    #[must_use]
    pub fn recovered(secret: &Secret) -> Option<Self> {
        secret.expose_secret().trim().to_uppercase().parse().ok().map(Self::of)
    }

    /// Whether it is the same key.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.seals.to_string() == other.seals.to_string()
    }

    /// Whether it is the key in a file.
    #[must_use]
    pub fn fits(&self, file: &KeyFile) -> bool {
        self.seals.to_string() == file.public
    }

    /// What opens the folder when the passphrase is forgotten.
    #[must_use]
    pub fn recovery(&self) -> Secret {
        self.opens.to_string()
    }

    /// Bytes as nobody without the key reads them.
    ///
    /// # Errors
    /// When they cannot be sealed.
    pub fn seal(&self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        age::encrypt(&self.seals, bytes).map_err(|_| io::Error::other(NOT_OURS))
    }

    /// Sealed bytes as they were.
    ///
    /// # Errors
    /// That they were sealed with another key, or damaged.
    pub fn open(&self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        age::decrypt(&self.opens, bytes)
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, NOT_OURS))
    }
}

/// Whether bytes were sealed by a key, as a whole.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(SEALED)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Secret {
        Secret::from(text.to_owned())
    }

    #[test]
    fn a_key_opens_with_its_passphrase_and_with_its_recovery_key_only() {
        let key = FolderKey::generate();
        let file = key.wrap(&secret("vier gewone woorden")).unwrap();
        let sealed = key.seal(b"wandelen").unwrap();
        for right in [secret("vier gewone woorden"), key.recovery()] {
            let opened = FolderKey::unwrap(&file, &right).unwrap();
            assert_eq!(opened.open(&sealed).unwrap(), b"wandelen");
        }
        let another = FolderKey::generate().recovery();
        for wrong in [secret("vier gewone woordeN"), secret(""), another] {
            assert!(FolderKey::unwrap(&file, &wrong).is_none());
        }
    }

    #[test]
    fn a_sealed_byte_that_changed_does_not_open() {
        let key = FolderKey::generate();
        let sealed = key.seal(b"wandelen").unwrap();
        assert!(is_sealed(&sealed) && !is_sealed(b"wandelen"));
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(key.open(&changed).is_err(), "byte {at}");
        }
        assert!(FolderKey::generate().open(&sealed).is_err(), "another key");
    }

    #[test]
    fn a_key_shows_nothing_of_itself() {
        let key = FolderKey::generate();
        assert_eq!(format!("{key:?}"), "FolderKey");
    }
}
