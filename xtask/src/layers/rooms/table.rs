//! The table of rooms: what is not written here is forbidden.
//!
//! Data only, from the ground up: a row may use only rows above it, so no circle can be written
//! down. A file in the root of a crate, such as `error.rs`, is a room of one file. `lib.rs` may use
//! all rooms, and no room may use it.

/// The rooms of one crate of `crates/`.
#[derive(Clone, Copy, Debug)]
pub(super) struct House {
    pub(super) krate: &'static str,
    pub(super) rooms: &'static [Room],
}

/// A row: folders or root files that may use each other, and what they may use besides.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    pub(super) names: &'static [&'static str],
    pub(super) uses: &'static [&'static str],
}

const fn room(names: &'static [&'static str], uses: &'static [&'static str]) -> Room {
    Room { names, uses }
}

/// A room that stands on nothing.
const fn ground(names: &'static [&'static str]) -> Room {
    room(names, &[])
}

pub(super) const HOUSES: &[House] = &[
    House {
        krate: "claude-types",
        rooms: &[
            ground(&["error"]),
            // One kernel: values decode themselves, and decoding makes values.
            room(&["values", "wire"], &["error"]),
            room(&["frame_type"], &["wire"]),
            room(&["generated"], &["values", "wire"]),
            room(&["decode"], &["values", "wire", "generated", "frame_type", "error"]),
            // Used by `lib.rs` only.
            room(&["methods"], &["values", "wire", "generated", "error"]),
        ],
    },
    House {
        krate: "claude-protocol",
        rooms: &[
            ground(&["error"]),
            ground(&["limits"]),
            ground(&["trace"]),
            room(&["state"], &["error"]),
            room(&["delivery"], &["error", "limits"]),
            room(&["connection"], &["state", "delivery", "error", "limits"]),
            room(&["turn"], &["connection", "state", "delivery", "error"]),
            room(&["tables"], &["state", "delivery", "error", "limits", "trace"]),
            room(&["callbacks"], &["connection", "trace"]),
            room(
                &["driver"],
                &["connection", "callbacks", "tables", "state", "delivery", "error", "limits", "trace"],
            ),
        ],
    },
    House {
        krate: "claude-sdk",
        rooms: &[
            ground(&["prompt"]),
            ground(&["trace"]),
            ground(&["usage"]),
            room(&["error"], &["usage"]),
            room(&["plugin"], &["error", "prompt", "trace"]),
            room(&["budget"], &["usage", "error"]),
            room(&["mcp_servers"], &["error"]),
            room(&["session"], &["usage", "error", "budget", "plugin"]),
            room(&["callbacks"], &["session", "trace"]),
            room(&["hook"], &["callbacks", "session"]),
            room(
                &["options"],
                &["usage", "budget", "plugin", "mcp_servers", "callbacks", "hook"],
            ),
            room(
                &["launch"],
                &[
                    "options", "callbacks", "session", "mcp_servers", "budget", "usage", "error",
                    "trace",
                ],
            ),
            room(&["turn"], &["budget", "plugin", "error", "prompt"]),
            room(
                &["client"],
                &[
                    "launch", "options", "mcp_servers", "session", "turn", "plugin", "error",
                    "prompt",
                ],
            ),
            room(
                &["query"],
                &[
                    "launch", "options", "session", "turn", "budget", "plugin", "usage", "error",
                    "prompt",
                ],
            ),
            room(
                &["json"],
                &["launch", "options", "session", "query", "turn", "plugin", "error", "prompt"],
            ),
            room(&["events"], &["client", "query", "turn", "session", "error"]),
        ],
    },
];
