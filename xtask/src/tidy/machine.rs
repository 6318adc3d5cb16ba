//! Machine names: what binds a file to one machine, such as home folders and registries.
//!
//! The patterns are general on purpose: a list of real names would contain what it forbids.

use super::run::Complaints;

/// Folders of users; the name of a user follows.
const HOMES: [&str; 2] = ["home", "Users"];

/// Names that belong to no real user: `dev` is the one of the recordings.
const NOBODY: [&str; 4] = ["dev", "me", "user", "you"];

/// Folders at the root of a disk in which users and build machines keep checkouts.
const PLACES: [&str; 4] = ["root", "work", "workspace", "builds"];

/// Words in the name of a host that serves packages.
const REGISTRIES: [&str; 5] = ["registry", "artifactory", "nexus", "mirror", "index."];

/// Endings of hosts that only one network resolves.
const PRIVATE: [&str; 4] = [".internal", ".local", ".lan", ".corp"];

pub(super) fn check(path: &str, text: &str, complaints: &mut Complaints) {
    // Cargo writes it, and `deny` checks its sources.
    if path.ends_with("Cargo.lock") {
        return;
    }
    for (index, line) in text.lines().enumerate() {
        if let Some(folder) = private_folder(line) {
            complaints.add(path, index + 1, format!("names a folder of one machine: {folder}"));
        }
        if let Some(host) = hosts(line).find(|host| is_private_host(host)) {
            complaints.add(path, index + 1, format!("names a registry or private host: {host}"));
        }
    }
}

fn private_folder(line: &str) -> Option<String> {
    for home in HOMES {
        for slash in ['/', '\\'] {
            let prefix = format!("{slash}{home}{slash}");
            for after in after_root(line, &prefix) {
                let user: String = after.chars().take_while(|c| is_part_of_a_name(*c)).collect();
                if !user.is_empty() && !NOBODY.contains(&&*user) {
                    return Some(format!("{prefix}{user}"));
                }
            }
        }
    }
    let prefixes = PLACES.iter().map(|place| format!("/{place}/"));
    prefixes.into_iter().find(|prefix| after_root(line, prefix).next().is_some())
}

/// Returns what follows the prefix wherever it begins an absolute path.
fn after_root<'a>(line: &'a str, prefix: &'a str) -> impl Iterator<Item = &'a str> {
    line.match_indices(prefix).filter_map(|(at, _)| {
        let before = line[..at].chars().next_back();
        let inside = before.is_some_and(|c| is_part_of_a_name(c) || "}$~>)".contains(c));
        (!inside).then(|| &line[at + prefix.len()..])
    })
}

fn is_part_of_a_name(c: char) -> bool {
    c.is_alphanumeric() || ['_', '-', '.'].contains(&c)
}

fn hosts(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("://").map(|(at, mark)| {
        let rest = &line[at + mark.len()..];
        let end = rest.find(|c: char| !is_part_of_a_name(c)).unwrap_or(rest.len());
        &rest[..end]
    })
}

fn is_private_host(host: &str) -> bool {
    REGISTRIES.iter().any(|word| host.contains(word))
        || PRIVATE.iter().any(|ending| host.ends_with(ending))
}
