#![no_main]

use kring::store::document::UndoFile;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kring_fuzz::document::<UndoFile>(bytes));
