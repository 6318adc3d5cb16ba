//! Entry: one line of a session, byte for byte.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use uuid::Uuid;

use super::error::StoreError;

/// The type of the entry that holds the description of a subagent.
const METADATA: &str = "agent_metadata";

/// A line of a session: a JSON object, without its line feed.
///
/// The bytes stay as they are: no number, key or escape is changed. `Debug` shows the type and the
/// length only. Cloning is cheap.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::Entry;
///
/// let entry = Entry::new(r#"{"type":"user","n":1e999}"#)?;
/// assert_eq!(entry.kind().as_deref(), Some("user"));
/// assert_eq!(entry.as_str(), r#"{"type":"user","n":1e999}"#);
/// assert!(Entry::new("[1, 2]").is_err());
/// # Ok::<(), claude_sessions::ports::StoreError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    line: Bytes,
    uuid: Option<Uuid>,
    is_metadata: bool,
}

impl Entry {
    /// Checks a line.
    ///
    /// # Errors
    ///
    /// [`StoreError::Invalid`] if it is not one JSON object in UTF-8, or contains a line feed.
    pub fn new(line: impl Into<Bytes>) -> Result<Self, StoreError> {
        let line = line.into();
        let invalid = |why: &str| StoreError::Invalid { why: format!("an entry {why}") };
        let text = std::str::from_utf8(&line).map_err(|_| invalid("is not UTF-8"))?;
        if text.contains('\n') {
            return Err(invalid("contains a line feed"));
        }
        // The parser lets them pass in names of fields.
        if text.bytes().any(|byte| byte < b' ' && byte != b'\t' && byte != b'\r') {
            return Err(invalid("contains a control character"));
        }
        let tags = Tags::read(text).ok_or_else(|| invalid("is not a JSON object"))?;
        let uuid = tags.uuid.as_deref().and_then(|uuid| Uuid::try_parse(uuid).ok());
        let is_metadata = tags.kind.as_deref() == Some(METADATA);
        Ok(Self { uuid, is_metadata, line })
    }

    /// Returns the line.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.line
    }

    /// Returns the line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // It was checked when the entry was made.
        std::str::from_utf8(&self.line).unwrap_or_default()
    }

    /// Returns its `type`.
    #[must_use]
    pub fn kind(&self) -> Option<Cow<'_, str>> {
        Tags::read(self.as_str())?.kind
    }

    /// Returns its `uuid`, if that is a UUID. Titles, tags and other notes have none.
    #[must_use]
    pub fn uuid(&self) -> Option<Uuid> {
        self.uuid
    }

    /// Returns its `parentUuid`, if that is a UUID.
    #[must_use]
    pub fn parent(&self) -> Option<Uuid> {
        Uuid::try_parse(&Tags::read(self.as_str())?.parent?).ok()
    }

    /// Returns its `timestamp`.
    #[must_use]
    pub fn timestamp(&self) -> Option<Cow<'_, str>> {
        Tags::read(self.as_str())?.timestamp
    }

    /// Returns whether it is the description of a subagent, `agent_metadata`. It has no position in its
    /// log: the latest replaces the one before it.
    #[must_use]
    pub fn is_metadata(&self) -> bool {
        self.is_metadata
    }

    /// Returns whether both are the same line of a session: equal bytes, or one UUID. A store that
    /// keeps JSON values returns other bytes for the same line.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.line == other.line || (self.uuid.is_some() && self.uuid == other.uuid)
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry").field("bytes", &self.line.len()).finish_non_exhaustive()
    }
}

/// The fields of a line that a store needs. The last of several fields of one name counts, as in
/// JavaScript.
#[derive(Default)]
struct Tags<'l> {
    kind: Option<Cow<'l, str>>,
    uuid: Option<Cow<'l, str>>,
    parent: Option<Cow<'l, str>>,
    timestamp: Option<Cow<'l, str>>,
}

impl<'l> Tags<'l> {
    fn read(line: &'l str) -> Option<Self> {
        serde_json::from_str(line).ok()
    }
}

impl<'de: 'l, 'l> Deserialize<'de> for Tags<'l> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Tags<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tags<'de>, A::Error> {
                let mut tags = Tags::default();
                while let Some(Name(name)) = map.next_key()? {
                    let field = match name.as_deref() {
                        Some("type") => &mut tags.kind,
                        Some("uuid") => &mut tags.uuid,
                        Some("parentUuid") => &mut tags.parent,
                        Some("timestamp") => &mut tags.timestamp,
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                            continue;
                        }
                    };
                    let value: &serde_json::value::RawValue = map.next_value()?;
                    *field =
                        serde_json::from_str::<Name<'de>>(value.get()).ok().and_then(|text| text.0);
                }
                Ok(tags)
            }
        }
        from.deserialize_map(Object)
    }
}

/// A text. `None` if it contains half a surrogate pair: JSON allows it, `str` does not.
struct Name<'l>(Option<Cow<'l, str>>);

impl<'de: 'l, 'l> Deserialize<'de> for Name<'l> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_borrowed_bytes<E: serde::de::Error>(
                self,
                text: &'de [u8],
            ) -> Result<Name<'de>, E> {
                Ok(Name(std::str::from_utf8(text).ok().map(Cow::Borrowed)))
            }

            fn visit_bytes<E: serde::de::Error>(self, text: &[u8]) -> Result<Name<'de>, E> {
                Ok(Name(std::str::from_utf8(text).ok().map(|text| Cow::Owned(text.to_owned()))))
            }
        }
        from.deserialize_bytes(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::Entry;

    #[test]
    fn every_json_object_of_one_line_is_an_entry() {
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        for line in [
            r#"{}"#,
            r#"{"a":1e999,"a":2}"#,
            r#"{"\ud800":"\ud800","type":"\udc00"}"#,
            r#"{"type":7,"uuid":null,"parentUuid":[1]}"#,
            r#" {"n":18446744073709551617}"#,
            &deep,
        ] {
            let entry = Entry::new(line.to_owned()).unwrap();
            assert_eq!(entry.as_str(), line);
            assert_eq!((entry.kind(), entry.uuid()), (None, None));
        }
        for line in
            ["", "[]", "{", "{}{}", "{}\n", "\"type\"", "null", "{\"a\":\u{0}}", "{\"\u{0}\":1}"]
        {
            assert!(Entry::new(line.to_owned()).is_err(), "{line:?}");
        }
        assert!(Entry::new(&b"{\"a\":\"\xff\"}"[..]).is_err());
    }

    #[test]
    fn the_last_field_of_a_name_counts() {
        let id = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10";
        let line = format!(
            r#"{{"type":"a","uuid":"x","typ\u0065":"b","uuid":"{id}","parentUuid":"{id}"}}"#
        );
        let entry = Entry::new(line).unwrap();
        assert_eq!(entry.kind().as_deref(), Some("b"));
        assert_eq!(entry.uuid().unwrap().to_string(), id);
        assert_eq!(entry.parent(), entry.uuid());
    }

    #[test]
    fn nothing_of_a_line_is_shown() {
        let entry = Entry::new(r#"{"type":"user","secret":"canary"}"#).unwrap();
        assert!(!format!("{entry:?}").contains("canary"));
    }
}
