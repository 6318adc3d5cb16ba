//! Settings: how settings and the sandbox reach the CLI, by the path of a file.
//!
//! A path that the caller gives goes to the CLI unchanged, and the file is not read. JSON text is
//! written to a private file, and so is the result of merging a sandbox. Settings that cannot be
//! read stop the start: without them, rules that forbid something would be missing without notice.
//! No error shows their content, nor the path, which may be JSON that was not recognized as such.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use claude_types::{Raw, SandboxSettings};

use super::private_file::{Owner, PrivateFile};
use crate::error::{Error, Result};
use crate::options::Options;

/// Settings by name. The values stay as they were written.
pub(crate) type Settings = BTreeMap<String, Raw>;

/// # Settings file
impl Options {
    /// The file that the CLI reads by itself, if there is one.
    pub(crate) fn settings_path(&self) -> Option<&str> {
        let given = self.settings.as_deref().filter(|_| self.sandbox.is_none())?;
        (!is_text(given)).then_some(given)
    }
}

/// Writes to a private file what is no path, or is no path any more.
pub(crate) async fn private_file(options: &Options) -> Result<Option<PrivateFile>> {
    let Some(text) = text(options).await? else { return Ok(None) };
    let owner = Owner::of(options);
    let written = tokio::task::spawn_blocking(move || PrivateFile::write(&text, owner)).await;
    let written = written.unwrap_or_else(|_| Err(io::Error::other("writing was cut short")));
    written.map(Some).map_err(Error::settings)
}

/// The settings that have to be written to a file.
async fn text(options: &Options) -> Result<Option<String>> {
    if options.settings_path().is_some() {
        return Ok(None);
    }
    let given = options.settings.as_deref();
    let settings =
        match (given.map(|given| source(given, options.cwd.as_deref())), &options.sandbox) {
            (None, None) => return Ok(None),
            (None, Some(_)) => Ok(Settings::new()),
            (Some(Source::Text(text)), _) => parse(text),
            (Some(Source::File(path)), _) => read(path).await,
        };
    let merged = settings.and_then(|settings| match &options.sandbox {
        Some(sandbox) => with_sandbox(settings, sandbox),
        None => Ok(serde_json::to_string(&settings)?),
    });
    merged.map(Some).map_err(Error::settings)
}

/// Where settings are.
#[derive(Debug, PartialEq, Eq)]
enum Source<'s> {
    Text(&'s str),
    File(PathBuf),
}

/// Tells text from a path as the CLI does. A text that is cut off counts as text, too, lest it be
/// taken for a path.
pub(crate) fn is_text(given: &str) -> bool {
    given.trim_start_matches('\u{feff}').trim_start().starts_with('{')
}

fn source<'s>(given: &'s str, cwd: Option<&Path>) -> Source<'s> {
    if is_text(given) {
        return Source::Text(given);
    }
    // The CLI runs there, and would look for it there.
    Source::File(cwd.unwrap_or(Path::new("")).join(given))
}

/// Reads a file, off the runtime's thread.
async fn read(path: PathBuf) -> io::Result<Settings> {
    let read = tokio::task::spawn_blocking(move || parse(&std::fs::read_to_string(path)?)).await;
    read.unwrap_or_else(|_| Err(io::Error::other("reading was cut short")))
}

/// Reads JSON text, which must be an object.
pub(crate) fn parse(text: &str) -> io::Result<Settings> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| {
        // Its own words may quote what stands there.
        let (line, column) = (error.line(), error.column());
        let problem = match error.classify() {
            serde_json::error::Category::Data => "no JSON object".into(),
            _ => format!("no JSON (line {line}, column {column})"),
        };
        io::Error::new(ErrorKind::InvalidData, format!("the settings are {problem}"))
    })
}

/// Puts the sandbox in the place of any other that the settings have.
fn with_sandbox(mut settings: Settings, sandbox: &SandboxSettings) -> io::Result<String> {
    let mut sandbox = sandbox.clone();
    if sandbox.enabled == Some(true) && sandbox.fail_if_unavailable.is_none() {
        // Otherwise commands run outside where there can be no sandbox.
        sandbox.fail_if_unavailable = Some(true);
    }
    settings.insert("sandbox".into(), Raw::from_serialize(&sandbox)?);
    Ok(serde_json::to_string(&settings)?)
}

#[cfg(test)]
mod tests;
