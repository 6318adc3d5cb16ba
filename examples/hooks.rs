//! Hooks: a guard, a log in the background, more for the model to read, and a count as a type.
//!
//! Run: `cargo run -p claude-examples --example hooks` (needs the Claude Code CLI and a login; set
//! `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: a line for the prompt, one before and one after each tool call, the number of
//! calls, and the final text.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use claude_sdk::hook::{
    self, Hook, IntoOutput, PostToolUseInput, PreToolUseOutput, Proceed, UserPromptSubmitOutput,
};
use claude_sdk::hook::{HookEvent, HookMatcher, proceed};
use claude_sdk::limits::OnFailure;
use claude_sdk::types::{BashInput, DecodeError};
use claude_sdk::{Context, Options, Permission, query};

/// Counts tool calls.
struct Counter(Arc<AtomicUsize>);

impl Hook<hook::PostToolUse> for Counter {
    async fn call(&self, _: PostToolUseInput, _: Context) -> impl IntoOutput<hook::PostToolUse> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Proceed::default()
    }
}

/// The CLI does not wait for this.
async fn log(done: PostToolUseInput, _: Context) {
    println!("{} is done: {:?} ms", done.tool_name, done.duration_ms);
}

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let calls = Arc::new(AtomicUsize::new(0));
    let options = Options::default()
        // What the hook is told and may answer follows from the event.
        .on(hook::PreToolUse::matching("Bash"), |call, _| async move {
            // An input that cannot be read is a failure, and a guard that fails says no.
            let bash = call.input_as::<BashInput>()?;
            println!("before `{}`", bash.command);
            let forbidden = bash.command.contains("sudo");
            Ok::<_, DecodeError>(forbidden.then(|| PreToolUseOutput::deny("not as root")))
        })
        .on(hook::UserPromptSubmit::any(), |prompt, _| async move {
            println!("the prompt: {}", prompt.prompt);
            UserPromptSubmitOutput::context("The user likes short answers.")
        })
        // A hook that only watches may fail, and has little time.
        .on(
            hook::Stop::any().timeout(Duration::from_secs(1)).on_failure(OnFailure::Continue),
            |_, _| async { println!("the model is done") },
        )
        .on(hook::PostToolUse::any().in_background(), log)
        .on_handler(hook::PostToolUse::any(), Counter(Arc::clone(&calls)))
        // The generic form takes any event, also one that this version does not know.
        .on_hook(HookMatcher::new(HookEvent::Notification), |event, _| async move {
            println!("{} happened", event.event());
            proceed()
        })
        .on_permission(|_, _| async { Permission::allow() });
    let answer = query("Use a tool to say hi.", options).text().await?;
    println!("{} calls: {answer}", calls.load(Ordering::SeqCst));
    Ok(())
}
