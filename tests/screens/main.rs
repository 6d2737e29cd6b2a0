//! Every screen, played by keys and kept as text, at two sizes and in both languages.
//!
//! `INSTA_UPDATE=always cargo test --test screens` writes the pictures anew; look at each one
//! before it is committed. What every picture has to hold to is in `checks`; with `KRING_DEFECTS=1`
//! what does not hold is printed and the play goes on.

#[cfg(test)]
mod checks;
#[cfg(test)]
mod dossier;
#[cfg(test)]
mod expected;
#[cfg(test)]
mod follow_up;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod home;
#[cfg(test)]
#[path = "../rig/keys.rs"]
mod keys;
#[cfg(test)]
mod known;
#[cfg(test)]
mod limits;
#[cfg(test)]
#[path = "../rig/memory.rs"]
mod memory;
#[cfg(test)]
mod other_meetings;
#[cfg(test)]
mod over;
#[cfg(test)]
mod picture;
#[cfg(test)]
mod play;
#[cfg(test)]
mod safe;
#[cfg(test)]
mod styles;
#[cfg(test)]
mod versions;
