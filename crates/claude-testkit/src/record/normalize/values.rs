//! Values: replaces everything that differs between machines and runs.
//!
//! IDs are numbered by their first appearance; paths, ports and times get fixed values. Each kind
//! of line has its own numbers: if the CLI writes two lines in another order, the IDs of all others
//! stay the same. Nothing is removed here and no line is moved; see `cut.rs` and `order.rs`.

use std::collections::HashMap;

use super::build::without_build;
use super::clock::without_clock;
use super::token::{Token, next_token};
use crate::record::json::Json;

/// Noon of a fixed day.
const MILLIS: u64 = 1_767_268_800_000;
const SECONDS: u64 = MILLIS / 1000;
const TIMESTAMP: &str = "2026-01-01T12:00:00.000Z";

/// Fields of IDs that look like words.
const TASKS: [&str; 10] = [
    "task_id",
    "agent_id",
    "agentId",
    "taskId",
    "backgroundTaskId",
    "background_task_id",
    "bash_id",
    "shell_id",
    "run_id",
    "runId",
];

/// The fields that identify the kind of a line.
const KIND: [&str; 7] = [
    "type",
    "subtype",
    "request/subtype",
    "request/callback_id",
    "request/message/method",
    "response/subtype",
    "event/type",
];

/// Fields of session IDs, which appear in lines of all kinds.
const SESSIONS: [&str; 2] = ["session_id", "sessionId"];

/// Replaces values; one normalizer is used for a whole recording.
#[derive(Debug)]
pub(in crate::record) struct Normalizer {
    /// Texts and their replacements, the longest first.
    fixed: Vec<(String, String)>,
    /// IDs that are kept, because the case names them.
    kept: String,
    ids: HashMap<String, String>,
    counts: HashMap<String, usize>,
    tasks: Vec<(String, String)>,
    /// The kind of the current line.
    kind: String,
}

impl Normalizer {
    /// `fixed` are texts of this machine with their replacements; IDs in `kept` stay.
    pub(in crate::record) fn new(
        mut fixed: Vec<(String, String)>,
        kept: impl Into<String>,
    ) -> Self {
        fixed.retain(|(text, _)| !text.is_empty());
        fixed.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
        let (ids, counts, tasks, kind) = Default::default();
        Self { fixed, kept: kept.into(), ids, counts, tasks, kind }
    }

    /// Collects IDs that must be known in advance: task IDs, which are found in texts, and session
    /// IDs, which belong to no kind of line.
    pub(in crate::record) fn learn(&mut self, line: &Json) {
        let (mut tasks, mut sessions) = (Vec::new(), Vec::new());
        line.each_string("", &mut |key, text| {
            if TASKS.contains(&key) && is_task(text) {
                tasks.push(text);
            }
            if SESSIONS.contains(&key) {
                sessions.push(text);
            }
        });
        for text in tasks {
            if self.tasks.iter().all(|(task, _)| task != text) {
                let number = self.tasks.len() + 1;
                // A run has a time before its random part.
                let (first, width) = match text.split_once('-') {
                    Some((time, random)) => (format!("{}-", "0".repeat(time.len())), random.len()),
                    None => (text[..1].to_owned(), text.len() - 1),
                };
                self.tasks.push((text.to_owned(), format!("{first}{number:0width$}")));
            }
        }
        self.kind.clear();
        sessions.into_iter().for_each(|text| drop(self.text("", text)));
    }

    /// Returns the line with all values replaced.
    pub(in crate::record) fn line(&mut self, line: &Json) -> Json {
        let names = KIND.iter().filter_map(|path| line.str_at(path));
        self.kind = names.collect::<Vec<_>>().join("/");
        self.value("", line)
    }

