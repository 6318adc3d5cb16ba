//! Streams: `Stream` is implemented, so that combinators of other crates work.

use std::future::poll_fn;
use std::pin::Pin;

use claude_sdk::{Client, Options, Result, query};
use futures_core::Stream;

use crate::cli::Cli;
use crate::stage::{Stage, everywhere};

/// Reads a stream to its end, as a combinator does: only through the trait.
async fn drain<S: Stream<Item = Result<T>> + Unpin, T>(mut stream: S) -> usize {
    let mut items = 0;
    while let Some(item) = poll_fn(|cx| Pin::new(&mut stream).poll_next(cx)).await {
        item.unwrap();
        items += 1;
    }
    items
}

#[test]
fn a_query_is_a_stream() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        assert_eq!(drain(query("x", options).await.unwrap()).await, 3);
        stage.done().await;
    });
}

#[test]
fn a_turn_and_subscriptions_are_streams() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let client = Client::connect(options).await.unwrap();
        let (unsolicited, all) = (client.unsolicited().unwrap(), client.messages().unwrap());
        assert_eq!(drain(client.send("x").await.unwrap()).await, 3);
        client.close().await.unwrap();
        assert_eq!(drain(unsolicited).await, 0);
        assert_eq!(drain(all).await, 3);
        stage.done().await;
    });
}

#[test]
fn an_error_is_an_item_and_the_last_one() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            cli.exit(1, "");
        });
        let mut run = query("x", options).await.unwrap();
        let mut run = Pin::new(&mut run);
        let first = poll_fn(|cx| run.as_mut().poll_next(cx)).await;
        assert!(first.unwrap().is_err());
        assert!(poll_fn(|cx| run.as_mut().poll_next(cx)).await.is_none());
        stage.done().await;
    });
}

/// Dropping `next` before it is ready loses nothing.
#[test]
fn next_may_be_dropped() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let mut run = query("x", Options::clone(&options)).await.unwrap();
        let mut seen = 0;
        loop {
            tokio::select! {
                biased;
                () = tokio::task::yield_now() => {}
                next = run.next() => match next {
                    Some(message) => { message.unwrap(); seen += 1; }
                    None => break,
                },
            }
        }
        assert_eq!(seen, 3);
        stage.done().await;
    });
}
