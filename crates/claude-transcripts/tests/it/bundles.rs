//! Bundles: sessions that are moved to another place, and what is refused on the way.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use claude_transcripts::{Error, Scope, Transcript};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::files::{Folder, ID, assistant, text, user, with};

/// All files below a folder, by their path from it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![folder.to_path_buf()]);
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(at).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

const LONG: &str = "mcp-a-server-with-a-long-name-a-tool-with-a-name-that-is-even-longer-than-that-of-its-server-0123456789.txt";

/// A session with all that can belong to one, and one line that is torn.
fn session(folder: &Folder) -> Transcript {
    let of_cli = json!({ "version": "2.1.332", "cwd": "/home/me/app/sub" });
    let lines = [user("a", None, "the first"), with(assistant("b", Some("a"), "Yes."), of_cli)];
    let torn = text(&lines) + "{\"type\":\"us";
    for (name, text) in [
        ("subagents/agent-a1.jsonl", "{\"type\":\"user\"}\n"),
        ("subagents/agent-a1.meta.json", "{\"agentType\":\"x\"}"),
        ("subagents/deep/agent-a2.jsonl", "\0not JSON"),
        ("tool-results/empty.txt", ""),
        (&format!("tool-results/{LONG}"), "large"),
        ("custom-title.json", "{\"customTitle\":\"mine\"}"),
        ("archived.json", "{\"archived\":false}"),
    ] {
        folder.text(&format!("projects/-p/{ID}/{name}"), text);
    }
    Transcript::at(folder.text(&format!("projects/-p/{ID}.jsonl"), &torn))
}

fn export(transcript: &Transcript) -> Vec<u8> {
    let mut bundle = Vec::new();
    transcript.export_bundle(&mut bundle).unwrap();
    bundle
}

/// Imports a bundle for a directory of its own. After an error, nothing may be left.
fn import(bundle: impl Read) -> Result<(Folder, Transcript), Error> {
    let folder = Folder::new();
    let imported = folder.home().import(bundle, Path::new("/elsewhere"));
    if imported.is_err() {
        assert_eq!(files(folder.path()), BTreeMap::new());
    }
    imported.map(|transcript| (folder, transcript))
}

#[test]
fn a_session_is_the_same_in_another_home_and_another_directory() {
    let from = Folder::new();
    let bundle = export(&session(&from));
    let (to, transcript) = import(&bundle[..]).unwrap();
    assert_eq!(
        files(&to.path().join("projects/-elsewhere")),
        files(&from.path().join("projects/-p"))
    );
    assert_eq!(files(to.path()).len(), 8);
    let home = to.home();
    assert_eq!(home.open(&ID.into()).unwrap(), transcript);
    let list = home.list(&Scope::directory("/elsewhere")).run().unwrap();
    assert_eq!(list.sessions[0].summary, "mine");
    let agents = transcript.subagents().unwrap();
    assert_eq!(agents.iter().map(|it| it.agent_id.as_str()).collect::<Vec<_>>(), ["a1", "a2"]);
    // It can go on from there.
    let (again, _) = import(&export(&transcript)[..]).unwrap();
    assert_eq!(files(again.path()), files(to.path()));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: PathBuf| path.metadata().unwrap().permissions().mode() & 0o777;
        let project = to.path().join("projects/-elsewhere");
        for path in files(&project).keys() {
            assert_eq!(mode(project.join(path)), 0o600, "{path}");
        }
        for folder in ["", ID, &format!("{ID}/subagents/deep"), &format!("{ID}/tool-results")] {
            assert_eq!(mode(project.join(folder)), 0o700, "{folder}");
        }
    }
}

#[test]
fn the_manifest_says_what_is_in_a_bundle() {
    let folder = Folder::new();
    let bundle = export(&session(&folder));
    // A tar header, and then the manifest.
    assert_eq!((&bundle[..13], &bundle[257..262]), (&b"manifest.json"[..], &b"ustar"[..]));
    let size = usize::from_str_radix(std::str::from_utf8(&bundle[124..135]).unwrap(), 8).unwrap();
    let manifest: Value = serde_json::from_slice(&bundle[512..512 + size]).unwrap();
    assert_eq!(
        (
            &manifest["sessionId"],
            &manifest["projectKey"],
            &manifest["cwd"],
            &manifest["cliVersion"]
        ),
        (&json!(ID), &json!("-p"), &json!("/home/me/app/sub"), &json!("2.1.332"))
    );
    let listed = manifest["files"].as_array().unwrap();
    assert_eq!(listed[0]["path"], format!("{ID}.jsonl"));
    let files = files(&folder.path().join("projects/-p"));
    assert_eq!(listed.len(), files.len());
    for file in listed {
        let bytes = &files[file["path"].as_str().unwrap()];
        assert_eq!((&file["size"], &file["sha256"]), (&json!(bytes.len()), &json!(sha256(bytes))));
    }
    assert_eq!(bundle.len() % 512, 0);
}

