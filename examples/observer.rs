//! Observers: one watches all sessions of the program, whether or not their messages are read.
//!
//! Run: `cargo run -p claude-examples --example observer` (needs the Claude Code CLI and a login;
//! set `CLAUDE_CLI_PATH` to run it against another CLI, such as the `mock-claude` of this project).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: a line for each prompt, tool call, refusal and result of two sessions.

use std::time::Instant;

use claude_sdk::observer::{
    AnswerOutcome, AppFact, Fact, Observe, ObserverFactory, SessionInfo, observe_all, tell,
};
use claude_sdk::{Client, Message, Options, Outcome, Permission, query};

/// Watches one session. A real program passes on what it needs: the observer runs in the loop that
/// reads the CLI, so it must not block.
struct Watch(u64);

impl Observe for Watch {
    fn fact(&mut self, fact: &Fact<'_>, _at: Instant) {
        let session = self.0;
        match fact {
            Fact::Sent(sent) => println!("{session}: {} bytes sent", sent.line.len()),
            Fact::Called(call) => println!("{session}: {} called", call.tool),
            Fact::Returned(call) => println!("{session}: {} ended: {:?}", call.tool, call.outcome),
            Fact::Answered(answered) if answered.outcome == AnswerOutcome::Denied => {
                println!("{session}: refused");
            }
            Fact::Message(Message::Result(result)) => {
                println!("{session}: {:?}", Outcome::of(result));
            }
            Fact::Ended(_) => println!("{session}: over"),
            _ => {}
        }
    }
}

struct Watches;

impl ObserverFactory for Watches {
    fn observer(&self, session: &SessionInfo) -> Option<Box<dyn Observe>> {
        println!("{}: started in {:?}", session.number, session.spawn);
        Some(Box::new(Watch(session.number)))
    }

    fn app_fact(&self, fact: &AppFact) {
        println!("{}: {} {}", fact.source, fact.kind, fact.data);
    }
}

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let watching = observe_all(Watches);

    query("What is the capital of France?", Options::default()).text().await?;

    let options =
        Options::default().on_permission(async |_, _| Permission::deny("not in this example"));
    let client = Client::connect(options).await?;
    // Nobody reads the messages of this turn. It is observed all the same.
    let turn = client.send("Make a folder.").await?;
    drop(turn);
    client.idle().await?;
    client.close().await?;

    tell(|| AppFact::new("example", "finished", serde_json::json!({ "sessions": 2 })));
    drop(watching);
    Ok(())
}
