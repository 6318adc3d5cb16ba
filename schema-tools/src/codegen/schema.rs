//! Schema: reads `schema/*.toml` as data and checks that it is consistent.
//!
//! It knows names of Rust, but not its syntax; [`super::emit`] writes the code.

use std::path::Path;

use serde::Deserialize;
use toml::Table;

use super::{check, include};

/// One file of the schema: one generated module.
#[derive(Debug)]
pub(crate) struct Module {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) items: Vec<(String, Item)>,
}

/// A named item of the protocol.
#[derive(Debug)]
pub(crate) enum Item {
    Id(Id),
    Enum(Enum),
    Struct(Struct),
    Union(Union),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Id {
    pub(crate) doc: String,
    pub(crate) example: Option<String>,
    pub(crate) rows: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Enum {
    pub(crate) doc: String,
    pub(crate) rows: Option<String>,
    #[serde(default)]
    pub(crate) values: Ordered<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Value {
    pub(crate) doc: String,
    pub(crate) from: Provenance,
    pub(crate) rust: Option<String>,
    pub(crate) since: Option<String>,
    pub(crate) rows: Option<String>,
}

#[derive(Debug, Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Provenance {
    Seen,
    Declared,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Struct {
    pub(crate) doc: String,
    pub(crate) rows: Option<String>,
    /// Whether a recording has it.
    #[serde(default)]
    pub(crate) seen: bool,
    pub(crate) since: Option<String>,
    #[serde(default)]
    pub(crate) tags: Ordered<String>,
    #[serde(default)]
    pub(crate) fields: Ordered<Field>,
    /// Another struct whose fields come before these.
    pub(crate) include: Option<String>,
    /// Whether the fields exist only to be included: there is no such object.
    #[serde(default, rename = "abstract")]
    pub(crate) is_abstract: bool,
    /// Whether users create it, so that it and all its parts get setters.
    #[serde(default)]
    pub(crate) written: bool,
    /// The type of the response to this control request.
    pub(crate) answer: Option<String>,
    /// The tool with this input, by its name in the protocol.
    pub(crate) tool: Option<String>,
    /// Names of the tool in older CLIs.
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    /// The tool with this output.
    pub(crate) output_of: Option<String>,
    /// The hook event with this input.
    pub(crate) event: Option<String>,
    /// The hook event with this output.
    pub(crate) output_for: Option<String>,
}

#[derive(Debug, Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(crate) struct Field {
    #[serde(rename = "type")]
    pub(crate) type_: String,
    pub(crate) need: Need,
    pub(crate) doc: String,
    /// Whether a recording has it.
    #[serde(default)]
    pub(crate) seen: bool,
    pub(crate) since: Option<String>,
    pub(crate) rust: Option<String>,
    #[serde(default)]
    pub(crate) rows: Option<String>,
    /// Whether the value may contain a secret, so that `Debug` hides it.
    #[serde(default)]
    pub(crate) secret: bool,
}

#[derive(Debug, Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Need {
    Required,
    Optional,
    Nullable,
    Maybe,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Union {
    pub(crate) doc: String,
    pub(crate) rows: Option<String>,
    pub(crate) tag: String,
    /// The variant if the tag is absent. Its struct has the tag as an optional field.
    pub(crate) default: Option<String>,
    /// Whether users create it, so that its variants get setters.
    #[serde(default)]
    pub(crate) written: bool,
    /// Fields of all or many variants; each gets an accessor on the union.
    #[serde(default)]
    pub(crate) shared: Vec<String>,
    #[serde(default)]
    pub(crate) boxed: bool,
    #[serde(default)]
    pub(crate) variants: Ordered<Variant>,
    /// Variants that the protocol never sends: the types behind them are hand-written.
    #[serde(default)]
    pub(crate) local: Ordered<Variant>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Variant {
    #[serde(rename = "type")]
    pub(crate) type_: String,
    pub(crate) doc: String,
    pub(crate) rust: Option<String>,
    /// Whether the payload is not boxed although those of the union are.
    #[serde(default)]
    pub(crate) inline: bool,
}

/// A TOML table in the order of the file.
#[derive(Debug)]
pub(crate) struct Ordered<T>(pub(crate) Vec<(String, T)>);

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct InOrder<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for InOrder<T> {
            type Value = Ordered<T>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a table")
            }

            fn visit_map<A>(self, mut map: A) -> Result<Self::Value, A::Error>
            where
                A: serde::de::MapAccess<'de>,
            {
                let mut all = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    all.push(entry);
                }
                Ok(Ordered(all))
            }
        }
        from.deserialize_map(InOrder(std::marker::PhantomData))
    }
}

