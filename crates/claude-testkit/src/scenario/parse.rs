//! Parser: from the text of a scenario to its steps.

use std::time::Duration;

use super::statement::{Parts, statements};
use super::step::{Interrupt, Outcome, Step};
use crate::flood::Flood;

/// A scenario whose text cannot be parsed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem} in `{statement}`")]
#[non_exhaustive]
pub struct ScenarioError {
    /// The line, counted from one.
    pub line: usize,
    /// The invalid statement.
    pub statement: String,
    /// The problem.
    pub problem: String,
}

/// Parses the steps, each with its text.
pub(super) fn parse(text: &str) -> Result<Vec<(Step, String)>, ScenarioError> {
    let mut steps = Vec::new();
    for statement in statements(text) {
        let step = step(statement.text).map_err(|problem| ScenarioError {
            line: statement.line,
            statement: statement.text.to_owned(),
            problem,
        })?;
        steps.push((step, statement.text.to_owned()));
    }
    Ok(steps)
}

fn step(text: &str) -> Result<Step, String> {
    let mut parts = Parts::new(text);
    let verb = parts.word().ok_or("expected a step")?;
    let step = match verb {
        "expect" => expect(&mut parts)?,
        "text" => Step::Text(parts.string()?),
        "thinking" => Step::Thinking(parts.string()?),
        "tool" => tool(&mut parts)?,
        "agent" => agent(&mut parts)?,
        "hook" => hook(&mut parts)?,
        "result" => result(&mut parts)?,
        "send" => Step::Send(parts.object()?),
        "raw" => Step::Raw(raw(&mut parts)?),
        "line-of" => line_of(&mut parts)?,
        "flood" => flood(&mut parts)?,
        "stderr" => Step::Stderr(parts.string()?),
        "stderr-bytes" => Step::StderrBytes(parts.number()?),
        "sleep" => Step::Sleep(duration(parts.word().unwrap_or_default())?),
        "exit" => Step::Exit(parts.number()?),
        "session" => Step::Session(parts.word().ok_or("expected an ID")?.to_owned()),
        "mode" => Step::Mode(parts.word().ok_or("expected a mode")?.to_owned()),
        "interrupt" => Step::Interrupt(interrupt(&mut parts)?),
        word => plain(word).ok_or("unknown step")?,
    };
    if parts.is_empty() { Ok(step) } else { Err("unexpected text after the statement".to_owned()) }
}

/// The steps that are one word.
fn plain(word: &str) -> Option<Step> {
    Some(match word {
        "fold" => Step::Fold,
        "echo" => Step::Echo,
        "hang" => Step::Hang,
        "freeze" => Step::Freeze,
        "close-stdout" => Step::CloseStdout,
        "close-stdin" => Step::CloseStdin,
        "no-exit" => Step::NoExit,
        "ignore-term" => Step::IgnoreTerm,
        "spawn-grandchild" => Step::SpawnGrandchild,
        "no-initialize" => Step::NoInitialize,
        "loop" => Step::Loop,
        _ => return None,
    })
}

fn expect(parts: &mut Parts<'_>) -> Result<Step, String> {
    match parts.word() {
        Some("user") => Ok(Step::ExpectUser { containing: parts.optional_string()? }),
        Some("queued") if parts.is_empty() => Ok(Step::ExpectQueued(1)),
        Some("queued") => Ok(Step::ExpectQueued(parts.number()?)),
        Some("control") => {
            Ok(Step::ExpectControl(parts.word().ok_or("expected a subtype")?.to_owned()))
        }
        _ => Err("expected `user`, `queued` or `control`".to_owned()),
    }
}

fn tool(parts: &mut Parts<'_>) -> Result<Step, String> {
    let name = parts.word().ok_or("expected the name of a tool")?.to_owned();
    let input = parts.object()?;
    let output = if parts.skip("=>") { Some(parts.string()?) } else { None };
    Ok(Step::Tool { name, input, output })
}

fn agent(parts: &mut Parts<'_>) -> Result<Step, String> {
    let name = parts.word().ok_or("expected a kind of agent")?.to_owned();
    let prompt = parts.string()?;
    let report = if parts.skip("=>") { Some(parts.string()?) } else { None };
    Ok(Step::Agent { name, prompt, report })
}

fn hook(parts: &mut Parts<'_>) -> Result<Step, String> {
    let event = parts.word().ok_or("expected the name of an event")?.to_owned();
    let fields = if parts.is_empty() { None } else { Some(parts.object()?) };
    Ok(Step::Hook { event, fields })
}

fn result(parts: &mut Parts<'_>) -> Result<Step, String> {
    let outcome = match parts.word() {
        None | Some("success") => Outcome::Success,
        Some("error") => Outcome::Error,
        Some(subtype) => Outcome::Subtype(subtype.to_owned()),
    };
    Ok(Step::Result { outcome, text: parts.optional_string()? })
}

fn interrupt(parts: &mut Parts<'_>) -> Result<Interrupt, String> {
    match parts.word() {
        Some("stop") => Ok(Interrupt::Stop),
        Some("defer") => Ok(Interrupt::Defer),
        Some("ignore") => Ok(Interrupt::Ignore),
        _ => Err("expected `stop`, `defer` or `ignore`".to_owned()),
    }
}

