//! Writing an object: constant tags, typed fields, then what `extra` holds beyond them.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::{Extra, Maybe};

/// An object that is being written.
pub(crate) struct Encoder<'e, S: Serializer> {
    map: S::SerializeMap,
    extra: &'e Extra,
    written: Vec<&'static str>,
}

impl<'e, S: Serializer> Encoder<'e, S> {
    pub(crate) fn new(
        to: S,
        tags: &[(&'static str, &'static str)],
        extra: &'e Extra,
    ) -> Result<Self, S::Error> {
        let mut map = to.serialize_map(None)?;
        for (tag, value) in tags {
            map.serialize_entry(tag, value)?;
        }
        Ok(Self { map, extra, written: Vec::new() })
    }

    pub(crate) fn required<T: Serialize>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), S::Error> {
        if !self.extra.is_empty() {
            self.written.push(name);
        }
        self.map.serialize_entry(name, value)
    }

    pub(crate) fn optional<T: Serialize>(
        &mut self,
        name: &'static str,
        value: &Option<T>,
    ) -> Result<(), S::Error> {
        value.as_ref().map_or(Ok(()), |value| self.required(name, value))
    }

    /// Null is written unless the raw value of an unexpected shape is kept in `extra`.
    pub(crate) fn nullable<T: Serialize>(
        &mut self,
        name: &'static str,
        value: &Option<T>,
    ) -> Result<(), S::Error> {
        match value {
            Some(value) => self.required(name, value),
            None if self.extra.get(name).is_some() => Ok(()),
            None => self.map.serialize_entry(name, &()),
        }
    }

    pub(crate) fn maybe<T: Serialize>(
        &mut self,
        name: &'static str,
        value: &Maybe<T>,
    ) -> Result<(), S::Error> {
        match value {
            Maybe::Value(value) => self.required(name, value),
            Maybe::Null => self.map.serialize_entry(name, &()),
            Maybe::Absent => Ok(()),
        }
    }

    pub(crate) fn finish(mut self) -> Result<S::Ok, S::Error> {
        for (name, value) in self.extra.iter() {
            if !self.written.contains(&name) {
                self.map.serialize_entry(name, value)?;
            }
        }
        self.map.end()
    }
}
