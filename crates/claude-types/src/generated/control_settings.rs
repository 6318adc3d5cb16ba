// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Requests of the SDK about settings, rules and hooks, and about the CLI itself.

use super::all::*;

/// The source of a setting.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SettingsSource {
    /// The user's file for all projects.
    UserSettings,
    /// The project's shared file.
    ProjectSettings,
    /// The project's file that is not shared.
    LocalSettings,
    /// The argument `--settings`, and the settings applied since.
    FlagSettings,
    /// The organisation's settings.
    PolicySettings,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SettingsSource {
    UserSettings = "userSettings",
    ProjectSettings = "projectSettings",
    LocalSettings = "localSettings",
    FlagSettings = "flagSettings",
    PolicySettings = "policySettings",
});

/// Whether a permission rule persists and can be changed.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RuleEditability {
    /// The rule is in a file of the user or the project.
    Persistent,
    /// The rule ends with the session.
    Session,
    /// The rule cannot be changed from here.
    Readonly,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] RuleEditability {
    Persistent = "persistent",
    Session = "session",
    Readonly = "readonly",
});

/// The change that a reload would make to the LSP tool.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LspToolChange {
    /// The tool would be added.
    Adds,
    /// The tool may be added.
    MayAdd,
    /// The tool would be removed.
    Removes,
    /// The tool may be removed.
    MayRemove,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] LspToolChange {
    Adds = "adds",
    MayAdd = "may-add",
    Removes = "removes",
    MayRemove = "may-remove",
});

/// A request to change settings of the running session only. If one setting is malformed, none is applied, and the error names it.
///
/// Wire: `subtype: apply_flag_settings`.
///
/// Answered by `Acknowledged`.
#[derive(PartialEq)]
#[non_exhaustive]
pub struct ApplyFlagSettingsRequest {
    /// The settings, as an object. A null removes a setting; other keys stay unchanged.
    pub settings: Raw,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl std::fmt::Debug for ApplyFlagSettingsRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ApplyFlagSettingsRequest")
            .field("settings", &crate::values::Redacted)
            .field("extra", &self.extra)
            .finish()
    }
}

impl ApplyFlagSettingsRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(settings: impl Into<Raw>) -> Self {
        Self { settings: settings.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] ApplyFlagSettingsRequest {
    tags: ["subtype" = "apply_flag_settings"],
    fields: [
        0 required settings: Raw = "settings",
    ],
});

impl crate::wire::ControlRequest for ApplyFlagSettingsRequest {
    const SUBTYPE: &'static str = "apply_flag_settings";
    type Response = Acknowledged;
}

/// A request to write settings to a file. Only few keys are allowed; others are refused.
///
/// Wire: `subtype: update_settings`.
///
/// Answered by `Acknowledged`.
#[derive(PartialEq)]
#[non_exhaustive]
pub struct UpdateSettingsRequest {
    /// The file: `localSettings` for `outputStyle`, `userSettings` for `effortLevel`.
    pub source: SettingsSource,
    /// The settings, as an object of strings.
    pub settings: Raw,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl std::fmt::Debug for UpdateSettingsRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UpdateSettingsRequest")
            .field("source", &self.source)
            .field("settings", &crate::values::Redacted)
            .field("extra", &self.extra)
            .finish()
    }
}

impl UpdateSettingsRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(source: impl Into<SettingsSource>, settings: impl Into<Raw>) -> Self {
        Self { source: source.into(), settings: settings.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] UpdateSettingsRequest {
    tags: ["subtype" = "update_settings"],
    fields: [
        0 required source: SettingsSource = "source",
        1 required settings: Raw = "settings",
    ],
});

impl crate::wire::ControlRequest for UpdateSettingsRequest {
    const SUBTYPE: &'static str = "update_settings";
    type Response = Acknowledged;
}

/// A request for the settings in force and their sources.
///
/// Wire: `subtype: get_settings`.
///
/// Answered by `GetSettingsResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetSettingsRequest {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetSettingsRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl GetSettingsRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    GetSettingsRequest { tags: ["subtype" = "get_settings"], fields: [] }
);

impl crate::wire::ControlRequest for GetSettingsRequest {
    const SUBTYPE: &'static str = "get_settings";
    type Response = GetSettingsResponse;
}

