//! Search: where the CLI is found, in file systems that the tests build. Each layout is that of an installer.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Search, System};
use crate::cli::KnownPlace::{self, *};
use crate::cli::{Candidate, CliVersion, Kind, Located, Rejection, Source, Verdict};

const STUB: &str = "echo \"Error: claude native binary not installed.\" >&2\nexit 1\n";

/// A machine in a temporary folder.
struct Machine {
    root: TempDir,
    variables: Vec<(String, String)>,
    system: System,
}

impl Machine {
    fn new(system: System) -> Self {
        let root = TempDir::new().unwrap();
        let home = root.path().join("home/me").to_str().unwrap().to_owned();
        let name = if system == System::Windows { "USERPROFILE" } else { "HOME" };
        let variables = vec![(name.into(), home), ("PATH".into(), String::new())];
        Self { root, variables, system }
    }

    fn unix() -> Self {
        Self::new(System::Unix)
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path.trim_start_matches('/'))
    }

    /// Sets a variable to a path of the machine; several are joined.
    fn set(mut self, name: &str, paths: &[&str]) -> Self {
        let paths = paths.iter().map(|path| match path.starts_with('/') {
            true => self.path(path).to_str().unwrap().to_owned(),
            false => (*path).to_owned(),
        });
        let separator = if self.system == System::Windows { ";" } else { ":" };
        let value = paths.collect::<Vec<_>>().join(separator);
        self.variables.push((name.into(), value));
        self
    }

    /// Writes an executable file.
    fn file(&self, path: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, content).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        file
    }

    /// Writes a program that the system can start.
    fn program(&self, path: &str) -> PathBuf {
        self.file(path, format!("#!/bin/sh\n# {path}\n"))
    }

    /// Installs the package of npm with this program, in a folder that contains `node_modules`.
    fn package(&self, folder: &str, program: impl AsRef<[u8]>) -> PathBuf {
        let package = format!("{folder}/node_modules/@anthropic-ai/claude-code");
        let json = r#"{ "name": "@anthropic-ai/claude-code", "version": "2.1.329" }"#;
        self.file(&format!("{package}/package.json"), json);
        self.file(&format!("{package}/bin/claude.exe"), program)
    }

    fn link(&self, path: &str, target: &Path) -> PathBuf {
        let link = self.path(path);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(target, &link).unwrap();
        link
    }

    fn search(&self) -> Search {
        let search = Search::new().system(self.system).login_shell(false);
        let mut search = search.variables(self.variables.clone());
        search.root = self.root.path().to_owned();
        search
    }

    fn run(&self) -> Located {
        self.search().run()
    }

    fn chosen(&self) -> Candidate {
        let located = self.run();
        located.chosen().unwrap_or_else(|| panic!("nothing was chosen:\n{located}")).clone()
    }
}

fn reason<'l>(located: &'l Located, path: &Path) -> &'l Rejection {
    let found = located.candidates.iter().find(|candidate| candidate.path == path);
    found
        .unwrap_or_else(|| panic!("{} is missing:\n{located}", path.display()))
        .rejection()
        .unwrap()
}

/// An installer, the path of its program, and the variables that it sets.
type Layout = (KnownPlace, &'static str, &'static [(&'static str, &'static str)]);

