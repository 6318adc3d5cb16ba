//! Tests of the help text, the flags, the allow list and the folder of the declarations.

use std::collections::BTreeSet;

use super::allow::Allowed;
use super::command_line::{self, Cli, named};
use super::finding::{Findings, Kind, Witness};
use super::fixture::about;
use super::{declared, flags};
use crate::Outcome;

const HELP: &str = "\
Usage: claude [options]

Arguments:
  --odd  no option

Options:
  --add-dir <directories...>            More; see --not-a-flag
  --allowedTools, --allowed-tools <tools...>
      Comma-separated, as in --neither
  -c, --continue                        Goes on
                                        --nor-this
  --model <model>                       Model

Commands:
  --also-none  Nothing
";

/// A CLI that also accepts `--hidden` with a value and `--quiet` without one.
struct Invented(&'static str);

impl Cli for Invented {
    fn help(&self) -> Outcome<String> {
        Ok(self.0.to_owned())
    }

    fn complaint(&self, args: &[&str]) -> Outcome<String> {
        Ok(match args {
            [_, "--hidden"] => "error: option '--hidden <x>' argument missing".to_owned(),
            ["--quiet", other] | [other, _] => format!("error: unknown option '{other}'"),
            _ => return Err(format!("{args:?}")),
        })
    }
}

fn flags_of(flags: &[&str]) -> BTreeSet<String> {
    flags.iter().map(|flag| (*flag).to_owned()).collect()
}

#[test]
fn flags_are_read_from_the_help() {
    let names: Vec<_> = named(HELP).into_iter().map(|names| names.join(" ")).collect();
    assert_eq!(names, ["--add-dir", "--allowedTools --allowed-tools", "--continue", "--model"]);
}

#[test]
fn flags_are_compared_with_the_cli() {
    let ours = ["--add-dir", "--allowed-tools", "--continue", "--hidden", "--quiet", "--wrong"];
    let findings = command_line::compare(&flags_of(&ours), &Invented(HELP)).unwrap();
    assert_eq!(about(&findings, ""), ["New --model", "Gone --wrong: the CLI refuses it"]);
    assert!(command_line::compare(&flags_of(&ours), &Invented("Usage:")).is_err());
}

#[test]
fn flags_of_the_sdk_are_read_from_its_source() {
    let source = "// \"--comment\"\nargs.value(\"--output-format\", \"stream-json\").flag(&format!(\"--{flag}\"));\n\"--x y\"";
    assert_eq!(flags::in_source(source), flags_of(&["--output-format"]));
    let flags = flags::of_the_sdk(&crate::root()).unwrap();
    for flag in ["--output-format", "--input-format", "--permission-mode", "--resume"] {
        assert!(flags.contains(flag), "{flag} is not among {flags:?}");
    }
}

fn two() -> Findings {
    let mut findings = Findings::default();
    findings.add(Witness::Declarations, Kind::New, "Thing.a", "a text");
    findings.add(Witness::Declarations, Kind::Gone, "Thing=b", "");
    findings
}

fn allowed(from: &str, names: &str) -> Allowed {
    let text =
        format!("[[allow]]\nfrom = {from:?}\nnames = {names}\nreason = \"It is so on purpose.\"");
    Allowed::parse(&text).unwrap()
}

#[test]
fn explained_differences_are_not_reported() {
    for (from, names, left) in [
        ("declarations", r#"["Thing.a", "Thing=b"]"#, 0),
        ("declarations", r#"["Thing*"]"#, 0),
        ("declarations", r#"["Thing.a"]"#, 1),
        ("recordings", r#"["Thing.a"]"#, 2),
        ("declarations", r#"["Thing"]"#, 2),
    ] {
        let mut findings = two();
        let explained = allowed(from, names).explain(&mut findings);
        assert_eq!((explained, findings.iter().count()), (2 - left, left), "{from} {names}");
    }
}

#[test]
fn an_unused_explanation_is_drift() {
    let allowed = allowed("declarations", r#"["Thing.a", "Thing.old", "Other*"]"#);
    assert_eq!(allowed.stale(&two(), &[Witness::Declarations]), ["Thing.old", "Other*"]);
    assert_eq!(allowed.stale(&two(), &[Witness::Recordings]), [""; 0]);
}

#[test]
fn every_explanation_has_a_reason() {
    let text = "[[allow]]\nfrom = \"recordings\"\nnames = [\"A.b\"]\nreason = \" \"";
    assert!(Allowed::parse(text).unwrap_err().contains("no reason"));
    assert!(Allowed::parse(&text.replace("reason = \" \"", "")).unwrap_err().contains("reason"));
    assert!(Allowed::parse(&text.replace("recordings", "hearsay")).is_err());
    Allowed::read(&crate::root()).unwrap();
}

#[test]
fn the_report_is_grouped_by_item() {
    let mut findings = two();
    findings.add(Witness::CommandLine, Kind::New, "--flag", "");
    let lines = "
The command line of the CLI against the SDK:
    new   --flag

The declarations against the schema:
  Thing
    new   a: a text
    gone  b
";
    assert_eq!(findings.report(), lines);
    assert_eq!(findings.summary(), "2 new, 1 gone, 0 of another type");
}

#[test]
fn a_folder_without_declarations_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert!(declared::of_folder(folder.path()).unwrap_err().contains("no declarations"));
    std::fs::write(folder.path().join("sdk.d.ts"), "type A = string;").unwrap();
    assert!(!declared::of_folder(folder.path()).unwrap().is_empty());
}
