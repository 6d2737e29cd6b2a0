//! The key of an encrypted data folder: an X25519 key pair, of which `kring.key` has the private
//! half encrypted with the passphrase.
//!
//! Files are encrypted as ordinary age files, so the recovery key, which is the private half
//! itself, also decrypts them with other tools.

use std::fmt;
use std::io;
use std::sync::Arc;

use age::secrecy::ExposeSecret;
use age::{scrypt, x25519};
use serde::{Deserialize, Serialize};

use super::document::BrokenFile;
use super::migration::VERSION;

/// A passphrase or a recovery key. Wiped from memory on drop; its `Debug` output is redacted.
pub type Secret = age::secrecy::SecretString;

/// The scrypt work factor as a power of two: 2^17 takes 128 MiB and about half a second on an
/// office computer.
const WORK_FACTOR: u8 = 17;
/// The largest work factor that is accepted: the file may come from somebody else.
const MAX_WORK_FACTOR: u8 = 18;

/// The first bytes of an age file.
const AGE_MAGIC: &[u8] = b"age-encryption.org/";

/// The least number of characters in a passphrase. Guessing can be done offline, without limit.
pub const SHORTEST: usize = 12;

/// The message of the error for a file that this key does not decrypt. The translations match it.
pub const NOT_OURS: &str = "sealed with another key";

/// `kring.key`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    /// Version of the file format.
    pub kring: u32,
    /// The public half, which also tells whether a recovery key belongs to this file.
    pub public: String,
    /// The private half, encrypted with the passphrase, as an armored age file.
    pub wrapped: String,
}

/// Why a data folder was not unlocked.
#[derive(Debug)]
pub enum UnlockError {
    /// Neither its passphrase nor its recovery key.
    Wrong,
    /// The key file cannot be read or is damaged.
    Broken(BrokenFile),
}

/// The key of a data folder.
#[derive(Clone)]
pub struct FolderKey {
    identity: x25519::Identity,
    recipient: x25519::Recipient,
}

/// Shows no key material.
impl fmt::Debug for FolderKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FolderKey")
    }
}

impl FolderKey {
    #[must_use]
    pub fn generate() -> Self {
        Self::from_identity(x25519::Identity::generate())
    }

    fn from_identity(identity: x25519::Identity) -> Self {
        let recipient = identity.to_public();
        Self { identity, recipient }
    }

    /// A key file with this key, encrypted with the passphrase. Takes about half a second.
    ///
    /// # Errors
    /// The encryption fails.
    pub fn wrap(&self, passphrase: &Secret) -> io::Result<KeyFile> {
        let mut recipient = scrypt::Recipient::new(passphrase.clone());
        recipient.set_work_factor(WORK_FACTOR);
        let secret = self.identity.to_string();
        let wrapped = age::encrypt_and_armor(&recipient, secret.expose_secret().as_bytes());
        let wrapped = wrapped.map_err(|_| io::Error::other(NOT_OURS))?;
        Ok(KeyFile { kring: VERSION, public: self.recipient.to_string(), wrapped })
    }

    /// The key in a key file, by its passphrase or recovery key. `None` when the secret is neither.
    /// Takes about half a second with a passphrase.
    #[must_use]
    pub fn unwrap(file: &KeyFile, secret: &Secret) -> Option<Self> {
        let recovered = Self::recovered(secret).filter(|key| key.fits(file));
        // The key comes from the private half alone: the public half in the file may be damaged.
        recovered.or_else(|| {
            let mut identity = scrypt::Identity::new(secret.clone());
            identity.set_max_work_factor(MAX_WORK_FACTOR);
            let opened = age::decrypt(&identity, file.wrapped.as_bytes()).ok()?;
            let opened = Secret::from(String::from_utf8(opened).ok()?);
            Self::recovered(&opened)
        })
    }

    /// Parses a recovery key; case and surrounding white space do not matter.
    #[must_use]
    pub fn recovered(secret: &Secret) -> Option<Self> {
        secret.expose_secret().trim().to_uppercase().parse().ok().map(Self::from_identity)
    }

    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.recipient.to_string() == other.recipient.to_string()
    }

    /// Whether the file has this key, judged by its public half.
    #[must_use]
    pub fn fits(&self, file: &KeyFile) -> bool {
        self.recipient.to_string() == file.public
    }

    /// The recovery key: the private half as text.
    #[must_use]
    pub fn recovery(&self) -> Secret {
        self.identity.to_string()
    }

    /// Encrypts bytes as an age file.
    ///
    /// # Errors
    /// The encryption fails.
    pub fn seal(&self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        age::encrypt(&self.recipient, bytes).map_err(|_| io::Error::other(NOT_OURS))
    }

    /// Decrypts an age file.
    ///
    /// # Errors
    /// Encrypted with another key, or damaged; the kind is `InvalidData`.
    pub fn open(&self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        age::decrypt(&self.identity, bytes)
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, NOT_OURS))
    }
}

/// Whether bytes are an age file.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(AGE_MAGIC)
}

/// The key of an unlocked data folder, and its key file as it was when it was unlocked. The copy
/// serves when the data folder does not answer.
#[derive(Clone, Debug)]
pub(super) struct UnlockedKey {
    pub(super) key: Arc<FolderKey>,
    pub(super) file: Option<Vec<u8>>,
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
