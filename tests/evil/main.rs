//! An evil string in every field comes out harmless on every route: screens, the shell's answers,
//! exports, and the names of files.
//!
//! A route that is added belongs here: a screen in `screens`, a command in `shell`. What kring can
//! export comes by itself, and its format needs a rule in `shell::assert_inert`: CSV, HTML and ICS
//! have none yet.

#[cfg(test)]
#[expect(dead_code, reason = "this window keeps its size")]
#[path = "../rig/app.rs"]
mod app;
#[cfg(test)]
mod evil;
#[cfg(test)]
mod eye;
#[cfg(test)]
#[path = "../rig/keys.rs"]
mod keys;
#[cfg(test)]
mod markdown;
#[cfg(test)]
#[expect(dead_code, reason = "this disk never fails")]
#[path = "../rig/memory.rs"]
mod memory;
#[cfg(test)]
mod names;
#[cfg(test)]
mod poison;
#[cfg(test)]
mod screens;
#[cfg(test)]
mod shell;
