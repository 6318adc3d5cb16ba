//! Repairer: turns a text into one that the strict pass accepts.
//!
//! It compares the text with the shape of the type:
//!
//! - Values that fit are copied.
//! - In strings, lone surrogates are replaced.
//! - An optional field with a value of an unexpected type gets a marked name.
//! - An object with an unknown tag, or without a valid value for a required field, is wrapped in an
//!   object with a marked key.
//! - A list or map with too many parts that do not fit, or too large in memory, does not fit as a
//!   whole.
//!
//! The code is the same for all types.

use std::borrow::Cow;

use serde::de::Error as _;
use serde_json::Error;
use serde_json::value::RawValue;

use super::super::budget::{self, Budget, FIELD};
use super::super::shape::{Fields, Need, Shape, Variants};
use super::{mark, skim, surrogates};

/// How deeply typed values may be nested. The limit of the strict pass is 127.
const DEPTH: usize = 100;

/// How many parts of one list or map may have an unexpected type. With more, the whole list or map
/// is kept raw.
const MISFITS: usize = 1024;

/// How many parts of one line are tried that have an unexpected type. After that, every list and
/// object that was not begun is kept raw.
const TRIED: usize = 16_384;

/// How often each byte of the line is read, on average. After that, every list and object that was
/// not begun is kept raw.
const PASSES: usize = 8;

/// How many unknown fields of one object are kept one by one.
const UNKNOWN_FIELDS: usize = 4096;

/// The extra field that holds all further unknown fields, as one object.
const MORE_FIELDS: &str = "sdk_more_fields";

/// The longest value that is quoted in an error, in bytes.
const QUOTED: usize = 256;

/// The longest tag of an unknown object, in bytes.
const TAG: usize = 1024;

/// Returns a repaired text that fits the shape.
///
/// # Errors
///
/// An error if the value has another shape, and no union or optional field contains it.
pub(crate) fn repair(shape: Shape, raw: &RawValue) -> Result<String, Error> {
    let length = raw.get().len();
    let mut repairer = Repairer {
        // Room for some marks: a text that grows takes its memory twice.
        out: String::with_capacity(length + length / 64 + 128),
        depth: 0,
        tags: Vec::new(),
        misfits: 0,
        tried: 0,
        scan: length.saturating_mul(PASSES) + (64 << 10),
        budget: Budget::of_line(length),
    };
    repairer.value(shape, raw.get())?;
    Ok(repairer.out)
}

struct Repairer {
    out: String,
    depth: usize,
    /// The tags of the unions whose object is written next, which come before its other fields.
    tags: Vec<(&'static str, &'static str)>,
    /// The parts with an unexpected type that were written.
    misfits: usize,
    /// The parts with an unexpected type that were found, also in lists that were not written.
    tried: usize,
    /// How many bytes may still be read.
    scan: usize,
    budget: Budget,
}

impl Repairer {
    /// Writes one value. If this fails, removes what was written of it.
    fn value(&mut self, shape: Shape, raw: &str) -> Result<(), Error> {
        if self.depth == DEPTH {
            return Err(Error::custom("nested too deeply"));
        }
        self.depth += 1;
        let (length, misfits) = (self.out.len(), self.misfits);
        let written = self.write(shape, raw);
        if written.is_err() {
            self.out.truncate(length);
            self.tags.clear();
            self.misfits = misfits;
        }
        self.depth -= 1;
        written
    }

    fn write(&mut self, shape: Shape, raw: &str) -> Result<(), Error> {
        match shape {
            Shape::Text => self.out.push_str(&text(raw)?),
            Shape::Bool => self.fits::<bool>(raw)?,
            Shape::Unsigned => self.fits::<u64>(raw)?,
            Shape::Signed => self.fits::<i64>(raw)?,
            Shape::Float => self.fits::<f64>(raw)?,
            Shape::Any => self.out.push_str(raw),
            Shape::TextOr(_) if raw.starts_with('"') => self.out.push_str(&text(raw)?),
            Shape::TextOr(other) => self.value(other(), raw)?,
            Shape::List(item, size) => self.list(item(), budget::item(size), raw)?,
            Shape::Map(value, size) => self.map(value(), budget::entry(size), raw)?,
            Shape::Object(fields) => self.object(fields, raw)?,
            Shape::Union(variants) => self.union(variants, raw)?,
        }
        Ok(())
    }

