//! Structs: one generated table each, one way to read.
//!
//! `wire_struct!` turns a table of fields into a vacant value, the code that fills its fields
//! while the entries stream by, the data that mending needs, and the writing counterpart (see
//! [`encode`](super::encode)). The need tells how a field may be missing: `required`, `optional`
//! (may be absent), `nullable` (may be null), `maybe` (both).

use super::{Entries, Odd, Reader};

/// A wire type that is an object: it can go on after another reader took some entries.
pub(crate) trait WireObject {
    /// Fills the place with the entries that are left.
    fn fill_entries(&mut self, from: &mut Entries<'_, '_>) -> Result<(), Odd>;
}

impl<T: WireObject> WireObject for Box<T> {
    fn fill_entries(&mut self, from: &mut Entries<'_, '_>) -> Result<(), Odd> {
        T::fill_entries(self, from)
    }
}

/// Fills a place with a whole object. Compiled once, for all of them.
pub(crate) fn fill_object(place: &mut dyn WireObject, from: &mut Reader<'_>) -> Result<(), Odd> {
    from.open(b'{')?;
    place.fill_entries(&mut Entries::new(from))
}

/// Implements a struct from its table. `#[inline]` stands before a struct that no message holds: it
/// is compiled in the crates that use it, and not for those that do not.
macro_rules! wire_struct {
    (
        $(#[$inline:ident])? $name:ident {
            tags: [$($tag:literal = $value:literal),*],
            fields: [$($at:literal $need:ident $field:ident: $type:ty = $wire:literal),* $(,)?] $(,)?
        }
    ) => {
        impl $name {
            const FIELDS: &'static $crate::wire::Fields = {
                const NEEDS: &[$crate::wire::Need] = &[$($crate::wire::Need::$need),*];
                &$crate::wire::Fields {
                    names: &[$($wire),*],
                    tags: &[$(($tag, $value)),*],
                    needs: NEEDS,
                    shapes: &[$(<$type as $crate::wire::Wire>::shape),*],
                    required: $crate::wire::bits(NEEDS),
                }
            };
        }

        impl $crate::wire::Vacant for $name {
            const VACANT: Self = Self {
                $($field: $crate::wire::vacant!($need $type),)*
                extra: $crate::Extra::NONE,
            };
        }

        impl $crate::wire::WireObject for $name {
            $(#[$inline])?
            fn fill_entries(
                &mut self,
                from: &mut $crate::wire::Entries<'_, '_>,
            ) -> Result<(), $crate::wire::Odd> {
                loop {
                    match from.key(Self::FIELDS)? {
                        $($crate::wire::Key::Field($at) => from.$need(&mut self.$field)?,)*
                        $crate::wire::Key::Field(_) => {}
                        $crate::wire::Key::Other(key) => {
                            if !from.other(key, Self::FIELDS, &mut self.extra)? {
                                return Ok(());
                            }
                        }
                    }
                }
            }
        }

        $crate::wire::object!($(#[$inline])? $name as $crate::wire::Shape::Object(Self::FIELDS));

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_mut, reason = "a struct may have no fields")]
                let mut to = $crate::wire::Encoder::new(to, Self::FIELDS.tags, &self.extra)?;
                $(to.$need($wire, &self.$field)?;)*
                to.finish()
            }
        }
    };
}
pub(crate) use wire_struct;

/// What all objects have in common.
macro_rules! object {
    ($(#[$inline:ident])? $name:ident as $shape:expr) => {
        impl $crate::wire::Fill for $name {
            $(#[$inline])?
            fn fill(
                &mut self,
                from: &mut $crate::wire::Reader<'_>,
            ) -> Result<(), $crate::wire::Odd> {
                $crate::wire::fill_object(self, from)
            }
        }

        impl $crate::wire::Wire for $name {
            #[inline]
            fn vacant() -> Self {
                <Self as $crate::wire::Vacant>::VACANT
            }

            #[inline]
            fn shape() -> $crate::wire::Shape {
                $shape
            }
        }

        impl $crate::WireType for $name {
            $(#[$inline])?
            fn from_json(text: &str) -> Result<Self, serde_json::Error> {
                $crate::wire::read_or_mend(text)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::wire::deserialize(from)
            }
        }
    };
}
pub(crate) use object;

/// The vacant value of a field.
macro_rules! vacant {
    (required $type:ty) => {
        <$type as $crate::wire::Vacant>::VACANT
    };
    (maybe $type:ty) => {
        $crate::Maybe::Absent
    };
    ($need:ident $type:ty) => {
        None
    };
}
pub(crate) use vacant;
