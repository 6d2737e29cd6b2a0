//! The app: one model, messages that change it, effects that it asks for, and the loop.
//!
//! `key -> keys::resolve -> update(&mut Model, Msg) -> effects -> desk -> Msg …; view(&Model)`.

pub mod action;
pub mod asking;
pub mod availability;
pub mod desk;
pub mod dossier;
pub mod erasure;
pub mod facts;
pub mod idle;
pub mod keys;
pub mod meeting;
pub mod message;
pub mod model;
pub mod page;
pub mod runtime;
pub mod signals;
pub mod terminal;
mod typing;
pub mod update;
pub mod versions;
