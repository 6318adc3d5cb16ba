// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The limits of an account's plan.

use super::all::*;

/// Whether requests are served.
///
/// An open set: a newer CLI may send other values. Feature: MSG-43.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateLimitStatus {
    /// They are.
    ///
    /// `allowed`. Declared, not seen.
    Allowed,
    /// They are, but the limit is near.
    ///
    /// `allowed_warning`. Declared, not seen.
    AllowedWarning,
    /// They are not.
    ///
    /// `rejected`. Declared, not seen.
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
/// An open set: a newer CLI may send other values. Feature: MSG-43.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateLimitType {
    /// For five hours.
    ///
    /// `five_hour`. Declared, not seen.
    FiveHour,
    /// For a week.
    ///
    /// `seven_day`. Declared, not seen.
    SevenDay,
    /// For a week, Opus models.
    ///
    /// `seven_day_opus`. Declared, not seen.
    SevenDayOpus,
    /// For a week, Sonnet models.
    ///
    /// `seven_day_sonnet`. Declared, not seen.
    SevenDaySonnet,
    /// For a week, extra usage included.
    ///
    /// `seven_day_overage_included`. Declared, not seen.
    SevenDayOverageIncluded,
    /// For extra usage.
    ///
    /// `overage`. Declared, not seen.
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
/// An open set: a newer CLI may send other values. Feature: MSG-43.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OverageDisabledReason {
    /// The plan knows no extra usage.
    ///
    /// `overage_not_provisioned`. Declared, not seen.
    OverageNotProvisioned,
    /// The organisation has turned it off.
    ///
    /// `org_level_disabled`. Declared, not seen.
    OrgLevelDisabled,
    /// The organisation has turned it off for a time.
    ///
    /// `org_level_disabled_until`. Declared, not seen.
    OrgLevelDisabledUntil,
    /// The credits are used up.
    ///
    /// `out_of_credits`. Declared, not seen.
    OutOfCredits,
    /// It is turned off for this sort of seat.
    ///
    /// `seat_tier_level_disabled`. Declared, not seen.
    SeatTierLevelDisabled,
    /// It is turned off for this member.
    ///
    /// `member_level_disabled`. Declared, not seen.
    MemberLevelDisabled,
    /// This sort of seat has a limit of nothing.
    ///
    /// `seat_tier_zero_credit_limit`. Declared, not seen.
    SeatTierZeroCreditLimit,
    /// The member's group has a limit of nothing.
    ///
    /// `group_zero_credit_limit`. Declared, not seen.
    GroupZeroCreditLimit,
    /// This member has a limit of nothing.
    ///
    /// `member_zero_credit_limit`. Declared, not seen.
    MemberZeroCreditLimit,
    /// The organisation has turned it off for this service.
    ///
    /// `org_service_level_disabled`. Declared, not seen.
    OrgServiceLevelDisabled,
    /// No limits are set.
    ///
    /// `no_limits_configured`. Declared, not seen.
    NoLimitsConfigured,
    /// It could not be found out.
    ///
    /// `fetch_error`. Declared, not seen.
    FetchError,
    /// It is not known.
    ///
    /// `unknown`. Declared, not seen.
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
/// An open set: a newer CLI may send other values. Feature: MSG-43.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateLimitScope {
    /// A service.
    ///
    /// `service`. Declared, not seen.
    Service,
    /// A channel.
    ///
    /// `channel`. Declared, not seen.
    Channel,
    /// The pool of a group.
    ///
    /// `group_pool`. Declared, not seen.
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
/// An open set: a newer CLI may send other values. Feature: MSG-43.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateLimitErrorCode {
    /// Credits have to be bought first.
    ///
    /// `credits_required`. Declared, not seen.
    CreditsRequired,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(RateLimitErrorCode {
    CreditsRequired = "credits_required",
});

/// News about the limits of the account's plan. It comes only with a subscription login.
///
/// Wire: `type: rate_limit_event`. Declared, not seen. Feature: MSG-43.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RateLimitEventMessage {
    /// The limits.
    ///
    /// Required; declared, not seen.
    pub rate_limit_info: RateLimitInfo,
    /// The session.
    ///
    /// May be absent; declared, not seen.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; declared, not seen.
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
///
/// Declared, not seen. Feature: MSG-43.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RateLimitInfo {
    /// Whether requests are still served.
    ///
    /// Required; declared, not seen.
    pub status: RateLimitStatus,
    /// When the limit starts again, in seconds since 1970.
    ///
    /// Wire: `resetsAt`. May be absent; declared, not seen.
    pub resets_at: Option<u64>,
    /// Which limit.
    ///
    /// Wire: `rateLimitType`. May be absent; declared, not seen.
    pub rate_limit_type: Option<RateLimitType>,
    /// How much is used: 1 is all.
    ///
    /// May be absent; declared, not seen.
    pub utilization: Option<f64>,
    /// The warning threshold that was passed.
    ///
    /// Wire: `surpassedThreshold`. May be absent; declared, not seen.
    pub surpassed_threshold: Option<f64>,
    /// Whether requests beyond the plan are served.
    ///
    /// Wire: `overageStatus`. May be absent; declared, not seen.
    pub overage_status: Option<RateLimitStatus>,
    /// When the limit beyond the plan starts again, in seconds since 1970.
    ///
    /// Wire: `overageResetsAt`. May be absent; declared, not seen.
    pub overage_resets_at: Option<u64>,
    /// Why nothing beyond the plan is served.
    ///
    /// Wire: `overageDisabledReason`. May be absent; declared, not seen.
    pub overage_disabled_reason: Option<OverageDisabledReason>,
    /// True while requests are paid beyond the plan.
    ///
    /// Wire: `isUsingOverage`. May be absent; declared, not seen.
    pub is_using_overage: Option<bool>,
    /// True while extra usage is being drawn on.
    ///
    /// Wire: `overageInUse`. May be absent; declared, not seen.
    pub overage_in_use: Option<bool>,
    /// True if extra usage is turned on.
    ///
    /// Wire: `overageEnabled`. May be absent; declared, not seen.
    pub overage_enabled: Option<bool>,
    /// Whom the limit is for.
    ///
    /// Wire: `limitScope`. May be absent; declared, not seen.
    pub limit_scope: Option<RateLimitScope>,
    /// The API's word for the reason of a refusal.
    ///
    /// Wire: `errorCode`. May be absent; declared, not seen.
    pub error_code: Option<RateLimitErrorCode>,
    /// True if the user may buy credits.
    ///
    /// Wire: `canUserPurchaseCredits`. May be absent; declared, not seen.
    pub can_user_purchase_credits: Option<bool>,
    /// True if there is a saved way to pay.
    ///
    /// Wire: `hasChargeableSavedPaymentMethod`. May be absent; declared, not seen.
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
