//! Calls that the client takes back.

use std::time::Duration;

use claude_mcp::{NoArgs, Server, Session, Tool, ToolContext};
use serde_json::json;
use tokio::sync::mpsc;
use tokio::time::Instant;

use crate::client::{CANCELLED, call, calling, notify, soon, text, value};
use crate::witness::Witness;

fn endless(witness: &Witness) -> Session {
    let server = Server::builder("s", "1")
        .add(witness.endless("endless"))
        .tool("quick", "Ends at once.", |_: NoArgs| async { "quick" })
        .tool("later", "Ends in a second.", |_: NoArgs| async {
            tokio::time::sleep(Duration::from_secs(1)).await;
            "later"
        })
        .build();
    Session::new("s", server)
}

async fn take_back(session: &Session, id: i64) {
    let params = json!({ "requestId": id, "reason": "the user pressed escape" });
    let answer = notify(session, "notifications/cancelled", params).await;
    assert_eq!(answer, json!({ "jsonrpc": "2.0", "result": {} }));
}

#[tokio::test(start_paused = true)]
async fn a_call_taken_back_is_dropped_and_fails_once() {
    let witness = Witness::default();
    let session = endless(&witness);
    let began = Instant::now();
    let taken = session.answer(calling(3, "endless", &json!({})));
    witness.has_entered(1).await;

    take_back(&session, 3).await;

    let answer = value(&soon(taken).await);
    assert_eq!(answer["id"], 3);
    assert_eq!(answer["error"]["code"], CANCELLED, "{answer}");
    witness.has_left(1).await;
    assert_eq!(began.elapsed(), Duration::ZERO);
    assert_eq!(text(&call(&session, 4, "quick", json!({})).await), "quick");
}

#[tokio::test(start_paused = true)]
async fn a_call_taken_back_leaves_its_siblings_alone() {
    let witness = Witness::default();
    let session = endless(&witness);
    let sibling = session.answer(calling(1, "later", &json!({})));
    let taken = session.answer(calling(2, "endless", &json!({})));
    witness.has_entered(1).await;
    take_back(&session, 2).await;
    assert_eq!(value(&soon(taken).await)["error"]["code"], CANCELLED);
    assert_eq!(text(&value(&soon(sibling).await)["result"]), "later");
}

#[tokio::test(start_paused = true)]
async fn a_call_taken_back_before_it_began_still_gets_one_answer() {
    let witness = Witness::default();
    let session = endless(&witness);
    let taken = session.answer(calling(3, "endless", &json!({})));
    take_back(&session, 3).await;
    assert_eq!(value(&soon(taken).await)["error"]["code"], CANCELLED);
    assert_eq!(text(&call(&session, 4, "quick", json!({})).await), "quick");
    assert_eq!(witness.entered(), witness.left(), "the call goes on");
}

#[tokio::test(start_paused = true)]
async fn taking_back_what_is_not_in_flight_does_nothing() {
    let witness = Witness::default();
    let session = endless(&witness);
    take_back(&session, 99).await;
    call(&session, 1, "quick", json!({})).await;
    take_back(&session, 1).await;
    assert_eq!(text(&call(&session, 1, "quick", json!({})).await), "quick");
}

#[tokio::test(start_paused = true)]
async fn who_stops_waiting_takes_the_call_back() {
    let witness = Witness::default();
    let session = endless(&witness);
    let began = Instant::now();
    let waiting = tokio::spawn(session.answer(calling(3, "endless", &json!({}))));
    witness.has_entered(1).await;
    waiting.abort();
    witness.has_left(1).await;
    assert_eq!(began.elapsed(), Duration::ZERO);
    assert_eq!(text(&call(&session, 4, "quick", json!({})).await), "quick");
}