/// The settings in force.
#[derive(PartialEq)]
#[non_exhaustive]
pub struct GetSettingsResponse {
    /// The merged settings of all sources. They contain the content of the files, including secrets.
    pub effective: Option<Raw>,
    /// The settings of each source, lowest precedence first.
    pub sources: Option<Vec<SettingsLayer>>,
    /// The errors in settings files. A file with an error is ignored.
    pub errors: Option<Vec<SettingsError>>,
    /// The state of the settings from the organisation's server, as in `ineligible`. Not declared by the vendor.
    pub served_settings_state: Option<String>,
    /// The settings as the session applied them. Not declared by the vendor.
    pub applied: Option<Box<AppliedSettings>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl std::fmt::Debug for GetSettingsResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GetSettingsResponse")
            .field("effective", &self.effective.as_ref().map(|_| crate::values::Redacted))
            .field("sources", &self.sources)
            .field("errors", &self.errors)
            .field("served_settings_state", &self.served_settings_state)
            .field("applied", &self.applied)
            .field("extra", &self.extra)
            .finish()
    }
}

impl Default for GetSettingsResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GetSettingsResponse {
    tags: [],
    fields: [
        0 optional effective: Raw = "effective",
        1 optional sources: Vec<SettingsLayer> = "sources",
        2 optional errors: Vec<SettingsError> = "errors",
        3 optional served_settings_state: String = "served_settings_state",
        4 optional applied: Box<AppliedSettings> = "applied",
    ],
});

/// The settings of one source.
#[derive(PartialEq)]
#[non_exhaustive]
pub struct SettingsLayer {
    /// The source.
    pub source: SettingsSource,
    /// The settings of that source.
    pub settings: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl std::fmt::Debug for SettingsLayer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SettingsLayer")
            .field("source", &self.source)
            .field("settings", &self.settings.as_ref().map(|_| crate::values::Redacted))
            .field("extra", &self.extra)
            .finish()
    }
}

wire_struct!(#[inline] SettingsLayer {
    tags: [],
    fields: [
        0 required source: SettingsSource = "source",
        1 optional settings: Raw = "settings",
    ],
});

/// An error in a settings file. The complete file is ignored, including its deny rules.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SettingsError {
    /// The file.
    pub file: Option<String>,
    /// The setting, with dots between its parts; empty if the error concerns the complete file.
    pub path: Option<String>,
    /// The error as text.
    pub message: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SettingsError {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SettingsError {
    tags: [],
    fields: [
        0 optional file: String = "file",
        1 optional path: String = "path",
        2 optional message: String = "message",
    ],
});

/// The settings as a session applied them. Not declared by the vendor.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AppliedSettings {
    /// The model in use.
    pub model: Option<ModelName>,
    /// The effort of the model.
    pub effort: Maybe<EffortLevel>,
    /// The advisor model. Only null has been seen.
    pub advisor: Maybe<Raw>,
    /// Whether the mode `ultracode` is on.
    pub ultracode: Option<bool>,
    /// Whether the mode `ultracode` was requested.
    pub ultracode_requested: Option<bool>,
    /// Whether this model supports the mode `ultracode`.
    pub ultracode_available: Option<bool>,
    /// Whether the word `ultrathink` has an effect.
    pub ultrathink_available: Option<bool>,
    /// True if files outside the working directories may not be read.
    pub outside_file_tool_reads_blocked: Option<bool>,
    /// True if files outside the working directories may not be written.
    pub outside_file_tool_writes_blocked: Option<bool>,
    /// True if only the working directories of the start count for these two restrictions.
    pub outside_blocks_count_launch_folders_only: Option<bool>,
    /// The meaning is not known.
    pub launch_env_left_own_files_in_place: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AppliedSettings {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] AppliedSettings {
    tags: [],
    fields: [
        0 optional model: ModelName = "model",
        1 maybe effort: EffortLevel = "effort",
        2 maybe advisor: Raw = "advisor",
        3 optional ultracode: bool = "ultracode",
        4 optional ultracode_requested: bool = "ultracodeRequested",
        5 optional ultracode_available: bool = "ultracodeAvailable",
        6 optional ultrathink_available: bool = "ultrathinkAvailable",
        7 optional outside_file_tool_reads_blocked: bool = "outsideFileToolReadsBlocked",
        8 optional outside_file_tool_writes_blocked: bool = "outsideFileToolWritesBlocked",
        9 optional outside_blocks_count_launch_folders_only: bool = "outsideBlocksCountLaunchFoldersOnly",
        10 optional launch_env_left_own_files_in_place: bool = "launchEnvLeftOwnFilesInPlace",
    ],
});

