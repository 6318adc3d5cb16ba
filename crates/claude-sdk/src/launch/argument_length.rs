//! Argument length: refuses arguments and variables that are longer than the system allows, before
//! the CLI is started.
//!
//! The total length is checked by the system, because its limit depends on the system's settings.
//! That error is `LaunchErrorKind::ArgumentsTooLong`.

use std::ffi::{OsStr, OsString};

use claude_transport::Launch;

use crate::error::{Precondition, Result};

/// The longest argument or variable that Linux allows, in bytes with the NUL at its end:
/// `MAX_ARG_STRLEN`.
const LONGEST: usize = 128 << 10;

/// Checks each argument and each variable that is set.
pub(crate) fn check(launch: &Launch) -> Result<()> {
    if !cfg!(target_os = "linux") {
        // Other systems only limit the total length.
        return Ok(());
    }
    let mut flag = OsStr::new("");
    for arg in &launch.args {
        if let Some(name) = flag_of(arg) {
            flag = name;
        }
        within(arg.len(), flag)?;
    }
    for (name, value) in launch.env.changes() {
        within(name.len() + 1 + value.map_or(0, OsStr::len), name)?;
    }
    Ok(())
}

fn within(length: usize, name: &OsStr) -> Result<()> {
    let bytes = length + 1;
    if bytes <= LONGEST {
        return Ok(());
    }
    let name = name.to_string_lossy().into_owned();
    Err(Precondition::ArgumentTooLong { name, bytes, limit: LONGEST }.into())
}

/// Returns the flag of an argument such as `--flag` or `--flag=value`.
fn flag_of(arg: &OsString) -> Option<&OsStr> {
    let text = arg.to_str()?;
    let flag = text.split_once('=').map_or(text, |(flag, _)| flag);
    flag.starts_with("--").then_some(OsStr::new(flag))
}

#[cfg(target_os = "linux")]
#[cfg(test)]
mod tests {
    use claude_transport::Environment;

    use super::*;

    fn too_long(launch: &Launch) -> (String, usize) {
        match check(launch).unwrap_err() {
            crate::error::Error::Precondition(Precondition::ArgumentTooLong {
                name,
                bytes,
                limit,
            }) => {
                assert_eq!(limit, 131_072);
                (name, bytes)
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn error_names_the_flag_of_a_long_argument() {
        let fits = "x".repeat(131_071);
        let launch = || Launch::new("claude").args(["--verbose", "--betas"]);
        check(&launch().arg(&fits)).unwrap();
        let long = format!("{fits}x");
        assert_eq!(too_long(&launch().arg(&long)), ("--betas".into(), 131_073));
        let joined = Launch::new("claude").arg(format!("--resume={fits}"));
        assert_eq!(too_long(&joined), ("--resume".into(), 131_081));
    }

    #[test]
    fn error_names_a_long_variable_without_its_value() {
        let env = |length| Environment::empty().set("NAME", "v".repeat(length));
        check(&Launch::new("claude").env(env(131_066))).unwrap();
        let launch = Launch::new("claude").env(env(131_067));
        assert_eq!(too_long(&launch), ("NAME".into(), 131_073));
        let shown = check(&launch).unwrap_err().to_string();
        assert_eq!(
            shown,
            "the value of `NAME` has 131073 bytes; the limit of the system is 131072 bytes"
        );
    }
}
