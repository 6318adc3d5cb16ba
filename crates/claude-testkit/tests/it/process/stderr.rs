//! stderr: it is always read, its kept length is limited, and a callback may fail.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use claude_sdk::{Client, query};

use super::stage::{everywhere, exited, options};

const MEGABYTES: usize = 10_000_000;
/// The mock writes lines of 80 bytes.
const LINES: usize = MEGABYTES / 80;

#[test]
fn megabytes_before_the_first_line_of_stdout_do_not_block() {
    everywhere(async || {
        let steps = format!("stderr-bytes {MEGABYTES}; expect user; text \"hello\"; result");
        let lines = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&lines);
        let options = options(&steps).on_stderr(move |line| {
            assert_eq!(line.len(), 79);
            count.fetch_add(1, Ordering::Relaxed);
        });
        assert_eq!(query("hi", options).text().await.unwrap(), "hello");
        assert_eq!(lines.load(Ordering::Relaxed), LINES, "every line was handed over");
    });
}

#[test]
fn an_error_contains_the_end_of_stderr() {
    everywhere(async || {
        let steps = format!("stderr-bytes {MEGABYTES}; stderr \"the last word\\n\"; exit 9");
        let error = Client::connect(options(&steps)).await.unwrap_err();
        let (status, stderr) = exited(&error);
        assert_eq!(status, "exit code 9");
        assert!((60 << 10..=64 << 10).contains(&stderr.len()), "{} bytes", stderr.len());
        assert!(stderr.ends_with("---\nthe last word\n"));
        let text = error.to_string();
        assert!(text.starts_with("the CLI exited with exit code 9 "), "{text}");
        assert!(text.ends_with(": the last word"), "{text}");
    });
}

#[test]
fn lines_are_complete_and_in_order() {
    everywhere(async || {
        let steps = r#"stderr "one\r\ntw"; stderr "o\n\nthree é"; expect user; text "hello""#;
        let lines: Arc<Mutex<Vec<String>>> = Arc::default();
        let seen = Arc::clone(&lines);
        let options = options(steps).on_stderr(move |line| seen.lock().unwrap().push(line.into()));
        assert_eq!(query("hi", options).text().await.unwrap(), "hello");
        assert_eq!(*lines.lock().unwrap(), ["one", "two", "", "three é"]);
    });
}

#[test]
fn a_callback_that_panics_loses_its_line_only() {
    everywhere(async || {
        let steps = r#"stderr "one\ntwo\nthree\n"; expect user; text "hello"; result; exit 4"#;
        let lines: Arc<Mutex<Vec<String>>> = Arc::default();
        let seen = Arc::clone(&lines);
        let options = options(steps).on_stderr(move |line| {
            if line == "two" {
                // A panic that does not call the panic hook.
                std::panic::resume_unwind(Box::new("as a user's code may"));
            }
            seen.lock().unwrap().push(line.into());
        });
        let client = Client::connect(options).await.unwrap();
        assert_eq!(client.send("hi").await.unwrap().text().await.unwrap(), "hello");
        let error = client.close().await.err();
        assert_eq!(*lines.lock().unwrap(), ["one", "three"]);
        // The close may come before or after the exit of the CLI. In both cases the tail is
        // complete.
        if let Some(error) = error {
            assert_eq!(exited(&error), ("exit code 4", "one\ntwo\nthree\n"));
        }
    });
}
