//! The real program, without a terminal, in a folder of its own.

#[cfg(test)]
mod desk;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod passphrase;