/// Hand-written types of `claude-types` that may be named in the schema.
pub(crate) const HAND_WRITTEN: &[&str] = &["Content", "Noise", "Oversized", "Lagged"];
/// Types of Rust and of the hand-written decoder.
pub(crate) const BUILT_IN: &[&str] = &["String", "bool", "u64", "i64", "f64", "Raw"];
const CONTAINERS: &[&str] = &["Vec", "Map", "Box", "TextOr"];

/// Reads every file of the folder, in the order of the names.
pub(crate) fn read(folder: &Path) -> Result<Vec<Module>, String> {
    let listing = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut files: Vec<_> = listing.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    // The names of spans are no types.
    files.retain(|path| !path.ends_with("telemetry.toml"));
    files.sort();
    let mut modules = Vec::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).map_err(|e| format!("{name}: {e}"))?;
        modules.push(parse(&text).map_err(|e| format!("schema/{name}: {e}"))?);
    }
    check::check(&modules)?;
    include::resolve(&mut modules)?;
    Ok(modules)
}

/// Parses one file.
pub(crate) fn parse(text: &str) -> Result<Module, String> {
    let mut table: Table = text.parse().map_err(|e: toml::de::Error| e.to_string())?;
    let mut take = |key: &str| match table.remove(key) {
        Some(toml::Value::String(text)) => Ok(text),
        _ => Err(format!("`{key}` must be a string at the top of the file")),
    };
    let (name, doc) = (take("module")?, take("doc")?);
    let mut items = Vec::new();
    for kind in ["id", "enum", "union", "struct"] {
        let Some(group) = table.remove(kind) else {
            continue;
        };
        let toml::Value::Table(group) = group else {
            return Err(format!("`{kind}` is no table"));
        };
        for (name, body) in group {
            let item = item(kind, body).map_err(|e| format!("{kind} {name}: {e}"))?;
            items.push((name, item));
        }
    }
    match table.keys().next() {
        Some(key) => Err(format!("unknown key `{key}`")),
        None => Ok(Module { name, doc, items }),
    }
}

fn item(kind: &str, body: toml::Value) -> Result<Item, String> {
    let error = |e: toml::de::Error| e.to_string();
    Ok(match kind {
        "id" => Item::Id(body.try_into().map_err(error)?),
        "enum" => Item::Enum(body.try_into().map_err(error)?),
        "union" => Item::Union(body.try_into().map_err(error)?),
        _ => Item::Struct(body.try_into().map_err(error)?),
    })
}

/// The name inside the containers of a type.
pub(crate) fn leaf(type_: &str) -> Result<&str, String> {
    match type_.split_once('<') {
        None => Ok(type_),
        Some((container, rest)) if CONTAINERS.contains(&container) => {
            leaf(rest.strip_suffix('>').ok_or_else(|| format!("unbalanced type `{type_}`"))?)
        }
        Some((container, _)) => Err(format!("unknown container `{container}`")),
    }
}

/// The item of a name.
pub(crate) fn find<'m>(modules: &'m [Module], name: &str) -> Option<&'m Item> {
    let mut items = modules.iter().flat_map(|module| &module.items);
    items.find(|(other, _)| other == name).map(|(_, item)| item)
}
