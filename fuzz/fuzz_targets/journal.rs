#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    kring_fuzz::journal(bytes);
    kring_fuzz::journal(&kring_fuzz::records(bytes));
});
