//! Questions of the CLI: who answers them, and the lines that go back.

use std::borrow::Cow;
use std::sync::Arc;

use claude_types::{
    CanUseToolRequest, ControlRequestFrame, HookCallbackRequest, HookEvent, HookInput, HookOutput,
    HookSpecificOutput, IncomingRequest, McpMessageRequest, PermissionResult, PermissionUpdate,
    Raw, RequestId,
};
use serde::{Deserialize, Serialize};

use super::Driver;
use crate::callbacks::Callbacks;
use crate::guard::{Asked, OnFailure, Reply, failed};
use crate::handlers::{CallbackError, CallbackFuture, Context, PermissionAnswer};
use crate::initialize::hook_number;
use crate::mcp;
use crate::outbox::{Kind, Outgoing};
use crate::trace::event;
use crate::updates;

impl Driver {
    /// A control request came.
    pub(super) fn question(&mut self, line: &[u8]) {
        match claude_types::decode::<ControlRequestFrame>("control_request", line) {
            Ok(frame) if self.redelivery.has_answered(&frame.request_id) => {}
            Ok(frame) => {
                self.asked(&frame);
                let id = frame.request_id;
                match frame.request {
                    IncomingRequest::CanUseTool(request) => self.ask_permission(id, *request),
                    IncomingRequest::HookCallback(request) => self.call_hook(id, *request),
                    IncomingRequest::McpMessage(request) => self.call_mcp(id, *request),
                    IncomingRequest::Elicitation(request) => self.elicit(id, *request),
                    IncomingRequest::RequestUserDialog(request) => self.show_dialog(id, *request),
                    IncomingRequest::Undecoded(undecoded) => self.refuse(line, &undecoded.error),
                    _ => self.answer(id, Reply::Error("this client does not serve it".into())),
                }
            }
            Err(_) => self.refuse(line, "it could not be read"),
        }
    }

    /// A question came again, with the answer to a handshake.
    pub(super) fn question_again(&mut self, question: &ControlRequestFrame) {
        self.question(&line(question));
    }

    fn ask_permission(&mut self, id: RequestId, request: CanUseToolRequest) {
        let Some(callback) = self.setup.handlers.permission.clone() else {
            let reply = failed(&Asked::Permission, "there is nobody to ask for permission");
            return self.answer(id, reply);
        };
        let context = self.context(&id, request.tool_use_id.clone());
        let taken_back = context.taken_back.clone();
        let (input, suggested) = (request.input.clone(), request.permission_suggestions.clone());
        let make = move || -> CallbackFuture<Option<Reply>> {
            let answer = callback(request, context);
            Box::pin(async move {
                Ok(match answer.await? {
                    PermissionAnswer::Given(decision) => {
                        Some(permission_reply(decision, input, suggested.as_deref()))
                    }
                    PermissionAnswer::Elsewhere => None,
                })
            })
        };
        self.callbacks.start(id, Asked::Permission, None, taken_back, make);
    }

    fn call_hook(&mut self, id: RequestId, request: HookCallbackRequest) {
        let number = hook_number(request.callback_id.as_str());
        let Some(hook) = number.and_then(|number| self.setup.handlers.hooks.get(number)) else {
            let reply = failed(&unknown_hook(request.input.event()), "no such hook");
            return self.answer(id, reply);
        };
        let asked = Asked::Hook(hook.event.clone(), hook.on_failure);
        if let Err(why) = fits(&request.input, &hook.event) {
            return self.answer(id, failed(&asked, &why));
        }
        let within = hook.timeout.unwrap_or(self.setup.deadlines.hook);
        let (callback, event) = (Arc::clone(&hook.callback), hook.event.clone());
        let background = hook.background;
        let context = self.context(&id, request.tool_use_id);
        let taken_back = context.taken_back.clone();
        if background {
            self.answer(id, Reply::from_serialize(&HookOutput::asynchronous(within)));
            let make = move || callback(request.input, context);
            return self.callbacks.start_beside(within, taken_back, make);
        }
        let make = move || -> CallbackFuture<Option<Reply>> {
            let suggested = updates::suggested(&request.input);
            let output = callback(request.input, context);
            Box::pin(async move {
                let mut output = output.await?;
                check_output(&output, &event)?;
                updates::keep_valid_in(&mut output, suggested.as_deref());
                Ok(Some(Reply::from_serialize(&output)))
            })
        };
        let due = self.now.checked_add(within).map(|due| (due, within));
        self.callbacks.start(id, asked, due, taken_back, make);
    }

    fn call_mcp(&mut self, id: RequestId, request: McpMessageRequest) {
        if self.callbacks.has(&id) {
            return;
        }
        let McpMessageRequest { server_name, message, .. } = request;
        let wanted = mcp::id_of(&message);
        let context = self.context(&id, None);
        let taken_back = context.taken_back.clone();
        match self.mcp.call(&server_name, message, wanted.as_ref(), context) {
            Some(answer) => {
                self.callbacks.start(id, Asked::Mcp(wanted), None, taken_back, || answer);
            }
            None => self.answer(id, mcp::no_server(&server_name, wanted.as_ref())),
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
            connection: self.setup.connection.clone(),
            taken_back: self.callbacks.taken_back(),
        }
    }

