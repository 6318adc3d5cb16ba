//! Tools: setters for the tools of the model, their permissions, and MCP servers.

use std::path::PathBuf;

use claude_types::PermissionMode;

use super::{Options, PermissionPrompts, QuestionPreview, Skills, Tools};
use crate::mcp_servers::McpServers;

/// # Tools
impl Options {
    /// Sets the tools that are available to the model.
    ///
    /// By default, the CLI chooses. Becomes `--tools`.
    #[must_use]
    pub fn tools(mut self, tools: Tools) -> Self {
        self.tools = Some(tools);
        self
    }

    /// Adds tools that run without a permission request, as names or rules such as `Bash(git:*)`.
    ///
    /// Becomes `--allowedTools`.
    #[must_use]
    pub fn allow_tools<T: Into<String>>(mut self, rules: impl IntoIterator<Item = T>) -> Self {
        self.allowed_tools.extend(rules.into_iter().map(Into::into));
        self
    }

    /// Adds tools that must not run, as names or rules.
    ///
    /// Becomes `--disallowedTools`.
    #[must_use]
    pub fn disallow_tools<T: Into<String>>(mut self, rules: impl IntoIterator<Item = T>) -> Self {
        self.disallowed_tools.extend(rules.into_iter().map(Into::into));
        self
    }

    /// Adds aliases of tools: if the model calls the first tool, the second runs.
    ///
    /// An alias of an alias is not followed. Sent in `initialize` as `toolAliases`.
    #[must_use]
    pub fn tool_aliases<K: Into<String>, V: Into<String>>(
        mut self,
        aliases: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let aliases = aliases.into_iter().map(|(from, to)| (from.into(), to.into()));
        self.tool_aliases.extend(aliases);
        self
    }

    /// Sets the skills of the session: all, or a list.
    ///
    /// By default, no skills are named; the CLI may still find some.
    ///
    /// Skills run without a permission request, as if [`Options::allow_tools`] listed them. They
    /// are read from the settings of the user and the project, unless [`Options::setting_sources`]
    /// is set. [`Options::validate`] refuses names that could be read as other rules.
    #[must_use]
    pub fn skills(mut self, skills: Skills) -> Self {
        self.skills = Some(skills);
        self
    }

    /// Sets the permission mode.
    ///
    /// The default is [`PermissionMode::Default`], in which the CLI asks. Becomes
    /// `--permission-mode`.
    ///
    /// The start fails with
    /// [`Precondition::PermissionMode`](crate::error::Precondition::PermissionMode) if the CLI
    /// reports another mode.
    #[must_use]
    pub fn permission_mode(mut self, mode: PermissionMode) -> Self {
        self.permission_mode = Some(mode);
        self
    }

    /// Sets whether the settings files, or the default of the CLI, choose the permission mode.
    ///
    /// The default is `false`.
    ///
    /// If `true`, no mode is sent, and the mode is not checked. The default mode of some CLI
    /// versions allows tools without asking.
    #[must_use]
    pub fn permission_mode_from_settings(mut self, enabled: bool) -> Self {
        self.permission_mode = match self.permission_mode {
            _ if enabled => None,
            None => Some(PermissionMode::Default),
            chosen => chosen,
        };
        self
    }

    /// Sets whether [`PermissionMode::BypassPermissions`] may be chosen, at the start or later.
    ///
    /// The default is `false`. Becomes `--allow-dangerously-skip-permissions`.
    #[must_use]
    pub fn allow_bypass(mut self, enabled: bool) -> Self {
        self.allow_bypass = enabled;
        self
    }

    /// Sets whether a permission callback is accepted although it is not called for every tool.
    ///
    /// The default is `false`.
    ///
    /// If `false`, [`Options::validate`] refuses a callback that is combined with
    /// [`PermissionMode::BypassPermissions`], or with rules of [`Options::allow_tools`] that allow
    /// a whole tool that can write or run something. If `true`, both only cause a
    /// [`Warning`](crate::version::Warning). Tools that only read (`Read`, `Grep`, `Glob`) cause a
    /// warning in any case.
    #[must_use]
    pub fn allow_shadowed_permissions(mut self, enabled: bool) -> Self {
        self.allow_shadowed_permissions = enabled;
        self
    }

