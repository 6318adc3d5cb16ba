//! Control frames of the CLI: starts the callback of each request, and writes the reply; completes
//! our requests with their responses.

use std::borrow::Cow;
use std::sync::Arc;

use claude_types::{
    CanUseToolRequest, ControlRequestFrame, ControlResponseBody, ControlResponseFrame, DecodeError,
    HookCallbackRequest, HookEvent, HookInput, HookOutput, HookSpecificOutput, IncomingRequest,
    McpMessageRequest, Message, Outlined, PermissionResult, PermissionUpdate, Raw, RequestId,
};
use serde::{Deserialize, Serialize};

use super::decoding;
use super::event_loop::Driver;
use super::handshake::hook_number;
use crate::callbacks::{
    Answer, Callbacks, PanicNote, Reply, RequestKind, failed, hook_outcome, mcp, permission_updates,
};
use crate::connection::{CallbackError, CallbackFuture, Context, OnFailure, PermissionAnswer};
use crate::delivery::Size;
use crate::facts::{AnswerOutcome, Fact};
use crate::tables::{Kind, Outgoing, request_ids};
use crate::trace::event;

impl Driver {
    /// Handles a control request: starts its callback, or replies at once. Returns `false` if no
    /// reply is possible, because the line is not JSON or has no ID.
    pub(super) fn on_control_request(
        &mut self,
        request: Result<Outlined<ControlRequestFrame>, DecodeError>,
        line: &[u8],
    ) -> bool {
        match request {
            Ok(frame) if self.replay_filter.has_answered(&frame.request_id) => {}
            Ok(_) if !self.callbacks.admit(line.len()) => {
                return self.refuse(line, "too many requests wait for their answers");
            }
            Ok(mut frame) => {
                self.note_user_request(&frame);
                self.tell_asked(&frame);
                let id = frame.request_id.clone();
                match &mut frame.request {
                    IncomingRequest::CanUseTool(request) => {
                        self.ask_permission(id, Outlined::take(request));
                    }
                    IncomingRequest::HookCallback(request) => {
                        self.call_hook(id, Outlined::take(request));
                    }
                    IncomingRequest::McpMessage(request) => {
                        self.call_mcp(id, Outlined::take(&mut **request).into_inner());
                    }
                    IncomingRequest::Elicitation(request) => {
                        self.elicit(id, Outlined::take(&mut **request).into_inner());
                    }
                    IncomingRequest::RequestUserDialog(request) => {
                        self.show_dialog(id, Outlined::take(&mut **request).into_inner());
                    }
                    IncomingRequest::Undecoded(undecoded) => {
                        return self.reply_unreadable(line, &undecoded.error);
                    }
                    _ => {
                        let why = "this client does not support the request";
                        self.send_reply(id, Reply::Error(why.into()));
                    }
                }
                self.callbacks.handled();
                if !self.callbacks.has(&frame.request_id) {
                    self.observation.answered(
                        &frame.request_id,
                        AnswerOutcome::Unhandled,
                        self.now,
                    );
                }
            }
            Err(_) => return self.reply_unreadable(line, "invalid frame"),
        }
        true
    }

    /// Handles a response to one of our requests. Returns `false` if the line is not JSON.
    pub(super) fn on_control_response(
        &mut self,
        frame: Result<ControlResponseFrame, DecodeError>,
        line: &[u8],
    ) -> bool {
        let mut body = frame.map(|frame| frame.response);
        let id = match &body {
            Ok(ControlResponseBody::Success(success)) => &success.request_id,
            Ok(ControlResponseBody::Error(error)) => &error.request_id,
            // A response that cannot be decoded matches no request. Deliver it as a message, so
            // that it can be seen.
            _ => {
                let (undecoded, memory) = Outlined::decode_weighed("control_response", line);
                let is_json = !matches!(&*undecoded, Message::Noise(_));
                if is_json {
                    self.deliver(undecoded, Size { bytes: line.len(), memory });
                }
                return is_json;
            }
        };
        if self.outbox.flushes() == Some(id) {
            // The CLI has read the request although this side does not know yet that it is written.
            self.pending.written(id, self.now);
        }
        if !self.pending.awaits(id) {
            event!(%id, "a response to no request of this side is ignored");
            return true;
        }
        let again = body.as_mut().map(|body| self.replay_filter.end(body)).unwrap_or_default();
        if let Ok(body) = body {
            let (now, observation) = (self.now, &mut self.observation);
            self.pending.answer(body, now, |settled| {
                observation.tell(now, || Fact::Requested(settled));
            });
        }
        again.iter().for_each(|request| self.replay_request(request));
        true
    }

