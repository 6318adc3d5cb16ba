//! Repair: the tolerant pass, which turns a text into one that the strict pass accepts.
//!
//! It compares the text with the shape of the type:
//!
//! - Values that fit are copied.
//! - In strings, lone surrogates are replaced.
//! - An optional field with a value of an unexpected type gets a marked name.
//! - An object with an unknown tag, or without a valid value for a required field, is wrapped in an
//!   object with a marked key.
//!
//! Marks are described in [`repair_mark`]. The code is the same for all types.

use std::borrow::Cow;

use serde::Serialize;
use serde::de::Error as _;
use serde_json::Error;
use serde_json::value::RawValue;

use super::shape::{Fields, Need, Shape, Variants};
use super::{Mismatch, Reader, repair_mark, surrogates};

/// How deeply typed values may be nested. The limit of the strict pass is 127.
const DEPTH: usize = 100;

/// Returns a repaired text that fits the shape.
///
/// # Errors
///
/// An error if the value has another shape, and no union or optional field contains it.
pub(crate) fn repair(shape: Shape, raw: &RawValue) -> Result<String, Error> {
    let mut repairer = Repairer { out: String::with_capacity(raw.get().len() + 32), depth: 0 };
    repairer.value(shape, raw)?;
    Ok(repairer.out)
}

struct Repairer {
    out: String,
    depth: usize,
}

impl Repairer {
    /// Writes one value. If this fails, removes what was written of it.
    fn value(&mut self, shape: Shape, raw: &RawValue) -> Result<(), Error> {
        if self.depth == DEPTH {
            return Err(Error::custom("nested too deeply"));
        }
        self.depth += 1;
        let length = self.out.len();
        let written = self.write(shape, raw);
        if written.is_err() {
            self.out.truncate(length);
        }
        self.depth -= 1;
        written
    }

    fn write(&mut self, shape: Shape, raw: &RawValue) -> Result<(), Error> {
        match shape {
            Shape::Text => self.out.push_str(&text(raw)?),
            Shape::Bool => self.fits::<bool>(raw)?,
            Shape::Unsigned => self.fits::<u64>(raw)?,
            Shape::Signed => self.fits::<i64>(raw)?,
            Shape::Float => self.fits::<f64>(raw)?,
            Shape::Any => self.out.push_str(raw.get()),
            Shape::TextOr(_) if raw.get().starts_with('"') => self.out.push_str(&text(raw)?),
            Shape::TextOr(other) => self.value(other(), raw)?,
            Shape::List(item) => self.list(item(), raw)?,
            Shape::Map(value) => self.map(value(), raw)?,
            Shape::Object(fields) => self.object(fields, raw)?,
            Shape::Union(variants) => self.union(variants, raw)?,
        }
        Ok(())
    }

    /// Copies a value if it has the type `T`.
    fn fits<'r, T: serde::Deserialize<'r>>(&mut self, raw: &'r RawValue) -> Result<(), Error> {
        serde_json::from_str::<T>(raw.get())?;
        self.out.push_str(raw.get());
        Ok(())
    }

    fn list(&mut self, item: Shape, raw: &RawValue) -> Result<(), Error> {
        let items: Vec<&RawValue> = serde_json::from_str(raw.get())?;
        self.out.push('[');
        for (at, raw) in items.into_iter().enumerate() {
            if at > 0 {
                self.out.push(',');
            }
            self.value(item, raw)?;
        }
        self.out.push(']');
        Ok(())
    }

    fn map(&mut self, value: Shape, raw: &RawValue) -> Result<(), Error> {
        let mut object = self.begin();
        for (key, raw) in raw_entries(raw)? {
            self.key(&mut object, &key)?;
            self.value(value, raw)?;
        }
        self.out.push('}');
        Ok(())
    }

    fn object(&mut self, fields: &Fields, raw: &RawValue) -> Result<(), Error> {
        let mut object = self.begin();
        let mut known = vec![None; fields.names.len()];
        let mut tags: Vec<Option<&RawValue>> = vec![None; fields.tags.len()];
        for (key, raw) in raw_entries(raw)? {
            // If a key occurs twice, the last one counts.
            if let Some(at) = fields.names.iter().position(|name| *name == key) {
                known[at] = Some(raw);
            } else if let Some(at) = fields.tags.iter().position(|(name, _)| *name == key) {
                // Of a tag that occurs twice, the first one with a text counts.
                tags[at] = tags[at].filter(|first| is_text(first)).or(Some(raw));
            } else {
                self.key(&mut object, &key)?;
                self.out.push_str(raw.get());
            }
        }
        for ((_, tag), raw) in fields.tags.iter().zip(tags) {
            let found: Option<String> =
                raw.map(|raw| serde_json::from_str(&text(raw)?)).transpose()?;
            if found.is_some_and(|found| found != *tag) {
                return Err(Error::custom(format_args!("expected the tag `{tag}`")));
            }
        }
        for (at, raw) in known.into_iter().enumerate() {
            self.field(&mut object, fields, at, raw)?;
        }
        self.out.push('}');
        Ok(())
    }

