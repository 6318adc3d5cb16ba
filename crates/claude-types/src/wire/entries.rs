//! The entries of one object on their way into a struct.
//!
//! Keys come in the order of the wire, and nearly always in the same order, so the search for a
//! name begins where the last one was found. Entries that were met before the tag are held as
//! raw slices of the text and handed out first.

use std::borrow::Cow;
use std::collections::VecDeque;

use serde_json::value::RawValue;

use super::{Fields, Odd, Reader, Stray, Variants, Wire, mark, put};
use crate::{Extra, Maybe};

/// What a key is to the struct that reads it.
enum Key<'t> {
    /// The field of this index in the struct's table.
    Field(usize),
    /// The constant field of this index: the tag, or a tag of an outer union.
    Tag(usize),
    /// A name that the struct does not know.
    Unknown(Cow<'t, str>),
}

/// A key and the text of its value, met before the tag was known.
type Held<'t> = (Cow<'t, str>, &'t str);

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
    current: Option<&'t str>,
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
            cursor: 0,
            seen: 0,
        }
    }

    /// The index of the next field in the struct's table, or nothing at the end; what is no field
    /// is dealt with on the way. Its value must be read before the next call.
    #[inline(never)]
    pub(crate) fn field(
        &mut self,
        fields: &Fields,
        extra: &mut Extra,
    ) -> Result<Option<usize>, Odd> {
        loop {
            let key = match self.held.pop() {
                Some((key, value)) => {
                    self.current = Some(value);
                    key
                }
                None if self.more()? => {
                    // The schema lists fields in the order of the wire: nearly always this is the one.
                    let next = fields.names.get(self.cursor);
                    if next.is_some_and(|name| self.reader.skip_key(name)) {
                        return self.found(self.cursor);
                    }
                    self.reader.key()?
                }
                None if fields.required & !self.seen == 0 => return Ok(None),
                None => return Err(Odd),
            };
            if fields.names.get(self.cursor).is_some_and(|name| *name == key) {
                return self.found(self.cursor);
            }
            match self.search(fields, key) {
                Key::Field(at) => return self.found(at),
                Key::Tag(at) if self.text()? == fields.tags[at].1 => {}
                Key::Tag(_) => return Err(Odd),
                Key::Unknown(key) => extra.keep(super::unmark(&key), raw(self.value()?)?),
            }
        }
    }

    /// Goes to the next key that is still to be read, unless there is none.
    #[inline]
    fn more(&mut self) -> Result<bool, Odd> {
        self.ended = self.ended || !self.reader.more(std::mem::take(&mut self.first), b'}')?;
        Ok(!self.ended)
    }

    fn next_key(&mut self) -> Result<Option<Cow<'t, str>>, Odd> {
        if self.more()? { self.reader.key().map(Some) } else { Ok(None) }
    }

    #[inline]
    fn found(&mut self, at: usize) -> Result<Option<usize>, Odd> {
        self.cursor = at + 1;
        let bit = 1 << at;
        // Of a key that comes twice the last one counts; mending finds it.
        if self.seen & bit != 0 {
            return Err(Odd);
        }
        self.seen |= bit;
        Ok(Some(at))
    }

    fn search(&self, fields: &Fields, key: Cow<'t, str>) -> Key<'t> {
        if let Some(at) = fields.tags.iter().position(|(name, _)| *name == key) {
            return Key::Tag(at);
        }
        let (before, after) = fields.names.split_at(self.cursor.min(fields.names.len()));
        let found = after.iter().position(|name| *name == key).map(|at| at + before.len());
        match found.or_else(|| before.iter().position(|name| *name == key)) {
            Some(at) => Key::Field(at),
            None => Key::Unknown(key),
        }
    }

    /// Fills a place with the value of the last key.
    #[inline(never)]
    pub(crate) fn required<T: Wire>(&mut self, place: &mut T) -> Result<(), Odd> {
        self.fill(place)
    }

    #[inline]
    fn fill<T: Wire>(&mut self, place: &mut T) -> Result<(), Odd> {
        if self.current.is_none() {
            return place.fill(self.reader);
        }
        self.held(&mut |from| place.fill(from))
    }

    /// Fills a place with the held value of the last key.
    #[cold]
    fn held(
        &mut self,
        fill: &mut dyn FnMut(&mut Reader<'_>) -> Result<(), Odd>,
    ) -> Result<(), Odd> {
        let value = self.current.take().ok_or(Odd)?;
        fill(&mut self.reader.inner(value))
    }

    /// Fills an optional place.
    #[inline(never)]
    pub(crate) fn optional<T: Wire>(&mut self, place: &mut Option<T>) -> Result<(), Odd> {
        put(place, Some(T::vacant()));
        place.as_mut().map_or(Ok(()), |place| self.fill(place))
    }

    /// Fills a place that may be null.
    #[inline(never)]
    pub(crate) fn nullable<T: Wire>(&mut self, place: &mut Option<T>) -> Result<(), Odd> {
        if self.null() { Ok(()) } else { self.optional(place) }
    }

    /// Fills a place that may be null or absent.
    #[inline(never)]
    pub(crate) fn maybe<T: Wire>(&mut self, place: &mut Maybe<T>) -> Result<(), Odd> {
        if self.null() {
            put(place, Maybe::Null);
            return Ok(());
        }
        put(place, Maybe::Value(T::vacant()));
        match place {
            Maybe::Value(place) => self.fill(place),
            Maybe::Null | Maybe::Absent => Ok(()),
        }
    }

    fn null(&mut self) -> bool {
        match self.current {
            None => self.reader.null(),
            Some(value) => {
                let is_null = value == "null";
                self.current.take_if(|_| is_null);
                is_null
            }
        }
    }

    fn value(&mut self) -> Result<&'t str, Odd> {
        match self.current.take() {
            Some(value) => Ok(value),
            None => self.reader.skip(),
        }
    }

    fn text(&mut self) -> Result<Cow<'t, str>, Odd> {
        match self.current.take() {
            Some(value) => self.reader.inner(value).text(),
            None => self.reader.text(),
        }
    }

    /// Reads up to the tag and returns its value; everything before it is held. Without a tag it
    /// is the default of the union, or empty.
    #[inline(never)]
    pub(crate) fn find_tag(&mut self, of: &Variants) -> Result<Cow<'t, str>, Odd> {
        if let Some((key, value)) = self.held.remove(of.tag) {
            self.current = Some(value);
            return self.tag(of, key);
        }
        while self.more()? {
            if self.reader.skip_key(of.tag) {
                return self.tag(of, Cow::Borrowed(of.tag));
            }
            let key = self.reader.key()?;
            if key == of.tag {
                return self.tag(of, key);
            }
            let value = self.reader.skip()?;
            self.held.push((key, value));
        }
        let stray = self.held.first.as_ref().is_some_and(|(key, _)| mark::is_stray(key));
        Ok(Cow::Borrowed(if stray { "" } else { of.default.unwrap_or_default() }))
    }

    /// The value of the tag. A struct that may come without it holds it as a field.
    fn tag(&mut self, of: &Variants, key: Cow<'t, str>) -> Result<Cow<'t, str>, Odd> {
        if of.default.is_none() {
            return self.text();
        }
        let value = self.value()?;
        self.current = Some(value);
        let tag = self.text()?;
        if of.default == Some(&*tag) {
            self.held.push((key, value));
        }
        Ok(tag)
    }

    /// The object of a union that is not typed, if this is a mended one.
    #[cold]
    #[inline(never)]
    pub(crate) fn stray(&mut self) -> Result<Stray, Odd> {
        let mut stray = None;
        while let Some((key, value)) = self.held.pop() {
            stray = stray.or_else(|| mark::stray(&key, raw(value).ok()?));
        }
        while let Some(key) = self.next_key()? {
            let value = self.reader.raw()?;
            stray = stray.or_else(|| mark::stray(&key, value));
        }
        stray.ok_or(Odd)
    }
}

/// A value that was gone over, to be kept.
fn raw(value: &str) -> Result<&RawValue, Odd> {
    serde_json::from_str(value).map_err(|_| Odd)
}
