//! Known tags: unions whose variant is known in advance, so that the struct is read and its tag
//! skipped.
//!
//! No program can read a stream in this way; it is the lowest cost of a derive. A list of several
//! variants has no single struct: permission updates are read as one struct of all their fields.
#![expect(dead_code, reason = "decoding them is the work")]

use claude_types::{PermissionBehavior, PermissionMode, PermissionUpdateDestination};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::{Of, Way, control, stream, talk};

macro_rules! known_tag {
    ($(#[doc = $doc:literal])* $name:ident { Block = $block:ty, Event = $event:ty }) => {
        $(#[doc = $doc])*
        pub(crate) struct $name;

        impl Way for $name {
            type Block = $block;
            type Event = $event;
            type Delta = stream::TextDelta;
            type Update = Update;
            type Request = Box<control::CanUseToolRequest<Self>>;
            type Raw = Box<RawValue>;
        }
    };
}

known_tag! {
    /// A line with text, or without blocks.
    Text { Block = talk::TextBlock, Event = stream::ContentBlockDeltaEvent<Self> }
}
known_tag! {
    /// A line with a tool call.
    ToolUse { Block = talk::ToolUseBlock<Self>, Event = IgnoredAny }
}
known_tag! {
    /// A line with the result of a tool.
    ToolResult { Block = talk::ToolResultBlock<Self>, Event = IgnoredAny }
}
known_tag! {
    /// A line with the start of a message.
    Start { Block = talk::TextBlock, Event = Box<stream::MessageStartEvent<Self>> }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum UpdateKind {
    AddRules,
    ReplaceRules,
    RemoveRules,
    SetMode,
    AddDirectories,
    RemoveDirectories,
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
pub(crate) struct Update {
    r#type: UpdateKind,
    rules: Option<Vec<control::PermissionRule>>,
    behavior: Option<Of<PermissionBehavior>>,
    mode: Option<Of<PermissionMode>>,
    directories: Option<Vec<String>>,
    destination: Option<Of<PermissionUpdateDestination>>,
}
