//! Names: the keys of the server. What belongs to one session, one journal, or the records has a
//! hash tag of its own, so that a script finds all of it on one node.

use crate::ports::SessionKey;

/// The beginning of each key.
const PREFIX: &str = "claude";

/// Makes keys. Two stores with different prefixes see nothing of each other.
#[derive(Debug, Clone)]
pub(super) struct Names {
    prefix: String,
}

/// The keys of a log.
pub(super) struct LogNames {
    /// A hash: the epoch of the session, and a number that grows with each change of it.
    pub(super) session: String,
    /// A set: the subpaths of the session.
    pub(super) subpaths: String,
    /// A list: the lines.
    pub(super) lines: String,
    /// A hash: UUIDs of the lines.
    pub(super) uuids: String,
    /// A hash: when it was created and changed, its summary, and the description of the subagent.
    pub(super) about: String,
}

impl Names {
    pub(super) fn new(prefix: Option<&str>) -> Self {
        Self {
            prefix: prefix
                .map_or_else(|| PREFIX.to_owned(), |own| format!("{PREFIX}/{}", escape(own))),
        }
    }

    /// A sorted set: the sessions of a project that were ever written to.
    pub(super) fn project(&self, project: &str) -> String {
        format!("{}:project:{{{}}}", self.prefix, escape(project))
    }

    pub(super) fn log(&self, key: &SessionKey) -> LogNames {
        let session = format!(
            "{}:session:{{{}:{}}}",
            self.prefix,
            escape(key.project()),
            key.session().as_str()
        );
        let of =
            |kind: &str| format!("{session}:{kind}:{}", escape(key.subpath().unwrap_or_default()));
        LogNames {
            lines: of("lines"),
            uuids: of("uuids"),
            about: of("about"),
            subpaths: format!("{session}:subpaths"),
            session,
        }
    }

    /// A sorted set: the keys of the records.
    pub(super) fn records(&self) -> String {
        format!("{}:{{records}}:keys", self.prefix)
    }

    /// A hash: a record.
    pub(super) fn record(&self, key: &str) -> String {
        format!("{}:{{records}}:record:{key}", self.prefix)
    }

    /// A number: the highest version.
    pub(super) fn version(&self) -> String {
        format!("{}:{{records}}:version", self.prefix)
    }

    /// A hash: the numbers of a journal.
    pub(super) fn extent(&self, stream: &str) -> String {
        format!("{}:journal:{{{}}}:extent", self.prefix, escape(stream))
    }

    /// A stream: the items of a journal.
    pub(super) fn items(&self, stream: &str) -> String {
        format!("{}:journal:{{{}}}:items", self.prefix, escape(stream))
    }

    /// The channel of changes.
    pub(super) fn channel(&self) -> String {
        format!("{}:changes", self.prefix)
    }
}

/// Writes what separates the parts of a key, and the braces of a hash tag, as `%` and two digits.
fn escape(name: &str) -> String {
    let mut escaped = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '%' | ':' | '{' | '}' => escaped.push_str(&format!("%{:02X}", u32::from(c))),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::ports::SessionKey;

    #[test]
    fn names_that_look_alike_have_different_keys() {
        let names = Names::new(None);
        let id = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10";
        let projects = ["p", "p:", "p%3A", "p{", "p}", "p%7D", "p%"];
        let mut keys: Vec<_> = projects
            .iter()
            .map(|project| names.log(&SessionKey::new(*project, id).unwrap()).lines)
            .chain(["s", "s:", "s%3A", "s}"].iter().map(|stream| names.items(stream)))
            .collect();
        assert!(keys.iter().all(|key| key.matches('{').count() == 1), "{keys:?}");
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), projects.len() + 4);
    }
}
