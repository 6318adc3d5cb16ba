//! Fields: the fields of a JSON object one after the other, without decoding their values.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Calls `each` for the fields of a JSON object in their order, also for a name that is there twice.
/// Does nothing if the line is not an object.
pub(crate) fn fields<'l>(line: &'l [u8], each: impl FnMut(&str, &'l RawValue)) {
    let Ok(text) = std::str::from_utf8(line) else { return };
    // The line is a JSON object as a whole, or its fields do not count.
    let Ok(whole) = serde_json::from_str::<&RawValue>(text) else { return };
    let mut from = serde_json::Deserializer::from_str(whole.get());
    let _ = from.deserialize_map(Object(each));
}

/// Returns the value if it is a text.
pub(crate) fn text(value: &RawValue) -> Option<String> {
    serde_json::from_str(value.get()).ok()
}

struct Object<F>(F);

impl<'de, F: FnMut(&str, &'de RawValue)> Visitor<'de> for Object<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(Name(name)) = map.next_key()? {
            (self.0)(&name, map.next_value()?);
        }
        Ok(())
    }
}

/// The name of a field. Half a surrogate pair, which JSON allows, is replaced.
struct Name<'l>(Cow<'l, str>);

impl<'de: 'l, 'l> Deserialize<'de> for Name<'l> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl<'de> Visitor<'de> for Bytes {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_borrowed_bytes<E>(self, name: &'de [u8]) -> Result<Name<'de>, E> {
                Ok(Name(String::from_utf8_lossy(name)))
            }

            fn visit_bytes<E>(self, name: &[u8]) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(String::from_utf8_lossy(name).into_owned())))
            }
        }
        from.deserialize_bytes(Bytes)
    }
}
