//! Whatever is dropped: no process stays, no zombie, and nothing that the CLI started.

use std::panic::resume_unwind;
use std::sync::{Arc, Mutex};

use claude_sdk::{Client, Error, Permission, PermissionRequest, State, query};

use super::family::{Family, connected, streaming};
use super::stage::{bounded, everywhere, exists, until};

#[test]
fn a_query_in_the_middle_of_its_stream() {
    everywhere(async || {
        let (family, run) = streaming().await;
        drop(run);
        family.gone().await;
    });
}

#[test]
fn a_client() {
    everywhere(async || {
        let (family, client) = connected().await;
        let clone = client.clone();
        drop(client);
        assert!(clone.set_model("opus").await.is_ok(), "a clone keeps it");
        drop(clone);
        family.gone().await;
    });
}

#[test]
fn a_turn_keeps_the_process() {
    everywhere(async || {
        let steps = r#"spawn-grandchild; expect user; text "begun"; sleep 300ms; text "done""#;
        let (mut family, options) = Family::playing(steps);
        let client = Client::connect(options).await.unwrap();
        family.meet().await;
        let mut turn = client.send("hi").await.unwrap();
        until(&mut turn, "begun").await;
        drop(client);
        until(&mut turn, "done").await;
        assert!(exists(family.started.one()));
        drop(turn);
        family.gone().await;
    });
}

#[test]
fn subscriptions_do_not_keep_the_process() {
    everywhere(async || {
        let (family, client) = connected().await;
        let (mut all, mut state) = (client.messages().unwrap(), client.state());
        let messages = client.unsolicited().unwrap();
        drop(client);
        family.gone().await;
        assert!(matches!(all.next().await, Some(Err(Error::Closed { .. }))));
        assert!(all.next().await.is_none());
        assert!(bounded(state.wait_for(State::is_closed)).await.unwrap().is_closed());
        drop((all, messages));
    });
}

#[test]
fn one_that_ignores_the_request_to_end() {
    everywhere(async || {
        let (mut family, options) = Family::playing("ignore-term; spawn-grandchild; no-exit");
        let client = Client::connect(options).await.unwrap();
        family.meet().await;
        drop(client);
        family.gone().await;
    });
}

#[test]
fn a_future_that_is_dropped_before_it_is_done() {
    everywhere(async || {
        let (mut family, options) = Family::playing("spawn-grandchild; no-initialize");
        tokio::select! {
            done = Client::connect(options) => panic!("{done:?}"),
            () = family.meet() => {}
        }
        family.gone().await;

        let (mut family, options) = Family::new();
        tokio::select! {
            done = query("hi", options).text() => panic!("{done:?}"),
            () = family.meet() => {}
        }
        family.gone().await;
    });
}

#[test]
fn in_a_task_that_panics() {
    everywhere(async || {
        let (family, client) = connected().await;
        let task = tokio::spawn(async move {
            let _turn = client.send("hi").await;
            resume_unwind(Box::new("as a user's code may"));
        });
        assert!(task.await.unwrap_err().is_panic());
        family.gone().await;
    });
}

/// The last handle may be the one that a callback has borrowed.
#[test]
fn in_a_callback() {
    everywhere(async || {
        let steps = "spawn-grandchild; expect user; tool Bash {}; hang";
        let (mut family, options) = Family::playing(steps);
        let slot: Arc<Mutex<Option<Client>>> = Arc::default();
        let taken = Arc::clone(&slot);
        let options = options.on_permission(move |_: PermissionRequest, _| {
            drop(taken.lock().unwrap().take());
            async { Permission::allow() }
        });
        let client = Client::connect(options).await.unwrap();
        family.meet().await;
        drop(client.send("hi").await.unwrap());
        *slot.lock().unwrap() = Some(client);
        family.gone().await;
    });
}

#[test]
fn many_at_once() {
    everywhere(async || {
        let mut families = Vec::new();
        for _ in 0..10 {
            families.push(connected().await);
        }
        let (families, clients): (Vec<_>, Vec<_>) = families.into_iter().unzip();
        drop(clients);
        for family in families {
            family.gone().await;
        }
    });
}