#[test]
fn each_layout_of_unix_is_found() {
    let layouts: &[Layout] = &[
        (Native, "/home/me/.local/bin/claude", &[]),
        (Native, "/home/me/.local/share/claude/versions/2.1.300", &[]),
        (Native, "/home/me/.claude/local/claude", &[]),
        (Npm, "/home/me/.npm-global/bin/claude", &[]),
        (Npm, "/opt/npm/bin/claude", &[("NPM_CONFIG_PREFIX", "/opt/npm")]),
        (Npm, "/home/me/node_modules/.bin/claude", &[]),
        (Nvm, "/home/me/.nvm/versions/node/v22.3.0/bin/claude", &[]),
        (Nvm, "/opt/nvm/versions/node/v22.3.0/bin/claude", &[("NVM_DIR", "/opt/nvm")]),
        (Fnm, "/home/me/.local/share/fnm/aliases/default/bin/claude", &[]),
        (Fnm, "/home/me/.fnm/node-versions/v22.3.0/installation/bin/claude", &[]),
        (Fnm, "/opt/fnm/node-versions/v22.3.0/installation/bin/claude", &[("FNM_DIR", "/opt/fnm")]),
        (Volta, "/home/me/.volta/bin/claude", &[]),
        (Volta, "/opt/volta/bin/claude", &[("VOLTA_HOME", "/opt/volta")]),
        (Mise, "/home/me/.local/share/mise/shims/claude", &[]),
        (
            Mise,
            "/home/me/.local/share/mise/installs/npm-anthropic-ai-claude-code/2.1.3/bin/claude",
            &[],
        ),
        (Mise, "/opt/mise/installs/node/22.3.0/bin/claude", &[("MISE_DATA_DIR", "/opt/mise")]),
        (Asdf, "/home/me/.asdf/shims/claude", &[]),
        (Asdf, "/opt/asdf/installs/nodejs/22.3.0/bin/claude", &[("ASDF_DATA_DIR", "/opt/asdf")]),
        (Homebrew, "/opt/homebrew/bin/claude", &[]),
        (Homebrew, "/opt/linuxbrew/bin/claude", &[("HOMEBREW_PREFIX", "/opt/linuxbrew")]),
        (Homebrew, "/opt/homebrew/Caskroom/claude-code/2.1.300/claude", &[]),
        (Pnpm, "/home/me/.local/share/pnpm/claude", &[]),
        (Pnpm, "/home/me/Library/pnpm/claude", &[]),
        (Pnpm, "/opt/pnpm/claude", &[("PNPM_HOME", "/opt/pnpm")]),
        (Bun, "/home/me/.bun/bin/claude", &[]),
        (Bun, "/opt/bun/bin/claude", &[("BUN_INSTALL", "/opt/bun")]),
        (Yarn, "/home/me/.yarn/bin/claude", &[]),
        (Nix, "/home/me/.nix-profile/bin/claude", &[]),
        (KnownPlace::System, "/usr/local/bin/claude", &[]),
        (KnownPlace::System, "/usr/bin/claude", &[]),
    ];
    for (place, path, variables) in layouts {
        let mut machine = Machine::unix();
        for (name, value) in *variables {
            machine = machine.set(name, &[value]);
        }
        assert!(machine.run().candidates.is_empty(), "{path}: positive control");
        let program = machine.program(path);
        let chosen = machine.chosen();
        assert_eq!((chosen.path, chosen.source), (program, Source::Known(*place)), "{path}");
    }
}

#[test]
fn each_layout_of_windows_is_found() {
    let module = "node_modules/@anthropic-ai/claude-code/bin/claude.exe";
    let (local, roaming) = ("/home/me/AppData/Local", "/home/me/AppData/Roaming");
    for (place, path) in [
        (Native, "/home/me/.local/bin/claude.exe".to_owned()),
        (WinGet, format!("{local}/Microsoft/WinGet/Links/claude.exe")),
        (WinGet, format!("{local}/Microsoft/WinGet/Packages/Anthropic.ClaudeCode_x/claude.exe")),
        (Npm, format!("{roaming}/npm/{module}")),
        (Npm, format!("/Program Files/nodejs/{module}")),
        (Nvm, format!("{roaming}/nvm/v22.3.0/{module}")),
        (Nvm, format!("{local}/nvm/v22.3.0/{module}")),
        (Fnm, format!("{roaming}/fnm/node-versions/v22.3.0/installation/{module}")),
        (Volta, format!("{local}/Volta/tools/image/packages/@anthropic-ai/claude-code/{module}")),
        (Mise, format!("{local}/mise/installs/node/22.3.0/{module}")),
        (Scoop, "/home/me/scoop/apps/claude-code/current/claude.exe".to_owned()),
        (Scoop, "/home/me/scoop/shims/claude.exe".to_owned()),
        (Pnpm, format!("{local}/pnpm/global/5/{module}")),
        (Bun, "/home/me/.bun/bin/claude.exe".to_owned()),
        (Yarn, format!("{local}/Yarn/Data/global/{module}")),
    ] {
        let machine = Machine::new(System::Windows)
            .set("LocalAppData", &[local])
            .set("AppData", &[roaming])
            .set("ProgramFiles", &["/Program Files"]);
        assert!(machine.run().candidates.is_empty(), "{path}: positive control");
        let program = machine.program(&path);
        let chosen = machine.chosen();
        assert_eq!((chosen.path, chosen.source), (program, Source::Known(place)), "{path}");
    }
}

