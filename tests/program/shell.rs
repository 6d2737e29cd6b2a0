//! The real program, without a terminal, in a folder of its own.

mod desk;
mod faults;
mod groups;
mod paper;
mod passphrase;
