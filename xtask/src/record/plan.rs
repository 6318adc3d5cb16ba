//! Arguments after `record`.

use std::path::PathBuf;

/// Which cases, with which CLI, and what happens with them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Whether only the names of the cases are listed.
    pub(crate) list: bool,
    /// Whether the recordings are compared with the fixtures, which stay unchanged.
    pub(crate) check: bool,
    /// A version of the CLI or a path; the pinned one if absent.
    pub(crate) cli: Option<String>,
    /// The folder of all output; by default the fixtures are written anew.
    pub(crate) out: Option<PathBuf>,
    /// The cases; all if empty.
    pub(crate) names: Vec<String>,
}

impl Plan {
    /// Parses the arguments; the error is the invalid one.
    pub(crate) fn parse<'a>(words: &[&'a str]) -> Result<Self, &'a str> {
        let mut plan = Self::default();
        let mut words = words.iter().copied();
        while let Some(word) = words.next() {
            match word {
                "--list" => plan.list = true,
                "--check" => plan.check = true,
                "--cli" => plan.cli = Some(words.next().ok_or(word)?.to_owned()),
                "--out" => plan.out = Some(words.next().ok_or(word)?.into()),
                _ if word.starts_with('-') => return Err(word),
                name => plan.names.push(name.to_owned()),
            }
        }
        Ok(plan)
    }
}

#[cfg(test)]
mod tests {
    use super::Plan;

    #[test]
    fn arguments_are_options_or_names() {
        let plan = Plan::parse(&["--cli", "2.1.300", "a", "--out", "x", "b", "--check"]);
        let expected = Plan {
            list: false,
            check: true,
            cli: Some("2.1.300".into()),
            out: Some("x".into()),
            names: vec!["a".into(), "b".into()],
        };
        assert_eq!(plan, Ok(expected));
        assert_eq!(Plan::parse(&["--fast"]), Err("--fast"));
        assert_eq!(Plan::parse(&["a", "--out"]), Err("--out"));
    }
}
