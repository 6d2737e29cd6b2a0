//! What stood in the slots of a phrase.

use chrono::Weekday;

use super::feast::Feast;
use super::period::Period;
use super::token::Digits;
use crate::domain::when::{PartOfDay, RhythmDay, Unit};

/// What stood in the slots of a phrase.
#[derive(Clone, Debug, Default)]
pub(super) struct Filled {
    pub(super) weekday: Option<Weekday>,
    pub(super) unsure: bool,
    pub(super) weekdays: Vec<RhythmDay>,
    pub(super) numbers: [Option<u16>; 2],
    pub(super) unit: Option<(u16, Unit)>,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
    pub(super) ordinals: [Option<i8>; 2],
    pub(super) year: Option<i32>,
    pub(super) digits: Option<Digits>,
    pub(super) clock: Option<(u32, u32)>,
    pub(super) feast: Option<Feast>,
    pub(super) period: Option<Period>,
    pub(super) part: Option<PartOfDay>,
    /// Whether the hour of a time is a number in digits with a zero before it.
    pub(super) leading_zero: bool,
}
