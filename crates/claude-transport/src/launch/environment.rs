//! Environment: the variables of a child, as changes to those of the host.
//!
//! It is only a description: the environment of the host is neither read nor written. The connector resolves it, where
//! the child runs. Values are often secrets: `Debug` shows names only, and a value is overwritten in memory
//! when it is dropped.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fmt;

use zeroize::Zeroize as _;

/// A description of a child's environment: what it inherits, and changes that are applied in order.
///
/// The host of a child is the program that starts it: this one, or one on another machine. It resolves the description
/// when it starts the child, so a description contains no value of any host.
///
/// # Examples
///
/// ```
/// use claude_transport::Environment;
///
/// let env = Environment::inherit_only(["PATH", "LC_*"]).set("LANG", "C.UTF-8");
/// assert!(env.inherits("PATH".as_ref()) && !env.inherits("HOME".as_ref()));
/// assert_eq!(env.changes().count(), 1);
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Environment {
    /// The names of the inherited variables. `None` for all.
    inherited: Option<Vec<OsString>>,
    changes: Vec<(OsString, Option<Value>)>,
}

impl Environment {
    /// Creates a description that starts from the environment of the host.
    #[must_use]
    pub fn inherit() -> Self {
        Self::default()
    }

    /// Creates a description that starts without variables.
    ///
    /// Many programs for Windows need `SystemRoot`.
    #[must_use]
    pub fn empty() -> Self {
        Self { inherited: Some(Vec::new()), changes: Vec::new() }
    }

    /// Creates a description that starts from some variables of the host, by name.
    ///
    /// A name may end with `*`: `LC_*` selects all variables that begin with `LC_`. Upper and lower case are the same
    /// where the host runs on Windows.
    ///
    /// ```
    /// use claude_transport::Environment;
    ///
    /// let env = Environment::inherit_only(["HOME", "LC_*"]);
    /// let host = [("HOME", "/home/me"), ("KEY", "k"), ("LC_ALL", "C")];
    /// let child = env.resolve(host.map(|(name, value)| (name.into(), value.into())));
    /// assert_eq!(child.len(), 2);
    /// ```
    pub fn inherit_only<N: Into<OsString>>(names: impl IntoIterator<Item = N>) -> Self {
        let names = names.into_iter().map(Into::into).collect();
        Self { inherited: Some(names), changes: Vec::new() }
    }

    /// Removes the variables of the host and every change so far.
    #[must_use]
    pub fn clear(self) -> Self {
        Self::empty()
    }

    /// Removes a variable, whether it is inherited or set before.
    #[must_use]
    pub fn remove(mut self, name: impl Into<OsString>) -> Self {
        self.changes.push((name.into(), None));
        self
    }

    /// Sets a variable. Replaces an inherited value or one that was set before.
    #[must_use]
    pub fn set(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.changes.push((name.into(), Some(Value(value.into()))));
        self
    }

    /// Returns whether the child inherits a variable of the host, unless a change sets or removes it.
    #[must_use]
    pub fn inherits(&self, name: &OsStr) -> bool {
        let Some(names) = &self.inherited else { return true };
        names.iter().any(|inherited| matches(inherited, name))
    }

    /// Returns the names of the variables that the child inherits, as [`Environment::inherit_only`] got them. `None`
    /// for all.
    #[must_use]
    pub fn inherited(&self) -> Option<&[OsString]> {
        self.inherited.as_deref()
    }

    /// Returns the changes in order: a name with its value, or with `None` if the variable is removed.
    pub fn changes(&self) -> impl Iterator<Item = (&OsStr, Option<&OsStr>)> {
        self.changes.iter().map(|(name, value)| {
            (name.as_os_str(), value.as_ref().map(|value| value.0.as_os_str()))
        })
    }

