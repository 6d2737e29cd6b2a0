//! `kring example`: the practice group.

use clap::{Arg, ArgMatches};

use super::arguments::flag;
use super::command::Command;
use super::output::{CommandOutput, Failure};
use super::shell::Shell;
use crate::deeds::practice;
use crate::sanitize;
use crate::store::Store;
use crate::store::folder::PRACTICE;
use crate::store::lock::{self, Taken};
use crate::store::save::{SaveError, make_folder};
use crate::words::Words;

pub(super) static COMMAND: Command = Command {
    name: "example",
    usage: |_| "kring example [--fresh] [--meet]".to_owned(),
    about: Words::about_example,
    more: Words::more_example,
    arguments,
    // The practice group is never sealed.
    reads_sealed: |_| false,
    run,
};

fn arguments(words: Words) -> Vec<Arg> {
    vec![flag("fresh", words.help_fresh()), flag("meet", words.help_meet())]
}

fn run(shell: &mut Shell, given: &ArgMatches) -> Result<CommandOutput, Failure> {
    let (store, words) = (shell.store()?, shell.words);
    let made = given.get_flag("fresh") || !store.has(PRACTICE);
    if made {
        make(shell, store)?;
    }
    let opened = shell
        .open_read_only(PRACTICE)
        .map_err(|failure| Failure { hint: words.practice_anew().to_owned(), ..failure })?;
    let folder = opened.folder.path().display().to_string();
    let text = format!(
        "{}\n{}\n{}\n",
        words.practice_there(&sanitize::line(&opened.dossier.group.name), made),
        words.kept_in(&sanitize::line(&folder)),
        words.next_commands(&shell.invocation, PRACTICE)
    );
    if !given.get_flag("meet") {
        return Ok(CommandOutput::printing(text));
    }
    // The group is there, whether or not its meeting can open here.
    let app = shell.start_app(Some(PRACTICE)).unwrap_or_else(CommandOutput::from);
    Ok(CommandOutput { output: text.into(), ..app })
}

fn make(shell: &Shell, store: &Store) -> Result<(), Failure> {
    let words = shell.words;
    let now = store.clock.now();
    let content = shell.content();
    let made = practice::make(words.0, &content, now.date_naive(), *now.offset())
        .map_err(|_| Failure::own_defect(words))?;
    put_aside(store, words)?;
    store.put(PRACTICE, &made).map_err(|error| Failure::not_saved(&error, words))
}

/// Moves the folder of an earlier practice group to the bin.
fn put_aside(store: &Store, words: Words) -> Result<(), Failure> {
    let folder = store.folder.group(PRACTICE);
    if store.files.list(folder.path()).is_err() {
        return Ok(());
    }
    let now = store.clock.now();
    let taken = lock::take(&store.files, &folder, now);
    match &taken {
        Taken::Theirs(_) => {
            return Err(Failure::new(words.practice_in_use(), words.practice_in_use_hint()));
        }
        Taken::MaybeTaken(owner) => {
            return Err(Failure::new(words.maybe_open_at(owner), words.in_use_hint()));
        }
        Taken::Ours(_) | Taken::Refused => {}
    }
    // A folder with an open file in it cannot be moved on every system.
    drop(taken);
    let bin = store.root().join("bin");
    let aside = bin.join(format!("{PRACTICE}-{}", now.format("%Y%m%dT%H%M%S%.3f")));
    let moved = make_folder(store.files.as_ref(), &bin)
        .and_then(|()| store.files.rename(folder.path(), &aside));
    // The new place is synced before the old one, so that a power cut does not lose the folder.
    let _ = store.files.sync_dir(&bin);
    moved.map_err(|error| Failure::not_saved(&SaveError::Io(error), words))
}
