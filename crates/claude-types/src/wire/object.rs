//! Structs: one generated table each, one way to read and one way to write.
//!
//! `wire_struct!` turns a table of fields into the code that fills locals while the entries
//! stream by, and into the tolerant and the writing counterpart. `need` tells how a field may be
//! missing: `required`, `optional` (may be absent), `nullable` (may be null), `maybe` (both).

use serde::de::{Error as _, MapAccess};
use serde::ser::{SerializeMap, Serializer};
use serde_json::Error;
use serde_json::value::RawValue;

use super::entries::{Entries, Names};
use super::{Key, Wire, raw_entries};
use crate::{Extra, Maybe};

/// A wire type that is an object: it can go on after another reader took some entries.
pub(crate) trait WireObject: Wire {
    /// Reads the entries that are left.
    fn read_entries<'de, A: MapAccess<'de>>(from: Entries<'de, A>) -> Result<Self, A::Error>;
}

impl<T: WireObject> WireObject for Box<T> {
    fn read_entries<'de, A: MapAccess<'de>>(from: Entries<'de, A>) -> Result<Self, A::Error> {
        T::read_entries(from).map(Self::new)
    }
}

/// Reads a whole object.
pub(crate) fn read_object<'de, T, D>(from: D) -> Result<T, D::Error>
where
    T: WireObject,
    D: serde::Deserializer<'de>,
{
    struct Object<T>(std::marker::PhantomData<T>);
    impl<'de, T: WireObject> serde::de::Visitor<'de> for Object<T> {
        type Value = T;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::read_entries(Entries::new(map))
        }
    }
    from.deserialize_map(Object(std::marker::PhantomData))
}

/// The entries of an object in the tolerant pass, with what could not be placed.
pub(crate) struct Recovered<'r> {
    entries: Vec<Option<&'r RawValue>>,
    pub(crate) extra: Extra,
    names: Names,
}

impl<'r> Recovered<'r> {
    /// Sorts the entries of a raw object into the fields of a table.
    pub(crate) fn new(raw: &'r RawValue, names: Names) -> Result<Self, Error> {
        let mut entries = vec![None; names.fields.len()];
        let mut extra = Extra::default();
        let mut cursor = 0;
        for (key, value) in raw_entries(raw)? {
            match names.find(&key, &mut cursor) {
                Key::Field(at) => entries[at] = Some(value),
                Key::Tag(at) => {
                    let expected = names.tags[at].1;
                    if String::recover(value)? != expected {
                        return Err(Error::custom(format_args!("expected the tag `{expected}`")));
                    }
                }
                Key::Unknown | Key::End => extra.keep(&key, value),
            }
        }
        Ok(Self { entries, extra, names })
    }

    pub(crate) fn required<T: Wire>(&mut self, at: usize) -> Result<T, Error> {
        let name = self.names.fields[at];
        let raw = self.entries[at].ok_or_else(|| missing::<Error>(name))?;
        T::recover(raw).map_err(|error| Error::custom(format_args!("field `{name}`: {error}")))
    }

    pub(crate) fn optional<T: Wire>(&mut self, at: usize) -> Option<T> {
        self.maybe_with(at, false).into_value()
    }

    pub(crate) fn nullable<T: Wire>(&mut self, at: usize) -> Option<T> {
        self.maybe_with(at, true).into_value()
    }

    pub(crate) fn maybe<T: Wire>(&mut self, at: usize) -> Maybe<T> {
        self.maybe_with(at, true)
    }

    /// A value of the wrong shape becomes absent and is kept raw.
    fn maybe_with<T: Wire>(&mut self, at: usize, null: bool) -> Maybe<T> {
        match self.entries[at] {
            None => Maybe::Absent,
            Some(raw) if null && raw.get() == "null" => Maybe::Null,
            Some(raw) => T::recover(raw).map_or_else(
                |_| {
                    self.extra.keep(self.names.fields[at], raw);
                    Maybe::Absent
                },
                Maybe::Value,
            ),
        }
    }
}

/// The error of a required field that is not there.
pub(crate) fn missing<E: serde::de::Error>(name: &'static str) -> E {
    E::missing_field(name)
}

/// Writes an object: constant tags, typed fields, then what `extra` holds beyond them.
pub(crate) struct Encoder<'e, S: Serializer> {
    map: S::SerializeMap,
    extra: &'e Extra,
    written: Vec<&'static str>,
}

impl<'e, S: Serializer> Encoder<'e, S> {
    pub(crate) fn new(to: S, names: Names, extra: &'e Extra) -> Result<Self, S::Error> {
        let mut map = to.serialize_map(None)?;
        for (tag, value) in names.tags {
            map.serialize_entry(tag, value)?;
        }
        Ok(Self { map, extra, written: Vec::new() })
    }

