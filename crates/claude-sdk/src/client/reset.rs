//! Reset: begins a new conversation in the same process.

use std::sync::Arc;

use claude_types::SessionId;
use tokio::time::timeout;

use crate::boxed::{BoxFuture, boxed};
use crate::error::{CliVersion, Error, Result};
use crate::session::Client;

/// The command of the CLI that begins a new conversation.
const CLEAR: &str = "/clear";

/// # Reset
impl Client {
    /// Begins a new conversation in the same process, and returns its session ID.
    ///
    /// Sends the command `/clear`, and waits until the CLI has confirmed it: with a
    /// [`ConversationResetMessage`](claude_types::ConversationResetMessage), and with a result that
    /// has another session ID than before. That ID is returned, and is that of
    /// [`Client::session_id`] from now on; `new_conversation_id` of the message is another one. The
    /// earlier ID resumes the earlier conversation. Plugins do not see the command.
    ///
    /// # What stays
    ///
    /// The model no longer sees the earlier messages, and the totals of the
    /// [`Ledger`](crate::usage::Ledger) that the CLI reports begin again. What follows was seen with
    /// CLI 2.1.332.
    ///
    /// | gone | stays |
    /// |---|---|
    /// | the conversation | model, permission mode, settings of [`Client::apply_flag_settings`] |
    /// | working directory and variables of the shell | permission rules and directories that were added for the session |
    /// | | MCP servers of [`Client::set_mcp_servers`] |
    /// | | background shells, which keep running |
    /// | | scheduled prompts (`CronCreate`), with their text |
    /// | | the IDs of prompts: one that is sent again is not run |
    /// | | everything on disk, such as `CLAUDE.md` and settings files |
    ///
    /// So a reset does not separate users from one another.
    ///
    /// # Errors
    ///
    /// - [`Error::Unfinished`] if a turn runs or a prompt is queued. Nothing is sent then.
    /// - [`Error::Unsupported`] if the CLI ends the command without a confirmation: one that is too
    ///   old, or whose commands are disabled. The command may have been a prompt for the model then.
    /// - [`Error::Timeout`] if the CLI does not end the command within
    ///   [`Deadlines::control`](crate::limits::Deadlines::control) (60 s by default). Hooks of
    ///   `SessionEnd` and `SessionStart` count.
    /// - [`Error::Run`] if the command failed, for example because it was interrupted.
    /// - [`Error::Closed`] or [`Error::Exited`] if the session is over.
    ///
    /// After other errors than the first, it is not known which conversation the CLI has.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not stop the reset.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
    /// client.send("My name is Ada.").await?.text().await?;
    /// client.idle().await?;
    /// let id = client.reset().await?;
    /// assert_eq!(client.session_id(), Some(&id));
    /// let answer = client.send("What is my name?").await?.text().await?;
    /// println!("{answer}: it does not know");
    /// # Ok(())
    /// # }
    /// ```
    pub async fn reset(&self) -> Result<SessionId> {
        self.reset_boxed().await
    }

    fn reset_boxed(&self) -> BoxFuture<'_, Result<SessionId>> {
        boxed(async {
            self.check_usable().await?;
            let _held = self.restarter().hold().await;
            let (ids, connection) = (self.session().ids(), self.connection());
            let (before, resets) = (ids.latest().cloned(), ids.resets());
            let turn = connection.send_command_if_idle(CLEAR).await?;
            let within = connection.deadlines().control;
            let Ok(result) = timeout(within, turn.result()).await else {
                return Err(Error::Timeout {
                    waiting_for: CLEAR.into(),
                    after: within,
                    diagnostics: Arc::default(),
                });
            };
            let result = result?;
            if result.is_failure() {
                return Err(Error::Run(Box::new(result)));
            }
            match result.session_id {
                Some(id) if ids.resets() > resets && Some(&id) != before.as_ref() => Ok(id),
                _ => Err(Error::Unsupported {
                    subtype: CLEAR.into(),
                    version: connection.version().as_deref().and_then(CliVersion::parse),
                }),
            }
        })
    }
}
