//! License expressions: `MIT OR (Apache-2.0 AND BSD-3-Clause)`.
//!
//! It supports the part of SPDX that occurs in manifests, with the old `/` for `OR`.

/// Returns whether the allowed licenses satisfy the expression.
///
/// # Errors
///
/// Returns a description of the problem if the expression is invalid.
pub(super) fn satisfied(expression: &str, allowed: &[String]) -> Result<bool, String> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut reader = Reader { words: spaced.split_whitespace().collect(), at: 0, allowed };
    let result = reader.any();
    match reader.peek() {
        None => result.ok_or_else(|| format!("`{expression}` ends too early")),
        Some(word) => Err(format!("`{word}` is invalid in `{expression}`")),
    }
}

struct Reader<'a> {
    words: Vec<&'a str>,
    at: usize,
    allowed: &'a [String],
}

impl Reader<'_> {
    /// One or more parts joined by `OR`, which has the lowest precedence.
    fn any(&mut self) -> Option<bool> {
        let mut result = self.all()?;
        while self.skip("OR") {
            result |= self.all()?;
        }
        Some(result)
    }

    fn all(&mut self) -> Option<bool> {
        let mut result = self.one()?;
        while self.skip("AND") {
            result &= self.one()?;
        }
        Some(result)
    }

    fn one(&mut self) -> Option<bool> {
        if self.skip("(") {
            let result = self.any()?;
            return self.skip(")").then_some(result);
        }
        let mut license = self.next()?.to_owned();
        if self.skip("WITH") {
            license = format!("{license} WITH {}", self.next()?);
        }
        Some(self.allowed.contains(&license))
    }

    fn peek(&self) -> Option<&str> {
        self.words.get(self.at).copied()
    }

    fn skip(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(word);
        self.at += usize::from(found);
        found
    }

    fn next(&mut self) -> Option<&str> {
        self.at += 1;
        let word = self.words.get(self.at - 1).copied()?;
        (!["AND", "OR", "WITH", "(", ")"].contains(&word)).then_some(word)
    }
}
