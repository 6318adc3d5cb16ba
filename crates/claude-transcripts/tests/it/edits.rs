//! Edits: titles, tags and archive marks as the official SDKs write them, and removal.

use std::path::{Path, PathBuf};

use claude_transcripts::{Error, Transcript};
use serde_json::{Value, json};

use crate::files::{Folder, ID, text, user};

fn session(folder: &Folder) -> Transcript {
    Transcript::at(folder.write("-p", ID, &[user("a", None, "the first")]))
}

/// What is in the file behind its first line.
fn appended(transcript: &Transcript) -> String {
    let text = std::fs::read_to_string(transcript.path()).unwrap();
    text.split_once('\n').unwrap().1.to_owned()
}

/// Writes what a CLI notes about itself. This process runs, so the session counts as open.
fn hold(folder: &Folder, id: &str) {
    let pid = std::process::id();
    let note = json!({ "pid": pid, "sessionId": id, "status": "busy", "cwd": "/" });
    folder.text(&format!("sessions/{pid}.json"), &note.to_string());
}

#[test]
fn a_title_is_one_line_of_the_official_bytes_and_the_last_one_counts() {
    let folder = Folder::new();
    let transcript = session(&folder);
    // The lines were written by the official SDK for TypeScript for the same titles.
    transcript.rename(" \u{feff}my \"title\" é \u{7f}\u{1} 😀\u{2028} ").unwrap();
    transcript.rename("the newest").unwrap();
    let expected = "{\"type\":\"custom-title\",\"customTitle\":\"my \\\"title\\\" é \u{7f}\\u0001 😀\",\
        \"sessionId\":\"4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10\"}\n\
        {\"type\":\"custom-title\",\"customTitle\":\"the newest\",\
        \"sessionId\":\"4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10\"}\n";
    assert_eq!(appended(&transcript), expected);
    let info = transcript.info().unwrap().unwrap();
    assert_eq!(info.custom_title.as_deref(), Some("the newest"));
}

#[test]
fn a_tag_is_cleaned_written_as_the_official_bytes_and_removed() {
    let folder = Folder::new();
    let transcript = session(&folder);
    transcript.tag(Some(" a\u{200b} ﬁ ")).unwrap();
    assert_eq!(transcript.info().unwrap().unwrap().tag.as_deref(), Some("a fi"));
    transcript.tag(None).unwrap();
    assert_eq!(transcript.info().unwrap().unwrap().tag, None);
    let line =
        |tag: &str| format!("{{\"type\":\"tag\",\"tag\":\"{tag}\",\"sessionId\":\"{ID}\"}}\n");
    assert_eq!(appended(&transcript), line("a fi") + &line(""));
}

#[test]
fn a_title_and_a_tag_must_be_visible() {
    let folder = Folder::new();
    let transcript = session(&folder);
    for title in ["", " \n\t", "\u{feff}"] {
        assert!(matches!(transcript.rename(title), Err(Error::Empty { field: "title", .. })));
    }
    for tag in ["", "  ", "\u{200b}\u{feff}", "\u{e000}"] {
        assert!(matches!(transcript.tag(Some(tag)), Err(Error::Empty { field: "tag", .. })));
    }
    assert_eq!(appended(&transcript), "");
}

#[test]
fn a_file_without_a_final_newline_gets_one_first() {
    let folder = Folder::new();
    let torn = text(&[user("a", None, "x")]) + "{\"type\":\"user\",\"mess";
    let transcript = Transcript::at(folder.text(&format!("projects/-p/{ID}.jsonl"), &torn));
    transcript.rename("t").unwrap();
    transcript.tag(Some("g")).unwrap();
    let text = std::fs::read_to_string(transcript.path()).unwrap();
    let rest = text.strip_prefix(&torn).unwrap();
    assert!(rest.starts_with("\n{\"type\":\"custom-title\""), "{rest}");
    assert_eq!(rest.lines().count(), 3);
    let info = transcript.info().unwrap().unwrap();
    assert_eq!((info.summary.as_str(), info.tag.as_deref()), ("t", Some("g")));
}

type Edit = fn(&Transcript) -> Result<(), Error>;

const EDITS: [Edit; 4] = [
    |it| it.rename("t"),
    |it| it.tag(Some("g")),
    Transcript::archive,
    |it| it.delete().map(|deleted| assert!(deleted.remaining.is_empty())),
];

