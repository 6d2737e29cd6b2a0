//! The screens: one file or folder each, with its state, the keys it answers, what they do, its rows
//! and its drawing. A screen looks at the session; none knows another, but for [`front`], which holds
//! the one that is shown.

pub mod action;
pub mod dossier;
pub mod erase;
pub mod finder;
pub mod folder_prompt;
pub mod front;
pub mod home;
pub mod hour_clock;
pub mod item;
pub mod keys;
pub mod lock;
pub mod meeting;
pub mod overview;
pub mod page;
pub mod question;
pub mod reader;
pub mod screen;
pub mod second_version;
pub mod setting;
pub mod settings;
pub mod who_looks;
