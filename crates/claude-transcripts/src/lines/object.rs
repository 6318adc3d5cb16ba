//! Object: a JSON object of which some fields are changed. The bytes of the others are kept.

use std::borrow::Cow;
use std::fmt;
use std::io;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The fields of an object, in its order.
#[derive(Debug)]
pub(crate) struct Object<'o> {
    fields: Vec<(Cow<'o, str>, Cow<'o, str>)>,
}

impl<'o> Object<'o> {
    pub(crate) fn read(text: &'o [u8]) -> io::Result<Self> {
        Ok(serde_json::from_slice(text)?)
    }

    /// Returns the JSON of a field.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        // The last one counts, as in JavaScript.
        let field = self.fields.iter().rev().find(|(field, _)| field == name);
        field.map(|(_, value)| value.as_ref())
    }

    /// Returns the text of a field. `None` if it is something else.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        serde_json::from_str(self.get(name)?).ok()
    }

    /// Changes a field, or adds it at the end.
    pub(crate) fn set(&mut self, name: &'static str, value: &impl Serialize) -> io::Result<()> {
        let value = Cow::Owned(serde_json::to_string(value)?);
        let field = self.fields.iter_mut().rev().find(|(field, _)| field == name);
        match field {
            Some((_, old)) => *old = value,
            None => self.fields.push((Cow::Borrowed(name), value)),
        }
        Ok(())
    }

    pub(crate) fn remove(&mut self, names: &[&str]) {
        self.fields.retain(|(name, _)| !names.contains(&name.as_ref()));
    }

    /// Writes the object as a line.
    pub(crate) fn line(&self) -> io::Result<Vec<u8>> {
        let length: usize = self.fields.iter().map(|it| it.0.len() + it.1.len() + 4).sum();
        let mut line = Vec::with_capacity(length + 3);
        line.push(b'{');
        for (number, (name, value)) in self.fields.iter().enumerate() {
            if number > 0 {
                line.push(b',');
            }
            serde_json::to_writer(&mut line, name)?;
            line.push(b':');
            line.extend_from_slice(value.as_bytes());
        }
        line.extend_from_slice(b"}\n");
        Ok(line)
    }
}

impl<'de: 'o, 'o> Deserialize<'de> for Object<'o> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object<'de>, A::Error> {
                let mut fields = Vec::new();
                while let Some(name) = map.next_key::<Name<'de>>()? {
                    let value: &RawValue = map.next_value()?;
                    fields.push((name.0, Cow::Borrowed(value.get())));
                }
                Ok(Object { fields })
            }
        }
        from.deserialize_map(Fields)
    }
}

/// A name, borrowed unless it has escapes.
#[derive(serde::Deserialize)]
struct Name<'n>(#[serde(borrow)] Cow<'n, str>);

#[cfg(test)]
mod tests {
    use super::Object;

    #[test]
    fn what_is_not_changed_keeps_its_bytes() {
        let text = br#"{"b":1e999,"a":"\ud800\u0000","\u00e9":{ "x" : [1 , 2] },"b":12345678901234567890,"c":1}"#;
        let mut object = Object::read(text).unwrap();
        assert_eq!(object.get("b"), Some("12345678901234567890"));
        object.set("c", &"new").unwrap();
        object.set("d", &1).unwrap();
        object.remove(&["none"]);
        let line = String::from_utf8(object.line().unwrap()).unwrap();
        let expected = r#"{"b":1e999,"a":"\ud800\u0000","é":{ "x" : [1 , 2] },"b":12345678901234567890,"c":"new","d":1}"#;
        assert_eq!(line, format!("{expected}\n"));
        assert!(Object::read(b"[1]").is_err());
    }
}
