//! Fairness: each derive has the size of the struct of the SDK.

use super::{InitMessage, ResultMessage, TaskProgressMessage, Text};
use super::{control, stream, system, talk};

/// A field that only the SDK has would make the comparison unfair.
fn alike<Derived, Sdk>() {
    let (derived, sdk) = (size_of::<Derived>(), size_of::<Sdk>());
    // `Option<Raw>` has one word more, because it distinguishes null from absent.
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
