//! Dispatch: passes each message of the client to the server, and returns its response.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use claude_types::{Raw, SessionId};
use rmcp::ServerHandler;
use rmcp::model::{
    ClientCapabilities, ClientConfig, ClientJsonRpcMessage, ClientRequest, ErrorData,
    GetExtensions, GetMeta, Implementation, RequestId, ServerJsonRpcMessage, ServerResult,
};
use rmcp::service::{Peer, RequestContext, RoleServer, Service, serve_directly_with_ct};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_util::sync::{CancellationToken, DropGuard};
use tokio_util::task::AbortOnDropHandle;

use super::bridge::Bridge;
use super::catch_panic::CatchPanic;
use super::in_flight::{Calls, InFlight};
use super::message::{Incoming, acknowledgement, cancelled, cancelled_request, json, refusal};
use super::server_messages::ServerMessages;
use super::tool_list;
use crate::limits::CLOSE;
use crate::version::CLI_SPEAKS;

/// A session of one server with one client.
///
/// The server starts with the first message, and runs until the session is dropped or closed. Guarantees:
///
/// - Calls run concurrently: a slow call does not delay others.
/// - Every request gets exactly one response, also if its handler panics, it is cancelled, its ID is in use, or the
///   server has ended.
/// - The running server answers a repeated `initialize`. Calls in flight continue.
/// - `notifications/cancelled` drops the future of the call, and so does dropping the future of
///   [`Session::answer`].
///
/// Dropping a session stops the server and cancels calls in flight.
///
/// # Examples
///
/// ```
/// use claude_mcp::{NoArgs, Server, Session};
/// use claude_types::Raw;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let server = Server::builder("clock", "1.0.0")
///     .tool("now", "Returns the time.", |_: NoArgs| async { "12:00" })
///     .build();
/// let session = Session::new("clock", server);
/// let call = r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"now","arguments":{}}}"#;
/// let answer = session.answer(Raw::from_text(call).unwrap()).await;
/// assert!(answer.get().contains("12:00"));
/// assert!(session.close().await);
/// # }
/// ```
pub struct Session {
    name: Arc<str>,
    server: Arc<dyn Serve>,
    state: Mutex<State>,
    calls: Arc<Calls>,
    outgoing: ServerMessages,
    about: Option<About>,
    /// The tools that were left out of the latest list, with the reasons.
    pub(super) left_out: Arc<Mutex<Vec<String>>>,
}

/// Returns the Claude session that sends the calls.
type About = Arc<dyn Fn() -> Option<SessionId> + Send + Sync>;

enum State {
    New,
    Running(Running),
    Closed,
}

struct Running {
    /// Carries notifications, and responses to requests of the server.
    to_server: mpsc::UnboundedSender<ClientJsonRpcMessage>,
    peer: Peer<RoleServer>,
    task: JoinHandle<()>,
    stop: CancellationToken,
    _stop: DropGuard,
}

/// A handler with its type erased.
trait Serve: Send + Sync {
    /// Starts the task that receives notifications, and sends messages of the server.
    fn start(&self, bridge: Bridge, stop: CancellationToken) -> (Peer<RoleServer>, JoinHandle<()>);

    /// Handles a request.
    fn handle(&self, request: ClientRequest, context: RequestContext<RoleServer>) -> Answer;
}

type Answer = Pin<Box<dyn Future<Output = Result<ServerResult, ErrorData>> + Send>>;

impl<H: ServerHandler> Serve for Arc<H> {
    fn start(&self, bridge: Bridge, stop: CancellationToken) -> (Peer<RoleServer>, JoinHandle<()>) {
        let client = Implementation::new("claude-code", env!("CARGO_PKG_VERSION"));
        let client = ClientConfig::new(ClientCapabilities::default(), client)
            .with_protocol_version(CLI_SPEAKS);
        let running =
            serve_directly_with_ct(CatchPanic(Self::clone(self)), bridge, Some(client), stop);
        let peer = running.peer().clone();
        (peer, tokio::spawn(async move { drop(running.waiting().await) }))
    }