    /// Handles the withdrawal of a request. Returns `false` if it names no request.
    pub(super) fn on_control_cancel(&mut self, id: Option<RequestId>) -> bool {
        if let Some(id) = &id {
            self.callbacks.cancel(id);
            self.observation.answered(id, AnswerOutcome::Withdrawn, self.now);
        }
        id.is_some()
    }

    /// Handles a request that the CLI repeats in the response to a handshake.
    fn replay_request(&mut self, request: &ControlRequestFrame) {
        let request = line(request);
        self.on_control_request(decoding::request(&request), &request);
    }

    fn ask_permission(&mut self, id: RequestId, request: Outlined<CanUseToolRequest>) {
        let Some(callback) = self.config.handlers.permission.clone() else {
            let reply = failed(&RequestKind::Permission, "no permission handler is registered");
            return self.send_reply(id, reply);
        };
        let context = self.context(&id, request.tool_use_id.clone());
        let cancel_signal = context.cancel_signal.clone();
        let (input, suggested) = (request.input.clone(), request.permission_suggestions.clone());
        let note = PanicNote::new(format!("the permission callback, for {}", request.tool_name));
        let start = move || -> CallbackFuture<Option<Answer>> {
            let note = note;
            let answer = callback(request.into_inner(), context);
            Box::pin(async move {
                let _note = note;
                Ok(match answer.await? {
                    PermissionAnswer::Given(decision) => {
                        Some(permission_reply(decision, input, suggested.as_deref()))
                    }
                    PermissionAnswer::External => None,
                })
            })
        };
        self.callbacks.start(id, RequestKind::Permission, None, cancel_signal, Box::new(start));
    }

    fn call_hook(&mut self, id: RequestId, request: Outlined<HookCallbackRequest>) {
        let number = hook_number(request.callback_id.as_str());
        let Some(hook) = number.and_then(|number| self.config.handlers.hooks.get(number)) else {
            let why = "no hook is registered for this callback ID";
            let reply = failed(&unknown_hook(request.input.event()), why);
            return self.send_reply(id, reply);
        };
        let kind = RequestKind::Hook(hook.event.clone(), hook.on_failure);
        if let Err(why) = check_input(&request.input, &hook.event) {
            return self.send_reply(id, failed(&kind, &why));
        }
        let within = hook.timeout.unwrap_or(self.config.deadlines.hook);
        let (callback, event) = (Arc::clone(&hook.callback), hook.event.clone());
        let background = hook.background;
        let context = self.context(&id, request.tool_use_id.clone());
        let cancel_signal = context.cancel_signal.clone();
        let note = match request.input.tool_name() {
            Some(tool) => PanicNote::new(format!("the {event} hook, for {tool}")),
            None => PanicNote::new(format!("the {event} hook")),
        };
        if background {
            // Reply before the callback runs: the CLI must not wait for it.
            self.observation.answered(&id, AnswerOutcome::Given, self.now);
            self.send_reply(id, Reply::from_serialize(&HookOutput::asynchronous(within)));
            let start = move || -> CallbackFuture<HookOutput> {
                let note = note;
                let output = callback(request.into_inner().input, context);
                Box::pin(async move {
                    let _note = note;
                    output.await
                })
            };
            return self.callbacks.start_beside(within, cancel_signal, start);
        }
        let start = move || -> CallbackFuture<Option<Answer>> {
            let note = note;
            let suggested = permission_updates::suggested(&request.input);
            let output = callback(request.into_inner().input, context);
            Box::pin(async move {
                let _note = note;
                let mut output = output.await?;
                check_output(&output, &event)?;
                permission_updates::keep_valid_in(&mut output, suggested.as_deref());
                let outcome = hook_outcome(&output);
                Ok(Some(Answer { reply: Reply::from_serialize(&output), outcome }))
            })
        };
        let due = self.now.checked_add(within).map(|due| (due, within));
        self.callbacks.start(id, kind, due, cancel_signal, Box::new(start));
    }

