//! What happens by chance in a test, and can happen again: `KRING_SEED` repeats it.

use std::time::{SystemTime, UNIX_EPOCH};

/// Numbers by chance, the same for the same seed.
pub(crate) struct Chance(u64);

impl Chance {
    /// The seed in `KRING_SEED`, else one of the moment; it is printed.
    pub(crate) fn seed() -> u64 {
        let given = std::env::var("KRING_SEED").ok().and_then(|seed| seed.parse().ok());
        #[expect(clippy::disallowed_methods, reason = "another seed for each run")]
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let seed = given.unwrap_or(since.subsec_nanos().into());
        println!("KRING_SEED={seed}");
        seed
    }

    /// The chance of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % end as u64).unwrap_or(0)
    }
}
