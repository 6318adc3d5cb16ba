//! Preconditions: requirements that were not met when a session started or a prompt was sent.

use std::sync::Arc;

use claude_protocol::shown;
use claude_transport::ResourceLimit;
use claude_types::PermissionMode;

/// A requirement that was not met when a session started or a prompt was sent.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum Precondition {
    /// The settings could not be read or passed to the CLI, which would continue without them.
    ///
    /// Neither this error nor its source contains the settings.
    #[error("failed to read the settings")]
    Settings {
        /// The cause.
        #[source]
        source: Arc<dyn std::error::Error + Send + Sync>,
    },
    /// An argument or environment variable is longer than the operating system allows. The CLI was
    /// not started.
    #[error("the value of `{name}` has {bytes} bytes; the limit of the system is {limit} bytes")]
    ArgumentTooLong {
        /// The flag, or the variable.
        name: String,
        /// Its length in bytes, including the final NUL.
        bytes: usize,
        /// The limit of the operating system, in bytes.
        limit: usize,
    },
    /// A limit of [`Options::resource_limits`](crate::Options::resource_limits) could not be set. The
    /// CLI was not started, or ended.
    #[error("failed to set the resource limit of the CLI: {limit}")]
    ResourceLimit {
        /// The limit.
        limit: ResourceLimit,
        /// The error of the operating system. Its kind is `Unsupported` if the system has no such
        /// limit.
        #[source]
        source: Arc<std::io::Error>,
    },
    /// All arguments and environment variables together are longer than the operating system
    /// allows. The CLI was not started.
    #[error(
        "the arguments and variables have {total} bytes; the limit of the system is {limit} bytes, \
         and `{name}` has the most, {length}"
    )]
    ArgumentsTooLong {
        /// The flag or the variable with the largest part. A flag counts with all its values.
        name: String,
        /// Its part in bytes.
        length: usize,
        /// All of them in bytes. On Windows, the command line in UTF-16 units.
        total: usize,
        /// The limit of the operating system, less what the SDK adds.
        limit: usize,
    },
    /// The CLI runs in another permission mode than requested.
    #[error("the CLI runs in permission mode `{}` instead of `{expected}`", shown(actual.as_str()))]
    PermissionMode {
        /// The mode that was requested.
        expected: PermissionMode,
        /// The mode that the CLI reports.
        actual: PermissionMode,
    },
    /// The options contain hooks that block on failure, and the CLI did not apply the hooks.
    #[error("the CLI did not apply the hooks")]
    Hooks,
    /// A required MCP server is not ready.
    #[error("the MCP server `{server}` is not ready: {}", shown(reason))]
    McpServer {
        /// The name of the server.
        server: String,
        /// The reason.
        reason: String,
    },
    /// The CLI did not send the prompt to the model, because it is blank or a hook blocked it. The
    /// session stays open.
    #[error("the prompt was not sent to the model: {notice}")]
    NotSent {
        /// The notice of the CLI, which is in the place of the answer.
        notice: String,
    },
    /// A plugin refused the prompt, or panicked. The session stays open.
    #[error("the plugin `{plugin}` refused the prompt")]
    Plugin {
        /// The name of the plugin.
        plugin: String,
        /// The reason.
        #[source]
        source: Arc<dyn std::error::Error + Send + Sync>,
    },
}
