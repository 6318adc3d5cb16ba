//! Commands: a caller that changes what is started, and limits of the process.

use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use claude_sdk::error::ExitCause;
use claude_sdk::limits::{Deadlines, ResourceLimits};
use claude_sdk::transport::{Launch, LaunchErrorKind};
use claude_sdk::{Client, Error, ErrorKind, Options, query};

use super::stage::{bounded, closing_within, echo, everywhere, options};

/// Starts the command of a launch as the last arguments of another program.
fn under(program: &str, args: &[&str], launch: Launch) -> Launch {
    let mut wrapped = launch.clone();
    wrapped.program = program.into();
    let own = args.iter().map(Into::into);
    wrapped.args = own.chain([launch.program.into_os_string()]).chain(launch.args).collect();
    wrapped
}

#[test]
fn the_cli_runs_under_the_command_of_the_caller() {
    everywhere(async || {
        let folder = tempfile::tempdir().unwrap();
        let seen = folder.path().join("arguments");
        // The shell writes its arguments and the content of the settings file, then becomes the CLI.
        let script = format!(
            "for last; do printf '%s\\n' \"$last\"; done >{0}; cat \"${{last#--settings=}}\" >>{0}; \
             exec \"$@\"",
            seen.display()
        );
        let options = echo()
            .settings(r#"{"model":"wrapped"}"#)
            .wrap_command(move |launch| under("/bin/sh", &["-c", &script, "wrapper"], launch));
        let text = bounded(query("hello", options).text()).await.unwrap();
        assert!(text.contains("hello"), "{text}");
        let seen = std::fs::read_to_string(seen).unwrap();
        let lines: Vec<_> = seen.lines().collect();
        assert_eq!(lines[0], env!("CARGO_BIN_EXE_mock-claude"));
        assert!(lines.contains(&"--output-format"), "{seen}");
        // The path of the private file comes last, and its content can be read.
        assert!(lines[lines.len() - 2].starts_with("--settings=/"), "{seen}");
        assert_eq!(lines[lines.len() - 1], r#"{"model":"wrapped"}"#);
    });
}

#[test]
fn a_command_that_cannot_be_started_is_named() {
    everywhere(async || {
        let options = echo().wrap_command(|launch| under("/nowhere/bwrap", &[], launch));
        let error = bounded(Client::connect(options)).await.unwrap_err();
        let Error::Launch { program, kind, wrapped: true, .. } = &error else {
            panic!("{error:?}")
        };
        assert_eq!((program.to_str(), *kind), (Some("/nowhere/bwrap"), LaunchErrorKind::NotFound));
        assert!(error.hint().contains("wrap_command"), "{}", error.hint());
        assert!(error.to_string().contains("wrap_command"), "{error}");
    });
}

#[test]
fn a_function_that_panics_fails_the_start() {
    everywhere(async || {
        let options = echo().wrap_command(|_| panic!("no container today"));
        let error = bounded(Client::connect(options)).await.unwrap_err();
        assert!(matches!(error, Error::Options { .. }), "{error:?}");
        assert!(error.to_string().contains("wrap_command"), "{error}");
    });
}

#[test]
fn the_command_may_change_the_environment_and_the_directory() {
    everywhere(async || {
        let folder = tempfile::tempdir().unwrap().keep();
        let options = echo().wrap_command({
            let folder = folder.clone();
            move |mut launch: Launch| {
                launch.cwd = Some(folder.clone());
                launch.env =
                    launch.env.set("MOCK_CLAUDE_STEPS", "expect user; text \"set\"; result");
                launch
            }
        });
        assert_eq!(bounded(query("x", options).text()).await.unwrap(), "set");
        std::fs::remove_dir_all(folder).unwrap();
    });
}

fn script(folder: &tempfile::TempDir, text: &str) -> Options {
    let file = folder.path().join("claude");
    std::fs::write(&file, format!("#!/bin/sh\n{text}\n")).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    Options::default().cli_path(file)
}

#[test]
fn a_cli_that_uses_up_its_cpu_time_fails_with_that_cause() {
    everywhere(async || {
        let folder = tempfile::tempdir().unwrap();
        let limits = ResourceLimits::new().cpu_time(Duration::from_secs(1));
        let options = script(&folder, "while :; do :; done").resource_limits(limits);
        let error = bounded(Client::connect(options)).await.unwrap_err();
        let Error::Exited { cause, status, .. } = &error else { panic!("{error:?}") };
        assert_eq!((*cause, error.kind()), (ExitCause::CpuLimit, ErrorKind::ResourceExhaustion));
        assert!(status.contains("CPU time"), "{status}");
    });
}

#[test]
fn limits_hold_while_a_session_works() {
    everywhere(async || {
        let limits = ResourceLimits::new().open_files(64).address_space(8 << 30).nice(15);
        let client = bounded(Client::connect(echo().resource_limits(limits))).await.unwrap();
        let id = client.process_tree().await.unwrap();
        assert_eq!(id.processes, 1, "{id:?}");
        let text = bounded(async { client.send("hello").await?.text().await }).await.unwrap();
        assert!(text.contains("hello"), "{text}");
        client.close().await.unwrap();
        assert_eq!(client.process_tree().await, None, "it has exited");
    });
}

#[test]
fn limits_that_no_program_can_run_with_are_refused_before_the_start() {
    everywhere(async || {
        for (limits, expected) in [
            (ResourceLimits::new().open_files(0), "`open_files` must be greater than 0"),
            (ResourceLimits::new().address_space(0), "`address_space` must be greater than 0"),
            (ResourceLimits::new().cpu_time(Duration::ZERO), "`cpu_time` must be greater than 0"),
            (ResourceLimits::new().nice(20), "`nice` must be from -20 to 19, got 20"),
        ] {
            let error = bounded(Client::connect(echo().resource_limits(limits))).await.unwrap_err();
            assert!(matches!(error, Error::Options { .. }), "{error:?}");
            assert!(error.to_string().ends_with(expected), "{error}");
        }
    });
}

#[test]
fn a_session_ends_at_its_deadline_with_a_timeout() {
    everywhere(async || {
        let mut deadlines: Deadlines = closing_within(Duration::from_secs(10));
        deadlines.session = Some(Duration::from_millis(300));
        let hangs = options("expect user; text \"begun\"; hang").deadlines(deadlines);
        let client = bounded(Client::connect(hangs)).await.unwrap();
        let error = bounded(async { client.send("x").await?.text().await }).await.unwrap_err();
        let Error::Timeout { after, .. } = &error else { panic!("{error:?}") };
        assert_eq!(*after, Duration::from_millis(300));
        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert!(error.to_string().contains("session"), "{error}");
    });
}
