//! Defaults: `docs/defaults.md` agrees with the code: each figure, each option, and nothing is
//! missing.
//!
//! Public values are compared with `Default`. Private values are searched in the source file that
//! the table names.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use claude_sdk::limits::{Deadlines, Limits, OnFailure, OverflowPolicy};
use claude_sdk::status::StallPolicy;
use claude_sdk::transport::{Launch, LineCodec, StderrOptions};
use claude_sdk::version::CliVersion;

/// The crates that run in the program of a user.
const RUNTIME: [&str; 7] = [
    "claude-types",
    "claude-transport",
    "claude-protocol",
    "claude-mcp",
    "claude-sdk",
    "claude-transcripts",
    "claude-sessions",
];

/// A figure of the table.
#[derive(Debug, PartialEq, Eq)]
enum Figure {
    Time(Duration),
    Count(u128),
    Word(String),
}

/// A row of the table of limits: its name, its figure, and where it is set.
struct Row {
    name: String,
    value: Figure,
    set_by: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The cells of all rows of the tables of limits, without headers.
fn limit_rows() -> Vec<Vec<String>> {
    let page = read("docs/defaults.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix('|')?.strip_suffix('|'));
    let cells = rows.map(|row| row.split('|').map(|cell| cell.trim().to_owned()).collect());
    cells
        .filter(|cells: &Vec<String>| cells.len() == 4)
        .filter(|cells| cells.iter().any(|cell| cell.contains('`')))
        .collect()
}

fn limits() -> Vec<Row> {
    let rows = limit_rows().into_iter().map(|cells| Row {
        value: figure(&cells[1]).unwrap_or_else(|| panic!("no figure in {cells:?}")),
        set_by: cells[2].trim_matches('`').to_owned(),
        name: cells[0].clone(),
    });
    rows.collect()
}

/// Reads `60 s`, `512 KiB`, `256 messages` or `DropOldest`.
fn figure(text: &str) -> Option<Figure> {
    let text = text.trim_matches('`');
    let Some((number, unit)) = text.split_once(' ') else {
        return Some(Figure::Word(text.to_owned()));
    };
    let number: u64 = number.replace('_', "").parse().ok()?;
    Some(match unit {
        "s" => Figure::Time(Duration::from_secs(number)),
        "ms" => Figure::Time(Duration::from_millis(number)),
        "KiB" => Figure::Count(u128::from(number) << 10),
        "MiB" => Figure::Count(u128::from(number) << 20),
        "bytes" | "messages" | "files" | "buffers" | "levels" | "tools" | "tasks" | "calls"
        | "names" | "turns" | "agents" | "answers" | "blocks" | "subagents" | "characters"
        | "problems" | "places" | "searches" | "steps" | "lines" | "requests" | "parts"
        | "fields" | "passes" | "results" | "records" | "changes" | "attempts" | "entries"
        | "appends" | "failures" | "items" | "loads" | "findings" | "days" | "branches" => {
            Figure::Count(u128::from(number))
        }
        _ => return None,
    })
}

/// The public defaults.
fn public() -> BTreeMap<&'static str, Figure> {
    let (deadlines, limits) = (Deadlines::default(), Limits::default());
    let launch = Launch::new("claude");
    let stall = StallPolicy::default();
    let count = |count: usize| Figure::Count(count as u128);
    BTreeMap::from([
        ("Deadlines::initialize", Figure::Time(deadlines.initialize)),
        ("Deadlines::control", Figure::Time(deadlines.control)),
        ("Deadlines::slow", Figure::Time(deadlines.slow)),
        ("Deadlines::interrupt", Figure::Time(deadlines.interrupt)),
        ("Deadlines::hook", Figure::Time(deadlines.hook)),
        ("Deadlines::run_end", Figure::Time(deadlines.run_end)),
        ("Deadlines::session", Figure::Word(format!("{:?}", deadlines.session))),
        ("Deadlines::close.eof", Figure::Time(deadlines.close.eof)),
        ("Deadlines::close.terminate", Figure::Time(deadlines.close.terminate)),
        ("StallPolicy::starting", Figure::Time(stall.starting)),
        ("StallPolicy::model", Figure::Time(stall.model)),
        ("StallPolicy::tool", Figure::Time(stall.tool)),
        ("StallPolicy::background", Figure::Time(stall.background)),
        ("StallPolicy::grace", Figure::Time(stall.grace)),
        ("StallPolicy::recovery", Figure::Word(format!("{:?}", stall.recovery))),
        ("Limits::soft", count(limits.soft)),
        ("Limits::hard", count(limits.hard)),
        ("Limits::stale", Figure::Time(limits.stale)),
        ("Limits::pause", Figure::Time(limits.pause)),
        ("Limits::overflow", Figure::Word(format!("{:?}", OverflowPolicy::default()))),
        ("Limits::outbox", count(limits.outbox)),
        ("HookMatcher::on_failure", Figure::Word(format!("{:?}", OnFailure::default()))),
        ("Launch::max_line", count(launch.max_line)),
        ("Launch::drop_grace", Figure::Time(launch.drop_grace)),
        ("StderrOptions::tail", count(StderrOptions::default().tail)),
        ("LineCodec::DEFAULT_MAX_LINE", count(LineCodec::DEFAULT_MAX_LINE)),
    ])
}

/// The value of an expression in the sources: `64 << 10`, `Duration::from_secs(5)`.
fn evaluate(expression: &str) -> Option<Figure> {
    let inside = |call: &str| expression.strip_prefix(call)?.strip_suffix(')');
    if let Some(number) = inside("Duration::from_secs(") {
        return Some(Figure::Time(Duration::from_secs(number.replace('_', "").parse().ok()?)));
    }
    if let Some(number) = inside("Duration::from_millis(") {
        return Some(Figure::Time(Duration::from_millis(number.replace('_', "").parse().ok()?)));
    }
    let number = |text: &str| text.trim().replace('_', "").parse::<u128>().ok();
    Some(Figure::Count(match expression.split_once("<<") {
        Some((base, shift)) => number(base)? << number(shift)?,
        None => expression.split('*').map(number).product::<Option<u128>>()?,
    }))
}

/// The figure of `path: NAME`, of `path: NAME.0` for a tuple, or of an expression in that file.
fn private(set_by: &str) -> Option<Figure> {
    let (path, what) = set_by.split_once(": ")?;
    let source = read(path);
    let (name, part) = what.split_once('.').unwrap_or((what, "0"));
    let Some((_, rest)) = source.split_once(&format!("const {name}: ")) else {
        return source.contains(what).then(|| evaluate(what))?;
    };
    let value = rest.split_once("= ")?.1.split_once(';')?.0;
    match value.strip_prefix('(').and_then(|value| value.strip_suffix(')')) {
        Some(parts) => evaluate(parts.split(", ").nth(part.parse().ok()?)?),
        None => evaluate(value),
    }
}

#[test]
fn each_figure_equals_the_code() {
    let mut public = public();
    for row in limits() {
        let known = public.remove(&*row.set_by).or_else(|| private(&row.set_by));
        let known = known.unwrap_or_else(|| panic!("{}: `{}` is not there", row.name, row.set_by));
        assert_eq!(row.value, known, "{} (`{}`)", row.name, row.set_by);
    }
    let left: Vec<_> = public.keys().collect();
    assert!(left.is_empty(), "not in the table: {left:?}");
}

/// The pin, the table of tested versions and the page name one version.
#[test]
fn the_pinned_cli_is_the_newest_tested_one() {
    let newest = CliVersion::TESTED[0];
    let manifest: serde_json::Value =
        serde_json::from_str(&read("xtask/cli/package.json")).unwrap();
    assert_eq!(manifest["dependencies"]["@anthropic-ai/claude-code"], newest.to_string());
    let page = read("docs/versions.md");
    assert!(page.contains(&format!("run on the pinned version, {newest}.")), "{newest}");
}

#[test]
fn each_constant_that_limits_is_listed() {
    let rows = limits();
    let mut found = 0;
    for krate in RUNTIME {
        for path in sources(&root().join("crates").join(krate).join("src")) {
            let source = std::fs::read_to_string(&path).unwrap();
            let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
            let file = path.strip_prefix(root()).unwrap().display().to_string();
            for name in code.lines().filter_map(limit) {
                found += 1;
                let (private, public) = (format!("{file}: {name}"), format!("::{name}"));
                let listed = rows
                    .iter()
                    .any(|row| row.set_by.starts_with(&private) || row.set_by.ends_with(&public));
                assert!(listed, "`{name}` of {file} is in no row");
            }
        }
    }
    assert!(found > 12, "the constants are not found: {found}");
}

#[test]
fn each_field_that_limits_is_listed() {
    let rows = limits();
    for (file, types) in [
        ("crates/claude-protocol/src/limits.rs", ["Deadlines::", "Limits::"]),
        (
            "crates/claude-transport/src/launch/shutdown.rs",
            ["Deadlines::close.", "ShutdownGrace::"],
        ),
    ] {
        let source = read(file);
        let fields: Vec<_> = source.lines().filter_map(field).collect();
        assert!(!fields.is_empty(), "{file} has no fields");
        for field in fields {
            let listed = types.iter().any(|of| {
                let name = format!("{of}{field}");
                rows.iter()
                    .any(|row| row.set_by == name || row.set_by.starts_with(&format!("{name}.")))
            });
            assert!(listed, "the field `{field}` of {file} is in no row");
        }
    }
}

/// A field of `Options`: its setters and what holds by default, from its comment; and its default.
struct OptionField {
    setters: String,
    text: String,
    default: String,
}

/// Reads the fields of `Options` and their comments from the source.
fn option_fields(source: &str) -> Vec<OptionField> {
    let (_, rest) = source.split_once("pub struct Options {\n").unwrap();
    let (fields, rest) = rest.split_once("\n}\n").unwrap();
    let (_, defaults) = rest.split_once("impl Default for Options").unwrap();
    let (defaults, _) = defaults.split_once("\n}\n").unwrap();
    let mut comment = String::new();
    let mut found = Vec::new();
    for line in fields.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("/// ") {
            comment = format!("{comment} {text}");
        } else if let Some(field) = line.strip_prefix("pub(crate) ") {
            let name = field.split_once(':').unwrap().0;
            let (setters, text) = comment
                .trim()
                .split_once("`: ")
                .unwrap_or_else(|| panic!("the comment of `{name}` begins with its setters"));
            let default = defaults
                .lines()
                .map(|line| line.trim().trim_end_matches(','))
                .find(|line| line.starts_with(&format!("{name}: ")))
                .unwrap_or_else(|| panic!("the default of `{name}` is not found"));
            found.push(OptionField {
                setters: format!("{setters}`"),
                text: text.to_owned(),
                default: default.to_owned(),
            });
            comment.clear();
        }
    }
    found
}