#[test]
fn a_changed_byte_and_a_missing_end_are_refused() {
    let folder = Folder::new();
    let transcript = Transcript::at(folder.write("-p", ID, &[user("a", None, "x")]));
    folder.text(&format!("projects/-p/{ID}/tool-results/x.txt"), "large");
    let bundle = export(&transcript);
    assert!(import(&bundle[..]).is_ok());
    for at in 0..bundle.len() {
        let mut changed = bundle.clone();
        changed[at] ^= 0x20;
        let error = import(&changed[..]).map(drop).unwrap_err();
        assert!(matches!(error, Error::Bundle { .. }), "{at}: {error}");
    }
    for length in (0..bundle.len()).step_by(61).chain([bundle.len() - 1]) {
        let error = import(&bundle[..length]).map(drop).unwrap_err();
        assert!(error.to_string().contains("ends too early"), "{length}: {error}");
    }
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Adds a file to an archive, of any path and any type.
fn add(archive: &mut Vec<u8>, kind: u8, path: &str, bytes: &[u8]) {
    let mut header = [0; 512];
    let mut put = |at: usize, text: &[u8]| header[at..at + text.len()].copy_from_slice(text);
    put(0, &path.as_bytes()[..path.len().min(100)]);
    for (at, text) in [(100, "0000600"), (108, "0000000"), (116, "0000000"), (136, "00000000000")] {
        put(at, text.as_bytes());
    }
    put(124, format!("{:011o}", bytes.len()).as_bytes());
    put(148, b"        ");
    put(156, &[kind]);
    put(157, if kind == b'2' { b"/etc/passwd" } else { b"" });
    put(257, b"ustar\x0000");
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    archive.extend(header);
    archive.extend(bytes);
    archive.resize(archive.len().next_multiple_of(512), 0);
}

/// An archive whose checksums fit, with the manifest of these files, changed.
fn forged(entries: &[(&str, u8)], change: impl Fn(&mut Value)) -> Vec<u8> {
    let about = |path: &&str| json!({ "path": path, "size": 1, "sha256": sha256(b"x") });
    let mut manifest = json!({
        "format": "claude-transcripts bundle", "version": 1, "sessionId": ID,
        "files": entries.iter().map(|it| about(&it.0)).collect::<Vec<_>>(),
    });
    change(&mut manifest);
    let manifest = manifest.to_string();
    let mut archive = Vec::new();
    add(&mut archive, b'0', "manifest.json", manifest.as_bytes());
    add(&mut archive, b'0', "manifest.sha256", sha256(manifest.as_bytes()).as_bytes());
    for (path, kind) in entries {
        add(&mut archive, *kind, path, b"x");
    }
    archive.resize(archive.len() + 1024, 0);
    archive
}

#[test]
fn a_path_that_leads_out_of_the_session_is_refused() {
    let main = format!("{ID}.jsonl");
    let other = "00000000-0000-4000-8000-000000000001";
    // The control: a forged bundle without malice is imported.
    let fine = format!("{ID}/tool-results/x.txt");
    assert!(import(&forged(&[(&main, b'0'), (&fine, b'0')], |_| {})[..]).is_ok());
    let below = |path: &str| format!("{ID}/{path}");
    for path in [
        "../escaped".to_owned(),
        "/tmp/escaped".to_owned(),
        format!("{other}.jsonl"),
        format!("{other}/x"),
        main.clone(),
        "settings.json".to_owned(),
        ID.to_owned(),
        below(""),
        below(".."),
        below("../../../escaped"),
        below("subagents/../../../escaped"),
        below("/escaped"),
        below("a//b"),
        below("a/./b"),
        below("..\\..\\escaped"),
        below("C:escaped"),
        below("a:b"),
        below("NUL"),
        below("a/com1.txt"),
        below("a\u{0}b"),
        below("a."),
    ] {
        let error = import(&forged(&[(&main, b'0'), (&path, b'0')], |_| {})[..]).map(drop);
        assert!(matches!(error, Err(Error::Bundle { .. })), "{path:?}");
    }
    let doubled = [(main.as_str(), b'0'), (&below("a"), b'0'), (&below("A"), b'0')];
    assert!(matches!(import(&forged(&doubled, |_| {})[..]), Err(Error::Bundle { .. })));
    // A file in the place of a folder.
    let nested = [(main.as_str(), b'0'), (&below("a"), b'0'), (&below("a/b"), b'0')];
    assert!(import(&forged(&nested, |_| {})[..]).is_err());
}

#[test]
fn only_regular_files_in_the_order_of_the_manifest_are_accepted() {
    let (main, file) = (format!("{ID}.jsonl"), format!("{ID}/x"));
    // Links, devices, folders, pipes, and extensions that rename what follows.
    for kind in *b"1234567xgLK" {
        let bundle = forged(&[(&main, b'0'), (&file, kind)], |_| {});
        assert!(matches!(import(&bundle[..]), Err(Error::Bundle { .. })), "{}", char::from(kind));
    }
    let entries = [(main.as_str(), b'0'), (file.as_str(), b'0')];
    let changes: [fn(&mut Value); 12] = [
        |it| it["format"] = json!("other"),
        |it| it["version"] = json!(2),
        |it| it["files"] = json!([]),
        |it| it["files"].as_array_mut().unwrap().reverse(),
        |it| it["files"].as_array_mut().unwrap().truncate(1),
        |it| it["files"][1]["size"] = json!(2),
        |it| it["files"][1]["size"] = json!(u64::MAX),
        |it| it["files"][0]["size"] = json!(0),
        |it| it["files"][1]["sha256"] = json!(sha256(b"y")),
        |it| it["files"][1]["sha256"] = json!("é".repeat(32)),
        |it| it["files"][1] = json!({}),
        |it| *it = json!([]),
    ];
    for (number, change) in changes.iter().enumerate() {
        let error = import(&forged(&entries, change)[..]).map(drop);
        assert!(matches!(error, Err(Error::Bundle { .. })), "{number}");
    }
    for id in ["", "..", "x", "../../4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a1"] {
        let bundle = forged(&entries, |it| it["sessionId"] = json!(id));
        assert!(matches!(import(&bundle[..]), Err(Error::InvalidId { .. })), "{id}");
    }
    for bytes in [&b""[..], &[0; 4096], b"not a bundle"] {
        assert!(matches!(import(bytes), Err(Error::Bundle { .. })));
    }
}

#[test]
fn a_session_that_exists_stays_as_it_is() {
    let folder = Folder::new();
    let bundle = export(&session(&folder));
    let before = files(folder.path());
    // In another project, too: the ID would be ambiguous.
    for directory in ["/p", "/elsewhere"] {
        let error = folder.home().import(&bundle[..], Path::new(directory)).unwrap_err();
        let Error::Exists { path, .. } = &error else { panic!("{error}") };
        assert!(path.ends_with(format!("-p/{ID}.jsonl")));
    }
    // It is refused before the files are read.
    let beginning = &bundle[..bundle.len() / 2];
    let error = folder.home().import(beginning, Path::new("/p")).unwrap_err();
    assert!(matches!(error, Error::Exists { .. }), "{error}");
    assert_eq!(files(folder.path()), before);
    // Only a folder that was left of one, or only an empty file.
    for name in [format!("{ID}/tool-results/y.txt"), format!("{ID}.jsonl")] {
        let other = Folder::new();
        other.text(&format!("projects/-p/{name}"), "");
        let error = other.home().import(&bundle[..], Path::new("/p")).unwrap_err();
        assert!(matches!(error, Error::Exists { .. }), "{error}");
        assert_eq!(files(other.path()).len(), 1);
    }
}

#[cfg(unix)]
#[test]
fn links_are_neither_packed_nor_followed() {
    use std::os::unix::fs::symlink;
    let (folder, outside) = (Folder::new(), Folder::new());
    outside.text("secret.txt", "secret");
    let transcript = session(&folder);
    let bundle = export(&transcript);
    let own = transcript.path().with_extension("");
    let results = own.join("tool-results");
    for (target, at) in [
        (outside.path().join("secret.txt"), results.join("link.txt")),
        (outside.path().to_path_buf(), results.join("folder")),
    ] {
        symlink(target, &at).unwrap();
        let mut packed = Vec::new();
        let error = transcript.export_bundle(&mut packed).unwrap_err();
        assert!(matches!(error, Error::Bundle { .. }), "{error}");
        assert_eq!(packed, b"");
        std::fs::remove_file(at).unwrap();
    }
    File::create(results.join("a:b")).unwrap();
    assert!(transcript.export_bundle(io::sink()).is_err());
    // The session file itself, and its folder.
    let linked = Folder::new();
    std::fs::create_dir_all(linked.path().join("projects/-p")).unwrap();
    let path = linked.path().join(format!("projects/-p/{ID}.jsonl"));
    symlink(transcript.path(), &path).unwrap();
    assert!(Transcript::at(&path).export_bundle(io::sink()).is_err());
    std::fs::remove_file(&path).unwrap();
    std::fs::copy(transcript.path(), &path).unwrap();
    symlink(outside.path(), path.with_extension("")).unwrap();
    assert!(Transcript::at(&path).export_bundle(io::sink()).is_err());
    // Links where the import writes.
    for at in ["projects/-elsewhere".to_owned(), format!("projects/-elsewhere/{ID}")] {
        let (to, victim) = (Folder::new(), Folder::new());
        let at = to.path().join(at);
        std::fs::create_dir_all(at.parent().unwrap()).unwrap();
        symlink(victim.path(), at).unwrap();
        assert!(to.home().import(&bundle[..], Path::new("/elsewhere")).is_err());
        assert_eq!(files(victim.path()), BTreeMap::new());
    }
}

/// A writer or reader that does something to a file when the first large part passes, and refuses
/// parts that are larger than a block.
struct Watched<T, F> {
    inner: T,
    largest: usize,
    then: Option<F>,
}

impl<T: Write, F: FnOnce()> Write for Watched<T, F> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.largest = self.largest.max(bytes.len());
        if bytes.len() > 1024
            && let Some(then) = self.then.take()
        {
            then();
        }
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<T: Read, F> Read for Watched<T, F> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.largest = self.largest.max(bytes.len());
        self.inner.read(bytes)
    }
}