#[test]
fn the_batch_file_of_npm_leads_to_the_program() {
    let roaming = "/home/me/AppData/Roaming";
    let npm = format!("{roaming}/npm");
    let machine = Machine::new(System::Windows).set("Path", &[&npm]);
    let batch = machine.file(&format!("{npm}/claude.cmd"), "@echo off\r\n");
    machine.file(&format!("{npm}/claude"), "#!/bin/sh\n");
    machine.file(&format!("{npm}/claude.ps1"), "");
    let located = machine.run();
    assert_eq!(located.chosen(), None, "{located}");
    assert_eq!(reason(&located, &batch), &Rejection::BatchFile);
    let program = machine.package(&npm, "#!/bin/sh\n");
    let chosen = machine.chosen();
    assert_eq!((chosen.path, chosen.source, chosen.kind), (program, Source::Path, Kind::Npm));
    assert_eq!(chosen.version, Some(CliVersion::new(2, 1, 329)));
}

#[test]
fn the_order_is_path_then_known_places_and_named_paths_are_alone() {
    let machine = Machine::unix().set("PATH", &["/one", "/two"]);
    let known = machine.program("/usr/bin/claude");
    let home = machine.program("/home/me/.local/bin/claude");
    let two = machine.program("/two/claude");
    let one = machine.program("/one/claude");
    let paths = |located: &Located| {
        located.usable().map(|candidate| candidate.path.clone()).collect::<Vec<_>>()
    };
    assert_eq!(paths(&machine.run()), [&one, &two, &home, &known].map(Clone::clone));

    let named = machine.program("/named");
    let search = machine.search().variables([("CLAUDE_CLI_PATH", &named)]);
    assert_eq!(paths(&search.run()), std::slice::from_ref(&named));
    assert_eq!(search.run().candidates.len(), 1);
    let explicit = search.clone().explicit(&two);
    assert_eq!(paths(&explicit.run()), [two]);
    // Everything is shown, and the named one is chosen.
    let all = search.exhaustive(true).run();
    assert_eq!(paths(&all), [named]);
    assert_eq!(reason(&all, &one), &Rejection::Overruled(Source::Variable));
    assert_eq!(reason(&all, &known), &Rejection::Overruled(Source::Variable));
}

#[test]
fn a_named_path_is_the_only_one_even_if_nothing_is_there() {
    let machine = Machine::unix().set("PATH", &["/one"]);
    machine.program("/one/claude");
    let missing = machine.path("/missing");
    let located = machine.search().explicit(&missing).run();
    assert_eq!(reason(&located, &missing), &Rejection::Missing);
    assert_eq!(located.chosen(), None);
    assert_eq!(located.searched().count(), 1);
}

#[test]
fn the_working_directory_is_never_searched() {
    let machine = Machine::unix().set("PATH", &["", ".", "src", "../claude-transport", "/one", ""]);
    let machine = machine.set("NVM_DIR", &["src"]).set("HOME", &["src"]);
    let located = machine.run();
    assert!(located.searched().all(Path::is_absolute), "{located:?}");
    assert_eq!(located.absent[0], machine.path("/one/claude"));
    // A name that was given is looked up in absolute folders only; this file is in the working directory.
    assert!(Path::new("Cargo.toml").exists());
    let named = machine.search().explicit("Cargo.toml").run();
    assert_eq!(named.candidates[0].verdict, Verdict::Rejected(Rejection::Missing));
}

