//! Toolchain: finds a cargo that can compile for a target, with its standard library installed or as source.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::run::Task;

/// The toolchain of Debian's packages `rustc-web` and `cargo-web`.
const DEBIAN: [&str; 2] = ["/usr/bin/cargo", "/usr/bin/rustc"];

/// A cargo and a rustc of one version that can compile for a target.
#[derive(Debug)]
pub(super) struct Toolchain {
    cargo: OsString,
    rustc: OsString,
    target: &'static str,
    /// Whether the standard library is built from source.
    from_source: bool,
    /// What `rustc --version` prints.
    pub(super) version: String,
}

impl Toolchain {
    /// Looks at the toolchain that runs xtask, and at that of Debian. An installed standard library is preferred.
    pub(super) fn find(target: &'static str) -> Option<Self> {
        let own = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let all = [(own, "rustc".into()), (DEBIAN[0].into(), DEBIAN[1].into())];
        let all: Vec<_> =
            all.into_iter().filter_map(|(cargo, rustc)| Self::new(cargo, rustc, target)).collect();
        let installed = all.iter().position(|toolchain| !toolchain.from_source);
        all.into_iter().nth(installed.unwrap_or(0))
    }

    fn new(cargo: OsString, rustc: OsString, target: &'static str) -> Option<Self> {
        let ask = |args: &[&str]| Task::new(&rustc).args(args).read().ok();
        let version = ask(&["--version"])?.trim().to_owned();
        if !is_supported(&version) {
            return None;
        }
        let library = ask(&["--print", "target-libdir", "--target", target])?;
        let source = PathBuf::from(ask(&["--print", "sysroot"])?.trim())
            .join("lib/rustlib/src/rust/library/std/Cargo.toml");
        let installed = Path::new(library.trim()).is_dir();
        let usable = installed || source.is_file();
        usable.then_some(Self { cargo, rustc, target, from_source: !installed, version })
    }

    /// A command of cargo for the target. `std` are the crates that are built if the library is built from source.
    pub(super) fn cargo(&self, command: &str, std: &str) -> Task {
        let task = Task::new(&self.cargo)
            .args([command, "--target", self.target])
            .env("RUSTC", &self.rustc)
            // Only the path and the line of a panic are used, and linking is faster without the rest.
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .without_env("RUSTFLAGS");
        if !self.from_source {
            return task;
        }
        task.args([format!("-Zbuild-std={std}")]).env("RUSTC_BOOTSTRAP", "1")
    }
}

/// Returns whether a rustc is as new as the workspace requires.
fn is_supported(version: &str) -> bool {
    let required = minor(env!("CARGO_PKG_RUST_VERSION"));
    let found = version.split(' ').nth(1).and_then(minor);
    found.is_some() && found >= required
}

/// The 88 of `1.88.0`.
fn minor(version: &str) -> Option<u32> {
    version.strip_prefix("1.")?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::is_supported;

    #[test]
    fn an_old_rustc_is_not_used() {
        assert!(is_supported("rustc 1.95.0 (59807616e 2026-04-14)"));
        assert!(is_supported("rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)"));
        assert!(!is_supported("rustc 1.63.0 (4b91a6ea7 2022-08-08)"));
        assert!(!is_supported("an error"));
    }
}
