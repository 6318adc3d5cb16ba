//! Arguments after `contract`.

/// The CLIs and the tests to run.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Versions or paths; the pinned one if there are none.
    pub(crate) clis: Vec<String>,
    /// Whether the tests in the table run as well, to see whether a line of it is still true.
    pub(crate) all: bool,
    /// Parts of names of tests; all tests if there are none.
    pub(crate) names: Vec<String>,
}

impl Plan {
    /// Parses the arguments; the error is the invalid one.
    pub(crate) fn parse<'a>(words: &[&'a str]) -> Result<Self, &'a str> {
        let mut plan = Self::default();
        let mut cli = false;
        for (index, word) in words.iter().copied().enumerate() {
            match word {
                "--cli" if words.get(index + 1).is_some_and(|next| !next.starts_with('-')) => {
                    cli = true;
                }
                "--all" => (cli, plan.all) = (false, true),
                "--" => cli = false,
                _ if word.starts_with('-') => return Err(word),
                version if cli => plan.clis.push(version.to_owned()),
                name => plan.names.push(name.to_owned()),
            }
        }
        Ok(plan)
    }
}