    /// Returns the variables of a child whose host has the variables `host`.
    pub fn resolve(
        &self,
        host: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> BTreeMap<OsString, OsString> {
        let host = host.into_iter();
        let mut variables: BTreeMap<_, _> = host.filter(|(name, _)| self.inherits(name)).collect();
        for (name, value) in &self.changes {
            if cfg!(windows) {
                // `PATH` and `Path` are the same variable.
                variables.retain(|old, _| !old.eq_ignore_ascii_case(name));
            }
            match value {
                Some(value) => variables.insert(name.clone(), value.0.clone()),
                None => variables.remove(name),
            };
        }
        variables
    }
}

/// Returns whether a name is the inherited one, or begins with it if that ends with `*`.
fn matches(inherited: &OsStr, name: &OsStr) -> bool {
    let (inherited, name) = (inherited.as_encoded_bytes(), name.as_encoded_bytes());
    let name = match inherited.strip_suffix(b"*") {
        Some(start) => name.get(..start.len()).map(|begin| (start, begin)),
        None => Some((inherited, name)),
    };
    name.is_some_and(|(inherited, name)| match cfg!(windows) {
        true => inherited.eq_ignore_ascii_case(name),
        false => inherited == name,
    })
}

/// The value of a variable, which is overwritten with zeros when it is dropped.
#[derive(Clone, PartialEq, Eq)]
struct Value(OsString);

impl Drop for Value {
    fn drop(&mut self) {
        // The bytes are the same buffer, not a copy.
        std::mem::take(&mut self.0).into_encoded_bytes().zeroize();
    }
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |kept: bool| {
            let picked = self.changes.iter().filter(move |(_, value)| value.is_some() == kept);
            picked.map(|(name, _)| name).collect::<Vec<_>>()
        };
        f.debug_struct("Environment")
            .field("inherited", &Inherited(self.inherited.as_deref()))
            .field("removed", &names(false))
            .field("set", &names(true))
            .finish()
    }
}

/// `all`, or a list of names.
struct Inherited<'e>(Option<&'e [OsString]>);

impl fmt::Debug for Inherited<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(names) => f.debug_list().entries(names).finish(),
            None => f.write_str("all"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(environment: &Environment) -> Vec<(String, String)> {
        let host = [("HOME", "/home/me"), ("NESTED", "1")].map(|(n, v)| (n.into(), v.into()));
        let text = |s: OsString| s.into_string().unwrap();
        environment.resolve(host).into_iter().map(|(n, v)| (text(n), text(v))).collect()
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(n, v)| (n.to_string(), v.to_string())).collect()
    }

    #[test]
    fn changes_apply_in_order() {
        let environment = Environment::inherit().remove("NESTED").set("A", "1").set("A", "2");
        assert_eq!(resolved(&environment), pairs(&[("A", "2"), ("HOME", "/home/me")]));
        assert_eq!(resolved(&environment.remove("A")), pairs(&[("HOME", "/home/me")]));
    }

    #[test]
    fn a_name_in_another_case_is_the_same_variable_on_windows() {
        let environment = Environment::inherit().set("Home", "/other");
        let expected = match cfg!(windows) {
            true => pairs(&[("Home", "/other"), ("NESTED", "1")]),
            false => pairs(&[("HOME", "/home/me"), ("Home", "/other"), ("NESTED", "1")]),
        };
        assert_eq!(resolved(&environment), expected);
    }

    #[test]
    fn clearing_forgets_the_host_and_earlier_changes() {
        let environment = Environment::inherit().set("A", "1").clear().set("B", "2");
        assert_eq!(environment.inherited(), Some(&[][..]));
        assert_eq!(resolved(&environment), pairs(&[("B", "2")]));
    }

    #[test]
    fn only_named_variables_are_inherited() {
        let only = |names: &[&str]| resolved(&Environment::inherit_only(names));
        assert_eq!(only(&["HOME", "NONE"]), pairs(&[("HOME", "/home/me")]));
        assert_eq!(only(&["HOM", "HOMES", "", "N"]), []);
        assert_eq!(only(&["NEST*"]), pairs(&[("NESTED", "1")]));
        assert_eq!(only(&["NESTED*"]), pairs(&[("NESTED", "1")]));
        assert_eq!(only(&["NESTED_*", "*D"]), []);
        assert_eq!(only(&["*"]), pairs(&[("HOME", "/home/me"), ("NESTED", "1")]));
        // Changes come after what is inherited.
        let changed = Environment::inherit_only(["*"]).remove("HOME").set("NESTED", "2");
        assert_eq!(resolved(&changed), pairs(&[("NESTED", "2")]));
    }

    #[test]
    fn names_are_compared_as_the_system_does() {
        let lower = Environment::inherit_only(["home", "nest*"]);
        let both = cfg!(windows);
        assert_eq!(lower.inherits("HOME".as_ref()), both);
        assert_eq!(lower.inherits("NESTED".as_ref()), both);
    }

    #[test]
    fn debug_shows_names_and_no_values() {
        let shown =
            format!("{:?}", Environment::inherit().remove("GONE").set("API_KEY", "sk-secret"));
        assert!(shown.contains("API_KEY") && shown.contains("GONE"), "{shown}");
        assert!(!shown.contains("sk-secret"), "{shown}");
    }
}
