//! Any bytes as a line: nothing panics, nothing is lost, what is encoded decodes to the same.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|line: &[u8]| claude_fuzz::check_invariants(line));
