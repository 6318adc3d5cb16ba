//! Repair mark: a prefix of keys by which the strict pass recognizes what was repaired.
//!
//! A field with a value of an unexpected type gets a marked name, so it is read as an extra field.
//! An object that cannot be typed is wrapped in an object with one marked key. The mark contains a
//! random number, so that a line of the CLI cannot contain it by accident or on purpose.

use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;

use serde_json::value::RawValue;

use crate::values::{Raw, Undecoded, Unknown};

static MARK: LazyLock<String> =
    LazyLock::new(|| format!("\0{:016x}", RandomState::new().hash_one(0)));

/// An object of a union that is kept as raw JSON.
pub(crate) enum Untyped {
    /// The tag is unknown.
    Unknown(Unknown),
    /// The tag is known, but the object cannot be decoded.
    Undecoded(Box<Undecoded>),
}

/// Adds the mark to a name.
pub(crate) fn marked(name: &str) -> String {
    format!("{}{name}", *MARK)
}

/// Removes the mark from a name.
pub(crate) fn unmark(name: &str) -> &str {
    if name.starts_with('\0') { name.strip_prefix(&**MARK).unwrap_or(name) } else { name }
}

/// Returns the key of a wrapped object: with its tag, and the error if the tag is known.
pub(crate) fn key_of_untyped(tag: &str, error: Option<&str>) -> String {
    match error {
        None => marked(&format!("?{tag}")),
        Some(error) => marked(&format!("!{}:{tag}{error}", tag.len())),
    }
}

/// Returns whether the key is that of a wrapped object.
pub(crate) fn is_untyped(key: &str) -> bool {
    key.starts_with('\0')
        && key.strip_prefix(&**MARK).is_some_and(|name| name.starts_with(['?', '!']))
}

/// Returns the wrapped object, or `None` if the key is not that of a wrapped object.
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