/// A text, or bytes: `hex:00ff`.
fn raw(parts: &mut Parts<'_>) -> Result<Vec<u8>, String> {
    let Some(word) = parts.word() else { return Ok(parts.string()?.into_bytes()) };
    let digits = word.strip_prefix("hex:").filter(|digits| digits.len() % 2 == 0);
    let digits = digits.ok_or("expected a \"text\" or hex:00ff")?;
    let byte = |at| digits.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    let bytes = (0..digits.len()).step_by(2).map(byte).collect::<Option<Vec<u8>>>();
    bytes.ok_or_else(|| "expected hexadecimal digits".to_owned())
}

fn line_of(parts: &mut Parts<'_>) -> Result<Step, String> {
    let bytes = parts.number()?;
    parts.skip("bytes");
    Ok(Step::LineOf(bytes))
}

fn flood(parts: &mut Parts<'_>) -> Result<Step, String> {
    let (count, bytes) = (parts.number()?, parts.number()?);
    let mix = parts.word().unwrap_or("mixed").parse()?;
    let text = parts.word().unwrap_or("plain").parse()?;
    Ok(Step::Flood(Flood::new(count, bytes, mix).with_text(text)))
}

/// A number with `ms` or `s`.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let parsed = match (text.strip_suffix("ms"), text.strip_suffix('s')) {
        (Some(number), _) => number.parse().ok().map(Duration::from_millis),
        (None, Some(number)) => number.parse().ok().map(Duration::from_secs),
        (None, None) => None,
    };
    parsed.ok_or_else(|| "expected a time such as 50ms or 2s".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    fn one(text: &str) -> Step {
        let mut steps = parse(text).unwrap();
        assert_eq!(steps.len(), 1, "{steps:?}");
        steps.remove(0).0
    }

    fn problem(text: &str) -> String {
        parse(text).unwrap_err().to_string()
    }

    #[test]
    fn a_tool_has_a_name_an_input_and_an_optional_output() {
        let Step::Tool { name, input, output } = one(r#"tool Bash {"b": 1, "a": 2} => "ok""#)
        else {
            panic!("no tool")
        };
        assert_eq!((name.as_str(), output.as_deref()), ("Bash", Some("ok")));
        assert_eq!(input.get(), r#"{"b": 1, "a": 2}"#, "the order is kept");
        assert!(matches!(one(r"tool Read {}"), Step::Tool { output: None, .. }));
    }

    #[test]
    fn an_agent_has_a_kind_a_prompt_and_an_optional_report() {
        let Step::Agent { name, prompt, report } = one(r#"agent Explore "Look." => "Found.""#)
        else {
            panic!("no agent")
        };
        assert_eq!((&*name, &*prompt, report.as_deref()), ("Explore", "Look.", Some("Found.")));
        assert!(matches!(one(r#"agent Plan "Plan.""#), Step::Agent { report: None, .. }));
        assert!(problem("agent Plan").contains("expected a \"text\""));
    }

    #[test]
    fn a_result_has_an_optional_status_and_text() {
        for (text, outcome, expected) in [
            ("result", Outcome::Success, None),
            ("result error", Outcome::Error, None),
            (r#"result error "busy""#, Outcome::Error, Some("busy")),
            ("result error_max_turns", Outcome::Subtype("error_max_turns".to_owned()), None),
        ] {
            let Step::Result { outcome: parsed, text } = one(text) else { panic!("{text}") };
            assert_eq!((parsed, text.as_deref()), (outcome, expected));
        }
    }

    #[test]
    fn times_and_sizes_have_their_units() {
        assert!(matches!(one("sleep 50ms"), Step::Sleep(time) if time.as_millis() == 50));
        assert!(matches!(one("sleep 2s"), Step::Sleep(time) if time.as_secs() == 2));
        assert!(matches!(one("line-of 70_000_000 bytes"), Step::LineOf(70_000_000)));
    }

    #[test]
    fn raw_bytes_may_be_invalid_utf8() {
        assert!(matches!(one(r#"raw "a\n""#), Step::Raw(bytes) if bytes == b"a\n"));
        assert!(matches!(one("raw hex:00fF"), Step::Raw(bytes) if bytes == [0, 255]));
        assert!(problem("raw hex:0").contains("expected a"));
        assert!(problem("raw hex:zz").contains("hexadecimal"));
    }

    #[test]
    fn an_invalid_statement_is_named_with_its_line() {
        assert_eq!(
            problem("echo\nsleep 5"),
            "line 2: expected a time such as 50ms or 2s in `sleep 5`"
        );
        assert_eq!(problem("dance"), "line 1: unknown step in `dance`");
        assert_eq!(
            problem("hang now"),
            "line 1: unknown step in `hang now`"
                .replace("unknown step", "unexpected text after the statement")
        );
        assert!(problem("text hello").contains("expected a \"text\""));
        assert!(problem(r#"text "a"#).contains("EOF while parsing a string"));
    }

    #[test]
    fn a_fault_is_placed_before_the_scenario() {
        let fault: Scenario = "stderr \"boom\"; exit 1".parse().unwrap();
        let steps = Scenario::echo().after(fault).steps;
        assert!(matches!(steps[..2], [Step::Stderr(_), Step::Exit(1)]));
        assert!(matches!(steps[2], Step::ExpectUser { .. }));
    }
}
