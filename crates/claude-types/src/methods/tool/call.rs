//! Tool: an enum of tool calls, with one variant for each tool of the CLI.
//!
//! Use it to match on several tools. For one tool, `input_as` and `try_input` in `typed.rs` are
//! shorter and compile less code.

use serde::{Serialize, Serializer};

use crate::generated::{
    AgentInput, ArtifactInput, AskUserQuestionInput, BashInput, CanUseToolRequest,
    ClaudeDesignInput, CronCreateInput, CronDeleteInput, CronListInput, EditInput,
    EnterPlanModeInput, EnterWorktreeInput, ExitPlanModeInput, ExitWorktreeInput, GlobInput,
    GrepInput, ListMcpResourcesInput, MonitorInput, NotebookEditInput, OfferChromeSetupInput,
    PermissionRequestInput, PreToolUseInput, ProjectsInput, ProposeGoalInput, ProposeSkillsInput,
    PushNotificationInput, ReadInput, ReadMcpResourceDirInput, ReadMcpResourceInput,
    ReadNotificationsInput, RefreshMcpToolsInput, RemoteTriggerInput, ReportFindingsInput,
    ScheduleWakeupInput, SendFeedbackInput, SendMessageInput, ShowOnboardingRolePickerInput,
    SkillInput, TaskCreateInput, TaskGetInput, TaskListInput, TaskStopInput, TaskUpdateInput,
    TodoWriteInput, ToolSearchInput, ToolUseBlock, WebFetchInput, WebSearchInput, WorkflowInput,
    WriteInput,
};
use crate::values::Raw;
use crate::wire::ToolInput;

/// Implements [`Tool`] from one list, in which the most frequent tools come first.
macro_rules! tools {
    ($($variant:ident: $input:ident,)*) => {
        /// The input of a tool call, by tool.
        ///
        /// It is serialized as the input only, so it can be returned as an updated input.
        ///
        /// # Examples
        ///
        /// ```
        /// use claude_types::{Raw, Tool, ToolUseBlock};
        ///
        /// let input = Raw::from_text(r#"{"command": "ls"}"#)?;
        /// match ToolUseBlock::new("toolu_1", "Bash", input).tool() {
        ///     Tool::Bash(bash) => assert_eq!(bash.command, "ls"),
        ///     other => panic!("{other:?}"),
        /// }
        /// # Ok::<_, serde_json::Error>(())
        /// ```
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Tool {
            $(
                #[doc = concat!("A call of the tool of [`", stringify!($input), "`].")]
                $variant(Box<$input>),
            )*
            /// A call of an MCP tool or of an unknown tool, or a call of a known tool whose input
            /// cannot be decoded.
            Other {
                /// The name of the tool.
                name: String,
                /// The input, unchanged.
                input: Raw,
            },
        }

        impl Tool {
            /// Decodes the input of a call by the name of its tool.
            #[inline]
            #[must_use]
            pub fn read(name: &str, input: &Raw) -> Self {
                $(
                    if name == $input::TOOL || $input::ALIASES.contains(&name) {
                        if let Ok(input) = input.parse() {
                            return Self::$variant(Box::new(input));
                        }
                    }
                )*
                Self::Other { name: name.into(), input: input.clone() }
            }
        }

        impl Serialize for Tool {
            #[inline]
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(input) => input.serialize(serializer),)*
                    Self::Other { input, .. } => input.serialize(serializer),
                }
            }
        }
    };
}

tools! {
    Bash: BashInput,
    Read: ReadInput,
    Write: WriteInput,
    Edit: EditInput,
    NotebookEdit: NotebookEditInput,
    Glob: GlobInput,
    Grep: GrepInput,
    WebFetch: WebFetchInput,
    WebSearch: WebSearchInput,
    Agent: AgentInput,
    AskUserQuestion: AskUserQuestionInput,
    EnterPlanMode: EnterPlanModeInput,
    ExitPlanMode: ExitPlanModeInput,
    Workflow: WorkflowInput,
    Skill: SkillInput,
    SendMessage: SendMessageInput,
    ToolSearch: ToolSearchInput,
    TodoWrite: TodoWriteInput,
    TaskCreate: TaskCreateInput,
    TaskGet: TaskGetInput,
    TaskUpdate: TaskUpdateInput,
    TaskList: TaskListInput,
    ReportFindings: ReportFindingsInput,
    Artifact: ArtifactInput,
    Projects: ProjectsInput,
    ClaudeDesign: ClaudeDesignInput,
    RemoteTrigger: RemoteTriggerInput,
    PushNotification: PushNotificationInput,
    ReadNotifications: ReadNotificationsInput,
    SendFeedback: SendFeedbackInput,
    ProposeSkills: ProposeSkillsInput,
    ShowOnboardingRolePicker: ShowOnboardingRolePickerInput,
    OfferChromeSetup: OfferChromeSetupInput,
    ProposeGoal: ProposeGoalInput,
    EnterWorktree: EnterWorktreeInput,
    ExitWorktree: ExitWorktreeInput,
    CronCreate: CronCreateInput,
    CronDelete: CronDeleteInput,
    CronList: CronListInput,
    ScheduleWakeup: ScheduleWakeupInput,
    TaskStop: TaskStopInput,
    Monitor: MonitorInput,
    ListMcpResources: ListMcpResourcesInput,
    ReadMcpResource: ReadMcpResourceInput,
    ReadMcpResourceDir: ReadMcpResourceDirInput,
    RefreshMcpTools: RefreshMcpToolsInput,
}

macro_rules! calls {
    ($($call:ident { $name:ident, $input:ident })*) => {$(
        impl $call {
            /// Decodes the input by the tool. An input that cannot be decoded is [`Tool::Other`].
            #[inline]
            #[must_use]
            pub fn tool(&self) -> Tool {
                Tool::read(&self.$name, &self.$input)
            }
        }
    )*};
}

calls! {
    CanUseToolRequest { tool_name, input }
    PreToolUseInput { tool_name, tool_input }
    PermissionRequestInput { tool_name, tool_input }
    ToolUseBlock { name, input }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(name: &str, input: serde_json::Value) -> Tool {
        Tool::read(name, &Raw::from(input))
    }

    #[test]
    fn a_call_is_read_by_any_name_of_its_tool_and_written_as_its_input() {
        let input = json!({ "command": "ls", "new": [1] });
        let tool = read("Bash", input.clone());
        assert!(matches!(&tool, Tool::Bash(bash) if bash.command == "ls"));
        assert_eq!(serde_json::to_value(&tool).unwrap(), input);
        let input = json!({ "description": "d", "prompt": "p", "subagent_type": "x" });
        assert!(matches!(read("Task", input.clone()), Tool::Agent(_)));
        assert!(matches!(read("Agent", input), Tool::Agent(_)));
    }

    /// A guard must not mistake an input that cannot be decoded for a valid call of a known tool.
    #[test]
    fn a_call_that_cannot_be_decoded_is_other() {
        for (name, input) in [
            ("Bash", json!({ "command": ["ls"] })),
            ("Bash", json!({})),
            ("Bash", json!(null)),
            ("mcp__a__Bash", json!({ "command": "ls" })),
        ] {
            let tool = read(name, input.clone());
            let expected = Tool::Other { name: name.into(), input: input.clone().into() };
            assert_eq!(tool, expected);
            assert_eq!(serde_json::to_value(tool).unwrap(), input);
        }
    }
}
