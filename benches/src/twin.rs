//! Plain serde derives of the same structs: what a careful user would write by hand.
//!
//! Same fields, same names, same types, same boxes; a test holds them to the same size. Ids and
//! open sets are the SDK's own types, read by a visitor ([`Of`]); types that do not come in the
//! measured lines are the SDK's own altogether. Nothing is kept of what is not known.
//!
//! serde has no derive for a tagged union that costs nothing, so unions are read in two ways
//! ([`Way`]): the structs of [`told`] are told beforehand which variant comes, at every level, and
//! [`tagged`] is the internally tagged derive of the same enum.

mod control;
mod result;
mod stream;
mod system;
mod talk;
mod told;
mod tagged;
mod value;

pub(crate) use control::ControlRequestFrame;
pub(crate) use result::ResultMessage;
pub(crate) use stream::StreamEventMessage;
pub(crate) use system::{InitMessage, TaskProgressMessage};
pub(crate) use tagged::{Message, Tagged};
pub(crate) use talk::{AssistantMessage, UserMessage};
pub(crate) use told::{Start, Text, ToolResult, ToolUse};
use value::{Content, Of, maybe};

use serde::de::DeserializeOwned;

/// How unions are read.
pub(crate) trait Way: 'static {
    /// A content block.
    type Block: DeserializeOwned;
    /// A stream event.
    type Event: DeserializeOwned;
    /// An addition to a block.
    type Delta: DeserializeOwned;
    /// A suggested change of permissions.
    type Update: DeserializeOwned;
    /// The body of a control request.
    type Request: DeserializeOwned;
    /// JSON that is kept.
    type Raw: DeserializeOwned;
}

#[cfg(test)]
mod tests {
    use super::{InitMessage, ResultMessage, TaskProgressMessage, Text};
    use super::{control, stream, system, talk};

    /// A field that the SDK has and the derive has not would make the comparison unfair.
    fn alike<Derived, Sdk>() {
        let (derived, sdk) = (size_of::<Derived>(), size_of::<Sdk>());
        // `Option<Raw>` has a word more: it tells null from absent.
        let alike = derived == sdk || derived + size_of::<usize>() == sdk;
        assert!(alike, "{} has {sdk} bytes, its twin {derived}", std::any::type_name::<Sdk>());
    }

    #[test]
    fn layouts_are_the_sdks() {
        alike::<talk::AssistantMessage<Text>, claude_types::AssistantMessage>();
        alike::<talk::UserMessage<Text>, claude_types::UserMessage>();
        alike::<talk::TextBlock, claude_types::TextBlock>();
        alike::<talk::ToolUseBlock<Text>, claude_types::ToolUseBlock>();
        alike::<talk::ToolResultBlock<Text>, claude_types::ToolResultBlock>();
        alike::<stream::MessageStartEvent<Text>, claude_types::MessageStartEvent>();
        alike::<ResultMessage<Text>, claude_types::ResultMessage>();
        alike::<InitMessage, claude_types::InitMessage>();
        alike::<system::InitPlugin, claude_types::InitPlugin>();
        alike::<TaskProgressMessage, claude_types::TaskProgressMessage>();
        alike::<control::CanUseToolRequest<Text>, claude_types::CanUseToolRequest>();
    }
}
