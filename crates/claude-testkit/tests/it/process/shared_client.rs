//! Shared client: many tasks send, interrupt, request, read and drop at once. Every future settles,
//! and no task gets the data of another.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use claude_sdk::types::MessageUuid;
use claude_sdk::{Client, Error, InterruptOutcome, Message, PermissionMode};

use super::stage::{bounded, echo, multi_thread};

const TASKS: usize = 32;
const OPERATIONS: usize = 10_000;

/// Prompts whose result has been seen, to detect a second one.
type Answered = Arc<Mutex<HashSet<MessageUuid>>>;

#[derive(Debug, Default, Clone, Copy)]
struct Count {
    answered: usize,
    cancelled: usize,
    operations: usize,
}

#[test]
fn ten_thousand_operations_of_thirty_two_tasks_all_settle() {
    multi_thread().block_on(async {
        let client = bounded(Client::connect(echo())).await.unwrap();
        let answered = Answered::default();
        let share = OPERATIONS.div_ceil(TASKS);
        let tasks: Vec<_> = (0..TASKS)
            .map(|task| tokio::spawn(work(task, share, client.clone(), Arc::clone(&answered))))
            .collect();
        let mut total = Count::default();
        for task in tasks {
            let count = task.await.unwrap();
            total.operations += count.operations;
            total.answered += count.answered;
            total.cancelled += count.cancelled;
        }
        assert!(total.operations >= OPERATIONS, "{total:?}");
        assert_eq!(total.answered, answered.lock().unwrap().len());
        assert!(total.answered > OPERATIONS / 10, "most prompts are answered: {total:?}");
        // The session still works.
        let last = bounded(client.send("last")).await.unwrap();
        assert_eq!(bounded(last.text()).await.unwrap(), "You said: last");
        bounded(client.close()).await.unwrap();
        assert!(client.state().get().is_closed());
    });
}

async fn work(task: usize, operations: usize, client: Client, answered: Answered) -> Count {
    let mut count = Count::default();
    for number in 0..operations {
        // Each task runs the operations in its own order.
        match (number * 7 + task * 3) % 10 {
            0..=2 => ask(&client, &format!("{task}-{number}"), &answered, &mut count).await,
            3 => drop(bounded(client.send("nobody reads this")).await.unwrap()),
            4 => drop(bounded(client.interrupt()).await.unwrap() == InterruptOutcome::Stopped),
            5 => drop(bounded(client.set_model("other")).await.unwrap()),
            6 => drop(bounded(client.set_permission_mode(PermissionMode::Default)).await.unwrap()),
            7 => read(&client, task).await,
            8 => assert!(!client.state().get().is_closed()),
            _ => half(&client).await,
        }
        count.operations += 1;
    }
    count
}

/// Sends a prompt, reads to the end, and checks that the result belongs to the prompt.
async fn ask(client: &Client, text: &str, answered: &Answered, count: &mut Count) {
    let mut turn = bounded(client.send(text)).await.unwrap();
    let uuid = turn.uuid().clone();
    let mut result = None;
    while let Some(message) = bounded(turn.next()).await {
        match message {
            Ok(Message::Result(end)) => {
                assert!(result.replace(end).is_none(), "two results for {text}");
            }
            Ok(_) => {}
            // Cancelled by the interrupt of another task.
            Err(Error::Closed { .. }) => {
                count.cancelled += 1;
                return;
            }
            Err(error) => panic!("{text}: {error}"),
        }
    }
    let result = result.unwrap_or_else(|| panic!("no result for {text}"));
    let named = result.user_message_uuids.as_ref().unwrap();
    assert!(named.contains(&uuid), "{text} got the result of {named:?}");
    if !result.is_failure() && turn.progress().shared_with.is_empty() {
        assert_eq!(result.text(), format!("You said: {text}"));
    }
    assert!(answered.lock().unwrap().insert(uuid), "{text} was answered twice");
    count.answered += 1;
}

/// Reads a few messages of the whole session while it sends a prompt.
async fn read(client: &Client, task: usize) {
    let mut messages = client.messages().unwrap();
    let turn = bounded(client.send("listen")).await.unwrap();
    for _ in 0..task % 4 {
        bounded(messages.next()).await.unwrap().unwrap();
    }
    drop((messages, turn));
}

/// Drops a turn in the middle.
async fn half(client: &Client) {
    let mut turn = bounded(client.send("half")).await.unwrap();
    let first = bounded(turn.next()).await;
    assert!(first.is_some(), "a turn has at least a frame or an error");
}
