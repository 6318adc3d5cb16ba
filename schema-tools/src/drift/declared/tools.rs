//! Tools: inputs and outputs of the built-in tools.
//!
//! The declarations derive the name of a type from the tool: `FileReadInput` is for `Read`.

use super::compare::Compare;
use super::syntax::Syntax;
use crate::drift::finding::Kind;

/// Tools whose declared name differs from that in the protocol.
const NAMES: &[(&str, &str)] = &[
    ("FileRead", "Read"),
    ("FileWrite", "Write"),
    ("FileEdit", "Edit"),
    ("ProposeSkills", "propose_skills"),
    ("ListMcpResources", "ListMcpResourcesTool"),
    ("ReadMcpResource", "ReadMcpResourceTool"),
    ("ReadMcpResourceDir", "ReadMcpResourceDirTool"),
];

impl Compare<'_> {
    /// Compares every `...Input` and `...Output` among the types of tools.
    pub(super) fn tools(&mut self) {
        for (name, _) in self.members("ToolInputSchemas") {
            if let Some(tool) = name.strip_suffix("Input").map(on_the_wire) {
                match self.model.tool_input(tool) {
                    Some(type_) => self.pair(&Syntax::Name(name.clone(), vec![]), type_, tool),
                    None => self.add(Kind::New, format!("Tool/{tool}"), "an input"),
                }
            }
        }
        for (name, _) in self.members("ToolOutputSchemas") {
            let tool = name.strip_suffix("Output").map(on_the_wire);
            if let Some(type_) = tool.and_then(|tool| self.model.tool_output(tool)) {
                self.pair(&Syntax::Name(name.clone(), vec![]), type_, type_);
            }
        }
        self.named_only();
        self.lost_tools();
    }

    /// Reports tools of which only the name is declared.
    fn named_only(&mut self) {
        let names = Syntax::Name("BUILTIN_TOOL_NAMES".to_owned(), vec![]);
        let lists = self.declared.parts(&names).lists;
        for name in lists.iter().flat_map(|list| self.declared.parts(list).literals) {
            let declared = self.declared.types.keys().filter_map(|name| name.strip_suffix("Input"));
            let is_typed = declared.map(on_the_wire).any(|tool| tool == name);
            if !is_typed && self.model.tool_input(&name).is_none() {
                self.add(Kind::New, format!("Tool/{name}"), "a name");
            }
        }
    }

    fn lost_tools(&mut self) {
        let declared = self.members("ToolInputSchemas");
        let declared: Vec<_> = declared
            .iter()
            .filter_map(|(name, _)| name.strip_suffix("Input"))
            .map(on_the_wire)
            .collect();
        let model = self.model;
        let tools = model.structs().filter(|(_, body)| !body.seen);
        let tools = tools.filter_map(|(_, body)| body.tool.as_ref().map(|tool| (tool, body)));
        let lost = tools.filter(|(tool, body)| {
            let mut names = body.aliases.iter().chain([*tool]);
            !declared.is_empty() && !names.any(|name| declared.contains(&&**name))
        });
        for (tool, _) in lost {
            self.add(
                Kind::Gone,
                format!("Tool/{tool}"),
                "marked as declared in the schema, but not declared",
            );
        }
    }

    /// Returns the names in a union of names.
    pub(super) fn members(&self, union: &str) -> Vec<(String, Syntax)> {
        let all = match self.declared.types.get(union) {
            Some(Syntax::Union(all)) => all.clone(),
            Some(one) => vec![one.clone()],
            None => vec![],
        };
        let names = all.into_iter().filter_map(|one| match &one {
            Syntax::Name(name, _) => Some((name.clone(), one)),
            _ => None,
        });
        names.collect()
    }
}

fn on_the_wire(declared: &str) -> &str {
    NAMES.iter().find(|(name, _)| *name == declared).map_or(declared, |(_, tool)| tool)
}
