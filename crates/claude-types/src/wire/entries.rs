//! The entries of one object on their way into a struct.
//!
//! Keys come in the order of the wire, and nearly always in the same order, so the search for a
//! name begins where the last one was found. Entries that were met before the tag are held as
//! raw slices of the text and handed out first.

use std::borrow::Cow;
use std::collections::VecDeque;

use serde_json::value::RawValue;

use super::{Fields, Fill, Odd, Reader, Stray, Variants, Wire, mark};
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
    /// There are no more.
    End,
}

/// A key and the raw text of its value, met before the tag was known.
type Held<'t> = (Cow<'t, str>, &'t RawValue);

/// Held entries, first in, first out. One needs no allocation: in tool results the id stands
/// before the tag.
#[derive(Default)]
struct Waiting<'t> {
    first: Option<Held<'t>>,
    more: Option<VecDeque<Held<'t>>>,
}

impl<'t> Waiting<'t> {
    fn push(&mut self, entry: Held<'t>) {
        if self.first.is_none() && self.more.is_none() {
            self.first = Some(entry);
        } else {
            self.more.get_or_insert_default().push_back(entry);
        }
    }

    #[inline]
    fn pop(&mut self) -> Option<Held<'t>> {
        self.first.take().or_else(|| self.more.as_mut()?.pop_front())
    }

    fn remove(&mut self, key: &str) -> Option<Held<'t>> {
        if let Some(first) = self.first.take_if(|(name, _)| name == key) {
            return Some(first);
        }
        let more = self.more.as_mut()?;
        let at = more.iter().position(|(name, _)| name == key)?;
        more.remove(at)
    }
}

/// The entries of an object: the held ones, then what is still to be read.
pub(crate) struct Entries<'r, 't> {
    reader: &'r mut Reader<'t>,
    held: Waiting<'t>,
    /// No entry has been read yet.
    first: bool,
    /// All entries have been read; some may be held.
    ended: bool,
    /// The value of the last key, if that was a held one.
    current: Option<&'t RawValue>,
    /// The last key, if it was no field.
    unknown: Cow<'t, str>,
    /// One after the field that was found last.
    cursor: usize,
    /// The fields that were found, as a set of bits.
    seen: u128,
}

impl<'r, 't> Entries<'r, 't> {
    /// The entries of the object that the reader has gone into.
    pub(crate) fn new(reader: &'r mut Reader<'t>) -> Self {
        Self {
            reader,
            held: Waiting::default(),
            first: true,
            ended: false,
            current: None,
            unknown: Cow::Borrowed(""),
            cursor: 0,
            seen: 0,
        }
    }

    /// The next key. Its value must be read before the next call.
    pub(crate) fn key(&mut self, fields: &Fields) -> Result<Key, Odd> {
        let key = match self.held.pop() {
            Some((key, raw)) => {
                self.current = Some(raw);
                key
            }
            None => match self.next_key()? {
                Some(key) => key,
                None => return Ok(Key::Other(Other::End)),
            },
        };
        // The schema lists fields in the order of the wire: nearly always this is the one.
        if fields.names.get(self.cursor).is_some_and(|name| *name == key) {
            return self.found(self.cursor);
        }
        self.search(fields, key)
    }

