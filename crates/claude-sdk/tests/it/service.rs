//! Services: what a layer of tower sees of a query and of a client.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Waker};

use claude_sdk::service::{AnswerStream, ClientService, QueryService, Request};
use claude_sdk::{Client, Error, Message, Options};
use serde_json::json;
use tower_service::Service;

use crate::cli::{Cli, Prompt, SESSION};
use crate::stage::{Stage, everywhere};

async fn ready<S: Service<Request, Error = Error>>(service: &mut S) -> Result<(), Error> {
    poll_fn(|cx| service.poll_ready(cx)).await
}

fn is_ready<S: Service<Request, Error = Error>>(service: &mut S) -> bool {
    service.poll_ready(&mut Context::from_waker(Waker::noop())).is_ready()
}

/// The texts of a stream, and its error.
async fn all(mut stream: AnswerStream) -> Vec<String> {
    let mut seen = Vec::new();
    while let Some(item) = stream.next().await {
        match item {
            Ok(Message::Assistant(reply)) => seen.push(format!("assistant {}", reply.text())),
            Ok(Message::Result(result)) => seen.push(format!("result {}", result.text())),
            Ok(_) => {}
            Err(error) => seen.push(format!("error: {error}")),
        }
    }
    seen
}

#[test]
fn each_request_of_a_query_service_is_a_session() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let mut service = QueryService::new(options.clone());
        ready(&mut service).await.unwrap();
        let first = service.call("a".into());
        // A clone works beside it, and a request may have other options.
        let other = Request::from("b").options(options.model("opus"));
        let second = service.clone().call(other);
        let (first, second) = tokio::join!(first, second);
        let first = first.unwrap();
        assert_eq!((first.text(), second.unwrap().text()), ("echo: a", "echo: b"));
        assert!(first.session_id.is_some());
        stage.done().await;
        let launches = stage.launches();
        let with_model = launches.iter().filter(|launch| launch.args.contains(&"opus".into()));
        assert_eq!((launches.len(), with_model.count()), (2, 1));
    });
}

#[test]
fn a_failed_run_is_the_error_of_text() {
    everywhere(async || {
        let failing = async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            let fields = json!({
                "subtype": "success", "is_error": true, "result": "Overloaded",
                "api_error_status": 529,
            });
            cli.end(&[&prompt], fields).await;
            cli.finish().await;
        };
        let (options, stage) = Stage::play(failing);
        let mut service = QueryService::new(options);
        let error = service.call("x".into()).await.unwrap_err();
        assert!(matches!(error, Error::Api { status: Some(529), .. }), "{error:?}");
        assert!(error.is_retryable());
        // Before the run has begun to answer, it is an error of the call, too.
        let error = service.streamed().call("x".into()).await.unwrap_err();
        assert!(matches!(error, Error::Api { status: Some(529), .. }), "{error:?}");
        stage.done().await;
    });
}

#[test]
fn a_stream_begins_with_the_answer_and_ends_with_the_result() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let mut service = QueryService::new(options).streamed();
        let mut stream = service.call("a".into()).await.unwrap();
        assert!(stream.session_id().is_some());
        // What was read before the call returned is not lost.
        let Some(Ok(Message::System(_))) = stream.next().await else { panic!("no init") };
        assert_eq!(all(stream).await, ["assistant echo: a", "result echo: a"]);
        // The CLI has exited by itself, after the end of stdin.
        stage.done().await;
    });
}

#[test]
fn a_failure_behind_the_first_answer_is_the_last_item() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.say("so far").await;
            cli.end(&[&prompt], json!({ "subtype": "error_max_turns", "is_error": true })).await;
            cli.finish().await;
        });
        let mut service = QueryService::new(options).streamed();
        let seen = all(service.call("a".into()).await.unwrap()).await;
        assert_eq!(seen.len(), 2, "{seen:?}");
        assert_eq!(seen[0], "assistant so far");
        assert!(seen[1].starts_with("error: "), "{seen:?}");
        stage.done().await;
    });
}

/// The error of the API is an answer for the screen, but nothing that a reader can act on.
#[test]
fn an_error_of_the_api_is_no_beginning_of_an_answer() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.send(json!({
                "type": "assistant", "session_id": SESSION, "error": "rate_limit",
                "message": { "role": "assistant", "model": "<synthetic>", "content": [] },
            }))
            .await;
            let fields = json!({ "subtype": "success", "is_error": true, "result": "no" });
            cli.end(&[&prompt], fields).await;
            cli.finish().await;
        });
        let mut service = QueryService::new(options).streamed();
        let error = service.call("a".into()).await.unwrap_err();
        assert!(matches!(error, Error::Limit { .. }), "{error:?}");
        stage.done().await;
    });
}