    pub(crate) fn required<T: Wire>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), S::Error> {
        if !self.extra.is_empty() {
            self.written.push(name);
        }
        self.map.serialize_entry(name, value)
    }

    pub(crate) fn optional<T: Wire>(
        &mut self,
        name: &'static str,
        value: &Option<T>,
    ) -> Result<(), S::Error> {
        value.as_ref().map_or(Ok(()), |value| self.required(name, value))
    }

    /// Null is written unless the raw value of an unexpected shape is kept in `extra`.
    pub(crate) fn nullable<T: Wire>(
        &mut self,
        name: &'static str,
        value: &Option<T>,
    ) -> Result<(), S::Error> {
        match value {
            Some(value) => self.required(name, value),
            None if self.extra.get(name).is_some() => Ok(()),
            None => self.map.serialize_entry(name, &()),
        }
    }

    pub(crate) fn maybe<T: Wire>(
        &mut self,
        name: &'static str,
        value: &Maybe<T>,
    ) -> Result<(), S::Error> {
        match value {
            Maybe::Value(value) => self.required(name, value),
            Maybe::Null => self.map.serialize_entry(name, &()),
            Maybe::Absent => Ok(()),
        }
    }

    pub(crate) fn finish(mut self) -> Result<S::Ok, S::Error> {
        for (name, value) in self.extra.iter() {
            if !self.written.contains(&name) {
                self.map.serialize_entry(name, value)?;
            }
        }
        self.map.end()
    }
}

/// Implements a struct from its table.
macro_rules! wire_struct {
    (
        $name:ident {
            tags: [$($tag:literal = $value:literal),*],
            fields: [$($at:literal $need:ident $field:ident: $type:ty = $wire:literal),* $(,)?] $(,)?
        }
    ) => {
        impl $name {
            const NAMES: $crate::wire::Names = $crate::wire::Names {
                fields: &[$($wire),*],
                tags: &[$(($tag, $value)),*],
            };
        }

        impl $crate::wire::WireObject for $name {
            #[allow(unused_mut, reason = "a struct may have no fields")]
            fn read_entries<'de, A: serde::de::MapAccess<'de>>(
                mut from: $crate::wire::Entries<'de, A>,
            ) -> Result<Self, A::Error> {
                $(let mut $field = $crate::wire::slot!($need $type);)*
                let mut extra = $crate::Extra::default();
                loop {
                    match from.key(Self::NAMES)? {
                        $($crate::wire::Key::Field($at) => {
                            $field = $crate::wire::fill!($need from.value());
                        })*
                        $crate::wire::Key::Field(_) => {}
                        $crate::wire::Key::Tag(at) => from.tag(Self::NAMES.tags[at].1)?,
                        $crate::wire::Key::Unknown => {
                            let raw = from.raw()?;
                            extra.keep(from.unknown(), raw);
                        }
                        $crate::wire::Key::End => break,
                    }
                }
                Ok(Self {
                    $($field: $crate::wire::take!($need $field, $wire),)*
                    extra,
                })
            }
        }

        impl $crate::wire::Wire for $name {
            fn read<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::wire::read_object(from)
            }

            fn recover(raw: &serde_json::value::RawValue) -> Result<Self, serde_json::Error> {
                #[allow(unused_mut, reason = "a struct may have no fields")]
                let mut from = $crate::wire::Recovered::new(raw, Self::NAMES)?;
                Ok(Self {
                    $($field: $crate::wire::recover!($need from, $at),)*
                    extra: from.extra,
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_mut, reason = "a struct may have no fields")]
                let mut to = $crate::wire::Encoder::new(to, Self::NAMES, &self.extra)?;
                $(to.$need($wire, &self.$field)?;)*
                to.finish()
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::wire::deserialize(from)
            }
        }
    };
}
pub(crate) use wire_struct;

macro_rules! slot {
    (maybe $type:ty) => {
        $crate::Maybe::<$type>::Absent
    };
    ($need:ident $type:ty) => {
        None::<$type>
    };
}
pub(crate) use slot;

macro_rules! fill {
    (maybe $value:expr) => {
        match $value? {
            Some(value) => $crate::Maybe::Value(value),
            None => $crate::Maybe::Null,
        }
    };
    (nullable $value:expr) => {
        $value?
    };
    ($need:ident $value:expr) => {
        Some($value?)
    };
}
pub(crate) use fill;

macro_rules! take {
    (required $field:ident, $wire:literal) => {
        match $field {
            Some(value) => value,
            None => return Err($crate::wire::missing($wire)),
        }
    };
    ($need:ident $field:ident, $wire:literal) => {
        $field
    };
}
pub(crate) use take;

macro_rules! recover {
    (required $from:ident, $at:literal) => {
        $from.required($at)?
    };
    ($need:ident $from:ident, $at:literal) => {
        $from.$need($at)
    };
}
pub(crate) use recover;
