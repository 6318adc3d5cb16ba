//! Swept: what a sweep has found, on every system.

/// What [`sweep`](super::sweep) has found.
///
/// # Examples
///
/// ```
/// use claude_transport::Swept;
///
/// assert_eq!(Swept::default().processes, 0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Swept {
    /// The folders of hosts that had ended.
    pub hosts: usize,
    /// The processes of their runs.
    pub processes: usize,
}