#[test]
fn a_client_service_is_ready_between_turns_only() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            // A second prompt that came before the result would fail `answer`, which writes it.
            for _ in 0..2 {
                let prompt: Prompt = cli.prompt().await;
                cli.answer(&prompt, &format!("echo: {}", prompt.text)).await;
            }
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let mut service = ClientService::new(client.clone());
        let mut other = service.clone();
        ready(&mut service).await.unwrap();
        // The place is taken as soon as one is ready.
        assert!(!is_ready(&mut other));
        let first = service.call("a".into());
        assert!(!is_ready(&mut other) && !is_ready(&mut service));
        assert_eq!(first.await.unwrap().text(), "echo: a");
        // The other one was first in line.
        ready(&mut other).await.unwrap();
        assert!(!is_ready(&mut service));
        assert_eq!(other.call("b".into()).await.unwrap().text(), "echo: b");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_turn_of_the_client_itself_makes_the_service_wait() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let client = Client::connect(options).await.unwrap();
        let mut service = ClientService::new(client.clone());
        let turn = client.send("a").await.unwrap();
        let mut state = client.state();
        state.wait_for(|state| !matches!(state, claude_sdk::State::Idle)).await.unwrap();
        let answered = async { turn.text().await.unwrap() };
        let (ready, text) = tokio::join!(ready(&mut service), answered);
        ready.unwrap();
        assert_eq!(text, "echo: a");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_dropped_call_interrupts_its_turn_and_the_next_one_waits_for_it() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            cli.say("so far").await;
            // Nothing may come before the interrupt, above all not the second prompt.
            let (id, _) = cli.request("interrupt").await;
            cli.succeed(&id, json!({})).await;
            let fields = json!({ "is_error": true, "terminal_reason": "aborted_streaming" });
            cli.end(&[&prompt], fields).await;
            let prompt = cli.prompt().await;
            cli.answer(&prompt, "second").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let mut service = ClientService::new(client.clone()).streamed();
        ready(&mut service).await.unwrap();
        let stream = service.call("a".into()).await.unwrap();
        drop(stream);
        ready(&mut service).await.unwrap();
        let answer = service.call("b".into()).await.unwrap().into_answer().await.unwrap();
        assert_eq!(answer.text(), "second");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_client_whose_session_is_over_is_never_ready() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            cli.exit(3, "boom");
        });
        let mut service = ClientService::new(Client::connect(options).await.unwrap());
        ready(&mut service).await.unwrap();
        let error = service.call("a".into()).await.unwrap_err();
        assert!(matches!(error, Error::Exited { .. }), "{error:?}");
        let error = ready(&mut service).await.unwrap_err();
        assert!(matches!(error, Error::Exited { .. }), "{error:?}");
        stage.done().await;
    });
}

#[test]
fn a_call_that_is_not_ready_and_options_of_a_conversation_are_refused() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let client = Client::connect(options).await.unwrap();
        let mut service = ClientService::new(client.clone());
        let error = service.call("a".into()).await.unwrap_err();
        assert!(error.to_string().contains("`poll_ready`"), "{error}");
        ready(&mut service).await.unwrap();
        let own = Request::from("a").options(Arc::new(Options::default()));
        let error = service.call(own).await.unwrap_err();
        assert!(error.to_string().contains("cannot have options"), "{error}");
        // Both leave the place to the next call.
        ready(&mut service).await.unwrap();
        assert_eq!(service.call("b".into()).await.unwrap().text(), "echo: b");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[cfg(feature = "json")]
#[test]
fn an_answer_is_read_as_a_type() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.answer(&prompt, r#"{"output": 4}"#).await;
            cli.finish().await;
        });
        let mut service = QueryService::new(options.output_schema_of::<u32>());
        let answer = service.call("2 + 2?".into()).await.unwrap();
        assert_eq!(answer.json::<u32>().unwrap(), 4);
        let error = answer.json::<Vec<String>>().unwrap_err();
        assert!(matches!(error, Error::Json { .. }), "{error:?}");
        stage.done().await;
    });
}

/// A layer of a user: it counts the tenants, and needs nothing of this crate but the types.
#[derive(Clone)]
struct Tenants<S>(S, Arc<std::sync::Mutex<Vec<&'static str>>>);

struct Tenant(&'static str);

impl<S: Service<Request>> Service<Request> for Tenants<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> std::task::Poll<Result<(), S::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> S::Future {
        let tenant = request.extensions.get::<Tenant>().map_or("nobody", |tenant| tenant.0);
        self.1.lock().unwrap().push(tenant);
        self.0.call(request)
    }
}

#[test]
fn extensions_pass_through_layers_and_clones() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let seen = Arc::default();
        let mut service = Tenants(QueryService::new(options), Arc::clone(&seen));
        let mut request = Request::from("a");
        request.extensions.insert(Tenant("acme"));
        for request in [request.clone(), request, Request::from("b")] {
            ready(&mut service).await.unwrap();
            service.call(request).await.unwrap();
        }
        assert_eq!(*seen.lock().unwrap(), ["acme", "acme", "nobody"]);
        stage.done().await;
    });
}
