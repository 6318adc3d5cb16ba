//! Options: compares the options in the declarations with those of the SDK, by name.

use std::collections::BTreeSet;

use super::compare::Compare;
use super::syntax::Syntax;
use crate::drift::finding::Kind;

/// Options that have another name in Rust, or are merged with another.
const NAMES: &[(&str, &str)] = &[
    ("additionalDirectories", "add_dirs"),
    ("canUseTool", "permission"),
    ("continue", "continue_"),
    ("extraArgs", "extra_args"),
    ("pathToClaudeCodeExecutable", "cli_path"),
    ("spawnClaudeCodeProcess", "connector"),
];

/// Returns the names of the fields of `Options` in the text of its module.
pub(crate) fn in_source(text: &str) -> BTreeSet<String> {
    let lines = text.lines().skip_while(|line| !line.contains("struct Options"));
    let lines = lines.skip(1).take_while(|line| *line != "}");
    let fields = lines.filter_map(|line| {
        let field = line.trim().strip_prefix("pub")?;
        let (name, _) = field.split_once(": ")?;
        name.rsplit(' ').next().map(str::to_owned)
    });
    fields.collect()
}

impl Compare<'_> {
    pub(super) fn options(&mut self, ours: &BTreeSet<String>) {
        let options = Syntax::Name("Options".to_owned(), vec![]);
        let objects = self.declared.parts(&options).objects;
        for field in objects.iter().flat_map(|object| &object.fields) {
            let renamed = NAMES.iter().find(|(name, _)| *name == field.name);
            let rust =
                renamed.map_or_else(|| snake_case(&field.name), |(_, name)| (*name).to_owned());
            if !ours.contains(&rust) {
                let what = self.declared.parts(&field.type_).name();
                self.add(Kind::New, format!("Options.{}", field.name), what);
            }
        }
    }
}

fn snake_case(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
