//! A [`Files`] that encrypts the files of a data folder, so that the rest of kring need not know
//! about encryption.
//!
//! A file that is written whole is an age file. A file that is appended to is a stream of chunks:
//! the line `kring sealed 1`, the length of the stream key, the stream key encrypted with the
//! folder's key, and then chunks, each after its length. Every append adds one chunk, encrypted
//! with ChaCha20-Poly1305 and the index of the chunk as nonce. Lengths are 32 bits, little-endian.

use std::io;
use std::path::Path;
use std::sync::Arc;

use chacha20poly1305::aead::{Aead, OsRng};
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit, Nonce};

use super::files::{Appending, Files, LockGuard};
use super::folder::DataFolder;
use super::key::{FolderKey, is_sealed};

/// The start of a chunk stream. Opening a file for appending again starts another stream in it.
const STREAM_MAGIC: &[u8] = b"kring sealed 1\n";

/// The files of a data folder, encrypted with its key.
#[derive(Clone, Debug)]
pub struct Sealed {
    files: Arc<dyn Files>,
    folder: DataFolder,
    key: Arc<FolderKey>,
}

impl Sealed {
    #[must_use]
    pub fn new(files: Arc<dyn Files>, folder: DataFolder, key: Arc<FolderKey>) -> Self {
        Self { files, folder, key }
    }

    /// Whether bytes are encrypted: an age file or a chunk stream.
    #[must_use]
    pub fn is(bytes: &[u8]) -> bool {
        bytes.starts_with(STREAM_MAGIC) || is_sealed(bytes)
    }

    fn decrypt(&self, bytes: Vec<u8>) -> io::Result<Vec<u8>> {
        if bytes.starts_with(STREAM_MAGIC) {
            Ok(decrypt_streams(&bytes, &self.key))
        } else if is_sealed(&bytes) {
            self.key.open(&bytes)
        } else {
            // Not encrypted yet: an encryption of the data folder was interrupted.
            Ok(bytes)
        }
    }
}

impl Files for Sealed {
    fn read_at_most(&self, path: &Path, largest: u64) -> io::Result<Vec<u8>> {
        if !self.folder.seals(path) {
            return self.files.read_at_most(path, largest);
        }
        // Chunks have overhead, so a stream of small ones is much longer than its plain text.
        let bytes = self.files.read_at_most(path, largest.saturating_mul(4))?;
        let bytes = self.decrypt(bytes)?;
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
        let stream_key = ChaCha20Poly1305::generate_key(&mut OsRng);
        let encrypted_key = self.key.seal(&stream_key)?;
        let mut header = STREAM_MAGIC.to_vec();
        header.extend_from_slice(&length_of(&encrypted_key));
        header.extend_from_slice(&encrypted_key);
        let cipher = ChaCha20Poly1305::new(&stream_key);
        Ok(Box::new(StreamWriter { file, header, cipher, next_index: 0 }))
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

    fn is_transient(&self, error: &io::Error) -> bool {
        self.files.is_transient(error)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn LockGuard>>> {
        self.files.lock(path)
    }
}

/// Appends to a chunk stream.
struct StreamWriter {
    file: Box<dyn Appending>,
    /// Written together with the first chunk; empty from then on.
    header: Vec<u8>,
    cipher: ChaCha20Poly1305,
    /// The index of the next chunk. It is the nonce, so no index may be used twice.
    next_index: u64,
}

impl Appending for StreamWriter {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let nonce = nonce_of(self.next_index);
        // Also when the append fails: part of the chunk may be on disk.
        self.next_index += 1;
        let chunk = self.cipher.encrypt(&nonce, bytes).map_err(|_| io::ErrorKind::InvalidData)?;
        let mut written = std::mem::take(&mut self.header);
        written.extend_from_slice(&length_of(&chunk));
        written.extend_from_slice(&chunk);
        self.file.append(&written)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.sync()
    }
}

fn length_of(bytes: &[u8]) -> [u8; 4] {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes()
}

fn nonce_of(index: u64) -> Nonce {
    let mut nonce = Nonce::default();
    for (place, byte) in nonce.iter_mut().zip(index.to_le_bytes()) {
        *place = byte;
    }
    nonce
}

/// The plain text of all streams in a file, up to the first torn or damaged chunk. The bytes from
/// there on are appended undecrypted, so that the reader notices that the file is torn.
fn decrypt_streams(bytes: &[u8], key: &FolderKey) -> Vec<u8> {
    let mut plain = Vec::new();
    let mut rest = bytes;
    while let Some((after, cipher)) = read_header(rest, key) {
        rest = after;
        let mut index = 0;
        while let Some((after, chunk)) = read_chunk(rest, &cipher, index) {
            plain.extend_from_slice(&chunk);
            rest = after;
            index += 1;
        }
    }
    plain.extend_from_slice(rest);
    plain
}

/// The cipher of a stream, and the bytes after its header.
fn read_header<'a>(bytes: &'a [u8], key: &FolderKey) -> Option<(&'a [u8], ChaCha20Poly1305)> {
    let (encrypted_key, rest) = length_prefixed(bytes.strip_prefix(STREAM_MAGIC)?)?;
    let stream_key = key.open(encrypted_key).ok()?;
    (stream_key.len() == 32).then(|| (rest, ChaCha20Poly1305::new(Key::from_slice(&stream_key))))
}

fn read_chunk<'a>(
    bytes: &'a [u8],
    cipher: &ChaCha20Poly1305,
    index: u64,
) -> Option<(&'a [u8], Vec<u8>)> {
    let (chunk, rest) = length_prefixed(bytes)?;
    Some((rest, cipher.decrypt(&nonce_of(index), chunk).ok()?))
}

/// The bytes after a length, as many as it says, and the bytes after those.
fn length_prefixed(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = usize::try_from(u32::from_le_bytes(bytes.first_chunk().copied()?)).ok()?;
    bytes.get(4..)?.split_at_checked(length)
}
