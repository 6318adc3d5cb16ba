//! Argument length: refuses arguments and variables that are longer than the system allows, before
//! the CLI is started.
//!
//! The error names the flag or the variable, so the caller knows what to change; that of the system
//! does not. Lengths are computed by pure functions for all systems, and tested on each.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};

use claude_transport::Launch;

use crate::error::{Precondition, Result};

/// The longest argument or variable that Linux allows, in bytes with the NUL at its end:
/// `MAX_ARG_STRLEN`.
const LONGEST: usize = 128 << 10;

/// The total that Linux allows at least, in bytes: `ARG_MAX`.
const LINUX_LEAST: usize = 128 << 10;

/// The total that Linux allows at most, in bytes, however large the stack may be.
const LINUX_MOST: usize = 6 << 20;

/// The total that macOS allows, in bytes: `ARG_MAX`.
const MACOS: usize = 1 << 20;

/// The longest command line that Windows allows, in UTF-16 units with the NUL at its end.
const WINDOWS: usize = 32_767;

/// What is added after the check, in bytes: the paths of private files, the ID of the run, and the
/// interpreter if the CLI is a script.
const SPARE: usize = 4096;

/// What a system limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    /// Each argument and variable, and their total, which depends on the size of the stack. `None`
    /// is an unlimited stack.
    Linux { stack: Option<u64> },
    /// The total of arguments and variables.
    MacOs,
    /// The command line. Variables do not count.
    Windows,
    /// The limits are not known.
    Other,
}

/// Checks the lengths of what is started on this system.
pub(crate) fn check(launch: &Launch) -> Result<()> {
    let system = if cfg!(any(target_os = "linux", target_os = "android")) {
        System::Linux { stack: stack() }
    } else if cfg!(target_os = "macos") {
        System::MacOs
    } else if cfg!(windows) {
        System::Windows
    } else {
        System::Other
    };
    check_on(system, launch, std::env::vars_os())
}

/// Returns the limit of the stack of this process in bytes, which the CLI inherits.
fn stack() -> Option<u64> {
    #[cfg(all(unix, feature = "process"))]
    return rustix::process::getrlimit(rustix::process::Resource::Stack).current;
    #[cfg(not(all(unix, feature = "process")))]
    None
}

/// Checks the lengths on a system and a host with the given variables.
fn check_on(
    system: System,
    launch: &Launch,
    host: impl IntoIterator<Item = (OsString, OsString)>,
) -> Result<()> {
    match system {
        System::Linux { stack } => {
            // Inherited variables are not longer: this process was started with them.
            let set = launch.env.changes().filter_map(|(name, value)| Some((name, value?)));
            let set = set.map(|(name, value)| (name, variable(name, value)));
            let too_long = parts(launch).chain(set).find(|(_, bytes)| *bytes > LONGEST);
            if let Some((name, bytes)) = too_long {
                let name = name.to_string_lossy().into_owned();
                return Err(Precondition::ArgumentTooLong { name, bytes, limit: LONGEST }.into());
            }
            total(launch, host, linux_limit(stack))
        }
        System::MacOs => total(launch, host, MACOS),
        System::Windows => {
            let units = named(launch).map(|(name, arg)| (name, windows_units(arg) + 1));
            let program = windows_units(launch.program.as_os_str()) + 2;
            let program = (launch.program.as_os_str(), program);
            within(std::iter::once(program).chain(units), WINDOWS - 1)
        }
        System::Other => Ok(()),
    }
}

/// Returns what Linux allows for arguments and variables, in bytes: a quarter of the stack.
fn linux_limit(stack: Option<u64>) -> usize {
    let quarter =
        stack.map_or(usize::MAX, |stack| usize::try_from(stack / 4).unwrap_or(usize::MAX));
    quarter.clamp(LINUX_LEAST, LINUX_MOST)
}

