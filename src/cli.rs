//! The command line: arguments in, output and an exit code out.

mod arguments;
mod check;
mod command;
mod decrypt;
mod encrypt;
mod environment;
mod example;
mod export;
mod find;
mod list;
mod meet;
mod new;
mod output;
mod parser;
mod passphrase;
mod shell;
mod show;
mod unlock;
mod usage;

use std::ffi::OsString;
use std::io::Write;

use self::command::Command;
pub use self::environment::{AppStart, DONE, Environment, PassphrasePrompt, REFUSED, USAGE};
use self::output::{CommandOutput, Failure};
use self::parser::Request;
use self::shell::Shell;
use crate::crash::Crash;
use crate::store::Store;
use crate::words::Words;

/// Every command, in the order of the help.
static COMMANDS: &[&Command] = &[
    &example::COMMAND,
    &new::COMMAND,
    &list::COMMAND,
    &show::COMMAND,
    &meet::COMMAND,
    &export::COMMAND,
    &check::COMMAND,
    &encrypt::COMMAND,
    &decrypt::COMMAND,
    &passphrase::COMMAND,
];

/// Carries out one command and returns the exit code. `args` are without the name of the program.
/// `app` is called when the command starts the app, after everything was written.
pub fn run(
    args: Vec<OsString>,
    env: &Environment,
    out: &mut dyn Write,
    err: &mut dyn Write,
    app: &mut dyn FnMut(AppStart) -> Result<(), Crash>,
) -> u8 {
    let mut shell = Shell::new(&args, env);
    let command = parser::asked_command(COMMANDS, &args);
    let output = match parser::read(COMMANDS, args, shell.words) {
        Ok(request) => carry_out(&mut shell, request).unwrap_or_else(CommandOutput::from),
        Err(error) => usage::output(&error, command, shell.words),
    };
    let code = output.print(out, err, shell.words);
    match output.app {
        Some(start) if code == DONE => match app(start) {
            Ok(()) => DONE,
            Err(crash) => crashed(&crash, shell.words).print(out, err, shell.words),
        },
        _ => code,
    }
}

/// Does what was asked, with what has to be said about the data folder besides.
fn carry_out(shell: &mut Shell, request: Request) -> Result<CommandOutput, Failure> {
    let mut output = match request {
        Request::Help(text) => return Ok(CommandOutput::printing(text)),
        Request::App => {
            // Without a file for the passphrase the app asks for it on its own screen.
            if shell.passphrase_file.is_some() {
                shell.unlock()?;
            }
            shell.start_app(None)
        }
        Request::Command(command, given) => {
            if (command.reads_sealed)(&given) {
                shell.unlock()?;
            }
            (command.run)(shell, &given)
        }
    }?;
    if shell.store.as_ref().is_some_and(Store::is_half_sealed) {
        output.errors.push(shell.words.half_sealed().to_owned());
    }
    if let Some(broken) = &shell.settings_fault {
        output.errors.insert(0, shell.words.located(broken));
        if output.hint.is_empty() {
            shell.words.settings_hint().clone_into(&mut output.hint);
        }
    }
    Ok(output)
}

fn crashed(crash: &Crash, words: Words) -> CommandOutput {
    Failure::new(words.broken_down(crash), words.own_defect_hint()).into()
}

#[cfg(test)]
mod tests;