#[test]
fn an_edit_creates_no_session_and_takes_only_ids() {
    let folder = Folder::new();
    std::fs::create_dir_all(folder.path().join("projects/-p")).unwrap();
    let missing = folder.path().join(format!("projects/-p/{ID}.jsonl"));
    let no_folder = folder.path().join(format!("projects/-q/{ID}.jsonl"));
    for edit in EDITS {
        for path in [&missing, &no_folder] {
            let error = edit(&Transcript::at(path)).unwrap_err();
            assert!(matches!(&error, Error::NotFound { id, .. } if id.as_str() == ID), "{error}");
        }
        for name in ["agent-1.jsonl", "x.jsonl", "notes.txt", ".jsonl"] {
            let path = folder.text(&format!("projects/-p/{name}"), "{}\n");
            let error = edit(&Transcript::at(&path)).unwrap_err();
            assert!(matches!(error, Error::InvalidId { .. }), "{name}: {error}");
            assert_eq!(std::fs::read_to_string(path).unwrap(), "{}\n");
        }
    }
    assert!(!missing.exists() && !no_folder.parent().unwrap().exists());
    // An empty file counts as none.
    let empty = Transcript::at(folder.text(&format!("projects/-p/{ID}.jsonl"), ""));
    for edit in &EDITS[..3] {
        assert!(matches!(edit(&empty), Err(Error::NotFound { .. })));
    }
    assert_eq!(empty.path().metadata().unwrap().len(), 0);
}

#[test]
fn many_writers_lose_no_line() {
    let folder = Folder::new();
    let transcript = session(&folder);
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let transcript = &transcript;
            scope.spawn(move || {
                for number in 0..50 {
                    transcript.rename(&format!("{writer} {number}")).unwrap();
                }
            });
        }
    });
    // A writer that sees half a line of another one begins with an empty line.
    let text = appended(&transcript);
    let lines = text.lines().filter(|line| !line.is_empty());
    let lines: Vec<Value> = lines.map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 200);
    for writer in 0..4 {
        let of_writer = lines.iter().filter_map(|line| {
            line["customTitle"].as_str().unwrap().strip_prefix(&format!("{writer} "))
        });
        assert!(of_writer.eq((0..50).map(|number| number.to_string())));
    }
}

#[test]
fn an_archived_session_says_so_until_it_is_taken_out() {
    let folder = Folder::new();
    let transcript = session(&folder);
    let archived = || transcript.info().unwrap().unwrap().archived;
    assert_eq!(archived(), None);
    transcript.archive().unwrap();
    assert_eq!(archived(), Some(true));
    let mark = transcript.path().with_extension("").join("archived.json");
    let text = std::fs::read_to_string(&mark).unwrap();
    // {"archived":true,"at":"2026-01-01T12:00:00.123Z","by":"sdk"}
    let time = text.strip_prefix("{\"archived\":true,\"at\":\"").unwrap();
    let time = time.strip_suffix("\",\"by\":\"sdk\"}").unwrap();
    assert_eq!((time.len(), &time[10..11], &time[23..]), (24, "T", "Z"));
    transcript.unarchive().unwrap();
    assert_eq!(archived(), Some(false));
    assert!(std::fs::read_to_string(&mark).unwrap().starts_with("{\"archived\":false,"));
    assert_eq!(names(&transcript.path().with_extension("")), ["archived.json"]);
    assert_eq!(appended(&transcript), "");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&mark), mode(mark.parent().unwrap())), (0o600, 0o700));
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A session with everything that can belong to one.
fn full_session(folder: &Folder) -> Transcript {
    for name in [
        "subagents/agent-a1.jsonl",
        "subagents/agent-a1.meta.json",
        "subagents/deep/agent-a2.jsonl",
        "tool-results/x.txt",
        "custom-title.json",
        "archived.json",
    ] {
        folder.text(&format!("projects/-p/{ID}/{name}"), "{}\n");
    }
    session(folder)
}

