//! How wire types are read and written: the logic behind the generated tables.
//!
//! Generated code holds data only: structs, and one table each (`wire_struct!`, `wire_union!`,
//! `wire_enum!`). The control flow is here. Reading has two passes:
//!
//! 1. [`Fill::fill`]: strict, streaming, one pass over the text. Values are filled in the place
//!    where they stay, so that a large message is never built on the stack and moved.
//! 2. [`mend()`]: taken only when the first fails. It compares the text with the [`Shape`] of the
//!    type, level by level, and writes a text that the first pass takes: one odd field costs that
//!    field and nothing else.
//!
//! Nothing of it is generic over a deserializer: types are read from JSON text only, so that each
//! is compiled once. serde's `flatten`, `untagged` and internally tagged derives are not used:
//! they buffer whole objects. Next: [`reader`] for the text, [`object`] for structs, [`union`] for tagged unions, [`leaf`] for the rest.

use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde_json::Error;
use serde_json::value::RawValue;

mod encode;
mod entries;
mod enumeration;
mod leaf;
mod mark;
mod mend;
mod object;
mod reader;
mod shape;
mod surrogates;
mod union;

pub(crate) use encode::Encoder;
pub(crate) use entries::{Entries, Key};
pub(crate) use enumeration::{first, wire_enum};
pub(crate) use mark::{Stray, unmark};
pub(crate) use mend::mend;
pub(crate) use object::{WireObject, fill_object, object, vacant, wire_struct};
pub(crate) use reader::{Odd, Reader};
pub(crate) use shape::{Fields, Need, Shape, Variants, bits};
pub(crate) use surrogates::mend as mend_text;
pub(crate) use union::{default, wire_union};

/// A vacant place of a wire type.
pub(crate) trait Fill {
    /// Reads strictly, in one pass. Any surprise is odd; the caller then forgets the place, mends
    /// the text and reads again.
    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Odd>;
}

/// A type of the wire.
pub(crate) trait Wire: Fill + Sized {
    /// A value to be filled.
    fn vacant() -> Self;

    /// What the JSON must look like.
    fn shape() -> Shape;
}

/// A type of the wire that can be read from JSON text: every struct and union of this crate.
///
/// Implemented here only. `Deserialize` does the same from any source of `serde_json`; this is
/// the shorter way where the text is at hand.
pub trait WireType: DeserializeOwned {
    /// Reads one JSON text: strictly, and with tolerance if that fails.
    ///
    /// # Errors
    ///
    /// The text is no JSON, or a field that the type cannot do without is missing or unusable.
    fn from_json(text: &str) -> Result<Self, Error>;
}

/// A wire type that has a vacant value without an allocation.
///
/// As a constant it is copied to where it is needed; the result of a function would be built on
/// the stack first.
pub(crate) trait Vacant: Wire {
    /// The vacant value.
    const VACANT: Self;
}

/// Reads one JSON text strictly.
pub(crate) fn read_text<T: Wire>(text: &str) -> Result<T, Odd> {
    let mut from = Reader::new(text);
    let mut value = T::vacant();
    value.fill(&mut from)?;
    from.end()?;
    Ok(value)
}

/// Reads one JSON text that is odd, with tolerance.
pub(crate) fn read_mended<T: Wire>(text: &str) -> Result<T, Error> {
    read_text(&mended(T::shape(), text)?).map_err(|Odd| Error::custom("odd beyond mending"))
}

/// Reads one JSON text: strictly, and with tolerance if that fails.
pub(crate) fn read_or_mend<T: Wire>(text: &str) -> Result<T, Error> {
    read_text(text).or_else(|Odd| read_mended(text))
}

/// A text of this shape that says what the given one says.
fn mended(shape: Shape, text: &str) -> Result<String, Error> {
    let raw: &RawValue = serde_json::from_str(text)?;
    match mend(shape, raw) {
        Ok(mended) => Ok(mended),
        // A lone surrogate in a key, or in the tag: only the whole text can be mended.
        Err(error) => match mend_text(text) {
            Some(text) => mend(shape, serde_json::from_str(&text)?),
            None => Err(error),
        },
    }
}

/// Implements `Deserialize` for users, who may read from text or from a `Value`.
pub(crate) fn deserialize<'de, T: Wire, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let raw = <Box<RawValue> as serde::Deserialize>::deserialize(from)?;
    read_or_mend(raw.get()).map_err(serde::de::Error::custom)
}
