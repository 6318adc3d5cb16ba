//! Invalid lines: each is an item of the stream, and everything around it arrives.

use claude_sdk::{Client, Message, query};

use super::stage::{everywhere, options, story};

/// Plays a turn with an invalid line between two texts. A turn and a query see the same items.
fn assert_between(invalid_line: &str, expected: &str) {
    let steps = format!("expect user; text \"one\"\n{invalid_line}\ntext \"two\"; result");
    let options = options(&steps).max_line(64 << 10);
    let expected = ["say one", expected, "say two", "result two"];
    everywhere(async || {
        let client = Client::connect(options.clone()).await.unwrap();
        let mut turn = client.send("hi").await.unwrap();
        assert_eq!(story(&mut turn).await, expected);
        client.close().await.unwrap();

        let mut run = query("hi", options.clone()).await.unwrap();
        assert_eq!(story(&mut run).await, expected);
        // Both texts are blocks of one answer.
        assert_eq!(query("hi", options.clone()).text().await.unwrap(), "onetwo");
    });
}

#[test]
fn plain_text_is_noise() {
    assert_between(r#"raw "npm notice: 12.0 is out\n""#, "noise npm notice: 12.0 is out");
}

#[test]
fn invalid_utf8_is_noise() {
    assert_between("raw hex:fffe410a", "noise \u{fffd}\u{fffd}A");
}

#[test]
fn incomplete_json_is_noise() {
    let half = r#"{"type":"assistant","message":{"con"#;
    assert_between(&format!("raw {:?}", format!("{half}\n")), &format!("noise {half}"));
}

#[test]
fn a_line_over_the_limit_is_oversized() {
    // The line feed does not count.
    assert_between("line-of 200_000", "oversized 199999");
}

#[test]
fn a_line_far_over_the_limit_is_oversized() {
    assert_between("line-of 20_000_000", "oversized 19999999");
}

#[test]
fn an_unknown_type_is_an_unknown_message() {
    assert_between(r#"send {"type":"weather","sky":"blue","uuid":"$uuid"}"#, "unknown weather");
}

#[test]
fn an_unknown_subtype_is_an_unknown_message() {
    assert_between(
        r#"send {"type":"system","subtype":"sunshine","session_id":"$session"}"#,
        "unknown system sunshine",
    );
}

#[test]
fn a_known_type_without_its_body_is_undecoded() {
    assert_between(r#"send {"type":"assistant","message":5}"#, "undecoded assistant");
}

#[test]
fn blank_lines_and_carriage_returns_are_ignored() {
    everywhere(async || {
        let steps = r#"expect user
            raw "\n\r\n\n{\"type\":\"weather\"}\r\n\n"; text "two"; result"#;
        let mut run = query("hi", options(steps)).await.unwrap();
        assert_eq!(story(&mut run).await, ["unknown weather", "say two", "result two"]);
    });
}

/// The CLI exits before it ends its line.
#[test]
fn a_last_line_without_a_line_feed_is_delivered() {
    everywhere(async || {
        let result = r#"{"type":"result","subtype":"success","is_error":false,"result":"cut"}"#;
        let steps = format!("expect user; raw {result:?}; exit 0");
        let mut run = query("hi", options(&steps)).await.unwrap();
        assert_eq!(story(&mut run).await, ["result cut"]);
    });
}

#[test]
fn noise_before_the_handshake_is_unsolicited() {
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
