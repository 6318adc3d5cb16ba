// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The limits of an account's plan.

use super::all::*;

/// Whether requests are served.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateLimitStatus {
    /// They are.
    Allowed,
    /// They are, but the limit is near.
    AllowedWarning,
    /// They are not.
    Rejected,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(RateLimitStatus {
    Allowed = "allowed",
    AllowedWarning = "allowed_warning",
    Rejected = "rejected",
});

/// The limits of a plan.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateLimitType {
    /// For five hours.
    FiveHour,
    /// For a week.
    SevenDay,
    /// For a week, Opus models.
    SevenDayOpus,
    /// For a week, Sonnet models.
    SevenDaySonnet,
    /// For a week, extra usage included.
    SevenDayOverageIncluded,
    /// For extra usage.
    Overage,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(RateLimitType {
    FiveHour = "five_hour",
    SevenDay = "seven_day",
    SevenDayOpus = "seven_day_opus",
    SevenDaySonnet = "seven_day_sonnet",
    SevenDayOverageIncluded = "seven_day_overage_included",
    Overage = "overage",
});

/// Why nothing beyond the plan is served.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OverageDisabledReason {
    /// The plan knows no extra usage.
    OverageNotProvisioned,
    /// The organisation has turned it off.
    OrgLevelDisabled,
    /// The organisation has turned it off for a time.
    OrgLevelDisabledUntil,
    /// The credits are used up.
    OutOfCredits,
    /// It is turned off for this sort of seat.
    SeatTierLevelDisabled,
    /// It is turned off for this member.
    MemberLevelDisabled,
    /// This sort of seat has a limit of nothing.
    SeatTierZeroCreditLimit,
    /// The member's group has a limit of nothing.
    GroupZeroCreditLimit,
    /// This member has a limit of nothing.
    MemberZeroCreditLimit,
    /// The organisation has turned it off for this service.
    OrgServiceLevelDisabled,
    /// No limits are set.
    NoLimitsConfigured,
    /// It could not be found out.
    FetchError,
    /// It is not known.
    Unknown,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(OverageDisabledReason {
    OverageNotProvisioned = "overage_not_provisioned",
    OrgLevelDisabled = "org_level_disabled",
    OrgLevelDisabledUntil = "org_level_disabled_until",
    OutOfCredits = "out_of_credits",
    SeatTierLevelDisabled = "seat_tier_level_disabled",
    MemberLevelDisabled = "member_level_disabled",
    SeatTierZeroCreditLimit = "seat_tier_zero_credit_limit",
    GroupZeroCreditLimit = "group_zero_credit_limit",
    MemberZeroCreditLimit = "member_zero_credit_limit",
    OrgServiceLevelDisabled = "org_service_level_disabled",
    NoLimitsConfigured = "no_limits_configured",
    FetchError = "fetch_error",
    Unknown = "unknown",
});

/// Whom a limit is for.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateLimitScope {
    /// A service.
    Service,
    /// A channel.
    Channel,
    /// The pool of a group.
    GroupPool,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(RateLimitScope {
    Service = "service",
    Channel = "channel",
    GroupPool = "group_pool",
});

/// The API's words for the reason of a refusal.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateLimitErrorCode {
    /// Credits have to be bought first.
    CreditsRequired,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(RateLimitErrorCode {
    CreditsRequired = "credits_required",
});

/// News about the limits of the account's plan. It comes only with a subscription login.
///
/// Wire: `type: rate_limit_event`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RateLimitEventMessage {
    /// The limits.
    pub rate_limit_info: RateLimitInfo,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(RateLimitEventMessage {
    tags: ["type" = "rate_limit_event"],
    fields: [
        0 required rate_limit_info: RateLimitInfo = "rate_limit_info",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});

/// How much of a limit is used.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RateLimitInfo {
    /// Whether requests are still served.
    pub status: RateLimitStatus,
    /// When the limit starts again, in seconds since 1970.
    pub resets_at: Option<u64>,
    /// Which limit.
    pub rate_limit_type: Option<RateLimitType>,
    /// How much is used: 1 is all.
    pub utilization: Option<f64>,
    /// The warning threshold that was passed.
    pub surpassed_threshold: Option<f64>,
    /// Whether requests beyond the plan are served.
    pub overage_status: Option<RateLimitStatus>,
    /// When the limit beyond the plan starts again, in seconds since 1970.
    pub overage_resets_at: Option<u64>,
    /// Why nothing beyond the plan is served.
    pub overage_disabled_reason: Option<OverageDisabledReason>,
    /// True while requests are paid beyond the plan.
    pub is_using_overage: Option<bool>,
    /// True while extra usage is being drawn on.
    pub overage_in_use: Option<bool>,
    /// True if extra usage is turned on.
    pub overage_enabled: Option<bool>,
    /// Whom the limit is for.
    pub limit_scope: Option<RateLimitScope>,
    /// The API's word for the reason of a refusal.
    pub error_code: Option<RateLimitErrorCode>,
    /// True if the user may buy credits.
    pub can_user_purchase_credits: Option<bool>,
    /// True if there is a saved way to pay.
    pub has_chargeable_saved_payment_method: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(RateLimitInfo {
    tags: [],
    fields: [
        0 required status: RateLimitStatus = "status",
        1 optional resets_at: u64 = "resetsAt",
        2 optional rate_limit_type: RateLimitType = "rateLimitType",
        3 optional utilization: f64 = "utilization",
        4 optional surpassed_threshold: f64 = "surpassedThreshold",
        5 optional overage_status: RateLimitStatus = "overageStatus",
        6 optional overage_resets_at: u64 = "overageResetsAt",
        7 optional overage_disabled_reason: OverageDisabledReason = "overageDisabledReason",
        8 optional is_using_overage: bool = "isUsingOverage",
        9 optional overage_in_use: bool = "overageInUse",
        10 optional overage_enabled: bool = "overageEnabled",
        11 optional limit_scope: RateLimitScope = "limitScope",
        12 optional error_code: RateLimitErrorCode = "errorCode",
        13 optional can_user_purchase_credits: bool = "canUserPurchaseCredits",
        14 optional has_chargeable_saved_payment_method: bool = "hasChargeableSavedPaymentMethod",
    ],
});
