//! Services: a query and a conversation behind a layer, as in a stack of `tower`.
//!
//! The layer of this example is written by hand, and sends a request again if its failure is transient.
//! Layers of `tower` (timeouts, limits, load shedding) work in the same place.
//!
//! Run: `cargo run -p claude-examples --example service` (needs the Claude Code CLI and a login; set
//! `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: the answer to a question with its session, then two answers of a conversation, the
//! second one message by message.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};

use claude_sdk::service::{Answer, AnswerStream, ClientService, QueryService, Request};
use claude_sdk::{Client, Error, Message, Options, Tools};
use tower_service::Service;

/// Sends a request again, up to three times.
///
/// Use it only for requests that change nothing: here the model has no tools.
#[derive(Clone)]
struct Again<S>(S);

impl<S> Service<Request> for Again<S>
where
    S: Service<Request, Response = Answer, Error = Error> + Clone + Send + 'static,
    S::Future: Send,
{
    type Response = Answer;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        // The clone is not ready, so this one makes the call.
        let unready = self.0.clone();
        let mut service = std::mem::replace(&mut self.0, unready);
        Box::pin(async move {
            for attempt in 1.. {
                match service.call(request.clone()).await {
                    Err(error) if error.is_retryable() && attempt < 3 => {
                        eprintln!("attempt {attempt}: {error}");
                        tokio::time::sleep(error.retry_after().unwrap_or_default()).await;
                        ready(&mut service).await?;
                    }
                    answer => return answer,
                }
            }
            unreachable!("the third attempt returns")
        })
    }
}

async fn ready<S: Service<Request>>(service: &mut S) -> Result<(), S::Error> {
    poll_fn(|cx| service.poll_ready(cx)).await
}

async fn show(mut stream: AnswerStream) -> Result<(), Error> {
    while let Some(message) = stream.next().await {
        match message? {
            Message::Assistant(reply) => print!("{}", reply.text()),
            Message::Result(result) => println!(" ({:?} turns)", result.num_turns),
            _ => {}
        }
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let options = Options::default().tools(Tools::Only(Vec::new()));

    // A session for each request.
    let mut service = Again(QueryService::new(options.clone()));
    ready(&mut service).await?;
    let answer = service.call("What is the capital of France?".into()).await?;
    println!("{} (session {})", answer.text(), answer.session_id.is_some());

    // The requests of one conversation, one after the other.
    let client = Client::connect(options).await?;
    let mut conversation = ClientService::new(client.clone());
    ready(&mut conversation).await?;
    let answer = conversation.call("My name is Ada.".into()).await?;
    println!("{}", answer.text());

    let mut streamed = conversation.streamed();
    ready(&mut streamed).await?;
    show(streamed.call("What is my name?".into()).await?).await?;

    client.close().await?;
    Ok(())
}
