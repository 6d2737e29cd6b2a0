//! Whatever happens to the disk during a session, nothing is lost that was promised.

mod faults;
mod judge;
mod power_cut;
mod session;
