//! Table: the contract tests that an older CLI cannot pass, with the reason.

use std::collections::BTreeSet;

use crate::Outcome;

/// A test that requires a newer CLI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Needs {
    /// Its name below `contract::`.
    pub(super) test: &'static str,
    /// The first version that was tested and passes.
    pub(super) first: &'static str,
    /// What older versions do instead.
    pub(super) reason: &'static str,
}

/// Why a parked call is not tested.
const UNGUARDED: &str = "it does not support --await-initialize, without which the guard of a \
                         parked call may be late: the SDK refuses it";

/// All of them.
pub(super) const TABLE: &[Needs] = &[
    Needs {
        test: "control::newer_clis_answer_these_requests_too",
        first: "2.1.329",
        reason: "it does not support set_has_subscribers (2.1.250: list_permission_rules and others \
                 neither), and its response to set_model names no model",
    },
    Needs {
        test: "conversation::two_turns_share_a_process_and_a_history",
        first: "2.1.275",
        reason: "results have no index",
    },
    Needs {
        test: "failing_hooks::a_failed_hook_declines_a_form",
        first: "2.1.300",
        reason: "it has no hooks for forms",
    },
    Needs {
        test: "failing_hooks::a_failed_hook_blocks_a_shell_command_of_a_skill",
        first: "2.1.332",
        reason: "it has no hooks for shell commands of skills",
    },
    Needs {
        test: "failing_hooks::a_failed_hook_blocks_a_model_switch",
        first: "2.1.300",
        reason: "it has no hooks for a change of the model",
    },
    Needs {
        test: "mcp::settings_of_a_server_deny_a_tool_and_end_a_slow_one",
        first: "2.1.329",
        reason: "it ignores the policy of an in-process server, and runs the tool",
    },
    Needs {
        test: "options::managed_settings_over_the_pipe_deny_a_tool",
        first: "2.1.329",
        reason: "it does not support --managed-settings-in-initialize",
    },
    Needs {
        test: "options::plugins_are_loaded_over_the_pipe_and_from_the_command_line",
        first: "2.1.300",
        reason: "it does not support --await-initialize",
    },
    Needs {
        test: "options::without_a_callback_permission_requests_are_denied",
        first: "2.1.300",
        reason: "it has no option that disables permission requests",
    },
    Needs {
        test: "turns::a_warm_client_becomes_a_session",
        first: "2.1.300",
        reason: "it cannot be started before its session",
    },
    Needs {
        test: "turns::a_warm_client_that_fails_returns_the_reason",
        first: "2.1.300",
        reason: "it cannot be started before its session",
    },
    Needs {
        test: "turns::a_stream_of_prompts_is_answered_to_its_end",
        first: "2.1.300",
        reason: "results do not name the prompts that they answer",
    },
    Needs {
        test: "turns::an_interrupt_right_after_a_prompt_stops_it",
        first: "2.1.300",
        reason: "a prompt that was not started yet stays queued, and the interrupt reports it",
    },
    Needs {
        test: "process::a_cli_that_may_open_too_few_files_says_so",
        first: "2.1.329",
        reason: "with 6 open files, it ends before it can say so",
    },
    Needs {
        test: "recycle::a_recycled_session_has_its_id_and_the_earlier_messages",
        first: "2.1.300",
        reason: "a resumed process counts its cost from zero again",
    },
    Needs {
        test: "recycle::what_was_changed_at_run_time_is_there_after_recycling",
        first: "2.1.300",
        reason: "it does not report that an in-process server is disabled",
    },
    Needs {
        test: "approvals::a_denied_parked_call_does_not_run",
        first: "2.1.300",
        reason: UNGUARDED,
    },
    Needs {
        test: "approvals::a_call_without_an_answer_is_parked_again_without_a_request",
        first: "2.1.300",
        reason: UNGUARDED,
    },
    Needs {
        test: "approvals::a_host_that_is_killed_between_the_deferral_and_the_answer_loses_nothing",
        first: "2.1.300",
        reason: UNGUARDED,
    },
    Needs {
        test: "approvals::a_parked_call_of_a_builtin_tool_runs_once",
        first: "2.1.300",
        reason: UNGUARDED,
    },
    Needs {
        test: "approvals::a_parked_call_of_an_in_process_tool_runs_once",
        first: "2.1.300",
        reason: UNGUARDED,
    },
    Needs {
        test: "approvals::a_parked_call_of_an_external_tool_runs_once",
        first: "2.1.300",
        reason: UNGUARDED,
    },
    Needs {
        test: "approvals::a_parked_question_gets_its_answers",
        first: "2.1.300",
        reason: UNGUARDED,
    },
    Needs {
        test: "sessions::a_parked_call_is_decided_elsewhere_and_runs_once_on_another_machine",
        first: "2.1.300",
        reason: UNGUARDED,
    },
    Needs {
        test: "transcripts_edit::a_fork_behind_a_compaction_is_the_same_conversation_and_one_before_it_is_whole",
        first: "2.1.300",
        reason: "it does not compact a conversation of one turn: \"Not enough messages to compact.\"",
    },
    Needs {
        test: "approvals::a_prompt_after_a_resume_gets_its_own_result",
        first: "2.1.300",
        reason: UNGUARDED,
    },
    Needs {
        test: "approvals::of_two_calls_in_one_answer_one_is_parked_and_the_other_runs_when_it_is_made_again",
        first: "2.1.300",
        reason: UNGUARDED,
    },
    Needs {
        test: "mcp::settings_of_a_server_hold_beside_an_external_one",
        first: "2.1.329",
        reason: "it ignores the policy of an in-process server, and runs the tool",
    },
    Needs {
        test: "parity::a_program_sees_the_same_of_the_mock_and_of_the_cli",
        first: "2.1.329",
        reason: "the mock plays the pinned version",
    },
];

/// Returns the tests to run with a version, and those to skip.
pub(super) fn split<'t>(
    tests: &[&'t str],
    table: &'t [Needs],
    version: &str,
) -> (Vec<&'t str>, Vec<&'t Needs>) {
    let out: Vec<_> = table.iter().filter(|needs| older(version, needs.first)).collect();
    let is_out = |name: &str| out.iter().any(|needs| full(needs) == name);
    let run = tests.iter().copied().filter(|name| !is_out(name)).collect();
    let out = out.into_iter().filter(|needs| tests.contains(&full(needs).as_str())).collect();
    (run, out)
}

/// Refuses a table that names tests that do not exist.
pub(super) fn check(table: &[Needs], tests: &[&str]) -> Outcome {
    let tests: BTreeSet<_> = tests.iter().copied().collect();
    match table.iter().find(|needs| !tests.contains(full(needs).as_str())) {
        Some(stale) => Err(format!("the table names {}, which does not exist", full(stale))),
        None => Ok(()),
    }
}

fn full(needs: &Needs) -> String {
    format!("contract::{}", needs.test)
}

/// Compares by number, not by text. A version that cannot be parsed counts as the newest.
fn older(version: &str, than: &str) -> bool {
    let numbers = |text: &str| -> Option<Vec<u32>> {
        text.split('.').map(|part| part.parse().ok()).collect()
    };
    matches!((numbers(version), numbers(than)), (Some(is), Some(than)) if is < than)
}
