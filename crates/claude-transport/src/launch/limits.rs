//! Resource limits: what the system allows a child to use.
//!
//! It is only a description: `process/unix/limited.rs` sets the limits before the program starts. A limit in time is not
//! here, because it needs no system: the layer above ends the session.

use std::fmt;
use std::time::Duration;

/// The limits of the system for a child, each of them `None` (no limit of its own) by default.
///
/// The system applies all but `nice` to each process separately, not to the sum of the tree: a tool that the child
/// starts has the same limits and counts from zero. A limit above that of this program has no effect: the child has
/// the lower one.
///
/// They are set by `/bin/sh` in the process of the child, before the program starts. macOS has no limit of the address
/// space, and other systems than Unix have none of them; a limit that cannot be set is an error of the start
/// ([`TransportError::Limit`](crate::TransportError::Limit)).
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use claude_transport::{Launch, ResourceLimits};
///
/// let limits = ResourceLimits::new().open_files(256).cpu_time(Duration::from_secs(600)).nice(10);
/// let launch = Launch::new("claude").limits(limits);
/// assert_eq!(launch.limits.open_files, Some(256));
/// assert_eq!(launch.limits.address_space, None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ResourceLimits {
    /// The address space of each process, in bytes, rounded up to KiB (`RLIMIT_AS`).
    ///
    /// It counts what a process reserves, not what it uses: JavaScript runtimes reserve much more than they use. A
    /// process that gets no memory usually crashes.
    pub address_space: Option<u64>,
    /// The CPU time of each process, rounded up to seconds (`RLIMIT_CPU`). At the limit it gets SIGXCPU, and 5 s of
    /// CPU time later SIGKILL.
    pub cpu_time: Option<Duration>,
    /// The number of files, pipes and sockets that each process can have open (`RLIMIT_NOFILE`).
    pub open_files: Option<u64>,
    /// The nice value: from -20 (the highest priority) to 19. A value below that of this program requires privileges.
    pub nice: Option<i32>,
}

impl ResourceLimits {
    /// Creates a value without any limit.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the address space of each process, in bytes.
    #[must_use]
    pub fn address_space(mut self, bytes: u64) -> Self {
        self.address_space = Some(bytes);
        self
    }

    /// Sets the CPU time of each process.
    #[must_use]
    pub fn cpu_time(mut self, time: Duration) -> Self {
        self.cpu_time = Some(time);
        self
    }

    /// Sets the number of files, pipes and sockets that each process can have open.
    #[must_use]
    pub fn open_files(mut self, number: u64) -> Self {
        self.open_files = Some(number);
        self
    }

    /// Sets the nice value.
    #[must_use]
    pub fn nice(mut self, value: i32) -> Self {
        self.nice = Some(value);
        self
    }

    /// Returns one of the limits that are set.
    #[cfg(all(windows, feature = "process"))]
    pub(crate) fn first(&self) -> Option<ResourceLimit> {
        let set = [
            (self.address_space.is_some(), ResourceLimit::AddressSpace),
            (self.cpu_time.is_some(), ResourceLimit::CpuTime),
            (self.open_files.is_some(), ResourceLimit::OpenFiles),
            (self.nice.is_some(), ResourceLimit::Nice),
        ];
        set.into_iter().find_map(|(is_set, limit)| is_set.then_some(limit))
    }

    /// Returns the limit that a child with these limits has reached, as far as its signal shows it.
    #[cfg(any(test, all(any(unix, windows), feature = "process")))]
    pub(crate) fn reached(&self, signal: Option<i32>) -> Option<ResourceLimit> {
        const CRASHES: [i32; 5] = [4, 5, 6, 7, 11];
        const SIGXCPU: i32 = 24;
        let signal = signal?;
        if signal == SIGXCPU && self.cpu_time.is_some() {
            return Some(ResourceLimit::CpuTime);
        }
        let crashed = CRASHES.contains(&signal) && self.address_space.is_some();
        crashed.then_some(ResourceLimit::AddressSpace)
    }
}

/// One of the [`ResourceLimits`].
///
/// # Examples
///
/// ```
/// use claude_transport::ResourceLimit;
///
/// assert_eq!(ResourceLimit::CpuTime.to_string(), "CPU time");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResourceLimit {
    /// [`ResourceLimits::address_space`].
    AddressSpace,
    /// [`ResourceLimits::cpu_time`].
    CpuTime,
    /// [`ResourceLimits::open_files`].
    OpenFiles,
    /// [`ResourceLimits::nice`].
    Nice,
}

impl fmt::Display for ResourceLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AddressSpace => "address space",
            Self::CpuTime => "CPU time",
            Self::OpenFiles => "open files",
            Self::Nice => "nice value",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signal_shows_which_limit_was_reached() {
        let cpu = ResourceLimits::new().cpu_time(Duration::from_secs(1));
        let memory = ResourceLimits::new().address_space(1 << 30);
        assert_eq!(cpu.reached(Some(24)), Some(ResourceLimit::CpuTime));
        assert_eq!(memory.reached(Some(6)), Some(ResourceLimit::AddressSpace));
        for (limits, signal) in [
            (cpu, Some(6)),
            (cpu, Some(9)),
            (cpu, None),
            (memory, Some(24)),
            (memory, Some(15)),
            (ResourceLimits::new(), Some(24)),
            (ResourceLimits::new(), Some(11)),
        ] {
            assert_eq!(limits.reached(signal), None, "{limits:?} {signal:?}");
        }
    }
}
