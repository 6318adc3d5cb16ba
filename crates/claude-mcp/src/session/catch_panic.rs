//! Catch panic: wraps a handler. A panic becomes an error response, and the future of a cancelled call is dropped.

use std::any::Any;
use std::borrow::Cow;
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use rmcp::model::{
    CallToolResult, ClientNotification, ClientRequest, ContentBlock, ErrorData, ProtocolVersion,
    ServerConfig, ServerResult,
};
use rmcp::service::{NotificationContext, RequestContext, RoleServer, Service};

use super::message::cancelled;

/// The methods of MCP. If their parameters are invalid, rmcp treats them as custom methods of the server, and would
/// report "method not found", which is misleading.
const STANDARD: [&str; 13] = [
    "completion/complete",
    "initialize",
    "logging/setLevel",
    "ping",
    "prompts/get",
    "prompts/list",
    "resources/list",
    "resources/read",
    "resources/subscribe",
    "resources/templates/list",
    "resources/unsubscribe",
    "tools/call",
    "tools/list",
];

/// A service whose calls end with a response although the handler panics or is cancelled.
pub(crate) struct CatchPanic<S>(pub(crate) S);

impl<S: Service<RoleServer>> Service<RoleServer> for CatchPanic<S> {
    async fn handle_request(
        &self,
        request: ClientRequest,
        context: RequestContext<RoleServer>,
    ) -> Result<ServerResult, ErrorData> {
        let tool = match &request {
            ClientRequest::CallToolRequest(call) => Some(call.params.name.to_string()),
            ClientRequest::CustomRequest(custom) if STANDARD.contains(&&*custom.method) => {
                let why = format!("the parameters do not fit `{}`", custom.method);
                return Err(ErrorData::invalid_params(why, None));
            }
            _ => None,
        };
        let cancellation = context.ct.clone();
        let handled = async { self.0.handle_request(request, context).await };
        tokio::select! {
            // Poll the cancellation first: a call that is cancelled before it starts must not start.
            biased;
            () = cancellation.cancelled() => Err(cancelled()),
            outcome = AssertUnwindSafe(handled).catch_unwind() => {
                outcome.unwrap_or_else(|panic| after_panic(tool, &*panic))
            }
        }
    }

    async fn handle_notification(
        &self,
        notification: ClientNotification,
        context: NotificationContext<RoleServer>,
    ) -> Result<(), ErrorData> {
        let handled = async { self.0.handle_notification(notification, context).await };
        AssertUnwindSafe(handled).catch_unwind().await.unwrap_or_else(|panic| {
            Err(ErrorData::internal_error(
                format!("the server panicked: {}", panic_text(&*panic)),
                None,
            ))
        })
    }

    fn get_info(&self) -> ServerConfig {
        self.0.get_info()
    }

    fn supported_protocol_versions(&self) -> Cow<'static, [ProtocolVersion]> {
        self.0.supported_protocol_versions()
    }
}

/// Returns a failed call, which the model reads, if a tool panicked. Any other request fails with an error.
fn after_panic(tool: Option<String>, panic: &(dyn Any + Send)) -> Result<ServerResult, ErrorData> {
    let panic = panic_text(panic);
    match tool {
        Some(tool) => {
            let text = format!("the tool `{tool}` panicked: {panic}");
            Ok(ServerResult::CallToolResult(CallToolResult::error(vec![ContentBlock::text(text)])))
        }
        None => Err(ErrorData::internal_error(format!("the server panicked: {panic}"), None)),
    }
}

fn panic_text(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no text")
}
