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

use super::{Fields, Place, Stray, Variants, Wire, mark};
use crate::{Extra, Maybe};

/// What a key is to the struct that reads it. Small, so that it is returned in registers: this is
/// asked for every key of every object.
#[derive(Clone, Copy)]
pub(crate) enum Key {
    /// The field of this index in the struct's table.
    Field(usize),
    /// Anything else, for [`Entries::other`].
    Other(Other),
}

/// A key that is no field, or no key.
#[derive(Clone, Copy)]
pub(crate) enum Other {
    /// The constant field of this index: the tag, or a tag of an outer union.
    Tag(usize),
    /// A name that the struct does not know.
    Unknown,
    /// A field that came before.
    Twice(usize),
    /// There are no more.
    End,
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

/// Where the search for names stands.
struct Search<'de> {
    /// One after the field that was found last.
    cursor: usize,
    /// The fields that were found, as a set of bits.
    seen: u128,
    /// The last name that was not found.
    unknown: Cow<'de, str>,
}

impl<'de> Search<'de> {
    /// Finds a key, starting after the last one found.
    #[inline]
    fn find(&mut self, fields: &Fields, key: &str) -> Key {
        // The schema lists fields in the order of the wire: nearly always this is the one.
        if fields.names.get(self.cursor).is_some_and(|name| *name == key) {
            return self.found(self.cursor);
        }
        self.search(fields, key)
    }

    #[inline]
    fn found(&mut self, at: usize) -> Key {
        self.cursor = at + 1;
        let bit = 1 << at;
        if self.seen & bit != 0 {
            return Key::Other(Other::Twice(at));
        }
        self.seen |= bit;
        Key::Field(at)
    }

    fn search(&mut self, fields: &Fields, key: &str) -> Key {
        if let Some(at) = fields.tags.iter().position(|(name, _)| *name == key) {
            return Key::Other(Other::Tag(at));
        }
        let (before, after) = fields.names.split_at(self.cursor.min(fields.names.len()));
        let found = after.iter().position(|name| *name == key).map(|at| at + before.len());
        match found.or_else(|| before.iter().position(|name| *name == key)) {
            Some(at) => self.found(at),
            None => Key::Other(Other::Unknown),
        }
    }

    fn remember(&mut self, key: Key, name: impl FnOnce() -> Cow<'de, str>) -> Key {
        if let Key::Other(Other::Unknown) = key {
            self.unknown = name();
        }
        key
    }
}

/// The entries of an object: the held ones, then what is still to be read.
pub(crate) struct Entries<'de, A> {
    held: Waiting<'de>,
    current: Option<&'de RawValue>,
    search: Search<'de>,
    map: A,
}

