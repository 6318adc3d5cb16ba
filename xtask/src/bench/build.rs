//! Build: what it costs a user to build against the SDK, beside another SDK in the same run.
//!
//! A program of nine lines is built clean and again after a change, in release and in debug, in new
//! folders below `target/`. It takes some minutes and needs the network once, so `ci` leaves it out.

use std::fs;
use std::path::Path;
use std::time::Duration;

use super::hello::{self, HELLOS, Hello};
use super::timed::{self, Took};
use crate::Outcome;
use crate::metadata::Metadata;
use crate::run::Task;

/// What is aimed at on two cores, in the order of [`Cost::cells`].
const GOALS: [&str; 6] = ["70", "3", "45", "", "3.5", ""];

const HEADS: [&str; 6] = [
    "release, clean (wall / CPU, s)",
    "release, after a touch (wall / CPU, s)",
    "debug, clean (wall / CPU, s)",
    "debug, after a touch (wall / CPU, s)",
    "release, stripped (MB)",
    "target folder (MB)",
];

/// What one program costs.
struct Cost {
    release: Took,
    release_touched: Took,
    debug: Took,
    debug_touched: Took,
    stripped: u64,
    target: u64,
}

/// Builds all programs and prints the table.
pub(crate) fn run() -> Outcome {
    let folder = Metadata::members_only()?.target_directory.join("bench-build");
    let costs: Vec<_> = HELLOS
        .iter()
        .map(|hello| Ok((hello.name, cost(hello, &folder)?)))
        .collect::<Outcome<_>>()?;
    print!("{}", table(&costs));
    Ok(())
}

fn cost(hello: &Hello, within: &Path) -> Outcome<Cost> {
    let folder = hello.write(within)?;
    // What is downloaded is no part of a build.
    Task::cargo(&["fetch", "--quiet"]).dir(&folder).run()?;
    let build = |mode: &[&str]| {
        let args = [&["build", "--quiet", "--offline"], mode].concat();
        println!("{}: cargo {}", hello.name, args.join(" "));
        timed::cargo(&folder, &args)
    };
    let release = build(&["--release"])?;
    touch(&folder)?;
    let release_touched = build(&["--release"])?;
    let stripped = stripped(&folder)?;
    let debug = build(&[])?;
    touch(&folder)?;
    let debug_touched = build(&[])?;
    let target = size(&folder.join("target")).map_err(|error| error.to_string())?;
    hello::remove(&folder.join("target")).map_err(|error| error.to_string())?;
    Ok(Cost { release, release_touched, debug, debug_touched, stripped, target })
}

/// Changes the program as an editor that saves it does.
fn touch(folder: &Path) -> Outcome {
    let file = folder.join("src/main.rs");
    let text = fs::read_to_string(&file).map_err(|error| error.to_string())?;
    fs::write(&file, text + "\n").map_err(|error| error.to_string())
}

fn stripped(folder: &Path) -> Outcome<u64> {
    let program = folder.join("target/release/hello");
    let stripped = folder.join("target/hello-stripped");
    Task::new("strip").args(["-o".as_ref(), stripped.as_os_str(), program.as_os_str()]).run()?;
    fs::metadata(&stripped).map(|data| data.len()).map_err(|error| error.to_string())
}

/// The bytes of all files below a folder; links count once.
fn size(folder: &Path) -> std::io::Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let data = entry.metadata()?;
        sum += if data.is_dir() { size(&entry.path())? } else { data.len() };
    }
    Ok(sum)
}

impl Cost {
    fn cells(&self) -> [String; 6] {
        let took = |took: Took| format!("{} / {}", seconds(took.wall), seconds(took.cpu));
        [
            took(self.release),
            took(self.release_touched),
            took(self.debug),
            took(self.debug_touched),
            megabytes(self.stripped),
            megabytes(self.target),
        ]
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64())
}

fn megabytes(bytes: u64) -> String {
    format!("{}.{}", bytes / 1_000_000, bytes / 100_000 % 10)
}

/// The table, as Markdown.
fn table(costs: &[(&str, Cost)]) -> String {
    let names: Vec<_> = costs.iter().map(|(name, _)| *name).collect();
    let columns: Vec<_> = costs.iter().map(|(_, cost)| cost.cells()).collect();
    let mut text = format!("\n| | {} | goal |\n|---|", names.join(" | "));
    text.push_str(&"---|".repeat(names.len() + 1));
    text.push('\n');
    for (row, (head, goal)) in HEADS.iter().zip(GOALS).enumerate() {
        let cells: Vec<_> = columns.iter().map(|column| column[row].as_str()).collect();
        text.push_str(&format!("| {head} | {} | {goal} |\n", cells.join(" | ")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_row_for_each_cost_with_its_goal() {
        let took = Took { wall: Duration::from_millis(1234), cpu: Duration::from_secs(5) };
        let cost = Cost {
            release: took,
            release_touched: took,
            debug: took,
            debug_touched: took,
            stripped: 3_456_789,
            target: 1_000_000_000,
        };
        let text = table(&[("ours", cost)]);
        assert!(text.contains("| release, clean (wall / CPU, s) | 1.2 / 5.0 | 70 |"), "{text}");
        assert!(text.contains("| release, stripped (MB) | 3.4 | 3.5 |"), "{text}");
        assert_eq!(text.lines().filter(|line| line.starts_with('|')).count(), 8);
    }
}
