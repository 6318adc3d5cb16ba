//! Calls: the tool calls of a conversation without a result, and results without a call.

use super::chain::{Chain, as_set};
use super::index::Index;

/// What does not fit, by the lines that contain it, in the order of the file. A line may be in it
/// several times.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Calls {
    /// The calls without a result: their hashes and lines.
    pub(super) unanswered: Vec<(u64, u32)>,
    /// The calls that wait for a decision: their hashes and lines.
    pub(super) deferred: Vec<(u64, u32)>,
    /// The results without a call: the hashes of the calls, and the lines.
    pub(super) orphans: Vec<(u64, u32)>,
}

impl Calls {
    pub(super) fn of(index: &Index, chain: &Chain) -> Self {
        let called = as_set(index.calls.iter().map(|it| it.0));
        let answered = as_set(index.results.iter().map(|it| it.0));
        let deferred = as_set(index.deferred.iter().copied());
        let is_in = |set: &[u64], call: u64| set.binary_search(&call).is_ok();
        // A CLI never sees what is on other branches.
        let is_main = |it: &&(u64, u32)| chain.main[it.1 as usize];
        let open = |it: &&(u64, u32)| is_main(it) && !is_in(&answered, it.0);
        let open = index.calls.iter().filter(open).copied();
        let (deferred, unanswered) = open.partition(|it| is_in(&deferred, it.0));
        let orphans = index.results.iter().filter(is_main).filter(|it| !is_in(&called, it.0));
        Self { unanswered, deferred, orphans: orphans.copied().collect() }
    }
}
