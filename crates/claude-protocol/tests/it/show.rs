//! Summaries: messages as short texts, prompts from texts, and functions that most tests need.

use std::pin::Pin;

use claude_protocol::{Callback, CallbackError, Context, ProtocolError};
use claude_types::{Message, UserApiMessage, UserInput};
use futures_core::Stream;
use serde_json::Value;

/// A prompt.
pub(crate) fn prompt(text: &str) -> UserInput {
    UserInput::new(UserApiMessage::new(text))
}

/// A callback from an async closure.
pub(crate) fn callback<I, O, F>(
    act: impl Fn(I, Context) -> F + Send + Sync + 'static,
) -> Callback<I, O>
where
    F: Future<Output = Result<O, CallbackError>> + Send + 'static,
{
    std::sync::Arc::new(move |input, context| Box::pin(act(input, context)))
}

/// A message as a short text.
pub(crate) fn show(message: &Message) -> String {
    match message {
        Message::Assistant(reply) => format!("say {}", reply.text()),
        Message::Result(result) => format!("result {}", result.text()),
        Message::CommandLifecycle(frame) => frame.state.as_str().to_owned(),
        Message::StreamEvent(_) => "delta".into(),
        Message::Noise(noise) => format!("noise {}", noise.text),
        Message::Oversized(skipped) => format!("oversized {}", skipped.length),
        Message::Lagged(lost) => format!("lagged {}", lost.messages),
        Message::Unknown(unknown) => format!("unknown {}", unknown.tag()),
        Message::Undecoded(_) => "undecoded".into(),
        other => {
            let json: Value = serde_json::to_value(other).unwrap();
            let name = json["subtype"].as_str().or(json["type"].as_str());
            name.unwrap_or_default().to_owned()
        }
    }
}

fn show_item(item: Result<Message, ProtocolError>) -> String {
    match item {
        Ok(message) => show(&message),
        Err(error) => format!("error: {error}"),
    }
}

/// The next item of a turn or a subscription.
pub(crate) async fn next<S>(stream: &mut S) -> Option<String>
where
    S: Stream<Item = Result<Message, ProtocolError>> + Unpin,
{
    let item = std::future::poll_fn(|cx| Pin::new(&mut *stream).poll_next(cx)).await;
    item.map(show_item)
}

/// The next items.
pub(crate) async fn some<S>(stream: &mut S, count: usize) -> Vec<String>
where
    S: Stream<Item = Result<Message, ProtocolError>> + Unpin,
{
    let mut all = Vec::new();
    while all.len() < count {
        all.push(next(stream).await.unwrap_or_else(|| panic!("ended after {all:?}")));
    }
    all
}

/// All items to the end.
pub(crate) async fn all<S>(mut stream: S) -> Vec<String>
where
    S: Stream<Item = Result<Message, ProtocolError>> + Unpin,
{
    let mut all = Vec::new();
    while let Some(item) = next(&mut stream).await {
        all.push(item);
    }
    all
}