    fn handle(&self, request: ClientRequest, context: RequestContext<RoleServer>) -> Answer {
        let caught = CatchPanic(Self::clone(self));
        Box::pin(async move { caught.handle_request(request, context).await })
    }
}

impl Session {
    /// Creates a session of a server. The server starts with the first message.
    pub fn new(name: &str, handler: impl ServerHandler) -> Self {
        Self {
            name: name.into(),
            server: Arc::new(Arc::new(handler)),
            state: Mutex::new(State::New),
            calls: Arc::default(),
            outgoing: ServerMessages::new(),
            about: None,
            left_out: Arc::default(),
        }
    }

    /// Sets the Claude session that sends the calls, for [`ToolContext::session_id`].
    ///
    /// Handlers of rmcp find it in the extensions of their request, as a [`SessionId`].
    ///
    /// [`ToolContext::session_id`]: crate::ToolContext::session_id
    #[must_use]
    pub fn about(self, session: Option<SessionId>) -> Self {
        self.about_current(move || session.clone())
    }

    /// Sets how to find the Claude session that sends a call. It is called for each request,
    /// because `/clear` changes the ID. See [`Session::about`].
    #[must_use]
    pub fn about_current(
        mut self,
        session: impl Fn() -> Option<SessionId> + Send + Sync + 'static,
    ) -> Self {
        self.about = Some(Arc::new(session));
        self
    }

    /// Returns the receiver of messages that the server sends on its own: notifications such as
    /// `tools/list_changed`, and requests.
    ///
    /// Only the first call returns it. Of the messages that were sent before that call, the last 256 are kept.
    pub fn server_messages(&self) -> Option<mpsc::UnboundedReceiver<Raw>> {
        self.outgoing.receiver()
    }

    /// Passes one message to the server, and returns a future of the response.
    ///
    /// A notification, or a response to a request of the server, is acknowledged with an empty result, because the
    /// CLI waits for a response to every message. The message is passed when this function returns, not when the
    /// future is polled: messages reach the server in the order of the calls.
    ///
    /// # Panics
    ///
    /// Panics if called outside a tokio runtime.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the call is cancelled: the handler's future is dropped too.
    pub fn answer(&self, message: Raw) -> impl Future<Output = Raw> + Send + use<> {
        let begun = match self.begin(&message) {
            Begun::InFlight { id, handling, in_flight } => {
                Begun::InFlight { id, handling: spawn(handling, in_flight.clone()), in_flight }
            }
            answered @ Begun::Answered(_) => answered,
        };
        begun.finish()
    }

    /// The same as [`Session::answer`], except that a request is handled by the task that polls the
    /// future.
    ///
    /// A call does not begin before the future is polled, and does not run beside other futures of
    /// the same task. For a caller that has a task for each message: a second task would cost a
    /// wake-up of another worker thread.
    ///
    /// # Panics
    ///
    /// Panics if called outside a tokio runtime.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the call is cancelled: the handler's future is dropped too.
    pub fn answer_inline(&self, message: Raw) -> impl Future<Output = Raw> + Send + use<> {
        self.begin(&message).finish()
    }

    fn begin(&self, message: &Raw) -> Begun {
        Begun::Answered(match Incoming::read(message) {
            Incoming::Request(id, request) => match self.call(&id, request) {
                Ok((handling, in_flight)) => return Begun::InFlight { id, handling, in_flight },
                Err(error) => refusal(id, error),
            },
            Incoming::Other(message) => {
                self.notify(message);
                acknowledgement()
            }
            Incoming::Malformed(Some(id), why) => {
                refusal(id, ErrorData::internal_error(format!("no JSON-RPC message: {why}"), None))
            }
            Incoming::Malformed(None, _) => acknowledgement(),
        })
    }

