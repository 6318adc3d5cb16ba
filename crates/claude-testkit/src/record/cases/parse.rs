//! Parser: from the text of cases to their values.
//!
//! The language is described in [`record`](crate::record). Statements are split as in
//! [`scenario`](crate::scenario), and a backslash at the end of a line joins the next one.
//! `model.rs` reads the answers of the model.

use std::time::Duration;

use claude_types::HookEvent;
use serde_json::json;

use super::case::{Answer, Answers, Case, Pattern, Setup, Step};
use super::model;
use crate::fake_api::{Script, Turn};
use crate::record::error::CaseError;
use crate::record::json::Json;
use crate::scenario::{Parts, duration, statements};

/// How long a step waits by default.
const WAIT: Duration = Duration::from_secs(25);

/// How long the CLI may take to exit by default.
const GRACE: Duration = Duration::from_secs(20);

/// Reads all cases of a text.
///
/// # Errors
///
/// Returns the first statement that cannot be parsed.
pub fn parse(text: &str) -> Result<Vec<Case>, CaseError> {
    let joined = join(text);
    let mut drafts: Vec<Draft> = Vec::new();
    for statement in statements(&joined) {
        let mut parts = Parts::new(statement.text);
        let done = if parts.skip("case") {
            Draft::new(&mut parts).map(|draft| drafts.push(draft))
        } else if let Some(draft) = drafts.last_mut() {
            draft.text.push_str(statement.text);
            draft.statement(&mut parts)
        } else {
            Err("a case must begin with `case NAME \"ABOUT\"`".to_owned())
        };
        let done = done.and_then(|()| {
            if parts.is_empty() {
                Ok(())
            } else {
                Err("unexpected text after the statement".to_owned())
            }
        });
        done.map_err(|problem| CaseError::Language {
            line: statement.line,
            statement: statement.text.to_owned(),
            problem,
        })?;
    }
    Ok(drafts.into_iter().map(Draft::finish).collect())
}

/// Joins lines at a backslash. Empty lines replace the joined ones, so that line numbers stay
/// right.
fn join(text: &str) -> String {
    let (mut joined, mut owed) = (String::with_capacity(text.len()), 0);
    for line in text.lines() {
        match line.strip_suffix('\\') {
            Some(start) => {
                joined.push_str(start);
                owed += 1;
            }
            None => {
                joined.push_str(line);
                joined.push_str(&"\n".repeat(1 + std::mem::take(&mut owed)));
            }
        }
    }
    joined
}

/// A case that is being read.
struct Draft {
    case: Case,
    turns: Vec<Turn>,
    side: Option<String>,
    answer_all: bool,
    text: String,
}

impl Draft {
    fn new(parts: &mut Parts<'_>) -> Result<Self, String> {
        let name = parts.word().ok_or("expected a name")?.to_owned();
        let about = parts.string()?;
        let setup = Setup {
            args: Vec::new(),
            command: None,
            env: Vec::new(),
            files: Vec::new(),
            cwd: None,
            script: Script::default(),
            no_api: false,
            answers: Answers::default(),
            keep_open: false,
            grace: GRACE,
            after: None,
            save_sessions: false,
            save_tree: false,
            save_lists: false,
        };
        let case = Case { name, about, setup, steps: Vec::new(), text: String::new() };
        Ok(Self { case, turns: Vec::new(), side: None, answer_all: false, text: String::new() })
    }

    fn finish(mut self) -> Case {
        let mut script = Script::new(self.turns);
        if let Some(side) = self.side {
            script = script.side_text(side);
        }
        if self.answer_all {
            script = script.answer_all();
        }
        self.case.setup.script = script;
        self.case.text = self.text;
        self.case
    }

    fn statement(&mut self, parts: &mut Parts<'_>) -> Result<(), String> {
        let verb = parts.word().ok_or("expected a statement")?;
        if self.setup(verb, parts)? {
            return Ok(());
        }
        let steps = &mut self.case.steps;
        match verb {
            "turn" => {
                steps.push(prompt(parts)?);
                steps.push(Step::Wait { pattern: pattern("result", None), within: WAIT });
            }
            _ => steps.push(step(verb, parts)?),
        }
        Ok(())
    }

    /// Reads a statement about the state before the first step. Returns `false` if it is a step.
    fn setup(&mut self, verb: &str, parts: &mut Parts<'_>) -> Result<bool, String> {
        let setup = &mut self.case.setup;
        match verb {
            "args" => setup.args.extend(words(parts)?),
            "command" => setup.command = Some(words(parts)?),
            "env" => setup.env.push((word(parts)?, Some(parts.string()?))),
            "unset" => setup.env.push((word(parts)?, None)),
            "file" => setup.files.push((parts.string()?, content(parts)?)),
            "cwd" => setup.cwd = Some(parts.string()?),
            "after" => setup.after = Some(word(parts)?),
            "no-api" => setup.no_api = true,
            "keep-open" => setup.keep_open = true,
            "grace" => setup.grace = duration(&word(parts)?)?,
            "save" => match word(parts)?.as_str() {
                "sessions" => setup.save_sessions = true,
                "tree" => setup.save_tree = true,
                "lists" => setup.save_lists = true,
                _ => return Err("expected `sessions`, `tree` or `lists`".to_owned()),
            },
            "model" => self.turns.push(model::turn(parts)?),
            "answer-all" => self.answer_all = true,
            "side" => self.side = Some(parts.string()?),
            "on" => on(parts, &mut setup.answers)?,
            _ => return Ok(false),
        }
        Ok(true)
    }
}

