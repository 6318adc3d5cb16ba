//! Known places: where installers and version managers put the CLI, as data.
//!
//! `*` stands for any text in the name of a file or folder; the newest version comes first.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use super::KnownPlace::{
    self, Asdf, Bun, Fnm, Homebrew, Mise, Native, Nix, Npm, Nvm, Pnpm, Scoop, System as OfSystem,
    Volta, WinGet, Yarn,
};
use super::system::{System, Variables};

/// Where a path begins.
#[derive(Clone, Copy)]
enum Base {
    /// The home directory.
    Home,
    /// The folder that a variable names.
    Variable(&'static str),
    /// The root of the file system.
    Root,
}

use Base::{Home, Root, Variable};

type Place = (KnownPlace, Base, &'static str);

/// Unix, in order of precedence.
const UNIX: &[Place] = &[
    (Native, Home, ".local/bin/claude"),
    (Native, Home, ".local/share/claude/versions/*"),
    (Native, Home, ".claude/local/claude"),
    (Native, Home, ".claude/local/node_modules/.bin/claude"),
    (Npm, Variable("NPM_CONFIG_PREFIX"), "bin/claude"),
    (Npm, Variable("npm_config_prefix"), "bin/claude"),
    (Npm, Home, ".npm-global/bin/claude"),
    (Npm, Home, ".npm-packages/bin/claude"),
    (Npm, Home, "node_modules/.bin/claude"),
    (Volta, Variable("VOLTA_HOME"), "bin/claude"),
    (Volta, Home, ".volta/bin/claude"),
    (Volta, Variable("VOLTA_HOME"), "tools/image/packages/@anthropic-ai/claude-code/bin/claude"),
    (Volta, Home, ".volta/tools/image/packages/@anthropic-ai/claude-code/bin/claude"),
    (Fnm, Variable("FNM_DIR"), "aliases/default/bin/claude"),
    (Fnm, Home, ".local/share/fnm/aliases/default/bin/claude"),
    (Fnm, Home, "Library/Application Support/fnm/aliases/default/bin/claude"),
    (Fnm, Home, ".fnm/aliases/default/bin/claude"),
    (Fnm, Variable("FNM_DIR"), "node-versions/*/installation/bin/claude"),
    (Fnm, Home, ".local/share/fnm/node-versions/*/installation/bin/claude"),
    (Fnm, Home, "Library/Application Support/fnm/node-versions/*/installation/bin/claude"),
    (Fnm, Home, ".fnm/node-versions/*/installation/bin/claude"),
    (Nvm, Variable("NVM_BIN"), "claude"),
    (Nvm, Variable("NVM_DIR"), "versions/node/*/bin/claude"),
    (Nvm, Home, ".nvm/versions/node/*/bin/claude"),
    (Nvm, Home, ".config/nvm/versions/node/*/bin/claude"),
    (Mise, Variable("MISE_DATA_DIR"), "shims/claude"),
    (Mise, Home, ".local/share/mise/shims/claude"),
    (Mise, Variable("MISE_DATA_DIR"), "installs/*claude*/*/bin/claude"),
    (Mise, Home, ".local/share/mise/installs/*claude*/*/bin/claude"),
    (Mise, Home, ".local/share/mise/installs/*claude*/*/claude"),
    (Mise, Variable("MISE_DATA_DIR"), "installs/node/*/bin/claude"),
    (Mise, Home, ".local/share/mise/installs/node/*/bin/claude"),
    (Asdf, Variable("ASDF_DATA_DIR"), "shims/claude"),
    (Asdf, Home, ".asdf/shims/claude"),
    (Asdf, Variable("ASDF_DATA_DIR"), "installs/nodejs/*/bin/claude"),
    (Asdf, Home, ".asdf/installs/nodejs/*/bin/claude"),
    (Asdf, Home, ".asdf/installs/nodejs/*/.npm/bin/claude"),
    (Pnpm, Variable("PNPM_HOME"), "claude"),
    (Pnpm, Variable("PNPM_HOME"), "bin/claude"),
    (Pnpm, Home, ".local/share/pnpm/claude"),
    (Pnpm, Home, ".local/share/pnpm/bin/claude"),
    (Pnpm, Home, "Library/pnpm/claude"),
    (Pnpm, Home, "Library/pnpm/bin/claude"),
    (Bun, Variable("BUN_INSTALL"), "bin/claude"),
    (Bun, Home, ".bun/bin/claude"),
    (Yarn, Home, ".yarn/bin/claude"),
    (Yarn, Home, ".config/yarn/global/node_modules/.bin/claude"),
    (Nix, Home, ".nix-profile/bin/claude"),
    (Nix, Root, "run/current-system/sw/bin/claude"),
    (Homebrew, Variable("HOMEBREW_PREFIX"), "bin/claude"),
    (Homebrew, Root, "opt/homebrew/bin/claude"),
    (Homebrew, Root, "home/linuxbrew/.linuxbrew/bin/claude"),
    (Homebrew, Home, ".linuxbrew/bin/claude"),
    (Homebrew, Root, "opt/homebrew/Caskroom/claude-code/*/claude"),
    (OfSystem, Root, "usr/local/bin/claude"),
    (OfSystem, Root, "usr/bin/claude"),
];

/// Windows, in order of precedence. A path that ends with `@` names a folder with packages of npm, as
/// [`module_program`] finds the program in them.
const WINDOWS: &[Place] = &[
    (Native, Home, ".local/bin/claude.exe"),
    (Native, Home, ".local/share/claude/versions/*"),
    (WinGet, Variable("LOCALAPPDATA"), "Microsoft/WinGet/Links/claude.exe"),
    (WinGet, Variable("LOCALAPPDATA"), "Microsoft/WinGet/Packages/Anthropic.Claude*/claude.exe"),
    (Npm, Variable("NPM_CONFIG_PREFIX"), "@"),
    (Npm, Variable("APPDATA"), "npm/@"),
    (Npm, Variable("ProgramFiles"), "nodejs/@"),
    (Volta, Variable("VOLTA_HOME"), "tools/image/packages/@anthropic-ai/claude-code/@"),
    (Volta, Variable("LOCALAPPDATA"), "Volta/tools/image/packages/@anthropic-ai/claude-code/@"),
    (Fnm, Variable("FNM_DIR"), "aliases/default/@"),
    (Fnm, Variable("APPDATA"), "fnm/aliases/default/@"),
    (Fnm, Variable("FNM_DIR"), "node-versions/*/installation/@"),
    (Fnm, Variable("APPDATA"), "fnm/node-versions/*/installation/@"),
    (Nvm, Variable("NVM_SYMLINK"), "@"),
    (Nvm, Variable("NVM_HOME"), "v*/@"),
    (Nvm, Variable("APPDATA"), "nvm/v*/@"),
    (Nvm, Variable("LOCALAPPDATA"), "nvm/v*/@"),
    (Mise, Variable("LOCALAPPDATA"), "mise/installs/*claude*/*/@"),
    (Mise, Variable("LOCALAPPDATA"), "mise/installs/*claude*/*/claude.exe"),
    (Mise, Variable("LOCALAPPDATA"), "mise/installs/node/*/@"),
    (Scoop, Variable("SCOOP"), "apps/claude-code/current/claude.exe"),
    (Scoop, Home, "scoop/apps/claude-code/current/claude.exe"),
    (Scoop, Home, "scoop/shims/claude.exe"),
    (Scoop, Home, "scoop/persist/nodejs/bin/@"),
    (Scoop, Home, "scoop/apps/nodejs/current/bin/@"),
    (Pnpm, Variable("PNPM_HOME"), "global/*/@"),
    (Pnpm, Variable("LOCALAPPDATA"), "pnpm/global/*/@"),
    (Bun, Variable("BUN_INSTALL"), "bin/claude.exe"),
    (Bun, Home, ".bun/bin/claude.exe"),
    (Bun, Home, ".bun/install/global/@"),
    (Yarn, Variable("LOCALAPPDATA"), "Yarn/Data/global/@"),
];

/// Where npm's package has its program, below a folder with packages.
const MODULE_PROGRAM: &str = "node_modules/@anthropic-ai/claude-code/bin/claude.exe";

/// Returns the program of npm's package in a folder that contains `node_modules`.
pub(super) fn module_program(folder: &Path) -> PathBuf {
    joined(folder.to_owned(), MODULE_PROGRAM)
}

/// Returns the paths at which installers put the CLI, in order of precedence. Folders are read where a path has a `*`.
pub(super) fn places(variables: &Variables, root: &Path) -> Vec<(KnownPlace, PathBuf)> {
    let table = match variables.system {
        System::Unix => UNIX,
        System::Windows => WINDOWS,
    };
    let home = variables.folder(variables.system.home());
    let mut all = Vec::new();
    for (place, base, path) in table {
        let base = match base {
            Home => home.clone(),
            Variable(name) => variables.folder(name),
            Root => Some(root.to_owned()),
        };
        let Some(base) = base else { continue };
        let found = match path.strip_suffix('@') {
            Some(folder) => expand(base, &format!("{folder}{MODULE_PROGRAM}")),
            None => expand(base, path),
        };
        all.extend(found.into_iter().map(|path| (*place, path)));
    }
    all
}

fn joined(base: PathBuf, path: &str) -> PathBuf {
    path.split('/').fold(base, |base, part| base.join(part))
}

/// Replaces each `*` of a path by the names that are there, the newest version first.
fn expand(base: PathBuf, path: &str) -> Vec<PathBuf> {
    path.split('/').fold(vec![base], |folders, part| match part.contains('*') {
        true => folders.iter().flat_map(|folder| named(folder, part)).collect(),
        false => folders.into_iter().map(|folder| folder.join(part)).collect(),
    })
}

/// Returns what is in a folder and fits a pattern, the newest version first.
fn named(folder: &Path, pattern: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| fits(name, pattern)).collect();
    names.sort_by_cached_key(|name| Reverse((numbers(name), name.clone())));
    names.into_iter().map(|name| folder.join(name)).collect()
}

/// Returns whether a name fits a pattern, in which `*` stands for any text.
fn fits(name: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('*');
    let (first, last) = (parts.next().unwrap_or_default(), parts.next_back().unwrap_or_default());
    let inside = name.strip_prefix(first).and_then(|rest| rest.strip_suffix(last));
    let rest =
        parts.try_fold(inside, |rest, part| Some(rest?.split_once(part).map(|(_, rest)| rest)));
    rest.flatten().is_some()
}

/// Returns the numbers in a name, for the order of versions: `v22.10.0` is newer than `v22.9.1`.
fn numbers(name: &str) -> Vec<u64> {
    let numbers = name.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    numbers.map(|digits| digits.parse().unwrap_or(u64::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_text() {
        for (name, pattern, expected) in [
            ("v22.1.0", "*", true),
            ("v22.1.0", "v*", true),
            ("22.1.0", "v*", false),
            ("npm-anthropic-ai-claude-code", "*claude*", true),
            ("claude", "*claude*", true),
            ("node", "*claude*", false),
            ("Anthropic.ClaudeCode_x", "Anthropic.Claude*", true),
        ] {
            assert_eq!(fits(name, pattern), expected, "{name} {pattern}");
        }
    }

    #[test]
    fn the_newest_version_comes_first() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["v9.1.0", "v22.9.1", "v22.10.0"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        let found = expand(folder.path().into(), "*/bin");
        let expected = ["v22.10.0", "v22.9.1", "v9.1.0"];
        assert_eq!(found, expected.map(|name| folder.path().join(name).join("bin")));
    }
}
