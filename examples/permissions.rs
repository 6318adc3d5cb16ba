//! Tools that ask before they run, and a hook that has the last word.
//!
//! Run: `cargo run -p claude-examples --example permissions` (needs the Claude Code CLI and a
//! login; set `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: one line for each question, such as `may Bash run? {"command":"ls"}`, then
//! the final text.

use claude_sdk::{
    HookEvent, HookInput, HookMatcher, Options, Permission, PermissionRequest, deny, proceed, query,
};

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Error> {
    let guard = HookMatcher::new(HookEvent::PreToolUse).matching("Write|Edit");
    let options = Options::default()
        .on_permission(|ask: PermissionRequest| async move {
            println!("may {} run? {}", ask.tool_name, ask.input.get());
            match ask.tool_name.as_str() {
                "Bash" | "Read" => Permission::allow(),
                _ => Permission::deny("not on the list"),
            }
        })
        .on_hook(guard, |event, _context| async move {
            let HookInput::PreToolUse(call) = event else { return deny("no call of a tool") };
            let is_secret = call.tool_input.get().contains(".env");
            if is_secret { deny("secrets stay as they are") } else { proceed() }
        });
    let answer = query("Use a tool to list the files here.", options).text().await?;
    println!("{answer}");
    Ok(())
}
