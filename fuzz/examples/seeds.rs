//! Seeds: creates the first corpus from the recordings: one file for each kind of line, and
//! complete recordings for the connection. Run: `cargo run --manifest-path fuzz/Cargo.toml
//! --example seeds`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

fn main() -> std::io::Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut kinds = BTreeMap::new();
    let recordings = here.join("../crates/claude-types/tests/recordings");
    for entry in fs::read_dir(recordings)? {
        let path = entry?.path();
        let text = fs::read_to_string(&path)?;
        // Longer recordings contain more lines of the same kinds.
        if text.len() < 20_000
            && let Some(name) = path.file_stem()
        {
            write(here, "connection", &name.to_string_lossy(), &text)?;
        }
        for line in text.lines() {
            if let Ok(Value::Object(fields)) = serde_json::from_str(line) {
                kinds.entry(kind(&fields)).or_insert_with(|| line.to_owned());
            }
        }
    }
    for (number, line) in kinds.values().enumerate() {
        let name = number.to_string();
        write(here, "decode", &name, line)?;
        write(here, "route", &name, line)?;
        write(here, "lines", &name, &format!("@{}{line}\r\n\n{line}", number % 10))?;
    }
    println!("{} kinds of lines", kinds.len());
    Ok(())
}

/// Lines with the same fields and tags are of one kind.
fn kind(fields: &serde_json::Map<String, Value>) -> String {
    let tags = ["subtype", "type"].map(|tag| {
        let inner =
            ["request", "response", "event"].map(|field| fields.get(field).map(|f| &f[tag]));
        format!("{:?} {inner:?}", fields.get(tag))
    });
    let blocks = fields.get("message").and_then(|message| message["content"].as_array());
    let blocks: Vec<_> = blocks.into_iter().flatten().map(|block| &block["type"]).collect();
    format!("{tags:?} {blocks:?} {:?}", fields.keys().collect::<Vec<_>>())
}

fn write(here: &Path, target: &str, name: &str, text: &str) -> std::io::Result<()> {
    let folder = here.join("corpus").join(target);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(name), text)
}
