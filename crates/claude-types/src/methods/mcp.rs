//! MCP servers: constructors of their configurations.
//!
//! Put secrets into `env` and `headers` only: debug output does not show these fields.

use super::variant_from::variant_from;
use crate::generated::{
    McpHttpServer, McpSdkServer, McpServerConfig, McpSseServer, McpStdioServer,
};

impl McpServerConfig {
    /// Creates a server that the CLI starts with a command and arguments.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_types::{McpHttpServer, McpServerConfig};
    ///
    /// let files = McpServerConfig::stdio("npx", ["-y", "server-files"]);
    /// let web = McpServerConfig::from(McpHttpServer::new("https://mcp.example.com").timeout(5_000));
    /// assert_eq!(
    ///     serde_json::to_value([files, web])?,
    ///     serde_json::json!([
    ///         {"command": "npx", "args": ["-y", "server-files"]},
    ///         {"type": "http", "url": "https://mcp.example.com", "timeout": 5000},
    ///     ])
    /// );
    /// # Ok::<_, serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn stdio<A: Into<String>>(
        command: impl Into<String>,
        args: impl IntoIterator<Item = A>,
    ) -> Self {
        let args: Vec<String> = args.into_iter().map(Into::into).collect();
        McpStdioServer::new(command).args(args).into()
    }

    /// Creates a server at a URL.
    #[must_use]
    pub fn http(url: impl Into<String>) -> Self {
        McpHttpServer::new(url).into()
    }

    /// Creates a server at a URL, with the older SSE transport of MCP.
    #[must_use]
    pub fn sse(url: impl Into<String>) -> Self {
        McpSseServer::new(url).into()
    }

    /// Creates a server that runs in the process of the SDK.
    #[must_use]
    pub fn sdk(name: impl Into<String>) -> Self {
        McpSdkServer::new(name).into()
    }
}

variant_from! {
    McpStdioServer => McpServerConfig::Stdio(Box::new);
    McpSseServer => McpServerConfig::Sse(Box::new);
    McpHttpServer => McpServerConfig::Http(Box::new);
    McpSdkServer => McpServerConfig::Sdk(Box::new);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_without_a_type_is_a_command_and_comes_back_without_one() {
        for json in [
            r#"{"command":"serve","args":["--x"]}"#,
            r#"{"type":"stdio","command":"serve"}"#,
            r#"{"command":"serve","type":"stdio","new":1}"#,
            r#"{"url":"https://a","type":"sse"}"#,
        ] {
            let config: McpServerConfig = serde_json::from_str(json).unwrap();
            let before: serde_json::Value = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_value(&config).unwrap(), before);
        }
        let config: McpServerConfig = serde_json::from_str(r#"{"type":"pigeon"}"#).unwrap();
        assert!(matches!(config, McpServerConfig::Unknown(_)), "{config:?}");
        let config: McpServerConfig = serde_json::from_str(r#"{"args":[]}"#).unwrap();
        assert!(matches!(config, McpServerConfig::Undecoded(_)), "{config:?}");
    }
}
