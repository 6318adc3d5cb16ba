//! Roots: the pairs of declared types and types of the schema with which the comparison begins.
//!
//! Everything below is found through the fields. A declared type with another name is not a
//! difference; a declared type that does not exist any more is.

use std::collections::BTreeSet;

use super::compare::Compare;
use super::parse::Declarations;
use super::parts::Parts;
use super::syntax::Syntax;
use crate::codegen::schema;
use crate::drift::finding::{Findings, Kind};
use crate::drift::model::Model;

/// The declared name, and the name in the schema.
const PAIRS: &[(&str, &str)] = &[
    ("SDKUserMessage", "UserInput"),
    ("HookEvent", "HookEvent"),
    ("HookInput", "HookInput"),
    ("HookJSONOutput", "HookOutput"),
    ("PermissionResult", "PermissionResult"),
    ("PermissionUpdate", "PermissionUpdate"),
    ("PermissionMode", "PermissionMode"),
    ("AgentDefinition", "AgentDefinition"),
    ("McpServerConfigForProcessTransport", "McpServerConfig"),
    ("McpServerStatus", "McpServerStatus"),
    ("McpSetServersResult", "McpSetServersResponse"),
    ("RewindFilesResult", "RewindFilesResponse"),
    ("ControlResponse", "ControlSuccess"),
    ("ControlErrorResponse", "ControlError"),
    ("UserDialogResult", "UserDialogResult"),
    ("ThinkingConfig", "ThinkingConfig"),
    ("SdkPluginConfig", "PluginConfig"),
    ("ListMcpResourcesOutput", "Vec<ListedMcpResource>"),
    ("RefreshMcpToolsOutput", "Vec<RefreshedMcpServer>"),
];

/// Frames around control requests: their bodies are compared by subtype.
const FRAMES: [&str; 2] = ["control_request", "control_response"];

/// Compares the declarations with the schema and the names of the options of the SDK.
pub(crate) fn compare(
    declared: &Declarations,
    model: &Model,
    options: &BTreeSet<String>,
) -> Findings {
    let mut compare = Compare::new(declared, model);
    compare.lines();
    compare.control_requests();
    for (theirs, ours) in PAIRS {
        let there = declared.types.contains_key(*theirs);
        if there && schema::leaf(ours).is_ok_and(|name| model.has(name)) {
            compare.pair(&Syntax::Name((*theirs).to_owned(), vec![]), ours, ours);
        }
    }
    compare.tools();
    compare.options(options);
    compare.gone();
    compare.findings
}

impl Compare<'_> {
    /// Compares everything that the CLI writes on stdout.
    fn lines(&mut self) {
        let all = ["StdoutMessage", "SDKMessage"].map(|name| Syntax::Name(name.to_owned(), vec![]));
        let parts = self.declared.parts(&Syntax::Union(all.to_vec()));
        let mut messages = Parts::default();
        for object in parts.objects {
            let tag = object.field("type").map(|field| self.declared.parts(&field.type_));
            for tag in tag.map(|tag| tag.literals).unwrap_or_default() {
                let one = Parts { objects: vec![object.clone()], ..Parts::default() };
                match self.model.frame(&tag) {
                    _ if FRAMES.contains(&&*tag) => {}
                    Some(frame) if frame.ends_with("Frame") => self.parts(&one, frame, frame),
                    _ => messages.objects.push(object.clone()),
                }
            }
        }
        if self.model.has("Message") {
            self.parts(&messages, "Message", "line");
        }
    }

    /// Compares the control requests of both sides by subtype, each with its response if that has a
    /// name.
    fn control_requests(&mut self) {
        let mut declared = BTreeSet::new();
        for (name, request) in self.members("SDKControlRequestInner") {
            let parts = self.declared.parts(&request);
            let tags = parts.objects.iter().filter_map(|object| object.field("subtype"));
            let tags = tags.flat_map(|field| self.declared.parts(&field.type_).literals);
            let Some(subtype) = tags.into_iter().next() else { continue };
            declared.insert(subtype.clone());
            match self.model.control_request(&subtype) {
                Some(type_) => {
                    self.parts(&parts, type_, type_);
                    self.answer(&name, type_);
                }
                None => self.add(Kind::New, format!("ControlRequest/{subtype}"), ""),
            }
        }
        let model = self.model;
        for (subtype, _, body) in model.control_requests() {
            if !declared.is_empty() && !body.seen && !declared.contains(subtype) {
                let detail = "marked as declared in the schema, but not declared";
                self.add(Kind::Gone, format!("ControlRequest/{subtype}"), detail);
            }
        }
    }

    /// Compares the response: `SDKControlXResponse` for `SDKControlXRequest`.
    fn answer(&mut self, request: &str, type_: &str) {
        let Some(stem) = request.strip_suffix("Request") else { return };
        let theirs = format!("{stem}Response");
        let ours = self.model.answer(type_);
        if let (Some(ours), true) = (ours, self.declared.types.contains_key(&theirs)) {
            self.pair(&Syntax::Name(theirs, vec![]), ours, ours);
        }
    }
}
