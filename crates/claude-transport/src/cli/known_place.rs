//! Known place: the installers and version managers whose folders are searched. `places.rs` has the folders.

use std::fmt;

/// The installer or version manager that a known place belongs to.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::KnownPlace;
///
/// assert_eq!(KnownPlace::Homebrew.to_string(), "Homebrew");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum KnownPlace {
    /// The installer of the CLI itself.
    Native,
    /// Global packages of npm.
    Npm,
    /// Global packages of pnpm.
    Pnpm,
    /// Global packages of Bun.
    Bun,
    /// Global packages of Yarn.
    Yarn,
    /// Versions of Node.js that nvm installed.
    Nvm,
    /// Versions of Node.js that fnm installed.
    Fnm,
    /// Programs that Volta manages.
    Volta,
    /// Programs that mise manages.
    Mise,
    /// Programs that asdf manages.
    Asdf,
    /// Homebrew.
    Homebrew,
    /// Nix.
    Nix,
    /// Scoop (Windows).
    Scoop,
    /// winget (Windows).
    WinGet,
    /// Folders for all users of the machine.
    System,
}

impl fmt::Display for KnownPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Native => "native installer",
            Self::Npm => "npm",
            Self::Pnpm => "pnpm",
            Self::Bun => "bun",
            Self::Yarn => "yarn",
            Self::Nvm => "nvm",
            Self::Fnm => "fnm",
            Self::Volta => "volta",
            Self::Mise => "mise",
            Self::Asdf => "asdf",
            Self::Homebrew => "Homebrew",
            Self::Nix => "nix",
            Self::Scoop => "scoop",
            Self::WinGet => "winget",
            Self::System => "system folder",
        })
    }
}
