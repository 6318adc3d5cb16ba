//! Locating the CLI: runs the search of `claude_transport::cli` with the paths and variables of the options.
//!
//! A start uses the candidates in their order. If the system cannot start the first one, `start.rs` tries the next.

use std::env::vars_os;
use std::ffi::OsStr;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use claude_transport::cli::{Candidate, Located, Rejection, Search, Source};
use claude_transport::{Environment, LaunchErrorKind};
use tokio::runtime::Handle;

use crate::error::{CliVersion, Error, Result, since};
use crate::options::Options;

/// A program to start.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) path: PathBuf,
    /// The version, if the path or the package of npm tells it.
    version: Option<CliVersion>,
    /// A folder that the program needs in its `PATH`.
    interpreter_folder: Option<PathBuf>,
}

impl Program {
    pub(crate) fn at(path: PathBuf) -> Self {
        Self { path, version: None, interpreter_folder: None }
    }

    /// Returns whether the program is known to support a flag.
    pub(super) fn supports(&self, flag: &str) -> bool {
        self.version.zip(since(flag)).is_some_and(|(version, since)| version >= since)
    }

    /// Adds what the program needs to its environment.
    pub(crate) fn complete(&self, env: Environment, options: &Options) -> Environment {
        let Some(folder) = &self.interpreter_folder else { return env };
        let path = options.environment(vars_os()).remove(OsStr::new("PATH"));
        // What systems search without the variable.
        let path = path.unwrap_or_else(|| "/usr/bin:/bin".into());
        let folders = std::env::split_paths(&path).filter(|folder| !folder.as_os_str().is_empty());
        match std::env::join_paths(folders.chain([folder.clone()])) {
            Ok(path) => env.set("PATH", path),
            Err(_) => env,
        }
    }
}

impl From<&Candidate> for Program {
    fn from(candidate: &Candidate) -> Self {
        Self {
            path: candidate.path.clone(),
            version: candidate.version,
            interpreter_folder: candidate.interpreter_folder.clone(),
        }
    }
}

/// Returns all files that may be the CLI, with the reason why each is chosen or rejected.
///
/// A start with the same options tries the usable ones in this order. Nothing of the CLI is run, so a version is known
/// only if the path or the package of npm tells it. After a path that was named ([`Options::cli_path`] or
/// `CLAUDE_CLI_PATH`), the search goes on, to show what else there is; a start does not.
///
/// If nothing usable is found in `PATH`, the user's login shell is asked for its own `PATH`, once per process and for
/// at most 5 s. To prevent that, set `SHELL` to an empty text with [`Options::env`].
///
/// # Cancel safety
///
/// The future can be dropped at any time. The search then ends on its own, and its result is lost.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::Options;
///
/// # #[tokio::main]
/// # async fn main() {
/// let located = claude_sdk::locate(&Options::default()).await;
/// println!("{located}");
/// if let Some(cli) = located.chosen() {
///     println!("{} was found by {}", cli.path.display(), cli.source);
/// }
/// # }
/// ```
pub async fn locate(options: &Options) -> Located {
    run(search(options).exhaustive(true)).await
}

/// Returns the programs to try, at least one, in order of precedence.
pub(crate) async fn find(options: &Options) -> Result<Vec<Program>> {
    programs(options, run(search(options)).await)
}

/// Runs the search on a blocking thread.
async fn run(search: Search) -> Located {
    let again = search.clone();
    let Ok(runtime) = Handle::try_current() else { return search.run() };
    // Joining fails only if the runtime shuts down.
    runtime
        .spawn_blocking(move || search.run())
        .await
        .unwrap_or_else(|_| again.login_shell(false).run())
}

fn search(options: &Options) -> Search {
    let search = match &options.cli_path {
        Some(path) => Search::new().explicit(path),
        None => Search::new(),
    };
    // A CLI that inherits little is still searched with the variables of this process. The profile of the user is not
    // run for it, unless it inherits the shell.
    let has_shell = options.environment(vars_os()).contains_key(OsStr::new("SHELL"));
    search
        .variables(vars_os())
        .variables(options.env.iter().map(|(name, value)| (name, value)))
        .login_shell(has_shell)
        .with_runtime(options.js_runtime.is_some())
}

fn programs(options: &Options, located: Located) -> Result<Vec<Program>> {
    let usable: Vec<Program> = located.usable().map(Program::from).collect();
    let named = located.candidates.first().filter(|first| first.source.is_named());
    let Some((named, problem)) = named.and_then(|named| Some((named, named.rejection()?))) else {
        return match usable.is_empty() {
            true => Err(Error::CliNotFound { located: Arc::new(located) }),
            false => Ok(usable),
        };
    };
    let launch = |kind, source| Error::Launch {
        program: named.path.clone(),
        cwd: options.cwd.clone(),
        kind,
        wrapped: false,
        source: Arc::new(source),
    };
    let is_bare = named.path.parent().is_none_or(|folder| folder.as_os_str().is_empty());
    match problem {
        Rejection::BatchFile => Err(Error::CliNotFound { located: Arc::new(located) }),
        Rejection::Missing if named.source == Source::Variable => {
            Err(Error::CliNotFound { located: Arc::new(located) })
        }
        Rejection::Missing if is_bare => {
            Err(launch(LaunchErrorKind::NotFound, io::ErrorKind::NotFound.into()))
        }
        // It would start and crash.
        Rejection::CutOff { .. } => {
            Err(launch(LaunchErrorKind::NotAProgram, io::Error::other(problem.to_string())))
        }
        // Start it all the same: the system says why it cannot.
        _ => Ok(vec![Program::from(named)]),
    }
}

#[cfg(test)]
mod tests;
