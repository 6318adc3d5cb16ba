//! One server at work for one connection: JSON-RPC messages in, answers out.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use claude_types::{Raw, SessionId};
use rmcp::ServerHandler;
use rmcp::model::{
    CancelledNotification, CancelledNotificationParam, ClientCapabilities, ClientConfig,
    ClientJsonRpcMessage, ClientNotification, ClientRequest, ErrorData, GetExtensions,
    Implementation, JsonRpcMessage, RequestId,
};
use rmcp::service::serve_directly_with_ct;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio_util::sync::{CancellationToken, DropGuard};

use crate::bridge::Bridge;
use crate::defaults::{CLI_SPEAKS, CLOSE};
use crate::guard::Guarded;
use crate::message::{Incoming, acknowledgement, cancelled, refusal, taken_back};
use crate::waiting::Waiting;

/// A server at work for one client.
///
/// It starts with the first message and lives until it is dropped or closed. What it promises:
///
/// - Calls run concurrently; a slow one holds up nobody.
/// - Every request gets exactly one answer: also when its handler panics, when it is cancelled,
///   when its id is in use, when the server is gone.
/// - A repeated `initialize` is answered by the running server; calls in flight go on.
/// - `notifications/cancelled` drops the future of the call, and so does dropping the future of
///   [`Session::answer`].
pub struct Session {
    name: Arc<str>,
    start: Box<dyn Fn(Bridge, CancellationToken) -> JoinHandle<()> + Send + Sync>,
    state: Mutex<State>,
    waiting: Arc<Waiting>,
    outgoing: mpsc::UnboundedSender<Raw>,
    said: Mutex<Option<mpsc::UnboundedReceiver<Raw>>>,
    about: Option<SessionId>,
}

enum State {
    New,
    Running(Running),
    Closed,
}

struct Running {
    to_server: mpsc::UnboundedSender<ClientJsonRpcMessage>,
    task: JoinHandle<()>,
    _stop: DropGuard,
}

impl Session {
    /// A session of a server. Nothing runs before the first message.
    pub fn new(name: &str, handler: impl ServerHandler) -> Self {
        let handler = Arc::new(handler);
        let start = move |bridge: Bridge, stop: CancellationToken| {
            let client = Implementation::new("claude-code", env!("CARGO_PKG_VERSION"));
            let client = ClientConfig::new(ClientCapabilities::default(), client)
                .with_protocol_version(CLI_SPEAKS);
            let guarded = Guarded(Arc::clone(&handler));
            let running = serve_directly_with_ct(guarded, bridge, Some(client), stop);
            tokio::spawn(async move { drop(running.waiting().await) })
        };
        let (outgoing, said) = mpsc::unbounded_channel();
        Self {
            name: name.into(),
            start: Box::new(start),
            state: Mutex::new(State::New),
            waiting: Arc::default(),
            outgoing,
            said: Mutex::new(Some(said)),
            about: None,
        }
    }

    /// Names the session of Claude that calls, for [`ToolContext::session_id`]. Handlers of rmcp
    /// find it among the extensions of their request, as a [`SessionId`].
    ///
    /// [`ToolContext::session_id`]: crate::ToolContext::session_id
    #[must_use]
    pub fn about(mut self, session: Option<SessionId>) -> Self {
        self.about = session;
        self
    }

    /// What the server says by itself: notifications such as `tools/list_changed`, and requests.
    /// Only the first call returns it.
    pub fn said(&self) -> Option<mpsc::UnboundedReceiver<Raw>> {
        lock(&self.said).take()
    }

    /// Answers one message. A notification, or an answer to a request of the server, is
    /// acknowledged with an empty result, as the CLI wants it.
    ///
    /// The server has the message when this returns, so messages reach it in the order of the
    /// calls; the future only waits for the answer.
    ///
    /// # Panics
    ///
    /// Outside of a tokio runtime.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the call is cancelled: the handler's future is dropped, too.
    pub fn answer(&self, message: Raw) -> impl Future<Output = Raw> + Send + use<> {
        let begun = self.begin(&message);
        async move {
            match begun {
                Begun::Answered(answer) => answer,
                Begun::Waiting(call) => call.answer().await,
            }
        }
    }

