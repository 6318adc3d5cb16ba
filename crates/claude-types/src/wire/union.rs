//! Tagged unions: the tag selects the struct. An object with an unknown tag is kept as raw JSON.
//!
//! The strict pass fails for an unknown tag. Only the tolerant pass has the text of the whole
//! object, and can keep it byte for byte.

/// Implements a tagged union from its table. The CLI does not send `local` variants.
macro_rules! wire_union {
    (
        $(#[$inline:ident])? $name:ident by $tag:literal $(default $default:literal)? {
            $($wire:literal => $variant:ident: $type:ty),* $(,)?
        } local {
            $($local:ident),* $(,)?
        }
    ) => {
        impl $name {
            const VARIANTS: &'static $crate::wire::Variants = &$crate::wire::Variants {
                tag: $tag,
                default: $crate::wire::default!($($default)?),
                known: &[$(($wire, <$type as $crate::wire::Wire>::shape)),*],
            };

            /// Reads the remaining entries of the object into the variant of the tag.
            $(#[$inline])?
            pub(crate) fn fill_tagged(
                &mut self,
                tag: &str,
                from: &mut $crate::wire::Entries<'_, '_>,
            ) -> Result<(), $crate::wire::Mismatch> {
                use $crate::wire::Wire as _;
                match tag {
                    $($wire => {
                        let vacant = <$type as $crate::wire::Wire>::vacant();
                        $crate::wire::put(self, Self::$variant(vacant));
                        match self {
                            Self::$variant(body) => body.fill_entries(from),
                            _ => Ok(()),
                        }
                    })*
                    _ => {
                        $crate::wire::put(self, match from.untyped()? {
                            $crate::wire::Untyped::Unknown(unknown) => Self::Unknown(unknown),
                            $crate::wire::Untyped::Undecoded(undecoded) => Self::Undecoded(undecoded),
                        });
                        Ok(())
                    }
                }
            }
        }

        impl $crate::wire::Wire for $name {
            const VACANT: Self = Self::Unknown($crate::values::Unknown::NONE);

            #[inline]
            fn shape() -> $crate::wire::Shape {
                $crate::wire::Shape::Union(Self::VARIANTS)
            }

            $(#[$inline])?
            fn fill_entries(
                &mut self,
                from: &mut $crate::wire::Entries<'_, '_>,
            ) -> Result<(), $crate::wire::Mismatch> {
                let tag = from.find_tag(Self::VARIANTS)?;
                self.fill_tagged(&tag, from)
            }
        }

        $crate::wire::object!($name);

        impl Clone for $name {
            $(#[$inline])?
            fn clone(&self) -> Self {
                match self {
                    $(Self::$variant(body) => Self::$variant(body.clone()),)*
                    $(Self::$local(body) => Self::$local(body.clone()),)*
                    Self::Unknown(unknown) => Self::Unknown(unknown.clone()),
                    Self::Undecoded(undecoded) => Self::Undecoded(undecoded.clone()),
                }
            }
        }

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

/// Returns the default of a union, or `None`.
macro_rules! default {
    () => {
        None
    };
    ($default:literal) => {
        Some($default)
    };
}
pub(crate) use default;
