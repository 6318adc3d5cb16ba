//! Shared parts of the benches of `cargo bench` and the programs `flood`, `calls` and `decode`: one
//! line of each kind and its readers ([`kinds`]), clocks and medians ([`times`]).

mod twin;
pub mod kinds;
pub mod times;

/// The readers: the bound, and the SDK on both kinds of runtime.
pub const READERS: [&str; 3] = ["raw", "sdk", "sdk-current-thread"];

/// The error of a bench.
pub type Failure = Box<dyn std::error::Error>;
