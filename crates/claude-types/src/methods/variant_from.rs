//! Conversions from a struct into the union that it is a variant of.

/// Implements `From` for each struct; the word in brackets puts it into its variant.
macro_rules! variant_from {
    ($($from:ident => $union:ident::$variant:ident($into:expr);)*) => {$(
        impl From<$from> for $union {
            fn from(value: $from) -> Self {
                Self::$variant($into(value))
            }
        }
    )*};
}
pub(crate) use variant_from;