    fn call_mcp(&mut self, id: RequestId, request: McpMessageRequest) {
        // Check for a repeated request first: `McpServers::call` would already put the message in
        // the order of messages to that server.
        if self.callbacks.has(&id) {
            return;
        }
        let McpMessageRequest { server_name, message, .. } = request;
        let reply_id = mcp::id_of(&message);
        let context = self.context(&id, None);
        let cancel_signal = context.cancel_signal.clone();
        match self.mcp.call(&server_name, message, reply_id.as_ref(), context) {
            Some(answer) => {
                self.callbacks.start(
                    id,
                    RequestKind::Mcp(reply_id),
                    None,
                    cancel_signal,
                    Box::new(|| answer),
                );
            }
            None => self.send_reply(id, mcp::no_server(&server_name, reply_id.as_ref())),
        }
    }

    pub(super) fn context(
        &self,
        id: &RequestId,
        tool_use_id: Option<claude_types::ToolUseId>,
    ) -> Context {
        Context {
            request_id: id.clone(),
            tool_use_id,
            connection: self.links.connection.clone(),
            cancel_signal: self.callbacks.cancel_signal(),
        }
    }

    /// Sends the reply of a callback that is done. `None`: another party replies.
    pub(super) fn on_callback_done(&mut self, id: RequestId, reply: Option<Reply>) {
        let Some(reply) = reply else {
            event!(%id, "a control request is answered externally");
            // The other party may change the permission mode.
            self.mode.stop();
            return;
        };
        self.send_reply(id, reply);
    }

    /// Queues a reply to the CLI.
    pub(super) fn send_reply(&mut self, id: RequestId, reply: Reply) {
        self.replay_filter.answered(&id);
        if self.io.writer.is_none() {
            // Nothing is written any more.
            return;
        }
        if let Reply::Success(body) = &reply {
            self.mode.note_reply(body);
        }
        self.outbox.push(Outgoing::new(answer_line(&id, &reply), Kind::Answer));
    }

    /// Replies to a request that cannot be decoded. Returns `false` if a reply is not possible.
    fn reply_unreadable(&mut self, line: &[u8], why: &str) -> bool {
        self.refuse(line, &format!("the request could not be decoded: {why}"))
    }

    /// Replies to a request whose callback is not called. If it was meant for a guard, the reply
    /// denies. Returns `false` if a reply is not possible.
    fn refuse(&mut self, line: &[u8], why: &str) -> bool {
        #[derive(Deserialize)]
        struct Request {
            request_id: RequestId,
            request: Option<Raw>,
        }
        // Each field is raw, because any of them may be the one that cannot be decoded.
        #[derive(Deserialize, Default)]
        struct Body {
            subtype: Option<Raw>,
            callback_id: Option<Raw>,
            dialog_kind: Option<Raw>,
            input: Option<Raw>,
        }
        // A reply needs the ID of the request.
        let decode = |line: &[u8]| claude_types::decode_as::<Request>("control_request", line).ok();
        let adopted = || request_ids::adopt_frame(line);
        let Some(request) = decode(line).or_else(|| decode(&adopted()?)) else {
            return false;
        };
        let body = request.request.and_then(|body| body.parse::<Body>().ok()).unwrap_or_default();
        let kind = match text(body.subtype).as_str() {
            "can_use_tool" => RequestKind::Permission,
            "hook_callback" => {
                let number = hook_number(&text(body.callback_id));
                match number.and_then(|number| self.config.handlers.hooks.get(number)) {
                    Some(hook) => RequestKind::Hook(hook.event.clone(), hook.on_failure),
                    None => unknown_hook(event_name(body.input.as_ref())),
                }
            }
            "elicitation" => RequestKind::Elicitation,
            "request_user_dialog" if self.shows(&text(body.dialog_kind)) => RequestKind::Dialog,
            // A dialog of another kind is meant for another client: a reply would close it there.
            "request_user_dialog" => return true,
            _ => RequestKind::Other,
        };
        self.send_reply(request.request_id, failed(&kind, why));
        true
    }
}

