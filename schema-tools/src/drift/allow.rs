//! Allow list: `schema/drift/allow.toml`, the differences that are correct, each with its reason.
//!
//! A name that matches no difference is a difference itself, so unused entries are found.

use std::path::Path;

use serde::Deserialize;

use super::finding::{Finding, Findings, Witness};
use crate::Outcome;

/// The path of the list, below the root.
pub(crate) const PLACE: &str = "schema/drift/allow.toml";

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Allowed {
    #[serde(default)]
    allow: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// The witness of the findings.
    from: Witness,
    /// Subjects of findings. A `*` at the end stands for any rest.
    names: Vec<String>,
    /// Why the difference is correct.
    reason: String,
}

impl Allowed {
    pub(crate) fn read(root: &Path) -> Outcome<Self> {
        let path = root.join(PLACE);
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text),
            Err(error) => Err(format!("{PLACE}: {error}")),
        }
    }

    pub(crate) fn parse(text: &str) -> Outcome<Self> {
        let all: Self = toml::from_str(text).map_err(|error| format!("{PLACE}: {error}"))?;
        match all.allow.iter().find(|entry| entry.reason.trim().len() < 10) {
            Some(entry) => Err(format!("{PLACE}: {:?} have no reason", entry.names)),
            None => Ok(all),
        }
    }

    /// Removes the explained findings. Returns their number.
    pub(crate) fn explain(&self, findings: &mut Findings) -> usize {
        let before = findings.iter().count();
        findings.retain(|finding| !self.pairs().any(|(from, name)| explains(from, name, finding)));
        before - findings.iter().count()
    }

    /// Returns the unused names, for the witnesses that were asked.
    pub(crate) fn stale(&self, findings: &Findings, asked: &[Witness]) -> Vec<String> {
        let asked = self.pairs().filter(|(from, _)| asked.contains(from));
        let stale = asked.filter(|(from, name)| !findings.iter().any(|f| explains(*from, name, f)));
        stale.map(|(_, name)| name.to_owned()).collect()
    }

    fn pairs(&self) -> impl Iterator<Item = (Witness, &str)> {
        self.allow.iter().flat_map(|entry| entry.names.iter().map(|name| (entry.from, &**name)))
    }
}

fn explains(from: Witness, name: &str, finding: &Finding) -> bool {
    from == finding.witness
        && match name.strip_suffix('*') {
            Some(start) => finding.subject.starts_with(start),
            None => finding.subject == name,
        }
}
