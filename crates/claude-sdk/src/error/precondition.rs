//! Preconditions: requirements that were not met when a session started or a prompt was sent.

use std::sync::Arc;

use claude_types::PermissionMode;

/// Something that must hold before the CLI gets a prompt, and does not.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum Precondition {
    /// The settings could not be read or handed to the CLI, which would go on without them.
    /// Neither this nor its source tells what they hold.
    #[error("failed to read the settings")]
    Settings {
        /// What kept them from being read.
        #[source]
        source: Arc<dyn std::error::Error + Send + Sync>,
    },
    /// One argument or variable is longer than the system allows. The CLI was not started.
    #[error("the value of `{name}` has {bytes} bytes, and the system takes {limit} at most")]
    ArgumentTooLong {
        /// The flag, or the variable.
        name: String,
        /// Its length, with the zero at its end.
        bytes: usize,
        /// The most that the system takes.
        limit: usize,
    },
    /// The CLI runs in another permission mode than asked for.
    #[error("the CLI runs in permission mode `{actual}` instead of `{expected}`")]
    PermissionMode {
        /// The mode that was asked for.
        expected: PermissionMode,
        /// The mode that it runs in.
        actual: PermissionMode,
    },
    /// There are hooks that guard, and the CLI did not take them.
    #[error("the CLI did not apply the hooks")]
    Hooks,
    /// An MCP server that must be there is not.
    #[error("the MCP server `{server}` is not ready: {reason}")]
    McpServer {
        /// Which server.
        server: String,
        /// What keeps it.
        reason: String,
    },
    /// A plugin refused the prompt, or panicked over it. The session is not over.
    #[error("the plugin `{plugin}` refused the prompt")]
    Plugin {
        /// Its name.
        plugin: String,
        /// Why.
        #[source]
        source: Arc<dyn std::error::Error + Send + Sync>,
    },
}
