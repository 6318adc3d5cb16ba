//! Wrappers and texts as models write them.

use serde_json::{Value, json};

use super::{of_text, of_value, search};

fn wanted() -> Value {
    json!({ "name": "Ada", "tags": ["a", "b"] })
}

#[test]
fn a_value_comes_first_and_then_what_it_wraps() {
    assert_eq!(of_value(wanted()), [wanted()]);
    for wrapped in [
        json!({ "output": wanted() }),
        json!({ "result": { "data": wanted() } }),
        json!(wanted().to_string()),
        json!({ "output": wanted().to_string() }),
        json!({ "output": format!("```json\n{}\n```", wanted()) }),
    ] {
        let all = of_value(wrapped.clone());
        assert_eq!(all.first(), Some(&wrapped));
        assert_eq!(all.last(), Some(&wanted()), "{wrapped}");
    }
}

#[test]
fn a_field_that_no_wrapper_has_is_none() {
    for whole in [json!({ "name": wanted() }), json!({ "output": 1, "more": 2 }), json!([wanted()])]
    {
        assert_eq!(of_value(whole.clone()), [whole]);
    }
}

#[test]
fn a_text_may_be_the_value_or_hold_it() {
    let value = wanted();
    for text in [
        format!(" {value}\n"),
        format!("```json\n{value}\n```"),
        format!("```\n{value}\n```\nThat is all."),
        format!("``` json {value} ```"),
        format!("Here you are: {value}. Anything else?"),
        format!("I looked at {{x}} and [1, see below.\n\n{value}"),
        format!("```rust\nfn main() {{}}\n```\nand\n```json\n{value}\n```"),
    ] {
        assert!(of_text(&text).contains(&value), "{text}: {:?}", of_text(&text));
    }
}

#[test]
fn the_last_value_is_the_likeliest() {
    let text = format!("First `{{\"name\": \"Bob\"}}`, but better: {}", wanted());
    assert_eq!(of_text(&text)[0], wanted());
    let text = format!("```json\n{{\"name\":\"Bob\"}}\n```\nNo:\n```json\n{}\n```", wanted());
    assert_eq!(of_text(&text)[0], wanted());
}

#[test]
fn a_fence_inside_a_value_does_not_hide_it() {
    let value = json!({ "name": "use ```rust\nlet x = {};\n``` here" });
    assert!(of_text(&format!("Here: {value}")).contains(&value));
    assert!(of_text(&format!("```json\n{value}\n```")).contains(&value));
}

#[test]
fn a_text_without_json_holds_none() {
    for text in ["", "I cannot do that.", "{name}", "```\nls\n```", "[[[[[[", "{{{{"] {
        assert_eq!(of_text(text), [] as [Value; 0], "{text}");
    }
}

#[test]
fn hostile_texts_end() {
    for text in ["{\"a\":".repeat(20_000), "[".repeat(1_000_000), "```".repeat(100_000)] {
        assert_eq!(of_text(&text), [] as [Value; 0]);
    }
    let nested = (0..10).fold(String::from("1"), |inner, _| json!(inner).to_string());
    assert_eq!(of_text(&nested).len(), super::MAX_WRAPPERS + 1);
}

#[test]
fn a_long_text_is_parsed_a_bounded_number_of_times() {
    let (value, long) = (wanted(), "1,".repeat(50_000));
    let words = "\"a word\", ".repeat(10_000);
    for text in [
        // Nested values that are cut off: each level would be read to the end.
        format!("{}[{long}", r#"{"a":[1,"#.repeat(60)),
        format!("{}[{words}", r#"{"a":{"b":"#.repeat(30)),
        format!("{}[{long}", "[ ".repeat(120)),
        // An error behind the long part, on each level.
        format!("{}[{long}oops", "[1,\n".repeat(60)),
        format!("{}[{long}}} \u{e9}", "[\"\u{e9}\",".repeat(60)),
        // Brackets without an end between words.
        format!("{}{long}", "see { and [ ".repeat(100)),
        "[".repeat(200_000),
        "{\"a\":".repeat(50_000),
        "\"{".repeat(50_000),
    ] {
        let mut parsed = 0;
        let _ = search(&text, &mut parsed);
        assert!(parsed <= 2 * text.len() + 16_384, "{parsed} of {}: {:.40}", text.len(), text);
        // The answer behind it is still found.
        if text.len() > 100_000 && text.contains("see {") {
            let mut parsed = 0;
            let found = search(&format!("{value} {text}"), &mut parsed);
            assert_eq!(found.first(), Some(&value));
        }
    }
}

#[test]
fn what_is_complete_inside_of_something_cut_off_is_found() {
    let value = wanted();
    for text in [
        format!(r#"{{"steps":[1,{{"x":[{value},{value},"#),
        format!("[1, {value}, oops"),
        format!("[1, [2, {value} }}, {value}"),
        format!("see {{ and [ then {value}"),
        format!("\u{e9} [\n\"\u{e9}\n{value}"),
    ] {
        assert!(of_text(&text).contains(&value), "{text}");
    }
}