fn step(verb: &str, parts: &mut Parts<'_>) -> Result<Step, String> {
    Ok(match verb {
        "initialize" => initialize(parts)?,
        "prompt" => prompt(parts)?,
        "send" => Step::Send(parts.json::<Json>()?.to_string()),
        "raw" => Step::Raw(parts.string()?),
        "ask" => ask(parts, true)?,
        "begin" => ask(parts, false)?,
        "answer" => Step::Answer { number: parts.number()?, answer: answer(parts)? },
        "wait" if parts.skip("model") => Step::WaitModel(parts.number()?),
        "wait" if parts.skip("exit") => Step::WaitExit,
        "wait" => {
            let (pattern, within) = frame(parts)?;
            Step::Wait { pattern, within }
        }
        "perhaps" => {
            let (pattern, within) = frame(parts)?;
            Step::Perhaps { pattern, within }
        }
        "eof" => Step::Eof,
        "signal" => Step::Signal(word(parts)?),
        "write" => Step::Write(parts.string()?, content(parts)?),
        "close-stdout" => Step::CloseStdout,
        _ => return Err("unknown statement".to_owned()),
    })
}

/// `initialize [all-hooks] [{FIELDS}]`.
fn initialize(parts: &mut Parts<'_>) -> Result<Step, String> {
    let hook = |event: &str| {
        let matcher = json!([{"matcher": null, "hookCallbackIds": [format!("h_{event}")]}]);
        (event.to_owned(), Json::from(matcher))
    };
    let hooks = match parts.skip("all-hooks") {
        true => Json::Object(HookEvent::ALL.iter().map(|event| hook(event.as_str())).collect()),
        false => Json::Null,
    };
    let mut request = object([("subtype", "initialize".into()), ("hooks", hooks)]);
    add_rest(&mut request, parts)?;
    Ok(Step::Ask { id: Some("init".to_owned()), request, wait: true })
}

/// `prompt CONTENT [times N] [as N] [{FIELDS}]`.
fn prompt(parts: &mut Parts<'_>) -> Result<Step, String> {
    let mut content = parts.json::<Json>()?;
    if parts.skip("times") {
        let text = content.as_str().ok_or("only a text can be repeated")?;
        content = Json::String(text.repeat(parts.number()?));
    }
    let message = object([("role", "user".into()), ("content", content)]);
    let mut prompt = object([
        ("type", "user".into()),
        ("message", message),
        ("parent_tool_use_id", Json::Null),
        ("session_id", "default".into()),
    ]);
    if parts.skip("as") {
        let uuid = format!("11111111-1111-4111-8111-{:012}", parts.number::<u32>()?);
        add(&mut prompt, object([("uuid", Json::String(uuid))]))?;
    }
    add_rest(&mut prompt, parts)?;
    Ok(Step::Send(prompt.to_string()))
}

/// `ask SUBTYPE [as ID] [{FIELDS}]`.
fn ask(parts: &mut Parts<'_>, wait: bool) -> Result<Step, String> {
    let subtype = word(parts)?;
    let id = if parts.skip("as") { Some(word(parts)?) } else { None };
    let mut request = object([("subtype", Json::String(subtype))]);
    add_rest(&mut request, parts)?;
    Ok(Step::Ask { id, request, wait })
}

/// `FRAME ["PART"] [within TIME]`, where a frame is `TYPE`, `TYPE/SUBTYPE` or `any`.
fn frame(parts: &mut Parts<'_>) -> Result<(Pattern, Duration), String> {
    let frame = word(parts)?;
    let part =
        if parts.is_empty() || parts.clone().skip("within") { None } else { Some(parts.string()?) };
    let within = if parts.skip("within") { duration(&word(parts)?)? } else { WAIT };
    Ok((pattern(&frame, part), within))
}

fn pattern(frame: &str, part: Option<String>) -> Pattern {
    let (kind, subtype) = match frame.split_once('/') {
        Some((kind, subtype)) => (Some(kind), Some(subtype.to_owned())),
        None => (Some(frame).filter(|kind| *kind != "any"), None),
    };
    Pattern { kind: kind.map(str::to_owned), subtype, part }
}

