// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The limits of an account's plan.

use super::all::*;

/// Whether requests are served.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateLimitStatus {
    /// Requests are served.
    Allowed,
    /// Requests are served, but the limit is near.
    AllowedWarning,
    /// Requests are not served.
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
    /// Five hours.
    FiveHour,
    /// Seven days.
    SevenDay,
    /// Seven days, Opus models.
    SevenDayOpus,
    /// Seven days, Sonnet models.
    SevenDaySonnet,
    /// Seven days, extra usage included.
    SevenDayOverageIncluded,
    /// Extra usage.
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

/// The reason why requests beyond the plan are not served.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OverageDisabledReason {
    /// The plan does not include extra usage.
    OverageNotProvisioned,
    /// The organisation has disabled extra usage.
    OrgLevelDisabled,
    /// The organisation has disabled extra usage temporarily.
    OrgLevelDisabledUntil,
    /// The credits are used up.
    OutOfCredits,
    /// Extra usage is disabled for this kind of seat.
    SeatTierLevelDisabled,
    /// Extra usage is disabled for this member.
    MemberLevelDisabled,
    /// The limit for this kind of seat is zero.
    SeatTierZeroCreditLimit,
    /// The limit for the member's group is zero.
    GroupZeroCreditLimit,
    /// The limit for this member is zero.
    MemberZeroCreditLimit,
    /// The organisation has disabled extra usage for this service.
    OrgServiceLevelDisabled,
    /// No limits are configured.
    NoLimitsConfigured,
    /// The reason could not be determined.
    FetchError,
    /// The reason is unknown.
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

/// The scope of a limit.
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

/// The API's codes for the reason of a rejection.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateLimitErrorCode {
    /// Credits must be bought first.
    CreditsRequired,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(RateLimitErrorCode {
    CreditsRequired = "credits_required",
});

/// A change of the limits of the account's plan. The CLI sends it only with a subscription login.
///
/// Wire: `type: rate_limit_event`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RateLimitEventMessage {
    /// The limits.
    pub rate_limit_info: RateLimitInfo,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
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

/// The state of one limit.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RateLimitInfo {
    /// Whether requests are still served.
    pub status: RateLimitStatus,
    /// When the limit resets, in seconds since 1970.
    pub resets_at: Option<u64>,
    /// The kind of limit.
    pub rate_limit_type: Option<RateLimitType>,
    /// The used fraction of the limit: 1 is all.
    pub utilization: Option<f64>,
    /// The warning threshold that was exceeded.
    pub surpassed_threshold: Option<f64>,
    /// The state of each window of the plan. A window whose reset time is too far away is left out.
    pub unified_windows: Option<Box<PlanWindows>>,
    /// Whether requests beyond the plan are served.
    pub overage_status: Option<RateLimitStatus>,
    /// When the limit beyond the plan resets, in seconds since 1970.
    pub overage_resets_at: Option<u64>,
    /// The reason why requests beyond the plan are not served.
    pub overage_disabled_reason: Option<OverageDisabledReason>,
    /// True while requests beyond the plan are paid for.
    pub is_using_overage: Option<bool>,
    /// True while extra usage is consumed.
    pub overage_in_use: Option<bool>,
    /// True if extra usage is enabled.
    pub overage_enabled: Option<bool>,
    /// The scope of the limit.
    pub limit_scope: Option<RateLimitScope>,
    /// The API's code for the reason of a rejection.
    pub error_code: Option<RateLimitErrorCode>,
    /// True if the user may buy credits.
    pub can_user_purchase_credits: Option<bool>,
    /// True if a payment method is saved.
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
        5 optional unified_windows: Box<PlanWindows> = "unifiedWindows",
        6 optional overage_status: RateLimitStatus = "overageStatus",
        7 optional overage_resets_at: u64 = "overageResetsAt",
        8 optional overage_disabled_reason: OverageDisabledReason = "overageDisabledReason",
        9 optional is_using_overage: bool = "isUsingOverage",
        10 optional overage_in_use: bool = "overageInUse",
        11 optional overage_enabled: bool = "overageEnabled",
        12 optional limit_scope: RateLimitScope = "limitScope",
        13 optional error_code: RateLimitErrorCode = "errorCode",
        14 optional can_user_purchase_credits: bool = "canUserPurchaseCredits",
        15 optional has_chargeable_saved_payment_method: bool = "hasChargeableSavedPaymentMethod",
    ],
});

/// The state of each window of the plan.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PlanWindows {
    /// Five hours.
    pub five_hour: Option<PlanWindow>,
    /// Seven days.
    pub seven_day: Option<PlanWindow>,
    /// Seven days, extra usage included.
    pub seven_day_overage_included: Option<PlanWindow>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PlanWindows {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(PlanWindows {
    tags: [],
    fields: [
        0 optional five_hour: PlanWindow = "five_hour",
        1 optional seven_day: PlanWindow = "seven_day",
        2 optional seven_day_overage_included: PlanWindow = "seven_day_overage_included",
    ],
});

/// The state of one window of the plan.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PlanWindow {
    /// The used fraction of the window: 1 is all.
    pub utilization: f64,
    /// When the window resets, in seconds since 1970.
    pub resets_at: u64,
    /// Whether requests are still served.
    pub status: Option<RateLimitStatus>,
    /// The warning threshold that was exceeded.
    pub surpassed_threshold: Option<f64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(PlanWindow {
    tags: [],
    fields: [
        0 required utilization: f64 = "utilization",
        1 required resets_at: u64 = "resetsAt",
        2 optional status: RateLimitStatus = "status",
        3 optional surpassed_threshold: f64 = "surpassedThreshold",
    ],
});