    fn value(&mut self, key: &str, value: &Json) -> Json {
        match value {
            Json::Null | Json::Bool(_) => value.clone(),
            Json::Number(number) => Json::Number(fixed_number(key, number)),
            Json::String(_) if key == "slug" => Json::String("plan".to_owned()),
            // A hash of the path, and a version.
            Json::String(text) if key == "backupFileName" => {
                let version = text.split_once('@').map_or("", |(_, version)| version);
                Json::String(format!("0000000000000000@{version}"))
            }
            Json::String(text) => Json::String(self.text(key, text)),
            Json::Array(items) => {
                Json::Array(items.iter().map(|item| self.value(key, item)).collect())
            }
            Json::Object(fields) => {
                let fields = fields.iter().map(|(name, value)| {
                    let value = self.value(name, value);
                    // Names can be IDs: files by their message, for example.
                    (self.text("", name), value)
                });
                Json::Object(fields.collect())
            }
        }
    }

    fn text(&mut self, key: &str, text: &str) -> String {
        let replace = |text: String, (from, to): &(String, String)| {
            if text.contains(from.as_str()) { text.replace(from.as_str(), to) } else { text }
        };
        let text = self.fixed.iter().fold(text.to_owned(), replace);
        let text = without_clock(without_build(self.tasks.iter().fold(text, replace)));
        let (mut fixed, mut rest) = (String::with_capacity(text.len()), text.as_str());
        while let Some((at, length, token)) = next_token(rest) {
            fixed.push_str(&rest[..at]);
            let found = &rest[at..at + length];
            fixed.push_str(&self.token(key, found, token));
            rest = &rest[at + length..];
        }
        fixed.push_str(rest);
        fixed
    }

    fn token(&mut self, key: &str, found: &str, token: Token<'_>) -> String {
        match token {
            Token::Time => return TIMESTAMP.to_owned(),
            Token::Millis => return MILLIS.to_string(),
            Token::Duration => return "100".to_owned(),
            Token::User => return "claude-UID".to_owned(),
            Token::Plan => return "plan".to_owned(),
            Token::Uuid | Token::Hash | Token::Prefixed(_) => {}
        }
        if self.kept.contains(found) {
            return found.to_owned();
        }
        if let Some(known) = self.ids.get(found) {
            return known.clone();
        }
        let group = match token {
            Token::Prefixed(prefix) => prefix.to_owned(),
            _ if self.kind.is_empty() => String::new(),
            _ => format!("{} {key}", self.kind),
        };
        let hash = if group.is_empty() { 0 } else { fingerprint(&group) };
        let count = self.counts.entry(group).or_default();
        *count += 1;
        let id = match token {
            Token::Prefixed(prefix) => format!("{prefix}_{count:024}"),
            Token::Hash => format!("{hash:08x}{count:056}"),
            _ => format!("{hash:08x}-0000-4000-8000-{count:012}"),
        };
        self.ids.insert(found.to_owned(), id.clone());
        id
    }
}