/// A request for the permission rules in force.
///
/// Wire: `subtype: list_permission_rules`.
///
/// Answered by `ListPermissionRulesResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ListPermissionRulesRequest {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ListPermissionRulesRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ListPermissionRulesRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    ListPermissionRulesRequest { tags: ["subtype" = "list_permission_rules"], fields: [] }
);

impl crate::wire::ControlRequest for ListPermissionRulesRequest {
    const SUBTYPE: &'static str = "list_permission_rules";
    type Response = ListPermissionRulesResponse;
}

/// The permission rules in force.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ListPermissionRulesResponse {
    /// The rules.
    pub state: PermissionRulesState,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ListPermissionRulesResponse {
    tags: [],
    fields: [
        0 required state: PermissionRulesState = "state",
    ],
});

/// The permission rules of a session.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PermissionRulesState {
    /// The rules.
    pub rules: Option<Vec<PermissionRuleEntry>>,
    /// The additional working directories.
    pub workspace_directories: Option<Vec<WorkspaceDirectory>>,
    /// The working directory at the start.
    pub original_cwd: Option<String>,
    /// True if only the organisation's rules apply.
    pub managed_only: Option<bool>,
    /// The errors in settings files. Their rules are not in force.
    pub errors: Option<Vec<SettingsError>>,
    /// True if parts were left out, as for sessions in the cloud.
    pub withheld: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PermissionRulesState {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PermissionRulesState {
    tags: [],
    fields: [
        0 optional rules: Vec<PermissionRuleEntry> = "rules",
        1 optional workspace_directories: Vec<WorkspaceDirectory> = "workspaceDirectories",
        2 optional original_cwd: String = "originalCwd",
        3 optional managed_only: bool = "managedOnly",
        4 optional errors: Vec<SettingsError> = "errors",
        5 optional withheld: bool = "withheld",
    ],
});

/// A permission rule and its source.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PermissionRuleEntry {
    /// The behaviour that the rule requires.
    pub behavior: PermissionBehavior,
    /// The source of the rule.
    pub source: Option<PermissionRuleSource>,
    /// The rule as written, as in `Bash(git *)`. It may contain control characters.
    pub rule: String,
    /// The rule as text for display.
    pub description: Option<PermissionRuleDescription>,
    /// Whether the rule persists and can be changed.
    pub editability: Option<RuleEditability>,
    /// True if the organisation's settings override the rule.
    pub not_in_effect: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] PermissionRuleEntry {
    tags: [],
    fields: [
        0 required behavior: PermissionBehavior = "behavior",
        1 optional source: PermissionRuleSource = "source",
        2 required rule: String = "rule",
        3 optional description: PermissionRuleDescription = "description",
        4 optional editability: RuleEditability = "editability",
        5 optional not_in_effect: bool = "notInEffect",
    ],
});

/// A permission rule as text for display, in three parts.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PermissionRuleDescription {
    /// The beginning.
    pub prefix: Option<String>,
    /// The subject of the rule.
    pub emphasis: Option<String>,
    /// The end.
    pub suffix: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PermissionRuleDescription {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PermissionRuleDescription {
    tags: [],
    fields: [
        0 optional prefix: String = "prefix",
        1 optional emphasis: String = "emphasis",
        2 optional suffix: String = "suffix",
    ],
});

/// An additional working directory.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkspaceDirectory {
    /// The directory.
    pub path: String,
    /// The source that added the directory.
    pub source: Option<PermissionRuleSource>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] WorkspaceDirectory {
    tags: [],
    fields: [
        0 required path: String = "path",
        1 optional source: PermissionRuleSource = "source",
    ],
});

/// A request for the hooks of settings files and plugins, for display. Callbacks of the SDK are not included.
///
/// Wire: `subtype: get_hooks_listing`.
///
/// Answered by `GetHooksListingResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetHooksListingRequest {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetHooksListingRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl GetHooksListingRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    GetHooksListingRequest { tags: ["subtype" = "get_hooks_listing"], fields: [] }
);

impl crate::wire::ControlRequest for GetHooksListingRequest {
    const SUBTYPE: &'static str = "get_hooks_listing";
    type Response = GetHooksListingResponse;
}

