//! The tail and the line callback, without a process.

use super::*;

/// Feeds `chunks` to a sink and returns the lines that the callback got, and the tail.
fn drained<'a>(limit: usize, chunks: impl IntoIterator<Item = &'a [u8]>) -> (Vec<String>, String) {
    let log = Arc::new(StderrLog::new(limit));
    let lines = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&lines);
    let on_line: OnLine = Arc::new(move |line: &str| {
        lock(&seen).push(line.to_owned());
        assert_ne!(line, "panic", "the callback panics on this line");
    });
    let mut sink = Sink { log: Arc::clone(&log), lines: Some(Lines::new(on_line)) };
    chunks.into_iter().for_each(|chunk| sink.push(chunk));
    drop(sink);
    let lines = lock(&lines).clone();
    (lines, log.tail())
}

#[test]
fn a_line_split_over_chunks_is_delivered_once_and_whole() {
    let chunks = ["on", "e\r", "\ntw", "é!".split_at(2).0, "!\n", "last"].map(str::as_bytes);
    let (lines, tail) = drained(1000, chunks);
    assert_eq!(lines, ["one", "twé!", "last"]);
    assert_eq!(tail, "one\r\ntwé!\nlast");
}

#[test]
fn a_panic_in_the_callback_costs_nothing_but_itself() {
    let (lines, _) = drained(1000, [&b"one\npanic\ntwo\n"[..]]);
    assert_eq!(lines, ["one", "panic", "two"]);
}

#[test]
fn a_line_without_end_is_delivered_in_pieces_that_cut_no_character() {
    let text = format!("a{}", "é".repeat(MAX_PIECE));
    let (lines, tail) = drained(1001, text.as_bytes().chunks(777));
    assert!(lines.iter().all(|line| line.len() <= MAX_PIECE && !line.contains('\u{fffd}')));
    assert_eq!(lines.len(), 3);
    assert_eq!(lines.concat(), text);
    assert_eq!(tail, "é".repeat(500), "the half character at the front is left out");
}

#[test]
fn bytes_that_are_no_text_are_replaced() {
    let (lines, tail) = drained(1000, [&b"\xff\xfe ok\n"[..]]);
    assert_eq!(lines, ["\u{fffd}\u{fffd} ok"]);
    assert_eq!(tail, "\u{fffd}\u{fffd} ok\n");
}

#[test]
fn the_tail_is_bounded_however_the_bytes_come() {
    for size in [1, 3, 10, 100] {
        let (_, tail) = drained(10, b"0123456789abcdefghij".chunks(size));
        assert_eq!(tail, "abcdefghij");
    }
    assert_eq!(drained(0, [&b"gone"[..]]).1, "");
}

const LONG: Duration = Duration::from_secs(60);

#[test]
fn waiting_for_the_last_words_ends_with_the_sink() {
    let log = Arc::new(StderrLog::new(10));
    let sink = Sink { log: Arc::clone(&log), lines: None };
    let begin = Instant::now();
    let waiter = std::thread::spawn({
        let log = Arc::clone(&log);
        move || log.wait_closed(LONG, LONG)
    });
    drop(sink);
    waiter.join().unwrap();
    assert!(begin.elapsed() < LONG / 2);
}

#[test]
fn waiting_for_the_last_words_gives_up_on_a_quiet_stream() {
    let begin = Instant::now();
    StderrLog::new(10).wait_closed(Duration::from_millis(10), LONG);
    assert!(begin.elapsed() < LONG / 2);
}

#[test]
fn a_callback_at_work_is_waited_for_but_not_for_ever() {
    let log = StderrLog::new(10);
    log.append(b"at work");
    let (quiet, limit) = (Duration::from_millis(5), Duration::from_millis(60));
    let begin = Instant::now();
    log.wait_closed(quiet, limit);
    assert!((limit..LONG / 2).contains(&begin.elapsed()));
    log.rest();
    log.wait_closed(quiet, LONG);
    assert!(begin.elapsed() < LONG / 2);
}
