//! Initialize request: sends the options that are too long or too private for the command line.
//!
//! The request also names the MCP servers of this process. `claude-protocol` adds the hooks,
//! because it assigns their IDs. Read next: `args.rs`.

use claude_protocol::handshake;
use claude_types::{InitializeRequest, LocalPlugin, Raw};

use super::mint;
use crate::options::{Options, PluginDir, SystemPrompt};

/// # Initialize request
impl Options {
    /// Returns the first request to the CLI, `initialize`. The same options give the same request.
    ///
    /// The manifests of in-process MCP servers are only known at a start and left out here.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    ///
    /// let request = Options::default().system_prompt("Be brief.").initialize();
    /// assert_eq!(request.system_prompt.unwrap(), ["Be brief."]);
    /// ```
    #[must_use]
    pub fn initialize(&self) -> InitializeRequest {
        let handlers = self.handlers(&mint(self));
        handshake(self.request(), &handlers, &self.deadlines)
    }

    /// Returns the request without the hooks and callbacks, which `claude-protocol` adds.
    pub(crate) fn request(&self) -> InitializeRequest {
        let mut request = InitializeRequest::default();
        match &self.system_prompt {
            SystemPrompt::Empty | SystemPrompt::Preset | SystemPrompt::File(_) => {}
            // An empty prompt is set on the command line.
            SystemPrompt::Text(text) if text.is_empty() => {}
            SystemPrompt::Text(text) => request.system_prompt = Some(vec![text.clone()]),
            SystemPrompt::Blocks(parts) => request.system_prompt = Some(parts.clone()),
            SystemPrompt::Append(text) => request.append_system_prompt = Some(text.clone()),
        }
        request.system_prompt_snapshot = self.system_prompt_snapshot;
        request.exclude_dynamic_sections = self.exclude_dynamic_sections.then_some(true);
        request.plan_mode_instructions.clone_from(&self.plan_mode_instructions);
        request.json_schema.clone_from(&self.json_schema);
        request.title.clone_from(&self.title);
        request.skills = self.named_skills();
        request.agents = some(&self.agents);
        request.tool_aliases = some(&self.tool_aliases);
        if self.plugins_over_pipe() {
            request.plugins = Some(self.plugins());
        }
        // `validate` has refused text that is not a JSON object.
        let managed = |text: &String| Raw::from_text(text.clone()).ok();
        request.managed_settings = self.managed_settings.as_ref().and_then(managed);
        request.forward_subagent_text = self.forward_subagent_text.then_some(true);
        request.agent_progress_summaries = self.agent_progress_summaries.then_some(true);
        request.prompt_suggestions = self.prompt_suggestions.then_some(true);
        request.per_task_stop_affordance = self.per_task_stop.then_some(true);
        self.name_servers(&mut request);
        // A CLI without `--await-initialize` ignores them here, and reads them from a private file.
        request.mcp_servers = Some(self.mcp.external_at_launch()).filter(|map| !map.is_empty());
        request
    }

    /// Returns whether plugin directories are sent in `initialize`.
    pub(crate) fn plugins_over_pipe(&self) -> bool {
        !self.plugin_dirs.is_empty() && !self.plugin_dirs_on_command_line
    }

    fn plugins(&self) -> Vec<LocalPlugin> {
        let plugin = |dir: &PluginDir| {
            // `validate` has refused paths that are not UTF-8.
            let plugin = LocalPlugin::new(dir.path.to_string_lossy());
            if dir.skip_mcp { plugin.skip_mcp_discovery(true) } else { plugin }
        };
        self.plugin_dirs.iter().map(plugin).collect()
    }

    #[cfg(feature = "mcp")]
    fn name_servers(&self, request: &mut InitializeRequest) {
        for (name, server) in self.mcp.in_process() {
            request.sdk_mcp_servers.get_or_insert_default().push(name.into());
            if let Some(config) = server.config() {
                let configs = request.sdk_mcp_server_configs.get_or_insert_default();
                configs.insert(name.into(), config);
            }
        }
    }

    #[cfg(not(feature = "mcp"))]
    fn name_servers(&self, _: &mut InitializeRequest) {}
}

/// Returns a copy of a map, or `None` if the map is empty.
fn some<M: Clone + PartialEq + Default>(map: &M) -> Option<M> {
    (*map != M::default()).then(|| map.clone())
}
