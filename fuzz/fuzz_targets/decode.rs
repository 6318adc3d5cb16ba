//! Decode target: any bytes as a line. It never panics, nothing is lost, and an encoded message
//! decodes to the same value.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|line: &[u8]| claude_fuzz::check_invariants(line));
