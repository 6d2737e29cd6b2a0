//! The program as it is built, from outside: as a shell runs it, and in a pseudo-terminal.
//!
//! A part of it is run by its name: `cargo test --test program shell::`.
#![expect(
    clippy::disallowed_methods,
    reason = "a test is outside the program, and reads files and time by itself"
)]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says where, and a long one says how much it looked at"
)]

mod shell;
#[cfg(unix)]
mod terminal;
