//! Named rows: which rows the schema names, and where.

use std::collections::BTreeMap;
use std::path::Path;

use crate::Outcome;
use crate::codegen::schema::{self, Item, Module};

/// For each row, the items that name it, as `Struct` or `Struct.field`.
pub(super) type Named = BTreeMap<String, Vec<String>>;

/// Reads the schema as it is written: unlike in [`schema::read`], included structs are kept,
/// because they may name rows.
pub(super) fn read(folder: &Path) -> Outcome<Named> {
    let mut named = Named::new();
    for (name, text) in files(folder)? {
        let module = schema::parse(&text).map_err(|error| format!("schema/{name}: {error}"))?;
        collect(&mut named, &module);
    }
    Ok(named)
}

/// Returns the TOML files of a folder with their texts, in the order of the names.
pub(super) fn files(folder: &Path) -> Outcome<Vec<(String, String)>> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        // The names of spans are no types.
        let is_types = !path.ends_with("telemetry.toml");
        if is_types && path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, std::fs::read_to_string(&path).map_err(failed)?));
        }
    }
    files.sort();
    Ok(files)
}

fn collect(named: &mut Named, module: &Module) {
    for (name, item) in &module.items {
        let (rows, parts) = match item {
            Item::Id(body) => (&body.rows, Vec::new()),
            Item::Union(body) => (&body.rows, Vec::new()),
            Item::Enum(body) => {
                let values = body.values.0.iter().map(|(value, body)| (value, &body.rows));
                (&body.rows, values.collect())
            }
            Item::Struct(body) => {
                let fields = body.fields.0.iter().map(|(field, body)| (field, &body.rows));
                (&body.rows, fields.collect())
            }
        };
        add(named, rows, name);
        for (part, rows) in parts {
            add(named, rows, &format!("{name}.{part}"));
        }
    }
}

fn add(named: &mut Named, rows: &Option<String>, place: &str) {
    for id in rows.iter().flat_map(|rows| rows.split(',')) {
        named.entry(id.trim().to_owned()).or_default().push(place.to_owned());
    }
}
