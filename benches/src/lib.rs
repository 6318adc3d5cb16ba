//! What both the benches of `cargo bench` and the program `flood` measure: one line of each kind,
//! and who reads it ([`kinds`]).

mod twin;
pub mod kinds;
