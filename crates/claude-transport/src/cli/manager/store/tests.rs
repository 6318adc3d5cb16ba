//! Store: installations with a script in the place of npm.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use tempfile::TempDir;

use super::*;

const VERSION: CliVersion = CliVersion::new(2, 1, 329);

/// What npm installs: the package of the CLI, unfinished, and that of the platform, with a program that works.
const INSTALLS: &str = r#"
scope=node_modules/@anthropic-ai
mkdir -p $scope/claude-code/bin $scope/claude-code-here
echo 'echo "native binary not installed"' >$scope/claude-code/bin/claude.exe
printf '#!/bin/sh\necho "2.1.329 (Claude Code)"\n' >$scope/claude-code-here/claude
chmod +x $scope/claude-code-here/claude
cat >node_modules/.package-lock.json <<'END'
{ "packages": {
  "node_modules/@anthropic-ai/claude-code": { "version": "2.1.329", "integrity": "sha512-a" },
  "node_modules/@anthropic-ai/claude-code-here": { "version": "2.1.329", "integrity": "sha512-b" }
} }
END
"#;

struct Lab {
    folder: TempDir,
}

impl Lab {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn home(&self) -> PathBuf {
        self.folder.path().join("store")
    }

    /// A store whose npm is this script.
    fn store(&self, script: &str) -> Store {
        let npm = self.folder.path().join("npm");
        // Written aside and renamed: another test may be starting a process, which would keep the file open.
        let new = self.folder.path().join("npm.new");
        let calls = self.folder.path().join("calls").display().to_string();
        fs::write(&new, format!("#!/bin/sh\necho \"$@\" >>{calls}\n{script}")).unwrap();
        fs::set_permissions(&new, fs::Permissions::from_mode(0o755)).unwrap();
        fs::rename(&new, &npm).unwrap();
        Store::new(self.home()).npm(npm)
    }

    fn calls(&self) -> Vec<String> {
        let calls = fs::read_to_string(self.folder.path().join("calls")).unwrap_or_default();
        calls.lines().map(str::to_owned).collect()
    }

    /// The names in the folder of the store, without the file of the lock.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.home()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name != ".lock").collect()
    }
}

#[test]
fn a_version_is_installed_once_without_scripts_and_found_again() {
    let lab = Lab::new();
    let store = lab.store(INSTALLS);
    assert!(store.list().unwrap().is_empty());
    let installed = store.install(&Pin::of(VERSION)).unwrap();
    assert_eq!(installed.version, VERSION);
    let relative = "2.1.329/node_modules/@anthropic-ai/claude-code-here/claude";
    assert_eq!(installed.program, lab.home().join(relative));
    assert_eq!(installed.sha512.len(), 128);
    assert_eq!(store.install(&Pin::of(VERSION)).unwrap(), installed);
    assert_eq!(store.get(VERSION).unwrap(), installed);
    assert_eq!(store.list().unwrap(), [VERSION]);
    let flags = "--ignore-scripts --include=optional --no-audit --no-fund";
    assert_eq!(lab.calls(), [format!("install {flags}")]);
    assert_eq!(lab.names(), ["2.1.329"]);
}

#[test]
fn a_program_that_was_changed_is_not_used_and_can_be_installed_again() {
    let lab = Lab::new();
    let store = lab.store(INSTALLS);
    let installed = store.install(&Pin::of(VERSION)).unwrap();
    let original = fs::read_to_string(&installed.program).unwrap();
    for changed in [original.replace("Code", "Kode"), format!("{original}# more\n"), String::new()]
    {
        fs::write(&installed.program, &changed).unwrap();
        let error = store.get(VERSION).unwrap_err();
        assert!(matches!(error, StoreError::Changed { .. }), "{error}");
        assert_eq!(store.install(&Pin::of(VERSION)).unwrap(), installed);
        assert_eq!(fs::read_to_string(&installed.program).unwrap(), original);
    }
    fs::remove_file(&installed.program).unwrap();
    assert!(matches!(store.get(VERSION), Err(StoreError::Changed { .. })));
    // Without its record, it counts as not installed.
    fs::remove_file(lab.home().join("2.1.329/installed.json")).unwrap();
    assert!(matches!(store.get(VERSION), Err(StoreError::NotInstalled { .. })));
}

