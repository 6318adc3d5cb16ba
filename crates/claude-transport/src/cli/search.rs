//! Search: looks for the CLI at one place after the other, and decides which file is chosen.
//!
//! The order is that of [`Source`]. `inspect.rs` finds out what a file is, `places.rs` has the known places, and
//! `login_shell.rs` asks the user's shell for its `PATH`.

use std::collections::{HashMap, HashSet};
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

use super::inspect::{Inspected, Surroundings, inspect};
use super::package::platform_programs;
use super::places::{module_program, places};
use super::system::{System, Variables};
use super::{Candidate, Kind, Located, Rejection, Source, Verdict};

/// The variable that names the path of the CLI.
const VARIABLE: &str = "CLAUDE_CLI_PATH";

/// A search for the Claude Code CLI on this machine.
///
/// The order is: the explicit path, `CLAUDE_CLI_PATH`, the folders of `PATH`, those of the login shell's `PATH`, and
/// the folders of installers and version managers. A path that was named (the first two) is the only one that is used.
///
/// Nothing of the CLI is run. Batch files and relative folders of `PATH`, such as the working directory, are never used.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::Search;
///
/// // Without variables, only the folders for all users of the machine are searched.
/// let located = Search::new().variables([("PATH", "/nowhere")]).run();
/// assert!(located.searched().any(|path| path.starts_with("/nowhere")));
/// println!("{located}");
/// ```
#[derive(Clone)]
pub struct Search {
    explicit: Option<PathBuf>,
    variables: Variables,
    login_shell: bool,
    with_runtime: bool,
    exhaustive: bool,
    /// Where absolute paths of known places begin; another folder in tests.
    root: PathBuf,
}

impl Default for Search {
    fn default() -> Self {
        Self::new()
    }
}

impl Search {
    /// Creates a search without variables, for the system on which this program runs.
    #[must_use]
    pub fn new() -> Self {
        Self {
            explicit: None,
            variables: Variables { system: System::host(), all: Vec::new() },
            login_shell: true,
            with_runtime: false,
            exhaustive: false,
            root: "/".into(),
        }
    }

    /// Creates a search with the variables of this process.
    #[must_use]
    pub fn of_host() -> Self {
        Self::new().variables(std::env::vars_os())
    }

    /// Sets the path of the CLI. A name without a folder is looked up in `PATH`.
    ///
    /// A relative path is not examined: it depends on the working directory of the child.
    #[must_use]
    pub fn explicit(mut self, path: impl Into<PathBuf>) -> Self {
        self.explicit = Some(path.into());
        self
    }

    /// Adds variables of the environment. Later ones replace earlier ones, and empty ones count as not set.
    #[must_use]
    pub fn variables<N: Into<OsString>, V: Into<OsString>>(
        mut self,
        variables: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let all = variables.into_iter().map(|(name, value)| (name.into(), value.into()));
        self.variables.all.extend(all);
        self
    }

    /// Sets the system whose rules and folders apply, to examine an installation of another system.
    ///
    /// The default is [`System::host`].
    #[must_use]
    pub fn system(mut self, system: System) -> Self {
        self.variables.system = system;
        self
    }

    /// Sets whether the user's login shell (`SHELL`) is asked for its `PATH` if nothing usable was found before.
    ///
    /// By default it is, on Unix, with the feature `process`. It runs the user's profile, at most once for the same
    /// variables, and for at most 5 s.
    #[must_use]
    pub fn login_shell(mut self, is_asked: bool) -> Self {
        self.login_shell = is_asked;
        self
    }

    /// Sets whether another program, such as Node.js, runs the file. Then the file may be a script that the system does
    /// not start.
    ///
    /// The default is `false`.
    #[must_use]
    pub fn with_runtime(mut self, is_run_by_another: bool) -> Self {
        self.with_runtime = is_run_by_another;
        self
    }

    /// Sets whether the search goes on after a path that was named. What it finds there is shown and not used.
    ///
    /// The default is `false`: the only candidate is the path that was named.
    #[must_use]
    pub fn exhaustive(mut self, is_exhaustive: bool) -> Self {
        self.exhaustive = is_exhaustive;
        self
    }

    /// Searches.
    ///
    /// Blocks the thread: it reads folders and the beginnings of files, usually for less than a millisecond. If the
    /// login shell has to be asked, it takes as long as the user's profile, at most 5 s.
    #[must_use]
    pub fn run(&self) -> Located {
        let mut finder = Finder {
            search: self,
            surroundings: Surroundings::new(&self.variables, self.with_runtime),
            located: Located::default(),
            seen: HashSet::new(),
            real: HashMap::new(),
            named: None,
        };
        finder.run();
        finder.located
    }
}