    /// A callback is done.
    pub(super) fn answered(&mut self, id: RequestId, reply: Option<Reply>) {
        let Some(reply) = reply else {
            event!(%id, "a question is left to somebody else");
            return;
        };
        self.answer(id, reply);
    }

    /// Sends an answer.
    pub(super) fn answer(&mut self, id: RequestId, reply: Reply) {
        self.redelivery.answered(&id);
        self.outbox.push(Outgoing::new(answer_line(&id, &reply), Kind::Answer));
    }

    /// Answers a question that cannot be read: no, if it asked a guard.
    fn refuse(&mut self, line: &[u8], why: &str) {
        #[derive(Deserialize)]
        struct Question {
            request_id: RequestId,
            request: Option<Raw>,
        }
        // Any of them may be what cannot be read.
        #[derive(Deserialize, Default)]
        struct Body {
            subtype: Option<Raw>,
            callback_id: Option<Raw>,
            dialog_kind: Option<Raw>,
            input: Option<Raw>,
        }
        // Without an id there is nothing to answer to.
        let Ok(question) = claude_types::decode_as::<Question>("control_request", line) else {
            return;
        };
        let body = question.request.and_then(|body| body.parse::<Body>().ok()).unwrap_or_default();
        let asked = match text(body.subtype).as_str() {
            "can_use_tool" => Asked::Permission,
            "hook_callback" => {
                let number = hook_number(&text(body.callback_id));
                match number.and_then(|number| self.setup.handlers.hooks.get(number)) {
                    Some(hook) => Asked::Hook(hook.event.clone(), hook.on_failure),
                    None => unknown_hook(event_name(body.input.as_ref())),
                }
            }
            "elicitation" => Asked::Elicitation,
            "request_user_dialog" if self.shows(&text(body.dialog_kind)) => Asked::Dialog,
            // It is for another client.
            "request_user_dialog" => return,
            _ => Asked::Other,
        };
        let why = format!("the question could not be read: {why}");
        self.answer(question.request_id, failed(&asked, &why));
    }
}

/// A hook sees nothing but the event that it was registered for, and that in full: one that passes
/// over what it cannot read would let through what it was to guard.
fn fits(input: &HookInput, event: &HookEvent) -> Result<(), String> {
    if let HookInput::Undecoded(undecoded) = input {
        return Err(format!("the question could not be read: {}", undecoded.error));
    }
    let about = input.event();
    if about == *event {
        return Ok(());
    }
    Err(format!("the question is about `{about}`, and the hook is for `{event}`"))
}

/// The CLI refuses what another event understands, and then takes it for nothing said.
fn check_output(output: &HookOutput, event: &HookEvent) -> Result<(), CallbackError> {
    match output.hook_specific_output.as_ref().map(HookSpecificOutput::event) {
        Some(other) if other != *event => {
            Err(format!("the answer is for `{other}`, and the hook is for `{event}`").into())
        }
        _ => Ok(()),
    }
}

fn unknown_hook(event: HookEvent) -> Asked {
    Asked::Hook(event, OnFailure::Block)
}

fn text(raw: Option<Raw>) -> String {
    raw.and_then(|raw| raw.parse().ok()).unwrap_or_default()
}

fn event_name(input: Option<&Raw>) -> HookEvent {
    let input = input.and_then(|input| input.parse::<HookInput>().ok());
    input.map_or_else(|| HookEvent::from(""), |input| input.event())
}

/// An allow always carries an input: CLIs up to 2.1.200 fail without one.
fn permission_reply(
    decision: PermissionResult,
    input: Raw,
    suggested: Option<&[PermissionUpdate]>,
) -> Reply {
    match decision {
        PermissionResult::Allow(mut allow) => {
            allow.updated_input.get_or_insert(input);
            updates::keep_valid(&mut allow, suggested);
            Reply::from_serialize(&allow)
        }
        other => Reply::from_serialize(&other),
    }
}

/// The line of a request of ours.
pub(super) fn request_line(id: &RequestId, body: &Raw) -> Vec<u8> {
    #[derive(Serialize)]
    struct Line<'l> {
        r#type: &'static str,
        request_id: &'l RequestId,
        request: &'l Raw,
    }
    line(&Line { r#type: "control_request", request_id: id, request: body })
}

/// Put together by hand: all but the id and the body is the same each time.
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
    // With room for the quotes of the id, the braces and the line feed.
    let length = begin.len() + id.as_str().len() + name.len() + body.len() + 8;
    let mut answer = Vec::with_capacity(length);
    answer.extend_from_slice(begin);
    // An id always renders.
    let _ = serde_json::to_writer(&mut answer, id);
    answer.extend_from_slice(name);
    answer.extend_from_slice(&body);
    answer.extend_from_slice(b"}}");
    answer
}

fn line<T: Serialize>(value: &T) -> Vec<u8> {
    // Ids, texts and raw JSON always render.
    serde_json::to_vec(value).unwrap_or_default()
}

/// Keeps the compiler honest: the loop must stay able to move between threads.
const _: fn() = || {
    fn is_send<T: Send>() {}
    is_send::<Callbacks>();
    is_send::<Driver>();
};