    /// Copies a value if it has the type `T`.
    fn fits<'r, T: serde::Deserialize<'r>>(&mut self, raw: &'r str) -> Result<(), Error> {
        // The error of a long value would quote all of it.
        if raw.len() > QUOTED && raw.starts_with('"') {
            return Err(Error::custom("a string does not fit"));
        }
        serde_json::from_str::<T>(raw)?;
        self.out.push_str(raw);
        Ok(())
    }

    /// Counts the bytes of a text that is about to be read.
    fn read(&mut self, bytes: usize) -> Result<(), Error> {
        let left = self.scan.checked_sub(bytes).filter(|_| self.tried < TRIED);
        self.scan = left.ok_or_else(|| Error::custom("too much of the line does not fit"))?;
        Ok(())
    }

    fn spend(&mut self, bytes: usize) -> Result<(), Error> {
        if self.budget.spend(bytes) {
            return Ok(());
        }
        Err(Error::custom("takes too much memory for its length"))
    }

    /// Counts a part that has an unexpected type.
    fn misfit(&mut self) {
        self.misfits += 1;
        self.tried += 1;
    }

    fn list(&mut self, item: Shape, cost: usize, raw: &str) -> Result<(), Error> {
        let items = skim::items(raw).ok_or_else(|| Error::custom("expected a list"))?;
        let most = self.misfits + MISFITS;
        self.out.push('[');
        for (at, raw) in items.enumerate() {
            if at > 0 {
                self.out.push(',');
            }
            self.spend(cost)?;
            self.value(item, raw)?;
            self.check_misfits(most)?;
        }
        self.out.push(']');
        Ok(())
    }

    fn map(&mut self, value: Shape, cost: usize, raw: &str) -> Result<(), Error> {
        let most = self.misfits + MISFITS;
        let mut object = self.begin()?;
        for entry in entries(raw)? {
            let (key, raw) = entry?;
            self.spend(cost)?;
            self.key(&mut object, &key)?;
            self.value(value, raw)?;
            self.check_misfits(most)?;
        }
        self.out.push('}');
        Ok(())
    }

    fn check_misfits(&self, most: usize) -> Result<(), Error> {
        if self.misfits <= most {
            return Ok(());
        }
        Err(Error::custom(format_args!("more than {MISFITS} parts do not fit")))
    }

