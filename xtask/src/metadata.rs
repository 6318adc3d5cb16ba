//! Metadata: the output of `cargo metadata`, as far as the checks use it.
//!
//! It only reads; the rules are in [`crate::layers`] and [`crate::deny`].

use std::path::PathBuf;

use serde::Deserialize;

use crate::Outcome;
use crate::run::Task;

/// The packages of the workspace and all their dependencies.
#[derive(Debug, Deserialize)]
pub(crate) struct Metadata {
    pub(crate) packages: Vec<Package>,
    pub(crate) workspace_members: Vec<String>,
    /// Which package uses which; absent with `--no-deps`.
    pub(crate) resolve: Option<Resolve>,
    pub(crate) target_directory: PathBuf,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) license: Option<String>,
    /// `None` for a package in a folder of the workspace.
    pub(crate) source: Option<String>,
    pub(crate) manifest_path: PathBuf,
    pub(crate) dependencies: Vec<Dependency>,
}

/// A dependency as a manifest declares it.
#[derive(Debug, Deserialize)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    pub(crate) req: String,
    /// `None` is a normal one; otherwise `dev` or `build`.
    pub(crate) kind: Option<String>,
    pub(crate) path: Option<PathBuf>,
    /// Whether only a feature brings it.
    #[serde(default)]
    pub(crate) optional: bool,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Resolve {
    pub(crate) nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Node {
    pub(crate) id: String,
    pub(crate) deps: Vec<NodeDependency>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct NodeDependency {
    pub(crate) pkg: String,
    pub(crate) dep_kinds: Vec<DependencyKind>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct DependencyKind {
    pub(crate) kind: Option<String>,
}

impl Metadata {
    /// The packages of the workspace, without their dependencies; never needs a network.
    pub(crate) fn members_only() -> Outcome<Self> {
        Self::from_json(&ask(&["--no-deps", "--offline"]).read()?)
    }

    /// All packages that a build on this machine can touch, with all features.
    pub(crate) fn of_host() -> Outcome<Self> {
        let version = Task::new("rustc").args(["-vV"]).read()?;
        let host = version.lines().find_map(|line| line.strip_prefix("host: "));
        let host = host.ok_or("`rustc -vV` does not name the host")?;
        Self::resolved(&["--all-features", "--filter-platform", host])
    }

    /// All packages of all platforms, with all features.
    pub(crate) fn of_all_platforms() -> Outcome<Self> {
        Self::resolved(&["--all-features"])
    }

    /// Offline first; packages that were never downloaded here are fetched as cargo is configured.
    fn resolved(args: &[&str]) -> Outcome<Self> {
        let json = match ask(args).args(["--offline"]).read() {
            Ok(json) => json,
            Err(_) => ask(args).read()?,
        };
        Self::from_json(&json)
    }

    pub(crate) fn from_json(json: &str) -> Outcome<Self> {
        serde_json::from_str(json)
            .map_err(|error| format!("invalid output of cargo metadata: {error}"))
    }

    pub(crate) fn members(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| self.workspace_members.contains(&package.id))
    }

    pub(crate) fn is_member(&self, name: &str) -> bool {
        self.members().any(|package| package.name == name)
    }
}

fn ask(args: &[&str]) -> Task {
    Task::cargo(&["metadata", "--format-version", "1"]).args(args)
}