#[test]
fn a_large_session_passes_in_blocks_and_a_cli_may_append_meanwhile() {
    let folder = Folder::new();
    let path = session(&folder).path().to_owned();
    // The rest of the file is zeros.
    File::options().write(true).open(&path).unwrap().set_len(20 << 20).unwrap();
    let append = || {
        let mut file = OpenOptions::new().append(true).open(&path).unwrap();
        file.write_all(b"appended").unwrap();
    };
    let mut out = Watched { inner: Vec::new(), largest: 0, then: Some(append) };
    Transcript::at(&path).export_bundle(&mut out).unwrap();
    assert!(out.then.is_none() && out.largest <= 256 << 10, "{}", out.largest);
    let mut bundle = Watched { inner: &out.inner[..], largest: 0, then: None::<fn()> };
    let (_to, transcript) = import(&mut bundle).unwrap();
    assert!(bundle.largest <= 256 << 10, "{}", bundle.largest);
    assert_eq!(transcript.path().metadata().unwrap().len(), 20 << 20);

    // A change that is no appending is found, and so is a file that became shorter.
    let change = || {
        let mut file = OpenOptions::new().write(true).open(&path).unwrap();
        file.seek(SeekFrom::Start(10 << 20)).and_then(|_| file.write_all(b"x")).unwrap();
    };
    let cut = || File::options().write(true).open(&path).unwrap().set_len(1 << 20).unwrap();
    let changes: [Box<dyn FnOnce()>; 2] = [Box::new(change), Box::new(cut)];
    for change in changes {
        let out = Watched { inner: io::sink(), largest: 0, then: Some(change) };
        let error = Transcript::at(&path).export_bundle(out).unwrap_err();
        assert!(matches!(error, Error::Bundle { .. }), "{error}");
    }
}

#[test]
fn the_error_of_a_reader_or_a_writer_is_passed_on() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the network"))
        }
    }
    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::other("the network"))
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let folder = Folder::new();
    let transcript = session(&folder);
    let bundle = export(&transcript);
    let half = (&bundle[..3000]).chain(Broken);
    for error in
        [import(half).map(drop).unwrap_err(), transcript.export_bundle(Broken).unwrap_err()]
    {
        let source = std::error::Error::source(&error).unwrap();
        assert_eq!(source.to_string(), "the network");
    }
}
