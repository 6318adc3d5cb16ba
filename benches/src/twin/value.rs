//! Values that a derive alone cannot read: open sets, IDs, text or blocks, absent or null.

use std::fmt;
use std::marker::PhantomData;

use claude_types::Maybe;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::Way;

/// A type that is created from text.
pub(crate) struct Of<T>(T);

impl<'de, T: for<'t> From<&'t str>> Deserialize<'de> for Of<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Text<T>(PhantomData<T>);
        impl<T: for<'t> From<&'t str>> Visitor<'_> for Text<T> {
            type Value = Of<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Of<T>, E> {
                Ok(Of(T::from(text)))
            }
        }
        from.deserialize_str(Text(PhantomData))
    }
}

/// A text, or blocks.
pub(crate) enum Content<W: Way> {
    Text(#[expect(dead_code, reason = "decoding it is the work")] String),
    Blocks(#[expect(dead_code, reason = "decoding it is the work")] Vec<W::Block>),
}

impl<'de, W: Way> Deserialize<'de> for Content<W> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Either<W>(PhantomData<W>);
        impl<'de, W: Way> Visitor<'de> for Either<W> {
            type Value = Content<W>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or blocks")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Content<W>, E> {
                Ok(Content::Text(text.into()))
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Content<W>, E> {
                Ok(Content::Text(text))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Content<W>, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(Content::Blocks)
            }
        }
        from.deserialize_any(Either(PhantomData))
    }
}

/// Distinguishes null from absent, together with `#[serde(default)]`.
pub(super) fn maybe<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<Maybe<T>, D::Error> {
    Ok(Option::deserialize(from)?.map_or(Maybe::Null, Maybe::Value))
}