/// A number for a text, the same on all machines (FNV-1a).
fn fingerprint(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A letter and 8 or 16 letters and digits, for shells and agents; 9 and 8 with a dash between, for
/// runs.
///
/// It may consist of letters only; then only its field distinguishes it from a word.
fn is_task(text: &str) -> bool {
    let random =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    match text.split_once('-') {
        Some((time, run)) => time.len() == 9 && run.len() == 8 && random(time) && random(run),
        None => {
            let letter = text.starts_with(|first: char| first.is_ascii_lowercase());
            letter && [9, 17].contains(&text.len()) && random(text)
        }
    }
}

fn fixed_number(key: &str, number: &serde_json::Number) -> serde_json::Number {
    let measured = (key.ends_with("_ms") || key.ends_with("Ms") || key.contains("Duration"))
        && !["timeout_ms", "timeoutMs", "max_retry_delay_ms"].contains(&key);
    if measured {
        return 100.into();
    }
    match (key, number.as_f64()) {
        ("pid", _) => 1000.into(),
        ("elapsed_time_seconds" | "mtime" | "uptime", _) => 1.into(),
        (_, Some(value)) if (1.7e12..2.5e12).contains(&value) => MILLIS.into(),
        (_, Some(value)) if (1.7e9..2.5e9).contains(&value) => SECONDS.into(),
        _ => number.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal() -> Normalizer {
        let fixed = [
            ("/tmp/x/home", "/home/dev"),
            ("/tmp/x", "/mnt"),
            ("127.0.0.1:4711", "127.0.0.1:40000"),
        ];
        let fixed = fixed.map(|(from, to)| (from.to_owned(), to.to_owned()));
        Normalizer::new(fixed.to_vec(), "11111111-1111-4111-8111-000000000001")
    }

    const A: &str = "e98c85a5-feab-4b75-bcce-3e7e88e2c417";
    const B: &str = "70484f7a-3483-4e26-a07d-36392da68e5d";
    const C: &str = "1f0c2f7e-5a61-4f5c-9a35-0b4f3b3f2c11";

    #[test]
    fn ids_are_numbered_by_their_first_appearance() {
        let mut normal = normal();
        let (one, two) =
            ("00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002");
        let text = normal.text("", &format!("{B} and {A}, {B}.jsonl"));
        assert_eq!(text, format!("{one} and {two}, {one}.jsonl"));
        assert_eq!(normal.text("", A), two);
        let message = normal.text("", "msg_d777a8374a5946c1b798fb07");
        assert_eq!(message, "msg_000000000000000000000001");
        assert_eq!(
            normal.text("", "toolu_f4959cb917594e1aa1cb72a0"),
            "toolu_000000000000000000000001"
        );
        for kept in
            ["toolu_agent1", "11111111-1111-4111-8111-000000000001", "msg_queue_position_of_x"]
        {
            assert_eq!(normal.text("", kept), kept);
        }
    }

    #[test]
    fn an_earlier_line_does_not_change_others() {
        let line = |kind: &str, uuid: &str| {
            Json::parse(&format!(r#"{{"type":"{kind}","uuid":"{uuid}","session_id":"{C}"}}"#))
                .unwrap()
        };
        let lines = [line("user", A), line("status", B)];
        let read = |lines: Vec<&Json>| {
            let mut normal = normal();
            lines.iter().for_each(|line| normal.learn(line));
            let mut read: Vec<_> = lines.iter().map(|line| normal.line(line).to_string()).collect();
            read.sort();
            read
        };
        let before = read(lines.iter().collect());
        assert_eq!(before, read(lines.iter().rev().collect()));
        assert!(before[0].contains("\"00000000-0000-4000-8000-000000000001\""), "{before:?}");
    }

    #[test]
    fn task_ids_are_found_in_fields_and_in_texts() {
        let mut normal = normal();
        let line = Json::parse(
            r#"{"text":"running as bpkqblev2","task_id":"bpkqblev2","agent_id":"a43c6fcc835ed19df","run_id":"0mwqabtmq-bc4126d0"}"#,
        );
        let line = line.unwrap();
        normal.learn(&line);
        assert_eq!(
            normal.line(&line).to_string(),
            r#"{"text":"running as b00000001","task_id":"b00000001","agent_id":"a0000000000000002","run_id":"000000000-00000003"}"#
        );
    }

    #[test]
    fn paths_ports_and_times_are_normalized() {
        let mut normal = normal();
        let line = r#"{"p":"/tmp/x/home/a /tmp/x/b http://127.0.0.1:4711","duration_ms":17,"t":1795233664674,
            "at":"2026-11-21T04:18:05.640Z","pid":4,"n":17,"timeout_ms":5,"u":"/tmp/claude-1001/b"}"#;
        let line = normal.line(&Json::parse(line).unwrap()).to_string();
        assert_eq!(
            line,
            r#"{"p":"/home/dev/a /mnt/b http://127.0.0.1:40000","duration_ms":100,"t":1767268800000,"#.to_owned()
                + r#""at":"2026-01-01T12:00:00.000Z","pid":1000,"n":17,"timeout_ms":5,"u":"/tmp/claude-UID/b"}"#
        );
    }
}
