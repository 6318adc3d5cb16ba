//! Variant conversions: `From` for unions, from the structs of their variants.

/// Implements `From` for each struct. The function in parentheses converts it to the variant body.
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
