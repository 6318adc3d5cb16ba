//! The tool calls that have not returned, kept for facts only.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

use memchr::memmem;
use serde::Deserialize;

use super::fact::Returned;
use super::request::ReturnOutcome;

/// How many calls are kept. Beyond it, a call is not told: its end could not be told either.
const MOST: usize = 4096;

#[derive(Debug)]
struct Call {
    tool: Box<str>,
    parent: Option<Box<str>>,
    since: Instant,
}

/// The tool calls that have not returned.
#[derive(Debug, Default)]
pub(crate) struct OpenCalls {
    calls: HashMap<Box<str>, Call>,
}

impl OpenCalls {
    pub(crate) fn is_empty(&self) -> bool {
        self.calls.is_empty()
    }

    /// Adds a call. Returns `false` if it is known already, or if there are too many.
    pub(crate) fn add(&mut self, id: &str, tool: &str, parent: Option<&str>, now: Instant) -> bool {
        if self.calls.len() >= MOST || self.calls.contains_key(id) {
            return false;
        }
        let call = Call { tool: tool.into(), parent: parent.map(Into::into), since: now };
        self.calls.insert(id.into(), call);
        true
    }

    /// Removes a call that has returned, and passes its end to `tell`.
    pub(crate) fn returned(
        &mut self,
        id: &str,
        error: bool,
        bytes: usize,
        now: Instant,
        tell: impl FnOnce(Returned<'_>),
    ) {
        if let Some(call) = self.calls.remove(id) {
            let outcome = if error { ReturnOutcome::Error } else { ReturnOutcome::Success };
            tell(call.end(id, outcome, bytes, now));
        }
    }

    /// Removes the calls of the main thread, whose turn is over, or all calls, and passes their
    /// ends to `tell`.
    pub(crate) fn lost(&mut self, all: bool, now: Instant, mut tell: impl FnMut(Returned<'_>)) {
        let lost = self.calls.extract_if(|_, call| all || call.parent.is_none());
        for (id, call) in lost {
            tell(call.end(&id, ReturnOutcome::Lost, 0, now));
        }
    }
}

impl Call {
    fn end<'c>(
        &'c self,
        id: &'c str,
        outcome: ReturnOutcome,
        bytes: usize,
        now: Instant,
    ) -> Returned<'c> {
        let took = now.checked_duration_since(self.since).unwrap_or(Duration::ZERO);
        Returned {
            call: id,
            tool: &self.tool,
            parent: self.parent.as_deref(),
            outcome,
            bytes,
            took,
        }
    }
}

/// Returns the IDs of the results of a `user` line that are errors.
///
/// Errors are rare, so the line is searched for the flag first, and parsed only if it has it: a
/// tool may return JSON with the same key.
pub(crate) fn failed_results(line: &[u8]) -> HashSet<String> {
    #[derive(Deserialize)]
    struct Line {
        message: Message,
    }
    #[derive(Deserialize)]
    struct Message {
        content: Vec<Block>,
    }
    #[derive(Deserialize)]
    struct Block {
        tool_use_id: Option<String>,
        #[serde(default)]
        is_error: Option<bool>,
    }
    if memmem::find(line, br#""is_error":true"#).is_none() {
        return HashSet::new();
    }
    let blocks = serde_json::from_slice::<Line>(line).map(|line| line.message.content);
    let failed = blocks.unwrap_or_default().into_iter().filter(|b| b.is_error == Some(true));
    failed.filter_map(|block| block.tool_use_id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_flag_of_a_result_is_an_error() {
        let line = br#"{"type":"user","message":{"content":[{"tool_use_id":"a","type":"tool_result","content":"no","is_error":true},{"type":"tool_result","tool_use_id":"b","content":[{"type":"text","text":"\"is_error\":true"}]}]},"tool_use_result":{"is_error":true}}"#;
        assert_eq!(failed_results(line), HashSet::from(["a".to_owned()]));
        let nested = br#"{"type":"user","message":{"content":[{"tool_use_id":"a","type":"tool_result"}]},"tool_use_result":{"is_error":true}}"#;
        assert!(failed_results(nested).is_empty());
    }

    #[test]
    fn each_call_ends_once() {
        let (mut calls, now) = (OpenCalls::default(), Instant::now());
        let mut ends = Vec::new();
        assert!(calls.add("a", "Bash", None, now) && !calls.add("a", "Bash", None, now));
        assert!(calls.add("b", "Read", Some("a"), now) && calls.add("c", "Read", None, now));
        for _ in 0..2 {
            calls.returned("a", true, 7, now, |end| ends.push((end.tool.to_owned(), end.outcome)));
        }
        calls.lost(false, now, |end| ends.push((end.call.to_owned(), end.outcome)));
        calls.lost(true, now, |end| ends.push((end.call.to_owned(), end.outcome)));
        let expected = [
            ("Bash", ReturnOutcome::Error),
            ("c", ReturnOutcome::Lost),
            ("b", ReturnOutcome::Lost),
        ];
        assert_eq!(ends, expected.map(|(name, outcome)| (name.to_owned(), outcome)));
        assert!(calls.is_empty());
    }

    #[test]
    fn the_number_of_open_calls_is_bounded() {
        let (mut calls, now) = (OpenCalls::default(), Instant::now());
        let added = (0..2 * MOST).filter(|n| calls.add(&n.to_string(), "Bash", None, now)).count();
        assert_eq!(added, MOST);
    }
}
