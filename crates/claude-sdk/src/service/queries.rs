//! Query service: a session for each request.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::task::{Context, Poll};

use tower_service::Service;

use super::stream::Source;
use super::{Answer, AnswerStream, Request};
use crate::boxed::{BoxFuture, boxed};
use crate::error::{Error, Result};
use crate::options::Options;
use crate::query::query;

/// A service that starts a session for each request, as [`query`](crate::query) does.
///
/// It is always ready: limits are the work of layers. A clone shares the options.
///
/// # Errors
///
/// The errors of [`PendingQuery::text`](crate::PendingQuery::text).
///
/// # Cancel safety
///
/// Dropping the future of a call ends the CLI.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::service::QueryService;
/// use claude_sdk::{Error, Options};
/// use tower_service::Service;
///
/// # async fn run() -> Result<(), Error> {
/// let mut service = QueryService::new(Options::default());
/// let (first, second) = (service.call("Why?".into()), service.call("Why not?".into()));
/// println!("{} {}", first.await?.text(), second.await?.text());
/// # Ok(())
/// # }
/// ```
pub struct QueryService<R = Answer> {
    options: Arc<Options>,
    response: PhantomData<fn() -> R>,
}

impl QueryService {
    /// Creates a service with the options of requests that have none.
    pub fn new(options: impl Into<Arc<Options>>) -> Self {
        Self { options: options.into(), response: PhantomData }
    }

    /// Returns a service that returns an [`AnswerStream`] as soon as the run begins to answer.
    #[must_use]
    pub fn streamed(self) -> QueryService<AnswerStream> {
        QueryService { options: self.options, response: PhantomData }
    }
}

impl<R> QueryService<R> {
    /// Starts the run of a request.
    fn start(
        &self,
        request: Request,
    ) -> impl Future<Output = Result<AnswerStream>> + Send + use<R> {
        let options = request.options.unwrap_or_else(|| Arc::clone(&self.options));
        async move {
            let query = query(request.prompt, Options::clone(&options)).await?;
            Ok(AnswerStream::new(Source::Query(Box::new(query))))
        }
    }
}

impl Service<Request> for QueryService<Answer> {
    type Response = Answer;
    type Error = Error;
    type Future = BoxFuture<'static, Result<Answer>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let stream = self.start(request);
        boxed(async { stream.await?.into_answer().await })
    }
}

impl Service<Request> for QueryService<AnswerStream> {
    type Response = AnswerStream;
    type Error = Error;
    type Future = BoxFuture<'static, Result<AnswerStream>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let stream = self.start(request);
        boxed(async { stream.await?.begun().await })
    }
}

impl<R> Clone for QueryService<R> {
    fn clone(&self) -> Self {
        Self { options: Arc::clone(&self.options), response: PhantomData }
    }
}

impl<R> fmt::Debug for QueryService<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("QueryService").field("options", &self.options).finish()
    }
}
