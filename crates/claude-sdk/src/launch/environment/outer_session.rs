//! Outer session: the variables that a CLI sets for the commands it runs. They describe that
//! session, and the one that is started here does not inherit them.
//!
//! A contract test compares the list with the real CLI.

/// The variable by which a CLI finds that it runs inside another CLI.
pub(super) const MARK: &str = "CLAUDECODE";

/// Makes a resumed CLI go on with an interrupted turn by itself, and drop the call that was open from
/// the history: the model cannot know that it may have run. Seen with CLI 2.1.329.
///
/// It is inherited with no policy, not even if the policy names it. The caller may set it.
pub(super) const RESUMES_TURN: &str = "CLAUDE_CODE_RESUME_INTERRUPTED_TURN";

/// All of them.
pub(super) const VARIABLES: [&str; 14] = [
    MARK,
    "CLAUDE_AGENT_SDK_DERIVED_CLIENT_APP",
    "CLAUDE_CODE_CHILD_NOTES_DIR",
    "CLAUDE_CODE_CHILD_SESSION",
    "CLAUDE_CODE_EXECPATH",
    "CLAUDE_CODE_MESSAGING_SOCKET",
    "CLAUDE_CODE_MESSAGING_TOKEN",
    "CLAUDE_CODE_REMOTE_SESSION_ID",
    "CLAUDE_CODE_SESSION_ATTENDED",
    "CLAUDE_CODE_SESSION_ID",
    "CLAUDE_CODE_SSE_PORT",
    "CLAUDE_EFFORT",
    "CLAUDE_PID",
    "CLAUDE_PROJECT_DIR",
];
