//! CLI version: which version introduced which flag or request.
//!
//! Versions and the limits of what is supported are in `claude_transport::cli`; what is refused is
//! decided in `launch/version_check.rs`. The tables contain the first version that was tried and has
//! the feature, so the true first one may be somewhat older.

use claude_transport::cli::CliVersion;

/// The flags that this crate may send and that some accepted CLIs do not know, then flags that all
/// accepted CLIs know. The number is the patch version of 2.1.
const FLAGS: &[(&str, u32)] = &[
    ("--await-initialize", 261),
    ("--initialize-fields", 329),
    ("--managed-settings", 150),
    ("--managed-settings-in-initialize", 329),
    ("--permission-prompts", 275),
    ("--plugin-dir-no-mcp", 200),
    ("--project-config-root", 275),
    ("--prompt-suggestions", 200),
    ("--resume-drops-turn", 250),
    ("--debug-file", 113),
    ("--effort", 113),
    ("--include-hook-events", 113),
    ("--name", 113),
    ("--session-mirror", 113),
    ("--task-budget", 113),
    ("--thinking", 113),
    ("--thinking-display", 113),
];

/// The capabilities that this crate requires before it sends fields that older CLIs ignore.
const CAPABILITIES: &[(&str, u32)] = &[
    ("interrupt_cancel_queued_v1", 250),
    ("mcp_call_check_permissions_v1", 329),
    ("mcp_call_soft_error_result_v1", 332),
    ("reload_plugins_refuse_if_busy_v1", 329),
];

/// Fields of requests that older CLIs ignore. With `--await-initialize`, CLI 2.1.300 does not know
/// the servers of `initialize` when it repeats a deferred call; 2.1.329 does (seen).
const FIELDS: &[(&str, u32)] = &[("initialize.mcpServers", 329)];

/// Returns the first version that has a flag, a capability or a field; `None` if it is not in the
/// tables.
pub(crate) fn since(name: &str) -> Option<CliVersion> {
    let (_, patch) =
        FLAGS.iter().chain(CAPABILITIES).chain(FIELDS).find(|(known, _)| *known == name)?;
    Some(CliVersion::new(2, 1, *patch))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_known_by_exact_names() {
        assert_eq!(since("--await-initialize"), Some(CliVersion::new(2, 1, 261)));
        assert_eq!(since("interrupt_cancel_queued_v1"), Some(CliVersion::SUPPORTED));
        assert_eq!(since("--no-such-flag"), None);
        let names: std::collections::BTreeSet<_> = FLAGS.iter().chain(CAPABILITIES).collect();
        assert_eq!(names.len(), FLAGS.len() + CAPABILITIES.len(), "each name once");
    }
}
