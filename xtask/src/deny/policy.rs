//! Policy: `deny.toml`, read strictly. An unknown setting is an error, because an ignored setting
//! would protect nothing.

use serde::Deserialize;

use crate::Outcome;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Policy {
    graph: Graph,
    pub(super) licenses: Licenses,
    pub(super) bans: Bans,
    pub(super) sources: Sources,
}

/// Which packages are checked: those of all platforms and all features.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Graph {
    all_features: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Licenses {
    include_dev: bool,
    pub(super) allow: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Bans {
    #[expect(dead_code, reason = "read only to refuse another level")]
    multiple_versions: Level,
    multiple_versions_include_dev: bool,
    #[expect(dead_code, reason = "read only to refuse another level")]
    wildcards: Level,
    pub(super) allow_wildcard_paths: bool,
    #[serde(default)]
    pub(super) skip: Vec<Skip>,
}

/// One version of a crate that is allowed in addition to another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Skip {
    /// `name@version`.
    #[serde(rename = "crate")]
    pub(super) krate: String,
    pub(super) reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Sources {
    #[expect(dead_code, reason = "read only to refuse another level")]
    unknown_registry: Level,
    #[expect(dead_code, reason = "read only to refuse another level")]
    unknown_git: Level,
    pub(super) allow_registry: Vec<String>,
    #[serde(default)]
    pub(super) allow_git: Vec<String>,
}

/// Only the strict level is supported, because warnings in CI are not read.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Level {
    Deny,
}

impl Policy {
    pub(super) fn from_toml(text: &str) -> Outcome<Self> {
        let policy: Self =
            toml::from_str(text).map_err(|error| format!("invalid deny.toml: {error}"))?;
        for (set, name) in [
            (policy.graph.all_features, "all-features"),
            (policy.licenses.include_dev, "include-dev"),
            (policy.bans.multiple_versions_include_dev, "multiple-versions-include-dev"),
        ] {
            if !set {
                return Err(format!("deny.toml: `{name}` must be true"));
            }
        }
        if let Some(skip) = policy.bans.skip.iter().find(|skip| skip.reason.trim().is_empty()) {
            return Err(format!("deny.toml: the skip of {} has no reason", skip.krate));
        }
        Ok(policy)
    }
}
