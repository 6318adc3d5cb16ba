//! Options about tools: which the model has, and which may run.

use std::path::PathBuf;

use claude_types::PermissionMode;

use super::{Options, PermissionPrompts, QuestionPreview, Skills, Tools};
use crate::mcp_servers::McpServers;

/// # Tools
impl Options {
    /// The tools that the model has at all.
    #[must_use]
    pub fn tools(mut self, tools: Tools) -> Self {
        self.tools = Some(tools);
        self
    }

    /// Tools that may run without asking, as names or rules such as `Bash(git:*)`.
    #[must_use]
    pub fn allow_tools<T: Into<String>>(mut self, rules: impl IntoIterator<Item = T>) -> Self {
        self.allowed_tools.extend(rules.into_iter().map(Into::into));
        self
    }

    /// Tools that may not run, as names or rules.
    #[must_use]
    pub fn disallow_tools<T: Into<String>>(mut self, rules: impl IntoIterator<Item = T>) -> Self {
        self.disallowed_tools.extend(rules.into_iter().map(Into::into));
        self
    }

    /// Tool names that stand for others: where the model calls the first, the second runs. An
    /// alias of an alias is not followed.
    #[must_use]
    pub fn tool_aliases<K: Into<String>, V: Into<String>>(
        mut self,
        aliases: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let aliases = aliases.into_iter().map(|(from, to)| (from.into(), to.into()));
        self.tool_aliases.extend(aliases);
        self
    }

    /// The skills of the session: all, or these only. Without this, nothing is said about skills,
    /// which does not mean that there are none.
    ///
    /// They may run without asking, as if [`Options::allow_tools`] named them. They are looked for
    /// in the settings of the user and the project, unless [`Options::setting_sources`] says
    /// otherwise. [`Options::validate`] refuses names that could pass for other rules.
    #[must_use]
    pub fn skills(mut self, skills: Skills) -> Self {
        self.skills = Some(skills);
        self
    }

    /// The permission mode. It is always sent and checked: a CLI that runs in another mode is an
    /// error. The default is [`PermissionMode::Default`], which asks.
    #[must_use]
    pub fn permission_mode(mut self, mode: PermissionMode) -> Self {
        self.permission_mode = Some(mode);
        self
    }

    /// Leaves the permission mode to the settings files and to the CLI's own default, which in
    /// some versions asks nobody.
    #[must_use]
    pub fn permission_mode_from_settings(mut self, enabled: bool) -> Self {
        self.permission_mode = match self.permission_mode {
            _ if enabled => None,
            None => Some(PermissionMode::Default),
            chosen => chosen,
        };
        self
    }

    /// Lets [`PermissionMode::BypassPermissions`] be chosen, at the start or later. Without this
    /// [`Options::validate`] refuses that mode.
    #[must_use]
    pub fn allow_bypass(mut self, enabled: bool) -> Self {
        self.allow_bypass = enabled;
        self
    }

    /// Says that a permission callback is not asked about everything, and that this is meant.
    ///
    /// [`Options::validate`] refuses a callback beside a mode that asks nobody, and beside rules of
    /// [`Options::allow_tools`] that allow a whole tool. With this, both are a
    /// [`Warning`](crate::version::Warning).
    #[must_use]
    pub fn allow_shadowed_permissions(mut self, enabled: bool) -> Self {
        self.allow_shadowed_permissions = enabled;
        self
    }

    /// An MCP tool that decides about permissions, in the place of
    /// [`Options::on_permission`].
    #[must_use]
    pub fn permission_prompt_tool(mut self, tool: impl Into<String>) -> Self {
        self.permission_prompt_tool = Some(tool.into());
        self
    }

    /// Who answers questions about permissions. CLIs before 2.1.275 may not know it.
    #[must_use]
    pub fn permission_prompts(mut self, target: PermissionPrompts) -> Self {
        self.permission_prompts = Some(target);
        self
    }

    /// How previews in questions to the user are written.
    #[must_use]
    pub fn question_preview(mut self, format: QuestionPreview) -> Self {
        self.question_preview = Some(format);
        self
    }

    /// An MCP server in this process: one built of closures ([`crate::mcp::Server`]), or any other
    /// rmcp handler.
    ///
    /// Its tools are there in the first turn. They run under the permission rules like any other,
    /// see [`ToolName`](crate::ToolName). [`McpServers::server_with`] takes settings, too.
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

    /// MCP servers, beside those that are set already. They are declared over the pipe: nothing of
    /// them is on the command line.
    #[must_use]
    pub fn mcp_servers(mut self, servers: McpServers) -> Self {
        self.mcp.extend(servers);
        self
    }

    /// MCP servers that must be connected before the first prompt. Otherwise the start fails, and
    /// the error tells which and why. They have 30 seconds; [`Client::wait_for_mcp`](crate::Client::wait_for_mcp)
    /// waits for as long as it is told.
    #[must_use]
    pub fn require_mcp_servers<T: Into<String>>(
        mut self,
        names: impl IntoIterator<Item = T>,
    ) -> Self {
        self.required_mcp.extend(names.into_iter().map(Into::into));
        self
    }

    /// A file that declares MCP servers. Its path is on the command line, and nothing that is in
    /// it.
    #[must_use]
    pub fn mcp_config(mut self, path: impl Into<PathBuf>) -> Self {
        self.mcp_config.push(path.into());
        self
    }

    /// Lets the CLI use the MCP servers of these options only, and none of the user's, the
    /// project's or a plugin's.
    #[must_use]
    pub fn strict_mcp_config(mut self, enabled: bool) -> Self {
        self.strict_mcp_config = enabled;
        self
    }
}