#[test]
fn packages_must_be_those_of_the_lock_file() {
    let lab = Lab::new();
    let lock = |integrity: &str| {
        let scope = "node_modules/@anthropic-ai/claude-code";
        let text = format!(
            r#"{{ "packages": {{
                "{scope}": {{ "version": "2.1.329", "integrity": "sha512-a" }},
                "{scope}-here": {{ "version": "2.1.329", "integrity": "{integrity}" }},
                "{scope}-elsewhere": {{ "version": "2.1.329", "integrity": "sha512-c" }}
            }} }}"#
        );
        Pin::lock_file(&text).unwrap()
    };
    let store = lab.store(INSTALLS);
    let error = store.install(&lock("sha512-other")).unwrap_err();
    assert!(matches!(error, StoreError::Mismatch { .. }), "{error}");
    assert!(lab.names().is_empty());
    store.install(&lock("sha512-b")).unwrap();
    assert!(lab.calls().iter().all(|call| call.starts_with("ci ")), "{:?}", lab.calls());
    // What is installed does not match another lock file, so npm runs again.
    assert!(store.install(&lock("sha512-other")).is_err());
    assert_eq!(lab.calls().len(), 3);
}

#[test]
fn an_installation_that_fails_leaves_nothing() {
    let lab = Lab::new();
    let failing = [
        (
            "mkdir node_modules; echo 'no network' >&2; exit 1",
            "npm failed with exit status: 1: no network",
        ),
        ("mkdir node_modules; echo '{}' >node_modules/.package-lock.json", "it has no packages"),
        ("exit 0", "failed to access"),
        (&INSTALLS.replace("\"2.1.329 (", "\"2.1.328 ("), "reports \"2.1.328 (Claude Code)\""),
        (
            &INSTALLS.replace("echo \"2.1.329", "exit 3; echo \"2.1.329"),
            "exited with exit status: 3",
        ),
        (&INSTALLS.replace("#!/bin/sh", "#!/no/such"), "was not found"),
        (
            &INSTALLS.replace("claude-code-here/claude", "claude-code-here/x"),
            "no package for this system",
        ),
    ];
    for (script, expected) in failing {
        let error = lab.store(script).install(&Pin::of(VERSION)).unwrap_err();
        assert!(error.to_string().contains(expected), "{expected}: {error}");
        assert!(lab.names().is_empty(), "{expected}: {:?}", lab.names());
    }
    let missing = Store::new(lab.home()).npm("/no/such/npm").install(&Pin::of(VERSION));
    assert!(matches!(missing, Err(StoreError::NpmMissing { .. })), "{missing:?}");
    // What a killed process has left does not count, and is removed.
    fs::create_dir_all(lab.home().join(".installing-2.1.300/node_modules")).unwrap();
    assert!(lab.store(INSTALLS).list().unwrap().is_empty());
    lab.store(INSTALLS).install(&Pin::of(VERSION)).unwrap();
    assert_eq!(lab.names(), ["2.1.329"]);
}

#[test]
fn one_installation_runs_at_a_time() {
    let lab = Lab::new();
    let exclusive = format!(
        "mkdir {0} || exit 9\n{INSTALLS}\nrmdir {0}\n",
        lab.folder.path().join("running").display()
    );
    let store = lab.store(&exclusive);
    let programs: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..4).map(|_| scope.spawn(|| store.install(&Pin::of(VERSION)))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap().unwrap().program).collect()
    });
    assert!(programs.iter().all(|program| *program == programs[0]));
    assert_eq!(lab.calls().len(), 1);
}
