//! How a thread of the store wakes the main loop.

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

/// Wakes the main loop, which then asks the store what is new. By default nobody is woken.
#[derive(Clone, Default)]
pub struct Notify(Option<Arc<dyn Fn() + Send + Sync>>);

impl Notify {
    /// `wake` is called on threads of the store; it must not block.
    #[must_use]
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(wake)))
    }

    pub fn wake(&self) {
        if let Some(wake) = &self.0 {
            wake();
        }
    }
}

impl Debug for Notify {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Notify").field(&self.0.is_some()).finish()
    }
}
