//! Bounds: traits and sizes of public types, checked by the compiler.

use claude_protocol::{
    Connection, ConnectionOptions, Context, Handlers, Hook, Idle, InterruptOutcome, McpServer,
    ProtocolError, StallWatch, State, StateWatch, Subscription, Task, TaskJoin, TaskTree, Tasks,
    Turn,
};

use crate::script::session_with;
use crate::show::prompt;
use crate::stage::everywhere;

fn is<T: Send + Sync + Unpin + std::fmt::Debug + 'static>() {}
fn is_clone<T: Clone>() {}
fn is_send<T: Send>(_: &T) {}

const _: fn() = || {
    is::<Connection>();
    is::<ConnectionOptions>();
    is::<Context>();
    is::<Handlers>();
    is::<Hook>();
    is::<Idle>();
    is::<InterruptOutcome>();
    is::<TaskJoin>();
    is::<McpServer>();
    is::<ProtocolError>();
    is::<StallWatch>();
    is::<State>();
    is::<StateWatch>();
    is::<Subscription>();
    is::<Task>();
    is::<TaskTree>();
    is::<Tasks>();
    is::<Turn>();
    is_clone::<Connection>();
    is_clone::<ConnectionOptions>();
    is_clone::<ProtocolError>();
    is_clone::<StateWatch>();
};

/// Every future is `Send`.
const _: fn(&Connection, &mut Turn, &mut Subscription, &mut StateWatch) =
    |connection, turn, subscription, state| {
        is_send(&connection.send(prompt("")));
        is_send(&connection.post(prompt("")));
        is_send(&connection.set_model(None));
        is_send(&connection.set_permission_mode("plan".into()));
        is_send(&connection.interrupt());
        is_send(&connection.request_untyped::<claude_types::Raw>("x", &()));
        is_send(&connection.remove_mcp_server(""));
        is_send(&connection.close());
        is_send(&connection.idle().into_future());
        is_send(&connection.tasks().join().into_future());
        is_send(&connection.tasks().changed());
        is_send(&connection.tasks().stop(&"x".into()));
        is_send(&connection.stalls().next());
        is_send(&turn.next());
        is_send(&subscription.next());
        is_send(&subscription.result_of(&"x".into()));
        is_send(&state.changed());
        is_send(&state.wait_for(State::is_idle));
    };

#[test]
fn an_error_is_small_enough_to_return() {
    assert!(size_of::<ProtocolError>() <= 128, "{}", size_of::<ProtocolError>());
}

#[test]
fn debug_shows_no_text_of_a_conversation() {
    everywhere(async || {
        let mut options = ConnectionOptions::default();
        options.initialize.append_system_prompt = Some("hush".into());
        assert!(!format!("{options:?}").contains("hush"));
        let script = "-> prompt $a hush\n <- started $a\n <- say hush\n <- result $a hush";
        let (connection, cli) = session_with(options, script).await;
        let messages = connection.subscribe().unwrap();
        let turn = connection.send(prompt("hush")).await.unwrap();
        connection.state().wait_for(State::is_idle).await.unwrap();
        let shown = format!("{connection:?} {turn:?} {messages:?}");
        assert!(!shown.contains("hush"), "{shown}");
        cli.done().await;
    });
}
