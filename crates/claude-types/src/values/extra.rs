//! Extra fields: the fields of an object that its type does not have.
//!
//! If there are none, they take one pointer in each object, and no allocation.

use std::fmt;

use serde_json::value::RawValue;

use crate::values::Raw;

/// The fields of an object that its type does not have, in the order of the JSON.
///
/// These are unknown fields, such as those of a newer CLI, and known optional fields with a value
/// of an unexpected type. They are written when the object is encoded, unless the typed field of
/// the same name is set.
///
/// In a long line of very many short fields, 4096 unknown fields of an object are kept here, and the
/// others as one object in the field `sdk_more_fields`.
///
/// # Examples
///
/// ```
/// use claude_types::{Message, Raw};
///
/// let message = Message::decode(br#"{"type":"result","brand_new":true}"#);
/// let Message::Result(result) = message else { panic!("{message:?}") };
/// assert_eq!(result.extra.get("brand_new").map(Raw::get), Some("true"));
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Extra(Option<Box<Entries>>);

#[derive(Clone, Default, PartialEq, Eq)]
struct Entries {
    list: Vec<(Box<str>, Raw)>,
}

impl Extra {
    /// No fields.
    pub(crate) const NONE: Self = Self(None);

    /// Returns the value of a field. If the name occurs twice, returns the last value.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Raw> {
        self.iter().rev().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Returns all fields in the order of the JSON.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &Raw)> {
        self.0.iter().flat_map(|entries| &entries.list).map(|(key, value)| (&**key, value))
    }

    /// Returns the number of fields.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |entries| entries.list.len())
    }

    /// Returns whether there are no fields, as is usual.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Adds a field. Replaces an existing field of the same name.
    pub fn insert(&mut self, name: impl Into<Box<str>>, value: Raw) {
        let name = name.into();
        let list = &mut self.0.get_or_insert_default().list;
        list.retain(|(key, _)| *key != name);
        list.push((name, value));
    }

    /// Adds a field, and keeps existing fields of the same name.
    pub(crate) fn keep(&mut self, name: &str, value: &RawValue) {
        self.0.get_or_insert_default().list.push((name.into(), Raw::copy_of(value)));
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn insert_replaces_and_get_finds_the_last() {
        let mut extra = Extra::default();
        assert!(extra.is_empty());
        extra.insert("a", Raw::from_text("1").unwrap());
        extra.insert("a", Raw::from_text("2").unwrap());
        assert_eq!(extra.len(), 1);
        assert_eq!(extra.get("a").unwrap().get(), "2");
        extra.keep("a", Raw::from_text("3").unwrap().as_raw_value());
        assert_eq!(extra.get("a").unwrap().get(), "3");
    }

    #[test]
    fn costs_one_pointer() {
        assert_eq!(size_of::<Extra>(), size_of::<usize>());
    }
}
