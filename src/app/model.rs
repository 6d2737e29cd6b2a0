//! The state of the app, in one value. Only `app::update` changes it, but for
//! [`App::work_in_session`](super::App::work_in_session).

use std::time::Duration;

use crate::domain::hour::ClockReading;
use crate::screens::front::Front;
use crate::session::Session;

/// The state of the app.
#[derive(Debug)]
pub struct Model {
    pub session: Session,
    pub front: Front,
    /// When somebody last pressed a key or pasted something.
    pub touched: Option<ClockReading>,
    /// When somebody last typed where nothing is typed, on the steady clock.
    pub typed_astray_at: Option<Duration>,
    /// Whether the app is to end.
    pub ended: bool,
}

impl Model {
    /// A session at the home screen.
    #[must_use]
    pub fn new(session: Session, front: Front) -> Self {
        Self { session, front, touched: None, typed_astray_at: None, ended: false }
    }
}
