//! Locating: where the CLI is searched, in a temporary file system.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{VARIABLE, find, is_executable, places, usable};
use crate::error::{Error, ErrorKind};
use crate::options::Options;

/// Returns variables for `places`.
fn variables(of: &'static [(&'static str, &'static str)]) -> impl Fn(&str) -> Option<OsString> {
    move |name| of.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into())
}

/// Creates a file; on Unix executable or not.
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

/// Returns options for a host with this `PATH` and home directory, independent of the real host.
fn host(path: &[&Path], home: &Path) -> Options {
    let path = std::env::join_paths(path).unwrap().into_string().unwrap();
    let home = home.to_str().unwrap();
    Options::default().env("PATH", path).env("HOME", home).env(VARIABLE, "")
}

#[cfg(unix)]
#[test]
fn places_are_searched_in_order() {
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
fn if_the_variable_is_set_nothing_else_is_searched() {
    let set = variables(&[(VARIABLE, "/my/claude"), ("PATH", "/one"), ("HOME", "/home/me")]);
    assert_eq!(places(set), [Path::new("/my/claude")]);
}

#[tokio::test]
async fn a_path_in_the_options_comes_first_and_is_not_checked() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "claude", true);
    let options = host(&[folder.path()], folder.path()).env(VARIABLE, "/from/variable");
    let found = find(&options.cli_path("/not/there")).await.unwrap();
    assert_eq!(found[0], Path::new("/not/there"));
}

#[tokio::test]
async fn the_variable_comes_before_the_path_and_the_path_before_the_home() {
    let folder = TempDir::new().unwrap();
    let (bin, home) = (folder.path().join("bin"), folder.path().join("home"));
    let at_home = put(&home, ".local/bin/claude", true);
    let options = host(&[&bin], &home);
    assert_eq!(find(&options).await.unwrap()[0], at_home);

    let on_path = put(&bin, "claude", true);
    assert_eq!(find(&options).await.unwrap()[0], on_path);

    let named = put(folder.path(), "my-claude", true);
    let options = options.env(VARIABLE, named.to_str().unwrap());
    assert_eq!(find(&options).await.unwrap()[0], named);
}

#[tokio::test]
async fn a_variable_with_a_missing_path_is_an_error() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "claude", true);
    let missing = folder.path().join("missing");
    let options = host(&[folder.path()], folder.path()).env(VARIABLE, missing.to_str().unwrap());
    let Err(Error::CliNotFound { tried }) = find(&options).await else { panic!() };
    assert_eq!(tried, [missing]);
}

#[cfg(unix)]
#[tokio::test]
async fn files_that_are_not_executable_are_skipped() {
    let folder = TempDir::new().unwrap();
    let (one, two, three) =
        (folder.path().join("one"), folder.path().join("two"), folder.path().join("three"));
    put(&one, "claude", false);
    fs::create_dir_all(two.join("claude")).unwrap();
    let right = put(&three, "claude", true);
    let options = host(&[&one, &two, &three], folder.path());
    assert_eq!(find(&options).await.unwrap()[0], right);
}

#[cfg(unix)]
#[tokio::test]
async fn links_are_followed_and_broken_links_are_skipped() {
    let folder = TempDir::new().unwrap();
    let (broken, valid) = (folder.path().join("broken"), folder.path().join("valid"));
    let real = put(folder.path(), "real", true);
    for (place, target) in [(&broken, folder.path().join("missing")), (&valid, real)] {
        fs::create_dir_all(place).unwrap();
        std::os::unix::fs::symlink(target, place.join("claude")).unwrap();
    }
    let found = find(&host(&[&broken, &valid], folder.path())).await.unwrap();
    assert_eq!(found[0], valid.join("claude"));
}

#[test]
fn the_error_lists_the_searched_paths() {
    let folder = TempDir::new().unwrap();
    let tried = vec![folder.path().join("a"), put(folder.path(), "b", true).join("claude")];
    let error = usable(tried.clone(), is_executable).unwrap_err();
    let Error::CliNotFound { tried: listed } = &error else { panic!("{error:?}") };
    assert_eq!(listed, &tried);
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!(error.to_string(), "the Claude Code CLI was not found (paths checked: 2)");
    assert!(error.hint().contains("npm install -g @anthropic-ai/claude-code"));
}

#[cfg(unix)]
#[tokio::test]
async fn every_executable_file_is_found_once() {
    let folder = TempDir::new().unwrap();
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    let files = [put(&one, "claude", true), put(&two, "claude", true)];
    let found = find(&host(&[&one, &two, &one], folder.path())).await.unwrap();
    assert_eq!(found[..2], files);
    assert!(!found[2..].contains(&files[0]), "{found:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_variable_with_a_path_that_cannot_be_started_is_tried() {
    let folder = TempDir::new().unwrap();
    let plain = put(folder.path(), "plain", false);
    for named in [folder.path(), &plain] {
        let options = host(&[], folder.path()).env(VARIABLE, named.to_str().unwrap());
        assert_eq!(find(&options).await.unwrap(), [named]);
    }
}
