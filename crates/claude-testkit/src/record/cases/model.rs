//! Model statements: the answers of the model in a case.
//!
//! A statement becomes the JSON of a [`Turn`], so that a turn has the same meaning as in every
//! other script of the fake API.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value, json};

use crate::fake_api::Turn;
use crate::scenario::{Parts, duration};

/// Reads the text after `model`.
pub(in crate::record) fn turn(parts: &mut Parts<'_>) -> Result<Turn, String> {
    let mut turn = Map::new();
    let mut blocks = Vec::new();
    while !parts.is_empty() {
        let word = parts.word().ok_or("expected a word")?;
        if !block(word, parts, &mut blocks)? && !property(word, parts, &mut turn)? {
            return Err(format!("unknown model statement `{word}`"));
        }
    }
    if !blocks.is_empty() {
        turn.insert("blocks".to_owned(), blocks.into());
    }
    serde_json::from_value(turn.into()).map_err(|error| error.to_string())
}

/// Reads a block, or a property of the last block.
fn block(word: &str, parts: &mut Parts<'_>, blocks: &mut Vec<Value>) -> Result<bool, String> {
    let block = match word {
        "text" => json!({"type": "text", "text": parts.string()?}),
        "fill" => json!({"type": "text", "fill": parts.number::<usize>()?}),
        "thinking" => json!({"type": "thinking", "thinking": parts.string()?}),
        "redacted" => json!({"type": "redacted_thinking", "data": parts.string()?}),
        "tool" => tool(parts)?,
        "block" => parts.json()?,
        "in" | "id" => {
            let last = blocks.last_mut().ok_or("expected a block before it")?;
            if word == "in" {
                last["deltas"] = parts.number::<usize>()?.into();
            } else {
                last["id"] = parts.string()?.into();
            }
            return Ok(true);
        }
        _ => return Ok(false),
    };
    blocks.push(block);
    Ok(true)
}

/// `tool NAME {INPUT}`, or a text that is not JSON instead of the input.
fn tool(parts: &mut Parts<'_>) -> Result<Value, String> {
    let name = parts.word().ok_or("expected the name of a tool")?;
    Ok(match parts.json::<Value>()? {
        Value::String(raw) => json!({"type": "tool_use", "name": name, "raw_input": raw}),
        input => json!({"type": "tool_use", "name": name, "input": input}),
    })
}

fn property(
    word: &str,
    parts: &mut Parts<'_>,
    turn: &mut Map<String, Value>,
) -> Result<bool, String> {
    let (field, value) = match word {
        "nothing" => ("blocks", json!([])),
        "hang" => ("hang", true.into()),
        "reset" => ("reset", true.into()),
        "forever" => ("forever", true.into()),
        "error" => {
            turn.insert("status".to_owned(), parts.number::<u16>()?.into());
            ("error", error(parts)?)
        }
        "error-after" => {
            let events = parts.number::<usize>()?;
            ("error_after", json!({"events": events, "error": error(parts)?}))
        }
        "header" => {
            let name = parts.word().ok_or("expected the name of a header")?;
            let mut headers = turn.remove("headers").unwrap_or_else(|| json!({}));
            headers[name] = match parts.skip("in") {
                true => from_now(duration(parts.word().unwrap_or_default())?).into(),
                false => parts.string()?.into(),
            };
            ("headers", headers)
        }
        "each" => ("delay_ms", millis(parts)?),
        "first" => ("initial_delay_ms", millis(parts)?),
        "drop-after" => ("drop_after", parts.number::<usize>()?.into()),
        "hang-after" => ("hang_after", parts.number::<usize>()?.into()),
        "times" => ("repeat", parts.number::<usize>()?.into()),
        "stop" => ("stop_reason", parts.word().ok_or("expected a reason")?.into()),
        "details" => ("stop_details", parts.json()?),
        "usage" => ("usage", parts.json()?),
        "when" => ("when", parts.string()?.into()),
        _ => return Ok(false),
    };
    turn.insert(field.to_owned(), value);
    Ok(true)
}

fn error(parts: &mut Parts<'_>) -> Result<Value, String> {
    let kind = parts.word().ok_or("expected the type of an error")?;
    Ok(json!({"type": kind, "message": parts.string()?}))
}

/// Returns a time from now on, in seconds since 1970: the CLI only accepts reset times that are near.
fn from_now(later: Duration) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    (now + later).as_secs().to_string()
}

fn millis(parts: &mut Parts<'_>) -> Result<Value, String> {
    let time = duration(parts.word().unwrap_or_default())?;
    Ok(u64::try_from(time.as_millis()).unwrap_or(u64::MAX).into())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::fake_api::Block;

    fn read(text: &str) -> Turn {
        turn(&mut Parts::new(text)).unwrap()
    }

    #[test]
    fn turns_equal_those_of_the_builder() {
        assert_eq!(
            read(r#"thinking "hm" text "a" in 7 tool Bash {"command": "ls"} each 20ms"#),
            Turn::blocks([
                Block::thinking("hm"),
                Block::text("a").deltas(7),
                Block::tool("Bash", json!({"command": "ls"})),
            ])
            .delay(Duration::from_millis(20))
        );
        assert_eq!(
            read(r#"error 429 rate_limit_error "slow" header retry-after "1" forever"#),
            Turn::error(429, "rate_limit_error", "slow").retry_after(1).forever()
        );
        assert_eq!(
            read(r#"text "a" error-after 3 api_error "lost" when "b" times 2"#),
            Turn::text("a").error_after(3, "api_error", "lost").when("b").repeat(2)
        );
        assert_eq!(read("nothing"), Turn::default());
        assert_eq!(read("fill 300"), Turn::blocks([Block::filled(300)]));
        assert_eq!(
            read("tool Bash \"{\\\"c\""),
            Turn::blocks([Block::broken_tool("Bash", "{\"c")])
        );
    }

    #[test]
    fn invalid_statements_are_named() {
        let problem = |text| turn(&mut Parts::new(text)).unwrap_err();
        assert_eq!(problem("sing"), "unknown model statement `sing`");
        assert_eq!(problem("in 3"), "expected a block before it");
        assert!(problem("text hi").contains("expected a \"text\""));
    }
}
