//! Table of layers: what is not listed here is forbidden.
//!
//! It is data only. To change the architecture, change this file and the picture in
//! `docs/architecture.md`. Read next: [`super::edges`].

/// One crate of the workspace, and the crates that it may use.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layer {
    pub(super) name: &'static str,
    /// Workspace crates it may use.
    pub(super) uses: &'static [&'static str],
    /// Workspace crates that only its tests may use.
    pub(super) tests_use: &'static [&'static str],
    /// The only external crates that it may declare; `None` allows any.
    pub(super) externals: Option<&'static [&'static str]>,
}

const NONE: &[&str] = &[];

pub(super) const LAYERS: &[Layer] = &[
    Layer {
        name: "claude-types",
        uses: NONE,
        tests_use: NONE,
        externals: Some(&["memchr", "regex-lite", "serde", "serde_json", "thiserror"]),
    },
    Layer { name: "claude-transport", uses: NONE, tests_use: NONE, externals: None },
    Layer {
        name: "claude-protocol",
        uses: &["claude-types", "claude-transport"],
        tests_use: NONE,
        externals: None,
    },
    Layer { name: "claude-mcp", uses: &["claude-types"], tests_use: NONE, externals: None },
    Layer {
        name: "claude-sdk",
        uses: &["claude-mcp", "claude-protocol", "claude-transport", "claude-types"],
        tests_use: NONE,
        externals: None,
    },
    Layer {
        name: "claude-transcripts",
        uses: &["claude-types"],
        tests_use: NONE,
        externals: Some(&["memchr", "rustix", "serde", "serde_json", "thiserror", "uuid"]),
    },
    Layer {
        name: "claude-sessions",
        uses: &["claude-sdk", "claude-transcripts", "claude-types"],
        tests_use: &["claude-testkit"],
        externals: None,
    },
    Layer {
        name: "claude-testkit",
        // An MCP server for tests, in the host's process and over stdio; and, with the feature
        // `approvals`, the checks of the facade's port for stores.
        uses: &["claude-mcp", "claude-sdk", "claude-types", "claude-transport"],
        // The tests that need a real process are here, above everything.
        tests_use: &["claude-sdk", "claude-protocol", "claude-sessions", "claude-transcripts"],
        externals: None,
    },
    Layer {
        name: "claude-examples",
        uses: &["claude-sdk", "claude-testkit"],
        tests_use: NONE,
        externals: None,
    },
    Layer {
        name: "claude-benches",
        uses: &["claude-sdk", "claude-transcripts", "claude-types"],
        tests_use: NONE,
        externals: None,
    },
    Layer { name: "schema-tools", uses: NONE, tests_use: NONE, externals: None },
    Layer { name: "xtask", uses: NONE, tests_use: NONE, externals: None },
];

/// An external crate that must not be reached, not even through others. Optional dependencies of
/// the crate itself are left out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ban {
    pub(super) krate: &'static str,
    pub(super) external: &'static str,
    /// A crate that does reach it: if the check does not find that, the check is broken.
    pub(super) control: &'static str,
}

pub(super) const BANS: &[Ban] = &[
    // The wire types do no IO and are not async.
    Ban { krate: "claude-types", external: "tokio", control: "claude-transport" },
    Ban { krate: "claude-transcripts", external: "tokio", control: "claude-transport" },
    // The transport never parses a line. Its feature `cli` reads lock files of npm.
    Ban { krate: "claude-transport", external: "serde_json", control: "claude-types" },
    // The stores on servers are features.
    Ban { krate: "claude-sessions", external: "tokio-postgres", control: "deadpool-postgres" },
    Ban { krate: "claude-sessions", external: "xxhash-rust", control: "redis" },
];