    /// Writes one field. If its value does not fit and it is not required, writes a marked name.
    fn field(
        &mut self,
        object: &mut Object,
        fields: &Fields,
        at: usize,
        raw: Option<&RawValue>,
    ) -> Result<(), Error> {
        let (name, need) = (fields.names[at], fields.needs[at]);
        let Some(raw) = raw else {
            return match need {
                Need::required => Err(Error::missing_field(name)),
                _ => Ok(()),
            };
        };
        let (length, was_first) = (self.out.len(), object.first);
        self.key(object, name)?;
        if raw.get() == "null" && matches!(need, Need::nullable | Need::maybe) {
            self.out.push_str("null");
            return Ok(());
        }
        match self.value(fields.shapes[at](), raw) {
            Err(error) if need == Need::required => {
                Err(Error::custom(format_args!("field `{name}`: {error}")))
            }
            Err(_) => {
                self.out.truncate(length);
                object.first = was_first;
                self.key(object, &repair_mark::marked(name))?;
                self.out.push_str(raw.get());
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }

    fn union(&mut self, variants: &Variants, raw: &RawValue) -> Result<(), Error> {
        // If the tag occurs twice, the first one with a text counts, as in `frame_type`. The loop of
        // a connection reads no more of a line than that, and must not differ from its reader.
        let is_object = raw.get().starts_with('{');
        let entries = if is_object { raw_entries(raw)? } else { Vec::new() };
        let tags = || entries.iter().filter(|(key, _)| key == variants.tag);
        let found = tags().find(|(_, value)| is_text(value)).or_else(|| tags().next());
        let tag: Option<String> =
            found.and_then(|(_, value)| serde_json::from_str(&text(value).ok()?).ok());
        let name = match found {
            None if is_object => variants.default,
            _ => tag.as_deref(),
        };
        let tag = name.unwrap_or_default();
        let Some((_, shape)) = variants.known.iter().find(|(known, _)| *known == tag) else {
            return self.untyped(tag, None, raw);
        };
        let length = self.out.len();
        if let Err(error) = self.value(shape(), raw) {
            return self.untyped(tag, Some(&error.to_string()), raw);
        }
        if variants.default == Some(tag) {
            return Ok(());
        }
        self.put_tag_first(length, variants.tag, tag)
    }

    /// Inserts the tag of the union in front of the fields. Structs do not write constant fields.
    fn put_tag_first(&mut self, at: usize, name: &str, tag: &str) -> Result<(), Error> {
        // A nested union has written an object or a wrapped object. Both begin with a brace.
        let rest = self.out.split_off(at + 1);
        let mut object = Object { first: true };
        self.key(&mut object, name)?;
        self.out.push_str(&serde_json::to_string(tag)?);
        if rest != "}" {
            self.out.push(',');
        }
        self.out.push_str(&rest);
        Ok(())
    }

    fn untyped(&mut self, tag: &str, error: Option<&str>, raw: &RawValue) -> Result<(), Error> {
        let mut object = self.begin();
        self.key(&mut object, &repair_mark::key_of_untyped(tag, error))?;
        self.out.push_str(raw.get());
        self.out.push('}');
        Ok(())
    }

    fn begin(&mut self) -> Object {
        self.out.push('{');
        Object { first: true }
    }

    fn key(&mut self, object: &mut Object, key: &str) -> Result<(), Error> {
        if !std::mem::take(&mut object.first) {
            self.out.push(',');
        }
        key_text(&mut self.out, key)
    }
}

/// Returns the entries of an object, with unescaped keys.
fn raw_entries(raw: &RawValue) -> Result<Vec<(Cow<'_, str>, &RawValue)>, Error> {
    let mut from = Reader::new(raw.get());
    read_entries(&mut from).map_err(|Mismatch| Error::custom("expected an object"))
}

fn read_entries<'t>(from: &mut Reader<'t>) -> Result<Vec<(Cow<'t, str>, &'t RawValue)>, Mismatch> {
    let mut all = Vec::new();
    from.open(b'{')?;
    while from.more(all.is_empty(), b'}')? {
        let key = from.key()?;
        all.push((key, from.raw()?));
    }
    Ok(all)
}

fn is_text(raw: &RawValue) -> bool {
    raw.get().starts_with('"')
}

/// An object that is being written.
struct Object {
    first: bool,
}

fn key_text(out: &mut String, key: &str) -> Result<(), Error> {
    let mut text = Vec::with_capacity(key.len() + 2);
    key.serialize(&mut serde_json::Serializer::new(&mut text))?;
    out.push_str(&String::from_utf8_lossy(&text));
    out.push(':');
    Ok(())
}

/// Returns the JSON of a string. Lone surrogates are replaced by U+FFFD.
fn text(raw: &RawValue) -> Result<Cow<'_, str>, Error> {
    match serde_json::from_str::<String>(raw.get()) {
        Ok(_) => Ok(Cow::Borrowed(raw.get())),
        Err(error) => match surrogates::repair(raw.get()) {
            Some(repaired) => {
                serde_json::from_str::<String>(&repaired).map(|_| Cow::Owned(repaired))
            }
            None => Err(error),
        },
    }
}
