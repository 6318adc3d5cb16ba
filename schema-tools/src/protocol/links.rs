//! Links from a page to the items of the schema, and the escapes that tables need.

use std::collections::BTreeMap;

use crate::codegen::schema::Module;

/// Where each item stands.
#[derive(Debug)]
pub(crate) struct Links<'m> {
    module_of: BTreeMap<&'m str, &'m str>,
    /// From the page that links to the folder of the pages.
    base: &'static str,
}

impl<'m> Links<'m> {
    /// Links for a page that lies in the folder of the pages.
    pub(crate) fn within(modules: &'m [Module]) -> Self {
        Self::new(modules, "")
    }

    /// Links for a page that lies beside that folder.
    pub(crate) fn beside(modules: &'m [Module]) -> Self {
        Self::new(modules, "protocol/")
    }

    fn new(modules: &'m [Module], base: &'static str) -> Self {
        let items = modules.iter().flat_map(|module| {
            module.items.iter().map(|(name, _)| (name.as_str(), module.name.as_str()))
        });
        Self { module_of: items.collect(), base }
    }

    /// A link to an item; a name that is none of the schema stays a name.
    pub(crate) fn item(&self, name: &str) -> String {
        self.labelled(name, name)
    }

    /// A link to an item under another name.
    pub(crate) fn labelled(&self, label: &str, name: &str) -> String {
        match self.module_of.get(name) {
            Some(module) => {
                let anchor = name.to_lowercase();
                format!("[`{label}`]({}{module}.md#{anchor})", self.base)
            }
            None => format!("`{label}`"),
        }
    }

    /// A link to the page of a module.
    pub(crate) fn module(&self, name: &str) -> String {
        format!("[`{name}`]({}{name}.md)", self.base)
    }

    /// Text in which every code span that names an item becomes a link to it.
    pub(crate) fn prose(&self, text: &str) -> String {
        let spans = text.split('`').enumerate().map(|(at, part)| match at % 2 {
            0 => part.to_owned(),
            _ => self.item(part),
        });
        spans.collect()
    }

    /// The same, for one cell of a table.
    pub(crate) fn cell(&self, text: &str) -> String {
        escaped(&self.prose(text))
    }
}

/// What would end a cell is told not to.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// What a table has room for.
pub(crate) fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}
