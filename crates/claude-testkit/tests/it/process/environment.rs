//! Environment: what a CLI gets that inherits nothing, on the system of the test.

use claude_sdk::options::EnvPolicy;
use claude_sdk::{Options, query};

use super::stage::{echo, everywhere};

/// The other tests start the mock with such an environment.
#[test]
fn a_cli_that_inherits_nothing_gets_what_its_system_needs() {
    let options = Options::default().env_policy(EnvPolicy::Clear);
    let environment = options.environment(std::env::vars_os());
    let names = environment.keys().map(|name| name.to_string_lossy().to_lowercase());
    let own = |name: &String| name.starts_with("claude") || name == "disable_autoupdater";
    let mut names: Vec<_> = names.filter(|name| !own(name)).collect();
    names.sort();
    let expected: &[&str] =
        if cfg!(windows) { &["systemdrive", "systemroot", "windir"] } else { &[] };
    assert_eq!(names, expected);
}

#[test]
fn a_cli_that_inherits_one_name_in_another_case_starts() {
    everywhere(async || {
        // Windows calls it `Path`.
        let options = echo().env_policy(EnvPolicy::allow(["PATH"]));
        let is_path = |name: &std::ffi::OsStr| name.eq_ignore_ascii_case("PATH");
        let environment = options.environment(std::env::vars_os());
        assert!(environment.keys().any(|name| is_path(name)));
        assert_eq!(query("x", options).text().await.unwrap(), "You said: x");
    });
}
