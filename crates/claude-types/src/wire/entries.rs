//! Entries: reads the entries of one object into the fields of a struct.
//!
//! The CLI nearly always writes the keys of an object in the same order, so the search for a name
//! begins after the last one that was found. If the tag of a union is not the first entry, a copy
//! of the reader searches ahead for it. The entries are then read from the start, including the
//! tag.

use std::borrow::Cow;

use super::budget::FIELD;
use super::{Fields, Mismatch, Reader, Untyped, Variants, Wire, put, repair_mark};
use crate::values::{Extra, Maybe};

/// The meaning of a key for the struct that is read.
enum Key<'t> {
    /// The field with this index in the table of the struct.
    Field(usize),
    /// The constant field with this index: the tag of the object or of an outer union.
    Tag(usize),
    /// A name that is not in the table.
    Unknown(Cow<'t, str>),
}

/// The entries of an object that have not been read.
pub(crate) struct Entries<'r, 't> {
    reader: &'r mut Reader<'t>,
    /// No entry has been read yet.
    first: bool,
    /// The index after the field that was found last.
    cursor: usize,
    /// The fields that were found, as a bit set.
    seen: u128,
}

impl<'r, 't> Entries<'r, 't> {
    /// Creates the entries of the object that the reader has entered.
    pub(crate) fn new(reader: &'r mut Reader<'t>) -> Self {
        Self { reader, first: true, cursor: 0, seen: 0 }
    }

    /// Counts memory that the value takes beyond its texts.
    #[inline]
    pub(crate) fn spend(&mut self, bytes: usize) -> Result<(), Mismatch> {
        self.reader.spend(bytes)
    }

    /// Returns the index of the next field in the table of the struct, or `None` at the end.
    ///
    /// The caller must read the value of the field before the next call. Tags are checked, and
    /// unknown fields are moved to `extra`.
    #[inline(never)]
    pub(crate) fn field(
        &mut self,
        fields: &Fields,
        extra: &mut Extra,
    ) -> Result<Option<usize>, Mismatch> {
        while self.reader.more(std::mem::take(&mut self.first), b'}')? {
            // The schema lists the fields in the order of the CLI, so this is nearly always the
            // key.
            let next = fields.names.get(self.cursor);
            if next.is_some_and(|name| self.reader.skip_key(name)) {
                return self.found(self.cursor);
            }
            let key = self.reader.key()?;
            match self.search(fields, key) {
                Key::Field(at) => return self.found(at),
                Key::Tag(at) if self.reader.text()? == fields.tags[at].1 => {}
                Key::Tag(_) => return Err(Mismatch),
                Key::Unknown(key) => {
                    self.reader.spend(FIELD)?;
                    extra.keep(super::unmark(&key), self.reader.raw()?);
                }
            }
        }
        if fields.required & !self.seen == 0 { Ok(None) } else { Err(Mismatch) }
    }

    #[inline]
    fn found(&mut self, at: usize) -> Result<Option<usize>, Mismatch> {
        self.cursor = at + 1;
        let bit = 1 << at;
        // If a key occurs twice, the last one counts. The tolerant pass keeps that one.
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

    /// Reads the value of the last key.
    #[inline(never)]
    pub(crate) fn required<T: Wire>(&mut self, place: &mut T) -> Result<(), Mismatch> {
        place.fill(self.reader)
    }

    /// Reads the value of the last key into an optional field.
    #[inline(never)]
    pub(crate) fn optional<T: Wire>(&mut self, place: &mut Option<T>) -> Result<(), Mismatch> {
        put(place, Some(T::vacant()));
        place.as_mut().map_or(Ok(()), |place| place.fill(self.reader))
    }

    /// Reads the value of the last key into a field that may be `null`.
    #[inline(never)]
    pub(crate) fn nullable<T: Wire>(&mut self, place: &mut Option<T>) -> Result<(), Mismatch> {
        if self.reader.null() { Ok(()) } else { self.optional(place) }
    }

    /// Reads the value of the last key into a field that may be `null` or absent.
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

    /// Returns the value of the tag, at any position. If there is none, returns the default of the
    /// union, or an empty string.
    #[inline(never)]
    pub(crate) fn find_tag(&mut self, of: &Variants) -> Result<Cow<'t, str>, Mismatch> {
        let (mut ahead, mut first) = (self.reader.clone(), self.first);
        let mut is_next = true;
        while ahead.more(std::mem::take(&mut first), b'}')? {
            let found = ahead.skip_key(of.tag) || {
                let key = ahead.key()?;
                if repair_mark::is_untyped(&key) {
                    return Ok(Cow::Borrowed(""));
                }
                key == of.tag
            };
            if found {
                let tag = ahead.text()?;
                // In a union with a default, the tag is a field of the struct. Do not skip it.
                if is_next && of.default.is_none() {
                    (*self.reader, self.first) = (ahead, false);
                } else {
                    self.reader.note_ahead(&ahead)?;
                }
                return Ok(tag);
            }
            ahead.skip()?;
            is_next = false;
        }
        self.reader.note_ahead(&ahead)?;
        Ok(Cow::Borrowed(of.default.unwrap_or_default()))
    }

    /// Returns the untyped object of a union, if the tolerant pass has wrapped one.
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
