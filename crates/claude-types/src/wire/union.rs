//! Tagged unions: the tag chooses the struct, an unknown tag keeps the raw object.
//!
//! The strict pass gives up on an unknown tag, because only the tolerant pass has the text of the
//! whole object and can keep it byte for byte.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::{Wire, raw_entries};
use crate::{Raw, Undecoded, Unknown};

/// A raw object with the value of its tag, for the tolerant pass.
pub(crate) struct Tagged<'r> {
    raw: &'r RawValue,
    tag: Option<String>,
}

impl<'r> Tagged<'r> {
    /// Looks for the tag; where it comes twice, the last one counts, as in JavaScript.
    pub(crate) fn find(raw: &'r RawValue, tag: &str) -> Self {
        let entries = raw_entries(raw).unwrap_or_default();
        let found = entries.iter().rev().find(|(key, _)| key == tag);
        let tag = found.and_then(|(_, value)| String::recover(value).ok());
        Self { raw, tag }
    }

    /// The tag; empty if there is none.
    pub(crate) fn tag(&self) -> Cow<'_, str> {
        self.tag.as_deref().unwrap_or_default().into()
    }

    /// Decodes the body, or tells why it cannot be.
    pub(crate) fn body<T: Wire>(&self) -> Result<T, Undecoded> {
        T::recover(self.raw).map_err(|error| Undecoded {
            tag: self.tag().into(),
            error: error.to_string().into(),
            raw: Raw::copy_of(self.raw),
        })
    }

    /// Keeps the whole object.
    pub(crate) fn unknown(&self) -> Unknown {
        Unknown { tag: self.tag().into(), raw: Raw::copy_of(self.raw) }
    }
}

/// Implements a tagged union from its table. `local` variants never come from the wire.
macro_rules! wire_union {
    (
        $name:ident by $tag:literal {
            $($wire:literal => $variant:ident),* $(,)?
        } local {
            $($local:ident),* $(,)?
        }
    ) => {
        impl $name {
            /// Reads on, now that the tag is known.
            pub(crate) fn read_tagged<'de, A: serde::de::MapAccess<'de>>(
                tag: &str,
                from: $crate::wire::Entries<'de, A>,
            ) -> Result<Self, A::Error> {
                match tag {
                    $($wire => $crate::wire::WireObject::read_entries(from).map(Self::$variant),)*
                    _ => Err(serde::de::Error::custom("unknown tag")),
                }
            }
        }

        impl $crate::wire::WireObject for $name {
            fn read_entries<'de, A: serde::de::MapAccess<'de>>(
                mut from: $crate::wire::Entries<'de, A>,
            ) -> Result<Self, A::Error> {
                let tag = from.find_tag($tag)?;
                Self::read_tagged(&tag, from)
            }
        }

        impl $crate::wire::Wire for $name {
            fn read<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::wire::read_object(from)
            }

            fn recover(raw: &serde_json::value::RawValue) -> Result<Self, serde_json::Error> {
                let tagged = $crate::wire::Tagged::find(raw, $tag);
                Ok(match &*tagged.tag() {
                    $($wire => tagged.body().map_or_else(|e| Self::Undecoded(Box::new(e)), Self::$variant),)*
                    _ => Self::Unknown(Box::new(tagged.unknown())),
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(body) => body.serialize(to),)*
                    $(Self::$local(body) => body.serialize(to),)*
                    Self::Unknown(unknown) => unknown.raw.serialize(to),
                    Self::Undecoded(undecoded) => undecoded.raw.serialize(to),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::wire::deserialize(from)
            }
        }
    };
}
pub(crate) use wire_union;
