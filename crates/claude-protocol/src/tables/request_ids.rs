//! Request IDs: IDs of our own requests that cannot be guessed, and IDs of the CLI that are not
//! texts.
//!
//! The CLI writes texts as IDs. A request with another ID is answered all the same: while it is
//! handled, a text with a random mark stands for the ID, and the reply has the ID as it came.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use claude_types::{Raw, RequestId};

/// The random part of this process. A CLI, or a program that writes to its stdout, must not be able
/// to respond to a request that it has not read, or to pass a text off as a marked ID.
static RANDOM: LazyLock<String> = LazyLock::new(|| uuid::Uuid::new_v4().simple().to_string());

/// The longest JSON of an ID that is answered, in bytes.
const LONGEST: usize = 1024;

/// Returns the ID of one of our requests.
pub(crate) fn own(number: u64) -> RequestId {
    RequestId::from(format!("sdk-{}-{number}", *RANDOM))
}

/// Returns the text that stands for an ID. `None` if the ID is too long to be repeated.
pub(crate) fn adopt(id: &Raw) -> Option<RequestId> {
    if let Ok(text) = id.parse::<RequestId>() {
        return Some(text);
    }
    (id.get().len() <= LONGEST).then(|| RequestId::from(format!("{}:{}", *RANDOM, id.get())))
}

/// Returns a frame in which a text stands for the ID. `None` if the frame has no ID, if its ID is
/// a text already, or if the line is not an object.
pub(crate) fn adopt_frame(line: &[u8]) -> Option<Vec<u8>> {
    let mut entries: BTreeMap<String, Raw> = claude_types::decode_as("frame", line).ok()?;
    let id = entries.get("request_id").filter(|id| !id.get().starts_with('"'))?;
    let text = Raw::from_serialize(&adopt(id)?).ok()?;
    entries.insert("request_id".into(), text);
    serde_json::to_vec(&entries).ok()
}

/// Appends the JSON of an ID, as the CLI wrote it.
pub(crate) fn write(id: &RequestId, to: &mut Vec<u8>) {
    let marked = id.as_str().strip_prefix(&**RANDOM).and_then(|rest| rest.strip_prefix(':'));
    match marked {
        Some(json) => to.extend_from_slice(json.as_bytes()),
        // Serializing a string cannot fail.
        None => drop(serde_json::to_writer(to, id)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(id: &RequestId) -> String {
        let mut json = Vec::new();
        write(id, &mut json);
        String::from_utf8(json).unwrap()
    }

    #[test]
    fn an_id_is_written_as_it_came() {
        for id in ["\"q\"", "7", "7.0", "-1e3", "null", "true", "[1,\"x\"]", "{\"a\":1}", "\"7\""] {
            let raw: Raw = serde_json::from_str(id).unwrap();
            assert_eq!(written(&adopt(&raw).unwrap()), id);
        }
    }

    #[test]
    fn different_ids_have_different_texts() {
        let ids = ["7", "\"7\"", "7.0", "null", "\"null\""];
        let texts: std::collections::HashSet<_> =
            ids.iter().map(|id| adopt(&serde_json::from_str(id).unwrap()).unwrap()).collect();
        assert_eq!(texts.len(), ids.len());
    }

    #[test]
    fn only_the_id_of_a_frame_is_replaced() {
        let frame = adopt_frame(br#"{"type":"x","request_id":7,"request":{"a":1.0}}"#).unwrap();
        let value: serde_json::Value = serde_json::from_slice(&frame).unwrap();
        assert_eq!(value["request"].to_string(), r#"{"a":1.0}"#);
        assert_eq!(written(&value["request_id"].as_str().unwrap().into()), "7");
        let long = format!(r#"{{"request_id":[{}1]}}"#, "1,".repeat(LONGEST));
        for line in ["7", "{", "{}", r#"{"request_id":"q"}"#, &long] {
            assert_eq!(adopt_frame(line.as_bytes()), None, "{line}");
        }
    }

    #[test]
    fn ids_of_our_requests_differ_and_have_a_random_part() {
        assert_ne!(own(1), own(2));
        assert!(own(1).as_str().len() > "sdk--1".len() + 30);
    }
}
