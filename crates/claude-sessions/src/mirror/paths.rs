//! Paths: which log a file of the CLI is.

use std::path::{Component, Path};

use crate::ports::SessionKey;

/// Returns the key of a session file, or of the file of a subagent. `None` for every other file.
///
/// `<project>/<id>.jsonl` is a main log, `<project>/<id>/<path>.jsonl` that of a subagent. With
/// `project`, that is the project, whatever the folder is called.
pub(super) fn key_of(path: &Path, project: Option<&str>) -> Option<SessionKey> {
    let stem = path.file_name()?.to_str()?.strip_suffix(".jsonl")?;
    let parent = path.parent()?;
    let named = |folder: &Path| project.or_else(|| folder.file_name()?.to_str()).map(str::to_owned);
    if let Some(main) = named(parent).and_then(|project| SessionKey::new(project, stem).ok()) {
        return Some(main);
    }
    // The nearest folder that is called like a session.
    let mut below = vec![stem];
    let mut folder = parent;
    loop {
        let name = folder.file_name()?.to_str()?;
        let project = folder.parent().and_then(named);
        if let Some(main) = project.and_then(|project| SessionKey::new(project, name).ok()) {
            below.reverse();
            // A file directly in the folder of a session is no log.
            return if below.len() > 1 { main.with_subpath(below.join("/")).ok() } else { None };
        }
        if !matches!(folder.components().next_back(), Some(Component::Normal(_))) {
            return None;
        }
        below.push(name);
        folder = folder.parent()?;
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::key_of;

    const ID: &str = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10";

    #[test]
    fn only_session_files_and_those_of_subagents_are_logs() {
        let key = |path: &str| {
            let key = key_of(Path::new(&path.replace("ID", ID)), None)?;
            Some((key.project().to_owned(), key.subpath().map(str::to_owned)))
        };
        let main = |project: &str| Some((project.to_owned(), None));
        let agent = |path: &str| Some(("-app".to_owned(), Some(path.to_owned())));
        assert_eq!(key("/h/.claude/projects/-app/ID.jsonl"), main("-app"));
        assert_eq!(key("/p/-app/ID/subagents/agent-a.jsonl"), agent("subagents/agent-a"));
        assert_eq!(key("/p/-app/ID/subagents/w/agent-a.jsonl"), agent("subagents/w/agent-a"));
        for path in [
            "ID.jsonl",
            "/ID.jsonl",
            "/p/-app/ID/agent-a.jsonl",
            "/p/-app/ID.json",
            "/p/-app/x.jsonl",
            "/p/-app/ID/../../agent-a.jsonl",
            "",
        ] {
            assert_eq!(key(path), None, "{path}");
        }
    }

    #[test]
    fn a_given_project_counts_more_than_the_folder() {
        let path = format!("/tmp/private/{ID}.jsonl");
        assert_eq!(key_of(Path::new(&path), Some("-app")).unwrap().project(), "-app");
    }
}
