//! Client service: the prompts of one conversation, one after the other.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use claude_protocol::State;
use claude_types::SessionId;
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower_service::Service;

use super::stream::Source;
use super::{Answer, AnswerStream, Request};
use crate::boxed::{BoxFuture, boxed};
use crate::error::{CloseReason, Error, Result};
use crate::session::Client;

/// A service that sends each request to the session of one [`Client`].
///
/// It is ready when no turn runs and no other call is open: of this service, of its clones, or of the
/// client itself. A prompt that is sent earlier would be queued by the CLI, which may merge it with
/// another one, so that two requests get one answer. Agents in the background do not count.
///
/// # Errors
///
/// - Of `poll_ready`: the reason for the end of the session, such as [`Error::Exited`].
/// - Of a call: [`Error::Options`] if the request has options of its own, which a session that runs
///   cannot take, or if `poll_ready` was not called before; otherwise the errors of [`Client::send`]
///   and [`Turn::text`](crate::Turn::text).
///
/// # Cancel safety
///
/// Dropping the future of a call, or its [`AnswerStream`], interrupts the turn. The service is ready again
/// once the CLI has confirmed it.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::service::ClientService;
/// use claude_sdk::{Client, Error, Options};
/// use tower_service::Service;
///
/// # async fn run() -> Result<(), Error> {
/// let client = Client::connect(Options::default()).await?;
/// let mut service = ClientService::new(client.clone());
/// for prompt in ["My name is Ada.", "What is my name?"] {
///     std::future::poll_fn(|cx| service.poll_ready(cx)).await?;
///     println!("{}", service.call(prompt.into()).await?.text());
/// }
/// client.close().await?;
/// # Ok(())
/// # }
/// ```
pub struct ClientService<R = Answer> {
    client: Client,
    /// The place of the one call that may be open, shared by the clones.
    place: Arc<Semaphore>,
    readiness: Readiness,
    response: PhantomData<fn() -> R>,
}

enum Readiness {
    Unknown,
    Waiting(BoxFuture<'static, Result<OwnedSemaphorePermit>>),
    Ready(OwnedSemaphorePermit),
}

impl ClientService {
    /// Creates a service for a client. It keeps the session open.
    #[must_use]
    pub fn new(client: Client) -> Self {
        let place = Arc::new(Semaphore::new(1));
        Self { client, place, readiness: Readiness::Unknown, response: PhantomData }
    }

    /// Returns a service that returns an [`AnswerStream`] as soon as the turn begins to answer.
    #[must_use]
    pub fn streamed(self) -> ClientService<AnswerStream> {
        let Self { client, place, readiness, .. } = self;
        ClientService { client, place, readiness, response: PhantomData }
    }
}

impl<R> ClientService<R> {
    fn poll_place(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> {
        loop {
            self.readiness = match &mut self.readiness {
                Readiness::Ready(_) => return Poll::Ready(Ok(())),
                Readiness::Waiting(waiting) => match ready!(waiting.as_mut().poll(cx)) {
                    Ok(permit) => Readiness::Ready(permit),
                    Err(error) => {
                        self.readiness = Readiness::Unknown;
                        return Poll::Ready(Err(error));
                    }
                },
                Readiness::Unknown => {
                    let (place, client) = (Arc::clone(&self.place), self.client.clone());
                    Readiness::Waiting(boxed(free(place, client)))
                }
            };
        }
    }

    /// Sends the prompt of a request.
    fn start(
        &mut self,
        request: Request,
    ) -> impl Future<Output = Result<AnswerStream>> + Send + use<R> {
        let readiness = std::mem::replace(&mut self.readiness, Readiness::Unknown);
        let client = self.client.clone();
        async move {
            let Readiness::Ready(permit) = readiness else {
                return Err(Error::options("`poll_ready` must return `Ready` before each call"));
            };
            if request.options.is_some() {
                return Err(Error::options(
                    "a request for `ClientService` cannot have options: a session keeps those of its \
                     start",
                ));
            }
            let occupied = Occupied { client: client.clone(), permit: Some(permit) };
            match client.send(request.prompt).await {
                Ok(turn) => Ok(AnswerStream::new(Source::Turn(Box::new(turn), occupied))),
                Err(error) => {
                    occupied.finish();
                    Err(error)
                }
            }
        }
    }
}

/// Waits until no call is open, and no turn runs.
async fn free(place: Arc<Semaphore>, client: Client) -> Result<OwnedSemaphorePermit> {
    let closed = || Error::Closed { reason: CloseReason::ByUser };
    let permit = place.acquire_owned().await.map_err(|_| closed())?;
    let mut state = client.state();
    let is_free = |state: &State| matches!(state, State::Idle | State::Background { .. });
    let is_over = |state: &State| matches!(state, State::Closing | State::Closed(_));
    let reached = state.wait_for(|state| is_free(state) || is_over(state)).await;
    match state.get() {
        State::Closed(Some(error)) => Err(error.into()),
        State::Closed(None) | State::Closing => Err(closed()),
        _ => reached.map(|_| permit),
    }
}

/// The place of an open call. Dropping it before the end of the turn interrupts the turn.
pub(super) struct Occupied {
    client: Client,
    permit: Option<OwnedSemaphorePermit>,
}

impl Occupied {
    pub(super) fn session_id(&self) -> Option<SessionId> {
        self.client.session_id().cloned()
    }

    /// Gives the place to the next call: the turn has ended.
    pub(super) fn release(&mut self) {
        self.permit = None;
    }

    fn finish(mut self) {
        self.release();
    }
}

impl Drop for Occupied {
    fn drop(&mut self) {
        let Some(permit) = self.permit.take() else { return };
        // Without a runtime, nothing runs the session either.
        if let Ok(runtime) = Handle::try_current() {
            let client = self.client.clone();
            runtime.spawn(async move {
                // If the interrupt fails, the session is over, or the next call waits for the turn.
                let _ = client.interrupt().await;
                drop(permit);
            });
        }
    }
}

impl Service<Request> for ClientService<Answer> {
    type Response = Answer;
    type Error = Error;
    type Future = BoxFuture<'static, Result<Answer>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> {
        self.poll_place(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let stream = self.start(request);
        boxed(async { stream.await?.into_answer().await })
    }
}

impl Service<Request> for ClientService<AnswerStream> {
    type Response = AnswerStream;
    type Error = Error;
    type Future = BoxFuture<'static, Result<AnswerStream>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> {
        self.poll_place(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let stream = self.start(request);
        boxed(async { stream.await?.begun().await })
    }
}

impl<R> Clone for ClientService<R> {
    /// The clone is not ready, even if this service is: only one call may be open.
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            place: Arc::clone(&self.place),
            readiness: Readiness::Unknown,
            response: PhantomData,
        }
    }
}

impl<R> fmt::Debug for ClientService<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientService")
            .field("client", &self.client)
            .field("is_ready", &matches!(self.readiness, Readiness::Ready(_)))
            .finish_non_exhaustive()
    }
}
