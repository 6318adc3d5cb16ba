// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Lists: macros that call another with every hook event or control request.

/// Calls a macro with every hook event, its input and a doc: `Event: Input, "doc";`
#[doc(hidden)]
#[macro_export]
macro_rules! for_each_hook_event {
    ($callback:ident) => {
        $callback! {
            PreToolUse: PreToolUseInput, "A tool is about to run. The hook may deny the call, request permission for it, or change its input.";
            PreSkillShellCommand: PreSkillShellCommandInput, "A shell command in a skill or slash command is about to run. The hook may stop it. `PreToolUse` hooks do not see such commands.";
            PostToolUse: PostToolUseInput, "A tool has run. The hook may replace its output.";
            PostToolUseFailure: PostToolUseFailureInput, "A tool has failed.";
            PostToolBatch: PostToolBatchInput, "All tool calls of one answer of the model are finished. A block ends the turn.";
            Notification: NotificationInput, "The CLI requests the attention of the user.";
            UserPromptSubmit: UserPromptSubmitInput, "A prompt was submitted. The hook may block it. The hook is called before the turn's `system/init`.";
            UserPromptExpansion: UserPromptExpansionInput, "A slash command is about to become a prompt. The hook may block it.";
            SessionStart: SessionStartInput, "A session starts or continues. Hooks are called for `clear` and `compact` only, not for the start of the process.";
            SessionEnd: SessionEndInput, "A session ends. Hooks are called for `clear` only, not for the end of the process.";
            Stop: StopInput, "The model has finished. A block makes the model continue.";
            StopFailure: StopFailureInput, "A turn ended with an API error.";
            SubagentStart: SubagentStartInput, "A subagent starts.";
            SubagentStop: SubagentStopInput, "A subagent has finished. A block makes the subagent continue.";
            PreCompact: PreCompactInput, "The context is about to be compacted. The hook may block it.";
            PostCompact: PostCompactInput, "The context has been compacted.";
            PreModelSwitch: PreModelSwitchInput, "The model is about to change. The hook may deny it.";
            PostModelSwitch: PostModelSwitchInput, "The model has changed.";
            PermissionRequest: PermissionRequestInput, "A permission is requested. The hook and the permission callback are called at the same time, and the first reply counts.";
            PermissionDenied: PermissionDeniedInput, "The classifier of the mode `auto` has denied a tool call.";
            Setup: SetupInput, "The CLI sets up or maintains a project.";
            TeammateIdle: TeammateIdleInput, "A teammate is idle.";
            TaskCreated: TaskCreatedInput, "A task is about to be added to the task list. The hook may block it.";
            TaskCompleted: TaskCompletedInput, "A task of the task list is about to be completed. A block leaves the task open.";
            Elicitation: ElicitationInput, "An MCP server requests input of the user. The hook may reply in place of the user; a block declines the request.";
            ElicitationResult: ElicitationResultInput, "The user has replied to an elicitation. The hook may change the reply; a block withholds it and declines.";
            ConfigChange: ConfigChangeInput, "A settings file has changed. The hook may block the change.";
            WorktreeCreate: WorktreeCreateInput, "A worktree is requested. The hook must create it and return its path.";
            WorktreeRemove: WorktreeRemoveInput, "A worktree is to be removed.";
            InstructionsLoaded: InstructionsLoadedInput, "An instructions file, such as CLAUDE.md, was read.";
            CwdChanged: CwdChangedInput, "The working directory has changed.";
            FileChanged: FileChangedInput, "A watched file has changed.";
            DirectoryAdded: DirectoryAddedInput, "A working directory was added.";
            MessageDisplay: MessageDisplayInput, "Text of the model is about to be displayed. The CLI waits for the hook before it displays the text.";
        }
    };
}

/// Calls a macro with every hook event with an output of its own: `Event: Output;`
#[doc(hidden)]
#[macro_export]
macro_rules! for_each_hook_output {
    ($callback:ident) => {
        $callback! {
            PreToolUse: PreToolUseOutput;
            PreSkillShellCommand: PreSkillShellCommandOutput;
            PostToolUse: PostToolUseOutput;
            PostToolUseFailure: PostToolUseFailureOutput;
            PostToolBatch: PostToolBatchOutput;
            Notification: NotificationOutput;
            UserPromptSubmit: UserPromptSubmitOutput;
            UserPromptExpansion: UserPromptExpansionOutput;
            SessionStart: SessionStartOutput;
            Setup: SetupOutput;
            Stop: StopOutput;
            SubagentStart: SubagentStartOutput;
            SubagentStop: SubagentStopOutput;
            PreModelSwitch: PreModelSwitchOutput;
            PostModelSwitch: PostModelSwitchOutput;
            PermissionRequest: PermissionRequestOutput;
            PermissionDenied: PermissionDeniedOutput;
            Elicitation: ElicitationOutput;
            ElicitationResult: ElicitationResultOutput;
            WorktreeCreate: WorktreeCreateOutput;
            CwdChanged: CwdChangedOutput;
            FileChanged: FileChangedOutput;
            MessageDisplay: MessageDisplayOutput;
        }
    };
}

/// Calls a macro with every control request that the SDK may send: `Request;`
#[doc(hidden)]
#[macro_export]
macro_rules! for_each_request {
    ($callback:ident) => {
        $callback! {
            ReadFileRequest;
            SeedReadStateRequest;
            FileSuggestionsRequest;
            RewindFilesRequest;
            RegisterRepoRootRequest;
            SetCwdRequest;
            GetWorkspaceDiffRequest;
            McpStatusRequest;
            McpReconnectRequest;
            McpToggleRequest;
            McpSetServersRequest;
            SetMcpPermissionModeOverrideRequest;
            SendMcpMessageRequest;
            ChannelEnableRequest;
            McpAuthenticateRequest;
            McpOauthCallbackUrlRequest;
            McpClearAuthRequest;
            McpCallRequest;
            McpReadResourceRequest;
            GetContextUsageRequest;
            GetSessionCostRequest;
            GetUsageRequest;
            InterruptRequest;
            CancelAsyncMessageRequest;
            SideQuestionRequest;
            EndSessionRequest;
            SetModelRequest;
            SetPermissionModeRequest;
            SetMaxThinkingTokensRequest;
            RenameSessionRequest;
            GenerateSessionTitleRequest;
            SetColorRequest;
            SetHasSubscribersRequest;
            RemoteControlRequest;
            RewindConversationRequest;
            MessageRatedRequest;
            GetPlanRequest;
            StopTaskRequest;
            BackgroundTasksRequest;
            GetTaskOutputRequest;
            ClaimSessionRequest;
            ApplyFlagSettingsRequest;
            UpdateSettingsRequest;
            GetSettingsRequest;
            ListPermissionRulesRequest;
            GetHooksListingRequest;
            ListModelsRequest;
            GetBinaryVersionRequest;
            GetStatusRequest;
            ReloadPluginsRequest;
            ReloadSkillsRequest;
            ReloadOutputStylesRequest;
            InitializeRequest;
        }
    };
}
