//! A disk in memory that knows what a power cut would leave of it.
//!
//! What was written lasts up to the last sync of its file; a name that was put, moved or taken
//! away lasts once its folder was synced. Of everything else a power cut leaves nothing, all, what
//! came first, or any part.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fastrand::Rng;
use kring::store::files::{Appending, Files, LockGuard};

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    Folder,
    File(usize),
}

/// What a file holds, and how much of it lasts.
#[derive(Clone, Debug, Default)]
struct Content {
    bytes: Arc<Vec<u8>>,
    lasting: usize,
}

/// A change of the names in a folder that does not last yet.
#[derive(Clone, Debug)]
enum Naming {
    Put(PathBuf, Node),
    Moved { from: PathBuf, to: PathBuf, node: Node },
    Gone(PathBuf),
}

impl Naming {
    fn folder(&self) -> Option<&Path> {
        match self {
            Self::Put(path, _) | Self::Moved { to: path, .. } | Self::Gone(path) => path.parent(),
        }
    }

    fn happen(&self, names: &mut Names) {
        match self {
            Self::Put(path, node) => drop(names.insert(path.clone(), *node)),
            Self::Moved { from, to, node } => {
                if names.get(from) == Some(node) {
                    names.remove(from);
                }
                names.insert(to.clone(), *node);
            }
            Self::Gone(path) => drop(names.remove(path)),
        }
    }
}

type Names = BTreeMap<PathBuf, Node>;

/// How much of what does not last a power cut leaves.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Left {
    Nothing,
    Everything,
    /// Names up to the middle, and half of each file.
    Beginning,
    /// Any of the names and a part of each file, with or without zeros behind it.
    Part(u64),
}

/// A disk at a moment.
#[derive(Clone, Debug, Default)]
pub(crate) struct Platters {
    contents: Vec<Content>,
    names: Names,
    lasting: Names,
    unsure: Vec<Naming>,
}

impl Platters {
    fn node(&self, path: &Path) -> io::Result<Node> {
        if path.parent().is_none() {
            return Ok(Node::Folder);
        }
        self.names.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn file(&self, path: &Path) -> io::Result<usize> {
        match self.node(path)? {
            Node::File(file) => Ok(file),
            Node::Folder => Err(io::ErrorKind::IsADirectory.into()),
        }
    }

    fn is_in_folder(&self, path: &Path) -> io::Result<()> {
        match self.node(path.parent().unwrap_or(path))? {
            Node::Folder => Ok(()),
            Node::File(_) => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    fn name(&mut self, naming: Naming) {
        naming.happen(&mut self.names);
        self.unsure.push(naming);
    }

    fn put(&mut self, path: &Path) -> usize {
        self.contents.push(Content::default());
        let file = self.contents.len() - 1;
        self.name(Naming::Put(path.to_owned(), Node::File(file)));
        file
    }

    fn write(&mut self, file: usize, bytes: &[u8]) {
        Arc::make_mut(&mut self.contents[file].bytes).extend_from_slice(bytes);
    }

    fn sync(&mut self, file: usize) {
        self.contents[file].lasting = self.contents[file].bytes.len();
    }

    fn sync_dir(&mut self, folder: &Path) {
        let Self { lasting, unsure, .. } = self;
        unsure.retain(|naming| {
            let here = naming.folder() == Some(folder);
            if here {
                naming.happen(lasting);
            }
            !here
        });
    }

    /// The names that are left, and what is in their files.
    pub(crate) fn left(&self, left: Left) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let mut random = Rng::with_seed(if let Left::Part(seed) = left { seed } else { 0 });
        let mut names = self.lasting.clone();
        for (nr, naming) in self.unsure.iter().enumerate() {
            let happened = match left {
                Left::Nothing => false,
                Left::Everything => true,
                Left::Beginning => nr < self.unsure.len().div_ceil(2),
                Left::Part(_) => random.bool(),
            };
            if happened {
                naming.happen(&mut names);
            }
        }
        let there = |path: &Path| {
            let mut above = path.ancestors().skip(1).filter(|path| path.parent().is_some());
            above.all(|path| names.contains_key(path))
        };
        let kept = names.iter().filter(|(path, _)| there(path));
        kept.map(|(path, node)| {
            let content = match node {
                Node::Folder => None,
                Node::File(file) => Some(self.contents[*file].left(left, &mut random)),
            };
            (path.clone(), content)
        })
        .collect()
    }
}

impl Content {
    fn left(&self, left: Left, random: &mut Rng) -> Vec<u8> {
        let (sure, all) = (self.lasting, self.bytes.len());
        let way = random.usize(..3);
        let kept = match left {
            Left::Nothing => sure,
            Left::Beginning => usize::midpoint(sure, all),
            Left::Part(_) if way > 0 => random.usize(sure..=all),
            Left::Everything | Left::Part(_) => all,
        };
        let mut bytes = self.bytes[..kept].to_vec();
        // Some systems make a file longer before what is in it is there.
        if matches!(left, Left::Part(_)) && way == 1 {
            bytes.resize(all, 0);
        }
        bytes
    }
}

/// A moment at which the power may go, and what was promised by then.
#[derive(Clone, Debug)]
pub(crate) struct Cut<P> {
    pub(crate) platters: Platters,
    pub(crate) promise: P,
}

#[derive(Debug, Default)]
struct State<P> {
    platters: Platters,
    promise: P,
    cuts: Vec<Cut<P>>,
    locked: BTreeSet<PathBuf>,
}

/// A disk in memory that takes note of every moment at which the power may go: before a call that
/// changes something, in the middle of it, and after it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Power<P> {
    state: Arc<Mutex<State<P>>>,
}

impl<P: Clone + Default> Power<P> {
    /// A disk with what a power cut left.
    pub(crate) fn with(left: &BTreeMap<PathBuf, Option<Vec<u8>>>) -> Self {
        let mut platters = Platters::default();
        for (path, content) in left {
            let node = content.as_ref().map_or(Node::Folder, |bytes| {
                platters
                    .contents
                    .push(Content { bytes: Arc::new(bytes.clone()), lasting: bytes.len() });
                Node::File(platters.contents.len() - 1)
            });
            platters.names.insert(path.clone(), node);
        }
        platters.lasting = platters.names.clone();
        let state =
            State { platters, promise: P::default(), cuts: Vec::new(), locked: BTreeSet::new() };
        Self { state: Arc::new(Mutex::new(state)) }
    }