/// Checks that the input is completely decoded, and is of the event that the hook is registered
/// for. A callback that ignores what it cannot match would let through what it should block, so it
/// must not be called with another input.
fn check_input(input: &HookInput, event: &HookEvent) -> Result<(), String> {
    if let HookInput::Undecoded(undecoded) = input {
        return Err(format!("the request could not be decoded: {}", undecoded.error));
    }
    let actual = input.event();
    if actual == *event {
        return Ok(());
    }
    Err(format!("the request is for `{actual}`, but the hook is registered for `{event}`"))
}

/// Checks that the output is of the event of the hook. The CLI ignores the output of another event,
/// so a denial in it would have no effect.
fn check_output(output: &HookOutput, event: &HookEvent) -> Result<(), CallbackError> {
    match output.hook_specific_output.as_ref().map(HookSpecificOutput::event) {
        Some(other) if other != *event => {
            Err(format!("the output is for `{other}`, but the hook is registered for `{event}`")
                .into())
        }
        _ => Ok(()),
    }
}

/// An unknown hook counts as a guard: it may have been meant to block.
fn unknown_hook(event: HookEvent) -> RequestKind {
    RequestKind::Hook(event, OnFailure::Block)
}

fn text(raw: Option<Raw>) -> String {
    raw.and_then(|raw| raw.parse().ok()).unwrap_or_default()
}

fn event_name(input: Option<&Raw>) -> HookEvent {
    #[derive(Deserialize)]
    struct Input {
        hook_event_name: HookEvent,
    }
    let input = input.and_then(|input| input.parse::<Input>().ok());
    input.map_or_else(|| HookEvent::from(""), |input| input.hook_event_name)
}

/// Returns the reply to a permission request. An allow always contains an input, because CLIs up to
/// 2.1.200 fail without one.
fn permission_reply(
    decision: PermissionResult,
    input: Raw,
    suggested: Option<&[PermissionUpdate]>,
) -> Answer {
    match decision {
        PermissionResult::Allow(mut allow) => {
            allow.updated_input.get_or_insert(input);
            permission_updates::keep_valid(&mut allow, suggested);
            let reply = Reply::from_serialize(&allow);
            Answer { reply, outcome: AnswerOutcome::Allowed }
        }
        other => Answer { reply: Reply::from_serialize(&other), outcome: AnswerOutcome::Denied },
    }
}

/// Returns the line of one of our requests, without the line feed.
pub(super) fn request_line(id: &RequestId, body: &Raw) -> Vec<u8> {
    #[derive(Serialize)]
    struct Line<'l> {
        r#type: &'static str,
        request_id: &'l RequestId,
        request: &'l Raw,
    }
    line(&Line { r#type: "control_request", request_id: id, request: body })
}

/// Returns the line of a reply, without the line feed. It is assembled by hand, because the body is
/// already JSON, and everything except the ID and the body is constant.
fn answer_line(id: &RequestId, reply: &Reply) -> Vec<u8> {
    let (begin, name, body): (&[u8], &[u8], _) = match reply {
        Reply::Success(body) => (
            br#"{"type":"control_response","response":{"subtype":"success","request_id":"#,
            br#","response":"#,
            Cow::Borrowed(body),
        ),
        Reply::Error(why) => (
            br#"{"type":"control_response","response":{"subtype":"error","request_id":"#,
            br#","error":"#,
            Cow::Owned(line(why)),
        ),
    };
    // 8 more bytes: two quotes of the ID, two braces, the line feed, and spare ones for escapes.
    let length = begin.len() + id.as_str().len() + name.len() + body.len() + 8;
    let mut answer = Vec::with_capacity(length);
    answer.extend_from_slice(begin);
    request_ids::write(id, &mut answer);
    answer.extend_from_slice(name);
    answer.extend_from_slice(&body);
    answer.extend_from_slice(b"}}");
    answer
}

fn line<T: Serialize>(value: &T) -> Vec<u8> {
    // Serializing IDs, texts and raw JSON cannot fail.
    serde_json::to_vec(value).unwrap_or_default()
}

/// Fails to compile if the driver cannot be spawned on a multi-thread runtime.
const _: fn() = || {
    fn is_send<T: Send>() {}
    is_send::<Callbacks>();
    is_send::<Driver>();
};
