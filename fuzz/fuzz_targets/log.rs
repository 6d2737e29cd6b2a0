#![no_main]

use kring::store::document::LogFile;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kring_fuzz::document::<LogFile>(bytes));
