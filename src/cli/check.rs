//! `kring check`: whether every file is whole; with `--accept`, a new checksum for files that were
//! edited by hand.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::slice;

use clap::{Arg, ArgMatches, value_parser};

use super::arguments::flag;
use super::command::Command;
use super::environment::{DONE, REFUSED};
use super::output::{CommandOutput, Failure};
use super::shell::Shell;
use crate::sanitize;
use crate::store::Store;
use crate::store::accept::{Accepting, NotAccepted, doubted, is_doubt};
use crate::store::check::{Findings, check};
use crate::store::fallback::Fallback;
use crate::words::Words;

pub(super) static COMMAND: Command = Command {
    name: "check",
    usage: |words| format!("kring check [--accept] [{}...]", words.arg_path()),
    about: Words::about_check,
    more: Words::more_check,
    arguments,
    reads_sealed: |_| true,
    run,
};

fn arguments(words: Words) -> Vec<Arg> {
    let path = Arg::new("path").value_name(words.arg_path()).value_parser(value_parser!(PathBuf));
    vec![flag("accept", words.help_accept()), path.num_args(0..).help(words.help_path())]
}

fn run(shell: &mut Shell, given: &ArgMatches) -> Result<CommandOutput, Failure> {
    // The settings are a file like the others here: when they are checked, they are reported.
    shell.settings_fault = None;
    let (store, words) = (shell.store()?, shell.words);
    let paths: Vec<PathBuf> =
        given.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect();
    Ok(if given.get_flag("accept") {
        accept(store, &paths, words)
    } else {
        check_all(store, &paths, words)
    })
}

/// The paths, or the data folder when there are none.
fn or_root<'a>(paths: &'a [PathBuf], root: &'a PathBuf) -> &'a [PathBuf] {
    if paths.is_empty() { slice::from_ref(root) } else { paths }
}

fn check_all(store: &Store, paths: &[PathBuf], words: Words) -> CommandOutput {
    let root = store.root().to_owned();
    if paths.is_empty() && store.files.list(&root).is_err() {
        return CommandOutput::printing(format!("{}\n", words.nothing_to_check()));
    }
    let mut all = Findings::default();
    for path in or_root(paths, &root) {
        let found = check(store.files.as_ref(), path);
        all.read += found.read;
        all.broken.extend(found.broken);
    }
    let elsewhere = left_elsewhere(store, words);
    if all.broken.is_empty() {
        let whole = words.all_whole(all.read);
        return CommandOutput::printing(format!("{whole}\n{elsewhere}"));
    }
    let mut errors: Vec<String> = all.broken.iter().map(|broken| words.located(broken)).collect();
    errors.extend(elsewhere.lines().map(str::to_owned));
    let doubts = all.broken.iter().all(is_doubt);
    let hint = if doubts { words.accept_hint() } else { words.check_hint() }.to_owned();
    CommandOutput { errors, hint, code: REFUSED, ..CommandOutput::default() }
}

/// A line for each folder with fallback journals that were not merged into the data folder yet.
fn left_elsewhere(store: &Store, words: Words) -> String {
    let fallbacks = store.slugs().into_iter().flat_map(|slug| store.fallbacks(&slug));
    let places: BTreeSet<PathBuf> =
        fallbacks.filter(Fallback::is_used).map(|it| it.place).collect();
    places.iter().map(|place| words.left_elsewhere(place) + "\n").collect()
}

fn accept(store: &Store, paths: &[PathBuf], words: Words) -> CommandOutput {
    let root = store.root().to_owned();
    let (mut files, mut errors) = (Vec::new(), Vec::new());
    for path in or_root(paths, &root) {
        if store.files.list(path).is_ok() {
            let (doubted, others) = doubted(store, path);
            files.extend(doubted);
            errors.extend(others.iter().map(|broken| words.located(broken)));
        } else {
            files.push(path.clone());
        }
    }
    let (mut accepting, mut lines) = (Accepting::new(store), Vec::new());
    for path in &files {
        match accept_file(&mut accepting, path, words) {
            Ok(line) => lines.push(line),
            Err(error) => errors.push(error),
        }
    }
    if lines.is_empty() && errors.is_empty() {
        lines.push(words.nothing_to_accept_here().to_owned());
    }
    let code = if errors.is_empty() { DONE } else { REFUSED };
    let hint = if errors.is_empty() { "" } else { words.rest_as_it_was() }.to_owned();
    let text: String = lines.into_iter().map(|line| line + "\n").collect();
    CommandOutput { output: text.into(), errors, hint, code, ..CommandOutput::default() }
}

/// Accepts one file; both outcomes are a line for the user.
fn accept_file(accepting: &mut Accepting<'_>, path: &Path, words: Words) -> Result<String, String> {
    let shown = path.display().to_string();
    let shown = sanitize::line(&shown);
    match accepting.accept(path) {
        Ok(true) => Ok(words.accepted_file(&shown)),
        Ok(false) => Ok(words.whole_already(&shown)),
        Err(NotAccepted::Broken(broken)) => Err(words.located(&broken)),
        Err(refusal) => Err(format!("{shown}: {}", words.not_accepted(&refusal))),
    }
}
