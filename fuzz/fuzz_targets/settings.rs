#![no_main]

use kring::store::settings::Settings;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kring_fuzz::document::<Settings>(bytes));