impl<'de, A: MapAccess<'de>> Entries<'de, A> {
    #[inline]
    pub(crate) fn new(map: A) -> Self {
        let search = Search { cursor: 0, seen: 0, unknown: Cow::Borrowed("") };
        Self { held: Waiting::default(), current: None, search, map }
    }

    /// The next key. Its value must be read before the next call.
    #[inline]
    pub(crate) fn key(&mut self, fields: &Fields) -> Result<Key, A::Error> {
        if let Some((key, raw)) = self.held.pop() {
            self.current = Some(raw);
            let found = self.search.find(fields, &key);
            return Ok(self.search.remember(found, || key));
        }
        let seed = KeySeed { fields, search: &mut self.search };
        Ok(self.map.next_key_seed(seed)?.unwrap_or(Key::Other(Other::End)))
    }

    /// Fills a place with the value of the last key.
    #[inline]
    pub(crate) fn required<T: Wire>(&mut self, place: &mut T) -> Result<(), A::Error> {
        match self.current.take() {
            None => self.map.next_value_seed(Place(place)),
            Some(raw) => fill_held(place, raw).map_err(A::Error::custom),
        }
    }

    /// Fills an optional place.
    #[inline]
    pub(crate) fn optional<T: Wire>(&mut self, place: &mut Option<T>) -> Result<(), A::Error> {
        self.required(place.insert(T::vacant()))
    }

    /// Fills a place that may be null.
    #[inline]
    pub(crate) fn nullable<T: Wire>(&mut self, place: &mut Option<T>) -> Result<(), A::Error> {
        self.required(place)
    }

    /// Fills a place that may be null or absent.
    #[inline]
    pub(crate) fn maybe<T: Wire>(&mut self, place: &mut Maybe<T>) -> Result<(), A::Error> {
        self.required(place)
    }

    /// Deals with a key that is no field. Tells whether there may be more.
    #[inline(never)]
    pub(crate) fn other(
        &mut self,
        key: Other,
        fields: &Fields,
        extra: &mut Extra,
    ) -> Result<bool, A::Error> {
        match key {
            Other::Tag(at) => self.tag(fields.tags[at].1)?,
            Other::Unknown => {
                let raw = self.raw()?;
                extra.keep(super::unmark(&self.search.unknown), raw);
            }
            // The last one counts; mending finds it.
            Other::Twice(at) => return Err(A::Error::duplicate_field(fields.names[at])),
            Other::End => {
                let missing = fields.required & !self.search.seen;
                if missing != 0 {
                    let at = missing.trailing_zeros() as usize;
                    return Err(super::object::missing(fields.names[at]));
                }
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn raw(&mut self) -> Result<&'de RawValue, A::Error> {
        match self.current.take() {
            Some(raw) => Ok(raw),
            None => self.map.next_value(),
        }
    }

    /// Checks that the value of the last key is the constant it must be.
    fn tag(&mut self, expected: &'static str) -> Result<(), A::Error> {
        let Text(found) = self.text()?;
        if found == expected {
            return Ok(());
        }
        Err(A::Error::custom(format_args!("expected the tag `{expected}`")))
    }

    /// Reads up to the tag and returns its value; everything before it is held. Without a tag it
    /// is the default of the union, or empty.
    pub(crate) fn find_tag(&mut self, of: &Variants) -> Result<Cow<'de, str>, A::Error> {
        if let Some((key, raw)) = self.held.remove(of.tag) {
            self.current = Some(raw);
            return self.tag_of(of, key);
        }
        while let Some(Text(key)) = self.map.next_key_seed(TextSeed)? {
            if key == of.tag {
                return self.tag_of(of, key);
            }
            self.held.push((key, self.map.next_value::<&'de RawValue>()?));
        }
        let stray = self.held.first.as_ref().is_some_and(|(key, _)| mark::is_stray(key));
        Ok(Cow::Borrowed(if stray { "" } else { of.default.unwrap_or_default() }))
    }

    /// The value of the tag. A struct that may come without it holds it as a field.
    fn tag_of(&mut self, of: &Variants, key: Cow<'de, str>) -> Result<Cow<'de, str>, A::Error> {
        if of.default.is_none() {
            return self.text().map(|Text(tag)| tag);
        }
        let raw = self.raw()?;
        self.current = Some(raw);
        let Text(tag) = self.text()?;
        if of.default == Some(&*tag) {
            self.held.push((key, raw));
        }
        Ok(tag)
    }

    /// The object of a union that is not typed, if this is a mended one.
    #[cold]
    pub(crate) fn stray(mut self) -> Result<Stray, A::Error> {
        while let Some((key, raw)) = self.held.pop() {
            if let Some(stray) = mark::stray(&key, raw) {
                return Ok(stray);
            }
        }
        Err(A::Error::custom("an unknown tag"))
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

/// Fills a place from an entry that was held. The text is one whole value.
#[inline(never)]
fn fill_held<T: Wire>(place: &mut T, raw: &RawValue) -> Result<(), serde_json::Error> {
    place.fill(&mut serde_json::Deserializer::from_str(raw.get()))
}

/// The entries of a raw object, for the tolerant pass.
pub(super) fn raw_entries(raw: &RawValue) -> Result<Vec<Held<'_>>, serde_json::Error> {
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

struct KeySeed<'s, 'de> {
    fields: &'s Fields,
    search: &'s mut Search<'de>,
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
        let key = self.search.find(self.fields, text);
        Ok(self.search.remember(key, || Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Key, E> {
        let key = self.search.find(self.fields, text);
        Ok(self.search.remember(key, || Cow::Owned(text.to_owned())))
    }
}
