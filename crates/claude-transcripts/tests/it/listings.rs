//! Listings: which sessions are listed, in which order, and what is shown of them.

use std::fs::File;
use std::path::Path;
use std::time::{Duration, SystemTime};

use claude_transcripts::{Error, Lister, Scope, project_key};
use serde_json::{Value, json};

use crate::files::{Folder, ID, assistant, text, user, with};

fn id(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

fn set_time(path: &Path, seconds: u64) {
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 + seconds);
    File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

fn title(text: &str) -> Value {
    json!({ "type": "custom-title", "customTitle": text, "sessionId": ID })
}

fn listed(folder: &Folder) -> Vec<(String, String)> {
    let list = folder.home().list(&Scope::everywhere()).run().unwrap();
    assert!(list.skipped.is_empty(), "{:?}", list.skipped);
    list.sessions.into_iter().map(|it| (it.session_id.to_string(), it.summary)).collect()
}

#[test]
fn the_latest_session_is_first_and_pages_count_what_is_shown() {
    let folder = Folder::new();
    assert_eq!(listed(&folder), []);
    for number in 0..30 {
        let lines = match number % 3 {
            // Left out: no prompt and no title, and a subagent.
            0 => vec![json!({ "type": "mode", "mode": "normal" })],
            _ => vec![user("a", None, &format!("prompt {number}"))],
        };
        set_time(&folder.write("-p", &id(number), &lines), u64::from(number % 10));
    }
    folder.write("-p", "agent-1", &[user("a", None, "x")]);
    folder.text("projects/-p/empty.jsonl", "");
    folder.text(&format!("projects/-p/{}.jsonl", id(90)), "");
    let side = with(user("a", None, "x"), json!({ "isSidechain": true }));
    folder.write("-p", &id(91), &[side]);
    let all = listed(&folder);
    assert_eq!(all.len(), 20);
    // Of equal times, the smaller ID comes first.
    assert_eq!(
        all[..3],
        [(id(19), "prompt 19".into()), (id(29), "prompt 29".into()), (id(8), "prompt 8".into()),]
    );
    let home = folder.home();
    for (offset, limit) in [(0, 3), (3, 5), (18, 10), (20, 1), (0, 0)] {
        let page = home.list(&Scope::everywhere()).offset(offset).limit(limit).run().unwrap();
        let ids: Vec<_> = page.sessions.iter().map(|it| it.session_id.to_string()).collect();
        let expected: Vec<_> =
            all.iter().skip(offset).take(limit).map(|(id, _)| id.clone()).collect();
        assert_eq!(ids, expected, "{offset} {limit}");
    }
}

#[test]
fn the_best_name_of_a_session_is_shown() {
    let ai = json!({ "type": "ai-title", "aiTitle": "of a model", "sessionId": ID });
    let last = json!({ "type": "last-prompt", "lastPrompt": "the last", "sessionId": ID });
    let old = json!({ "type": "summary", "summary": "old", "leafUuid": "x" });
    let first = user("a", None, "the first");
    let cases = [
        (vec![first.clone()], "the first"),
        (vec![first.clone(), old.clone()], "old"),
        (vec![first.clone(), last.clone(), old.clone()], "the last"),
        (vec![first.clone(), ai.clone(), last.clone()], "of a model"),
        (vec![first.clone(), title("mine"), ai.clone(), last.clone()], "mine"),
        (vec![first.clone(), title("mine"), title("newer")], "newer"),
        (vec![first.clone(), title(""), ai.clone()], "of a model"),
    ];
    for (lines, expected) in cases {
        let folder = Folder::new();
        folder.write("-p", ID, &lines);
        assert_eq!(listed(&folder), [(ID.into(), expected.into())]);
    }
    // The file beside it counts if the transcript has no title.
    let folder = Folder::new();
    folder.write("-p", ID, &[first, ai]);
    folder.text(&format!("projects/-p/{ID}/custom-title.json"), r#"{"customTitle":"beside"}"#);
    assert_eq!(listed(&folder)[0].1, "beside");
}

#[test]
fn a_long_first_prompt_and_a_far_title_are_found() {
    let folder = Folder::new();
    let filler = |count: usize| vec![assistant("f", Some("a"), &"x".repeat(1000)); count];
    let long = "long prompt ".repeat(20_000);
    folder.write("-p", &id(1), &[vec![user("a", None, &long)], filler(300)].concat());
    let far = [vec![user("a", None, "first"), title("far away")], filler(900)].concat();
    folder.write("-p", &id(2), &far);
    let mut all = listed(&folder);
    all.sort();
    assert!(all[0].1.starts_with("long prompt long") && all[0].1.ends_with('…'), "{}", all[0].1);
    assert_eq!(all[0].1.chars().count(), 200 + usize::from(!all[0].1.contains("… ")));
    assert_eq!(all[1].1, "far away");
}

#[test]
fn generated_prompts_are_passed_over_and_commands_are_the_last_resort() {
    let cases = [
        (vec!["<local-command-stdout>x</local-command-stdout>", "real"], "real"),
        (vec!["[Request interrupted by user]", "real"], "real"),
        (vec!["<ide_opened_file>x</ide_opened_file>", "real"], "real"),
        (vec!["<command-name>/init</command-name>", "real"], "real"),
        (vec!["<command-name>/init</command-name>"], "/init"),
        (vec!["<bash-input> ls </bash-input>", "real"], "! ls"),
        (vec!["  two\nlines  "], "two lines"),
    ];
    for (prompts, expected) in cases {
        let folder = Folder::new();
        let mut lines = vec![with(user("m", None, "meta"), json!({ "isMeta": true }))];
        lines.push(crate::files::result("r", "m", "t"));
        lines.extend(prompts.iter().map(|prompt| user("a", None, prompt)));
        folder.write("-p", ID, &lines);
        assert_eq!(listed(&folder)[0].1, expected);
    }
}

#[test]
fn the_fields_come_from_both_ends() {
    let folder = Folder::new();
    let lines = [
        with(user("a", None, "x"), json!({ "gitBranch": "old", "entrypoint": "cli" })),
        json!({ "type": "tag", "tag": "first" }),
        json!({ "type": "tag", "tag": "second" }),
        with(
            assistant("b", Some("a"), "x"),
            json!({ "gitBranch": "new", "message": { "role": "assistant", "content": [
                { "type": "tool_use", "id": "t", "name": "X", "input": { "tag": "of a tool" } },
            ] } }),
        ),
    ];
    let path = folder.write("-p", ID, &lines);
    folder.text(
        &format!("projects/-p/{ID}/archived.json"),
        r#"{"archived":true,"at":"2026-02-01T12:00:00.000Z","by":"sdk"}"#,
    );
    let list = folder.home().list(&Scope::everywhere()).run().unwrap();
    let info = &list.sessions[0];
    assert_eq!(info.path, path);
    assert_eq!(info.git_branch.as_deref(), Some("new"));
    assert_eq!(info.tag.as_deref(), Some("second"));
    assert_eq!(info.cwd.as_deref(), Some(Path::new("/home/me/app")));
    assert_eq!(info.size, text(&lines).len() as u64);
    let created = info.created_at.unwrap().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    assert_eq!(created.as_millis(), 1_767_268_800_000);
    assert_eq!(info.archived, Some(true));
    // A later prompt takes the session back.
    let later =
        with(user("c", Some("b"), "again"), json!({ "timestamp": "2026-03-01T12:00:00.000Z" }));
    folder.write("-p", ID, &[&lines[..], &[later]].concat());
    let list = folder.home().list(&Scope::everywhere()).run().unwrap();
    assert_eq!(list.sessions[0].archived, Some(false));
}

#[test]
fn sessions_of_programs_can_be_hidden() {
    let folder = Folder::new();
    for (number, program) in ["cli", "sdk-ts", "sdk-rust", "sdk-py", "sdk-cli"].iter().enumerate() {
        let line = with(user("a", None, program), json!({ "entrypoint": program }));
        folder.write("-p", &id(u32::try_from(number).unwrap()), &[line]);
    }
    let home = folder.home();
    let list = home.list(&Scope::everywhere()).programmatic(false).run().unwrap();
    assert_eq!(list.sessions.iter().map(|it| &*it.summary).collect::<Vec<_>>(), ["cli"]);
}

#[test]
fn a_directory_lists_its_project_and_its_worktrees() {
    let folder = Folder::new();
    let main = folder.path().join("repo");
    let linked = folder.path().join("linked");
    let own = main.join(".git/worktrees/linked");
    std::fs::create_dir_all(&own).unwrap();
    std::fs::create_dir_all(&linked).unwrap();
    std::fs::write(own.join("gitdir"), linked.join(".git").to_str().unwrap()).unwrap();
    for (number, directory) in [(1, &main), (2, &linked)] {
        let key = project_key(&directory.canonicalize().unwrap());
        folder.write(&key, &id(number), &[user("a", None, "x")]);
    }
    folder.write("-other", &id(3), &[user("a", None, "x")]);
    let home = folder.home();
    let count = |scope: Scope| home.list(&scope).run().unwrap().sessions.len();
    assert_eq!(count(Scope::directory(&main)), 2);
    assert_eq!(count(Scope::directory(&main).worktrees(false)), 1);
    assert_eq!(count(Scope::directory("/nowhere")), 0);
    assert_eq!(count(Scope::everywhere()), 3);
}

#[test]
fn of_a_session_in_two_projects_the_newer_file_is_listed_and_both_are_ambiguous() {
    let folder = Folder::new();
    set_time(&folder.write("-a", ID, &[user("a", None, "older")]), 1);
    set_time(&folder.write("-b", ID, &[user("a", None, "newer")]), 2);
    assert_eq!(listed(&folder), [(ID.into(), "newer".into())]);
    let home = folder.home();
    let Err(Error::Ambiguous { paths, .. }) = home.locate(&ID.into()) else { panic!() };
    assert_eq!(paths.len(), 2);
    folder.text(&format!("projects/-a/{ID}.jsonl"), "");
    assert!(home.locate(&ID.into()).unwrap().ends_with(format!("-b/{ID}.jsonl")));
    for bad in ["../../etc/passwd", "x", "", &ID.replace('-', ""), &format!("{{{ID}}}")] {
        assert!(matches!(home.locate(&bad.into()), Err(Error::InvalidId { .. })), "{bad}");
    }
    assert!(matches!(home.locate(&id(7).as_str().into()), Err(Error::NotFound { .. })));
}

#[test]
fn a_lister_reads_again_what_has_changed_and_nothing_else() {
    let folder = Folder::new();
    let path = folder.write("-p", &id(1), &[user("a", None, "one")]);
    set_time(&folder.write("-p", &id(2), &[user("a", None, "two")]), 1);
    let (home, mut lister) = (folder.home(), Lister::default());
    let mut list = || {
        let list = home.list(&Scope::everywhere()).run_with(&mut lister).unwrap();
        list.sessions.into_iter().map(|it| it.summary).collect::<Vec<_>>()
    };
    assert_eq!(list(), ["one", "two"]);
    // The same size and time: it is not read again.
    let time = path.metadata().unwrap().modified().unwrap();
    let changed = std::fs::read_to_string(&path).unwrap().replace("\"one\"", "\"ONE\"");
    std::fs::write(&path, changed).unwrap();
    File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    assert_eq!(list(), ["one", "two"]);
    set_time(&path, 100);
    assert_eq!(list(), ["ONE", "two"]);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(list(), ["two"]);
}

#[test]
fn a_search_finds_messages_and_no_other_fields() {
    let folder = Folder::new();
    let quoted = r#"say "needle\n""#;
    let old = folder.write("-p", &id(1), &[user("a", None, "a needle"), user("needle", None, "x")]);
    set_time(&old, 1);
    let lines = [
        with(user("a", None, "needle meta"), json!({ "isMeta": true })),
        with(user("b", None, "x"), json!({ "cwd": "/needle" })),
        json!({ "type": "last-prompt", "lastPrompt": "needle" }),
        assistant("c", Some("b"), quoted),
        with(
            assistant("d", Some("c"), "x"),
            json!({ "message": { "role": "assistant", "content": [
                { "type": "tool_use", "id": "t", "name": "X", "input": { "x": "needle" } },
            ] } }),
        ),
    ];
    folder.write("-p", &id(2), &lines);
    folder.text(&format!("projects/-p/{}.jsonl", id(3)), "{\"torn needle");
    let found = |text: &str| {
        let hits = folder.home().search(text, &Scope::everywhere()).unwrap();
        hits.map(|hit| hit.unwrap().message.uuid().unwrap().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(found("needle"), ["c", "d", "a"]);
    assert_eq!(found(quoted), ["c"]);
    assert_eq!(found("Needle"), [""; 0]);
}

#[cfg(unix)]
#[test]
fn links_are_left_out() {
    let folder = Folder::new();
    let outside = folder.write("outside", &id(1), &[user("a", None, "x")]);
    std::fs::create_dir_all(folder.path().join("projects/-p")).unwrap();
    let link = folder.path().join(format!("projects/-p/{}.jsonl", id(2)));
    std::os::unix::fs::symlink(outside, &link).unwrap();
    let session = id(1);
    assert_eq!(listed(&folder).into_iter().map(|it| it.0).collect::<Vec<_>>(), [session]);
    assert!(folder.home().locate(&id(2).as_str().into()).is_err());
}

/// The open of a pipe without a writer would wait for one.
#[cfg(target_os = "linux")]
#[test]
fn a_pipe_is_no_session_and_is_not_waited_for() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let folder = Folder::new();
    let path = folder.text(&format!("projects/-p/{ID}.jsonl"), "");
    std::fs::remove_file(&path).unwrap();
    mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    assert_eq!(listed(&folder), []);
    assert_eq!(claude_transcripts::Transcript::at(&path).info().unwrap(), None);
}
