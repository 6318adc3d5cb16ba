//! Encoder: writes an object as its constant tags, its typed fields and its extra fields.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::values::{Extra, Maybe};

/// An object that is being written.
///
/// The first error is kept and returned by [`Encoder::finish`], so it is checked once and not after
/// each field.
pub(crate) struct Encoder<'e, S: Serializer> {
    map: Result<S::SerializeMap, S::Error>,
    extra: &'e Extra,
    written: Vec<&'static str>,
}

impl<'e, S: Serializer> Encoder<'e, S> {
    #[inline(never)]
    pub(crate) fn new(to: S, tags: &[(&'static str, &'static str)], extra: &'e Extra) -> Self {
        let mut this = Self { map: to.serialize_map(None), extra, written: Vec::new() };
        for (tag, value) in tags {
            this.entry(tag, value);
        }
        this
    }

    fn entry<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        let Ok(map) = &mut self.map else { return };
        if let Err(error) = map.serialize_entry(name, value) {
            self.map = Err(error);
        }
    }

    #[inline(never)]
    pub(crate) fn required<T: Serialize>(&mut self, name: &'static str, value: &T) {
        if !self.extra.is_empty() {
            self.written.push(name);
        }
        self.entry(name, value);
    }

    #[inline(never)]
    pub(crate) fn optional<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }

    /// Writes `null` for `None`, unless `extra` has a value of an unexpected type for the field.
    #[inline(never)]
    pub(crate) fn nullable<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        match value {
            Some(value) => self.required(name, value),
            None if self.extra.get(name).is_some() => {}
            None => self.entry(name, &()),
        }
    }

    #[inline(never)]
    pub(crate) fn maybe<T: Serialize>(&mut self, name: &'static str, value: &Maybe<T>) {
        match value {
            Maybe::Value(value) => self.required(name, value),
            Maybe::Null => self.entry(name, &()),
            Maybe::Absent => {}
        }
    }

    #[inline(never)]
    pub(crate) fn finish(mut self) -> Result<S::Ok, S::Error> {
        for (name, value) in self.extra.iter() {
            if !self.written.contains(&name) {
                self.entry(name, value);
            }
        }
        self.map?.end()
    }
}