    /// From now on a power cut must leave this.
    pub(crate) fn promise(&self, promise: P) {
        let mut state = self.lock_state();
        state.promise = promise;
        state.take_note();
    }

    /// The moments so far.
    pub(crate) fn cuts(&self) -> Vec<Cut<P>> {
        self.lock_state().cuts.clone()
    }

    /// What a power cut would leave now.
    pub(crate) fn now(&self, left: Left) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        self.lock_state().platters.left(left)
    }

    fn lock_state(&self) -> MutexGuard<'_, State<P>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does a piece of work on the disk, with a moment after it.
    fn change<T>(&self, work: impl FnOnce(&mut Platters) -> io::Result<T>) -> io::Result<T> {
        let mut state = self.lock_state();
        let done = work(&mut state.platters);
        state.take_note();
        done
    }

    fn write(&self, file: usize, bytes: &[u8]) -> io::Result<()> {
        let (first, rest) = bytes.split_at(bytes.len() / 2);
        for half in [first, rest] {
            self.change(|platters| {
                platters.write(file, half);
                Ok(())
            })?;
        }
        Ok(())
    }
}

impl<P: Clone> State<P> {
    fn take_note(&mut self) {
        self.cuts.push(Cut { platters: self.platters.clone(), promise: self.promise.clone() });
    }
}

/// What every kind of promise must be, for a disk to be shared by threads.
pub(crate) trait Promise: Clone + Default + Send + std::fmt::Debug + 'static {}

impl<P: Clone + Default + Send + std::fmt::Debug + 'static> Promise for P {}

impl<P: Promise> Files for Power<P> {
    fn read_at_most(&self, path: &Path, largest: u64) -> io::Result<Vec<u8>> {
        let state = self.lock_state();
        let bytes = &state.platters.contents[state.platters.file(path)?].bytes;
        if bytes.len() as u64 > largest {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes.to_vec())
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let file = self.change(|platters| {
            platters.is_in_folder(path)?;
            match platters.node(path) {
                Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
                Err(_) => Ok(platters.put(path)),
            }
        })?;
        self.write(file, bytes)?;
        self.change(|platters| {
            platters.sync(file);
            Ok(())
        })
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Appending>> {
        let file = self.change(|platters| {
            platters.is_in_folder(path)?;
            platters.file(path).or_else(|_| Ok(platters.put(path)))
        })?;
        Ok(Box::new(Open { disk: self.clone(), file }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        assert_eq!(from.parent(), to.parent(), "a file moves within its folder");
        self.change(|platters| {
            let node = Node::File(platters.file(from)?);
            platters.name(Naming::Moved { from: from.to_owned(), to: to.to_owned(), node });
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.change(|platters| {
            platters.file(path)?;
            platters.name(Naming::Gone(path.to_owned()));
            Ok(())
        })
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        let above: Vec<&Path> = path.ancestors().filter(|path| path.parent().is_some()).collect();
        for folder in above.into_iter().rev() {
            self.change(|platters| match platters.node(folder) {
                Ok(Node::Folder) => Ok(()),
                Ok(Node::File(_)) => Err(io::ErrorKind::NotADirectory.into()),
                Err(_) => {
                    platters.name(Naming::Put(folder.to_owned(), Node::Folder));
                    Ok(())
                }
            })?;
        }
        Ok(())
    }

    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        let state = self.lock_state();
        if state.platters.node(path)? != Node::Folder {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let names = state.platters.names.keys().filter(|name| name.parent() == Some(path));
        let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into();
        Ok(names.map(name).collect())
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        self.change(|platters| {
            platters.node(path)?;
            platters.sync_dir(path);
            Ok(())
        })
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn LockGuard>>> {
        self.change(|platters| {
            platters.is_in_folder(path)?;
            platters.file(path).or_else(|_| Ok::<_, io::Error>(platters.put(path)))
        })?;
        let free = self.lock_state().locked.insert(path.to_owned());
        let lock = || Lock { disk: self.clone(), path: path.to_owned() };
        Ok(free.then(|| Box::new(lock()) as Box<dyn LockGuard>))
    }
}

struct Open<P> {
    disk: Power<P>,
    file: usize,
}

impl<P: Promise> Appending for Open<P> {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.disk.write(self.file, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.change(|platters| {
            platters.sync(self.file);
            Ok(())
        })
    }
}

#[derive(Debug)]
struct Lock<P: Promise> {
    disk: Power<P>,
    path: PathBuf,
}

impl<P: Promise> LockGuard for Lock<P> {}

impl<P: Promise> Drop for Lock<P> {
    fn drop(&mut self) {
        self.disk.lock_state().locked.remove(&self.path);
    }
}
