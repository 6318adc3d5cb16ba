//! Case: one named run of the CLI, as data.
//!
//! [`Case`] is the parsed form of a case (the language is described in [`record`](crate::record)).
//! It starts nothing. Next: `parse.rs` (text to cases), `stage.rs` (running a case).

use std::time::Duration;

use crate::fake_api::Script;

use crate::record::json::Json;

/// A named run: the files and arguments of the CLI, the answers of the model, and the steps of the
/// host.
#[derive(Clone, Debug)]
pub struct Case {
    pub(in crate::record) name: String,
    pub(in crate::record) about: String,
    pub(in crate::record) setup: Setup,
    pub(in crate::record) steps: Vec<Step>,
    /// The text of the case. IDs in it were chosen on purpose, so they are not normalized.
    pub(in crate::record) text: String,
}

impl Case {
    /// Returns the name, which is also the name of the recorded file.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the description in one line.
    #[must_use]
    pub fn about(&self) -> &str {
        &self.about
    }

    /// Returns the case whose files on the disk this case needs.
    #[must_use]
    pub fn after(&self) -> Option<&str> {
        self.setup.after.as_deref()
    }
}

/// The state before the first step.
#[derive(Clone, Debug)]
pub(in crate::record) struct Setup {
    /// Arguments after those that select JSON lines.
    pub(in crate::record) args: Vec<String>,
    /// All arguments, instead of those.
    pub(in crate::record) command: Option<Vec<String>>,
    /// Variables that are set, or removed.
    pub(in crate::record) env: Vec<(String, Option<String>)>,
    /// Files by their paths with placeholders.
    pub(in crate::record) files: Vec<(String, String)>,
    pub(in crate::record) cwd: Option<String>,
    pub(in crate::record) script: Script,
    pub(in crate::record) no_api: bool,
    pub(in crate::record) answers: Answers,
    /// Whether stdin stays open after the last step.
    pub(in crate::record) keep_open: bool,
    /// How long the CLI may take to exit.
    pub(in crate::record) grace: Duration,
    pub(in crate::record) after: Option<String>,
    /// Whether the lines of session files are part of the transcript.
    pub(in crate::record) save_sessions: bool,
    /// Whether the names of the files in the home are part of the transcript.
    pub(in crate::record) save_tree: bool,
    /// Whether long lists are kept complete.
    pub(in crate::record) save_lists: bool,
}

/// Automatic replies of the host.
#[derive(Clone, Debug, Default)]
pub(in crate::record) struct Answers {
    /// In order; after the last, tools are allowed.
    pub(in crate::record) permissions: Vec<Answer>,
    /// By callback; the last reply of a callback is repeated.
    pub(in crate::record) hooks: Vec<(String, Answer)>,
    /// To requests of other subtypes.
    pub(in crate::record) others: Vec<(String, Answer)>,
    /// Whether MCP messages are left unanswered.
    pub(in crate::record) silent_mcp: bool,
}

/// One reply to a control request.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::record) enum Answer {
    /// Allows a tool with its input unchanged.
    Allow,
    /// The same, with the permissions that the CLI suggests.
    Suggested,
    /// Allows a tool, with additional fields.
    AllowWith(Json),
    /// A success with this body.
    Body(Json),
    Error(String),
    /// No reply until a step sends one.
    Hold,
}

/// One action of the host, or one wait.
#[derive(Clone, Debug)]
pub(in crate::record) enum Step {
    /// Writes a line.
    Send(String),
    /// Writes bytes without a line feed.
    Raw(String),
    /// Sends a control request; waits for the response if `wait`.
    Ask {
        id: Option<String>,
        request: Json,
        wait: bool,
    },
    /// Replies to the `number`th request that was held.
    Answer {
        number: usize,
        answer: Answer,
    },
    /// Waits for a frame after those that were waited for before.
    Wait {
        pattern: Pattern,
        within: Duration,
    },
    /// The same, but continues without the frame.
    Perhaps {
        pattern: Pattern,
        within: Duration,
    },
    /// Waits until the model has received this number of requests.
    WaitModel(usize),
    /// Waits for the exit of the CLI.
    WaitExit,
    Eof,
    /// Sends a signal by its name.
    Signal(String),
    /// Writes a file: path and content.
    Write(String, String),
    CloseStdout,
}

/// The frame that ends a wait: its type, its subtype, and a part of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::record) struct Pattern {
    /// `None` is any type.
    pub(in crate::record) kind: Option<String>,
    pub(in crate::record) subtype: Option<String>,
    pub(in crate::record) part: Option<String>,
}

impl Pattern {
    /// Returns whether a line matches.
    pub(in crate::record) fn matches(&self, text: &str, json: Option<&Json>) -> bool {
        let named = |wanted: &Option<String>, paths: &[&str]| {
            wanted.as_ref().is_none_or(|wanted| {
                let found = |path: &&str| json.and_then(|json| json.str_at(path));
                paths.iter().filter_map(found).any(|found| found == wanted)
            })
        };
        named(&self.kind, &["type"])
            && named(&self.subtype, &["subtype", "request/subtype", "event/type"])
            && self.part.as_ref().is_none_or(|part| text.contains(part))
    }
}
