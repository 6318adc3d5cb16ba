//! `claude-cli-manager`: installs and lists pinned versions of the Claude Code CLI, apart from the CLI of the user.
//!
//! The commands are in `HELP`. Paths are printed to stdout, everything else to stderr.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program speaks to who started it"
)]

use std::process::ExitCode;

use claude_transport::cli::{CliSupport, CliVersion, Pin, Search, Store, StoreError};

const HELP: &str = "\
claude-cli-manager <command> [VERSION] [--folder DIR] [--lock FILE]

  install   installs a version with npm, and prints the path of its program
  path      prints the path of an installed version whose program is unchanged
  list      lists the installed versions
  locate    lists the CLIs of this machine, without running them

VERSION   such as 2.1.329; by default that of the lock file, or the newest tested one
--folder  the folder of the versions; by default claude-sdk/cli in the user's cache folder
--lock    a package-lock.json of npm: only packages with its checksums are accepted";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Result<(), String> {
    let plan = Plan::parse(words)?;
    match plan.command.as_str() {
        "install" => install(&plan),
        "path" => {
            let installed = plan.store()?.get(plan.pin()?.version());
            println!("{}", installed.map_err(text)?.program.display());
            Ok(())
        }
        "list" => list(&plan.store()?),
        "locate" => {
            print!("{}", Search::of_host().exhaustive(true).run());
            Ok(())
        }
        _ => Err(format!("invalid arguments\n\n{HELP}")),
    }
}

fn install(plan: &Plan) -> Result<(), String> {
    let (store, pin) = (plan.store()?, plan.pin()?);
    let version = pin.version();
    if let Some(remark) = remark(version) {
        eprintln!("warning: the CLI {version} is {remark}");
    }
    if store.get(version).is_err() {
        eprintln!("installing the Claude Code CLI {version} in {}", store.folder().display());
    }
    println!("{}", store.install(&pin).map_err(text)?.program.display());
    Ok(())
}

fn list(store: &Store) -> Result<(), String> {
    for version in store.list().map_err(text)? {
        let remark = remark(version).unwrap_or_else(|| "tested".into());
        match store.get(version) {
            Ok(installed) => println!("{version}  {}  {remark}", installed.program.display()),
            Err(error) => println!("{version}  unusable: {}", text(error)),
        }
    }
    Ok(())
}

/// Returns what is to be said about a version; nothing if it is tested and has no known problem.
fn remark(version: CliVersion) -> Option<String> {
    let support = match version.support() {
        CliSupport::Supported if version.is_tested() => "tested",
        CliSupport::Supported => "supported, but not tested",
        CliSupport::Refused => "refused by the SDK",
        _ => "tolerated",
    };
    let problems: Vec<_> = version.problems().map(|problem| problem.text).collect();
    match (support, problems.is_empty()) {
        ("tested", true) => None,
        (support, true) => Some(support.into()),
        (support, false) => Some(format!("{support}; {}", problems.join("; "))),
    }
}

/// Returns an error and its causes in one line.
fn text(error: StoreError) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

/// The arguments.
#[derive(Debug, Default)]
struct Plan {
    command: String,
    version: Option<CliVersion>,
    folder: Option<String>,
    lock: Option<String>,
}

impl Plan {
    fn parse(words: &[String]) -> Result<Self, String> {
        let mut plan = Self::default();
        let mut words = words.iter();
        plan.command = words.next().cloned().unwrap_or_default();
        while let Some(word) = words.next() {
            let mut value = || words.next().cloned().ok_or(format!("`{word}` requires a value"));
            match word.as_str() {
                "--folder" => plan.folder = Some(value()?),
                "--lock" => plan.lock = Some(value()?),
                // Only three numbers: npm must not take it for a range or an address.
                _ => match CliVersion::parse(word).filter(|version| version.to_string() == *word) {
                    Some(version) if plan.version.is_none() => plan.version = Some(version),
                    _ => {
                        return Err(format!("`{word}` is not a version such as 2.1.329\n\n{HELP}"));
                    }
                },
            }
        }
        Ok(plan)
    }

    fn store(&self) -> Result<Store, String> {
        match &self.folder {
            Some(folder) => Ok(Store::new(folder)),
            None => Store::of_user().ok_or("no cache folder is known; pass --folder".into()),
        }
    }

    fn pin(&self) -> Result<Pin, String> {
        let locked = self.lock.as_ref().map(|path| {
            let file = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
            Pin::lock_file(&file).map_err(|error| format!("{path}: {}", text(error)))
        });
        match (locked.transpose()?, self.version) {
            (Some(pin), Some(version)) if pin.version() != version => {
                Err(format!("the lock file is for {}, not for {version}", pin.version()))
            }
            (Some(pin), _) => Ok(pin),
            (None, version) => Ok(Pin::of(version.unwrap_or(CliVersion::TESTED[0]))),
        }
    }
}
