//! How `settings` and `sandbox` become the one `--settings` that the CLI takes.
//!
//! Without a sandbox, settings go to the CLI as they are and nobody looks into them. With one,
//! they are read here and the sandbox takes its place among them. Settings that cannot be read
//! stop the start: without them, rules that forbid something would be gone without a word. No
//! error shows what they hold, nor the path, which may be JSON that was not recognized as such.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use claude_types::{Raw, SandboxSettings};

use crate::{Options, Result, Unmet};

/// Settings by name. The values stay as they were written.
type Settings = BTreeMap<String, Raw>;

/// The value of `--settings`.
pub(crate) async fn settings(options: &Options) -> Result<Option<Cow<'_, str>>> {
    let given = options.settings.as_deref();
    let Some(sandbox) = &options.sandbox else { return Ok(given.map(Cow::Borrowed)) };
    let settings = match given.map(|given| source(given, options.cwd.as_deref())) {
        None => Ok(Settings::new()),
        Some(Source::Text(text)) => parse(text),
        Some(Source::File(path)) => read(path).await,
    };
    let merged = settings.and_then(|settings| with_sandbox(settings, sandbox));
    match merged {
        Ok(text) => Ok(Some(Cow::Owned(text))),
        Err(error) => Err(Unmet::Settings { source: Arc::new(error) }.into()),
    }
}

/// Where settings are.
#[derive(Debug, PartialEq, Eq)]
enum Source<'s> {
    Text(&'s str),
    File(PathBuf),
}

/// Tells text from a path as the CLI does. A text that is cut off counts as text, too, lest it be
/// taken for a path.
fn source<'s>(given: &'s str, cwd: Option<&Path>) -> Source<'s> {
    if given.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
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

fn parse(text: &str) -> io::Result<Settings> {
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
