//! Sample records: what a broker would store, with values that stores like to change.

use claude_sdk::approvals::Record;
use serde_json::{Value, json};

/// Text that databases, keys and paths treat in a special way.
pub(super) const HOSTILE: &str = "s/../../%41:{x}*'\"\\;-- é\u{1f600}\u{202e}";

fn record(id: &str, session: &str, state: &Value) -> Record {
    // The order of fields, large numbers, NUL and blanks must come back as they are.
    let input = r#"{"z": 1.50, "a":18446744073709551617,"text":"\u0000 \ud83d\ude00 é","a2":[ ]}"#;
    let json = format!(
        r#"{{"approval":{{"id":{id},"session":{session},"kind":"permission","subject":"Bash",
            "input":{input},"call":"toolu_1","asked_at":1700000000123}},
            "waits":"parked","state":{state}}}"#,
        id = Value::from(id),
        session = Value::from(session),
    );
    // The text above is a record.
    serde_json::from_str(&json).unwrap_or_else(|error| unreachable!("{error}"))
}

pub(super) fn open(id: &str, session: &str) -> Record {
    record(id, session, &json!("open"))
}

/// The record after an answer of this person.
pub(super) fn answered(id: &str, session: &str, by: &str) -> Record {
    record(id, session, &json!({ "answered": answer(by) }))
}

pub(super) fn delivered(id: &str, session: &str) -> Record {
    record(id, session, &json!({ "delivered": answer("ada") }))
}

fn answer(by: &str) -> Value {
    json!({ "decision": { "choice": { "allow": {} } }, "by": by, "at": 1_700_000_000_456_u64 })
}
