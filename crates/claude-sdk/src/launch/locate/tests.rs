//! Where the CLI is looked for, on a file system of the test's own.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{VARIABLE, find, first, places};
use crate::error::{Error, ErrorKind};
use crate::options::Options;

/// Variables for `places`.
fn variables(of: &'static [(&'static str, &'static str)]) -> impl Fn(&str) -> Option<OsString> {
    move |name| of.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into())
}

/// Puts a file there; on Unix executable or not.
fn put(folder: &Path, name: &str, executable: bool) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "").unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = if executable { 0o755 } else { 0o644 };
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    }
    #[cfg(not(unix))]
    let _ = executable;
    path
}

/// Options for a host with this `PATH` and this home, whatever the real host has.
fn host(path: &[&Path], home: &Path) -> Options {
    let path = std::env::join_paths(path).unwrap().into_string().unwrap();
    let home = home.to_str().unwrap();
    Options::default().env("PATH", path).env("HOME", home).env(VARIABLE, "")
}

#[cfg(unix)]
#[test]
fn the_places_in_order() {
    let places = places(variables(&[("PATH", "/one:/two"), ("HOME", "/home/me")]));
    let places: Vec<_> = places.iter().map(|place| place.to_str().unwrap()).collect();
    expect_test::expect![[r#"
        /one/claude
        /two/claude
        /home/me/.local/bin/claude
        /home/me/.claude/local/claude
        /home/me/.npm-global/bin/claude
        /home/me/.yarn/bin/claude
        /home/me/node_modules/.bin/claude
        /usr/local/bin/claude
        /opt/homebrew/bin/claude
        /usr/bin/claude"#]]
    .assert_eq(&places.join("\n"));
}

#[cfg(unix)]
#[test]
fn the_working_directory_is_never_searched() {
    let places = places(variables(&[("PATH", ":.:bin:/two:../up:"), ("HOME", "home")]));
    assert_eq!(places[0], Path::new("/two/claude"));
    assert!(places.iter().all(|place| place.is_absolute()), "{places:?}");
}

#[test]
fn the_variable_names_the_only_place() {
    let set = variables(&[(VARIABLE, "/my/claude"), ("PATH", "/one"), ("HOME", "/home/me")]);
    assert_eq!(places(set), [Path::new("/my/claude")]);
}

#[tokio::test]
async fn options_come_first_and_are_not_questioned() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "claude", true);
    let options = host(&[folder.path()], folder.path()).env(VARIABLE, "/from/variable");
    let found = find(&options.cli_path("/not/there")).await.unwrap();
    assert_eq!(found, Path::new("/not/there"));
}

#[tokio::test]
async fn the_variable_comes_before_the_path_and_the_path_before_the_home() {
    let folder = TempDir::new().unwrap();
    let (bin, home) = (folder.path().join("bin"), folder.path().join("home"));
    let at_home = put(&home, ".local/bin/claude", true);
    let options = host(&[&bin], &home);
    assert_eq!(find(&options).await.unwrap(), at_home);

    let on_path = put(&bin, "claude", true);
    assert_eq!(find(&options).await.unwrap(), on_path);

    let named = put(folder.path(), "my-claude", true);
    let options = options.env(VARIABLE, named.to_str().unwrap());
    assert_eq!(find(&options).await.unwrap(), named);
}

#[tokio::test]
async fn a_variable_that_names_nothing_is_an_error_and_no_reason_to_search() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "claude", true);
    let missing = folder.path().join("missing");
    let options = host(&[folder.path()], folder.path()).env(VARIABLE, missing.to_str().unwrap());
    let Err(Error::CliNotFound { tried }) = find(&options).await else { panic!() };
    assert_eq!(tried, [missing]);
}

#[cfg(unix)]
#[tokio::test]
async fn what_cannot_be_executed_is_not_taken() {
    let folder = TempDir::new().unwrap();
    let (one, two, three) =
        (folder.path().join("one"), folder.path().join("two"), folder.path().join("three"));
    put(&one, "claude", false);
    fs::create_dir_all(two.join("claude")).unwrap();
    let right = put(&three, "claude", true);
    let options = host(&[&one, &two, &three], folder.path());
    assert_eq!(find(&options).await.unwrap(), right);
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_is_followed_and_a_dead_one_passed_over() {
    let folder = TempDir::new().unwrap();
    let (dead, live) = (folder.path().join("dead"), folder.path().join("live"));
    let real = put(folder.path(), "real", true);
    for (place, target) in [(&dead, folder.path().join("gone")), (&live, real)] {
        fs::create_dir_all(place).unwrap();
        std::os::unix::fs::symlink(target, place.join("claude")).unwrap();
    }
    let found = find(&host(&[&dead, &live], folder.path())).await.unwrap();
    assert_eq!(found, live.join("claude"));
}

#[test]
fn what_is_not_found_says_where_it_was_looked_for() {
    let folder = TempDir::new().unwrap();
    let tried = vec![folder.path().join("a"), put(folder.path(), "b", true).join("claude")];
    let error = first(tried.clone()).unwrap_err();
    let Error::CliNotFound { tried: listed } = &error else { panic!("{error:?}") };
    assert_eq!(listed, &tried);
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!(error.to_string(), "the Claude Code CLI was not found (paths checked: 2)");
    assert!(error.hint().contains("npm install -g @anthropic-ai/claude-code"));
}
