//! Links from a page to the items of the schema, and the escapes that tables need.

use std::collections::BTreeMap;

use crate::codegen::schema::Module;

/// The page of each item.
#[derive(Debug)]
pub(crate) struct Links<'m> {
    module_of: BTreeMap<&'m str, &'m str>,
    /// The path from the page with the link to the folder of the pages.
    base: &'static str,
}

impl<'m> Links<'m> {
    /// Creates links for a page in the folder of the pages.
    pub(crate) fn within(modules: &'m [Module]) -> Self {
        Self::new(modules, "")
    }

    /// Creates links for a page next to that folder.
    pub(crate) fn beside(modules: &'m [Module]) -> Self {
        Self::new(modules, "protocol/")
    }

    fn new(modules: &'m [Module], base: &'static str) -> Self {
        let items = modules.iter().flat_map(|module| {
            module.items.iter().map(|(name, _)| (name.as_str(), module.name.as_str()))
        });
        Self { module_of: items.collect(), base }
    }

    /// Returns a link to an item; a name that is not in the schema is returned unchanged.
    pub(crate) fn item(&self, name: &str) -> String {
        self.labelled(name, name)
    }

    /// Returns a link to an item with another text.
    pub(crate) fn labelled(&self, label: &str, name: &str) -> String {
        match self.module_of.get(name) {
            Some(module) => {
                let anchor = name.to_lowercase();
                format!("[`{label}`]({}{module}.md#{anchor})", self.base)
            }
            None => format!("`{label}`"),
        }
    }

    /// Returns a link to the page of a module.
    pub(crate) fn module(&self, name: &str) -> String {
        format!("[`{name}`]({}{name}.md)", self.base)
    }

    /// Returns the text, in which every code span that names an item is a link to it.
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

/// Escapes the characters that would end a cell.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// Returns the first sentence, which fits into a table.
pub(crate) fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}
