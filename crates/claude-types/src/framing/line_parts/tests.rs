//! Line parts: frames between other output, quotations, and the agreement of both forms.

use super::*;

const RESULT: &str = r#"{"type":"result","subtype":"success","usage":{"x":[{"y":1},{"z":2}]}}"#;
const SAY: &str = r#"{"type":"assistant","message":{"content":[{"type":"text","text":"{\"a"}]}}"#;

/// The frames of a line, and whether the parts together are the line without its white space.
fn frames(line: &str) -> Vec<String> {
    let (mut frames, mut all) = (Vec::new(), String::new());
    for part in line_parts(line.as_bytes()) {
        let (LinePart::Frame(bytes) | LinePart::Noise(bytes)) = part;
        let text = std::str::from_utf8(bytes).unwrap();
        all.push_str(text);
        if matches!(part, LinePart::Frame(_)) {
            frames.push(text.to_owned());
        }
    }
    let dense = |text: &str| text.replace(|char: char| char.is_ascii_whitespace(), "");
    assert_eq!(dense(&all), dense(line), "nothing is lost");
    frames
}

#[test]
fn a_frame_alone_is_the_line() {
    for line in [RESULT, SAY, r#" { "is_error" : false , "type" : "result" } "#] {
        assert_eq!(frames(line), [line.trim()]);
    }
    assert!(is_single_frame(RESULT.as_bytes()) && is_single_frame(SAY.as_bytes()));
}

#[test]
fn a_frame_is_found_behind_what_a_terminal_does_not_show() {
    for before in [
        "\x1b[2J\x1b[3J\x1b[H",
        "\x1b]0;working\x07",
        "\x1b]0;claude: {\"type\":\"x\"}\x1b\\",
        "\x1b[?25l",
        "\x1b[0m",
        "\x1b7\x1b8",
        "\x1bc",
        "\u{feff}",
        "\u{feff}\u{feff} ",
        "\0\0",
        "\x07",
        "\x08 \x08",
        " \t ",
        "\x1b[31mred\x1b[0m\r\x1b[K",
    ] {
        assert_eq!(frames(&format!("{before}{RESULT}")), [RESULT], "{before:?}");
    }
}

#[test]
fn a_frame_is_found_behind_text_that_does_not_quote_it() {
    for before in [
        "Downloading 10%\rDownloading 20%\r",
        "\rDownloading 30%",
        "\rDownloading 30% ",
        "\r\u{2819} Thinking ",
        "Downloading 40%",
        "Checking for updates...",
        "Checking for updates\u{2026}",
        "log: a line\x1b[2K",
        "log: a line\x1b[1G",
        r#"{"type":"assistant","message":{"content":[{"type":"text","te"#,
        r#"{"type":"assistant","mess"#,
    ] {
        assert_eq!(frames(&format!("{before}{RESULT}")), [RESULT], "{before:?}");
    }
}

#[test]
fn anything_may_stand_behind_a_frame() {
    for behind in [
        " x",
        "x",
        "}",
        "]",
        ",",
        "\x1b[0m",
        "\u{feff}",
        "\0",
        " [debug] done",
        "{",
        "{\"type\":\"",
    ] {
        assert_eq!(frames(&format!("{RESULT}{behind}")), [RESULT], "{behind:?}");
    }
}

