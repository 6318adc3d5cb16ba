//! Structs: generates the code that reads and writes a struct from its table.
//!
//! From a table of fields, `wire_struct!` generates:
//!
//! - the vacant value;
//! - the code that reads the entries of an object into the fields;
//! - the data for the tolerant pass;
//! - `Clone`. A derived one is `#[inline]`, so each crate that clones a message would compile it again;
//! - the code that writes the struct (see [`encode`](super::encode)).
//!
//! Each field has a need: `required`, `optional` (may be absent), `nullable` (may be `null`) or
//! `maybe` (may be absent or `null`).

/// Implements a struct from its table.
///
/// `#[inline]` is set for a struct that no message contains. Such a struct is compiled only in the
/// crates that use it.
macro_rules! wire_struct {
    (
        $(#[$inline:ident])? $name:ident {
            tags: [$($tag:literal = $value:literal),*],
            fields: [$($at:literal $need:ident $field:ident: $type:ty = $wire:literal),* $(,)?] $(,)?
        }
    ) => {
        impl $name {
            const FIELDS: &'static $crate::wire::Fields = &$crate::wire::Fields::new(
                &[$($wire),*],
                &[$(($tag, $value)),*],
                &[$($crate::wire::Need::$need),*],
                &[$(<$type as $crate::wire::Wire>::shape),*],
                size_of::<$name>(),
            );
        }

        impl $crate::wire::Wire for $name {
            const VACANT: Self = Self {
                $($field: $crate::wire::vacant!($need $type),)*
                extra: $crate::values::Extra::NONE,
            };

            #[inline]
            fn shape() -> $crate::wire::Shape {
                $crate::wire::Shape::Object(Self::FIELDS)
            }

            $(#[$inline])?
            fn fill_entries(
                &mut self,
                from: &mut $crate::wire::Entries<'_, '_>,
            ) -> Result<(), $crate::wire::Mismatch> {
                while let Some(field) = from.field(Self::FIELDS, &mut self.extra)? {
                    match field {
                        $($at => from.$need(&mut self.$field),)*
                        _ => Ok(()),
                    }?;
                }
                Ok(())
            }
        }

        $crate::wire::object!($name);

        impl Clone for $name {
            $(#[$inline])?
            fn clone(&self) -> Self {
                Self { $($field: self.$field.clone(),)* extra: self.extra.clone() }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_mut, reason = "a struct may have no fields")]
                let mut to = $crate::wire::Encoder::new(to, Self::FIELDS.tags, &self.extra);
                $(to.$need($wire, &self.$field);)*
                to.finish()
            }
        }
    };
}
pub(crate) use wire_struct;

/// Implements the public traits for reading an object.
macro_rules! object {
    ($name:ident) => {
        impl $crate::wire::WireType for $name {
            #[inline]
            fn from_json(text: &str) -> Result<Self, serde_json::Error> {
                $crate::wire::read_or_repair(text)
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

/// Returns the vacant value of a field.
macro_rules! vacant {
    (required $type:ty) => {
        <$type as $crate::wire::Wire>::VACANT
    };
    (maybe $type:ty) => {
        $crate::values::Maybe::Absent
    };
    ($need:ident $type:ty) => {
        None
    };
}
pub(crate) use vacant;