/// `on permission ANSWER`, `on hook ID ANSWER`, `on mcp hold`, `on SUBTYPE ANSWER`.
fn on(parts: &mut Parts<'_>, answers: &mut Answers) -> Result<(), String> {
    match word(parts)?.as_str() {
        "permission" => answers.permissions.push(answer(parts)?),
        "hook" => answers.hooks.push((word(parts)?, answer(parts)?)),
        "mcp" if parts.skip("hold") => answers.silent_mcp = true,
        "mcp" => return Err("expected `hold`".to_owned()),
        subtype => answers.others.push((subtype.to_owned(), answer(parts)?)),
    }
    Ok(())
}

fn answer(parts: &mut Parts<'_>) -> Result<Answer, String> {
    Ok(match parts.word() {
        None => Answer::Body(parts.json()?),
        Some("allow") if parts.is_empty() => Answer::Allow,
        Some("allow") => Answer::AllowWith(parts.json()?),
        Some("suggested") => Answer::Suggested,
        Some("error") => Answer::Error(parts.string()?),
        Some("hold") => Answer::Hold,
        Some(_) => {
            return Err("expected `allow`, `suggested`, `error`, `hold` or an object".to_owned());
        }
    })
}

/// Words and texts up to the end; an object is passed as its text.
fn words(parts: &mut Parts<'_>) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    while !parts.is_empty() {
        words.push(match parts.word() {
            Some(word) => word.to_owned(),
            None => content(parts)?,
        });
    }
    Ok(words)
}

/// A text, or an object as text.
fn content(parts: &mut Parts<'_>) -> Result<String, String> {
    match parts.json::<Json>()? {
        Json::String(text) => Ok(text),
        other => Ok(other.to_string()),
    }
}

fn word(parts: &mut Parts<'_>) -> Result<String, String> {
    parts.word().map(str::to_owned).ok_or_else(|| "expected a word".to_owned())
}

fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
    Json::Object(fields.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

/// Adds the fields of the remaining object, if there is one, to another.
fn add_rest(object: &mut Json, parts: &mut Parts<'_>) -> Result<(), String> {
    if parts.is_empty() { Ok(()) } else { add(object, parts.json()?) }
}

/// Adds fields to an object, replacing existing ones.
fn add(object: &mut Json, fields: Json) -> Result<(), String> {
    let (Json::Object(object), Json::Object(fields)) = (object, fields) else {
        return Err("expected a JSON object".to_owned());
    };
    for (name, value) in fields {
        match object.iter_mut().find(|(field, _)| *field == name) {
            Some((_, old)) => *old = value,
            None => object.push((name, value)),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> String {
        parse(text).unwrap_err().to_string()
    }

    #[test]
    fn a_case_has_a_setup_and_steps() {
        let text = r#"
            case hello "a prompt"         # a comment
              args --x "a b" {"c": 1}
              env A "1"; unset B
              on permission allow
              on hook h0 error "no"
              initialize {"agents": {}}
              turn "hi" as 7
              wait control_request/can_use_tool "Bash" within 2s
              eof
        "#;
        let cases = parse(text).unwrap();
        let [case] = &cases[..] else { panic!("{cases:?}") };
        assert_eq!((case.name(), case.about()), ("hello", "a prompt"));
        assert_eq!(case.setup.args, ["--x", "a b", r#"{"c":1}"#]);
        assert_eq!(
            case.setup.env,
            [("A".to_owned(), Some("1".to_owned())), ("B".to_owned(), None)]
        );
        assert_eq!(case.setup.answers.permissions, [Answer::Allow]);
        let [
            Step::Ask { id, .. },
            Step::Send(prompt),
            Step::Wait { .. },
            Step::Wait { pattern, within },
            Step::Eof,
        ] = &case.steps[..]
        else {
            panic!("{:?}", case.steps)
        };
        assert_eq!(id.as_deref(), Some("init"));
        assert!(prompt.contains("11111111-1111-4111-8111-000000000007"), "{prompt}");
        assert_eq!(within.as_secs(), 2);
        let line =
            r#"{"type":"control_request","request":{"subtype":"can_use_tool","tool_name":"Bash"}}"#;
        let json = Json::parse(line);
        assert!(pattern.matches(line, json.as_ref()));
        assert!(!pattern.matches(&line.replace("Bash", "Read"), json.as_ref()));
        assert!(!pattern.matches("Bash", None));
    }

    #[test]
    fn an_invalid_statement_is_named_with_its_line() {
        assert_eq!(problem("eof"), "line 1: a case must begin with `case NAME \"ABOUT\"` in `eof`");
        assert_eq!(
            problem("case a \"b\"\nargs \\\n x\ndance"),
            "line 4: unknown statement in `dance`"
        );
        assert!(problem("case a \"b\"\nmodel song \"la\"").contains("line 2: "));
        assert_eq!(
            problem("case a \"b\"\neof now"),
            "line 2: unexpected text after the statement in `eof now`"
        );
        assert!(problem("case a \"b\"\nsave face").contains("expected `sessions`"));
    }
}