#[test]
fn frames_on_one_line_are_all_found() {
    for between in ["", " ", "\r", "\x1b[0m", "\u{feff}", "\rdone\r", "\0"] {
        let line = format!("{SAY}{between}{RESULT}{between}{SAY}");
        assert_eq!(frames(&line), [SAY, RESULT, SAY], "{between:?}");
        assert!(!is_single_frame(line.as_bytes()), "{between:?}");
    }
    assert_eq!(frames(&format!(r#"{{"no":"type"}}{RESULT}"#)), [RESULT]);
    assert_eq!(frames(&format!(r#"{{"late":1,"type":"x"}}{SAY}"#)).len(), 2);
}

#[test]
fn a_text_that_quotes_a_frame_is_noise() {
    for (before, behind) in [
        ("sent ", ""),
        ("sent: ", ""),
        ("sent:", ""),
        ("sent=", ""),
        ("\"", "\""),
        ("'", "'"),
        ("`", "`"),
        ("(", ")"),
        ("[", "]"),
        ("> ", ""),
        ("- ", ""),
        ("[SandboxDebug] got ", " from the CLI"),
        ("\x1b[2m[debug]\x1b[0m ", ""),
        ("\x1b[32mgot:\x1b[0m", ""),
        ("\r\x1b[Kgot: ", ""),
        ("\u{201c}quoted\u{201d}: ", ""),
        (r#"{"nested":"#, "}"),
        (r#"{"nested":"#, ""),
        (r#"{"a":[1,"#, "]}"),
        ("7,", ""),
    ] {
        let line = format!("{before}{RESULT}{behind}");
        assert_eq!(frames(&line), Vec::<String>::new(), "{line:?}");
    }
    assert_eq!(frames(&format!("sent {SAY}{RESULT}")), Vec::<String>::new());
    assert_eq!(frames(&format!("{SAY} sent {RESULT}")), [SAY], "behind a frame, too");
    assert_eq!(frames(&format!("{SAY},{RESULT}")), [SAY], "behind a frame, too");
}

#[test]
fn a_request_that_ends_the_line_is_found_behind_a_space() {
    let request = r#"{"request_id":"q","type":"control_request","request":{}}"#;
    for before in ["Downloading 40% ", "warning  ", "\u{2819} Thinking\t"] {
        assert_eq!(frames(&format!("{before}{request}")), [request], "{before:?}");
        assert_eq!(frames(&format!("{before}{request} ")), [request], "{before:?}");
        assert_eq!(frames(&format!("{before}{RESULT}")), Vec::<String>::new(), "{before:?}");
        for behind in [" from the CLI", "'", ","] {
            let line = format!("{before}{request}{behind}");
            assert_eq!(frames(&line), Vec::<String>::new(), "{line:?}");
        }
    }
    for before in ["sent: ", "sent = ", "'", "[debug] (", "> "] {
        assert_eq!(frames(&format!("{before}{request}")), Vec::<String>::new(), "{before:?}");
    }
}

#[test]
fn escaped_quotations_are_not_frames() {
    let quoted = serde_json::to_string(RESULT).unwrap();
    assert_eq!(frames(&format!("he said {quoted}")), Vec::<String>::new());
    let line = format!(r#"{{"type":"user","message":{{"content":{quoted}}}}}"#);
    assert!(is_single_frame(line.as_bytes()));
    assert_eq!(frames(&line), [line.as_str()]);
}

#[test]
fn the_short_form_agrees_with_the_rule() {
    let texts = ["a{", " {", "{", "}{", "x: {", "{\\\"type\\\":\\\"result\\\"}", "\\u007b\\\"type"];
    for text in texts {
        for line in [
            format!(
                r#"{{"type":"stream_event","event":{{"delta":{{"text":"{text}"}}}},"uuid":"u"}}"#
            ),
            format!(
                r#"{{"type": "user", "list": ["{text}", {{"a": "{text}"}}, {{}}, []], "{text}": 1}}"#
            ),
        ] {
            assert!(serde_json::from_str::<IgnoredAny>(&line).is_ok(), "{line}");
            assert_eq!(frames(&line), [line.as_str()]);
            // Whatever the rule finds behind a frame, the short form must not overlook.
            for other in [RESULT, SAY] {
                assert!(!is_single_frame(format!("{line}{other}").as_bytes()), "{line}");
            }
        }
    }
}

#[test]
fn lines_without_a_frame_are_one_noise() {
    for line in
        ["hello", "[1]", "{}", r#"{"type":1}"#, r#"{"type":"#, "{\"type\":\"result\"", "\u{feff}"]
    {
        assert!(line_parts(line.as_bytes()).eq([LinePart::Noise(line.as_bytes())]), "{line}");
    }
    assert_eq!(line_parts(b" \t\r ").count(), 0);
    assert_eq!(line_parts(b"").count(), 0);
}

#[test]
fn many_beginnings_are_not_parsed_again_and_again() {
    let before = std::time::Instant::now();
    for unit in ["x{\"a\":1,", "{\"a\":", "x{\"a\":\"", "{\"", "x{\"type\":\"", "\"{\"a\":[1,2,3],"]
    {
        let line = unit.repeat((1 << 20) / unit.len());
        assert!(line_parts(line.as_bytes()).all(|part| matches!(part, LinePart::Noise(_))));
        let _ = is_single_frame(line.as_bytes());
    }
    assert!(before.elapsed().as_secs() < 20, "{:?}", before.elapsed());
}
