//! Server: accepts connections on loopback until it is dropped.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};

use super::request::Request;
use super::respond::respond;
use super::script::Script;
use super::turn::Turn;

/// A running fake API. Dropping it closes the port and every connection.
///
/// # Examples
///
/// ```
/// use claude_testkit::fake_api::{FakeApi, Turn};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// let api = FakeApi::start([Turn::text("Hello.")]).await?;
/// println!("ANTHROPIC_BASE_URL={}", api.url());
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct FakeApi {
    address: SocketAddr,
    shared: Arc<Shared>,
    task: AbortHandle,
}

impl FakeApi {
    /// Starts a server on a free port of 127.0.0.1. Call it inside a tokio runtime.
    ///
    /// # Errors
    ///
    /// Returns the error of the system if no port is available.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, no server is left running.
    pub async fn start(script: impl Into<Script>) -> io::Result<Self> {
        Self::start_on(0, script).await
    }

    /// Starts a server on this port of 127.0.0.1; 0 is any free port.
    ///
    /// # Errors
    ///
    /// Returns the error of the system if the port is not available.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, no server is left running.
    pub async fn start_on(port: u16, script: impl Into<Script>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::new(script.into()));
        let task = tokio::spawn(serve(listener, Arc::clone(&shared))).abort_handle();
        Ok(Self { address, shared, task })
    }

    /// Returns the address for `ANTHROPIC_BASE_URL`, as `http://127.0.0.1:40217`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the address of the socket.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Adds a turn to the end of the script.
    pub fn push(&self, turn: Turn) {
        self.shared.lock().script.push(turn);
    }

    /// Replaces the script. Turns that were not used are lost.
    pub fn replace(&self, script: impl Into<Script>) {
        self.shared.lock().script = script.into();
    }

    /// Returns all requests so far, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.shared.lock().requests.clone()
    }

    /// Returns the requests for messages so far, without counts and probes.
    #[must_use]
    pub fn messages(&self) -> Vec<Request> {
        let mut requests = self.requests();
        requests.retain(Request::is_message);
        requests
    }

    /// Waits until there were `count` requests for messages, and returns them.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing: requests stay recorded.
    pub async fn wait_for_messages(&self, count: usize) -> Vec<Request> {
        self.shared.wait(|state| count <= state.messages()).await;
        self.messages()
    }

    /// Waits for the `index`th request for a message, counted from zero, and returns it.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing: requests stay recorded.
    pub async fn request(&self, index: usize) -> Request {
        self.wait_for_messages(index + 1).await.swap_remove(index)
    }

    /// Waits until no request is in progress: every response was sent, or its client has
    /// disconnected.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future has no effect.
    pub async fn wait_until_idle(&self) {
        self.shared.wait(|state| state.in_flight == 0).await;
    }
}

impl Drop for FakeApi {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Accepts connections. They are owned by this task, and end with it.
async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(connection(stream, Arc::clone(&shared)));
                }
                // No file descriptors are left, or a client disconnected before it was accepted:
                // the next may succeed.
                Err(_) => tokio::task::yield_now().await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn connection(stream: TcpStream, shared: Arc<Shared>) {
    // Send small events at once; otherwise they may wait for an acknowledgement.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| respond(request, Arc::clone(&shared)));
    // An error means that the client disconnected, or that the turn requested the drop. Neither
    // needs a report.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// The state that the server and its handle share.
#[derive(Debug)]
pub(super) struct Shared {
    state: Mutex<State>,
    changed: watch::Sender<()>,
}

#[derive(Debug)]
struct State {
    script: Script,
    requests: Vec<Request>,
    in_flight: usize,
}

impl State {
    fn messages(&self) -> usize {
        self.requests.iter().filter(|request| request.is_message()).count()
    }
}

impl Shared {
    fn new(script: Script) -> Self {
        let state = State { script, requests: Vec::new(), in_flight: 0 };
        Self { state: Mutex::new(state), changed: watch::Sender::new(()) }
    }

    pub(super) fn take(&self, body: &str, offers_tools: bool) -> Turn {
        self.lock().script.take(body, offers_tools)
    }

    /// Records a request. It is in progress until the returned value is dropped.
    pub(super) fn record(self: &Arc<Self>, request: Request) -> InFlight {
        let mut state = self.lock();
        let index = state.requests.len();
        state.requests.push(request);
        state.in_flight += 1;
        drop(state);
        self.changed.send_replace(());
        InFlight { shared: Arc::clone(self), index }
    }

    async fn wait(&self, until: impl Fn(&State) -> bool) {
        let mut changed = self.changed.subscribe();
        while !until(&self.lock()) {
            if changed.changed().await.is_err() {
                return;
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A panic in another task leaves no partial state here.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request in progress.
#[derive(Debug)]
pub(super) struct InFlight {
    shared: Arc<Shared>,
    index: usize,
}

impl InFlight {
    /// Records the ID of the message in the response.
    pub(super) fn answered_with(&self, message_id: Option<&str>) {
        if let Some(request) = self.shared.lock().requests.get_mut(self.index) {
            request.message_id = message_id.map(str::to_owned);
        }
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.shared.lock().in_flight -= 1;
        self.shared.changed.send_replace(());
    }
}
