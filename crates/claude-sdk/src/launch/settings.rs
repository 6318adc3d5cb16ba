//! Settings: passes settings, the sandbox and credentials to the CLI, as the path of a file.
//!
//! A path that the caller sets is passed unchanged, and the file is not read. JSON text goes into a
//! private file of the launch, and so do settings that are merged with a sandbox or credentials. If
//! settings cannot be read, the start fails: the CLI would run without the rules in them. Errors do not show the
//! content, nor the path, which may be JSON text that was not recognized as such.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use claude_types::{Raw, SandboxSettings};

use super::environment;
use crate::error::{Error, Result};
use crate::options::{Credentials, Options};

/// The setting of a command that prints a key.
const HELPER: &str = "apiKeyHelper";

/// The setting of variables.
const VARIABLES: &str = "env";

/// Settings by name. The values keep their original text.
pub(crate) type Settings = BTreeMap<String, Raw>;

/// # Settings file
impl Options {
    /// Returns the path of a settings file that the CLI can read unchanged, if there is one.
    pub(crate) fn settings_path(&self) -> Option<&str> {
        let is_merged = self.sandbox.is_some() || self.credentials.are_explicit();
        let given = self.settings.as_deref().filter(|_| !is_merged)?;
        (!is_text(given)).then_some(given)
    }
}

/// Returns the settings that must be written to a private file, if any.
pub(crate) async fn text(options: &Options) -> Result<Option<String>> {
    if options.settings_path().is_some() {
        return Ok(None);
    }
    let has_more = options.sandbox.is_some() || options.credentials.are_explicit();
    let given = options.settings.as_deref();
    let settings = match given.map(|given| source(given, options.cwd.as_deref())) {
        None if !has_more => return Ok(None),
        None => Ok(Settings::new()),
        Some(Source::Text(text)) => parse(text),
        Some(Source::File(path)) => read(path).await,
    };
    let mut settings = settings.map_err(Error::settings)?;
    if let Some(problem) = credentials_problem(options, &settings) {
        return Err(Error::options(problem));
    }
    let merged = add_sandbox(&mut settings, options)
        .and_then(|()| add_credentials(&mut settings, options))
        .and_then(|()| Ok(serde_json::to_string(&settings)?));
    merged.map(Some).map_err(Error::settings)
}

/// Returns the text of the error if settings of the caller contain credentials, and so do the
/// options.
pub(crate) fn credentials_problem(options: &Options, settings: &Settings) -> Option<String> {
    if !options.credentials.are_explicit() {
        return None;
    }
    let is_set = |value: &&Raw| !matches!(value.get(), "null" | "\"\"");
    let found = match settings.get(HELPER).filter(is_set) {
        Some(_) => HELPER.to_owned(),
        None => {
            let variables: Settings = settings.get(VARIABLES)?.parse().ok()?;
            let is_credential = |name: &String| environment::is_credential(name.as_ref());
            format!("{VARIABLES}.{}", variables.into_keys().find(is_credential)?)
        }
    };
    Some(format!("`credentials` and `{found}` of `settings` cannot be combined"))
}

/// The form in which settings are given.
#[derive(Debug, PartialEq, Eq)]
enum Source<'s> {
    Text(&'s str),
    File(PathBuf),
}

/// Returns whether settings are JSON text and not a path, by the same rule as the CLI: text begins
/// with `{`. Truncated text is text, too.
pub(crate) fn is_text(given: &str) -> bool {
    given.trim_start_matches('\u{feff}').trim_start().starts_with('{')
}

fn source<'s>(given: &'s str, cwd: Option<&Path>) -> Source<'s> {
    if is_text(given) {
        return Source::Text(given);
    }
    // Resolve a relative path in the working directory of the CLI, as the CLI does.
    Source::File(cwd.unwrap_or(Path::new("")).join(given))
}

/// Reads a settings file on a blocking thread.
async fn read(path: PathBuf) -> io::Result<Settings> {
    let read = tokio::task::spawn_blocking(move || parse(&std::fs::read_to_string(path)?)).await;
    read.unwrap_or_else(|_| Err(io::Error::other("the task that reads the file was cancelled")))
}

/// Parses JSON text, which must be an object.
pub(crate) fn parse(text: &str) -> io::Result<Settings> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| {
        // Do not show the text of this error: it may quote secrets from the settings.
        let (line, column) = (error.line(), error.column());
        let problem = match error.classify() {
            serde_json::error::Category::Data => "must be a JSON object".into(),
            _ => format!("are not valid JSON (line {line}, column {column})"),
        };
        io::Error::new(ErrorKind::InvalidData, format!("the settings {problem}"))
    })
}

/// Sets the sandbox in the settings, replacing one that they contain.
fn add_sandbox(settings: &mut Settings, options: &Options) -> io::Result<()> {
    let Some(sandbox) = options.sandbox.as_deref() else { return Ok(()) };
    let mut sandbox: SandboxSettings = sandbox.clone();
    if sandbox.enabled == Some(true) && sandbox.fail_if_unavailable.is_none() {
        // Without this, the CLI runs commands unsandboxed on a machine that has no sandbox.
        sandbox.fail_if_unavailable = Some(true);
    }
    settings.insert("sandbox".into(), Raw::from_serialize(&sandbox)?);
    Ok(())
}

/// Sets the helper of the credentials, or none, so that no other settings choose one.
fn add_credentials(settings: &mut Settings, options: &Options) -> io::Result<()> {
    if !options.credentials.are_explicit() {
        return Ok(());
    }
    let helper = match &options.credentials {
        Credentials::Helper(command) => command.as_str(),
        _ => "",
    };
    settings.insert(HELPER.into(), Raw::from_serialize(&helper)?);
    let added = environment::helper_settings(options);
    if added.is_empty() {
        return Ok(());
    }
    let mut variables = match settings.get(VARIABLES) {
        Some(given) => given.parse::<Settings>().map_err(|_| {
            io::Error::new(ErrorKind::InvalidData, "`env` of the settings must be an object")
        })?,
        None => Settings::new(),
    };
    for (name, value) in added {
        variables.entry(name.into()).or_insert(Raw::from_serialize(&value)?);
    }
    settings.insert(VARIABLES.into(), Raw::from_serialize(&variables)?);
    Ok(())
}

#[cfg(test)]
mod tests;
