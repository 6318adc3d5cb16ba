//! Events: what a screen shows, in whatever form the messages arrive.

mod frames;
mod merging;
mod random;
mod recorded;
mod streams;
mod kinds;
mod threads;

use claude_sdk::Message;
use claude_sdk::events::{Accumulator, Event, Transcript};
use serde_json::Value;

/// The events of some lines, to the end of the stream.
fn events<'l>(lines: impl IntoIterator<Item = &'l Value>) -> Vec<Event> {
    let texts: Vec<_> = lines.into_iter().map(Value::to_string).collect();
    of_text(texts.iter().map(String::as_str))
}

fn of_text<'l>(lines: impl IntoIterator<Item = &'l str>) -> Vec<Event> {
    let mut accumulator = Accumulator::new();
    let mut events = Vec::new();
    for line in lines {
        accumulator.push(Message::decode(line.as_bytes()));
        events.extend(std::iter::from_fn(|| accumulator.next_event()));
    }
    accumulator.finish();
    events.extend(std::iter::from_fn(|| accumulator.next_event()));
    events
}

/// The output of a terminal that prints every text.
fn printed(events: &[Event]) -> String {
    events.iter().filter_map(Event::as_text).collect()
}

/// The texts that remain at the end, in order.
fn standing(events: &[Event]) -> Vec<String> {
    let mut transcript = Transcript::new();
    events.iter().for_each(|event| transcript.apply(event));
    transcript.texts().map(|(_, text)| text.to_owned()).collect()
}

/// The events as short texts.
fn shown(events: &[Event]) -> Vec<String> {
    let tell = |event: &Event| match event {
        Event::Text(piece) if piece.is_complete() => format!("text {piece}."),
        Event::Text(piece) => format!("text {piece}"),
        Event::Thinking(piece) if piece.is_complete() => format!("thinking {piece}."),
        Event::Thinking(piece) => format!("thinking {piece}"),
        Event::ToolUse(tool) => format!("use {} {}", tool.name(), tool.summary()),
        Event::ToolResult(result) => {
            let name = result.tool_use().map_or("?", |tool| tool.name());
            format!("{:?} {name}: {}", result.outcome(), result.preview(60))
        }
        Event::Status(status) => format!("status {status}"),
        Event::Error(failure) => format!("error {failure}"),
        Event::Retracted(retracted) => {
            let indexes: Vec<_> = retracted.keys().iter().map(|key| key.index()).collect();
            format!("{:?} {indexes:?}", retracted.reason())
        }
        Event::Result(result) => format!("result {}", result.text()),
        _ => "other".to_owned(),
    };
    events.iter().map(tell).collect()
}
