//! Order: the order of a transcript must not depend on timing.
//!
//! Lines of different pipes have no defined order: their times change from run to run. The order of
//! stdout does not change, and neither does what follows what:
//!
//! - A line of the host is placed directly after the line of stdout that it answers or that its
//!   step waited for.
//! - A request to the model is placed as late as possible: directly before the first line that
//!   shows its response, a failed request before the report of its retry, others before the next
//!   request. It is also placed before what the host did when it saw the request.
//! - stderr and requests for other things are placed at the end.

use super::request_summary::is_message;
use crate::record::entry::{Direction, Entry};

/// Sorts the entries of a recording.
pub(in crate::record) fn in_order(entries: Vec<Entry>) -> Vec<Entry> {
    let (lines, others): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|entry| entry.direction == Direction::Out);
    let (requests, others): (Vec<_>, Vec<_>) = others.into_iter().partition(is_message);
    let (mut late, others): (Vec<_>, Vec<_>) = others
        .into_iter()
        .partition(|entry| [Direction::Err, Direction::Api].contains(&entry.direction));
    late.sort_by_key(|entry| (entry.direction, apart(entry)));
    let (last, others): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|entry| entry.cause.lines == usize::MAX);

    let slots = slots(&lines, &requests, &others);
    let mut requests: Vec<_> = slots.into_iter().zip(requests).enumerate().collect();
    // Two concurrent requests are in the order of their responses.
    requests.sort_by_key(|(_, (slot, _))| *slot);
    let mut others = others.into_iter().peekable();
    let mut ordered = Vec::new();
    let end = lines.len();
    let mut lines = lines.into_iter();
    for slot in 0..=end {
        while let Some(other) = others.next_if(|other| other.cause.lines <= slot || slot == end) {
            let seen = requests.extract_if(.., |(n, _)| *n < other.cause.requests);
            ordered.extend(seen.map(|(_, (_, request))| request));
            ordered.push(other);
        }
        let due = requests.extract_if(.., |(_, (at, _))| *at <= slot);
        ordered.extend(due.map(|(_, (_, request))| request));
        ordered.extend(lines.next());
    }
    ordered.extend(late);
    ordered.extend(last);
    ordered
}

/// Requests for other things are sorted by their content; stderr keeps its order.
fn apart(entry: &Entry) -> String {
    if entry.direction == Direction::Api { entry.line.to_string() } else { String::new() }
}

/// For each request, the number of lines after which it is placed.
fn slots(lines: &[Entry], requests: &[Entry], others: &[Entry]) -> Vec<usize> {
    let texts: Vec<String> = lines.iter().map(|line| line.line.to_string()).collect();
    let mut retries = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| (line.line.str_at("subtype") == Some("api_retry")).then_some(at));
    let mut slots: Vec<usize> = requests
        .iter()
        .map(|request| match &request.message_id {
            Some(id) => texts.iter().position(|text| text.contains(id)),
            None => retries.next(),
        })
        .map(|slot| slot.unwrap_or(lines.len()))
        .collect();
    for other in others {
        for slot in slots.iter_mut().take(other.cause.requests) {
            *slot = (*slot).min(other.cause.lines);
        }
    }
    for at in (1..slots.len()).rev() {
        // A request without a line of its own cannot be later than the next.
        if slots[at - 1] == lines.len() {
            slots[at - 1] = slots[at];
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use serde_json::json;

    use super::*;
    use crate::record::entry::Cause;

    fn entry(direction: Direction, text: &str) -> Entry {
        Entry::new(direction, Duration::ZERO, json!({"text": text}))
    }

    fn host_line(text: &str, lines: usize, requests: usize) -> Entry {
        let cause = Cause { lines, requests };
        Entry { cause, ..entry(Direction::In, text) }
    }

    fn request(text: &str, id: Option<&str>) -> Entry {
        let line = json!({"text": text, "request": {}});
        let message_id = id.map(str::to_owned);
        Entry { message_id, ..Entry::new(Direction::Api, Duration::ZERO, line) }
    }

    fn texts(entries: Vec<Entry>) -> String {
        let texts = in_order(entries);
        texts.iter().filter_map(|e| e.line.str_at("text")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_order_of_arrival_makes_no_difference() {
        let out = |text: &str| entry(Direction::Out, text);
        let mut entries = vec![
            host_line("hello", 0, 0),
            request("first", Some("msg_1")),
            out("ready"),
            out("msg_1"),
            host_line("more", 2, 0),
            out("rest"),
            request("second", Some("msg_2")),
            out("msg_2"),
            entry(Direction::Err, "warning"),
        ];
        let expected = "hello ready first msg_1 more rest second msg_2 warning";
        assert_eq!(texts(entries.clone()), expected);
        entries.swap(1, 2);
        entries.swap(4, 5);
        entries.swap(6, 8);
        entries.swap(7, 8);
        assert_eq!(texts(entries), expected);
    }

    #[test]
    fn concurrent_requests_are_in_the_order_of_their_responses() {
        let (one, two) = (request("one", Some("msg_1")), request("two", Some("msg_2")));
        let lines = ["msg_2", "msg_1"].map(|text| entry(Direction::Out, text));
        for requests in [[one.clone(), two.clone()], [two, one]] {
            let entries = requests.into_iter().chain(lines.clone()).collect();
            assert_eq!(texts(entries), "two msg_2 one msg_1");
        }
    }

    #[test]
    fn a_request_comes_before_its_retry_and_later_lines() {
        let retry = Entry::new(
            Direction::Out,
            Duration::ZERO,
            json!({"text": "retry", "subtype": "api_retry"}),
        );
        let failed = vec![
            request("failed", None),
            request("good", Some("msg_1")),
            retry,
            entry(Direction::Out, "msg_1"),
        ];
        assert_eq!(texts(failed), "failed retry good msg_1");
        let seen = vec![
            host_line("a", 0, 0),
            request("one", Some("msg_1")),
            host_line("b", 0, 1),
            entry(Direction::Out, "msg_1"),
        ];
        assert_eq!(texts(seen), "a one b msg_1");
        let unanswered =
            vec![request("one", None), host_line("a", 1, 0), entry(Direction::Out, "x")];
        assert_eq!(texts(unanswered), "x a one");
    }
}
