//! The mark that repair puts on keys, for the strict pass to tell what was repaired.
//!
//! A field whose value has an odd shape gets a marked name and so lands in `extra`; an object that
//! cannot be typed is wrapped into one with a marked key. The mark is made of a random number, so
//! that no line of a CLI can hold it.

use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;

use serde_json::value::RawValue;

use crate::values::{Raw, Undecoded, Unknown};

static MARK: LazyLock<String> =
    LazyLock::new(|| format!("\0{:016x}", RandomState::new().hash_one(0)));

/// An object of a union that stays raw.
pub(crate) enum Untyped {
    /// Its tag is not known.
    Unknown(Unknown),
    /// Its body cannot be used.
    Undecoded(Box<Undecoded>),
}

/// The name of an odd field, to be kept.
pub(crate) fn marked(name: &str) -> String {
    format!("{}{name}", *MARK)
}

/// The name without the mark.
pub(crate) fn unmark(name: &str) -> &str {
    if name.starts_with('\0') { name.strip_prefix(&**MARK).unwrap_or(name) } else { name }
}

/// The key under which a whole object is kept.
pub(crate) fn key_of_untyped(tag: &str, error: Option<&str>) -> String {
    match error {
        None => marked(&format!("?{tag}")),
        Some(error) => marked(&format!("!{}:{tag}{error}", tag.len())),
    }
}

/// Tells whether a whole object is kept under this key.
pub(crate) fn is_untyped(key: &str) -> bool {
    key.starts_with('\0')
        && key.strip_prefix(&**MARK).is_some_and(|name| name.starts_with(['?', '!']))
}

/// Takes the object from under its key; `None` if that is no such key.
pub(crate) fn untyped(key: &str, raw: &RawValue) -> Option<Untyped> {
    let name = key.strip_prefix(&**MARK)?;
    if let Some(tag) = name.strip_prefix('?') {
        return Some(Untyped::Unknown(Unknown::new(tag, Raw::copy_of(raw))));
    }
    let (length, rest) = name.strip_prefix('!')?.split_once(':')?;
    let (tag, error) = rest.split_at_checked(length.parse().ok()?)?;
    Some(Untyped::Undecoded(Box::new(Undecoded {
        tag: tag.into(),
        error: error.into(),
        raw: Raw::copy_of(raw),
    })))
}
