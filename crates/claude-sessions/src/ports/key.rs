//! Key: which log of which session is meant.

use std::fmt;

use claude_types::SessionId;

use super::error::StoreError;

/// The longest name of a project, in bytes. Folders of the CLI have at most 211.
const LONGEST_PROJECT: usize = 255;

/// The longest subpath, in bytes.
const LONGEST_SUBPATH: usize = 1024;

/// Names a log: the main log of a session, or that of one of its subagents.
///
/// Every key is safe as a path: it is checked when it is made. So no store needs a check of its own.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::SessionKey;
///
/// let id = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10";
/// let main = SessionKey::new("-home-me-app", id)?;
/// let agent = main.with_subpath("subagents/agent-a1b2")?;
/// assert_eq!((main.subpath(), agent.subpath()), (None, Some("subagents/agent-a1b2")));
/// assert!(SessionKey::new("..", id).is_err());
/// assert!(main.with_subpath("../other").is_err());
/// # Ok::<(), claude_sessions::ports::StoreError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionKey {
    project: String,
    session: SessionId,
    subpath: Option<String>,
}

impl SessionKey {
    /// Names the main log of a session.
    ///
    /// # Errors
    ///
    /// [`StoreError::Invalid`] if the project is not one plain component of a path of at most 255
    /// bytes, or the session ID is not a UUID.
    pub fn new(
        project: impl Into<String>,
        session: impl Into<SessionId>,
    ) -> Result<Self, StoreError> {
        let (project, session) = (project.into(), session.into());
        check_component(&project, LONGEST_PROJECT, "a project")?;
        let id = session.as_str();
        if id.len() != 36 || uuid::Uuid::try_parse(id).is_err() {
            return Err(invalid("a session ID must be a UUID"));
        }
        Ok(Self { project, session, subpath: None })
    }

    /// Names the log at a path below the session, such as `subagents/agent-a1b2`.
    ///
    /// # Errors
    ///
    /// [`StoreError::Invalid`] if the path is empty, absolute, longer than 1,024 bytes, or has an
    /// empty component, `.`, `..`, a backslash, a colon, or a control character.
    pub fn with_subpath(&self, subpath: impl Into<String>) -> Result<Self, StoreError> {
        let subpath = subpath.into();
        check_subpath(&subpath)?;
        Ok(Self { subpath: Some(subpath), ..self.clone() })
    }

    /// Returns the same session's main log.
    #[must_use]
    pub fn main(&self) -> Self {
        Self { subpath: None, ..self.clone() }
    }

    /// Returns the project: the name of its folder below `projects`.
    #[must_use]
    pub fn project(&self) -> &str {
        &self.project
    }

    /// Returns the session.
    #[must_use]
    pub fn session(&self) -> &SessionId {
        &self.session
    }

    /// Returns the path below the session. `None` for the main log.
    #[must_use]
    pub fn subpath(&self) -> Option<&str> {
        self.subpath.as_deref()
    }
}

impl fmt::Display for SessionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.session)?;
        self.subpath.iter().try_for_each(|subpath| write!(f, "/{subpath}"))
    }
}

/// Checks a path below a session: what a hostile store may return is checked by this, too.
fn check_subpath(subpath: &str) -> Result<(), StoreError> {
    if subpath.len() > LONGEST_SUBPATH {
        return Err(invalid("a subpath is longer than 1,024 bytes"));
    }
    for component in subpath.split('/') {
        check_component(component, LONGEST_PROJECT, "a component of a subpath")?;
        if component.contains(':') {
            return Err(invalid("a subpath contains a colon"));
        }
    }
    Ok(())
}

fn check_component(name: &str, longest: usize, what: &str) -> Result<(), StoreError> {
    let why = match name {
        "" => "is empty",
        "." | ".." => "is `.` or `..`",
        _ if name.len() > longest => "is longer than 255 bytes",
        _ if name.contains(['/', '\\']) => "contains a path separator",
        _ if name.chars().any(char::is_control) => "contains a control character",
        _ => return Ok(()),
    };
    Err(invalid(&format!("{what} {why}")))
}

fn invalid(why: &str) -> StoreError {
    StoreError::Invalid { why: why.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::SessionKey;

    const ID: &str = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10";

    #[test]
    fn only_plain_names_become_keys() {
        for project in ["", ".", "..", "a/b", "a\\b", "a\0b", "a\nb", &"x".repeat(256)] {
            assert!(SessionKey::new(project, ID).is_err(), "{project:?}");
        }
        for project in ["-home-me", "C--Users-me", "a:b", "%2e%2e", "_", "'; --", "ünïcode", "..."]
        {
            assert!(SessionKey::new(project, ID).is_ok(), "{project:?}");
        }
        for id in [
            "",
            "..",
            "x",
            "4f6c8f8e6f0e4a3c9d550f2c3f1f9a10",
            "{4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a}",
        ] {
            assert!(SessionKey::new("p", id).is_err(), "{id:?}");
        }
        let key = SessionKey::new("p", ID).unwrap();
        let long = "x/".repeat(600);
        for path in [
            "", "/", "/a", "a/", "a//b", ".", "..", "a/..", "../a", "a/./b", "a\\b", "C:/a", "C:a",
            "a\0b", "a\nb", &long,
        ] {
            assert!(key.with_subpath(path).is_err(), "{path:?}");
        }
        for path in ["subagents/agent-a1", "subagents/x/agent-a1", "a_b", "a%b", "'"] {
            assert!(key.with_subpath(path).is_ok(), "{path:?}");
        }
    }
}