    fn call(
        &self,
        id: &RequestId,
        mut request: ClientRequest,
    ) -> Result<(Answer, InFlight), ErrorData> {
        let (peer, cancellation) =
            self.with_server(|running| (running.peer.clone(), running.stop.child_token()))?;
        let Some(in_flight) = self.calls.enter(id, cancellation.clone()) else {
            let why = format!("a request with the id {id} is in flight");
            return Err(ErrorData::invalid_request(why, None));
        };
        let mut context = RequestContext::new(id.clone(), peer);
        context.ct = cancellation;
        context.meta = std::mem::take(request.get_meta_mut());
        context.extensions = std::mem::take(request.extensions_mut());
        if let Some(session) = self.about.as_ref().and_then(|about| about()) {
            context.extensions.insert(session);
        }
        let lists_tools = matches!(request, ClientRequest::ListToolsRequest(_));
        let handled = self.server.handle(request, context);
        let handling = if lists_tools { self.repair_tools(handled) } else { handled };
        Ok((handling, in_flight))
    }

    /// Repairs a list of tools, and notes those that are left out.
    fn repair_tools(&self, handled: Answer) -> Answer {
        let (name, left_out) = (Arc::clone(&self.name), Arc::clone(&self.left_out));
        Box::pin(async move {
            let mut outcome = handled.await;
            if let Ok(ServerResult::ListToolsResult(list)) = &mut outcome {
                *lock(&left_out) = tool_list::repair(&name, &mut list.tools);
            }
            outcome
        })
    }

    fn notify(&self, message: ClientJsonRpcMessage) {
        if let Some(id) = cancelled_request(&message) {
            self.calls.cancel(id);
        }
        // Ignore the error: a server that has ended does not need the message.
        let _ = self.with_server(|running| drop(running.to_server.send(message)));
    }

    /// Calls `act` with the server. Starts the server if it has not been started.
    fn with_server<R>(&self, act: impl FnOnce(&Running) -> R) -> Result<R, ErrorData> {
        let mut state = lock(&self.state);
        if let State::New = &*state {
            *state = State::Running(self.start());
        }
        match &*state {
            State::Running(running) => Ok(act(running)),
            State::New | State::Closed => {
                let why = format!("the MCP server `{}` has ended", self.name);
                Err(ErrorData::internal_error(why, None))
            }
        }
    }

    fn start(&self) -> Running {
        let (to_server, incoming) = mpsc::unbounded_channel();
        let bridge = Bridge { incoming, outgoing: self.outgoing.clone() };
        let stop = CancellationToken::new();
        let (peer, task) = self.server.start(bridge, stop.clone());
        Running { to_server, peer, task, _stop: stop.clone().drop_guard(), stop }
    }

    /// Stops the server: cancels calls in flight, and waits up to 5 s for the server to end.
    ///
    /// Returns whether it has ended by then. Later requests are refused.
    pub async fn close(&self) -> bool {
        let state = std::mem::replace(&mut *lock(&self.state), State::Closed);
        let State::Running(Running { task, _stop, .. }) = state else { return true };
        drop(_stop);
        tokio::time::timeout(CLOSE, task).await.is_ok()
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("name", &self.name).finish_non_exhaustive()
    }
}

/// The state of a message after it was read.
enum Begun {
    Answered(Raw),
    InFlight { id: RequestId, handling: Answer, in_flight: InFlight },
}

impl Begun {
    /// Waits for the response.
    async fn finish(self) -> Raw {
        match self {
            Self::Answered(answer) => answer,
            Self::InFlight { id, handling, in_flight } => {
                let outcome = handling.await;
                drop(in_flight);
                match outcome {
                    Ok(result) => json(&ServerJsonRpcMessage::response(result, id)),
                    Err(error) => refusal(id, error),
                }
            }
        }
    }
}

/// Starts to handle a request in a task of its own, which is aborted if the future is dropped.
fn spawn(handling: Answer, in_flight: InFlight) -> Answer {
    let task = AbortOnDropHandle::new(tokio::spawn(async move {
        let outcome = handling.await;
        // The ID is free again as soon as the call is over, whether or not the future is polled.
        drop(in_flight);
        outcome
    }));
    // The task is aborted from outside only if the runtime has shut down.
    Box::pin(async move { task.await.unwrap_or_else(|_| Err(cancelled())) })
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // Nothing under these locks panics, so they are never poisoned.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
