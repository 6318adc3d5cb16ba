//! Runtime: the runtime shuts down while turns and requests are open.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use claude_protocol::{Connection, ConnectionOptions, ProtocolError, Subscription, Turn};
use claude_transport::memory::{self, MemoryCli};
use tokio::runtime::{Builder, Runtime};

use crate::show::prompt;

/// Polls once, outside any runtime.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits for a task that is gone"),
    }
}

async fn open() -> (Connection, Turn, Subscription, MemoryCli) {
    let (near, mut far) = memory::pair();
    let answer = async {
        let request: serde_json::Value =
            serde_json::from_str(&far.next_line().await.unwrap()).unwrap();
        let id = &request["request_id"];
        far.send(&format!(r#"{{"type":"control_response","response":{{"subtype":"success","request_id":{id},"response":{{}}}}}}"#)).await;
    };
    let opening = Connection::open(Box::new(near), ConnectionOptions::default());
    let (connection, ()) = tokio::join!(opening, answer);
    let connection = connection.unwrap();
    let turn = connection.send(prompt("hi")).await.unwrap();
    let messages = connection.subscribe().unwrap();
    (connection, turn, messages, far)
}

fn ends(runtime: Runtime) {
    let (connection, mut turn, mut messages, mut far) = runtime.block_on(open());
    let mut state = connection.state();
    drop(runtime);
    assert!(matches!(now(turn.next()), Some(Err(ProtocolError::RuntimeGone))));
    assert!(matches!(now(messages.next()), Some(Err(ProtocolError::RuntimeGone))));
    assert!(matches!(now(connection.set_model(None)), Err(ProtocolError::RuntimeGone)));
    assert!(matches!(now(connection.send(prompt("x"))), Err(ProtocolError::RuntimeGone)));
    assert!(matches!(now(connection.close()), Err(ProtocolError::RuntimeGone)));
    assert!(now(state.wait_for(|state| state.is_closed())).is_ok());
    assert_eq!(now(far.next_signal()), Some(claude_transport::Signal::Terminate));
}

#[test]
fn the_end_of_the_runtime_settles_everything() {
    ends(Builder::new_current_thread().enable_all().build().unwrap());
    ends(Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap());
}
