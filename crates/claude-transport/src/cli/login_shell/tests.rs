//! Login shell: shells that print, hang, fail or start other programs.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use tempfile::TempDir;

use super::*;
use crate::cli::system::System;
use crate::cli::{Search, Source};

/// A machine whose login shell is this script. The script gets the arguments of a shell: `-l -c COMMAND`.
struct Shell {
    folder: TempDir,
    program: PathBuf,
}

impl Shell {
    fn new(script: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let program = folder.path().join("shell");
        let calls = folder.path().join("calls").display().to_string();
        fs::write(&program, format!("#!/bin/sh\necho called >>{calls}\n{script}\n")).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        Self { folder, program }
    }

    fn variables(&self) -> Variables {
        let home = self.folder.path().to_owned();
        let all = [("SHELL", &self.program), ("HOME", &home), ("PATH", &"/usr/bin:/bin".into())];
        let all = all.map(|(name, value)| (name.into(), value.as_os_str().to_owned()));
        Variables { system: System::host(), all: all.to_vec() }
    }

    fn folders(&self) -> Vec<PathBuf> {
        folders(&self.variables())
    }

    /// Asks without the cache, and waits at most this long.
    fn ask(&self, within: Duration) -> Option<OsString> {
        let login = vec![("PATH", OsString::from("/usr/bin:/bin"))];
        ask(self.program.clone(), &login, within)
    }

    fn calls(&self) -> usize {
        fs::read_to_string(self.folder.path().join("calls")).unwrap_or_default().lines().count()
    }
}

/// What a shell does: it runs its profile, and then the command.
fn profile(lines: &str) -> String {
    format!("{lines}\neval \"$3\"")
}

const LONG: Duration = Duration::from_secs(60);

#[test]
fn the_path_of_the_profile_is_returned_and_kept() {
    let shell = Shell::new(&profile("PATH=/from/profile:relative:$PATH"));
    let expected = ["/from/profile", "/usr/bin", "/bin"].map(PathBuf::from);
    assert_eq!(shell.folders(), expected);
    assert_eq!(shell.folders(), expected);
    assert_eq!(shell.calls(), 1);
}

#[test]
fn what_a_profile_prints_does_not_count() {
    let noise = "echo PATH=/evil; echo claude_sdk_begin; set -x; set -v\n\
                 i=0; while [ $i -lt 3000 ]; do echo \"a line of text that is printed: $i\"; i=$((i+1)); done\n\
                 printf 'no end of line'; PATH=/right";
    let shell = Shell::new(&format!("{}\necho goodbye", profile(noise)));
    assert_eq!(shell.ask(LONG), Some("/right".into()));
}

#[test]
fn a_shell_that_hangs_is_killed_with_what_it_started() {
    let shell = Shell::new("sleep 1000 & echo $! >\"$0.child\"; sleep 1000");
    let begun = Instant::now();
    assert_eq!(shell.ask(Duration::from_millis(500)), None);
    assert!(begun.elapsed() < LONG, "{:?}", begun.elapsed());
    let child = fs::read_to_string(shell.folder.path().join("shell.child")).unwrap();
    // A killed process is gone, or is a zombie until the system's init reaps it.
    let until = Instant::now() + LONG;
    let state = || fs::read_to_string(format!("/proc/{}/stat", child.trim())).unwrap_or_default();
    while Path::new("/proc/self").exists() && !state().is_empty() && !state().contains(") Z ") {
        assert!(Instant::now() < until, "{}", state());
        std::thread::yield_now();
    }
}

#[test]
fn a_shell_that_prints_without_end_is_killed() {
    let shell = Shell::new("while :; do echo 0123456789012345678901234567890123456789; done");
    assert_eq!(shell.ask(Duration::from_millis(500)), None);
}

#[test]
fn a_shell_that_fails_has_no_answer_and_is_not_asked_again() {
    let shell = Shell::new("exit 1");
    assert!(shell.folders().is_empty());
    assert!(shell.folders().is_empty());
    assert_eq!(shell.calls(), 1);
    let missing = Shell::new("");
    fs::remove_file(&missing.program).unwrap();
    assert!(missing.folders().is_empty());
}

#[test]
fn a_program_that_keeps_the_output_open_does_not_delay_the_answer() {
    let shell = Shell::new(&profile("sleep 1000 &\nPATH=/right"));
    let begun = Instant::now();
    assert_eq!(shell.ask(LONG), Some("/right".into()));
    assert!(begun.elapsed() < LONG / 2, "{:?}", begun.elapsed());
}

