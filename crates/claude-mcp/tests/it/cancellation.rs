//! Cancellation: calls that the client cancels.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use claude_mcp::rmcp::ServerHandler;
use claude_mcp::rmcp::model::{
    CallToolRequestParams, CallToolResponse, CancelledNotificationParam, ErrorData,
};
use claude_mcp::rmcp::service::{NotificationContext, RequestContext, RoleServer};
use claude_mcp::{NoArgs, Server, Session, Tool, ToolContext};
use serde_json::json;
use tokio::sync::mpsc;
use tokio::time::Instant;

use crate::client::{CANCELLED, call, calling, notify, soon, text, value};
use crate::drop_probe::CallProbe;

fn endless(probe: &CallProbe) -> Session {
    let server = Server::builder("s", "1")
        .add(probe.endless("endless"))
        .tool("quick", "Ends at once.", |_: NoArgs| async { "quick" })
        .tool("later", "Ends in a second.", |_: NoArgs| async {
            tokio::time::sleep(Duration::from_secs(1)).await;
            "later"
        })
        .build();
    Session::new("s", server)
}

async fn cancel(session: &Session, id: i64) {
    let params = json!({ "requestId": id, "reason": "the user pressed escape" });
    let answer = notify(session, "notifications/cancelled", params).await;
    assert_eq!(answer, json!({ "jsonrpc": "2.0", "result": {} }));
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_call_is_dropped_and_fails_once() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    let began = Instant::now();
    let taken = session.answer(calling(3, "endless", &json!({})));
    probe.has_entered(1).await;

    cancel(&session, 3).await;

    let answer = value(&soon(taken).await);
    assert_eq!(answer["id"], 3);
    assert_eq!(answer["error"]["code"], CANCELLED, "{answer}");
    probe.has_left(1).await;
    assert_eq!(began.elapsed(), Duration::ZERO);
    assert_eq!(text(&call(&session, 4, "quick", json!({})).await), "quick");
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_call_does_not_affect_other_calls() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    let sibling = session.answer(calling(1, "later", &json!({})));
    let taken = session.answer(calling(2, "endless", &json!({})));
    probe.has_entered(1).await;
    cancel(&session, 2).await;
    assert_eq!(value(&soon(taken).await)["error"]["code"], CANCELLED);
    assert_eq!(text(&value(&soon(sibling).await)["result"]), "later");
}

#[tokio::test(start_paused = true)]
async fn a_call_cancelled_before_it_began_still_gets_one_response() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    let taken = session.answer(calling(3, "endless", &json!({})));
    cancel(&session, 3).await;
    assert_eq!(value(&soon(taken).await)["error"]["code"], CANCELLED);
    assert_eq!(text(&call(&session, 4, "quick", json!({})).await), "quick");
    assert_eq!(probe.entered(), probe.left(), "the call goes on");
}

#[tokio::test(start_paused = true)]
async fn cancelling_an_unknown_call_does_nothing() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    cancel(&session, 99).await;
    call(&session, 1, "quick", json!({})).await;
    cancel(&session, 1).await;
    assert_eq!(text(&call(&session, 1, "quick", json!({})).await), "quick");
}

#[tokio::test(start_paused = true)]
async fn dropping_the_response_future_cancels_the_call() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    let began = Instant::now();
    let waiting = tokio::spawn(session.answer(calling(3, "endless", &json!({}))));
    probe.has_entered(1).await;
    waiting.abort();
    probe.has_left(1).await;
    assert_eq!(began.elapsed(), Duration::ZERO);
    assert_eq!(text(&call(&session, 4, "quick", json!({})).await), "quick");
}

#[tokio::test(start_paused = true)]
async fn dropping_an_unpolled_response_future_cancels_the_call() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    let answer = session.answer(calling(3, "endless", &json!({})));
    probe.has_entered(1).await;
    drop(answer);
    probe.has_left(1).await;
}