/// Checks the total of arguments and variables. Each also takes a pointer.
fn total(
    launch: &Launch,
    host: impl IntoIterator<Item = (OsString, OsString)>,
    limit: usize,
) -> Result<()> {
    let pointer = size_of::<usize>();
    let variables = variables(launch, host);
    let variables = variables.iter().map(|(name, bytes)| (name.as_os_str(), *bytes));
    // The path of the program counts twice: as the first argument, and as the name of the file.
    let path = launch.program.as_os_str();
    let program = std::iter::once((path, 2 * (path.len() + 1)));
    let all = program.chain(parts(launch)).chain(variables);
    within(all.map(|(name, bytes)| (name, bytes + pointer)), limit.saturating_sub(SPARE))
}

/// Returns the length of each variable of the child. Values are not copied: they may be secrets.
fn variables(
    launch: &Launch,
    host: impl IntoIterator<Item = (OsString, OsString)>,
) -> BTreeMap<OsString, usize> {
    let mut lengths = BTreeMap::new();
    let of = |(name, value): (OsString, OsString)| {
        let bytes = variable(&name, &value);
        (name, bytes)
    };
    lengths.extend(host.into_iter().filter(|(name, _)| launch.env.inherits(name)).map(of));
    for (name, value) in launch.env.changes() {
        match value {
            Some(value) => lengths.insert(name.into(), variable(name, value)),
            None => lengths.remove(name),
        };
    }
    lengths
}

/// Checks a sum. The error names the flag or the variable with the largest part of it.
fn within<'l>(parts: impl Iterator<Item = (&'l OsStr, usize)>, limit: usize) -> Result<()> {
    let mut of_names: BTreeMap<&OsStr, usize> = BTreeMap::new();
    for (name, length) in parts {
        *of_names.entry(name).or_default() += length;
    }
    let sum: usize = of_names.values().sum();
    let largest = of_names.iter().max_by_key(|(_, length)| **length);
    match largest {
        Some((name, length)) if sum > limit => Err(Precondition::ArgumentsTooLong {
            name: name.to_string_lossy().into_owned(),
            length: *length,
            total: sum,
            limit,
        }
        .into()),
        _ => Ok(()),
    }
}

/// Returns each argument with the flag that it belongs to.
fn named(launch: &Launch) -> impl Iterator<Item = (&OsStr, &OsStr)> {
    let mut flag = OsStr::new("");
    launch.args.iter().map(move |arg| {
        if let Some(name) = flag_of(arg) {
            flag = name;
        }
        (flag, arg.as_os_str())
    })
}

/// Returns the length of each argument in bytes, with the NUL at its end.
fn parts(launch: &Launch) -> impl Iterator<Item = (&OsStr, usize)> {
    named(launch).map(|(name, arg)| (name, arg.len() + 1))
}

/// Returns the length of a variable in bytes: `NAME=value` and a NUL.
fn variable(name: &OsStr, value: &OsStr) -> usize {
    name.len() + 1 + value.len() + 1
}

/// Returns the flag of an argument such as `--flag` or `--flag=value`.
fn flag_of(arg: &OsString) -> Option<&OsStr> {
    let text = arg.to_str()?;
    let flag = text.split_once('=').map_or(text, |(flag, _)| flag);
    flag.starts_with("--").then_some(OsStr::new(flag))
}

/// Returns the length of an argument on the command line of Windows, in UTF-16 units: with quotes if
/// it needs them, and with the backslashes that they need.
fn windows_units(arg: &OsStr) -> usize {
    // What is not Unicode takes at most as many units as a replacement character has bytes.
    let text = arg.to_string_lossy();
    let mut units = if text.is_empty() || text.contains([' ', '\t']) { 2 } else { 0 };
    let is_quoted = units > 0;
    let mut backslashes = 0;
    for c in text.chars() {
        units += c.len_utf16();
        match c {
            '\\' => backslashes += 1,
            '"' => units += std::mem::take(&mut backslashes) + 1,
            _ => backslashes = 0,
        }
    }
    // Backslashes before the final quote are doubled.
    if is_quoted { units + backslashes } else { units }
}

#[cfg(test)]
mod tests;
