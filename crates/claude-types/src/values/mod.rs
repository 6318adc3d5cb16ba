//! Values: the hand-written types that generated structs are made of.

mod raw;
mod maybe;
mod extra;
mod unknown;
mod text_or;
mod content;
mod id;
mod short_text;
mod redacted;
mod stream_items;
mod outlined;

pub use content::Content;
pub use extra::Extra;
pub(crate) use id::id_type;
pub use maybe::Maybe;
pub use outlined::{Outline, Outlined};
pub use raw::Raw;
pub(crate) use redacted::Redacted;
pub(crate) use short_text::ShortText;
pub use stream_items::{Lagged, Noise, Oversized};
pub use text_or::TextOr;
pub use unknown::{Undecoded, Unknown};
