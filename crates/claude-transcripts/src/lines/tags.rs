//! Tags: the fields of a line that the conversation is made of, without decoding the rest.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The fields of a line that say where it belongs. A field of another type counts as missing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tags<'l> {
    pub(crate) kind: Option<Cow<'l, str>>,
    pub(crate) subtype: Option<Cow<'l, str>>,
    pub(crate) uuid: Option<Cow<'l, str>>,
    pub(crate) parent: Option<Cow<'l, str>>,
    /// The parent before a compaction.
    pub(crate) logical_parent: Option<Cow<'l, str>>,
    pub(crate) timestamp: Option<Cow<'l, str>>,
    pub(crate) agent: Option<Cow<'l, str>>,
    pub(crate) team: bool,
    pub(crate) sidechain: bool,
    pub(crate) meta: bool,
    pub(crate) summary: bool,
    pub(crate) message: Option<&'l RawValue>,
}

impl<'l> Tags<'l> {
    /// Reads the tags of a JSON object. `None` if the line is not one.
    pub(crate) fn read(line: &'l [u8]) -> Option<Self> {
        serde_json::from_slice(line).ok()
    }
}

impl<'de: 'l, 'l> Deserialize<'de> for Tags<'l> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Tags<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a line of a transcript")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tags<'de>, A::Error> {
                let mut tags = Tags::default();
                while let Some(Name(name)) = map.next_key()? {
                    match &*name {
                        "type" => tags.kind = text(map.next_value()?),
                        "subtype" => tags.subtype = text(map.next_value()?),
                        "uuid" => tags.uuid = text(map.next_value()?),
                        "parentUuid" => tags.parent = text(map.next_value()?),
                        "logicalParentUuid" => tags.logical_parent = text(map.next_value()?),
                        "timestamp" => tags.timestamp = text(map.next_value()?),
                        "agentId" => tags.agent = text(map.next_value()?),
                        "teamName" => tags.team = text(map.next_value()?).is_some(),
                        "isSidechain" => tags.sidechain = is_true(map.next_value()?),
                        "isMeta" => tags.meta = is_true(map.next_value()?),
                        "isCompactSummary" => tags.summary = is_true(map.next_value()?),
                        "message" => tags.message = Some(map.next_value()?),
                        _ => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(tags)
            }
        }
        from.deserialize_map(Fields)
    }
}

/// The name of a field, borrowed unless it has escapes.
#[derive(Deserialize)]
#[serde(transparent)]
struct Name<'l>(#[serde(borrow)] Cow<'l, str>);

fn text(value: &RawValue) -> Option<Cow<'_, str>> {
    let text = value.get();
    if !text.starts_with('"') {
        return None;
    }
    match &text[1..text.len() - 1] {
        plain if !plain.contains('\\') => Some(plain.into()),
        _ => serde_json::from_str::<String>(text).ok().map(Cow::Owned),
    }
}

fn is_true(value: &RawValue) -> bool {
    value.get() == "true"
}

/// What a message contains that connects it with others: its ID, and the IDs of its tool calls or of
/// the results in it.
#[derive(Debug, Default)]
pub(crate) struct Links<'l> {
    /// The ID of the answer that the blocks of several lines belong to.
    pub(crate) message: Option<Cow<'l, str>>,
    pub(crate) calls: Vec<Cow<'l, str>>,
    pub(crate) results: Vec<Cow<'l, str>>,
}

impl<'l> Links<'l> {
    pub(crate) fn read(message: &'l RawValue) -> Self {
        #[derive(Deserialize)]
        struct Message<'l> {
            #[serde(borrow)]
            id: Option<&'l RawValue>,
            #[serde(borrow)]
            content: Option<&'l RawValue>,
        }
        #[derive(Deserialize)]
        struct Block<'l> {
            #[serde(rename = "type", borrow)]
            kind: Option<&'l RawValue>,
            #[serde(borrow)]
            id: Option<&'l RawValue>,
            #[serde(borrow)]
            tool_use_id: Option<&'l RawValue>,
        }
        let Ok(message) = serde_json::from_str::<Message<'_>>(message.get()) else {
            return Self::default();
        };
        let mut links = Self { message: message.id.and_then(text), ..Self::default() };
        let content = message.content.map_or("", RawValue::get);
        // A text has no calls.
        let blocks = serde_json::from_str::<Vec<&RawValue>>(content).unwrap_or_default();
        for block in blocks {
            let Ok(block) = serde_json::from_str::<Block<'_>>(block.get()) else { continue };
            match block.kind.map_or("", RawValue::get) {
                r#""tool_use""# => links.calls.extend(block.id.and_then(text)),
                r#""tool_result""# => links.results.extend(block.tool_use_id.and_then(text)),
                _ => {}
            }
        }
        links
    }
}