    fn object(&mut self, fields: &Fields, raw: &str) -> Result<(), Error> {
        self.read(raw.len())?;
        self.spend(fields.size)?;
        let mut object = self.begin()?;
        let mut known = vec![None; fields.names.len()];
        let mut tags: Vec<Option<&str>> = vec![None; fields.tags.len()];
        let (mut unknown, mut more) = (0, String::new());
        for entry in entries(raw)? {
            let (key, raw) = entry?;
            // If a key occurs twice, the last one counts.
            let named = fields.has_name_of_length(key.len());
            let name = named.then(|| fields.names.iter().position(|name| *name == key));
            if let Some(at) = name.flatten() {
                known[at] = Some(raw);
            } else if let Some(at) = fields.tags.iter().position(|(name, _)| *name == key) {
                // Of a tag that occurs twice, the first one with a text counts.
                tags[at] = tags[at].filter(|first| is_text(first)).or(Some(raw));
            } else if unknown < UNKNOWN_FIELDS {
                unknown += 1;
                self.spend(FIELD)?;
                self.key(&mut object, &key)?;
                self.out.push_str(raw);
            } else {
                more.push(if more.is_empty() { '{' } else { ',' });
                key_text(&mut more, &key)?;
                more.push_str(raw);
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
        if !more.is_empty() {
            self.key(&mut object, &mark::marked(MORE_FIELDS))?;
            self.out.push_str(&more);
            self.out.push('}');
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
        raw: Option<&str>,
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
        if raw == "null" && matches!(need, Need::nullable | Need::maybe) {
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
                self.misfit();
                self.key(object, &mark::marked(name))?;
                self.out.push_str(raw);
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }

    fn union(&mut self, variants: &Variants, raw: &str) -> Result<(), Error> {
        self.read(raw.len())?;
        // If the tag occurs twice, the first one with a text counts, as in `frame_type`. The loop of
        // a connection reads no more of a line than that, and must not differ from its reader.
        let mut found: Option<&str> = None;
        for entry in skim::entries(raw).into_iter().flatten() {
            let (key, value) = entry?;
            if key == variants.tag {
                found = found.filter(|first| is_text(first)).or(Some(value));
            }
        }
        let tag: Option<String> =
            found.and_then(|value| serde_json::from_str(&text(value).ok()?).ok());
        let name = match found {
            None if raw.starts_with('{') => variants.default,
            _ => tag.as_deref(),
        };
        let tag = name.unwrap_or_default();
        let Some((tag, shape)) = variants.known.iter().find(|(known, _)| *known == tag) else {
            return self.untyped(cut(tag), None, raw);
        };
        let outer = self.tags.clone();
        // Structs do not write constant fields, so the object begins with its tags.
        if variants.default != Some(*tag) {
            self.tags.push((variants.tag, tag));
        }
        let Err(error) = self.value(shape(), raw) else { return Ok(()) };
        self.tags = outer;
        self.untyped(tag, Some(&error.to_string()), raw)
    }

    fn untyped(&mut self, tag: &str, error: Option<&str>, raw: &str) -> Result<(), Error> {
        self.misfit();
        let mut object = self.begin()?;
        self.key(&mut object, &mark::key_of_untyped(tag, error))?;
        self.out.push_str(raw);
        self.out.push('}');
        Ok(())
    }

    /// Begins an object, with the tags of the unions that it is a variant of.
    fn begin(&mut self) -> Result<Object, Error> {
        self.out.push('{');
        let mut object = Object { first: true };
        for (name, tag) in std::mem::take(&mut self.tags) {
            self.key(&mut object, name)?;
            json_text(&mut self.out, tag)?;
        }
        Ok(object)
    }

    fn key(&mut self, object: &mut Object, key: &str) -> Result<(), Error> {
        if !std::mem::take(&mut object.first) {
            self.out.push(',');
        }
        key_text(&mut self.out, key)
    }
}

fn entries(raw: &str) -> Result<skim::Entries<'_>, Error> {
    skim::entries(raw).ok_or_else(|| Error::custom("expected an object"))
}

/// An object that is being written.
struct Object {
    first: bool,
}

fn key_text(out: &mut String, key: &str) -> Result<(), Error> {
    json_text(out, key)?;
    out.push(':');
    Ok(())
}

/// Writes a string as JSON.
fn json_text(out: &mut String, text: &str) -> Result<(), Error> {
    let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
    if text.bytes().all(is_plain) {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        out.push_str(&serde_json::to_string(text)?);
    }
    Ok(())
}

/// Returns the beginning of a tag that is longer than any name. The raw object contains all of it.
fn cut(tag: &str) -> &str {
    let most = (0..=TAG.min(tag.len())).rev().find(|at| tag.is_char_boundary(*at));
    &tag[..most.unwrap_or_default()]
}

/// Returns the JSON of a string. Lone surrogates are replaced by U+FFFD.
fn text(raw: &str) -> Result<Cow<'_, str>, Error> {
    if !raw.starts_with('"') {
        return Err(Error::custom("expected a string"));
    }
    Ok(surrogates::repair(raw).map_or(Cow::Borrowed(raw), Cow::Owned))
}

fn is_text(raw: &str) -> bool {
    raw.starts_with('"')
}
