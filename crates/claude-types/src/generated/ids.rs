// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Names of things: sessions, messages, tools, tasks, models, moments. Each is a short text of its own type, so that one cannot be taken for another.

use super::all::*;

id_type! {
/// Names a session, and with it the transcript on disk. It is a UUID, and changes when the conversation is cleared or forked.
///
/// Looks like `33ad5cb1-87b4-4209-a9c5-dcdf54d07e9f`.
SessionId
}

id_type! {
/// Names one frame of the stream. For user and assistant messages it is also the name of their line in the transcript, and a caller may choose it for the messages it sends.
///
/// Looks like `47876830-9de5-408c-9b30-1b99ee42eeab`.
MessageUuid
}

id_type! {
/// Names one answer of the Messages API. All assistant frames made of that answer share it.
///
/// Looks like `msg_0796d260e93e49b08ddde59d`.
ApiMessageId
}

id_type! {
/// Names one HTTP request to the Messages API, which is what support asks for.
///
/// Looks like `req_f64d3b6035b24edaa39d`.
ApiRequestId
}

id_type! {
/// Names one tool call of the model. Its result carries the same id.
///
/// Looks like `toolu_9e732a6251654b299bd09008`.
ToolUseId
}

id_type! {
/// Names one control request, so that its answer finds it. The side that asks chooses the text.
///
/// Looks like `req_2`.
RequestId
}

id_type! {
/// Names a hook callback that was registered in the initialize request.
///
/// Looks like `hook_0`.
CallbackId
}

id_type! {
/// Names one run of a hook, so that its start, progress and end can be put together.
///
/// Looks like `da41e5e3-8dd7-40a5-ad32-f3a74c80cdef`.
HookRunId
}

id_type! {
/// Names a task that runs beside the conversation: a subagent, or a command in the background.
///
/// Looks like `a43c6fcc835ed19df`.
TaskId
}

id_type! {
/// Names one run of a task. A task that is continued keeps its task id and gets a new run id.
///
/// Looks like `0mwpwgx9w-4ad72aec`.
RunId
}

id_type! {
/// Names a running subagent. It equals the task id of that subagent.
///
/// Looks like `a43c6fcc835ed19df`.
AgentId
}

id_type! {
/// Names the prompt that some work belongs to, as hooks and telemetry see it.
///
/// Looks like `8fb4607b-d424-4bf3-9757-a49c6f871aeb`.
PromptId
}

id_type! {
/// Names a file that was uploaded to the Files API.
///
/// Looks like `file_011CNha8iCJcU1wXNR6q4V8w`.
FileId
}

id_type! {
/// Names a model, as an alias or in full. Messages that the CLI wrote itself name the model `<synthetic>`.
///
/// Looks like `claude-opus-5-5`.
ModelName
}

id_type! {
/// A moment as ISO 8601 text in UTC, kept as it came.
///
/// Looks like `2026-11-21T04:23:01.570Z`.
Timestamp
}
