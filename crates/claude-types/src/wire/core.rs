//! Reading one value: the strict pass, then the tolerant one if that fails.

use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde_json::Error;
use serde_json::value::RawValue;

use super::{Entries, Mismatch, Reader, Shape, repair, repair_surrogates};

/// What fills a place with entries. No trait object of the place itself: the table of that would
/// hold the code that drops it, for each type.
type FillEntries<'f> = &'f mut dyn FnMut(&mut Entries<'_, '_>) -> Result<(), Mismatch>;

/// Goes into an object. Compiled once, for all of them.
fn fill_object(place: FillEntries<'_>, from: &mut Reader<'_>) -> Result<(), Mismatch> {
    from.open(b'{')?;
    place(&mut Entries::new(from))
}

/// A type of the wire.
pub(crate) trait Wire: Sized {
    /// A value to be filled; it holds nothing that must be dropped.
    ///
    /// As a constant it is copied to where it is needed; the result of a function would be built
    /// on the stack first. A box has none: to use it does not compile.
    const VACANT: Self;

    /// A value to be filled, on the heap if need be.
    #[inline]
    fn vacant() -> Self {
        Self::VACANT
    }

    /// What the JSON must look like.
    fn shape() -> Shape;

    /// Reads strictly, in one pass, into a vacant place. Any surprise is odd; the caller then
    /// forgets the place, repairs the text and reads again.
    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Mismatch> {
        fill_object(&mut |entries| self.fill_entries(entries), from)
    }

    /// Reads on in an object of which another reader took some entries. Structs and unions
    /// implement this, all other types `fill`.
    fn fill_entries(&mut self, _: &mut Entries<'_, '_>) -> Result<(), Mismatch> {
        Err(Mismatch)
    }
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

/// Puts a value in a vacant place. An assignment would be compiled with code that drops the old
/// value, though a vacant one holds nothing: for the types of this crate that is half of all code.
#[inline]
pub(crate) fn put<T>(vacant: &mut T, value: T) {
    std::mem::forget(std::mem::replace(vacant, value));
}

/// Reads one JSON text: strictly, and with tolerance if that fails.
#[inline(never)]
pub(crate) fn read_or_repair<T: Wire>(text: &str) -> Result<T, Error> {
    let mut value = T::vacant();
    if STRICTLY(&mut |from| value.fill(from), text).is_ok() {
        return Ok(value);
    }
    read_with_repair(text)
}

/// Reads one JSON text that is odd, with tolerance.
#[cold]
pub(crate) fn read_with_repair<T: Wire>(text: &str) -> Result<T, Error> {
    let mut value = T::vacant();
    WITH_TOLERANCE(&mut |from| value.fill(from), T::shape(), text)?;
    Ok(value)
}

/// What fills a place.
type Place<'p> = &'p mut dyn FnMut(&mut Reader<'_>) -> Result<(), Mismatch>;

/// [`read_text`] and [`read_repaired`], behind pointers: for each type the compiler would walk through
/// all that they call, in search of cycles.
static STRICTLY: fn(Place<'_>, &str) -> Result<(), Mismatch> = read_text;
static WITH_TOLERANCE: fn(Place<'_>, Shape, &str) -> Result<(), Error> = read_repaired;

/// Reads one JSON text strictly.
fn read_text(place: Place<'_>, text: &str) -> Result<(), Mismatch> {
    let mut from = Reader::new(text);
    place(&mut from)?;
    from.end()
}

fn read_repaired(place: Place<'_>, shape: Shape, text: &str) -> Result<(), Error> {
    read_text(place, &repaired(shape, text)?)
        .map_err(|Mismatch| Error::custom("the JSON does not fit the type, and cannot be repaired"))
}

/// A text of this shape that says what the given one says.
fn repaired(shape: Shape, text: &str) -> Result<String, Error> {
    let raw: &RawValue = serde_json::from_str(text)?;
    match repair(shape, raw) {
        Ok(repaired) => Ok(repaired),
        // A lone surrogate in a key, or in the tag: only the whole text can be repaired.
        Err(error) => match repair_surrogates(text) {
            Some(text) => repair(shape, serde_json::from_str(&text)?),
            None => Err(error),
        },
    }
}

/// Implements `Deserialize` for users, who may read from text or from a `Value`.
#[inline(never)]
pub(crate) fn deserialize<'de, T: Wire, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let raw = <Box<RawValue> as serde::Deserialize>::deserialize(from)?;
    read_or_repair(raw.get()).map_err(serde::de::Error::custom)
}
