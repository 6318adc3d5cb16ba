//! Lines that are odd: each is an item of its own, and everything around it arrives.

use claude_sdk::{Client, Message, query};

use super::stage::{everywhere, options, story};

/// Plays a turn with odd lines between two texts; a turn and a query see the same.
fn assert_between(odd: &str, told: &str) {
    let steps = format!("expect user; text \"one\"\n{odd}\ntext \"two\"; result");
    let options = options(&steps).max_line(64 << 10);
    let told = ["say one", told, "say two", "result two"];
    everywhere(async || {
        let client = Client::connect(options.clone()).await.unwrap();
        let mut turn = client.send("hi").await.unwrap();
        assert_eq!(story(&mut turn).await, told);
        client.close().await.unwrap();

        let mut run = query("hi", options.clone()).await.unwrap();
        assert_eq!(story(&mut run).await, told);
        assert_eq!(query("hi", options.clone()).text().await.unwrap(), "two");
    });
}

#[test]
fn a_line_that_is_no_json() {
    assert_between(r#"raw "npm notice: 12.0 is out\n""#, "noise npm notice: 12.0 is out");
}

#[test]
fn a_line_that_is_no_text() {
    assert_between("raw hex:fffe410a", "noise \u{fffd}\u{fffd}A");
}

#[test]
fn a_line_that_is_half_json() {
    let half = r#"{"type":"assistant","message":{"con"#;
    assert_between(&format!("raw {:?}", format!("{half}\n")), &format!("noise {half}"));
}

#[test]
fn a_line_that_is_too_long() {
    // The line feed does not count.
    assert_between("line-of 200_000", "oversized 199999");
}

#[test]
fn a_line_that_is_much_too_long() {
    assert_between("line-of 20_000_000", "oversized 19999999");
}

#[test]
fn a_type_that_is_not_known() {
    assert_between(r#"send {"type":"weather","sky":"blue","uuid":"$uuid"}"#, "unknown weather");
}

#[test]
fn a_subtype_that_is_not_known() {
    assert_between(
        r#"send {"type":"system","subtype":"sunshine","session_id":"$session"}"#,
        "unknown system sunshine",
    );
}

#[test]
fn a_known_type_without_its_body() {
    assert_between(r#"send {"type":"assistant","message":5}"#, "undecoded assistant");
}

#[test]
fn blank_lines_and_line_ends_of_windows() {
    everywhere(async || {
        let steps = r#"expect user
            raw "\n\r\n\n{\"type\":\"weather\"}\r\n\n"; text "two"; result"#;
        let mut run = query("hi", options(steps)).await.unwrap();
        assert_eq!(story(&mut run).await, ["unknown weather", "say two", "result two"]);
    });
}

/// The CLI is gone before it could end its line.
#[test]
fn a_last_line_without_its_end() {
    everywhere(async || {
        let result = r#"{"type":"result","subtype":"success","is_error":false,"result":"cut"}"#;
        let steps = format!("expect user; raw {result:?}; exit 0");
        let mut run = query("hi", options(&steps)).await.unwrap();
        assert_eq!(story(&mut run).await, ["result cut"]);
    });
}

#[test]
fn noise_before_the_first_answer() {
    everywhere(async || {
        let client = Client::connect(options(r#"raw "warming up\n"; expect user; echo"#)).await;
        let client = client.unwrap();
        let mut unsolicited = client.unsolicited().unwrap();
        let first = unsolicited.next().await.unwrap().unwrap();
        let Message::Noise(noise) = first.message else { panic!("{first:?}") };
        assert_eq!(&*noise.text, "warming up");
        assert_eq!(client.send("hi").await.unwrap().text().await.unwrap(), "You said: hi");
    });
}
