// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Requests of the SDK about settings, rules and hooks, and about the CLI itself.

use super::all::*;

/// Where settings come from.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SettingsSource {
    /// The user's file, for all projects.
    UserSettings,
    /// The project's file, which is shared with others.
    ProjectSettings,
    /// The project's file that is not shared.
    LocalSettings,
    /// The argument `--settings`, and what was applied since.
    FlagSettings,
    /// The organisation.
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

/// Whether a permission rule lasts, and can be changed.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RuleEditability {
    /// It stands in a file of the user or the project.
    Persistent,
    /// It is gone when the session ends.
    Session,
    /// It cannot be changed from here.
    Readonly,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] RuleEditability {
    Persistent = "persistent",
    Session = "session",
    Readonly = "readonly",
});

/// What would become of the LSP tool.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LspToolChange {
    /// It would come.
    Adds,
    /// It may come.
    MayAdd,
    /// It would go.
    Removes,
    /// It may go.
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

/// Changes settings for the running session only. If one of them is malformed, none is applied, and the error names it.
///
/// Wire: `subtype: apply_flag_settings`.
///
/// Answered by `Acknowledged`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ApplyFlagSettingsRequest {
    /// The settings, as an object. A null takes a setting back; other keys stay as they are.
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

/// Writes settings to a file. Other keys than the few that are allowed are refused.
///
/// Wire: `subtype: update_settings`.
///
/// Answered by `Acknowledged`.
#[derive(Clone, PartialEq)]
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

