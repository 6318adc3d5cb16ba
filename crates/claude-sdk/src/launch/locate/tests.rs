//! Locating: which search a start does for its options, and which error it has.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use claude_transport::cli::{Rejection, Source, Verdict};
use claude_transport::{Environment, LaunchErrorKind};
use tempfile::TempDir;

use super::{find, locate};
use crate::error::{Error, ErrorKind};
use crate::options::Options;

/// Creates a script; on Unix executable or not.
fn put(folder: &Path, name: &str, executable: bool) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    // Each with a content of its own, so that none is the same file as another.
    fs::write(&path, "#!/bin/sh\n").unwrap();
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
    let options = Options::default().env("PATH", path).env("HOME", home).env("SHELL", "");
    options.env("CLAUDE_CLI_PATH", "")
}

async fn paths(options: &Options) -> Vec<PathBuf> {
    find(options).await.unwrap().into_iter().map(|program| program.path).collect()
}

#[tokio::test]
async fn a_path_in_the_options_comes_first_and_is_left_to_the_system() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "claude", true);
    let options = host(&[folder.path()], folder.path()).env("CLAUDE_CLI_PATH", "/from/variable");
    for named in ["/not/there", "./relative/claude"] {
        assert_eq!(paths(&options.clone().cli_path(named)).await, [Path::new(named)]);
    }
    let plain = put(folder.path(), "plain", false);
    for named in [folder.path(), &plain] {
        assert_eq!(paths(&options.clone().cli_path(named)).await, [named]);
        let variable = options.clone().env("CLAUDE_CLI_PATH", named.to_str().unwrap());
        assert_eq!(paths(&variable).await, [named]);
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_name_is_looked_up_in_absolute_folders_only() {
    let folder = TempDir::new().unwrap();
    let named = put(folder.path(), "my-claude", true);
    let options = host(&[Path::new("."), folder.path()], folder.path());
    assert_eq!(paths(&options.clone().cli_path("my-claude")).await, [named]);
    // Cargo runs tests in the directory of the crate, where this file is.
    assert!(Path::new("Cargo.toml").exists());
    let error = find(&options.cli_path("Cargo.toml")).await.unwrap_err();
    let Error::Launch { kind, program, .. } = &error else { panic!("{error:?}") };
    assert_eq!((*kind, program.as_path()), (LaunchErrorKind::NotFound, Path::new("Cargo.toml")));
    // A runtime reads its script in the working directory.
    let script = host(&[], folder.path()).cli_path("cli.js").js_runtime("node");
    assert_eq!(paths(&script).await, [Path::new("cli.js")]);
}

#[cfg(unix)]
#[tokio::test]
async fn the_variable_comes_before_the_path_and_the_path_before_the_home() {
    let folder = TempDir::new().unwrap();
    let (bin, home) = (folder.path().join("bin"), folder.path().join("home"));
    let at_home = put(&home, ".local/bin/claude", true);
    let options = host(&[&bin], &home);
    assert_eq!(paths(&options).await[0], at_home);

    let in_path = put(&bin, "claude", true);
    assert_eq!(paths(&options).await[..2], [in_path, at_home]);

    let named = put(folder.path(), "my-claude", true);
    let options = options.env("CLAUDE_CLI_PATH", named.to_str().unwrap());
    assert_eq!(paths(&options).await, [named.as_path()]);

    // The list for people goes on.
    let located = locate(&options).await;
    assert_eq!(located.chosen().unwrap().source, Source::Variable);
    let other = &located.candidates[1];
    let overruled = Verdict::Rejected(Rejection::Overruled(Source::Variable));
    assert_eq!((other.source, &other.verdict), (Source::Path, &overruled));
}

#[tokio::test]
async fn a_variable_with_a_missing_path_is_an_error_that_names_it() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "claude", true);
    let missing = folder.path().join("missing");
    let options = host(&[folder.path()], folder.path());
    let options = options.env("CLAUDE_CLI_PATH", missing.to_str().unwrap());
    let error = find(&options).await.unwrap_err();
    let Error::CliNotFound { located } = &error else { panic!("{error:?}") };
    assert_eq!(located.searched().collect::<Vec<_>>(), [missing.as_path()]);
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert!(error.to_string().contains(missing.to_str().unwrap()), "{error}");
}

#[tokio::test]
async fn a_batch_file_is_never_started() {
    let folder = TempDir::new().unwrap();
    let batch = put(folder.path(), "claude.CMD", true);
    for options in [
        host(&[], folder.path()).cli_path(&batch),
        host(&[], folder.path()).env("CLAUDE_CLI_PATH", batch.to_str().unwrap()),
        host(&[], folder.path()).cli_path("bin/claude.bat"),
    ] {
        let error = find(&options).await.unwrap_err();
        assert!(matches!(error, Error::CliNotFound { .. }), "{error:?}");
        assert!(error.to_string().contains("batch file"), "{error}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_program_that_is_cut_off_is_not_started() {
    let folder = TempDir::new().unwrap();
    let cut = put(folder.path(), "claude", true);
    let whole = fs::read("/bin/sh").unwrap();
    fs::write(&cut, &whole[..whole.len() / 2]).unwrap();
    let error = find(&host(&[], folder.path()).cli_path(&cut)).await.unwrap_err();
    let Error::Launch { kind, source, .. } = &error else { panic!("{error:?}") };
    assert_eq!(*kind, LaunchErrorKind::NotAProgram);
    assert!(source.to_string().starts_with("it is cut off"), "{source}");
    // Found in `PATH`, it does not stop the search.
    let works = put(&folder.path().join("other"), "claude", true);
    let options = host(&[folder.path(), works.parent().unwrap()], folder.path());
    assert_eq!(paths(&options).await[0], works);
}

#[cfg(unix)]
#[tokio::test]
async fn a_script_gets_the_folder_of_its_interpreter() {
    let folder = TempDir::new().unwrap();
    let (version, bin) = (folder.path().join("v22/bin"), folder.path().join("bin"));
    let script = put(&version, "claude", true);
    fs::write(&script, "#!/usr/bin/env no-such-node\n").unwrap();
    put(&version, "no-such-node", true);
    let path = |options: &Options, program: &super::Program| {
        let env = program.complete(Environment::inherit(), options).resolve([]);
        env.get(OsStr::new("PATH")).map(|path| std::env::split_paths(path).collect::<Vec<_>>())
    };
    let options = host(&[&bin], folder.path()).cli_path(&script);
    let program = find(&options).await.unwrap().remove(0);
    assert_eq!(path(&options, &program).unwrap(), [&*bin, &*version]);
    // With the interpreter in `PATH`, the environment is not changed.
    let options = host(&[&version], folder.path()).cli_path(&script);
    let program = find(&options).await.unwrap().remove(0);
    assert_eq!(path(&options, &program), None);
}

#[test]
fn the_search_works_without_a_runtime() {
    let folder = TempDir::new().unwrap();
    let options = host(&[], folder.path()).cli_path("/not/there");
    let mut search = std::pin::pin!(locate(&options));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(located) = search.as_mut().poll(&mut context) else { panic!() };
    assert_eq!(located.candidates[0].verdict, Verdict::Rejected(Rejection::Missing));
}
