//! The process of the real CLI: resource limits, other commands, preflight, and its tree.

use std::time::Duration;

use claude_sdk::error::ExitCause;
use claude_sdk::limits::{Deadlines, ResourceLimits};
use claude_sdk::preflight::Finding;
use claude_sdk::{Client, Error, Options, PermissionMode, preflight, query};
use claude_testkit::fake_api::{Block, Turn};
use serde_json::json;

use super::lab::{Lab, expect};

/// The least that is documented for `Options::resource_limits`.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_cli_works_within_small_limits_and_so_do_its_tools() {
    let limits = ResourceLimits::new()
        .address_space(1 << 30)
        .open_files(64)
        .cpu_time(Duration::from_secs(60))
        .nice(19);
    let command = "ulimit -n >files; ulimit -v >memory; ulimit -S -t >cpu; nice >nice";
    let tool = Block::tool("Bash", json!({ "command": command }));
    let Some(lab) = Lab::new([Turn::blocks([tool]), Turn::text("done")]).await else { return };
    let options = lab.options().resource_limits(limits).allow_tools(["Bash"]);
    assert_eq!(expect(query("go", options).text().await), "done");
    let read = |name: &str| std::fs::read_to_string(lab.file(name)).unwrap().trim().to_owned();
    assert_eq!([read("files"), read("memory"), read("cpu")], ["64", "1048576", "60"]);
    assert_eq!(read("nice"), "19");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_cli_that_gets_no_memory_names_the_limit() {
    let Some(lab) = Lab::new([Turn::text("never")]).await else { return };
    let limits = ResourceLimits::new().address_space(400 << 20);
    let error = query("x", lab.options().resource_limits(limits)).text().await.unwrap_err();
    let Error::Exited { cause, .. } = &error else { panic!("{error:?}") };
    assert_eq!(*cause, ExitCause::MemoryLimit, "{error}");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_cli_that_may_open_too_few_files_says_so() {
    let Some(lab) = Lab::new([Turn::text("never")]).await else { return };
    let limits = ResourceLimits::new().open_files(6);
    let error = query("x", lab.options().resource_limits(limits)).text().await.unwrap_err();
    let Error::Exited { cause, .. } = &error else { panic!("{error:?}") };
    assert_eq!(*cause, ExitCause::OpenFiles, "{error}");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_cli_at_its_cpu_time_names_the_limit() {
    let Some(lab) = Lab::new([Turn::text("again").forever()]).await else { return };
    let limits = ResourceLimits::new().cpu_time(Duration::from_secs(1));
    let client = expect(Client::connect(lab.options().resource_limits(limits)).await);
    // Each turn takes some of the second. 200 are more than enough.
    for _ in 0..200 {
        let Err(error) = async { client.send("x").await?.text().await }.await else { continue };
        let Error::Exited { cause, .. } = &error else { panic!("{error:?}") };
        assert_eq!(*cause, ExitCause::CpuLimit, "{error}");
        return;
    }
    panic!("it never reached the limit");
}

#[tokio::test]
async fn the_cli_runs_under_another_command_with_its_settings() {
    let Some(lab) = Lab::new([Turn::text("wrapped")]).await else { return };
    let options = lab.options().settings(r#"{"env":{"FROM":"settings"}}"#).wrap_command(|launch| {
        let mut wrapped = launch.clone();
        wrapped.program = "/usr/bin/env".into();
        let cli = launch.program.into_os_string();
        wrapped.args = ["WRAPPED=1".into(), cli].into_iter().chain(launch.args).collect();
        wrapped
    });
    assert_eq!(expect(query("go", options).text().await), "wrapped");
}

#[tokio::test]
async fn a_preflight_of_the_lab_finds_what_is_wrong_and_nothing_else() {
    let Some(lab) = Lab::new([Turn::text("never")]).await else { return };
    let report = preflight(&lab.options()).await;
    assert!(report.is_ready(), "{report}");
    assert!(report.version.is_some());
    let logged_out = preflight(&lab.options().env("ANTHROPIC_API_KEY", "")).await;
    assert!(!logged_out.is_ready());
    let is_logged_out = |finding: &Finding| matches!(finding, Finding::LoggedOut);
    assert!(logged_out.findings.iter().any(is_logged_out), "{logged_out}");
    assert_eq!(lab.asked().len(), 0);
}

/// The finding and the refusal of the CLI agree, as whichever user this runs.
#[cfg(unix)]
#[tokio::test]
async fn the_cli_refuses_to_root_what_a_preflight_finds() {
    let Some(lab) = Lab::new([Turn::text("one"), Turn::text("two"), Turn::text("three")]).await
    else {
        return;
    };
    let allowed = lab.options().allow_bypass(true);
    let chosen = allowed.clone().permission_mode(PermissionMode::BypassPermissions);
    let sandbox = chosen.clone().env("IS_SANDBOX", "1");
    for options in [allowed, chosen, sandbox] {
        let is_root = |finding: &Finding| matches!(finding, Finding::RootBypass);
        let found = preflight(&options).await.findings.iter().any(is_root);
        let refused = match query("x", options).text().await {
            Ok(_) => false,
            Err(Error::Exited { cause, .. }) => cause == ExitCause::RootRefused,
            Err(other) => panic!("{other:?}"),
        };
        assert_eq!(found, refused);
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_tree_of_a_session_has_its_memory() {
    let Some(lab) = Lab::new([Turn::text("hi")]).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    expect(expect(client.send("hello").await).text().await);
    let tree = client.process_tree().await.unwrap();
    assert!(tree.processes >= 1 && tree.memory() > 20 << 20, "{tree:?}");
    expect(client.close().await);
    assert_eq!(client.process_tree().await, None);
}

/// A turn that never ends is interrupted at the deadline of the session, so it has a result.
#[tokio::test]
async fn a_session_is_closed_at_its_deadline() {
    let sleep = Block::tool("Bash", json!({ "command": "touch begun; sleep 300" }));
    let Some(lab) = Lab::new([Turn::blocks([sleep]), Turn::text("never")]).await else { return };
    let mut deadlines = Deadlines::default();
    deadlines.session = Some(Duration::from_secs(4));
    let options: Options = lab.options().allow_tools(["Bash"]).deadlines(deadlines);
    let client = expect(Client::connect(options).await);
    let result = expect(client.send("go").await).result().await;
    assert!(lab.left_trace("begun"));
    let error = result.unwrap_err();
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
    let error = client.close().await.unwrap_err();
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
}