/// The hooks of settings files and plugins.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetHooksListingResponse {
    /// The events that have hooks.
    pub events: Option<Vec<ListedHookEvent>>,
    /// The hooks.
    pub hooks: Option<Vec<ListedHook>>,
    /// All events.
    pub event_catalog: Option<Vec<ListedHookEvent>>,
    /// The policy that keeps hooks from running.
    pub policy: Option<ListedHookPolicy>,
    /// The hooks that remain under `--safe-mode`, and how to leave it; absent in other sessions.
    pub safe_mode: Option<Raw>,
    /// The way to leave bare mode; absent in other sessions.
    pub bare_mode: Option<Raw>,
    /// The errors in settings files. Their hooks do not run.
    pub errors: Option<Vec<SettingsError>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetHooksListingResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GetHooksListingResponse {
    tags: [],
    fields: [
        0 optional events: Vec<ListedHookEvent> = "events",
        1 optional hooks: Vec<ListedHook> = "hooks",
        2 optional event_catalog: Vec<ListedHookEvent> = "eventCatalog",
        3 optional policy: ListedHookPolicy = "policy",
        4 optional safe_mode: Raw = "safeMode",
        5 optional bare_mode: Raw = "bareMode",
        6 optional errors: Vec<SettingsError> = "errors",
    ],
});

/// A hook event.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ListedHookEvent {
    /// The event.
    pub name: HookEvent,
    /// A description of when the event happens.
    pub summary: Option<String>,
    /// True if a hook can be limited to some occurrences of the event.
    pub supports_matcher: Option<bool>,
    /// The number of hooks of the event; absent in the list of all events.
    pub hook_count: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ListedHookEvent {
    tags: [],
    fields: [
        0 required name: HookEvent = "name",
        1 optional summary: String = "summary",
        2 optional supports_matcher: bool = "supportsMatcher",
        3 optional hook_count: u64 = "hookCount",
    ],
});

/// A hook of a settings file or a plugin. Its texts are for display: control characters are made visible.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ListedHook {
    /// The event.
    pub event: HookEvent,
    /// The matcher for occurrences of the event; empty for all.
    pub matcher: Option<String>,
    /// The source of the hook, as in `userSettings`.
    pub source: Option<String>,
    /// The source as text for display.
    pub source_label: Option<String>,
    /// The plugin that defines the hook.
    pub plugin_name: Option<String>,
    /// The kind of hook, as in `command` or `prompt`. Wire: `type`.
    pub kind: Option<String>,
    /// The hook on one line, for display.
    pub display_text: Option<String>,
    /// The text of what the hook runs.
    pub command_text: Option<String>,
    /// The heading for the content.
    pub content_label: Option<String>,
    /// The rule that a tool call must match.
    pub condition: Option<String>,
    /// The maximum duration of the hook in seconds.
    pub timeout: Option<f64>,
    /// The text that is displayed while the hook runs.
    pub status_message: Option<String>,
    /// True if the hook runs only once.
    pub runs_once: Option<bool>,
    /// True if the CLI does not wait for the hook.
    pub runs_in_background: Option<bool>,
    /// True if the hook is disabled.
    pub disabled: Option<bool>,
    /// The hook as stored, for an editor; absent if it cannot be changed.
    pub editable: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ListedHook {
    tags: [],
    fields: [
        0 required event: HookEvent = "event",
        1 optional matcher: String = "matcher",
        2 optional source: String = "source",
        3 optional source_label: String = "sourceLabel",
        4 optional plugin_name: String = "pluginName",
        5 optional kind: String = "type",
        6 optional display_text: String = "displayText",
        7 optional command_text: String = "commandText",
        8 optional content_label: String = "contentLabel",
        9 optional condition: String = "condition",
        10 optional timeout: f64 = "timeout",
        11 optional status_message: String = "statusMessage",
        12 optional runs_once: bool = "runsOnce",
        13 optional runs_in_background: bool = "runsInBackground",
        14 optional disabled: bool = "disabled",
        15 optional editable: Raw = "editable",
    ],
});

/// The policy that keeps hooks of settings files and plugins from running.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ListedHookPolicy {
    /// True if the organisation turned off all hooks.
    pub disabled_by_policy: Option<bool>,
    /// True if only the organisation's hooks run. They are not listed.
    pub managed_only: Option<bool>,
    /// True if only hooks of plugins can be added.
    pub plugin_only: Option<bool>,
    /// True if hooks are turned off by any source.
    pub all_disabled: Option<bool>,
    /// The number of the organisation's hooks.
    pub policy_hook_count: Option<u64>,
    /// True if the organisation's settings could not be read.
    pub policy_unreadable: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ListedHookPolicy {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ListedHookPolicy {
    tags: [],
    fields: [
        0 optional disabled_by_policy: bool = "disabledByPolicy",
        1 optional managed_only: bool = "managedOnly",
        2 optional plugin_only: bool = "pluginOnly",
        3 optional all_disabled: bool = "allDisabled",
        4 optional policy_hook_count: u64 = "policyHookCount",
        5 optional policy_unreadable: bool = "policyUnreadable",
    ],
});