#[tokio::test(start_paused = true)]
async fn the_id_of_a_cancelled_call_can_be_used_again() {
    for next in ["quick", "later"] {
        let probe = CallProbe::default();
        let session = endless(&probe);
        let taken = session.answer(calling(3, "endless", &json!({})));
        probe.has_entered(1).await;
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
async fn the_id_of_an_abandoned_call_can_be_used_again() {
    for next in ["quick", "later"] {
        let probe = CallProbe::default();
        let session = endless(&probe);
        let given_up = session.answer(calling(3, "endless", &json!({})));
        probe.has_entered(1).await;
        drop(given_up);
        let again = value(&soon(session.answer(calling(3, next, &json!({})))).await);
        assert_eq!(text(&again["result"]), next, "{again}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_late_cancellation_does_not_affect_the_next_call_with_the_same_id() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    let taken = session.answer(calling(3, "endless", &json!({})));
    probe.has_entered(1).await;
    cancel(&session, 3).await;
    let next = session.answer(calling(3, "later", &json!({})));
    drop(taken);
    assert_eq!(text(&value(&soon(next).await)["result"]), "later");
}

#[tokio::test(start_paused = true)]
async fn dropping_a_finished_response_future_does_nothing() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    let answered = session.answer(calling(3, "quick", &json!({})));
    call(&session, 4, "quick", json!({})).await;
    let next = session.answer(calling(3, "later", &json!({})));
    drop(answered);
    assert_eq!(text(&value(&soon(next).await)["result"]), "later");
}

/// A handler with its own hook for cancelled calls.
struct Hooked(mpsc::UnboundedSender<String>);

impl ServerHandler for Hooked {
    async fn call_tool(
        &self,
        _: CallToolRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        self.0.send("begun".to_owned()).unwrap();
        std::future::pending().await
    }

    async fn on_cancelled(
        &self,
        taken_back: CancelledNotificationParam,
        _: NotificationContext<RoleServer>,
    ) {
        let id = taken_back.request_id.map(|id| id.to_string()).unwrap_or_default();
        let why = taken_back.reason.unwrap_or_default();
        self.0.send(format!("{id}: {why}")).unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_handler_is_notified_of_cancelled_calls() {
    let (to, mut seen) = mpsc::unbounded_channel();
    let session = Session::new("s", Hooked(to));
    let taken = session.answer(calling(3, "any", &json!({})));
    assert_eq!(soon(seen.recv()).await.unwrap(), "begun");
    cancel(&session, 3).await;
    assert_eq!(value(&soon(taken).await)["error"]["code"], CANCELLED);
    assert_eq!(soon(seen.recv()).await.unwrap(), "3: the user pressed escape");
    // Also for a call that is not in flight: the handler may know it.
    cancel(&session, 9).await;
    assert_eq!(soon(seen.recv()).await.unwrap(), "9: the user pressed escape");
}

/// Runs its work in a separate task, which does not stop when the call is cancelled.
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
async fn work_that_outlives_its_cancelled_call_does_not_affect_other_calls() {
    let probe = CallProbe::default();
    let (done, mut ends) = mpsc::unbounded_channel();
    let server = Server::builder("s", "1").add(stubborn(done)).add(probe.quick("quick")).build();
    let session = Session::new("s", server);
    let began = Instant::now();
    let taken = session.answer(calling(1, "stubborn", &json!({})));
    call(&session, 2, "quick", json!({})).await;

    cancel(&session, 1).await;

    assert_eq!(value(&soon(taken).await)["error"]["code"], CANCELLED);
    assert_eq!(text(&call(&session, 1, "quick", json!({})).await), "quick");
    assert_eq!(began.elapsed(), Duration::ZERO, "somebody waited for the work");
    assert_eq!(soon(ends.recv()).await, Some(true), "the work was not told");
    assert_eq!(text(&call(&session, 3, "quick", json!({})).await), "quick");
}

#[tokio::test(start_paused = true)]
async fn an_inline_call_runs_on_the_task_that_polls_it_and_is_cancelled_with_it() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    call(&session, 1, "quick", json!({})).await;
    let tasks = || tokio::runtime::Handle::current().metrics().num_alive_tasks();
    let before = tasks();

    let unpolled = session.answer_inline(calling(2, "endless", &json!({})));
    let mut inline = Box::pin(session.answer_inline(calling(3, "endless", &json!({}))));
    let polled = poll_fn(|cx| Poll::Ready(inline.as_mut().poll(cx))).await;
    assert!(polled.is_pending());
    assert_eq!((probe.entered(), tasks()), (1, before));

    cancel(&session, 3).await;
    assert_eq!(value(&soon(inline).await)["error"]["code"], CANCELLED);
    assert_eq!(probe.left(), 1);
    drop(unpolled);
    for id in [2, 3] {
        let again = session.answer_inline(calling(id, "quick", &json!({})));
        assert_eq!(text(&value(&soon(again).await)["result"]), "quick");
    }
}
