//! Tests: each rule once violated and once kept.

use super::ledger::{Count, Ledger};
use super::named::{self, Named};
use super::page::page;
use super::rows::Rows;
use crate::codegen::schema;
use crate::protocol::Links;

const SCHEMA: &str = r#"
module = "small"
doc = "A small module."

[struct.Base]
doc = "What all have."
abstract = true
rows = "AB-04"

[struct.Thing]
doc = "A thing."
include = "Base"
rows = "AB-01, XY-07"
[struct.Thing.fields]
id = { type = "Kind", need = "required", rows = "AB-02", doc = "Names it." }

[enum.Kind]
doc = "Its kind."
[enum.Kind.values]
odd = { doc = "Odd.", from = "seen", rows = "AB-02" }
"#;

const ROWS: &str = r#"
[group.AB]
title = "Things"
[group.AB.rows]
AB-01 = { title = "the thing" }
AB-02 = { title = "its name" }
AB-03 = { title = "its deeds", by = "src/deeds.rs" }
AB-04 = { title = "its base", by = "src/base.rs" }
[elsewhere]
XY = { title = "Others", rows = 12 }
"#;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new(schema: &str, rows: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("rows")).unwrap();
        std::fs::write(folder.path().join("a.toml"), schema).unwrap();
        std::fs::write(folder.path().join("rows/a.toml"), rows).unwrap();
        Self(folder)
    }

    fn rows(&self) -> Result<Rows, String> {
        Rows::read(&self.0.path().join("rows"))
    }

    fn named(&self) -> Named {
        named::read(self.0.path()).unwrap()
    }
}

fn is_there(file: &str) -> bool {
    file != "src/gone.rs"
}

fn complaints(schema: &str, rows: &str) -> Vec<String> {
    let folder = Folder::new(schema, rows);
    let (rows, named) = (folder.rows().unwrap(), folder.named());
    Ledger::new(&rows, &named, is_there).complaints
}

#[test]
fn rows_are_typed_done_excluded_or_open() {
    let rows =
        ROWS.replace("title = \"its deeds\", by = \"src/deeds.rs\"", "title = \"its deeds\"");
    let folder = Folder::new(SCHEMA, &rows);
    let (rows, named) = (folder.rows().unwrap(), folder.named());
    let ledger = Ledger::new(&rows, &named, is_there);
    assert_eq!(ledger.count(), Count { rows: 4, typed: 3, done: 0, not: 0, open: 1 });
    assert_eq!(ledger.open().map(|(id, _)| id).collect::<Vec<_>>(), ["AB-03"]);

    let folder = Folder::new(SCHEMA, ROWS);
    let (rows, named) = (folder.rows().unwrap(), folder.named());
    let ledger = Ledger::new(&rows, &named, is_there);
    assert_eq!(ledger.count(), Count { rows: 4, typed: 3, done: 1, not: 0, open: 0 });
    assert!(ledger.complaints.is_empty(), "{:?}", ledger.complaints);
}

#[test]
fn the_page_links_to_types_and_files() {
    let folder = Folder::new(SCHEMA, ROWS);
    let modules = schema::read(folder.0.path()).unwrap();
    let (rows, named) = (folder.rows().unwrap(), folder.named());
    let ledger = Ledger::new(&rows, &named, is_there);
    let text = page(&ledger, &rows, &Links::beside(&modules));
    for line in [
        "**4 rows: 3 typed, 1 done by code, 0 left out, 0 open.**",
        "| [AB](#ab) | Things | 4 | 3 | 1 | 0 | 0 |",
        "| AB-01 | the thing | [`Thing`](protocol/small.md#thing) |",
        "| AB-02 | its name | [`Kind.odd`](protocol/small.md#kind), [`Thing.id`](protocol/small.md#thing) |",
        "| AB-03 | its deeds | [`src/deeds.rs`](../src/deeds.rs) |",
        "| AB-04 | its base | `Base`, [`src/base.rs`](../src/base.rs) |",
        "| XY | Others | 12 |",
    ] {
        assert!(text.contains(&format!("\n{line}\n")), "{line}\n{text}");
    }
}

#[test]
fn unlisted_rows_are_refused() {
    let refused = |id: &str| {
        let why = format!("Thing names the row `{id}`, which is not listed");
        assert_eq!(complaints(&SCHEMA.replace("XY-07", id), ROWS), [why]);
    };
    refused("AB-05");
    refused("XY-13");
    refused("XY-00");
    refused("XY-7");
    refused("XYZ-07");
    assert!(complaints(&SCHEMA.replace("XY-07", "XY-12"), ROWS).is_empty());
}

#[test]
fn files_of_rows_must_exist() {
    let rows = ROWS.replace("src/base.rs", "src/gone.rs");
    assert_eq!(complaints(SCHEMA, &rows), ["AB-04: `src/gone.rs` does not exist"]);
}

#[test]
fn a_typed_row_cannot_be_excluded() {
    let many: String = (5..60).map(|n| format!("AB-{n:02} = {{ title = \"more\" }}\n")).collect();
    let rows = ROWS.replace("[elsewhere]", &format!("{many}[elsewhere]"));
    let out = "title = \"the thing\", not = \"no need\"";
    let rows = rows.replace("title = \"the thing\"", out);
    assert_eq!(complaints(SCHEMA, &rows), ["AB-01 is excluded, but Thing names it"]);
    let schema = SCHEMA.replace("AB-01, ", "");
    assert!(complaints(&schema, &rows).is_empty());
}

#[test]
fn the_number_of_excluded_rows_is_limited() {
    let rows = ROWS.replace("by = \"src/deeds.rs\"", "not = \"nobody asks\"");
    assert_eq!(complaints(SCHEMA, &rows), ["1 of 4 rows are excluded; the limit is 2 %"]);
}

#[test]
fn empty_and_ambiguous_rows_are_refused() {
    let refused = |from: &str, to: &str, why: &str| {
        let error = Folder::new(SCHEMA, &ROWS.replace(from, to)).rows().unwrap_err();
        assert!(error.contains(why), "{error}");
    };
    refused("AB-01", "BC-01", "belongs to another group");
    refused("AB-01", "AB-one", "belongs to another group");
    refused("AB-01", "AB-02", "duplicate key");
    refused("the thing", " ", "AB-01 has no title");
    refused("\"Things\"", "\"\"", "AB has no title");
    refused("src/deeds.rs", " ", "empty file or reason");
    refused("by = \"src/deeds.rs\"", "by = \"a\", not = \"b\"", "is there and is not there");
    refused("XY =", "AB =", "AB is listed twice");
    refused("by =", "bye =", "bye");
}

#[test]
fn the_schema_and_the_list_agree() {
    let root = crate::root();
    let schema = root.join("schema");
    let (rows, named) = (Rows::read(&schema.join("rows")).unwrap(), named::read(&schema).unwrap());
    let ledger = Ledger::new(&rows, &named, |file| root.join(file).is_file());
    assert!(ledger.complaints.is_empty(), "{}", ledger.complaints.join("\n"));
}
