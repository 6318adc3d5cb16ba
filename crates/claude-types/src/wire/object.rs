//! Structs: one generated table each, one way to read.
//!
//! `wire_struct!` turns a table of fields into a vacant value, the code that fills its fields
//! while the entries stream by, the data that mending needs, and the writing counterpart (see
//! [`encode`](super::encode)). The need tells how a field may be missing: `required`, `optional`
//! (may be absent), `nullable` (may be null), `maybe` (both).

use serde::de::{Deserializer, MapAccess, Visitor};

use super::{Entries, Wire};

/// A wire type that is an object: it can go on after another reader took some entries.
pub(crate) trait WireObject: Wire {
    /// Fills the place with the entries that are left.
    fn fill_entries<'de, A: MapAccess<'de>>(
        &mut self,
        from: Entries<'de, A>,
    ) -> Result<(), A::Error>;
}

impl<T: WireObject + super::Vacant> WireObject for Box<T> {
    fn fill_entries<'de, A: MapAccess<'de>>(
        &mut self,
        from: Entries<'de, A>,
    ) -> Result<(), A::Error> {
        T::fill_entries(self, from)
    }
}

/// Fills a place with a whole object.
pub(crate) fn fill_object<'de, T, D>(place: &mut T, from: D) -> Result<(), D::Error>
where
    T: WireObject,
    D: Deserializer<'de>,
{
    struct Object<'p, T>(&'p mut T);
    impl<'de, T: WireObject> Visitor<'de> for Object<'_, T> {
        type Value = ();

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }

        #[inline]
        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
            self.0.fill_entries(Entries::new(map))
        }
    }
    from.deserialize_map(Object(place))
}

/// The error of a required field that is not there.
pub(crate) fn missing<E: serde::de::Error>(name: &'static str) -> E {
    E::missing_field(name)
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
            fn fill_entries<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                mut from: $crate::wire::Entries<'de, A>,
            ) -> Result<(), A::Error> {
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

        impl $crate::wire::Wire for $name {
            $crate::wire::place!();

            fn shape() -> $crate::wire::Shape {
                $crate::wire::Shape::Object(Self::FIELDS)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_mut, reason = "a struct may have no fields")]
                let mut to = $crate::wire::Encoder::new(to, Self::FIELDS.tags, &self.extra)?;
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

/// What all objects have in common.
macro_rules! place {
    () => {
        #[inline]
        fn vacant() -> Self {
            <Self as $crate::wire::Vacant>::VACANT
        }

        fn fill<'de, D: serde::Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
            $crate::wire::fill_object(self, from)
        }
    };
}
pub(crate) use place;

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
