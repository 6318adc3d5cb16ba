//! The entries of one object on their way into a struct.
//!
//! Keys come in the order of the wire, and nearly always in the same order, so the search for a
//! name begins where the last one was found. Entries that were met before the tag are held as
//! raw slices of the text and handed out first.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{Seed, Wire};

/// What a key is to the struct that reads it. Small, so that it is returned in registers: this is
/// asked for every key of every object.
#[derive(Clone, Copy)]
pub(crate) enum Key {
    /// The field of this index in the struct's table.
    Field(usize),
    /// The constant field of this index: the tag, or a tag of an outer union.
    Tag(usize),
    /// A name that the struct does not know: [`Entries::unknown`].
    Unknown,
    /// There are no more.
    End,
}

/// The names an object may have.
#[derive(Clone, Copy)]
pub(crate) struct Names {
    pub(crate) fields: &'static [&'static str],
    pub(crate) tags: &'static [(&'static str, &'static str)],
}

impl Names {
    /// Finds a key, starting after the last one found.
    #[inline]
    pub(crate) fn find(self, key: &str, cursor: &mut usize) -> Key {
        // The schema lists fields in the order of the wire: nearly always this is the one.
        if self.fields.get(*cursor).is_some_and(|name| *name == key) {
            *cursor += 1;
            return Key::Field(*cursor - 1);
        }
        self.search(key, cursor)
    }

    fn search(self, key: &str, cursor: &mut usize) -> Key {
        if let Some(at) = self.tags.iter().position(|(name, _)| *name == key) {
            return Key::Tag(at);
        }
        let (before, after) = self.fields.split_at((*cursor).min(self.fields.len()));
        let found = after.iter().position(|name| *name == key).map(|at| at + before.len());
        match found.or_else(|| before.iter().position(|name| *name == key)) {
            Some(at) => {
                *cursor = at + 1;
                Key::Field(at)
            }
            None => Key::Unknown,
        }
    }
}

/// A key and the raw text of its value, met before the tag was known.
type Held<'de> = (Cow<'de, str>, &'de RawValue);

/// Held entries, first in, first out. One needs no allocation: in tool results the id stands
/// before the tag.
#[derive(Default)]
struct Waiting<'de> {
    first: Option<Held<'de>>,
    more: VecDeque<Held<'de>>,
}

impl<'de> Waiting<'de> {
    fn push(&mut self, entry: Held<'de>) {
        if self.first.is_none() && self.more.is_empty() {
            self.first = Some(entry);
        } else {
            self.more.push_back(entry);
        }
    }

    #[inline]
    fn pop(&mut self) -> Option<Held<'de>> {
        self.first.take().or_else(|| self.more.pop_front())
    }

    fn remove(&mut self, key: &str) -> Option<Held<'de>> {
        if let Some(first) = self.first.take_if(|(name, _)| name == key) {
            return Some(first);
        }
        let at = self.more.iter().position(|(name, _)| name == key)?;
        self.more.remove(at)
    }
}

/// The entries of an object: the held ones, then what is still to be read.
pub(crate) struct Entries<'de, A> {
    held: Waiting<'de>,
    current: Option<&'de RawValue>,
    unknown: Cow<'de, str>,
    map: A,
    cursor: usize,
}

impl<'de, A: MapAccess<'de>> Entries<'de, A> {
    pub(crate) fn new(map: A) -> Self {
        Self { held: Waiting::default(), current: None, unknown: Cow::Borrowed(""), map, cursor: 0 }
    }

    /// The next key. Its value must be read before the next call.
    #[inline]
    pub(crate) fn key(&mut self, names: Names) -> Result<Key, A::Error> {
        if let Some((key, raw)) = self.held.pop() {
            self.current = Some(raw);
            let found = names.find(&key, &mut self.cursor);
            self.unknown = key;
            return Ok(found);
        }
        let (cursor, unknown) = (&mut self.cursor, &mut self.unknown);
        let next = self.map.next_key_seed(KeySeed { names, cursor, unknown })?;
        Ok(next.unwrap_or(Key::End))
    }

    /// The name of the last key, if it was unknown.
    pub(crate) fn unknown(&self) -> &str {
        &self.unknown
    }

    /// Reads the value of the last key strictly.
    #[inline]
    pub(crate) fn value<T: Wire>(&mut self) -> Result<T, A::Error> {
        match self.current.take() {
            Some(raw) => super::read_text(raw.get()).map_err(A::Error::custom),
            None => self.map.next_value_seed(Seed::<T>::new()),
        }
    }

    /// Takes the value of the last key as text.
    pub(crate) fn raw(&mut self) -> Result<&'de RawValue, A::Error> {
        match self.current.take() {
            Some(raw) => Ok(raw),
            None => self.map.next_value(),
        }
    }

    /// Checks that the value of the last key is the constant it must be.
    pub(crate) fn tag(&mut self, expected: &'static str) -> Result<(), A::Error> {
        let Text(found) = self.text()?;
        if found == expected {
            return Ok(());
        }
        Err(A::Error::custom(format_args!("expected the tag `{expected}`")))
    }

    /// Reads up to the tag and returns its value; everything before it is held.
    pub(crate) fn find_tag(&mut self, tag: &str) -> Result<Cow<'de, str>, A::Error> {
        if let Some((_, raw)) = self.held.remove(tag) {
            self.current = Some(raw);
            return self.text().map(|Text(tag)| tag);
        }
        while let Some(Text(key)) = self.map.next_key_seed(TextSeed)? {
            if key == tag {
                return self.text().map(|Text(tag)| tag);
            }
            self.held.push((key, self.map.next_value::<&'de RawValue>()?));
        }
        Err(A::Error::custom(format_args!("missing the tag `{tag}`")))
    }

    fn text(&mut self) -> Result<Text<'de>, A::Error> {
        match self.current.take() {
            Some(raw) => TextSeed
                .deserialize(&mut serde_json::Deserializer::from_str(raw.get()))
                .map_err(A::Error::custom),
            None => self.map.next_value_seed(TextSeed),
        }
    }
}

/// The entries of a raw object, for the tolerant pass.
pub(crate) fn raw_entries(raw: &RawValue) -> Result<Vec<Held<'_>>, serde_json::Error> {
    struct All;
    impl<'de> Visitor<'de> for All {
        type Value = Vec<Held<'de>>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut all = Vec::new();
            while let Some(Text(key)) = map.next_key_seed(TextSeed)? {
                all.push((key, map.next_value::<&'de RawValue>()?));
            }
            Ok(all)
        }
    }
    serde_json::Deserializer::from_str(raw.get()).deserialize_map(All)
}

/// A string of the input, borrowed where it has no escapes.
struct Text<'de>(Cow<'de, str>);

struct TextSeed;

impl<'de> DeserializeSeed<'de> for TextSeed {
    type Value = Text<'de>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Text<'de>, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for TextSeed {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }
}

struct KeySeed<'c, 'de> {
    names: Names,
    cursor: &'c mut usize,
    unknown: &'c mut Cow<'de, str>,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_, 'de> {
    type Value = Key;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Key, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for KeySeed<'_, 'de> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Key, E> {
        let key = self.names.find(text, self.cursor);
        if let Key::Unknown = key {
            *self.unknown = Cow::Borrowed(text);
        }
        Ok(key)
    }

    fn visit_str<E>(self, text: &str) -> Result<Key, E> {
        *self.unknown = Cow::Owned(text.to_owned());
        Ok(self.names.find(text, self.cursor))
    }
}