#[test]
fn a_deleted_session_leaves_nothing_and_others_stay() {
    let folder = Folder::new();
    let transcript = full_session(&folder);
    let other = "00000000-0000-4000-8000-000000000001";
    folder.write("-p", other, &[user("a", None, "x")]);
    folder.text(&format!("projects/-p/{other}/tool-results/x.txt"), "x");
    hold(&folder, other);
    assert!(transcript.delete().unwrap().remaining.is_empty());
    assert_eq!(names(&folder.path().join("projects/-p")), [other, &format!("{other}.jsonl")]);
    assert!(folder.home().open(&ID.into()).is_err());
    assert!(matches!(transcript.delete(), Err(Error::NotFound { .. })));
}

#[test]
fn an_open_session_is_edited_but_not_deleted() {
    let folder = Folder::new();
    let transcript = full_session(&folder);
    hold(&folder, ID);
    transcript.rename("t").unwrap();
    transcript.tag(Some("g")).unwrap();
    transcript.archive().unwrap();
    let error = transcript.delete().unwrap_err();
    let Error::HeldBy { holder, .. } = &error else { panic!("{error}") };
    assert_eq!((holder.pid, holder.session_id.as_str()), (std::process::id(), ID));
    assert_eq!(names(&transcript.path().with_extension("")).len(), 4);
    assert!(transcript.info().unwrap().is_some());
    assert!(transcript.force_delete().unwrap().remaining.is_empty());
    assert_eq!(names(&folder.path().join("projects/-p")), [""; 0]);
}

#[test]
fn a_session_that_lost_its_file_is_deleted_to_the_end() {
    let folder = Folder::new();
    let transcript = full_session(&folder);
    std::fs::remove_file(transcript.path()).unwrap();
    assert!(transcript.delete().unwrap().remaining.is_empty());
    assert_eq!(names(&folder.path().join("projects/-p")), [""; 0]);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_removed_is_reported_and_the_rest_is_removed() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let transcript = full_session(&folder);
    let results = transcript.path().with_extension("").join("tool-results");
    let set_mode = |mode| {
        std::fs::set_permissions(&results, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    set_mode(0o500);
    // Root may remove everything: nothing can be seen then.
    let is_root = std::fs::write(results.join("y"), "").is_ok();
    let deleted = transcript.delete().unwrap();
    if !is_root {
        let [Error::Io { path, .. }] = &deleted.remaining[..] else { panic!("{deleted:?}") };
        assert_eq!(*path, results);
        set_mode(0o700);
        assert_eq!(names(&transcript.path().with_extension("")), ["tool-results"]);
        assert!(transcript.delete().unwrap().remaining.is_empty());
    }
    assert!(!transcript.path().with_extension("").exists());
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let (folder, outside) = (Folder::new(), Folder::new());
    let victim = outside.text("keep/file.jsonl", "{}\n");
    let victim_folder = victim.parent().unwrap();
    std::fs::create_dir_all(folder.path().join("projects/-p")).unwrap();
    let path: PathBuf = folder.path().join(format!("projects/-p/{ID}.jsonl"));
    symlink(&victim, &path).unwrap();
    let transcript = Transcript::at(&path);
    assert!(matches!(transcript.rename("t"), Err(Error::Io { .. })));
    assert!(matches!(transcript.tag(None), Err(Error::Io { .. })));
    assert!(matches!(transcript.archive(), Err(Error::NotFound { .. })));
    std::fs::remove_file(&path).unwrap();
    let transcript = session(&folder);
    let own = path.with_extension("");
    symlink(victim_folder, &own).unwrap();
    assert!(matches!(transcript.archive(), Err(Error::Io { .. })));
    assert!(transcript.delete().unwrap().remaining.is_empty());
    assert!(own.symlink_metadata().is_err());
    assert_eq!(std::fs::read_to_string(&victim).unwrap(), "{}\n");
    assert_eq!(names(victim_folder), ["file.jsonl"]);
    // A link inside the folder, too.
    let transcript = full_session(&folder);
    symlink(victim_folder, own.join("tool-results/link")).unwrap();
    assert!(transcript.delete().unwrap().remaining.is_empty());
    assert_eq!(names(victim_folder), ["file.jsonl"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_session_does_not_block() {
    let folder = Folder::new();
    std::fs::create_dir_all(folder.path().join("projects/-p")).unwrap();
    let path = folder.path().join(format!("projects/-p/{ID}.jsonl"));
    rustix::fs::mkfifoat(rustix::fs::CWD, &path, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR)
        .unwrap();
    assert!(Transcript::at(path).rename("t").is_err());
}
