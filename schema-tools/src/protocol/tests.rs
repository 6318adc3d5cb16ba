//! Tests: pages of small schemas, and the checked-in pages.

use super::links::{Links, first_sentence};
use super::page::{Book, page};
use super::run::{generate, run};
use super::ways::{ROOTS, Way, Ways};
use super::words::words;
use super::{index, order};
use crate::codegen::schema::{self, Module, find};
use crate::drift::Counts;

const FRAMES: &str = r#"
module = "control"
doc = "Questions. And answers."

[id.RequestId]
doc = "Names a question."
example = "req_1"

[enum.Mood]
doc = "How it is."
[enum.Mood.values]
good = { doc = "As a `Pong` is.", from = "seen" }
bad = { doc = "Not so.", from = "declared", since = "2.1.9" }

[struct.ControlRequestFrame]
doc = "A question."
tags = { type = "control_request" }
seen = true
[struct.ControlRequestFrame.fields]
request = { type = "IncomingRequest", need = "required", seen = true, doc = "What is asked." }

[union.IncomingRequest]
doc = "What the CLI asks."
tag = "subtype"
[union.IncomingRequest.variants]
ask = { type = "AskRequest", doc = "May it | or may it not." }

[struct.AskRequest]
doc = "Asks."
tags = { subtype = "ask" }
answer = "Reply"
seen = true

[struct.Reply]
doc = "Says."
[struct.Reply.fields]
open = { type = "Vec<ControlRequestFrame>", need = "optional", doc = "What is open." }

[struct.PingRequest]
doc = "Pings. For long."
tags = { subtype = "ping" }
answer = "Pong"
[struct.PingRequest.fields]
mood = { type = "Mood", need = "maybe", since = "2.1.7", doc = "Why." }

[struct.Pong]
doc = "Answers."
seen = true
[struct.Pong.fields]
sizes = { type = "Vec<TextOr<u64>>", need = "nullable", seen = true, doc = "How large." }
"#;

fn small() -> Vec<Module> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("control.toml"), FRAMES).unwrap();
    schema::read(folder.path()).unwrap()
}

fn counts() -> Counts {
    [("Pong", 9), ("Pong.sizes", 3)].map(|(name, count)| (name.to_owned(), count)).into()
}

/// Returns the text between a heading and the next.
fn section<'t>(text: &'t str, heading: &str) -> &'t str {
    let (_, rest) = text.split_once(&format!("\n## {heading}\n")).expect(heading);
    rest.split("\n## ").next().unwrap_or(rest)
}

#[test]
fn an_object_shows_its_tag_its_fields_and_its_response() {
    let modules = small();
    let counts = counts();
    let text = page(&Book::new(&modules, &counts), &modules[0]);
    let ping = section(&text, "PingRequest");
    assert!(ping.contains("SDK → CLI.\nDeclared, not seen.\n"), "{ping}");
    assert!(ping.contains("answered by [`Pong`](control.md#pong)."), "{ping}");
    assert!(ping.contains("| `subtype` | `\"ping\"` | always | | |\n"), "{ping}");
    let mood = "| `mood` | string, [`Mood`](control.md#mood) | may be absent or null | declared, since 2.1.7 | Why. |";
    assert!(ping.contains(mood), "{ping}");
    let pong = section(&text, "Pong");
    assert!(pong.contains("The answer to [`PingRequest`](control.md#pingrequest).\n"), "{pong}");
    let sizes = "| `sizes` | array of (string or integer ≥ 0) | may be null | 3/9 | How large. |";
    assert!(pong.contains(sizes), "{pong}");
}

#[test]
fn values_variants_and_names_have_their_tables() {
    let modules = small();
    let counts = counts();
    let text = page(&Book::new(&modules, &counts), &modules[0]);
    let mood = section(&text, "Mood");
    assert!(mood.contains("| `good` | seen | As a [`Pong`](control.md#pong) is. |\n"), "{mood}");
    assert!(mood.contains("| `bad` | declared, since 2.1.9 | Not so. |\n"), "{mood}");
    let asked = section(&text, "IncomingRequest");
    let row = "| `ask` | [`AskRequest`](control.md#askrequest) | May it \\| or may it not. |\n";
    assert!(asked.contains(row), "{asked}");
    assert!(section(&text, "RequestId").contains("as in `req_1`"));
}