/// Shows the names of variables and no values.
impl fmt::Debug for Search {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.variables.all.iter().map(|(name, _)| name).collect();
        f.debug_struct("Search")
            .field("explicit", &self.explicit)
            .field("variables", &names)
            .field("system", &self.variables.system)
            .field("login_shell", &self.login_shell)
            .field("with_runtime", &self.with_runtime)
            .field("exhaustive", &self.exhaustive)
            .finish_non_exhaustive()
    }
}

/// A search that is under way.
struct Finder<'s> {
    search: &'s Search,
    surroundings: Surroundings,
    located: Located,
    /// The paths that were looked at.
    seen: HashSet<PathBuf>,
    /// The files that were found, by their path without links.
    real: HashMap<PathBuf, PathBuf>,
    /// Where a path was named.
    named: Option<Source>,
}

impl Finder<'_> {
    fn run(&mut self) {
        let variables = &self.search.variables;
        let variable = variables.get(VARIABLE).map(PathBuf::from);
        let named = [(Source::Explicit, &self.search.explicit), (Source::Variable, &variable)];
        for (source, path) in named {
            let Some(path) = path else { continue };
            if self.named.is_none() || self.search.exhaustive {
                self.named(source, path);
            }
            self.named.get_or_insert(source);
        }
        if self.named.is_some() && !self.search.exhaustive {
            return;
        }
        self.folders(Source::Path, variables.path());
        #[cfg(all(unix, feature = "process"))]
        if self.search.login_shell && self.named.is_none() && self.located.chosen().is_none() {
            self.surroundings.more = super::login_shell::folders(variables);
            self.folders(Source::LoginShell, self.surroundings.more.clone());
        }
        for (place, path) in places(variables, &self.search.root) {
            self.look(Source::Known(place), path);
        }
    }

    /// Looks at a path that was named.
    fn named(&mut self, source: Source, path: &Path) {
        if self.search.variables.system.is_batch(path) {
            let problem = Some(Rejection::BatchFile);
            return self.push(source, path.to_owned(), Inspected::new(Kind::Unknown, problem));
        }
        let is_bare = path.parent().is_none_or(|folder| folder.as_os_str().is_empty());
        if is_bare && !self.search.with_runtime {
            // Do not leave this to the system: it would also search relative folders of `PATH`.
            let folders = self.search.variables.path();
            let found = folders.iter().map(|folder| folder.join(path)).find(|path| path.is_file());
            return match found {
                Some(found) => self.look(source, found),
                None => self.push(source, path.to_owned(), Inspected::missing()),
            };
        }
        if !path.is_absolute() {
            return self.push(source, path.to_owned(), Inspected::new(Kind::Unknown, None));
        }
        self.look(source, path.to_owned());
    }

    /// Looks for the CLI in the folders of a `PATH`.
    fn folders(&mut self, source: Source, folders: Vec<PathBuf>) {
        let system = self.search.variables.system;
        for folder in folders {
            self.look(source, folder.join(system.program()));
            if system == System::Windows {
                let batch = ["claude.cmd", "claude.bat"].map(|name| folder.join(name));
                let batch = batch.into_iter().find(|path| path.symlink_metadata().is_ok());
                batch.into_iter().for_each(|batch| self.look(source, batch));
            }
        }
    }

    /// Looks at one path.
    fn look(&mut self, source: Source, path: PathBuf) {
        if !self.seen.insert(path.clone()) {
            return;
        }
        let Some(found) = inspect(&path, &self.surroundings) else {
            match source.is_named() {
                true => self.push(source, path, Inspected::missing()),
                false => self.located.absent.push(path),
            }
            return;
        };
        // Programs that are beside a file that only leads to them.
        let beside = match (&found.problem, path.parent()) {
            _ if source.is_named() => Vec::new(),
            (Some(Rejection::Stub), _) => platform_programs(&path, self.search.variables.system),
            (Some(Rejection::BatchFile), Some(folder)) => vec![module_program(folder)],
            _ => Vec::new(),
        };
        self.push(source, path, found);
        beside.into_iter().for_each(|path| self.look(source, path));
    }

    fn push(&mut self, source: Source, path: PathBuf, found: Inspected) {
        let verdict = self.verdict(&path, found.problem);
        self.located.candidates.push(Candidate {
            path,
            source,
            kind: found.kind,
            version: found.version,
            verdict,
            interpreter_folder: found.interpreter_folder,
        });
    }

    fn verdict(&mut self, path: &Path, problem: Option<Rejection>) -> Verdict {
        if let Some(problem) = problem {
            return Verdict::Rejected(problem);
        }
        if let Some(source) = self.named {
            return Verdict::Rejected(Rejection::Overruled(source));
        }
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if let Some(first) = self.real.get(&real) {
            return Verdict::Rejected(Rejection::SameAs(first.clone()));
        }
        self.real.insert(real, path.to_owned());
        match self.located.chosen() {
            None => Verdict::Chosen,
            Some(_) => Verdict::Usable,
        }
    }
}

#[cfg(test)]
mod tests;