/// A request for the available models.
///
/// Wire: `subtype: list_models`.
///
/// Answered by `ListModelsResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ListModelsRequest {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ListModelsRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ListModelsRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    ListModelsRequest { tags: ["subtype" = "list_models"], fields: [] }
);

impl crate::wire::ControlRequest for ListModelsRequest {
    const SUBTYPE: &'static str = "list_models";
    type Response = ListModelsResponse;
}

/// The available models.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ListModelsResponse {
    /// The models.
    pub models: Option<Vec<ModelInfo>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ListModelsResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ListModelsResponse {
    tags: [],
    fields: [
        0 optional models: Vec<ModelInfo> = "models",
    ],
});

/// A request for the version of the CLI.
///
/// Wire: `subtype: get_binary_version`.
///
/// Answered by `GetBinaryVersionResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetBinaryVersionRequest {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetBinaryVersionRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl GetBinaryVersionRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    GetBinaryVersionRequest { tags: ["subtype" = "get_binary_version"], fields: [] }
);

impl crate::wire::ControlRequest for GetBinaryVersionRequest {
    const SUBTYPE: &'static str = "get_binary_version";
    type Response = GetBinaryVersionResponse;
}

/// The version of the CLI.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetBinaryVersionResponse {
    /// The version number.
    pub version: Option<String>,
    /// The build time.
    pub build_time: Option<Timestamp>,
    /// The oldest version of the vendor's own SDK that the vendor's desktop program may have. Not declared by the vendor.
    pub oldest_desktop_sdk: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetBinaryVersionResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GetBinaryVersionResponse {
    tags: [],
    fields: [
        0 optional version: String = "version",
        1 optional build_time: Timestamp = "buildTime",
        2 optional oldest_desktop_sdk: String = "oldestDesktopSdk",
    ],
});

/// A request for the content of the command `/status`. Not declared by the vendor.
///
/// Wire: `subtype: get_status`.
///
/// Answered by `GetStatusResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetStatusRequest {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetStatusRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl GetStatusRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    GetStatusRequest { tags: ["subtype" = "get_status"], fields: [] }
);

impl crate::wire::ControlRequest for GetStatusRequest {
    const SUBTYPE: &'static str = "get_status";
    type Response = GetStatusResponse;
}

/// The status of the CLI and the session, for display.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetStatusResponse {
    /// The sections.
    pub sections: Option<Vec<StatusSection>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetStatusResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GetStatusResponse {
    tags: [],
    fields: [
        0 optional sections: Vec<StatusSection> = "sections",
    ],
});

/// A section of the CLI's status.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct StatusSection {
    /// The heading.
    pub title: Option<String>,
    /// The lines.
    pub rows: Option<Vec<StatusRow>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for StatusSection {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] StatusSection {
    tags: [],
    fields: [
        0 optional title: String = "title",
        1 optional rows: Vec<StatusRow> = "rows",
    ],
});

/// A line of the CLI's status.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct StatusRow {
    /// The label.
    pub label: Option<String>,
    /// The value.
    pub value: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for StatusRow {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] StatusRow {
    tags: [],
    fields: [
        0 optional label: String = "label",
        1 optional value: String = "value",
    ],
});

/// A request to reload plugins. `system/commands_changed` comes before the response.
///
/// Wire: `subtype: reload_plugins`.
///
/// Answered by `ReloadPluginsResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReloadPluginsRequest {
    /// True to change nothing if the reload would change the list of tools and thereby invalidate the prompt cache.
    pub hold_on_cache_impact: Option<bool>,
    /// Additional plugins, by absolute path.
    pub add_plugins: Option<Vec<LocalPlugin>>,
    /// True to refuse the request with `reload_plugins_busy` while a turn runs. CLIs that do not name `reload_plugins_refuse_if_busy_v1` among their capabilities may ignore the field.
    pub refuse_if_busy: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReloadPluginsRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ReloadPluginsRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`hold_on_cache_impact`](Self::hold_on_cache_impact).
    #[inline]
    #[must_use]
    pub fn hold_on_cache_impact(mut self, value: bool) -> Self {
        self.hold_on_cache_impact = Some(value);
        self
    }

    /// Sets [`add_plugins`](Self::add_plugins).
    #[inline]
    #[must_use]
    pub fn add_plugins(mut self, value: impl Into<Vec<LocalPlugin>>) -> Self {
        self.add_plugins = Some(value.into());
        self
    }

    /// Sets [`refuse_if_busy`](Self::refuse_if_busy).
    #[inline]
    #[must_use]
    pub fn refuse_if_busy(mut self, value: bool) -> Self {
        self.refuse_if_busy = Some(value);
        self
    }
}