#[test]
fn a_response_has_the_opposite_direction_of_its_request() {
    let modules = small();
    let ways = Ways::new(&modules);
    let of = |name: &str| ways.of(name).collect::<Vec<_>>();
    assert_eq!(of("AskRequest"), [Way::FromCli]);
    assert_eq!(of("Reply"), [Way::ToCli]);
    assert_eq!(of("PingRequest"), [Way::ToCli]);
    assert_eq!(of("Mood"), [Way::ToCli]);
    assert_eq!(of("Pong"), [Way::FromCli]);
    assert_eq!(of("Nobody"), []);
}

#[test]
fn types_are_described_in_json_terms() {
    let modules = small();
    let links = Links::within(&modules);
    let words = |type_| words(&modules, &links, type_);
    assert_eq!(words("Map<Vec<String>>"), "object of array of string");
    assert_eq!(words("TextOr<Box<f64>>"), "string or number");
    assert_eq!(words("Vec<Content>"), "array of (string or array of `ContentBlock`)");
    assert_eq!(words("Raw"), "any JSON");
    assert_eq!(words("RequestId"), "string, [`RequestId`](control.md#requestid)");
}

#[test]
fn only_names_become_links() {
    let modules = small();
    let links = Links::beside(&modules);
    let text = "A `Pong`, a `pong`, and\n```text\nPong\n```\n";
    let linked = "A [`Pong`](protocol/control.md#pong), a `pong`, and\n```text\nPong\n```\n";
    assert_eq!(links.prose(text), linked);
    assert_eq!(first_sentence("One. Two."), "One.");
    assert_eq!(first_sentence("2.1.7 has it."), "2.1.7 has it.");
}

#[test]
fn the_front_page_links_to_requests_and_pages() {
    let mut modules = small();
    order::sort(&mut modules).unwrap();
    let text = index::front(&modules, &order::chapters(&modules));
    let ping = "| `ping` | [`PingRequest`](protocol/control.md#pingrequest) | \
                [`Pong`](protocol/control.md#pong) | Pings. |";
    assert!(section(&text, "Requests to the CLI, by `subtype`").contains(ping), "{text}");
    assert!(!section(&text, "Requests to the CLI, by `subtype`").contains("`ask`"), "{text}");
    assert!(section(&text, "Requests of the CLI, by `subtype`").contains("| `ask` |"), "{text}");
    assert!(section(&text, "All pages").contains("- [`control`](protocol/control.md): Questions."));
    assert!(!text.contains("\n## Tools\n"), "{text}");
}

#[test]
fn a_module_without_a_chapter_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let text = FRAMES.replace("module = \"control\"", "module = \"elsewhere\"");
    std::fs::write(folder.path().join("a.toml"), text).unwrap();
    let error = generate(folder.path(), &counts()).unwrap_err();
    assert!(error.contains("`elsewhere` has no place"), "{error}");
}

#[test]
fn chapters_are_in_reading_order() {
    let module = |name: &str| Module { name: name.into(), doc: String::new(), items: Vec::new() };
    let mut modules = ["ids", "tool_web", "control_new", "control", "message"].map(module);
    order::sort(&mut modules).unwrap();
    let chapters = order::chapters(&modules);
    let names: Vec<Vec<&str>> = chapters
        .iter()
        .map(|chapter| chapter.modules.iter().map(|module| &*module.name).collect())
        .collect();
    let expected = [vec!["message"], vec!["control", "control_new"], vec!["tool_web"], vec!["ids"]];
    assert_eq!(names, expected);
}

#[test]
fn documented_frames_are_in_the_schema() {
    let modules = schema::read(&crate::root().join("schema")).unwrap();
    for (name, _) in ROOTS {
        assert!(find(&modules, name).is_some(), "{name}: see schema-tools/src/protocol/ways.rs");
    }
}

#[test]
fn the_generated_pages_are_up_to_date() {
    run(true).unwrap();
}