/// What is at the paths before the program that works, and why it is rejected.
#[test]
fn a_file_that_is_no_program_does_not_stop_the_search() {
    let folders = ["/a", "/b", "/c", "/d", "/e", "/f", "/g", "/h", "/i", "/j", "/k"];
    let machine = Machine::unix().set("PATH", &folders);
    let directory = machine.path("/a/claude");
    fs::create_dir_all(&directory).unwrap();
    let plain = machine.program("/b/claude");
    fs::set_permissions(&plain, fs::Permissions::from_mode(0o644)).unwrap();
    let stub = machine.file("/c/claude", STUB);
    let empty = machine.file("/d/claude", "");
    let text = machine.file("/e/claude", "hello\n");
    let no_interpreter = machine.file("/f/claude", "#!/no/such/node\n");
    let no_node = machine.file("/g/claude", "#!/usr/bin/env no-such-node\n");
    let broken = machine.link("/h/claude", &machine.path("/gone"));
    let sh = fs::read("/bin/sh").unwrap();
    let cut = machine.file("/i/claude", &sh[..sh.len() / 2]);
    let start = machine.file("/j/claude", "\x7fEL");
    let works = machine.program("/k/claude");

    let located = machine.run();
    let size = sh.len() as u64 / 2;
    for (path, expected) in [
        (directory, Rejection::Directory),
        (plain, Rejection::NotExecutable),
        (stub, Rejection::Stub),
        (empty, Rejection::NotAProgram),
        (text, Rejection::NotAProgram),
        (no_interpreter, Rejection::InterpreterMissing("/no/such/node".into())),
        (no_node, Rejection::InterpreterMissing("no-such-node".into())),
        (broken, Rejection::BrokenLink),
        (start, Rejection::CutOff { size: 3, expected: 64 }),
    ] {
        assert_eq!(reason(&located, &path), &expected, "{}", path.display());
    }
    let Rejection::CutOff { size: is, expected } = reason(&located, &cut) else {
        panic!("{located}")
    };
    assert!(*is == size && *expected > size, "{located}");
    assert_eq!(located.chosen().unwrap().path, works);
}

#[test]
fn the_system_refuses_or_crashes_what_is_rejected() {
    let machine = Machine::unix();
    let sh = fs::read("/bin/sh").unwrap();
    for (name, content) in
        [("/cut", &sh[..sh.len() / 2]), ("/stub", STUB.as_bytes()), ("/node", b"#!/no/such/node\n")]
    {
        let path = machine.file(name, content);
        assert!(machine.search().explicit(&path).run().chosen().is_none(), "{name}");
        #[expect(clippy::disallowed_methods, reason = "the test asks the system itself")]
        let ended = std::process::Command::new(&path).arg("-c").arg(":").output();
        assert!(!ended.is_ok_and(|output| output.status.success()), "{name}");
    }
    let whole = machine.file("/whole", &sh);
    assert_eq!(machine.search().explicit(&whole).run().chosen().unwrap().kind, Kind::Native);
}

#[test]
fn the_program_beside_the_stub_of_npm_is_found() {
    let machine = Machine::unix().set("PATH", &["/npm/bin"]);
    let stub = machine.package("/npm/lib", STUB);
    let link = machine.link("/npm/bin/claude", &stub);
    let platform = "/npm/lib/node_modules/@anthropic-ai/claude-code-linux-x64";
    let located = machine.run();
    assert_eq!(reason(&located, &link), &Rejection::Stub);
    assert_eq!(located.candidates[0].kind, Kind::Stub);
    assert_eq!(located.chosen(), None);
    let json = r#"{ "name": "@anthropic-ai/claude-code-linux-x64", "version": "2.1.329" }"#;
    machine.file(&format!("{platform}/package.json"), json);
    let program = machine.program(&format!("{platform}/claude"));
    let chosen = machine.chosen();
    assert_eq!((&chosen.path, chosen.source, chosen.kind), (&program, Source::Path, Kind::Npm));
    assert_eq!(chosen.version, Some(CliVersion::new(2, 1, 329)));
    // It is another file than the one that was named.
    let named = machine.search().explicit(&stub).run();
    assert_eq!(named.chosen(), None, "{named}");
}