/// Asks for the settings in force and where they come from.
///
/// Wire: `subtype: get_settings`.
///
/// Answered by `GetSettingsResponse`.
#[derive(Debug, Clone, PartialEq)]
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
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetSettingsResponse {
    /// The settings of all sources together. They hold what the files hold, secrets included.
    pub effective: Option<Raw>,
    /// The settings of each source, the weakest first.
    pub sources: Option<Vec<SettingsLayer>>,
    /// What is wrong with files. Such a file counts for nothing.
    pub errors: Option<Vec<SettingsError>>,
    /// How the settings from the organisation's server are, as in `ineligible`. Not declared.
    pub served_settings_state: Option<String>,
    /// What the session made of them. Not declared.
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
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SettingsLayer {
    /// The source.
    pub source: SettingsSource,
    /// Its settings.
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

/// What is wrong with a settings file. All of the file is ignored, its rules that deny included.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SettingsError {
    /// The file.
    pub file: Option<String>,
    /// The setting, with dots between its parts; empty where all of the file is meant.
    pub path: Option<String>,
    /// What is wrong.
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

/// What a session made of its settings. Not declared by the vendor.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppliedSettings {
    /// The model in use.
    pub model: Option<ModelName>,
    /// How hard it works.
    pub effort: Maybe<EffortLevel>,
    /// Another model that is asked for advice. Only null has been seen.
    pub advisor: Maybe<Raw>,
    /// Whether the mode of that name is on.
    pub ultracode: Option<bool>,
    /// Whether it was asked for.
    pub ultracode_requested: Option<bool>,
    /// Whether there is such a mode for this model.
    pub ultracode_available: Option<bool>,
    /// Whether the word `ultrathink` works.
    pub ultrathink_available: Option<bool>,
    /// True where files outside the working directories may not be read.
    pub outside_file_tool_reads_blocked: Option<bool>,
    /// True where files outside the working directories may not be written.
    pub outside_file_tool_writes_blocked: Option<bool>,
    /// True where only the working directories of the start count for that.
    pub outside_blocks_count_launch_folders_only: Option<bool>,
    /// Its meaning is not known.
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

/// Asks for the permission rules in force.
///
/// Wire: `subtype: list_permission_rules`.
///
/// Answered by `ListPermissionRulesResponse`.
#[derive(Debug, Clone, PartialEq)]
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
#[derive(Debug, Clone, PartialEq)]
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionRulesState {
    /// The rules.
    pub rules: Option<Vec<PermissionRuleEntry>>,
    /// The working directories beside the first.
    pub workspace_directories: Option<Vec<WorkspaceDirectory>>,
    /// The working directory at the start.
    pub original_cwd: Option<String>,
    /// True where only the rules of the organisation count.
    pub managed_only: Option<bool>,
    /// What is wrong with files. Their rules are not in force.
    pub errors: Option<Vec<SettingsError>>,
    /// True where parts were left out, as for sessions in the cloud.
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

/// A permission rule and where it stands.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionRuleEntry {
    /// What it says.
    pub behavior: PermissionBehavior,
    /// Where it stands.
    pub source: Option<PermissionRuleSource>,
    /// The rule as it was written, as in `Bash(git *)`. It may hold control characters.
    pub rule: String,
    /// The rule in words.
    pub description: Option<PermissionRuleDescription>,
    /// Whether it lasts, and can be changed.
    pub editability: Option<RuleEditability>,
    /// True where the organisation's settings overrule it.
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

/// A permission rule in words, in three parts.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionRuleDescription {
    /// The beginning.
    pub prefix: Option<String>,
    /// What the rule is about.
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

/// A working directory beside the first.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkspaceDirectory {
    /// The directory.
    pub path: String,
    /// Who added it.
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

/// Asks for the hooks of settings files and plugins, for a screen. Callbacks of the SDK are not among them.
///
/// Wire: `subtype: get_hooks_listing`.
///
/// Answered by `GetHooksListingResponse`.
#[derive(Debug, Clone, PartialEq)]
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetHooksListingResponse {
    /// The events that have hooks.
    pub events: Option<Vec<ListedHookEvent>>,
    /// The hooks.
    pub hooks: Option<Vec<ListedHook>>,
    /// All events.
    pub event_catalog: Option<Vec<ListedHookEvent>>,
    /// What keeps hooks from running.
    pub policy: Option<ListedHookPolicy>,
    /// What is left of hooks under `--safe-mode`, and how to leave it; absent in other sessions.
    pub safe_mode: Option<Raw>,
    /// How to leave bare mode; absent in other sessions.
    pub bare_mode: Option<Raw>,
    /// What is wrong with files. Their hooks do not run.
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

/// An event that can have hooks.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListedHookEvent {
    /// The event.
    pub name: HookEvent,
    /// When it happens.
    pub summary: Option<String>,
    /// True where a hook can be for some of its occurrences only.
    pub supports_matcher: Option<bool>,
    /// How many hooks it has; absent in the list of all events.
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

/// A hook of a settings file or a plugin. Its texts are fit for a screen: control characters are made visible.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListedHook {
    /// The event.
    pub event: HookEvent,
    /// Which of its occurrences; empty for all.
    pub matcher: Option<String>,
    /// Where it is declared, as in `userSettings`.
    pub source: Option<String>,
    /// The same in words.
    pub source_label: Option<String>,
    /// The plugin that has it.
    pub plugin_name: Option<String>,
    /// What it is, as in `command` or `prompt`. Wire: `type`.
    pub kind: Option<String>,
    /// The hook in one line.
    pub display_text: Option<String>,
    /// What it runs.
    pub command_text: Option<String>,
    /// What that is, for a heading.
    pub content_label: Option<String>,
    /// The rule that a tool call must fit.
    pub condition: Option<String>,
    /// How long it may take, in seconds.
    pub timeout: Option<f64>,
    /// What is shown while it runs.
    pub status_message: Option<String>,
    /// True where it runs once only.
    pub runs_once: Option<bool>,
    /// True where nobody waits for it.
    pub runs_in_background: Option<bool>,
    /// True where it does not run.
    pub disabled: Option<bool>,
    /// The hook as it is stored, for an editor; absent where it cannot be changed.
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

/// What keeps hooks of settings files and plugins from running.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListedHookPolicy {
    /// True where the organisation turned all hooks off.
    pub disabled_by_policy: Option<bool>,
    /// True where only the organisation's hooks run; they are not listed.
    pub managed_only: Option<bool>,
    /// True where only hooks of plugins can be added.
    pub plugin_only: Option<bool>,
    /// True where hooks are turned off, whoever did it.
    pub all_disabled: Option<bool>,
    /// How many hooks the organisation has.
    pub policy_hook_count: Option<u64>,
    /// True where the organisation's settings could not be read.
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

/// Asks for the models to choose from.
///
/// Wire: `subtype: list_models`.
///
/// Answered by `ListModelsResponse`.
#[derive(Debug, Clone, PartialEq)]
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

/// The models to choose from.
#[derive(Debug, Clone, PartialEq)]
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

/// Asks which CLI this is.
///
/// Wire: `subtype: get_binary_version`.
///
/// Answered by `GetBinaryVersionResponse`.
#[derive(Debug, Clone, PartialEq)]
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

/// Which CLI this is.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetBinaryVersionResponse {
    /// Its version.
    pub version: Option<String>,
    /// When it was built.
    pub build_time: Option<Timestamp>,
    /// The oldest version of the vendor's own SDK that its desktop program may have. Not declared.
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

/// Asks for what the command `/status` shows. Not declared by the vendor.
///
/// Wire: `subtype: get_status`.
///
/// Answered by `GetStatusResponse`.
#[derive(Debug, Clone, PartialEq)]
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

/// How the CLI and the session are, for a screen.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetStatusResponse {
    /// The parts.
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

/// A part of what the CLI tells about itself.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StatusSection {
    /// Its heading.
    pub title: Option<String>,
    /// Its lines.
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

/// A line of what the CLI tells about itself.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StatusRow {
    /// What it is about.
    pub label: Option<String>,
    /// How it is.
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

/// Loads plugins anew. `system/commands_changed` comes before the answer.
///
/// Wire: `subtype: reload_plugins`.
///
/// Answered by `ReloadPluginsResponse`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReloadPluginsRequest {
    /// True to change nothing where it would change the list of tools, and with that make the prompt cache useless.
    pub hold_on_cache_impact: Option<bool>,
    /// More plugins, by absolute paths.
    pub add_plugins: Option<Vec<LocalPlugin>>,
    /// True to have it refused with `reload_plugins_busy` while a turn runs. CLIs that do not name `reload_plugins_refuse_if_busy_v1` among their capabilities may ignore it.
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

/// What the session has after plugins were loaded anew.
#[derive(Debug, Clone, PartialEq)]
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
    /// How many errors there were in all plugins.
    pub error_count: Option<u64>,
    /// True where nothing was changed because of the prompt cache; absent where that was not asked for.
    pub held: Option<bool>,
    /// What would have changed.
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

/// What loading plugins anew would change about the list of tools.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReloadCacheImpact {
    /// The MCP servers that would come.
    pub mcp_servers_added: Option<Vec<String>>,
    /// The MCP servers that would go.
    pub mcp_servers_removed: Option<Vec<String>>,
    /// What would become of the LSP tool; null for nothing.
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

/// Reads the skills anew.
///
/// Wire: `subtype: reload_skills`.
///
/// Answered by `ReloadSkillsResponse`.
#[derive(Debug, Clone, PartialEq)]
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
#[derive(Debug, Clone, PartialEq)]
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

/// Reads the output styles anew.
///
/// Wire: `subtype: reload_output_styles`.
///
/// Answered by `ReloadOutputStylesResponse`.
#[derive(Debug, Clone, PartialEq)]
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReloadOutputStylesResponse {
    /// Their names.
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
