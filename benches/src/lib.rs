//! What the benches of `cargo bench` and the programs `flood`, `calls` and `decode` share: one line
//! of each kind, and who reads it ([`kinds`]); clocks and medians ([`times`]).

mod twin;
pub mod kinds;
pub mod times;

/// Who reads: the bound, and the SDK on both runtimes.
pub const READERS: [&str; 3] = ["raw", "sdk", "sdk-current-thread"];

/// What a bench fails with.
pub type Failure = Box<dyn std::error::Error>;
