//! Tools that ask before they run: by tool, with a changed input, and with a rule for the next time.
//!
//! Run: `cargo run -p claude-examples --example permissions` (needs the Claude Code CLI and a
//! login; set `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: one line for each question, such as `may Bash run? {"command":"ls"}`, then
//! the final text.

use std::collections::BTreeMap;
use std::sync::Mutex;

use claude_sdk::callbacks::IntoPermission;
use claude_sdk::types::{DecisionClassification, PermissionRule, PermissionUpdate};
use claude_sdk::{Context, Options, Permission, PermissionHandler, PermissionRequest, Tool, query};

/// Answers by tool, and counts what was asked.
#[derive(Default)]
struct Desk {
    asked: Mutex<BTreeMap<String, usize>>,
}

impl PermissionHandler for Desk {
    async fn decide(&self, ask: PermissionRequest, context: Context) -> impl IntoPermission {
        println!("may {} run? {}", ask.tool_name, ask.input.get());
        if let Ok(mut asked) = self.asked.lock() {
            *asked.entry(ask.tool_name.clone()).or_default() += 1;
        }
        let answer = match ask.tool() {
            Tool::Read(_) | Tool::Grep(_) => Permission::allow(),
            // A changed input: whatever the model writes goes below one folder.
            Tool::Write(mut write) => {
                write.file_path = format!("/sandbox{}", write.file_path);
                Permission::allow_with(write)
            }
            // Not asked again in this session, for commands that begin like this one.
            Tool::Bash(bash) if ["ls", "echo hi | tee log"].contains(&bash.command.as_str()) => {
                let rule = PermissionRule::new("Bash").content(format!("{} *", bash.command));
                Permission::allow_updating(&bash, [PermissionUpdate::allow([rule])])
                    .with_classification(DecisionClassification::UserPermanent)
            }
            // "Always": the suggestions without permission modes. A mode such as `acceptEdits` would
            // open the rest of the session, so do not return `permission_suggestions` as they are.
            Tool::Glob(_) => {
                let always = ask.suggested_rules();
                for update in &always {
                    println!("always: {update}");
                }
                Permission::allow_updating(&ask.input, always)
            }
            // Names what is allowed and ends with a denial: an input that cannot be read, and
            // a tool that is not known, end here.
            _ => Permission::deny("not on the list"),
        };
        // A change that the CLI cannot read is left out; the others are kept.
        for (update, why) in answer.rejected_updates(&ask) {
            println!("left out: {update:?}, because {why}");
        }
        if let Some(client) = context.client() {
            // A callback may use its session. Here it only proves that it is alive.
            println!("asked by the session {:?}", client.session_id().is_some());
        }
        answer
    }
}

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    // A closure does for most: `.on_permission(|ask: PermissionRequest, _| async move { … })`.
    let options = Options::default().on_permission_handler(Desk::default());
    let answer = query("Use a tool to list the files here.", options).text().await?;
    println!("{answer}");
    Ok(())
}
