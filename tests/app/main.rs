//! The app in one process: its rules, its screens, its files and its disks, without a terminal.
//!
//! One program, so that everything is compiled and linked once and the tests share `rig`. A part of
//! it is run by its name: `cargo test --test app screens::`. The built program is looked at from
//! outside by `tests/program`.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot go on says where, and a long one says how much it looked at"
)]

mod app_loop;
mod architecture;
mod dossier;
mod durability;
mod evil;
mod monkey;
mod rig;
mod screens;
mod store;
