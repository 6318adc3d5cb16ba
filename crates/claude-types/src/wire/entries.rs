//! The entries of one object on their way into a struct.
//!
//! Keys come in the order of the wire, and nearly always in the same order, so the search for a
//! name begins where the last one was found. A tag that is not the first entry is looked for ahead;
//! then the entries are read from where the reader stands, and the tag is met again.

use std::borrow::Cow;

use super::{Fields, Mismatch, Reader, Untyped, Variants, Wire, put, repair_mark};
use crate::values::{Extra, Maybe};

/// What a key is to the struct that reads it.
enum Key<'t> {
    /// The field of this index in the struct's table.
    Field(usize),
    /// The constant field of this index: the tag, or a tag of an outer union.
    Tag(usize),
    /// A name that the struct does not know.
    Unknown(Cow<'t, str>),
}

/// The entries of an object that are still to be read.
pub(crate) struct Entries<'r, 't> {
    reader: &'r mut Reader<'t>,
    /// No entry has been read yet.
    first: bool,
    /// One after the field that was found last.
    cursor: usize,
    /// The fields that were found, as a set of bits.
    seen: u128,
}

impl<'r, 't> Entries<'r, 't> {
    /// The entries of the object that the reader has gone into.
    pub(crate) fn new(reader: &'r mut Reader<'t>) -> Self {
        Self { reader, first: true, cursor: 0, seen: 0 }
    }

    /// The index of the next field in the struct's table, or nothing at the end; what is no field
    /// is dealt with on the way. Its value must be read before the next call.
    #[inline(never)]
    pub(crate) fn field(
        &mut self,
        fields: &Fields,
        extra: &mut Extra,
    ) -> Result<Option<usize>, Mismatch> {
        while self.reader.more(std::mem::take(&mut self.first), b'}')? {
            // The schema lists fields in the order of the wire: nearly always this is the one.
            let next = fields.names.get(self.cursor);
            if next.is_some_and(|name| self.reader.skip_key(name)) {
                return self.found(self.cursor);
            }
            let key = self.reader.key()?;
            match self.search(fields, key) {
                Key::Field(at) => return self.found(at),
                Key::Tag(at) if self.reader.text()? == fields.tags[at].1 => {}
                Key::Tag(_) => return Err(Mismatch),
                Key::Unknown(key) => extra.keep(super::unmark(&key), self.reader.raw()?),
            }
        }
        if fields.required & !self.seen == 0 { Ok(None) } else { Err(Mismatch) }
    }

    #[inline]
    fn found(&mut self, at: usize) -> Result<Option<usize>, Mismatch> {
        self.cursor = at + 1;
        let bit = 1 << at;
        // Of a key that comes twice the last one counts; repair finds it.
        if self.seen & bit != 0 {
            return Err(Mismatch);
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
    pub(crate) fn required<T: Wire>(&mut self, place: &mut T) -> Result<(), Mismatch> {
        place.fill(self.reader)
    }

    /// Fills an optional place.
    #[inline(never)]
    pub(crate) fn optional<T: Wire>(&mut self, place: &mut Option<T>) -> Result<(), Mismatch> {
        put(place, Some(T::vacant()));
        place.as_mut().map_or(Ok(()), |place| place.fill(self.reader))
    }

    /// Fills a place that may be null.
    #[inline(never)]
    pub(crate) fn nullable<T: Wire>(&mut self, place: &mut Option<T>) -> Result<(), Mismatch> {
        if self.reader.null() { Ok(()) } else { self.optional(place) }
    }

    /// Fills a place that may be null or absent.
    #[inline(never)]
    pub(crate) fn maybe<T: Wire>(&mut self, place: &mut Maybe<T>) -> Result<(), Mismatch> {
        if self.reader.null() {
            put(place, Maybe::Null);
            return Ok(());
        }
        put(place, Maybe::Value(T::vacant()));
        match place {
            Maybe::Value(place) => place.fill(self.reader),
            Maybe::Null | Maybe::Absent => Ok(()),
        }
    }

    /// The value of the tag, wherever it stands. Without one it is the default of the union, or
    /// empty.
    #[inline(never)]
    pub(crate) fn find_tag(&mut self, of: &Variants) -> Result<Cow<'t, str>, Mismatch> {
        let (mut ahead, mut first) = (self.reader.clone(), self.first);
        let (mut is_next, mut is_untyped) = (true, false);
        while ahead.more(std::mem::take(&mut first), b'}')? {
            let found = ahead.skip_key(of.tag) || {
                let key = ahead.key()?;
                is_untyped |= repair_mark::is_untyped(&key);
                key == of.tag
            };
            if found {
                let tag = ahead.text()?;
                // A struct that may come without the tag has it as a field.
                if is_next && of.default.is_none() {
                    (*self.reader, self.first) = (ahead, false);
                }
                return Ok(tag);
            }
            ahead.skip()?;
            is_next = false;
        }
        Ok(Cow::Borrowed(if is_untyped { "" } else { of.default.unwrap_or_default() }))
    }

    /// The object of a union that is not typed, if this is a repaired one.
    #[cold]
    #[inline(never)]
    pub(crate) fn untyped(&mut self) -> Result<Untyped, Mismatch> {
        let mut untyped = None;
        while self.reader.more(std::mem::take(&mut self.first), b'}')? {
            let (key, value) = (self.reader.key()?, self.reader.raw()?);
            untyped = untyped.or_else(|| repair_mark::untyped(&key, value));
        }
        untyped.ok_or(Mismatch)
    }
}