    fn begin(&self, message: &Raw) -> Begun {
        Begun::Answered(match Incoming::read(message) {
            Incoming::Request(id, message) => match self.call(&id, message) {
                Ok(call) => return Begun::Waiting(call),
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

    fn call(&self, id: &RequestId, mut message: ClientJsonRpcMessage) -> Result<Call, ErrorData> {
        let server = self.server(is_initialize(&message))?;
        let Some((ours, answered)) = self.waiting.enter(id) else {
            let why = format!("a request with the id {id} is in flight");
            return Err(ErrorData::invalid_request(why, None));
        };
        if let JsonRpcMessage::Request(frame) = &mut message {
            frame.id = ours.clone();
            if let Some(about) = &self.about {
                frame.request.extensions_mut().insert(about.clone());
            }
        }
        let call = Call {
            id: id.clone(),
            ours,
            server_name: Arc::clone(&self.name),
            waiting: Arc::clone(&self.waiting),
            server,
            answered: Some(answered),
        };
        call.server.send(message).map_err(|_| ended(&self.name))?;
        Ok(call)
    }

    fn notify(&self, mut message: ClientJsonRpcMessage) {
        let mut ended_call = None;
        if let Some(id) = taken_back(&mut message) {
            // Of a call that is over the server needs no word.
            let Some(ours) = self.waiting.ours(id) else { return };
            *id = ours.clone();
            ended_call = Some(ours);
        }
        // A server that is gone misses nothing.
        if let Ok(server) = self.server(false) {
            let _ = server.send(message);
        }
        if let Some(ours) = ended_call {
            self.waiting.settle(&ours, |theirs| refusal(theirs, cancelled()));
        }
    }

    /// The server's end, started if need be. One that ended is started anew by `initialize` only.
    fn server(
        &self,
        initialize: bool,
    ) -> Result<mpsc::UnboundedSender<ClientJsonRpcMessage>, ErrorData> {
        let mut state = lock(&self.state);
        match &*state {
            State::Running(running) if !running.task.is_finished() => {
                return Ok(running.to_server.clone());
            }
            State::Running(_) if !initialize => return Err(ended(&self.name)),
            State::Closed => return Err(ended(&self.name)),
            State::Running(_) | State::New => {}
        }
        let (to_server, incoming) = mpsc::unbounded_channel();
        let bridge = Bridge {
            incoming,
            waiting: Arc::clone(&self.waiting),
            outgoing: self.outgoing.clone(),
        };
        let stop = CancellationToken::new();
        let task = (self.start)(bridge, stop.clone());
        let _stop = stop.drop_guard();
        *state = State::Running(Running { to_server: to_server.clone(), task, _stop });
        Ok(to_server)
    }

    /// Stops the server: calls in flight are cancelled, then it has five seconds to end. Returns
    /// whether it did. Later messages are refused.
    pub async fn close(&self) -> bool {
        let state = std::mem::replace(&mut *lock(&self.state), State::Closed);
        let State::Running(Running { to_server, task, _stop }) = state else { return true };
        drop((to_server, _stop));
        let ended = tokio::time::timeout(CLOSE, task).await.is_ok();
        self.waiting.clear();
        ended
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.waiting.clear();
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("name", &self.name).finish_non_exhaustive()
    }
}

/// What became of a message when the server had it.
enum Begun {
    Answered(Raw),
    Waiting(Call),
}

/// A call in flight. Dropped before it is answered, it is cancelled.
struct Call {
    id: RequestId,
    /// The id under which the server knows it.
    ours: RequestId,
    server_name: Arc<str>,
    waiting: Arc<Waiting>,
    server: mpsc::UnboundedSender<ClientJsonRpcMessage>,
    answered: Option<oneshot::Receiver<Raw>>,
}

impl Call {
    async fn answer(mut self) -> Raw {
        let answer = match &mut self.answered {
            Some(answered) => answered.await.ok(),
            None => None,
        };
        self.answered = None;
        answer.unwrap_or_else(|| refusal(self.id.clone(), ended(&self.server_name)))
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        if self.answered.take().is_none() {
            return;
        }
        self.waiting.leave(&self.ours);
        let params = CancelledNotificationParam::new(Some(self.ours.clone()), None);
        let notification =
            ClientNotification::CancelledNotification(CancelledNotification::new(params));
        // A server that is gone needs no word.
        let _ = self.server.send(ClientJsonRpcMessage::notification(notification));
    }
}

fn ended(name: &str) -> ErrorData {
    ErrorData::internal_error(format!("the MCP server `{name}` has ended"), None)
}

fn is_initialize(message: &ClientJsonRpcMessage) -> bool {
    let JsonRpcMessage::Request(frame) = message else { return false };
    matches!(frame.request, ClientRequest::InitializeRequest(_))
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // Nothing under these locks panics, so they are never poisoned.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
