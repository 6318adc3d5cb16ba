//! Ability: what a check needs of a transport.

/// What not every transport can do.
///
/// # Examples
///
/// ```
/// use claude_testkit::conformance::Ability;
///
/// assert!(Ability::ALL.contains(&Ability::Files));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ability {
    /// It starts the program of the launch, with its arguments, variables and directory.
    Programs,
    /// It writes the private files of the launch.
    Files,
    /// What the program has started ends with it.
    Descendants,
    /// It reports lines over [`Launch::max_line`](claude_transport::Launch::max_line), and goes on.
    MaxLine,
    /// It has [`StderrOptions`](claude_transport::StderrOptions): the length of the tail, and a callback.
    StderrOptions,
    /// It has a [`KillHandle`](claude_transport::KillHandle) that ends the peer.
    KillHandle,
}

impl Ability {
    /// All abilities.
    pub const ALL: [Self; 6] = [
        Self::Programs,
        Self::Files,
        Self::Descendants,
        Self::MaxLine,
        Self::StderrOptions,
        Self::KillHandle,
    ];
}
