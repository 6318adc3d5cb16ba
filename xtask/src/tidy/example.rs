//! Rules on examples: short enough to read, and a header with the command that runs it.

use super::run::Complaints;

const LINES: usize = 120;

/// Checks a file of `examples/` that has a `main`.
pub(super) fn check(path: &str, text: &str, complaints: &mut Complaints) {
    if !path.starts_with("examples/") || !path.ends_with(".rs") || !text.contains("fn main(") {
        return;
    }
    let lines = text.lines().count();
    if lines > LINES {
        complaints.add(path, lines, format!("the example has {lines} lines; the limit is {LINES}"));
    }
    let header: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("//!")).collect();
    let header = header.join("\n").to_lowercase();
    let name = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".rs");
    let run = format!("--example {name}");
    for (needed, what) in [(&*run, "how to run it"), ("expected output", "its output")] {
        if !header.contains(needed) {
            complaints.add(path, 1, format!("the header must contain {what}: `{needed}`"));
        }
    }
}
