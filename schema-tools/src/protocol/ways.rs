//! Directions: from the CLI, to the CLI, or into a file.
//!
//! The schema does not contain the direction of each item. A few frames are known, and their parts
//! have the same direction; the response to a request has the opposite one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::uses::parts;
use crate::codegen::schema::{Item, Module, Struct, find};

/// The sender and the receiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    FromCli,
    ToCli,
    File,
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FromCli => "CLI → SDK",
            Self::ToCli => "SDK → CLI",
            Self::File => "session file",
        })
    }
}

/// Complete lines, and items that are not sent as lines.
pub(super) const ROOTS: &[(&str, Way)] = &[
    ("Message", Way::FromCli),
    (CONTROL_REQUEST, Way::FromCli),
    ("ControlResponseFrame", Way::FromCli),
    ("ControlCancelFrame", Way::FromCli),
    ("KeepAliveFrame", Way::FromCli),
    ("UserInput", Way::ToCli),
    (CONTROL_REQUEST, Way::ToCli),
    ("ControlResponseFrame", Way::ToCli),
    ("ControlCancelFrame", Way::ToCli),
    ("KeepAliveFrame", Way::ToCli),
    ("TranscriptLine", Way::File),
    // Types that occur where the schema has only JSON, or in other files.
    ("WebSearchResult", Way::FromCli),
    ("ServerToolError", Way::FromCli),
    ("RefusalFallbackPrompt", Way::FromCli),
    ("RefreshedMcpServer", Way::FromCli),
    ("SandboxSettings", Way::ToCli),
    ("SubagentMeta", Way::File),
];

/// The frame of a control request. Both sides send it, but the schema describes the content of
/// those of the CLI.
const CONTROL_REQUEST: &str = "ControlRequestFrame";

/// The union of the requests of the CLI.
pub(super) const CLI_REQUESTS: &str = "IncomingRequest";

/// The directions of each item that has any.
#[derive(Debug)]
pub(super) struct Ways<'m>(BTreeMap<&'m str, BTreeSet<Way>>);

impl<'m> Ways<'m> {
    pub(super) fn new(modules: &'m [Module]) -> Self {
        let mut ways = Self(BTreeMap::new());
        for (name, way) in ROOTS {
            ways.follow(modules, name, *way);
        }
        for (name, body) in structs(modules) {
            if body.tool.is_some() || body.output_of.is_some() {
                ways.follow(modules, name, Way::FromCli);
            }
            if let (Some(_), Some(output)) = (&body.tool, output_beside(modules, name)) {
                ways.follow(modules, output, Way::FromCli);
            }
            if let Some(answer) = &body.answer {
                let asked_by_cli = is_cli_request(modules, name);
                let (there, back) = if asked_by_cli {
                    (Way::FromCli, Way::ToCli)
                } else {
                    (Way::ToCli, Way::FromCli)
                };
                ways.follow(modules, name, there);
                ways.follow(modules, answer, back);
            }
        }
        ways
    }

    /// The directions of one item; none if they are not known.
    pub(super) fn of(&self, name: &str) -> impl Iterator<Item = Way> {
        self.0.get(name).into_iter().flatten().copied()
    }

    fn follow(&mut self, modules: &'m [Module], name: &str, way: Way) {
        let mut items = modules.iter().flat_map(|module| &module.items);
        let Some((name, item)) = items.find(|(other, _)| other == name) else {
            return;
        };
        let is_new = self.0.entry(name).or_default().insert(way);
        if is_new && (name != CONTROL_REQUEST || way == Way::FromCli) {
            for (_, part) in parts(item) {
                self.follow(modules, part, way);
            }
        }
    }
}

/// Whether a request is one of the CLI.
pub(super) fn is_cli_request(modules: &[Module], name: &str) -> bool {
    find(modules, CLI_REQUESTS)
        .is_some_and(|item| parts(item).iter().any(|(_, part)| *part == name))
}

/// Returns the output with the name of the input: in the schema, a union cannot name the tool of
/// its output.
pub(super) fn output_beside<'m>(modules: &'m [Module], input: &str) -> Option<&'m str> {
    let output = format!("{}Output", input.strip_suffix("Input")?);
    let mut items = modules.iter().flat_map(|module| &module.items);
    items.find(|(name, _)| *name == output).map(|(name, _)| name.as_str())
}

/// The structs of all modules.
pub(super) fn structs(modules: &[Module]) -> impl Iterator<Item = (&str, &Struct)> {
    modules.iter().flat_map(|module| &module.items).filter_map(|(name, item)| match item {
        Item::Struct(body) => Some((name.as_str(), body)),
        _ => None,
    })
}
