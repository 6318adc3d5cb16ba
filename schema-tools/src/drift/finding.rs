//! Findings: one for each difference, and their text.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Deserialize;

/// The source of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Witness {
    Recordings,
    CommandLine,
    Declarations,
}

/// How the two sides differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Only the witness has it.
    New,
    /// Only the schema has it.
    Gone,
    /// Both have it with different types.
    Type,
}

/// One difference. Its name is `subject`, which the allow list uses, too: `Struct.field`,
/// `Union/tag`, `Enum=value`, `--flag` or `Options.name`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    pub(crate) witness: Witness,
    pub(crate) subject: String,
    pub(crate) kind: Kind,
    pub(crate) detail: String,
}

/// All differences, each reported once.
#[derive(Debug, Default)]
pub(crate) struct Findings(BTreeSet<Finding>);

impl Findings {
    pub(crate) fn add(
        &mut self,
        witness: Witness,
        kind: Kind,
        subject: impl Into<String>,
        detail: impl Into<String>,
    ) {
        let (subject, detail) = (subject.into(), detail.into());
        self.0.insert(Finding { witness, subject, kind, detail });
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps the findings that are not explained.
    pub(crate) fn retain(&mut self, keep: impl FnMut(&Finding) -> bool) {
        self.0.retain(keep);
    }

    pub(crate) fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Returns the findings by witness and by item of the schema, in a stable order.
    pub(crate) fn report(&self) -> String {
        let mut out = String::new();
        let mut above = (None, String::new());
        for finding in &self.0 {
            let thing = finding.thing();
            if above.0 != Some(finding.witness) {
                let _ = writeln!(out, "\n{}", finding.witness.heading());
                above = (Some(finding.witness), String::new());
            }
            let is_flag = thing.starts_with('-');
            if above.1 != thing && !is_flag {
                let _ = writeln!(out, "  {thing}");
                above.1 = thing.to_owned();
            }
            let part = finding.subject.strip_prefix(thing).and_then(|part| part.get(1..));
            let part = if is_flag { thing } else { part.unwrap_or_default() };
            let text = [part, &finding.detail].into_iter().filter(|text| !text.is_empty());
            let text: Vec<_> = text.collect();
            let _ = writeln!(out, "    {:<5} {}", finding.kind.word(), text.join(": "));
        }
        out
    }

    /// `3 new, 1 gone, 0 of another type`.
    pub(crate) fn summary(&self) -> String {
        let count = |kind| self.0.iter().filter(|finding| finding.kind == kind).count();
        let (new, gone, other) = (count(Kind::New), count(Kind::Gone), count(Kind::Type));
        format!("{new} new, {gone} gone, {other} of another type")
    }
}

impl Finding {
    /// The item of a finding: the subject up to its last part.
    fn thing(&self) -> &str {
        Self::thing_of(&self.subject)
    }

    /// The item of a subject: the part before a field, variant or value.
    pub(crate) fn thing_of(subject: &str) -> &str {
        let end = subject.find(['.', '/', '=']);
        &subject[..end.unwrap_or(subject.len())]
    }
}

impl Witness {
    fn heading(self) -> &'static str {
        match self {
            Self::Recordings => "The recordings against the schema:",
            Self::CommandLine => "The command line of the CLI against the SDK:",
            Self::Declarations => "The declarations against the schema:",
        }
    }
}

impl Kind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Gone => "gone",
            Self::Type => "type",
        }
    }
}
