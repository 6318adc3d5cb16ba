//! Package: builds the programs of the benches as a user's program is built.
//!
//! They are targets of a package below `target/`, outside this workspace, so that no profile of the
//! workspace applies. It takes the versions that the workspace has locked.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::metadata::Metadata;
use crate::run::{self, Task};

/// How a package is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Profile {
    /// The release profile of cargo.
    Default,
    /// The same with one codegen unit for each crate.
    OneUnit,
}

impl Profile {
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Default => "the default release profile",
            Self::OneUnit => "one codegen unit for each crate",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Default => "release",
            Self::OneUnit => "one-unit",
        }
    }
}

/// The programs, with their files below the root of the workspace.
const PROGRAMS: [(&str, &str); 7] = [
    ("mock-claude", "crates/claude-testkit/src/bin/mock-claude.rs"),
    ("flood", "benches/src/flood.rs"),
    ("calls", "benches/src/calls/main.rs"),
    ("sessions", "benches/src/sessions.rs"),
    ("decode", "benches/src/decode.rs"),
    ("hostile", "benches/src/hostile/main.rs"),
    ("transcripts", "benches/src/transcripts.rs"),
];

/// Builds all programs with this profile. Returns the folder that holds them.
pub(super) fn build(profile: Profile) -> Outcome<PathBuf> {
    let folder = Metadata::members_only()?.target_directory.join("bench-speed");
    let root = run::root();
    let manifest = manifest(&root);
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join("Cargo.toml"), manifest))
        .and_then(|()| fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")))
        .map_err(|error| format!("{} cannot be written: {error}", folder.display()))?;
    cargo_build(&folder, profile)?;
    Ok(folder.join("target").join(profile.name()))
}

/// Builds the readers of other SDKs. Returns their program.
pub(super) fn build_peers() -> Outcome<PathBuf> {
    let folder = run::root().join("benches/peers");
    cargo_build(&folder, Profile::Default)?;
    Ok(folder.join("target/release/peers"))
}

fn cargo_build(folder: &Path, profile: Profile) -> Outcome {
    let task = Task::cargo(&["build", "--profile", profile.name()]).dir(folder);
    // Flags of the caller would build something else.
    let task = ["RUSTFLAGS", "CARGO_TARGET_DIR", "CARGO_ENCODED_RUSTFLAGS"]
        .into_iter()
        .fold(task, Task::without_env);
    Ok(task.run()?)
}

fn manifest(root: &Path) -> String {
    let path = |inner: &str| root.join(inner);
    let programs: String = PROGRAMS
        .iter()
        .map(|(name, file)| format!("\n[[bin]]\nname = \"{name}\"\npath = {:?}\n", path(file)))
        .collect();
    format!(
        "[package]\nname = \"bench-speed\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\n\
         claude-benches = {{ path = {:?} }}\n\
         claude-sdk = {{ path = {:?} }}\n\
         claude-testkit = {{ path = {:?} }}\n\
         claude-transcripts = {{ path = {:?} }}\n\
         claude-types = {{ path = {:?} }}\n\
         memchr = \"2\"\n\
         rustix = {{ version = \"1\", features = [\"pipe\", \"thread\", \"time\"] }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\n\
         serde_json = {{ version = \"1\", features = [\"raw_value\"] }}\n\
         tokio = {{ version = \"1\", features = [\"full\"] }}\n\
         {programs}\n\
         [profile.one-unit]\ninherits = \"release\"\ncodegen-units = 1\n\n\
         [workspace]\n",
        path("benches"),
        path("crates/claude-sdk"),
        path("crates/claude-testkit"),
        path("crates/claude-transcripts"),
        path("crates/claude-types"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_programs_exist_and_the_package_sets_no_profile_of_its_own() {
        for (_, file) in PROGRAMS {
            assert!(run::root().join(file).is_file(), "{file}");
        }
        let manifest = manifest(Path::new("/root"));
        assert!(!manifest.contains("[profile.release"), "{manifest}");
        assert!(manifest.contains("[workspace]"), "{manifest}");
    }
}
