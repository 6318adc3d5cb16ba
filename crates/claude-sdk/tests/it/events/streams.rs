//! Event streams: events of running turns, queries and sessions.

use std::future::poll_fn;
use std::pin::Pin;

use claude_sdk::{Client, Event, Events, Options, query};
use futures_core::Stream;
use serde_json::json;

use super::frames::{Answer, Block};
use crate::cli::Cli;
use crate::stage::{Stage, everywhere};

async fn texts(mut events: Events) -> (Vec<String>, Option<claude_sdk::Error>) {
    let mut shown = Vec::new();
    while let Some(event) = events.next().await {
        match event {
            Ok(Event::Text(piece)) => shown.push(piece.into_string()),
            Ok(Event::Result(result)) => shown.push(format!("= {}", result.text())),
            Ok(_) => {}
            Err(error) => {
                assert!(events.next().await.is_none(), "an error is the last item");
                return (shown, Some(error));
            }
        }
    }
    assert!(events.next().await.is_none());
    (shown, None)
}

#[test]
fn turns_queries_and_sessions_have_events() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let run = query("x", Options::clone(&options)).await.unwrap();
        let events = run.into_events();
        assert!(events.query().unwrap().session_id().is_some() && events.turn().is_none());
        assert_eq!(texts(events).await.0, ["echo: x", "= echo: x"]);

        let client = Client::connect(options).await.unwrap();
        let all = client.events().unwrap();
        for prompt in ["a", "b"] {
            let turn = client.send(prompt).await.unwrap();
            let uuid = turn.uuid().clone();
            let events = turn.into_events();
            assert_eq!(events.turn_uuid(), Some(&uuid));
            let echo = format!("echo: {prompt}");
            assert_eq!(texts(events).await.0, [echo.clone(), format!("= {echo}")]);
        }
        client.close().await.unwrap();
        let both = ["echo: a", "= echo: a", "echo: b", "= echo: b"];
        assert_eq!(texts(all).await.0, both);
        stage.done().await;
    });
}

#[test]
fn an_error_comes_after_all_events() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            let answer = Answer::new("msg_1");
            for line in answer.pieces(0, &Block::text(&["he", "llo"]), 1) {
                cli.send(line).await;
            }
            cli.send(answer.whole(&Block::call("toolu_1", "ls"))).await;
            cli.exit(1, "out of memory");
        });
        let mut events = query("x", options).await.unwrap().into_events();
        let (mut shown, mut failed) = (Vec::new(), false);
        while let Some(event) = events.next().await {
            assert!(!failed, "an error is the last item");
            match event {
                Ok(event) => shown.push(event),
                Err(_) => failed = true,
            }
        }
        assert!(failed);
        let words = ["text he", "use Bash ls", "Missing Bash: (no result)"];
        assert_eq!(super::shown(&shown), words);
        stage.done().await;
    });
}

/// A turn ends while its background agent still runs.
#[test]
fn the_end_of_a_turn_is_not_the_end_of_its_background_agents() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            cli.send(Answer::of("msg_1", "toolu_a").whole(&Block::call("toolu_1", "ls"))).await;
            cli.end(&[&prompt], json!({ "subtype": "success", "is_error": false })).await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let mut events = client.send("x").await.unwrap().into_events();
        let mut shown = Vec::new();
        while let Some(event) = events.next().await {
            shown.push(event.unwrap());
        }
        assert_eq!(super::shown(&shown), ["other", "use Bash ls", "result "]);
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn next_may_be_dropped_and_the_trait_returns_the_same() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let mut events = query("x", Options::clone(&options)).await.unwrap().into_events();
        let mut seen = 0;
        loop {
            tokio::select! {
                biased;
                () = tokio::task::yield_now() => {}
                next = events.next() => match next {
                    Some(event) => { event.unwrap(); seen += 1; }
                    None => break,
                },
            }
        }
        let mut events = query("x", options).await.unwrap().into_events();
        let mut polled = 0;
        while let Some(event) = poll_fn(|cx| Pin::new(&mut events).poll_next(cx)).await {
            event.unwrap();
            polled += 1;
        }
        assert_eq!((seen, polled), (3, 3));
        stage.done().await;
    });
}
