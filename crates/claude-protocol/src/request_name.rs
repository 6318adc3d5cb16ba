//! Names of requests that this version does not know, as texts that live as long as the program.
//!
//! Errors and timeouts name the request, and nearly all names are constants. A name that is made at
//! run time is therefore kept for ever, once, and only so many of them.

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

/// How many names are kept, and how long they may be.
const KEPT: (usize, usize) = (128, 64);

/// What others are called.
const OTHER: &str = "another request";

static NAMES: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());

/// The name as errors tell it.
pub(crate) fn named(name: Cow<'static, str>) -> &'static str {
    let name = match name {
        Cow::Borrowed(name) => return name,
        Cow::Owned(name) => name,
    };
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = names.iter().find(|known| **known == name) {
        return known;
    }
    if names.len() >= KEPT.0 || name.len() > KEPT.1 {
        return OTHER;
    }
    let kept: &'static str = Box::leak(name.into_boxed_str());
    names.push(kept);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_once_and_not_without_end() {
        let first = named(Cow::Owned("teleport".into()));
        let again = named(Cow::Owned("teleport".into()));
        assert!(std::ptr::eq(first, again));
        assert_eq!(named(Cow::Borrowed("x")), "x");
        assert_eq!(named(Cow::Owned("x".repeat(KEPT.1 + 1))), OTHER);
        for number in 0..KEPT.0 {
            named(Cow::Owned(format!("n{number}")));
        }
        assert_eq!(named(Cow::Owned("one more".into())), OTHER);
        assert_eq!(named(Cow::Owned("teleport".into())), "teleport", "those that are kept stay");
    }
}
