//! Tagged unions: the tag chooses the struct, an unknown tag keeps the raw object.
//!
//! The strict pass gives up on an unknown tag, because only mending has the text of the whole
//! object and can keep it byte for byte.

/// Implements a tagged union from its table. `local` variants never come from the wire.
macro_rules! wire_union {
    (
        $(#[$inline:ident])? $name:ident by $tag:literal $(default $default:literal)? {
            $($wire:literal => $variant:ident: $type:ty),* $(,)?
        } local {
            $($local:ident),* $(,)?
        }
    ) => {
        impl $crate::wire::Vacant for $name {
            const VACANT: Self = Self::Unknown($crate::Unknown::NONE);
        }

        impl $name {
            const VARIANTS: &'static $crate::wire::Variants = &$crate::wire::Variants {
                tag: $tag,
                default: $crate::wire::default!($($default)?),
                known: &[$(($wire, <$type as $crate::wire::Wire>::shape)),*],
            };

            /// Reads on, now that the tag is known.
            $(#[$inline])?
            pub(crate) fn fill_tagged(
                &mut self,
                tag: &str,
                from: &mut $crate::wire::Entries<'_, '_>,
            ) -> Result<(), $crate::wire::Odd> {
                match tag {
                    $($wire => {
                        let mut body = <$type as $crate::wire::Wire>::vacant();
                        let filled = $crate::wire::WireObject::fill_entries(&mut body, from);
                        *self = Self::$variant(body);
                        filled
                    })*
                    _ => {
                        *self = match from.stray()? {
                            $crate::wire::Stray::Unknown(unknown) => Self::Unknown(unknown),
                            $crate::wire::Stray::Undecoded(undecoded) => Self::Undecoded(undecoded),
                        };
                        Ok(())
                    }
                }
            }
        }

        impl $crate::wire::WireObject for $name {
            $(#[$inline])?
            fn fill_entries(
                &mut self,
                from: &mut $crate::wire::Entries<'_, '_>,
            ) -> Result<(), $crate::wire::Odd> {
                let tag = from.find_tag(Self::VARIANTS)?;
                self.fill_tagged(&tag, from)
            }
        }

        $crate::wire::object!($(#[$inline])? $name as $crate::wire::Shape::Union(Self::VARIANTS));

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(body) => body.serialize(to),)*
                    $(Self::$local(body) => body.serialize(to),)*
                    Self::Unknown(unknown) => unknown.raw().serialize(to),
                    Self::Undecoded(undecoded) => undecoded.raw.serialize(to),
                }
            }
        }
    };
}
pub(crate) use wire_union;

/// The default of a union, if it has one.
macro_rules! default {
    () => {
        None
    };
    ($default:literal) => {
        Some($default)
    };
}
pub(crate) use default;
