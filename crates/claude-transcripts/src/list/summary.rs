//! Summary: what a list shows of a session, kept up to date line by line, without the file.

use serde::{Deserialize, Serialize};

use super::first_prompt::FirstPrompt;
use crate::conversation::millis;
use crate::lines::{fields, text};

/// What a list shows of a session, for stores that keep no files. It is made from the lines of the
/// session in their order, a few at a time.
///
/// As JSON it has the names of the official TypeScript SDK; those of the Python SDK are read, too.
///
/// # Examples
///
/// ```
/// use claude_transcripts::SessionSummary;
///
/// let mut summary = SessionSummary::default();
/// summary.fold(br#"{"type":"user","cwd":"/app","message":{"role":"user","content":"Hello"}}"#);
/// assert_eq!(summary.text(), Some("Hello"));
/// summary.fold(br#"{"type":"custom-title","customTitle":"Greeting"}"#);
/// assert_eq!(summary.text(), Some("Greeting"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct SessionSummary {
    /// Whether the session is a side conversation, which lists leave out. The first line decides.
    #[serde(alias = "is_sidechain", skip_serializing_if = "Option::is_none")]
    pub is_sidechain: Option<bool>,
    /// When the session began, in milliseconds since 1970.
    #[serde(alias = "created_at", skip_serializing_if = "Option::is_none")]
    pub created_at: Option<i64>,
    /// The working directory at the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cwd: Option<String>,
    /// The first prompt, at most 200 characters in one line.
    #[serde(alias = "first_prompt", skip_serializing_if = "Option::is_none")]
    pub first_prompt: Option<String>,
    /// The first command, which is shown if there is no prompt.
    #[serde(alias = "command_fallback", skip_serializing_if = "Option::is_none")]
    pub command_fallback: Option<String>,
    /// The latest title that a person or a program gave.
    #[serde(alias = "custom_title", skip_serializing_if = "Option::is_none")]
    pub custom_title: Option<String>,
    /// The latest title of a model.
    #[serde(alias = "ai_title", skip_serializing_if = "Option::is_none")]
    pub ai_title: Option<String>,
    /// The latest prompt, as the CLI notes it.
    #[serde(alias = "last_prompt", skip_serializing_if = "Option::is_none")]
    pub last_prompt: Option<String>,
    /// The latest summary of an older CLI.
    #[serde(alias = "summary_hint", skip_serializing_if = "Option::is_none")]
    pub summary_hint: Option<String>,
    /// The latest git branch.
    #[serde(alias = "git_branch", skip_serializing_if = "Option::is_none")]
    pub git_branch: Option<String>,
    /// The latest tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// The program that started the CLI.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entrypoint: Option<String>,
}

impl SessionSummary {
    /// Adds the next line of the session. What is no JSON object is passed over.
    pub fn fold(&mut self, line: &[u8]) {
        let (mut kind, mut note, mut sidechain, mut is_object) = (None, None, false, false);
        fields(line, |name, value| {
            is_object = true;
            match name {
                "type" => kind = text(value),
                "isSidechain" => sidechain = value.get() == "true",
                "timestamp" if self.created_at.is_none() => {
                    self.created_at = text(value).as_deref().and_then(millis);
                }
                "cwd" if self.cwd.is_none() => self.cwd = text(value),
                "entrypoint" if self.entrypoint.is_none() => self.entrypoint = text(value),
                "gitBranch" => self.git_branch = text(value).or(self.git_branch.take()),
                // Each kind of note has one of these.
                "customTitle" | "aiTitle" | "lastPrompt" | "summary" | "tag" => note = text(value),
                _ => {}
            }
        });
        if !is_object {
            return;
        }
        self.is_sidechain.get_or_insert(sidechain);
        let place = match kind.as_deref() {
            Some("custom-title") => &mut self.custom_title,
            Some("ai-title") => &mut self.ai_title,
            Some("last-prompt") => &mut self.last_prompt,
            Some("summary") => &mut self.summary_hint,
            Some("tag") => &mut self.tag,
            Some("user") if self.first_prompt.is_none() => return self.add_prompt(line),
            _ => return,
        };
        *place = note.or(place.take());
    }

    /// Returns what names the session best, as in [`SessionInfo::summary`](super::SessionInfo). `None`
    /// if lists leave the session out.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if self.is_sidechain == Some(true) {
            return None;
        }
        let texts = [
            &self.custom_title,
            &self.ai_title,
            &self.last_prompt,
            &self.summary_hint,
            &self.first_prompt,
            &self.command_fallback,
        ];
        texts.into_iter().flatten().map(String::as_str).find(|text| !text.trim().is_empty())
    }

    fn add_prompt(&mut self, line: &[u8]) {
        let mut first = FirstPrompt::default();
        first.add(line);
        let is_prompt = first.is_found();
        let place = if is_prompt { &mut self.first_prompt } else { &mut self.command_fallback };
        if place.is_none() {
            *place = first.finish();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SessionSummary;

    fn folded(lines: &[&str]) -> SessionSummary {
        let mut summary = SessionSummary::default();
        lines.iter().for_each(|line| summary.fold(line.as_bytes()));
        summary
    }

    #[test]
    fn the_first_of_some_fields_and_the_last_of_others_count() {
        let summary = folded(&[
            "not JSON",
            r#"{"type":"mode","isSidechain":false}"#,
            r#"{"type":"tag","tag":"a","cwd":"/one","gitBranch":"main","type":"tag"}"#,
            r#"{"type":"tag","tag":"","cwd":"/two","timestamp":"2026-01-01T00:00:00.000Z","gitBranch":"dev"}"#,
            r#"{"type":"x","isSidechain":true,"timestamp":"2027-01-01T00:00:00.000Z","n":1e999}"#,
        ]);
        assert_eq!(summary.is_sidechain, Some(false));
        assert_eq!(summary.cwd.as_deref(), Some("/one"));
        assert_eq!(summary.git_branch.as_deref(), Some("dev"));
        assert_eq!(summary.tag.as_deref(), Some(""));
        assert_eq!(summary.created_at, Some(1_767_225_600_000));
        assert_eq!(summary.text(), None);
    }

    #[test]
    fn a_side_conversation_is_in_no_list() {
        let title = r#"{"type":"custom-title","customTitle":"Greeting"}"#;
        assert_eq!(folded(&[r#"{"isSidechain":true}"#, title]).text(), None);
        assert_eq!(folded(&[r#"{"isSidechain":false}"#, title]).text(), Some("Greeting"));
    }

    #[test]
    fn the_names_of_both_official_sdks_are_read() {
        let python = r#"{"custom_title":"A","first_prompt":"B","is_sidechain":false,"other":[]}"#;
        let typescript = r#"{"customTitle":"A","firstPrompt":"B","isSidechain":false}"#;
        let read = |text| serde_json::from_str::<SessionSummary>(text).unwrap();
        assert_eq!(read(python), read(typescript));
        assert_eq!(serde_json::to_string(&read(python)).unwrap().len(), typescript.len());
    }
}
