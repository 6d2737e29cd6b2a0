//! Why the program broke down, without a word of what somebody typed: a text that was made while
//! it ran may hold a sentence of a client, so only texts that stand in the program are passed on.

use std::io;
use std::panic::{Location, PanicHookInfo};

use color_eyre::Report;

/// Why the app ended before somebody left it.
#[derive(Debug)]
pub enum Breakdown {
    /// The system refused something, in its own words.
    System(io::Error),
    /// Something that the program says of itself.
    Said(&'static str),
    /// Something in the program that should not have been.
    Defect,
}

impl From<Report> for Breakdown {
    fn from(report: Report) -> Self {
        if let Some(said) = report.downcast_ref::<&'static str>() {
            return Self::Said(said);
        }
        let system = report.chain().find_map(|error| error.downcast_ref::<io::Error>());
        system.map_or(Self::Defect, |error| Self::System(bare(error)))
    }
}

/// An error of the system without what a library wrote in it.
fn bare(error: &io::Error) -> io::Error {
    match error.raw_os_error() {
        Some(code) => io::Error::from_raw_os_error(code),
        None => io::Error::from(error.kind()),
    }
}

/// Where a panic was, and what it said if that stands in the program.
#[must_use]
pub fn of_panic(info: &PanicHookInfo<'_>) -> (String, Option<&'static str>) {
    let place = |place: &Location<'_>| format!("{}:{}", place.file(), place.line());
    let said = info.payload().downcast_ref::<&'static str>().copied();
    (info.location().map(place).unwrap_or_default(), said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_in_the_program_is_said() {
        let name = "Noor Haddad";
        let of = |report: Report| format!("{:?}", Breakdown::from(report));
        assert_eq!(of(Report::msg("the size is not known")), "Said(\"the size is not known\")");
        assert_eq!(of(Report::msg(name.to_owned())), "Defect");
        assert_eq!(of(Report::msg("a size").wrap_err(name.to_owned())), "Said(\"a size\")");
        assert_eq!(of(io::Error::other(name).into()), "System(Kind(Other))");
        let gone = Report::from(io::Error::from_raw_os_error(5)).wrap_err(name.to_owned());
        assert!(of(gone).starts_with("System(Os { code: 5"));
    }
}
