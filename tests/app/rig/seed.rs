//! The seed of what a test does at random: `KRING_SEED` repeats a run.

/// The seed in `KRING_SEED`, else another one for each run; it is printed.
pub(crate) fn seed() -> u64 {
    let given = std::env::var("KRING_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| fastrand::u64(..));
    println!("KRING_SEED={seed}");
    seed
}
