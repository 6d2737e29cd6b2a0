//! Whatever happens to the disk during a session, nothing is lost that was promised.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
#![expect(clippy::print_stdout, reason = "a gate before a release says how much it looked at")]

#[path = "../rig/clock.rs"]
mod clock;
mod faults;
#[expect(dead_code, reason = "nobody reads here what is written")]
#[path = "../rig/files.rs"]
mod files;
mod judge;
#[path = "../rig/power.rs"]
mod power;
mod power_cut;
#[path = "../rig/practice.rs"]
mod practice;
mod session;
