#![no_main]

use kring::store::document::MeetingFile;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kring_fuzz::document::<MeetingFile>(bytes));
