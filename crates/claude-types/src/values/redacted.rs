//! Redacted value: replaces a secret in debug output.

use std::fmt;

/// Prints `[hidden]` instead of a value.
pub(crate) struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[hidden]")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::generated::{McpHttpServer, McpStdioServer};

    #[test]
    fn debug_output_hides_secrets_of_servers() {
        let secret = |name: &str| BTreeMap::from([(name.to_owned(), "sk-ant-secret".to_owned())]);
        let debug = format!("{:?}", McpStdioServer::new("serve").env(secret("TOKEN")));
        assert!(debug.contains("env: Some([hidden])") && debug.contains("serve"), "{debug}");
        assert!(!debug.contains("sk-ant"), "{debug}");
        let debug =
            format!("{:?}", McpHttpServer::new("https://a").headers(secret("Authorization")));
        assert!(!debug.contains("sk-ant"), "{debug}");
    }
}
