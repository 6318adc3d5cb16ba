//! Tags: the fields of a line that the conversation is made of, in one pass and without decoding the
//! rest.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use memchr::memmem;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;

/// The fields of a line that say where it belongs. A field of another type counts as missing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tags<'l> {
    pub(crate) kind: Option<Cow<'l, str>>,
    pub(crate) uuid: Option<Cow<'l, str>>,
    pub(crate) parent: Option<Cow<'l, str>>,
    /// The parent before a compaction.
    pub(crate) logical_parent: Option<Cow<'l, str>>,
    pub(crate) timestamp: Option<Cow<'l, str>>,
    pub(crate) agent: Option<Cow<'l, str>>,
    pub(crate) session: Option<Cow<'l, str>>,
    pub(crate) cwd: Option<Cow<'l, str>>,
    pub(crate) team: bool,
    pub(crate) sidechain: bool,
    pub(crate) meta: bool,
    pub(crate) summary: bool,
    pub(crate) links: Links<'l>,
}

/// What a message contains that connects it with others.
#[derive(Debug, Clone, Default)]
pub(crate) struct Links<'l> {
    /// The ID of the answer that the blocks of several lines belong to.
    pub(crate) answer: Option<Cow<'l, str>>,
    /// The IDs of the tool calls in it.
    pub(crate) calls: Vec<Cow<'l, str>>,
    /// The IDs of the calls whose results are in it.
    pub(crate) results: Vec<Cow<'l, str>>,
}

impl<'l> Tags<'l> {
    /// Reads the tags of a JSON object. `None` if the line is not one.
    pub(crate) fn read(line: &'l [u8]) -> Option<Self> {
        serde_json::from_str(std::str::from_utf8(line).ok()?).ok()
    }

    fn field<A: MapAccess<'l>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        match name {
            "type" => self.kind = text(map)?,
            "uuid" => self.uuid = text(map)?,
            "parentUuid" => self.parent = text(map)?,
            "logicalParentUuid" => self.logical_parent = text(map)?,
            "timestamp" => self.timestamp = text(map)?,
            "agentId" => self.agent = text(map)?,
            "sessionId" => self.session = text(map)?,
            "cwd" => self.cwd = text(map)?,
            "teamName" => self.team = text(map)?.is_some(),
            "isSidechain" => self.sidechain = flag(map)?,
            "isMeta" => self.meta = flag(map)?,
            "isCompactSummary" => self.summary = flag(map)?,
            // Of a doubled field, the last one counts, as for the CLI.
            "message" => {
                self.links = Links::default();
                map.next_value_seed(Object(&mut self.links))?;
            }
            _ => drop(map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
}

impl<'de: 'l, 'l> Deserialize<'de> for Tags<'l> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Line<'l>(PhantomData<&'l ()>);
        impl<'de> Visitor<'de> for Line<'de> {
            type Value = Tags<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a line of a transcript")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tags<'de>, A::Error> {
                let mut tags = Tags::default();
                while let Some(Text(name)) = map.next_key()? {
                    tags.field(name.as_deref().unwrap_or_default(), &mut map)?;
                }
                Ok(tags)
            }
        }
        from.deserialize_map(Line(PhantomData))
    }
}

/// A part of a line whose fields are read, if it is an object or a list of objects.
trait Fields<'l> {
    fn field<A: MapAccess<'l>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error>;

    /// All fields are read.
    fn end(&mut self) {}
}

impl<'l> Fields<'l> for Links<'l> {
    fn field<A: MapAccess<'l>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        match name {
            "id" => self.answer = text(map)?,
            "content" => self.content(map.next_value()?),
            _ => drop(map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
}

impl<'l> Links<'l> {
    /// Reads the blocks of the content, if tools may be among them: most text is only passed over.
    fn content(&mut self, content: &'l RawValue) {
        (self.calls, self.results) = Default::default();
        let content = content.get();
        if content.starts_with('[') && memmem::find(content.as_bytes(), b"\"tool_").is_some() {
            // The content is JSON, and the blocks of any form are accepted.
            let mut from = serde_json::Deserializer::from_str(content);
            let _ = Object(&mut Block::of(self)).deserialize(&mut from);
        }
    }
}

/// A block of the content of a message.
struct Block<'b, 'l> {
    links: &'b mut Links<'l>,
    kind: Option<Cow<'l, str>>,
    id: Option<Cow<'l, str>>,
    call: Option<Cow<'l, str>>,
}

impl<'b, 'l> Block<'b, 'l> {
    fn of(links: &'b mut Links<'l>) -> Self {
        Self { links, kind: None, id: None, call: None }
    }
}

impl<'l> Fields<'l> for Block<'_, 'l> {
    fn field<A: MapAccess<'l>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        match name {
            "type" => self.kind = text(map)?,
            "id" => self.id = text(map)?,
            "tool_use_id" => self.call = text(map)?,
            _ => drop(map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }

    fn end(&mut self) {
        let (kind, id, call) = (self.kind.take(), self.id.take(), self.call.take());
        match kind.as_deref() {
            Some("tool_use") => self.links.calls.extend(id),
            Some("tool_result") => self.links.results.extend(call),
            _ => {}
        }
    }
}

/// Reads an object, or each object of a list. Anything else is passed over.
struct Object<'f, F>(&'f mut F);

impl<'de, F: Fields<'de>> DeserializeSeed<'de> for Object<'_, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de, F: Fields<'de>> Visitor<'de> for Object<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Text(name)) = map.next_key()? {
            self.0.field(name.as_deref().unwrap_or_default(), &mut map)?;
        }
        self.0.end();
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Object(&mut *self.0))?.is_some() {}
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

fn text<'l, A: MapAccess<'l>>(map: &mut A) -> Result<Option<Cow<'l, str>>, A::Error> {
    Ok(map.next_value::<Text<'l>>()?.0)
}

fn flag<'l, A: MapAccess<'l>>(map: &mut A) -> Result<bool, A::Error> {
    Ok(map.next_value::<Flag>()?.0)
}

/// A text, borrowed unless it has escapes. `None` if it is something else.
struct Text<'l>(Option<Cow<'l, str>>);

/// Whether a value is `true`.
struct Flag(bool);

macro_rules! lenient {
    ($type:ty, $value:ident: $($accepted:item)*) => {
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                struct Any;
                impl<'de> Visitor<'de> for Any {
                    type Value = $type;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("anything")
                    }

                    $($accepted)*

                    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
                        Ok($value::NONE)
                    }

                    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
                        Ok($value::NONE)
                    }

                    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
                        Ok($value::NONE)
                    }

                    fn visit_unit<E>(self) -> Result<Self::Value, E> {
                        Ok($value::NONE)
                    }

                    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
                        IgnoredAny.visit_seq(list).map(|_| $value::NONE)
                    }

                    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                        IgnoredAny.visit_map(map).map(|_| $value::NONE)
                    }
                }
                from.deserialize_any(Any)
            }
        }
    };
}

impl Text<'_> {
    const NONE: Self = Self(None);
}

impl Flag {
    const NONE: Self = Self(false);
}

lenient! { Text<'de>, Text:
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Text(Some(Cow::Borrowed(text))))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Text(Some(Cow::Owned(text.to_owned()))))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Text::NONE)
    }
}

lenient! { Flag, Flag:
    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Flag(value))
    }

    fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
        Ok(Flag::NONE)
    }
}