wire_struct!(#[inline] ReloadPluginsRequest {
    tags: ["subtype" = "reload_plugins"],
    fields: [
        0 optional hold_on_cache_impact: bool = "hold_on_cache_impact",
        1 optional add_plugins: Vec<LocalPlugin> = "add_plugins",
        2 optional refuse_if_busy: bool = "refuse_if_busy",
    ],
});

impl crate::wire::ControlRequest for ReloadPluginsRequest {
    const SUBTYPE: &'static str = "reload_plugins";
    type Response = ReloadPluginsResponse;
}

/// The state of the session after a reload of plugins.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReloadPluginsResponse {
    /// The slash commands.
    pub commands: Option<Vec<SlashCommand>>,
    /// The subagents.
    pub agents: Option<Vec<AgentInfo>>,
    /// The plugins.
    pub plugins: Option<Vec<InitPlugin>>,
    /// The MCP servers.
    pub mcp_servers: Option<Vec<McpServerStatus>>,
    /// The number of errors in all plugins.
    pub error_count: Option<u64>,
    /// True if nothing was changed because of the prompt cache; absent if that was not requested.
    pub held: Option<bool>,
    /// The changes that the reload would have made.
    pub cache_impact: Option<ReloadCacheImpact>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReloadPluginsResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ReloadPluginsResponse {
    tags: [],
    fields: [
        0 optional commands: Vec<SlashCommand> = "commands",
        1 optional agents: Vec<AgentInfo> = "agents",
        2 optional plugins: Vec<InitPlugin> = "plugins",
        3 optional mcp_servers: Vec<McpServerStatus> = "mcpServers",
        4 optional error_count: u64 = "error_count",
        5 optional held: bool = "held",
        6 optional cache_impact: ReloadCacheImpact = "cache_impact",
    ],
});

/// The changes that a reload of plugins would make to the list of tools.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReloadCacheImpact {
    /// The MCP servers that would be added.
    pub mcp_servers_added: Option<Vec<String>>,
    /// The MCP servers that would be removed.
    pub mcp_servers_removed: Option<Vec<String>>,
    /// The change to the LSP tool; null for no change.
    pub lsp_tool_change: Maybe<LspToolChange>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReloadCacheImpact {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ReloadCacheImpact {
    tags: [],
    fields: [
        0 optional mcp_servers_added: Vec<String> = "mcp_servers_added",
        1 optional mcp_servers_removed: Vec<String> = "mcp_servers_removed",
        2 maybe lsp_tool_change: LspToolChange = "lsp_tool_change",
    ],
});

/// A request to reload the skills.
///
/// Wire: `subtype: reload_skills`.
///
/// Answered by `ReloadSkillsResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReloadSkillsRequest {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReloadSkillsRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ReloadSkillsRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    ReloadSkillsRequest { tags: ["subtype" = "reload_skills"], fields: [] }
);

impl crate::wire::ControlRequest for ReloadSkillsRequest {
    const SUBTYPE: &'static str = "reload_skills";
    type Response = ReloadSkillsResponse;
}

/// The skills.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReloadSkillsResponse {
    /// The skills, as slash commands.
    pub skills: Option<Vec<SlashCommand>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReloadSkillsResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ReloadSkillsResponse {
    tags: [],
    fields: [
        0 optional skills: Vec<SlashCommand> = "skills",
    ],
});

/// A request to reload the output styles.
///
/// Wire: `subtype: reload_output_styles`.
///
/// Answered by `ReloadOutputStylesResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReloadOutputStylesRequest {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReloadOutputStylesRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ReloadOutputStylesRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    ReloadOutputStylesRequest { tags: ["subtype" = "reload_output_styles"], fields: [] }
);

impl crate::wire::ControlRequest for ReloadOutputStylesRequest {
    const SUBTYPE: &'static str = "reload_output_styles";
    type Response = ReloadOutputStylesResponse;
}

/// The output styles.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReloadOutputStylesResponse {
    /// The names of the output styles.
    pub available_output_styles: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReloadOutputStylesResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ReloadOutputStylesResponse {
    tags: [],
    fields: [
        0 optional available_output_styles: Vec<String> = "available_output_styles",
    ],
});
