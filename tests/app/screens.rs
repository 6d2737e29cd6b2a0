//! Every screen, played by keys and kept as text.
//!
//! Each scene is checked in both languages and in three windows (`checks`, `expected`), and kept as
//! two pictures: Dutch in a window of 80 by 25, English in one of 160 by 50. The bars of keys stand
//! in pictures of their own (`bars`). `INSTA_UPDATE=always cargo test --test app screens::` draws
//! the pictures anew; look at each one before it is committed. With `KRING_DEFECTS=1` what does not
//! hold is printed and the play goes on.

mod bars;
mod checks;
mod claims;
mod dossier;
mod expected;
mod filling;
mod follow_up;
mod forms;
mod happened;
mod home;
mod known;
mod limits;
mod onlookers;
mod other_meetings;
mod over;
mod picture;
mod play;
mod reading;
mod safe;
mod styles;
mod texts;
mod versions;
mod waking;
