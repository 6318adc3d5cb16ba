//! Model: the schema as the comparisons use it: items by name, and parsed types.
//!
//! [`crate::codegen`] reads and checks the files.

use std::collections::{BTreeMap, BTreeSet};

use crate::codegen::schema::{Enum, Item, Module, Struct, Union};

/// The schema by names.
#[derive(Debug)]
pub(crate) struct Model {
    items: BTreeMap<String, Item>,
    /// The file of each item, without its extension.
    files: BTreeMap<String, String>,
}

/// A parsed type of the schema.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Type<'m> {
    /// Any value: raw JSON, and types with hand-written decoders.
    Any,
    Text,
    Bool,
    Whole,
    Number,
    List(&'m str),
    Map(&'m str),
    /// A text, or something else.
    TextOr(&'m str),
    /// A text, or a list of content blocks.
    Content,
    Enum(&'m str, &'m Enum),
    Struct(&'m str, &'m Struct),
    Union(&'m str, &'m Union),
}

impl Model {
    pub(crate) fn new(modules: Vec<Module>) -> Self {
        let file = |module: &Module| {
            let names = module.items.iter().map(|(name, _)| (name.clone(), module.name.clone()));
            names.collect::<Vec<_>>()
        };
        let files = modules.iter().flat_map(file).collect();
        let items = modules.into_iter().flat_map(|module| module.items);
        Self { items: items.collect(), files }
    }

    /// Returns the file of an item below `schema/`, without its extension.
    pub(crate) fn file(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }

    /// Parses the text of a type, as `Vec<Map<String>>`.
    pub(crate) fn type_<'m>(&'m self, text: &'m str) -> Type<'m> {
        if let Some((container, rest)) = text.split_once('<') {
            let inner = rest.strip_suffix('>').unwrap_or(rest);
            return match container {
                "Vec" => Type::List(inner),
                "Map" => Type::Map(inner),
                "TextOr" => Type::TextOr(inner),
                _ => self.type_(inner),
            };
        }
        match (text, self.items.get_key_value(text)) {
            ("String", _) | (_, Some((_, Item::Id(_)))) => Type::Text,
            ("bool", _) => Type::Bool,
            ("u64" | "i64", _) => Type::Whole,
            ("f64", _) => Type::Number,
            ("Content", _) => Type::Content,
            (_, Some((name, Item::Enum(body)))) => Type::Enum(name, body),
            (_, Some((name, Item::Struct(body)))) => Type::Struct(name, body),
            (_, Some((name, Item::Union(body)))) => Type::Union(name, body),
            _ => Type::Any,
        }
    }

    pub(crate) fn structs(&self) -> impl Iterator<Item = (&str, &Struct)> {
        self.items.iter().filter_map(|(name, item)| match item {
            Item::Struct(body) => Some((&**name, body)),
            _ => None,
        })
    }

    pub(crate) fn enums(&self) -> impl Iterator<Item = (&str, &Enum)> {
        self.items.iter().filter_map(|(name, item)| match item {
            Item::Enum(body) => Some((&**name, body)),
            _ => None,
        })
    }

    pub(crate) fn union(&self, name: &str) -> Option<&Union> {
        match self.items.get(name) {
            Some(Item::Union(body)) => Some(body),
            _ => None,
        }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.items.contains_key(name)
    }

    /// The type of a complete line: a message, or one of the frames around control requests.
    pub(crate) fn frame(&self, tag: &str) -> Option<&str> {
        let message = self.union("Message").and_then(|union| variant(union, tag));
        message.or_else(|| {
            let frame = |(name, body): &(&str, &Struct)| {
                name.ends_with("Frame") && has_tag(body, "type", tag)
            };
            self.structs().find(frame).map(|(name, _)| name)
        })
    }

    /// The body of a control request of either side, by its subtype.
    pub(crate) fn control_request(&self, subtype: &str) -> Option<&str> {
        self.control_requests().find(|(tag, _, _)| *tag == subtype).map(|(_, name, _)| name)
    }

    /// All control requests: subtype, name, body.
    pub(crate) fn control_requests(&self) -> impl Iterator<Item = (&str, &str, &Struct)> {
        self.structs().filter_map(|(name, body)| {
            let tag = body.tags.0.iter().find(|(key, _)| key == "subtype")?;
            let is_request = body.answer.is_some() || name.ends_with("Request");
            (is_request && body.tags.0.len() == 1).then_some((&*tag.1, name, body))
        })
    }

    /// The response to a control request, by the name of the request.
    pub(crate) fn answer<'m>(&'m self, request: &'m str) -> Option<&'m str> {
        match self.type_(request) {
            Type::Struct(_, body) => body.answer.as_deref(),
            _ => None,
        }
    }

    /// The input of a tool, under any of its names.
    pub(crate) fn tool_input(&self, tool: &str) -> Option<&str> {
        let named = |body: &Struct| {
            body.tool.as_deref() == Some(tool) || body.aliases.iter().any(|alias| alias == tool)
        };
        self.structs().find(|(_, body)| named(body)).map(|(name, _)| name)
    }

    /// The output of a tool, as far as it has a type.
    pub(crate) fn tool_output(&self, tool: &str) -> Option<&str> {
        let main = self.tool_input(tool).and_then(|name| match self.type_(name) {
            Type::Struct(_, body) => body.tool.as_deref(),
            _ => None,
        });
        let tool = main.unwrap_or(tool);
        let of = |body: &Struct| body.output_of.as_deref() == Some(tool);
        let found = self.structs().find(|(_, body)| of(body)).map(|(name, _)| name);
        // An output with several forms is a union.
        found.or_else(|| {
            let named = self.items.get_key_value(&format!("{tool}Output"));
            named.map(|(name, _)| &**name)
        })
    }

    /// Returns the names of all items inside of these.
    pub(crate) fn reach<'m>(
        &'m self,
        roots: impl IntoIterator<Item = &'m str>,
    ) -> BTreeSet<&'m str> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&str> = roots.into_iter().collect();
        while let Some(text) = open.pop() {
            match self.type_(text) {
                Type::List(inner) | Type::Map(inner) | Type::TextOr(inner) => open.push(inner),
                Type::Content => open.push("ContentBlock"),
                Type::Struct(name, body) if reached.insert(name) => {
                    open.extend(body.fields.0.iter().map(|(_, field)| &*field.type_));
                }
                Type::Union(name, body) if reached.insert(name) => {
                    open.extend(body.variants.0.iter().map(|(_, variant)| &*variant.type_));
                }
                Type::Enum(name, _) => drop(reached.insert(name)),
                _ => {}
            }
        }
        reached
    }
}

/// The type behind a tag of a union.
pub(crate) fn variant<'m>(union: &'m Union, tag: &str) -> Option<&'m str> {
    let found = union.variants.0.iter().find(|(value, _)| value == tag);
    found.map(|(_, variant)| &*variant.type_)
}

fn has_tag(body: &Struct, key: &str, value: &str) -> bool {
    body.tags.0.iter().any(|(k, v)| k == key && v == value)
}