    /// Sets an MCP tool that decides about permissions.
    ///
    /// Becomes `--permission-prompt-tool`.
    ///
    /// Cannot be combined with [`Options::on_permission`].
    #[must_use]
    pub fn permission_prompt_tool(mut self, tool: impl Into<String>) -> Self {
        self.permission_prompt_tool = Some(tool.into());
        self
    }

    /// Sets where permission requests are answered.
    ///
    /// By default, they are sent to this program. Becomes `--permission-prompts`.
    ///
    /// CLIs before 2.1.275 may not support it.
    #[must_use]
    pub fn permission_prompts(mut self, target: PermissionPrompts) -> Self {
        self.permission_prompts = Some(target);
        self
    }

    /// Sets the format of previews in questions to the user.
    ///
    /// By default, the CLI uses Markdown.
    ///
    /// Becomes the variable `CLAUDE_CODE_QUESTION_PREVIEW_FORMAT`.
    #[must_use]
    pub fn question_preview(mut self, format: QuestionPreview) -> Self {
        self.question_preview = Some(format);
        self
    }

    /// Adds an MCP server in this process.
    ///
    /// The server is built from closures ([`crate::mcp::Server`]), or is any other rmcp handler.
    ///
    /// Its tools are available in the first turn. The permission rules apply to them, see
    /// [`ToolName`](crate::ToolName). Use [`McpServers::server_with`] to set options of the server.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::mcp::{Server, schemars};
    /// use claude_sdk::{Options, ToolName};
    ///
    /// #[derive(serde::Deserialize, schemars::JsonSchema)]
    /// struct Add { a: f64, b: f64 }
    ///
    /// let calculator = Server::builder("calculator", "1.0.0")
    ///     .tool("add", "Adds two numbers.", |args: Add| async move { args.a + args.b })
    ///     .build();
    /// let options = Options::default()
    ///     .mcp_server("calculator", calculator)
    ///     .allow_tools([ToolName::mcp("calculator", "add")]);
    /// ```
    #[cfg(feature = "mcp")]
    #[cfg_attr(docsrs, doc(cfg(feature = "mcp")))]
    #[must_use]
    pub fn mcp_server(
        self,
        name: impl Into<String>,
        handler: impl claude_mcp::rmcp::ServerHandler,
    ) -> Self {
        self.mcp_servers(McpServers::new().server(name, handler))
    }

    /// Adds MCP servers.
    ///
    /// A server replaces an earlier one with the same name.
    ///
    /// The CLI knows them before it repeats a deferred tool call, so such a call can be made again
    /// after a resume (a hook that returns `defer`). In-process servers are named on the command
    /// line. External servers are sent over stdin, or written to a private file if the CLI is not
    /// known to read them in time; nothing about them is on the command line. A server whose
    /// configuration contains `${` is only named later: at the start, the CLI would replace the
    /// variable.
    #[must_use]
    pub fn mcp_servers(mut self, servers: McpServers) -> Self {
        self.mcp.extend(servers);
        self
    }

    /// Adds MCP servers that must be connected before the first prompt.
    ///
    /// They have 30 s to connect.
    ///
    /// If one is not ready, the start fails with
    /// [`Precondition::McpServer`](crate::error::Precondition::McpServer), which names the server
    /// and the reason. [`Client::wait_for_mcp`](crate::Client::wait_for_mcp) waits with another
    /// deadline.
    #[must_use]
    pub fn require_mcp_servers<T: Into<String>>(
        mut self,
        names: impl IntoIterator<Item = T>,
    ) -> Self {
        self.required_mcp.extend(names.into_iter().map(Into::into));
        self
    }

    /// Adds a file that declares MCP servers.
    ///
    /// Becomes `--mcp-config`: the path is on the command line, the content is not.
    #[must_use]
    pub fn mcp_config(mut self, path: impl Into<PathBuf>) -> Self {
        self.mcp_config.push(path.into());
        self
    }

    /// Sets whether the CLI uses only the MCP servers of these options.
    ///
    /// If `true`, it ignores those of the user, the project and plugins.
    ///
    /// The default is `false`. Becomes `--strict-mcp-config`.
    #[must_use]
    pub fn strict_mcp_config(mut self, enabled: bool) -> Self {
        self.strict_mcp_config = enabled;
        self
    }
}
