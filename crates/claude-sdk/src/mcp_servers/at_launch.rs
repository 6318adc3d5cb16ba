//! Servers at launch: the MCP servers that the CLI knows before it reads any request.
//!
//! A resumed CLI repeats a deferred tool call before it handles `initialize`. It finds the tool only
//! if the server was named at the launch, so all servers are named twice: here, and with the
//! requests over stdin (`set.rs`), which report failures and can be repeated in a running session.
//!
//! - In-process servers are named on the command line. Their entries contain their names and settings.
//! - External servers are sent in `initialize`, which a CLI reads in time only with
//!   `--await-initialize`, or are written to a private file of the launch. They may contain secrets,
//!   so nothing of them is on the command line.

use std::collections::BTreeMap;

use claude_types::McpServerConfig;

use super::McpServers;

/// The beginning of a variable. At the launch, the CLI replaces variables in the text of a
/// configuration; later it does not.
const VARIABLE: &str = "${";

impl McpServers {
    /// Returns the value of `--mcp-config` for the in-process servers, if there are any.
    pub(crate) fn in_process_config(&self) -> Option<String> {
        let named = self.in_process_entries().filter(|(name, _)| !name.contains(VARIABLE));
        config(&named.map(|(name, entry)| (name.to_owned(), entry)).collect())
    }

    /// Returns the external servers that are named at the launch.
    ///
    /// A configuration with the beginning of a variable is left out: the CLI would start another
    /// command, or send the value of a variable to a server.
    pub(crate) fn external_at_launch(&self) -> BTreeMap<String, McpServerConfig> {
        let fits = |name: &str, config: &McpServerConfig| {
            // Serializing cannot fail; a configuration that fails is left to the later request.
            let text = serde_json::to_string(config).ok();
            text.is_some_and(|text| !text.contains(VARIABLE)) && !name.contains(VARIABLE)
        };
        let named = self.external_configs().filter(|(name, config)| fits(name, config));
        named.map(|(name, config)| (name.to_owned(), config.clone())).collect()
    }

    /// Returns the content of the private file for the external servers, if there are any.
    pub(crate) fn external_config(&self) -> Option<String> {
        config(&self.external_at_launch())
    }
}

/// Returns the JSON text that `--mcp-config` reads.
fn config(servers: &BTreeMap<String, McpServerConfig>) -> Option<String> {
    let file = BTreeMap::from([("mcpServers", servers)]);
    (!servers.is_empty()).then(|| serde_json::to_string(&file).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_configuration_with_a_variable_is_not_named_at_launch() {
        let servers = McpServers::new()
            .external("plain", McpServerConfig::stdio("serve", ["$HOME"]))
            .external("argument", McpServerConfig::stdio("serve", ["${HOME}"]))
            .external("address", McpServerConfig::http("https://host/${ANTHROPIC_API_KEY}"))
            .external("${HOME}", McpServerConfig::http("https://host"));
        let named: Vec<_> = servers.external_at_launch().into_keys().collect();
        assert_eq!(named, ["plain"]);
        let file = servers.external_config().unwrap();
        assert_eq!(file, r#"{"mcpServers":{"plain":{"command":"serve","args":["$HOME"]}}}"#);
        assert_eq!(McpServers::new().external_config(), None);
    }

    #[cfg(feature = "mcp")]
    #[test]
    fn an_entry_of_an_in_process_server_contains_its_name_and_settings() {
        let server = || claude_mcp::Server::builder("secret", "1").build();
        let servers = McpServers::new().server("a \"b\"", server()).server("${HOME}", server());
        let text = servers.in_process_config().unwrap();
        assert_eq!(text, r#"{"mcpServers":{"a \"b\"":{"type":"sdk","name":"a \"b\""}}}"#);
        assert_eq!(McpServers::new().in_process_config(), None);
        // The CLI uses this entry, and not the settings in `initialize`.
        let settings = claude_types::SdkMcpServerConfig::new().timeout(5_000_u64);
        let text = McpServers::new().server_with("a", server(), settings).in_process_config();
        let entry = r#"{"mcpServers":{"a":{"type":"sdk","name":"a","timeout":5000}}}"#;
        assert_eq!(text.as_deref(), Some(entry));
    }
}
