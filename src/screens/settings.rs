//! The settings that can be changed on the screen, each with its choices and its key at home.
//!
//! One more is a field of [`Settings`](crate::store::settings::Settings), an entry here, and its
//! words.

use super::action::Action;
use super::keys::{bind, layers, letter};
use super::setting::Setting;
use crate::words::Words;

/// After how many minutes without a key the screen hides; 0 is never.
pub static HIDE_AFTER: Setting = Setting {
    name: "hide_after",
    choices: &[5, 10, 15, 30, 60, 0],
    get: |settings| settings.hide_after,
    set: |settings, minutes| settings.hide_after = minutes,
    said: |words, minutes| words.hides_after(minutes),
};

layers! {
    /// The settings, at home.
    SETTINGS [
        bind(&[letter('h')], Action::ChangeSetting(&HIDE_AFTER), Words::key_hide_after, 0),
    ];
}
