//! Failed calls: the model gets an error, and the session continues.

use std::time::Duration;

use claude_mcp::{NoArgs, Server, Session, Tool};
use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::client::{ask, call, calling, failure, soon, text, value};
use crate::drop_probe::CallProbe;

#[tokio::test(start_paused = true)]
async fn calling_an_unknown_tool_is_a_failed_call() {
    let session = Session::new("s", Server::builder("s", "1").build());
    let result = call(&session, 1, "x", json!({})).await;
    assert_eq!(failure(&result), "Tool 'x' not found");
}

#[tokio::test(start_paused = true)]
async fn an_error_of_the_tool_is_the_text_of_a_failed_call() {
    let server = Server::builder("s", "1")
        .tool("open", "Opens.", |_: NoArgs| async {
            Err::<String, _>(std::io::Error::other("the disk is full"))
        })
        .build();
    let session = Session::new("s", server);
    assert_eq!(failure(&call(&session, 1, "open", json!({})).await), "the disk is full");
}

#[tokio::test(start_paused = true)]
async fn a_tool_that_panics_is_a_failed_call_that_names_it() {
    let number = 7;
    let server = Server::builder("s", "1")
        .tool("literal", "Panics.", |_: NoArgs| async { panic!("out of cheese") as () })
        .tool("formatted", "Panics.", move |_: NoArgs| async move { panic!("no {number}") as () })
        .tool("early", "Panics before its future is made.", |_: NoArgs| {
            if std::hint::black_box(true) {
                panic!("early bird");
            }
            async {}
        })
        .tool("odd", "Panics with no text.", |_: NoArgs| async {
            std::panic::panic_any(5_u8) as bool
        })
        .tool("quick", "Works.", |_: NoArgs| async { "quick" })
        .build();
    let session = Session::new("s", server);
    for (tool, said) in [
        ("literal", "out of cheese"),
        ("formatted", "no 7"),
        ("early", "early bird"),
        ("odd", "panicked"),
    ] {
        let result = call(&session, 1, tool, json!({})).await;
        let why = failure(&result);
        assert!(why.contains(tool) && why.contains(said), "{why}");
    }
    assert_eq!(text(&call(&session, 1, "quick", json!({})).await), "quick");
}

#[tokio::test(start_paused = true)]
async fn a_panic_leaves_calls_in_flight_alone() {
    let server = Server::builder("s", "1")
        .tool("panics", "Panics.", |_: NoArgs| async { panic!("boo") as () })
        .tool("later", "Ends in a second.", |_: NoArgs| async {
            sleep(Duration::from_secs(1)).await;
            "later"
        })
        .build();
    let session = Session::new("s", server);
    let later = session.answer(calling(1, "later", &json!({})));
    failure(&call(&session, 2, "panics", json!({})).await);
    assert_eq!(text(&value(&soon(later).await)["result"]), "later");
}

#[tokio::test(start_paused = true)]
async fn a_tool_past_its_deadline_is_dropped_and_the_model_gets_an_error() {
    let probe = CallProbe::default();
    let tool = probe.endless("endless").timeout(Duration::from_secs(2));
    let session = Session::new("s", Server::builder("s", "1").add(tool).build());
    let began = Instant::now();
    let result = call(&session, 1, "endless", json!({})).await;
    assert!(failure(&result).contains("endless"), "{result}");
    assert!(failure(&result).contains("2s"), "{result}");
    assert_eq!(began.elapsed().as_secs(), 2);
    probe.has_left(1).await;
}

#[tokio::test(start_paused = true)]
async fn a_tool_within_its_deadline_is_not_affected_by_it() {
    let tool = Tool::new("later", "Ends in a second.", |_: NoArgs| async {
        sleep(Duration::from_secs(1)).await;
        "later"
    });
    let server = Server::builder("s", "1").add(tool.timeout(Duration::from_secs(2))).build();
    let session = Session::new("s", server);
    assert_eq!(text(&call(&session, 1, "later", json!({})).await), "later");
}

#[tokio::test(start_paused = true)]
async fn without_a_deadline_a_call_may_take_a_day() {
    let day = Duration::from_secs(24 * 60 * 60);
    let server = Server::builder("s", "1")
        .tool("long", "Takes a day.", move |_: NoArgs| async move {
            sleep(day).await;
            "at last"
        })
        .build();
    let session = Session::new("s", server);
    let began = Instant::now();
    let answer = session.answer(calling(1, "long", &json!({}))).await;
    assert_eq!(text(&value(&answer)["result"]), "at last");
    assert_eq!(began.elapsed().as_secs(), day.as_secs());
}

#[tokio::test(start_paused = true)]
async fn tools_share_what_their_closures_captured() {
    let count = std::sync::Arc::new(std::sync::atomic::AtomicU32::new(0));
    let server = Server::builder("s", "1")
        .tool("count", "Counts.", move |_: NoArgs| {
            let count = count.clone();
            async move { count.fetch_add(1, std::sync::atomic::Ordering::Relaxed) }
        })
        .build();
    let sessions = [Session::new("a", server.clone()), Session::new("b", server)];
    assert_eq!(text(&call(&sessions[0], 1, "count", json!({})).await), "0");
    assert_eq!(text(&call(&sessions[1], 1, "count", json!({})).await), "1");
    sessions[0].close().await;
    let answer = ask(&sessions[1], 2, "ping", json!({})).await;
    assert!(answer["result"].is_object(), "one session closed the other: {answer}");
}