#[tokio::test(start_paused = true)]
async fn an_answer_never_polled_is_a_call_taken_back_when_it_is_dropped() {
    let witness = Witness::default();
    let session = endless(&witness);
    let answer = session.answer(calling(3, "endless", &json!({})));
    witness.has_entered(1).await;
    drop(answer);
    witness.has_left(1).await;
}

#[tokio::test(start_paused = true)]
async fn the_id_of_a_call_taken_back_serves_the_next_call() {
    for next in ["quick", "later"] {
        let witness = Witness::default();
        let session = endless(&witness);
        let taken = session.answer(calling(3, "endless", &json!({})));
        witness.has_entered(1).await;
        let taking_back = json!({
            "jsonrpc": "2.0", "method": "notifications/cancelled", "params": { "requestId": 3 },
        });
        let acknowledged = session.answer(taking_back.into());
        let again = session.answer(calling(3, next, &json!({})));
        soon(acknowledged).await;
        assert_eq!(value(&soon(taken).await)["error"]["code"], CANCELLED);
        let again = value(&soon(again).await);
        assert_eq!(text(&again["result"]), next, "{again}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_id_of_a_call_given_up_serves_the_next_call() {
    for next in ["quick", "later"] {
        let witness = Witness::default();
        let session = endless(&witness);
        let given_up = session.answer(calling(3, "endless", &json!({})));
        witness.has_entered(1).await;
        drop(given_up);
        let again = value(&soon(session.answer(calling(3, next, &json!({})))).await);
        assert_eq!(text(&again["result"]), next, "{again}");
    }
}

#[tokio::test(start_paused = true)]
async fn who_learns_late_of_a_call_taken_back_does_not_harm_the_next_with_its_id() {
    let witness = Witness::default();
    let session = endless(&witness);
    let taken = session.answer(calling(3, "endless", &json!({})));
    witness.has_entered(1).await;
    take_back(&session, 3).await;
    let next = session.answer(calling(3, "later", &json!({})));
    drop(taken);
    assert_eq!(text(&value(&soon(next).await)["result"]), "later");
}

#[tokio::test(start_paused = true)]
async fn dropping_an_answer_that_came_does_nothing() {
    let witness = Witness::default();
    let session = endless(&witness);
    let answered = session.answer(calling(3, "quick", &json!({})));
    call(&session, 4, "quick", json!({})).await;
    let next = session.answer(calling(3, "later", &json!({})));
    drop(answered);
    assert_eq!(text(&value(&soon(next).await)["result"]), "later");
}

/// Hands its work to a task of its own, which stops for nobody.
fn stubborn(done: mpsc::UnboundedSender<bool>) -> Tool {
    Tool::with_context("stubborn", "Goes on.", move |_: NoArgs, context: ToolContext| {
        let (done, cancelled) = (done.clone(), context.cancelled());
        async move {
            let work = tokio::spawn(async move {
                tokio::time::sleep(Duration::from_secs(30)).await;
                let _ = done.send(cancelled.is_cancelled());
            });
            work.await.unwrap();
            "done after all"
        }
    })
}

#[tokio::test(start_paused = true)]
async fn a_tool_whose_work_outlives_its_cancellation_harms_nobody() {
    let witness = Witness::default();
    let (done, mut ends) = mpsc::unbounded_channel();
    let server = Server::builder("s", "1").add(stubborn(done)).add(witness.quick("quick")).build();
    let session = Session::new("s", server);
    let began = Instant::now();
    let taken = session.answer(calling(1, "stubborn", &json!({})));
    call(&session, 2, "quick", json!({})).await;

    take_back(&session, 1).await;

    assert_eq!(value(&soon(taken).await)["error"]["code"], CANCELLED);
    assert_eq!(text(&call(&session, 1, "quick", json!({})).await), "quick");
    assert_eq!(began.elapsed(), Duration::ZERO, "somebody waited for the work");
    assert_eq!(soon(ends.recv()).await, Some(true), "the work was not told");
    assert_eq!(text(&call(&session, 3, "quick", json!({})).await), "quick");
}
