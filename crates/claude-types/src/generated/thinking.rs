// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! How hard the model works: thinking, effort, fast mode, and beta features of the API.

use super::all::*;

/// How thinking is displayed.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThinkingDisplay {
    /// A summary.
    Summarized,
    /// Nothing: thinking blocks are empty.
    Omitted,
    /// The main points.
    Highlights,
    /// Short notes on progress.
    Updates,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ThinkingDisplay {
    Summarized = "summarized",
    Omitted = "omitted",
    Highlights = "highlights",
    Updates = "updates",
});

/// How hard the model works on an answer.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EffortLevel {
    /// The least effort, and the fastest answers.
    Low,
    /// An effort between low and high.
    Medium,
    /// A high effort.
    High,
    /// An effort between high and max. Wire: `xhigh`.
    ExtraHigh,
    /// The maximum effort.
    Max,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(EffortLevel {
    Low = "low",
    Medium = "medium",
    High = "high",
    ExtraHigh = "xhigh",
    Max = "max",
});

/// The state of fast mode.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FastModeState {
    /// Fast mode is off.
    Off,
    /// Fast mode is off temporarily, after a rate limit.
    Cooldown,
    /// Fast mode is on.
    On,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(FastModeState {
    Off = "off",
    Cooldown = "cooldown",
    On = "on",
});

/// The reason why fast mode cannot be used.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FastModeDisabledReason {
    /// Sessions of an SDK must request fast mode.
    SdkOptInRequired,
    /// The account has no paid plan.
    Free,
    /// The user has disabled fast mode.
    Preference,
    /// Extra usage, which pays for fast mode, is disabled.
    ExtraUsageDisabled,
    /// A network error prevented the check.
    NetworkError,
    /// The API is not Anthropic's own.
    NotFirstParty,
    /// An environment variable disables fast mode.
    DisabledByEnv,
    /// The model does not support fast mode, or is not allowed with it.
    ModelNotAllowed,
    /// The check is still pending.
    Pending,
    /// The reason is unknown.
    Unknown,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(FastModeDisabledReason {
    SdkOptInRequired = "sdk_opt_in_required",
    Free = "free",
    Preference = "preference",
    ExtraUsageDisabled = "extra_usage_disabled",
    NetworkError = "network_error",
    NotFirstParty = "not_first_party",
    DisabledByEnv = "disabled_by_env",
    ModelNotAllowed = "model_not_allowed",
    Pending = "pending",
    Unknown = "unknown",
});

/// Beta features of the Messages API that a session can request. They require an API key.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiBeta {
    /// A context window of a million tokens. Wire: `context-1m-2025-08-07`.
    Context1M,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ApiBeta {
    Context1M = "context-1m-2025-08-07",
});

/// Whether and how the model thinks before an answer.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum ThinkingConfig {
    /// The model decides when and how much it thinks.
    Adaptive(AdaptiveThinking),
    /// The model always thinks, within a budget.
    Enabled(EnabledThinking),
    /// The model does not think before it answers.
    Disabled(DisabledThinking),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(#[inline] ThinkingConfig by "type" {
    "adaptive" => Adaptive: AdaptiveThinking,
    "enabled" => Enabled: EnabledThinking,
    "disabled" => Disabled: DisabledThinking,
} local {  });

/// The model decides when and how much it thinks.
///
/// Wire: `type: adaptive`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AdaptiveThinking {
    /// How thinking is displayed: summarized or omitted.
    pub display: Option<ThinkingDisplay>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AdaptiveThinking {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl AdaptiveThinking {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`display`](Self::display).
    #[inline]
    #[must_use]
    pub fn display(mut self, value: impl Into<ThinkingDisplay>) -> Self {
        self.display = Some(value.into());
        self
    }
}

wire_struct!(#[inline] AdaptiveThinking {
    tags: ["type" = "adaptive"],
    fields: [
        0 optional display: ThinkingDisplay = "display",
    ],
});

/// The model always thinks, within a budget.
///
/// Wire: `type: enabled`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct EnabledThinking {
    /// The maximum number of thinking tokens. The default is the CLI's own.
    pub budget_tokens: Option<u64>,
    /// How thinking is displayed: summarized or omitted.
    pub display: Option<ThinkingDisplay>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for EnabledThinking {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl EnabledThinking {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`budget_tokens`](Self::budget_tokens).
    #[inline]
    #[must_use]
    pub fn budget_tokens(mut self, value: u64) -> Self {
        self.budget_tokens = Some(value);
        self
    }

    /// Sets [`display`](Self::display).
    #[inline]
    #[must_use]
    pub fn display(mut self, value: impl Into<ThinkingDisplay>) -> Self {
        self.display = Some(value.into());
        self
    }
}

wire_struct!(#[inline] EnabledThinking {
    tags: ["type" = "enabled"],
    fields: [
        0 optional budget_tokens: u64 = "budgetTokens",
        1 optional display: ThinkingDisplay = "display",
    ],
});

/// The model does not think before it answers.
///
/// Wire: `type: disabled`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct DisabledThinking {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for DisabledThinking {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl DisabledThinking {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    DisabledThinking { tags: ["type" = "disabled"], fields: [] }
);