#[test]
fn the_shell_gets_the_variables_of_a_login_only() {
    let shell = Shell::new(&profile("env >\"$0.env\"; pwd >\"$0.pwd\""));
    let mut variables = shell.variables();
    for name in ["CLAUDECODE", "CLAUDE_CODE_SESSION_ID", "ANTHROPIC_API_KEY", "SECRET"] {
        variables.all.push((name.into(), "outer".into()));
    }
    assert!(!folders(&variables).is_empty());
    let seen = fs::read_to_string(shell.folder.path().join("shell.env")).unwrap();
    assert!(!seen.contains("outer") && !seen.contains("CARGO"), "{seen}");
    assert!(seen.contains("HOME=") && seen.contains("CLAUDE_SDK_LOGIN_SHELL=1"), "{seen}");
    let pwd = fs::read_to_string(shell.folder.path().join("shell.pwd")).unwrap();
    assert_eq!(Path::new(pwd.trim()), shell.folder.path().canonicalize().unwrap());
    // A program that the profile starts does not ask the shell again.
    variables.all.push((NESTED.into(), "1".into()));
    variables.all.push(("LANG".into(), "C".into()));
    assert!(folders(&variables).is_empty());
}

#[test]
fn the_shell_is_asked_only_if_nothing_was_found_before() {
    let shell = Shell::new("");
    let bin = shell.folder.path().join("bin");
    let script = format!(
        "#!/bin/sh\necho called >>\"$0.calls\"\n{}",
        profile(&format!("PATH={}", bin.display()))
    );
    fs::write(&shell.program, script).unwrap();
    let put = |path: &str| {
        let path = shell.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("#!/bin/sh\n# {}\n", path.display())).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    };
    let is_called = || shell.folder.path().join("shell.calls").exists();
    let in_login_path = put("bin/claude");
    let home = put(".local/bin/claude");
    let in_path = put("path/claude");
    let search = Search::new().variables(shell.variables().all);
    let with_path = search.clone().variables([("PATH", in_path.parent().unwrap())]);
    let chosen =
        |search: &Search| search.run().chosen().map(|found| (found.path.clone(), found.source));
    assert_eq!(chosen(&with_path), Some((in_path.clone(), Source::Path)));
    assert_eq!(chosen(&search.clone().explicit(&in_path)), Some((in_path, Source::Explicit)));
    assert!(search.clone().explicit("/not/there").exhaustive(true).run().chosen().is_none());
    assert_eq!(chosen(&search.clone().login_shell(false)).unwrap().0, home);
    assert!(!is_called());
    assert_eq!(chosen(&search), Some((in_login_path, Source::LoginShell)));
    assert!(is_called());
}

/// A script of npm, and its Node.js in another folder that only the profile adds.
#[test]
fn the_interpreter_of_a_script_may_be_in_the_path_of_the_shell() {
    let shell = Shell::new(&profile("PATH=$HOME/npm:$HOME/node:/usr/bin:/bin"));
    let put = |path: &str, content: &str| {
        let path = shell.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    };
    let script = put("npm/claude", "#!/usr/bin/env no-such-node\n");
    let node = put("node/no-such-node", "");
    let search = Search::new().variables(shell.variables().all);
    let chosen = search.run().chosen().unwrap().clone();
    assert_eq!((chosen.path, chosen.source), (script, Source::LoginShell));
    assert_eq!(chosen.interpreter_folder.as_deref(), node.parent());
}

/// The shells that are installed here read the command in the same way.
#[test]
fn real_shells_answer() {
    for name in ["sh", "bash", "zsh", "dash", "fish", "ksh"] {
        let Some(shell) = ["/bin", "/usr/bin", "/usr/local/bin"]
            .map(|folder| Path::new(folder).join(name))
            .into_iter()
            .find(|shell| shell.exists())
        else {
            continue;
        };
        let home = TempDir::new().unwrap();
        fs::write(home.path().join(".profile"), "PATH=/from/profile:$PATH\n").unwrap();
        let login = vec![
            ("HOME", home.path().as_os_str().to_owned()),
            ("PATH", OsString::from("/usr/bin:/bin")),
        ];
        let path = ask(shell, &login, LONG).unwrap_or_else(|| panic!("{name} does not answer"));
        let path = path.into_string().unwrap();
        assert!(path.contains("/bin"), "{name}: {path}");
        if ["sh", "bash", "dash", "ksh"].contains(&name) {
            assert!(path.starts_with("/from/profile:"), "{name}: {path}");
        }
    }
}
