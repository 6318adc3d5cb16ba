//! Open enums: known strings as variants, and any other string in `Other`.

/// Implements reading, writing and conversions of an open enum.
macro_rules! wire_enum {
    ($(#[$inline:ident])? $name:ident { $($variant:ident = $wire:literal),* $(,)? }) => {
        impl $name {
            /// Returns the value in the JSON.
            $(#[$inline])?
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Other(other) => other,
                }
            }
        }

        impl From<&str> for $name {
            $(#[$inline])?
            fn from(text: &str) -> Self {
                match text {
                    $($wire => Self::$variant,)*
                    other => Self::Other(other.into()),
                }
            }
        }

        impl std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::wire::Wire for $name {
            const VACANT: Self = $crate::wire::first!($($variant)*);

            #[inline]
            fn shape() -> $crate::wire::Shape {
                $crate::wire::Shape::Text
            }

            $(#[$inline])?
            fn fill(&mut self, from: &mut $crate::wire::Reader<'_>) -> Result<(), $crate::wire::Mismatch> {
                $crate::wire::put(self, Self::from(&*from.text()?));
                Ok(())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::wire::deserialize(from)
            }
        }
    };
}
pub(crate) use wire_enum;

/// Returns the first known value.
macro_rules! first {
    ($first:ident $($rest:ident)*) => {
        Self::$first
    };
}
pub(crate) use first;
