//! Checks the session files of a directory, and repairs them with `--repair`.
//!
//! Run: `cargo run -p claude-transcripts --example doctor [--repair] [DIRECTORY]`. It reads files only:
//! it needs no CLI and no login. A repair keeps the old file as `ID.jsonl.before-TIME`.
//!
//! Runs unattended: no CLI.
//!
//! Expected output: what is found in each session and its subagents, and at last how many are healthy.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example prints")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use claude_transcripts::{Home, Repairs, Scope, Severity, Transcript};

/// What was found in all files.
#[derive(Default)]
struct Tally {
    healthy: usize,
    with_notes: usize,
    with_faults: usize,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let (mut is_repair, mut directory) = (false, std::env::current_dir()?);
    for argument in std::env::args_os().skip(1) {
        if argument == "--repair" {
            is_repair = true;
        } else {
            directory = PathBuf::from(argument);
        }
    }
    let home = Home::find()?;
    let list = home.list(&Scope::directory(&directory)).run()?;
    let mut tally = Tally::default();
    for session in &list.sessions {
        let transcript = Transcript::at(&session.path);
        check(&transcript, is_repair, &mut tally);
        for subagent in transcript.subagents()? {
            check(&Transcript::at(subagent.path), is_repair, &mut tally);
        }
    }
    let Tally { healthy, with_notes, with_faults } = tally;
    println!(
        "{healthy} files without a finding, {with_notes} with notes, {with_faults} with faults"
    );
    Ok(if with_faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Checks a file. A file that cannot be checked does not stop the others.
fn check(transcript: &Transcript, is_repair: bool, tally: &mut Tally) {
    let report = match transcript.doctor() {
        Ok(report) => report,
        Err(error) => {
            eprintln!("{error}");
            tally.with_faults += 1;
            return;
        }
    };
    match report.severity() {
        None => tally.healthy += 1,
        Some(Severity::Fault) => tally.with_faults += 1,
        Some(_) => tally.with_notes += 1,
    }
    if report.findings.is_empty() {
        return;
    }
    println!("{}", report.path().display());
    for finding in &report.findings {
        let severity = if finding.severity() == Severity::Fault { "fault" } else { "note" };
        println!("  {severity}: {finding}");
    }
    if report.left_out > 0 {
        println!("  and {} more", report.left_out);
    }
    if is_repair {
        match report.repair(&Repairs::safe()) {
            Ok(done) => match &done.before {
                Some(before) => println!(
                    "  repaired: {} lines removed, {} changed, {} added; the old file is `{}`",
                    done.removed,
                    done.changed,
                    done.added,
                    name(before)
                ),
                None => println!("  the content needs no repair"),
            },
            Err(error) => println!("  not repaired: {error}"),
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
