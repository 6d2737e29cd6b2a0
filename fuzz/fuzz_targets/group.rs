#![no_main]

use kring::store::document::GroupFile;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kring_fuzz::document::<GroupFile>(bytes));
