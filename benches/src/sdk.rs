//! SDK reader: one streamed query with a permission callback.

use claude_sdk::options::EnvPolicy;
use claude_sdk::{Message, Options, Permission, PermissionRequest, query};
use tokio::runtime::Builder;

use crate::{Failure, Flood, measure};

/// Reads a complete flood. Returns the number of messages.
pub(crate) fn read(mock: &str, flood: Flood, mut runtime: Builder) -> Result<u64, Failure> {
    let options = Options::default()
        .cli_path(mock)
        .env_policy(EnvPolicy::Clear)
        .env("MOCK_CLAUDE_FLOOD", measure::order(flood))
        .include_partial_messages(true)
        .on_permission(|_: PermissionRequest, _| async {
            Permission::deny("nothing runs in a bench")
        });
    runtime.enable_all().build()?.block_on(async {
        let mut messages = 0;
        let mut run = query("go", options).await?;
        while let Some(message) = run.next().await {
            match message? {
                Message::Noise(_) | Message::Lagged(_) | Message::Undecoded(_) => {
                    return Err("a message was lost or not decoded".into());
                }
                message => drop(std::hint::black_box(message)),
            }
            messages += 1;
        }
        Ok(messages)
    })
}
