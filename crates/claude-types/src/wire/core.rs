//! Decoder: the trait of wire types, and the two passes that read a value.

use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde_json::Error;
use serde_json::value::RawValue;

use super::{Entries, Mismatch, Reader, Shape, repair, repair_surrogates};

/// A closure that fills a value with entries.
///
/// Not a trait object of the value itself: its vtable would contain the code that drops the value,
/// for each type.
type FillEntries<'f> = &'f mut dyn FnMut(&mut Entries<'_, '_>) -> Result<(), Mismatch>;

/// Enters an object and fills a value with its entries. Compiled once for all types.
fn fill_object(fill: FillEntries<'_>, from: &mut Reader<'_>) -> Result<(), Mismatch> {
    from.open(b'{')?;
    fill(&mut Entries::new(from))
}

/// A type that is read from JSON text.
pub(crate) trait Wire: Sized {
    /// The vacant value: a value to be filled. It owns nothing that must be dropped.
    ///
    /// It is a constant, so it is copied to its destination. The result of a function would be
    /// built on the stack first. A box has no vacant constant: using it is a compile error.
    const VACANT: Self;

    /// Returns a vacant value. Allocates if the type is a box.
    #[inline]
    fn vacant() -> Self {
        Self::VACANT
    }

    /// Returns the JSON that the type expects.
    fn shape() -> Shape;

    /// Reads a value into a vacant one, strictly and in one pass.
    ///
    /// Returns [`Mismatch`] for any JSON that does not fit the type. The caller then discards the
    /// value, repairs the text and reads again.
    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Mismatch> {
        fill_object(&mut |entries| self.fill_entries(entries), from)
    }

    /// Reads the remaining entries of an object, after a union has read its tag.
    ///
    /// Structs and unions implement this method, all other types implement `fill`.
    fn fill_entries(&mut self, _: &mut Entries<'_, '_>) -> Result<(), Mismatch> {
        Err(Mismatch)
    }
}

/// A struct or union of this crate, which can be read from JSON text.
///
/// It is implemented in this crate only. `Deserialize` reads the same types from any source of
/// `serde_json`. If the text is available, this trait is more direct.
///
/// # Examples
///
/// ```
/// use claude_types::{ResultMessage, WireType};
///
/// let result = ResultMessage::from_json(r#"{"num_turns":2}"#)?;
/// assert_eq!(result.num_turns, Some(2));
/// # Ok::<_, serde_json::Error>(())
/// ```
pub trait WireType: DeserializeOwned {
    /// Reads one JSON text. Uses the tolerant pass if the strict pass fails.
    ///
    /// # Errors
    ///
    /// An error if the text is not JSON, or if a required field is missing or has a value of
    /// another type.
    fn from_json(text: &str) -> Result<Self, Error>;
}

/// Replaces a vacant value without dropping it.
///
/// An assignment is compiled with code that drops the old value, although a vacant value owns
/// nothing. For the types of this crate, that would be half of the code.
#[inline]
pub(crate) fn put<T>(vacant: &mut T, value: T) {
    std::mem::forget(std::mem::replace(vacant, value));
}

/// Reads one JSON text. Uses the tolerant pass if the strict pass fails.
#[inline(never)]
pub(crate) fn read_or_repair<T: Wire>(text: &str) -> Result<T, Error> {
    {
        let mut value = T::vacant();
        if STRICTLY(&mut |from| value.fill(from), text).is_ok() {
            return Ok(value);
        }
        // Drop what was read before it is read again.
    }
    read_with_repair(text)
}

/// Reads one JSON text with the tolerant pass, after the strict pass has failed.
#[cold]
pub(crate) fn read_with_repair<T: Wire>(text: &str) -> Result<T, Error> {
    let mut value = T::vacant();
    fill_with_repair(&mut |from| value.fill(from), T::shape(), text).map(|_| value)
}

/// Fills a vacant value with the tolerant pass. Returns what it takes beyond its texts.
#[cold]
pub(crate) fn fill_with_repair(fill: Fill<'_>, shape: Shape, text: &str) -> Result<usize, Error> {
    WITH_TOLERANCE(fill, shape, text)
}

/// A closure that fills a value.
pub(crate) type Fill<'p> = &'p mut dyn FnMut(&mut Reader<'_>) -> Result<(), Mismatch>;

/// [`read_text`] and [`read_repaired`] as function pointers. With direct calls, the compiler would
/// search all functions that they call for cycles, for each type.
static STRICTLY: fn(Fill<'_>, &str) -> Result<(), Mismatch> = read_text;
static WITH_TOLERANCE: fn(Fill<'_>, Shape, &str) -> Result<usize, Error> = read_repaired;

/// Reads one JSON text with the strict pass.
fn read_text(fill: Fill<'_>, text: &str) -> Result<(), Mismatch> {
    let mut from = Reader::new(text);
    fill(&mut from)?;
    from.end()
}

fn read_repaired(fill: Fill<'_>, shape: Shape, text: &str) -> Result<usize, Error> {
    let repaired = repaired(shape, text)?;
    let mut from = Reader::of_repaired(&repaired);
    fill(&mut from)
        .and_then(|()| from.end())
        .map(|()| from.spent())
        .map_err(|Mismatch| Error::custom("the JSON does not fit the type, and cannot be repaired"))
}

/// Returns a repaired text that fits the shape.
fn repaired(shape: Shape, text: &str) -> Result<String, Error> {
    let raw: &RawValue = serde_json::from_str(text)?;
    match repair(shape, raw) {
        Ok(repaired) => Ok(repaired),
        // `repair` cannot read keys and tags with lone surrogates. Replace them in the whole text.
        Err(error) => match repair_surrogates(text) {
            Some(text) => repair(shape, serde_json::from_str(&text)?),
            None => Err(error),
        },
    }
}

/// Implements `Deserialize`, from text or from a `serde_json::Value`.
#[inline(never)]
pub(crate) fn deserialize<'de, T: Wire, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let raw = <Box<RawValue> as serde::Deserialize>::deserialize(from)?;
    read_or_repair(raw.get()).map_err(serde::de::Error::custom)
}
