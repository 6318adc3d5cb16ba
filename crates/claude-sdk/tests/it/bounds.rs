//! Bounds: which types can be sent to other tasks and shared. The test is that this file compiles.

use claude_sdk::client::Messages;
use claude_sdk::error::{CloseReason, JsonFailure};
use claude_sdk::hook::{HookEvent, HookInput, HookMatcher, HookOutput};
use claude_sdk::limits::{Deadlines, Limits, OnFailure, OverflowPolicy};
use claude_sdk::status::StateWatch;
use claude_sdk::{
    AssistantMessage, Client, Context, Error, ErrorKind, Event, Events, InterruptOutcome, Message,
    Options, PendingQuery, Permission, PermissionMode, PermissionRequest, Prompt, Query,
    ResultMessage, SettingSource, State, SystemPrompt, Tools, Turn, query,
};

fn shared<T: Send + Sync + 'static>() {}

fn cloned<T: Clone>() {}

fn unpinned<T: Unpin>() {}

#[test]
fn types_are_send_and_sync() {
    macro_rules! all {
        ($($type:ty),* $(,)?) => { $(shared::<$type>();)* };
    }
    all!(
        PendingQuery,
        AssistantMessage,
        Client,
        CloseReason,
        Context,
        Deadlines,
        Error,
        ErrorKind,
        Event,
        Events,
        HookEvent,
        HookInput,
        HookMatcher,
        HookOutput,
        InterruptOutcome,
        JsonFailure,
        Limits,
        Message,
        Messages,
        OnFailure,
        Options,
        OverflowPolicy,
        Permission,
        PermissionMode,
        PermissionRequest,
        Prompt,
        Query,
        ResultMessage,
        SettingSource,
        State,
        StateWatch,
        SystemPrompt,
        Tools,
        Turn,
    );
}

#[test]
fn handles_and_values_are_clone() {
    cloned::<Client>();
    cloned::<Context>();
    cloned::<Error>();
    cloned::<HookMatcher>();
    cloned::<Options>();
    cloned::<Permission>();
    cloned::<Prompt>();
    cloned::<StateWatch>();
}

#[test]
fn streams_are_unpin() {
    unpinned::<Query>();
    unpinned::<Turn>();
    unpinned::<Messages>();
    unpinned::<Events>();
}

#[test]
fn futures_are_send() {
    fn send<F: Future + Send>(_: F) {}
    // Never called: it only has to compile.
    let _ = |client: &Client, run: &mut Query, turn: &mut Turn, messages: &mut Messages| {
        send(client.send("x"));
        send(client.interrupt());
        send(client.set_model("x"));
        send(client.set_permission_mode(PermissionMode::Plan));
        send(client.close());
        send(run.next());
        send(run.interrupt());
        send(run.set_model(None));
        send(run.set_permission_mode(PermissionMode::Plan));
        send(turn.next());
        send(messages.next());
    };
    let _ = |run: [Query; 3], turn: [Turn; 2], context: &Context| {
        let [a, b, c] = run;
        send(a.text());
        send(b.result());
        send(c.run_to_end());
        let [a, b] = turn;
        send(a.text());
        send(b.result());
        send(context.cancelled());
    };
    send(query("x", Options::default()).text());
    send(query("x", Options::default()).result());
    send(IntoFuture::into_future(query("x", Options::default())));
    send(Client::connect(Options::default()));
}
