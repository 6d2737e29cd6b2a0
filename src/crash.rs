//! Why the program crashed, without any text that a user typed. A message that was formatted at
//! run time may quote a client, so only string literals of the program are reported.

use std::io::{self, Write};
use std::panic::{self, Location, PanicHookInfo};
use std::process;

use color_eyre::Report;

/// Why the app ended without the user closing it.
#[derive(Debug)]
pub enum Crash {
    /// An error of the operating system.
    System(io::Error),
    /// A message that is a literal in the source.
    Said(&'static str),
    /// Any other error; its message is withheld.
    Defect,
}

impl From<Report> for Crash {
    fn from(report: Report) -> Self {
        if let Some(said) = report.downcast_ref::<&'static str>() {
            return Self::Said(said);
        }
        let system = report.chain().find_map(|error| error.downcast_ref::<io::Error>());
        system.map_or(Self::Defect, |error| Self::System(without_message(error)))
    }
}

/// The error code or kind alone: the message of an `io::Error` may be formatted at run time.
fn without_message(error: &io::Error) -> io::Error {
    match error.raw_os_error() {
        Some(code) => io::Error::from_raw_os_error(code),
        None => io::Error::from(error.kind()),
    }
}

/// Makes a panic, in any thread, end the program with a report of where it was, and nothing that it may
/// quote. The program ends as it does with any error: an abort would leave a picture of its memory
/// behind on some systems, with a dossier in it. The app puts its own report in the place of this one.
/// `report` is given the place, and the message if that is a string literal.
pub fn report_panics(report: fn(&str, Option<&'static str>) -> String) {
    panic::set_hook(Box::new(move |info| {
        let (place, said) = of_panic(info);
        // There is nobody to tell when this cannot be written.
        let _ = writeln!(io::stderr(), "{}", report(&place, said));
        process::exit(PANICKED);
    }));
}

/// The exit code after a panic.
pub const PANICKED: i32 = 101;

/// The file and line of a panic, and its message if that is a string literal.
#[must_use]
pub fn of_panic(info: &PanicHookInfo<'_>) -> (String, Option<&'static str>) {
    let place = |at: &Location<'_>| format!("{}:{}", at.file(), at.line());
    let said = info.payload().downcast_ref::<&'static str>().copied();
    (info.location().map(place).unwrap_or_default(), said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_literals_are_reported() {
        let name = "Noor Haddad";
        let of = |report: Report| format!("{:?}", Crash::from(report));
        assert_eq!(of(Report::msg("the size is not known")), "Said(\"the size is not known\")");
        assert_eq!(of(Report::msg(name.to_owned())), "Defect");
        assert_eq!(of(Report::msg("a size").wrap_err(name.to_owned())), "Said(\"a size\")");
        assert_eq!(of(io::Error::other(name).into()), "System(Kind(Other))");
        let gone = Report::from(io::Error::from_raw_os_error(5)).wrap_err(name.to_owned());
        assert!(of(gone).starts_with("System(Os { code: 5"));
    }
}
