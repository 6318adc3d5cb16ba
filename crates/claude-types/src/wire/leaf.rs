//! Wire types without names of their own: strings, numbers, lists, maps, boxes.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Error;
use serde_json::value::RawValue;

use super::{Seed, Wire, mend, raw_entries};
use crate::Raw;

macro_rules! plain {
    ($($type:ty),*) => {$(
        impl Wire for $type {
            fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                <$type>::deserialize(from)
            }
        }
    )*};
}
plain!(bool, u64, i64, f64, Raw);

impl Wire for String {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::deserialize(from)
    }

    /// A string cut inside a surrogate pair gets U+FFFD in the place of the lone half.
    fn recover(raw: &RawValue) -> Result<Self, Error> {
        serde_json::from_str(raw.get()).or_else(|error| match mend::surrogates(raw.get()) {
            Some(mended) => serde_json::from_str(&mended),
            None => Err(error),
        })
    }
}

impl<T: Wire> Wire for Box<T> {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        T::read(from).map(Self::new)
    }

    fn recover(raw: &RawValue) -> Result<Self, Error> {
        T::recover(raw).map(Self::new)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Nullable<T>(std::marker::PhantomData<T>);
        impl<'de, T: Wire> Visitor<'de> for Nullable<T> {
            type Value = Option<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value or null")
            }

            fn visit_none<E>(self) -> Result<Self::Value, E> {
                Ok(None)
            }

            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(None)
            }

            fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
                T::read(from).map(Some)
            }
        }
        from.deserialize_option(Nullable(std::marker::PhantomData))
    }

    fn recover(raw: &RawValue) -> Result<Self, Error> {
        if raw.get() == "null" { Ok(None) } else { T::recover(raw).map(Some) }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct List<T>(std::marker::PhantomData<T>);
        impl<'de, T: Wire> Visitor<'de> for List<T> {
            type Value = Vec<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = seq.next_element_seed(Seed::<T>::new())? {
                    // Most lists of the wire have one item; four is Vec's first step.
                    if list.is_empty() {
                        list.reserve_exact(1);
                    }
                    list.push(item);
                }
                Ok(list)
            }
        }
        from.deserialize_seq(List(std::marker::PhantomData))
    }

    fn recover(raw: &RawValue) -> Result<Self, Error> {
        let items: Vec<&RawValue> = serde_json::from_str(raw.get())?;
        items.into_iter().map(T::recover).collect()
    }
}

impl<T: Wire> Wire for BTreeMap<String, T> {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Map<T>(std::marker::PhantomData<T>);
        impl<'de, T: Wire> Visitor<'de> for Map<T> {
            type Value = BTreeMap<String, T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut all = BTreeMap::new();
                while let Some(key) = map.next_key()? {
                    all.insert(key, map.next_value_seed(Seed::<T>::new())?);
                }
                Ok(all)
            }
        }
        from.deserialize_map(Map(std::marker::PhantomData))
    }

    fn recover(raw: &RawValue) -> Result<Self, Error> {
        let entries = raw_entries(raw)?;
        entries.into_iter().map(|(key, raw)| Ok((key.into_owned(), T::recover(raw)?))).collect()
    }
}

/// Reads a string and converts it without a copy in between.
pub(crate) fn from_text<'de, T, D>(from: D) -> Result<T, D::Error>
where
    T: for<'t> From<&'t str>,
    D: Deserializer<'de>,
{
    struct Convert<T>(std::marker::PhantomData<T>);
    impl<T: for<'t> From<&'t str>> Visitor<'_> for Convert<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E>(self, text: &str) -> Result<T, E> {
            Ok(T::from(text))
        }
    }
    from.deserialize_str(Convert(std::marker::PhantomData))
}
