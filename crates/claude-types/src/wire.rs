//! How wire types are read and written: the logic behind the generated tables.
//!
//! Generated code holds data only: structs, and one table each (`wire_struct!`, `wire_union!`,
//! `wire_enum!`). The control flow is here. Reading has two passes:
//!
//! 1. [`Wire::read`]: strict, streaming, one pass over the text, no buffered copy of an object.
//! 2. [`Wire::recover`]: taken only when the first fails. It parses level by level from the raw
//!    text, so that one odd field costs that field and nothing else.
//!
//! serde's `flatten`, `untagged` and internally tagged derives are not used: they buffer whole
//! objects. Next: [`object`] for structs, [`union`] for tagged unions, [`leaf`] for the rest.

use serde::de::{DeserializeSeed, Deserializer};
use serde::{Deserialize, Serialize};
use serde_json::Error;
use serde_json::value::RawValue;

mod entries;
mod enumeration;
mod leaf;
mod mend;
mod object;
mod union;

pub(crate) use entries::{Entries, Key, Names, raw_entries};
pub(crate) use enumeration::wire_enum;
pub(crate) use leaf::from_text;
pub(crate) use mend::surrogates as mend_text;
pub(crate) use object::{
    Encoder, Recovered, WireObject, fill, missing, read_object, recover, slot, take, wire_struct,
};
pub(crate) use union::{Tagged, wire_union};

/// A type of the wire.
pub(crate) trait Wire: Sized + Serialize {
    /// Reads strictly, in one pass. Any surprise is an error; the caller then recovers.
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error>;

    /// Reads with tolerance: what is odd goes to `extra`, unknown tags stay raw.
    fn recover(raw: &RawValue) -> Result<Self, Error> {
        read_text(raw.get())
    }
}

/// Reads one JSON text strictly.
pub(crate) fn read_text<T: Wire>(text: &str) -> Result<T, Error> {
    let mut from = serde_json::Deserializer::from_str(text);
    let value = T::read(&mut from)?;
    from.end()?;
    Ok(value)
}

/// Reads one JSON text: strictly, and with tolerance if that fails.
pub(crate) fn read_or_recover<T: Wire>(text: &str) -> Result<T, Error> {
    read_text(text).or_else(|_| {
        let raw: &RawValue = serde_json::from_str(text)?;
        T::recover(raw).or_else(|error| match mend::surrogates(text) {
            // A lone surrogate in a key, or in the tag: only the whole text can be mended.
            Some(mended) => T::recover(serde_json::from_str(&mended)?),
            None => Err(error),
        })
    })
}

/// Implements `Deserialize` for users, who may read from text or from a `Value`.
pub(crate) fn deserialize<'de, T: Wire, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let raw = Box::<RawValue>::deserialize(from)?;
    read_or_recover(raw.get()).map_err(serde::de::Error::custom)
}

/// Lets a `MapAccess` or `SeqAccess` read a wire type strictly.
pub(crate) struct Seed<T>(std::marker::PhantomData<T>);

impl<T> Seed<T> {
    pub(crate) fn new() -> Self {
        Self(std::marker::PhantomData)
    }
}

impl<'de, T: Wire> DeserializeSeed<'de> for Seed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        T::read(from)
    }
}
