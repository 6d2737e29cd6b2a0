//! The files of a data folder with a passphrase: whatever lies in it is sealed on its way to the
//! disk and opened on its way back, so that nothing else in kring has to know.
//!
//! A whole file is an age file. A file that grows is sealed piece by piece: a line, the length of
//! its own key, that key sealed for the folder, and then pieces, each with its length.

use std::io;
use std::path::Path;
use std::sync::Arc;

use chacha20poly1305::aead::{Aead, OsRng};
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit, Nonce};

use super::files::{Appending, Files, Held};
use super::folder::DataFolder;
use super::key::{FolderKey, is_sealed};

/// What a file that grows begins with. It is begun anew by who writes on in it later.
const GROWS: &[u8] = b"kring sealed 1\n";

/// Files below a data folder, sealed with its key.
#[derive(Clone, Debug)]
pub struct Sealed {
    files: Arc<dyn Files>,
    folder: DataFolder,
    key: Arc<FolderKey>,
}

impl Sealed {
    /// The files of a folder, sealed with its key.
    #[must_use]
    pub fn new(files: Arc<dyn Files>, folder: DataFolder, key: Arc<FolderKey>) -> Self {
        Self { files, folder, key }
    }

    /// Whether bytes are sealed, as a whole or piece by piece.
    #[must_use]
    pub fn is(bytes: &[u8]) -> bool {
        bytes.starts_with(GROWS) || is_sealed(bytes)
    }

    fn opened(&self, bytes: Vec<u8>) -> io::Result<Vec<u8>> {
        if bytes.starts_with(GROWS) {
            Ok(pieces(&bytes, &self.key))
        } else if is_sealed(&bytes) {
            self.key.open(&bytes)
        } else {
            // Not sealed yet: the power went off while the folder was being sealed.
            Ok(bytes)
        }
    }
}

impl Files for Sealed {
    fn read_at_most(&self, path: &Path, largest: u64) -> io::Result<Vec<u8>> {
        if !self.folder.seals(path) {
            return self.files.read_at_most(path, largest);
        }
        // Sealed piece by piece, a text of one letter a piece is many times as long.
        let bytes = self.files.read_at_most(path, largest.saturating_mul(4))?;
        let bytes = self.opened(bytes)?;
        if bytes.len() as u64 > largest {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        Ok(bytes)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if self.folder.seals(path) {
            self.files.create(path, &self.key.seal(bytes)?)
        } else {
            self.files.create(path, bytes)
        }
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Appending>> {
        let file = self.files.append(path)?;
        if !self.folder.seals(path) {
            return Ok(file);
        }
        let own = ChaCha20Poly1305::generate_key(&mut OsRng);
        let key = self.key.seal(&own)?;
        let mut head = GROWS.to_vec();
        head.extend_from_slice(&length_of(&key));
        head.extend_from_slice(&key);
        Ok(Box::new(Growing { file, head, seals: ChaCha20Poly1305::new(&own), nr: 0 }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.files.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.files.remove(path)
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.files.create_dir(path)
    }

    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        self.files.list(path)
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        self.files.sync_dir(path)
    }

    fn passes(&self, error: &io::Error) -> bool {
        self.files.passes(error)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        self.files.lock(path)
    }
}

/// A file that is sealed piece by piece.
struct Growing {
    file: Box<dyn Appending>,
    /// What comes before the first piece; empty once it was written.
    head: Vec<u8>,
    seals: ChaCha20Poly1305,
    /// The number of the next piece; none is used twice.
    nr: u64,
}

impl Appending for Growing {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let nonce = nonce_of(self.nr);
        self.nr += 1;
        let piece = self.seals.encrypt(&nonce, bytes).map_err(|_| io::ErrorKind::InvalidData)?;
        let mut whole = std::mem::take(&mut self.head);
        whole.extend_from_slice(&length_of(&piece));
        whole.extend_from_slice(&piece);
        self.file.append(&whole)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.sync()
    }
}

fn length_of(bytes: &[u8]) -> [u8; 4] {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes()
}

fn nonce_of(nr: u64) -> Nonce {
    let mut nonce = Nonce::default();
    for (place, byte) in nonce.iter_mut().zip(nr.to_le_bytes()) {
        *place = byte;
    }
    nonce
}

/// Everything that was sealed piece by piece. What is torn or damaged comes after it as it is, so
/// that whoever reads sees that something is there.
fn pieces(bytes: &[u8], key: &FolderKey) -> Vec<u8> {
    let mut opened = Vec::new();
    let mut rest = bytes;
    while let Some((after, seals)) = head(rest, key) {
        rest = after;
        let mut nr = 0;
        while let Some((after, piece)) = piece(rest, &seals, nr) {
            opened.extend_from_slice(&piece);
            rest = after;
            nr += 1;
        }
    }
    opened.extend_from_slice(rest);
    opened
}

/// The cipher of the pieces that follow, and what follows.
fn head<'a>(bytes: &'a [u8], key: &FolderKey) -> Option<(&'a [u8], ChaCha20Poly1305)> {
    let (sealed, rest) = counted(bytes.strip_prefix(GROWS)?)?;
    let own = key.open(sealed).ok()?;
    (own.len() == 32).then(|| (rest, ChaCha20Poly1305::new(Key::from_slice(&own))))
}

fn piece<'a>(bytes: &'a [u8], seals: &ChaCha20Poly1305, nr: u64) -> Option<(&'a [u8], Vec<u8>)> {
    let (piece, rest) = counted(bytes)?;
    Some((rest, seals.decrypt(&nonce_of(nr), piece).ok()?))
}

/// Bytes with their length before them, and what follows.
fn counted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = usize::try_from(u32::from_le_bytes(bytes.first_chunk().copied()?)).ok()?;
    bytes.get(4..)?.split_at_checked(length)
}
