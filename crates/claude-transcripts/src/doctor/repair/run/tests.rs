//! A crash at each step of a repair, and failures of the disk.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::PathBuf;

use super::super::replace::{Disk, Step};
use super::Repairs;
use crate::error::Error;
use crate::transcript::Transcript;

const ID: &str = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10";

/// A torn line, and a branch of one message that is not followed.
fn damaged() -> (tempfile::TempDir, PathBuf, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{ID}.jsonl"));
    let line = |uuid: &str, parent: &str| {
        format!(
            r#"{{"type":"user","uuid":"{uuid}","parentUuid":{parent},"sessionId":"{ID}","message":{{"role":"user","content":"x"}}}}"#
        )
    };
    let (first, lost, last) = (line("a", "null"), line("b", "\"a\""), line("c", "\"a\""));
    fs::write(&path, format!("{first}\n{{\"type\":\"us\n{lost}\n{last}\n")).unwrap();
    (folder, path, format!("{first}\n{last}\n"))
}

fn all() -> Repairs {
    Repairs::safe().lost_branches(true)
}

fn names(folder: &tempfile::TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// sessions SB-29
#[test]
fn a_crash_at_each_step_leaves_the_whole_old_file_or_the_whole_new_one() {
    let mut crashed_at = BTreeSet::new();
    for number in 0.. {
        let (folder, path, new) = damaged();
        let old = fs::read_to_string(&path).unwrap();
        let report = Transcript::at(&path).doctor().unwrap();
        let mut steps = Vec::new();
        let mut crash = |step: Step| {
            steps.push(step);
            if steps.len() == number + 1 { Err(io::Error::other("crash")) } else { Ok(()) }
        };
        let repaired = report.repair_on(&mut Disk::new(&mut crash), &all());
        let is_whole = repaired.is_ok();
        let left = fs::read_to_string(&path).unwrap();
        let has_renamed = steps.contains(&Step::SyncFolder);
        assert_eq!(left, if has_renamed { new.clone() } else { old.clone() }, "{steps:?}");
        // Every session that is there is whole, and the old content is somewhere.
        let contents: Vec<_> = names(&folder)
            .iter()
            .filter(|name| name.ends_with(".jsonl"))
            .map(|name| fs::read_to_string(folder.path().join(name)).unwrap())
            .collect();
        assert!(contents.iter().all(|it| it.ends_with("}\n") && it.contains(r#""uuid":"a""#)));
        let kept = names(&folder).into_iter().find(|name| name.contains(".before-"));
        if has_renamed {
            assert_eq!(fs::read_to_string(folder.path().join(kept.unwrap())).unwrap(), old);
        }
        // What the crash left does not disturb the next repair.
        let report = Transcript::at(&path).doctor().unwrap();
        report.repair(&all()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), new);
        let after = Transcript::at(&path).doctor().unwrap().findings;
        assert!(after.iter().all(|it| it.at().is_none()), "{after:?}");
        if is_whole {
            break;
        }
        crashed_at.extend(steps.last().map(|step| format!("{step:?}")));
    }
    let all = ["Check", "Create", "Keep", "Publish", "Rename", "Sync", "SyncFolder", "Write"];
    assert_eq!(crashed_at.into_iter().collect::<Vec<_>>(), all);
}

#[test]
fn a_file_that_changes_while_it_is_repaired_is_refused_and_nothing_is_left() {
    let (folder, path, _) = damaged();
    let report = Transcript::at(&path).doctor().unwrap();
    let mut append = |step: Step| {
        if step == Step::Check {
            let mut file = fs::File::options().append(true).open(&path)?;
            io::Write::write_all(&mut file, b"{\"type\":\"mode\"}\n")?;
        }
        Ok(())
    };
    let refused = report.repair_on(&mut Disk::new(&mut append), &Repairs::safe());
    assert!(matches!(refused, Err(Error::Changed { .. })), "{refused:?}");
    assert!(fs::read_to_string(&path).unwrap().ends_with("{\"type\":\"mode\"}\n"));
    assert_eq!(names(&folder).len(), 1, "{:?}", names(&folder));
}

/// The rename fails.
#[test]
fn a_failure_leaves_the_old_file_and_nothing_else() {
    let (folder, path, _) = damaged();
    let old = fs::read(&path).unwrap();
    let report = Transcript::at(&path).doctor().unwrap();
    let mut take = |step: Step| {
        if step == Step::Rename {
            // The new file is gone: the rename fails.
            for name in names(&folder).iter().filter(|name| name.contains(".repair-")) {
                fs::remove_file(folder.path().join(name))?;
            }
        }
        Ok(())
    };
    assert!(report.repair_on(&mut Disk::new(&mut take), &Repairs::safe()).is_err());
    assert_eq!(fs::read(&path).unwrap(), old);
    assert_eq!(names(&folder).len(), 1, "{:?}", names(&folder));
}
