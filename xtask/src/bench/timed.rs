//! Timed: runs cargo to its end, and says how long it took and how much CPU time it used.
//!
//! The CPU time is that of all processes below cargo, as the shell's `times` tells it. It is the
//! one to compare where other work shares the machine.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::run::Task;

/// What a build took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Took {
    pub(super) wall: Duration,
    pub(super) cpu: Duration,
}

/// Runs cargo in a folder, with nothing but the given arguments.
pub(super) fn cargo(folder: &Path, args: &[&str]) -> Outcome<Took> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let script = r#""$@" || exit; times"#;
    let begun = Instant::now();
    let task = Task::new("sh").args(["-c", script, "sh"]).args([cargo]).args(args).dir(folder);
    // Flags of the caller would build something else.
    let (done, printed) = ["RUSTFLAGS", "CARGO_TARGET_DIR", "CARGO_ENCODED_RUSTFLAGS"]
        .into_iter()
        .fold(task, Task::without_env)
        .outcome()?;
    let wall = begun.elapsed();
    if !done {
        return Err(format!("`cargo {}` failed in {}", args.join(" "), folder.display()));
    }
    let cpu = cpu(&printed).ok_or_else(|| format!("`times` printed {printed:?}"))?;
    Ok(Took { wall, cpu })
}

/// Reads what `times` prints: user and system time of the shell, then of its children.
fn cpu(printed: &str) -> Option<Duration> {
    let mut last = printed.lines().last()?.split_whitespace().map(span);
    let (user, system) = (last.next()??, last.next()??);
    Some(user + system)
}

/// Reads `1m2.345s`.
fn span(text: &str) -> Option<Duration> {
    let (minutes, seconds) = text.strip_suffix('s')?.split_once('m')?;
    let (minutes, seconds): (u32, f64) = (minutes.parse().ok()?, seconds.parse().ok()?);
    Duration::try_from_secs_f64(f64::from(minutes) * 60.0 + seconds).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_of_times_is_that_of_the_children() {
        let printed = "0m0.001s 0m0.002s\n2m3.500s 0m4.250s\n";
        assert_eq!(cpu(printed), Some(Duration::from_millis(127_750)));
        assert_eq!(cpu("0m0.001s"), None);
        assert_eq!(cpu("never"), None);
    }
}