#[test]
fn the_kind_follows_from_content_and_path() {
    let machine = Machine::unix();
    let package = machine.package("/npm/lib", "#!/usr/bin/env sh\n");
    let mise = machine.file("/bin/mise", fs::read("/bin/sh").unwrap());
    for (path, kind) in [
        (machine.program("/script"), Kind::Script),
        (machine.link("/link", &package), Kind::Npm),
        (machine.file("/native", fs::read("/bin/sh").unwrap()), Kind::Native),
        (machine.file("/asdf", "#!/bin/sh\nexec asdf exec \"claude\" \"$@\"\n"), Kind::Shim),
        (machine.link("/shims/claude", &mise), Kind::Shim),
        (machine.file("/other", b"\0other"), Kind::Unknown),
    ] {
        let search = machine.search().variables([("PATH", "/usr/bin:/bin")]).explicit(&path);
        let found = search.run().candidates.remove(0);
        assert_eq!(found.kind, kind, "{}: {:?}", path.display(), found.verdict);
    }
}

#[test]
fn one_file_is_tried_once() {
    let machine = Machine::unix().set("PATH", &["/one", "/two", "/one"]);
    let one = machine.program("/one/claude");
    let two = machine.link("/two/claude", &one);
    let located = machine.run();
    assert_eq!(reason(&located, &two), &Rejection::SameAs(one));
    assert_eq!(located.usable().count(), 1);
    assert_eq!(located.candidates.len(), 2);
}

#[test]
fn the_newest_version_of_a_manager_comes_first() {
    let machine = Machine::unix();
    let nvm = |version: &str| format!("/home/me/.nvm/versions/node/{version}/bin/claude");
    let [old, new] = ["v9.11.2", "v22.3.0"].map(|version| machine.program(&nvm(version)));
    let located = machine.run();
    let usable: Vec<_> = located.usable().map(|candidate| &candidate.path).collect();
    assert_eq!(usable, [&new, &old]);
}

#[test]
fn a_script_is_usable_with_its_interpreter_beside_it() {
    let machine = Machine::unix().set("PATH", &["/bin"]);
    let bin = "/home/me/.nvm/versions/node/v22.3.0/bin";
    machine.file(&format!("{bin}/no-such-node"), "");
    let script = machine.package("/home/me/.nvm/lib", "#!/usr/bin/env no-such-node\n");
    let link = machine.link(&format!("{bin}/claude"), &script);
    let chosen = machine.chosen();
    assert_eq!((chosen.path, chosen.interpreter_folder), (link, Some(machine.path(bin))));
    // A runtime that is given needs neither an interpreter nor a mode.
    let plain = machine.file("/cli.js", "console.log(1)");
    fs::set_permissions(&plain, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(machine.search().explicit(&plain).run().chosen(), None);
    assert!(machine.search().explicit(&plain).with_runtime(true).run().chosen().is_some());
}

#[test]
fn the_table_shows_each_candidate_and_its_reason() {
    let machine = Machine::unix().set("PATH", &["/one", "/two"]);
    machine.file("/one/claude", STUB);
    machine.package("/two", "#!/bin/sh\n");
    machine.link(
        "/two/claude",
        &machine.path("/two/node_modules/@anthropic-ai/claude-code/bin/claude.exe"),
    );
    machine.program("/usr/bin/claude");
    let mut located = machine.run();
    located.absent.truncate(1);
    let root = machine.root.path().to_str().unwrap();
    let table = located.to_string().replace(root, "");
    let lines: Vec<String> =
        table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(
        lines,
        [
            "rejected /one/claude stub - PATH the install script of the npm package did not run",
            "chosen /two/claude npm 2.1.329 PATH",
            "usable /usr/bin/claude script - system folder",
            "nothing is at 1 other paths, such as:",
            "/home/me/.local/bin/claude",
        ]
    );
    let debug = format!("{:?}", machine.search().variables([("KEY", "secret")]));
    assert!(debug.contains("KEY") && !debug.contains("secret"), "{debug}");
}
