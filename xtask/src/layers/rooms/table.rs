//! Table of rooms: what is not listed here is forbidden.
//!
//! It is data only, from the lowest room up: a row may use only rows above it, so no cycle can be
//! declared. A file in the root of a crate, such as `error.rs`, is a room of one file. `lib.rs` may
//! use all rooms, and no room may use it.

/// The rooms of one crate of `crates/`.
#[derive(Clone, Copy, Debug)]
pub(super) struct House {
    pub(super) krate: &'static str,
    pub(super) rooms: &'static [Room],
}

/// A row: folders or root files that may use each other, and the other rooms that they may use.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    pub(super) names: &'static [&'static str],
    pub(super) uses: &'static [&'static str],
}

const fn room(names: &'static [&'static str], uses: &'static [&'static str]) -> Room {
    Room { names, uses }
}

/// A room that uses no other room.
const fn ground(names: &'static [&'static str]) -> Room {
    room(names, &[])
}

pub(super) const HOUSES: &[House] = &[
    House {
        krate: "claude-types",
        rooms: &[
            ground(&["error"]),
            ground(&["schema"]),
            // One row: values decode themselves, decoding creates values, generated types contain
            // values, and `Content` contains generated blocks.
            room(&["values", "wire", "generated"], &["error"]),
            room(&["framing"], &["wire"]),
            room(&["decode"], &["values", "wire", "generated", "framing", "error"]),
            // Used by `lib.rs` only.
            room(&["methods"], &["values", "wire", "generated", "decode", "error"]),
        ],
    },
    House {
        krate: "claude-transport",
        rooms: &[
            ground(&["lines"]),
            // Finds the CLI, and installs it. Used by `lib.rs` only.
            ground(&["cli"]),
            room(&["launch"], &["lines"]),
            room(&["error"], &["launch"]),
            room(&["transport"], &["lines", "launch", "error"]),
            room(&["memory"], &["lines", "launch", "transport"]),
            room(&["mock"], &["lines", "launch", "error", "transport", "memory"]),
            room(&["orphans"], &["lines", "launch"]),
            room(&["process"], &["lines", "launch", "error", "transport", "orphans"]),
        ],
    },
    House {
        krate: "claude-protocol",
        rooms: &[
            ground(&["error"]),
            ground(&["limits"]),
            ground(&["trace"]),
            room(&["state"], &["error"]),
            room(&["facts"], &["state", "error", "trace"]),
            room(&["delivery"], &["facts", "error", "limits"]),
            room(&["connection"], &["state", "delivery", "error", "limits"]),
            room(&["turn"], &["connection", "state", "delivery", "error"]),
            room(&["tables"], &["state", "facts", "delivery", "error", "limits", "trace"]),
            room(&["callbacks"], &["connection", "facts", "trace"]),
            room(
                &["driver"],
                &[
                    "connection",
                    "callbacks",
                    "tables",
                    "state",
                    "facts",
                    "delivery",
                    "error",
                    "limits",
                    "trace",
                ],
            ),
        ],
    },
    House {
        krate: "claude-mcp",
        rooms: &[
            ground(&["version"]),
            ground(&["limits"]),
            room(&["server"], &["version"]),
            room(&["session"], &["server", "limits", "version"]),
            room(&["stdio"], &["session", "server"]),
        ],
    },
    House {
        krate: "claude-sdk",
        rooms: &[
            ground(&["prompt"]),
            ground(&["trace"]),
            ground(&["boxed"]),
            ground(&["usage"]),
            room(&["conversation"], &["trace"]),
            room(&["observer"], &["trace"]),
            room(&["error"], &["usage"]),
            room(&["plugin"], &["conversation", "error", "prompt", "trace"]),
            room(&["budget"], &["usage", "error"]),
            room(&["mcp_servers"], &["conversation", "error"]),
            room(&["spans"], &["error", "usage"]),
            room(
                &["session"],
                &[
                    "spans",
                    "conversation",
                    "mcp_servers",
                    "usage",
                    "error",
                    "budget",
                    "plugin",
                    "trace",
                    "boxed",
                ],
            ),
            room(&["callbacks"], &["session", "trace"]),
            room(&["hook"], &["callbacks", "session"]),
            room(&["approvals"], &["callbacks", "hook", "session", "boxed"]),
            room(
                &["options"],
                &[
                    "usage",
                    "budget",
                    "observer",
                    "plugin",
                    "mcp_servers",
                    "callbacks",
                    "hook",
                    "approvals",
                ],
            ),
            room(
                &["launch"],
                &[
                    "options",
                    "spans",
                    "observer",
                    "callbacks",
                    "hook",
                    "session",
                    "mcp_servers",
                    "budget",
                    "usage",
                    "error",
                    "trace",
                    "boxed",
                ],
            ),
            room(&["auth"], &["launch", "options", "error", "boxed"]),
            room(&["preflight"], &["auth", "launch", "options", "error", "boxed"]),
            room(&["turn"], &["conversation", "budget", "plugin", "error", "prompt", "boxed"]),
            room(
                &["client"],
                &[
                    "launch",
                    "options",
                    "mcp_servers",
                    "session",
                    "turn",
                    "plugin",
                    "error",
                    "prompt",
                    "boxed",
                ],
            ),
            room(
                &["query"],
                &[
                    "conversation",
                    "launch",
                    "options",
                    "session",
                    "turn",
                    "budget",
                    "plugin",
                    "usage",
                    "error",
                    "prompt",
                    "boxed",
                ],
            ),
            room(
                &["json"],
                &["launch", "options", "session", "query", "turn", "plugin", "error", "prompt"],
            ),
            room(&["events"], &["client", "query", "turn", "session", "error", "conversation"]),
            room(
                &["service"],
                &["json", "options", "session", "query", "turn", "error", "prompt", "boxed"],
            ),
        ],
    },
    House {
        krate: "claude-transcripts",
        rooms: &[
            // One row: an error names the CLI that has a session open.
            ground(&["error", "folders"]),
            room(&["lines"], &["error"]),
            room(&["conversation"], &["lines", "error"]),
            room(&["list"], &["folders", "lines", "conversation", "error"]),
            room(&["search"], &["list", "folders", "lines", "conversation", "error"]),
            room(&["transcript"], &["list", "folders", "lines", "conversation", "error"]),
            room(&["follow"], &["transcript", "lines", "error"]),
            ground(&["files"]),
            room(&["edit"], &["transcript", "folders", "files", "conversation", "error"]),
            room(&["fork"], &["edit", "transcript", "files", "lines", "error"]),
            room(&["bundle"], &["transcript", "folders", "files", "error"]),
            room(&["export"], &["transcript", "lines", "error"]),
            room(&["doctor"], &["transcript", "list", "folders", "lines", "error"]),
        ],
    },
    House {
        krate: "claude-sessions",
        rooms: &[
            room(&["ports"], &[]),
            room(&["stores"], &["ports"]),
            room(&["conformance"], &["ports"]),
            ground(&["backoff"]),
            room(&["mirror"], &["backoff", "ports"]),
            room(&["lease"], &["ports"]),
            room(&["listing"], &["ports"]),
            room(&["resume"], &["ports", "listing", "mirror", "lease"]),
            room(&["log"], &["backoff", "ports"]),
            room(&["approvals"], &["ports"]),
            room(&["state"], &["ports"]),
        ],
    },
    House {
        krate: "claude-testkit",
        rooms: &[
            ground(&["frame"]),
            room(&["flood"], &["frame"]),
            room(&["scenario"], &["flood"]),
            room(&["engine"], &["flood", "frame", "scenario"]),
            room(&["round_trips"], &["engine", "frame", "scenario"]),
            room(&["mock"], &["engine", "flood", "frame", "scenario", "round_trips"]),
            ground(&["fake_api"]),
            room(&["record"], &["fake_api", "scenario"]),
            ground(&["mcp_lab"]),
            ground(&["approval_records"]),
            ground(&["conformance"]),
        ],
    },
];
