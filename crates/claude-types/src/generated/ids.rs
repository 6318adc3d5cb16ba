// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Identifiers of sessions, messages, tools, tasks and models, and timestamps. Each is a short text with a type of its own, so that the compiler keeps them apart.

use super::all::*;

id_type! {
/// The ID of a session and of its transcript on disk. It is a UUID, and changes when the conversation is cleared or forked.
///
/// Looks like `33ad5cb1-87b4-4209-a9c5-dcdf54d07e9f`.
SessionId
}

id_type! {
/// The ID of one frame of the stream. For user and assistant messages it is also the ID of their line in the transcript. A caller may choose the ID of the messages it sends.
///
/// Looks like `47876830-9de5-408c-9b30-1b99ee42eeab`.
MessageUuid
}

id_type! {
/// The ID of one response of the Messages API. All assistant frames of that response share it.
///
/// Looks like `msg_0796d260e93e49b08ddde59d`.
ApiMessageId
}

id_type! {
/// The ID of one HTTP request to the Messages API. Support asks for it.
///
/// Looks like `req_f64d3b6035b24edaa39d`.
ApiRequestId
}

id_type! {
/// The ID of one tool call of the model. The result of the call carries the same ID.
///
/// Looks like `toolu_9e732a6251654b299bd09008`.
ToolUseId
}

id_type! {
/// The ID of one control request. The response carries the same ID. The side that sends the request chooses the text.
///
/// Looks like `req_2`.
RequestId
}

id_type! {
/// The ID of a hook callback that the `initialize` request registered.
///
/// Looks like `hook_0`.
CallbackId
}

id_type! {
/// The ID of one run of a hook. It connects the start, the progress and the end of the run.
///
/// Looks like `da41e5e3-8dd7-40a5-ad32-f3a74c80cdef`.
HookRunId
}

id_type! {
/// The ID of a task that runs in addition to the conversation: a subagent, or a background command.
///
/// Looks like `a43c6fcc835ed19df`.
TaskId
}

id_type! {
/// The ID of one run of a task. A task that is continued keeps its task ID and gets a new run ID.
///
/// Looks like `0mwpwgx9w-4ad72aec`.
RunId
}

id_type! {
/// The ID of a running subagent. It equals the task ID of that subagent.
///
/// Looks like `a43c6fcc835ed19df`.
AgentId
}

id_type! {
/// The ID of the prompt that some work belongs to, as hooks and telemetry report it.
///
/// Looks like `8fb4607b-d424-4bf3-9757-a49c6f871aeb`.
PromptId
}

id_type! {
/// The ID of a file that was uploaded to the Files API.
///
/// Looks like `file_011CNha8iCJcU1wXNR6q4V8w`.
FileId
}

id_type! {
/// The name of a model, as an alias or a full name. Messages that the CLI wrote itself name the model `<synthetic>`.
///
/// Looks like `claude-opus-5-5`.
ModelName
}

id_type! {
/// A timestamp as ISO 8601 text in UTC, kept as received.
///
/// Looks like `2026-11-21T04:23:01.570Z`.
Timestamp
}
