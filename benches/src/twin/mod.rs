//! Plain serde derives of the structs of the SDK: the code that a careful user would write.
//!
//! The derives have the same fields, names, types and boxes. A test compares their sizes. IDs and
//! open sets are the types of the SDK, read by a visitor ([`Of`]). Types that are not in the
//! measured lines are those of the SDK. Unknown fields are not kept.
//!
//! serde has no derive for a tagged union without extra cost, so unions are read in two ways
//! ([`Way`]): the structs of [`known_tag`] name the expected variant at every level, and
//! [`tagged`] is the internally tagged derive of the same enum.

mod control;
mod known_tag;
mod result;
mod stream;
mod system;
mod tagged;
mod talk;
#[cfg(test)]
mod tests;
mod value;
mod way;

pub(crate) use control::ControlRequestFrame;
pub(crate) use known_tag::{Start, Text, ToolResult, ToolUse};
pub(crate) use result::ResultMessage;
pub(crate) use stream::StreamEventMessage;
pub(crate) use system::{InitMessage, TaskProgressMessage};
pub(crate) use tagged::{Message, Tagged};
pub(crate) use talk::{AssistantMessage, UserMessage};
use value::{Content, Of, maybe};
pub(crate) use way::Way;
