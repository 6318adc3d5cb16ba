//! Process tree: what a child and everything that it has started use at one moment.

use std::time::Duration;

/// What a child and everything that it has started use at one moment.
///
/// Processes count that are in the process group of the child, descend from it, or carry its run ID in their
/// environment. What a daemon runs on behalf of the child, such as a container engine, is not seen.
///
/// # Examples
///
/// ```
/// use claude_transport::{Launch, Process, ShutdownGrace};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), claude_transport::TransportError> {
/// let cat = Process::spawn(&Launch::new("cat"))?;
/// // `None` on systems other than Linux.
/// if let Some(tree) = cat.process_tree() {
///     println!("{} processes, {} bytes, for {:?}", tree.processes, tree.memory(), tree.age);
/// }
/// cat.shutdown(ShutdownGrace::default()).await;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProcessTree {
    /// The number of processes.
    pub processes: usize,
    /// The memory of all processes in bytes, added up. Memory that they share counts for each of them.
    pub resident: u64,
    /// The same, with each part of the memory divided by the number of processes that share it. `None` if the system
    /// does not tell it for all of them.
    pub proportional: Option<u64>,
    /// The time since the start of the child.
    pub age: Duration,
}

impl ProcessTree {
    /// Creates a sample, for a transport that has one of its own.
    #[must_use]
    pub fn new(processes: usize, resident: u64, age: Duration) -> Self {
        Self { processes, resident, proportional: None, age }
    }

    /// Returns the memory in bytes: the proportional one, or the resident one if that is not known.
    #[must_use]
    pub fn memory(&self) -> u64 {
        self.proportional.unwrap_or(self.resident)
    }
}
