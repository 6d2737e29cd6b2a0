//! What the tests are played with: a clock, disks, keys, the practice group, and the app itself
//! without a terminal.
//!
//! `fuzz` uses `clock`, `power` and `practice` too.

pub(crate) mod app;
pub(crate) mod clock;
pub(crate) mod files;
pub(crate) mod keys;
pub(crate) mod memory;
pub(crate) mod power;
pub(crate) mod practice;
pub(crate) mod seed;
