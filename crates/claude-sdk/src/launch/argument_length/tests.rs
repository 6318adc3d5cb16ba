//! Argument length: the limits of each system, and what the errors name.

use claude_transport::Environment;

use super::*;
use crate::error::Error;

const LINUX: System = System::Linux { stack: Some(8 << 20) };

fn on(system: System, launch: &Launch) -> Result<()> {
    check_on(system, launch, [])
}

#[track_caller]
fn one_too_long(launch: &Launch) -> (String, usize) {
    match on(LINUX, launch).unwrap_err() {
        Error::Precondition(Precondition::ArgumentTooLong { name, bytes, limit }) => {
            assert_eq!(limit, 131_072);
            (name, bytes)
        }
        other => panic!("{other:?}"),
    }
}

/// Returns what the error names: the name, its length, the total and the limit.
#[track_caller]
fn all_too_long(result: Result<()>) -> (String, usize, usize, usize) {
    match result.unwrap_err() {
        Error::Precondition(Precondition::ArgumentsTooLong { name, length, total, limit }) => {
            (name, length, total, limit)
        }
        other => panic!("{other:?}"),
    }
}

fn claude() -> Launch {
    Launch::new("claude").env(Environment::empty())
}

#[test]
fn error_names_the_flag_of_a_long_argument() {
    let fits = "x".repeat(131_071);
    let launch = || claude().args(["--verbose", "--betas"]);
    on(LINUX, &launch().arg(&fits)).unwrap();
    assert_eq!(one_too_long(&launch().arg(format!("{fits}x"))), ("--betas".into(), 131_073));
    let joined = claude().arg(format!("--resume={fits}"));
    assert_eq!(one_too_long(&joined), ("--resume".into(), 131_081));
}

#[test]
fn error_names_a_long_variable_without_its_value() {
    let env = |length| claude().env(Environment::empty().set("NAME", "v".repeat(length)));
    on(LINUX, &env(131_066)).unwrap();
    assert_eq!(one_too_long(&env(131_067)), ("NAME".into(), 131_073));
    assert_eq!(
        on(LINUX, &env(131_067)).unwrap_err().to_string(),
        "the value of `NAME` has 131073 bytes; the limit of the system is 131072 bytes"
    );
}

/// A quarter of the stack, between 128 KiB and 6 MiB.
#[test]
fn linux_limits_the_total_by_the_stack() {
    for (stack, limit) in [
        (Some(8 << 20), 2 << 20),
        (Some(16 << 20), 4 << 20),
        (Some(1 << 30), 6 << 20),
        (Some(4096), 128 << 10),
        (None, 6 << 20),
    ] {
        assert_eq!(linux_limit(stack), limit, "{stack:?}");
    }
}

#[test]
fn error_names_the_flag_with_the_largest_sum() {
    let path = "/".repeat(1000);
    let dirs = |count: usize| {
        let dirs = (0..count).flat_map(|_| ["--add-dir".to_owned(), path.clone()]);
        claude().args(dirs).args(["--betas".to_owned(), "x".repeat(50_000)])
    };
    on(LINUX, &dirs(1900)).unwrap();
    let (name, length, total, limit) = all_too_long(on(LINUX, &dirs(2100)));
    // Each directory has 10 and 1001 bytes, and two pointers.
    assert_eq!((name.as_str(), length), ("--add-dir", 2100 * (1011 + 16)));
    assert_eq!(limit, (2 << 20) - SPARE);
    assert!(total > length + 50_000 && total < length + 51_000, "{total}");
    let shown = on(LINUX, &dirs(2100)).unwrap_err().to_string();
    assert_eq!(
        shown,
        format!(
            "the arguments and variables have {total} bytes; the limit of the system is {limit} \
             bytes, and `--add-dir` has the most, {length}"
        )
    );
    assert_eq!(all_too_long(on(System::MacOs, &dirs(1200))).0, "--add-dir");
    on(System::Other, &dirs(20_000)).unwrap();
}

#[test]
fn inherited_variables_count() {
    let host = |count: usize| {
        (0..count).map(|n| (OsString::from(format!("V{n:04}")), OsString::from("x".repeat(1000))))
    };
    let inherits = Launch::new("claude").env(Environment::inherit().remove("V0001"));
    check_on(LINUX, &inherits, host(2000)).unwrap();
    let error = all_too_long(check_on(LINUX, &inherits, host(2200)));
    assert_eq!(error.1, 5 + 1 + 1000 + 1 + size_of::<usize>());
    // A child that inherits nothing has no such problem.
    check_on(LINUX, &claude(), host(2200)).unwrap();
    // Windows does not count them.
    check_on(System::Windows, &inherits, host(2200)).unwrap();
}

#[test]
fn windows_counts_the_quoted_command_line() {
    let units = |text: &str| windows_units(OsStr::new(text));
    for (text, expected) in [
        ("abc", 3),
        ("", 2),
        ("a b", 5),
        ("a\tb", 5),
        (r#"a"b"#, 4),
        (r#"a\"b"#, 6),
        (r"a\b", 3),
        (r"a b\", 7),
        (r"a\", 2),
        ("ä", 1),
        ("🦀", 2),
    ] {
        assert_eq!(units(text), expected, "{text:?}");
    }
    let fits = claude().args(["--model".to_owned(), "m".repeat(32_749)]);
    // "claude" --model m…
    on(System::Windows, &fits).unwrap();
    let long = all_too_long(on(System::Windows, &fits.arg("x")));
    assert_eq!((long.0.as_str(), long.2, long.3), ("--model", 32_768, 32_766));
}

/// The real limit: what passes the check can be started, and what is a little longer cannot.
#[cfg(all(target_os = "linux", feature = "process"))]
#[tokio::test]
async fn what_passes_can_be_started_on_this_system() {
    use claude_transport::{Connector as _, LaunchErrorKind, Spawner, TransportError};
    let limit = linux_limit(stack());
    let filled = |bytes: usize| {
        let args = std::iter::repeat_n("x".repeat(100_000), bytes / 100_009);
        let launch = Launch::new("/bin/true").args(args).env(Environment::empty());
        launch.arg("y".repeat(bytes % 100_009))
    };
    let (mut fits, mut refused) = (0, limit * 2);
    while refused - fits > 1 {
        let middle = (fits + refused) / 2;
        match check(&filled(middle)) {
            Ok(()) => fits = middle,
            Err(_) => refused = middle,
        }
    }
    Spawner.connect(&filled(fits)).unwrap();
    // The reserve is the only difference to the system's own limit.
    match Spawner.connect(&filled(refused + SPARE)) {
        Err(TransportError::Launch { kind, .. }) => {
            assert_eq!(kind, LaunchErrorKind::ArgumentsTooLong);
        }
        other => panic!("it was started: {}", other.is_ok()),
    }
}