    fn next_key(&mut self) -> Result<Option<Cow<'t, str>>, Odd> {
        if self.ended || !self.reader.more(std::mem::take(&mut self.first), b'}')? {
            self.ended = true;
            return Ok(None);
        }
        self.reader.key().map(Some)
    }

    #[inline]
    fn found(&mut self, at: usize) -> Result<Key, Odd> {
        self.cursor = at + 1;
        let bit = 1 << at;
        // Of a key that comes twice the last one counts; mending finds it.
        if self.seen & bit != 0 {
            return Err(Odd);
        }
        self.seen |= bit;
        Ok(Key::Field(at))
    }

    fn search(&mut self, fields: &Fields, key: Cow<'t, str>) -> Result<Key, Odd> {
        if let Some(at) = fields.tags.iter().position(|(name, _)| *name == key) {
            return Ok(Key::Other(Other::Tag(at)));
        }
        let (before, after) = fields.names.split_at(self.cursor.min(fields.names.len()));
        let found = after.iter().position(|name| *name == key).map(|at| at + before.len());
        match found.or_else(|| before.iter().position(|name| *name == key)) {
            Some(at) => self.found(at),
            None => {
                self.unknown = key;
                Ok(Key::Other(Other::Unknown))
            }
        }
    }

    /// Fills a place with the value of the last key.
    pub(crate) fn required<T: Wire>(&mut self, place: &mut T) -> Result<(), Odd> {
        if self.current.is_none() {
            return place.fill(self.reader);
        }
        self.held(place)
    }

    /// Fills a place with the held value of the last key.
    #[cold]
    fn held(&mut self, place: &mut dyn Fill) -> Result<(), Odd> {
        let raw = self.current.take().ok_or(Odd)?;
        place.fill(&mut self.reader.inner(raw))
    }

    /// Fills an optional place.
    pub(crate) fn optional<T: Wire>(&mut self, place: &mut Option<T>) -> Result<(), Odd> {
        self.required(place.insert(T::vacant()))
    }

    /// Fills a place that may be null.
    pub(crate) fn nullable<T: Wire>(&mut self, place: &mut Option<T>) -> Result<(), Odd> {
        if self.null() { Ok(()) } else { self.optional(place) }
    }

    /// Fills a place that may be null or absent.
    pub(crate) fn maybe<T: Wire>(&mut self, place: &mut Maybe<T>) -> Result<(), Odd> {
        if self.null() {
            *place = Maybe::Null;
            return Ok(());
        }
        *place = Maybe::Value(T::vacant());
        match place {
            Maybe::Value(place) => self.required(place),
            Maybe::Null | Maybe::Absent => Ok(()),
        }
    }

    fn null(&mut self) -> bool {
        match self.current {
            None => self.reader.null(),
            Some(raw) => {
                let is_null = raw.get() == "null";
                self.current.take_if(|_| is_null);
                is_null
            }
        }
    }

    /// Deals with a key that is no field. Tells whether there may be more.
    pub(crate) fn other(
        &mut self,
        key: Other,
        fields: &Fields,
        extra: &mut Extra,
    ) -> Result<bool, Odd> {
        match key {
            Other::Tag(at) if self.text()? == fields.tags[at].1 => Ok(true),
            Other::Tag(_) => Err(Odd),
            Other::Unknown => {
                let raw = self.raw()?;
                extra.keep(super::unmark(&self.unknown), raw);
                Ok(true)
            }
            Other::End if fields.required & !self.seen == 0 => Ok(false),
            Other::End => Err(Odd),
        }
    }

    fn raw(&mut self) -> Result<&'t RawValue, Odd> {
        match self.current.take() {
            Some(raw) => Ok(raw),
            None => self.reader.raw(),
        }
    }

    fn text(&mut self) -> Result<Cow<'t, str>, Odd> {
        match self.current.take() {
            Some(raw) => self.reader.inner(raw).text(),
            None => self.reader.text(),
        }
    }

    /// Reads up to the tag and returns its value; everything before it is held. Without a tag it
    /// is the default of the union, or empty.
    pub(crate) fn find_tag(&mut self, of: &Variants) -> Result<Cow<'t, str>, Odd> {
        if let Some((key, raw)) = self.held.remove(of.tag) {
            self.current = Some(raw);
            return self.tag(of, key);
        }
        while let Some(key) = self.next_key()? {
            if key == of.tag {
                return self.tag(of, key);
            }
            let raw = self.reader.raw()?;
            self.held.push((key, raw));
        }
        let stray = self.held.first.as_ref().is_some_and(|(key, _)| mark::is_stray(key));
        Ok(Cow::Borrowed(if stray { "" } else { of.default.unwrap_or_default() }))
    }

    /// The value of the tag. A struct that may come without it holds it as a field.
    fn tag(&mut self, of: &Variants, key: Cow<'t, str>) -> Result<Cow<'t, str>, Odd> {
        if of.default.is_none() {
            return self.text();
        }
        let raw = self.raw()?;
        self.current = Some(raw);
        let tag = self.text()?;
        if of.default == Some(&*tag) {
            self.held.push((key, raw));
        }
        Ok(tag)
    }

    /// The object of a union that is not typed, if this is a mended one.
    #[cold]
    pub(crate) fn stray(&mut self) -> Result<Stray, Odd> {
        let mut stray = None;
        while let Some((key, raw)) = self.held.pop() {
            stray = stray.or_else(|| mark::stray(&key, raw));
        }
        while let Some(key) = self.next_key()? {
            let raw = self.reader.raw()?;
            stray = stray.or_else(|| mark::stray(&key, raw));
        }
        stray.ok_or(Odd)
    }
}