/// The table is made from the fields: `UPDATE_EXPECT=1` writes it.
#[test]
fn each_option_and_its_default_is_listed() {
    let fields = option_fields(&read("crates/claude-sdk/src/options/fields.rs"));
    assert!(fields.len() > 20, "the fields are not found");
    let sources: Vec<String> = sources(&root().join("crates/claude-sdk/src"))
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .filter(|source| source.contains("impl Options"))
        .collect();
    let mut expected = String::from("| setter | field and default | by default |\n|---|---|---|\n");
    for OptionField { setters, text, default } in &fields {
        for setter in setters.split(", ").map(|setter| setter.trim_matches('`')) {
            let written = sources.iter().any(|source| source.contains(&format!("pub fn {setter}")));
            assert!(written, "there is no setter `{setter}`");
        }
        expected += &format!("| {setters} | `{default}` | {text} |\n");
    }
    let page = read("docs/defaults.md");
    let begin = page.find("| setter | field and default |").unwrap();
    let end = begin + page[begin..].find("\n\n").unwrap() + 1;
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let updated = format!("{}{expected}{}", &page[..begin], &page[end..]);
        std::fs::write(root().join("docs/defaults.md"), updated).unwrap();
    } else {
        assert_eq!(&page[begin..end], expected, "`UPDATE_EXPECT=1` writes the table");
    }
}

/// The name of a constant that limits something: a number of bytes or items, or a time.
fn limit(line: &str) -> Option<&str> {
    let (before, rest) = line.split_once("const ")?;
    let (name, kind) = rest.split_once(": ")?;
    let item = before.trim().is_empty() || before.trim().starts_with("pub");
    let limits = ["usize =", "Duration =", "(usize, usize) ="].iter().any(|k| kind.starts_with(k));
    // The number of sources that the loop polls is not a limit.
    (item && limits && name != "SOURCES").then_some(name)
}

/// The name of a public field.
fn field(line: &str) -> Option<&str> {
    let name = line.strip_prefix("    pub ")?.split_once(':')?.0;
    name.chars().all(|c| c.is_ascii_lowercase() || c == '_').then_some(name)
}

/// The Rust files below a folder, without tests.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        // `checks` is the conformance kit: its sizes are those of tests.
        let is_read = !["tests", "generated", "checks"].contains(&&*name);
        if path.is_dir() && is_read {
            found.extend(sources(&path));
        } else if name.ends_with(".rs") && name != "tests.rs" {
            found.push(path);
        }
    }
    found
}
