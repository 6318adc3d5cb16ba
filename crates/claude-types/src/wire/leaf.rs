//! Wire types without names of their own: strings, numbers, lists, maps, boxes.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::{Place, Shape, Vacant, Wire};
use crate::{Maybe, Raw};

macro_rules! plain {
    ($($type:ty = $vacant:expr, $shape:ident;)*) => {$(
        impl Wire for $type {
            #[inline]
            fn vacant() -> Self {
                Self::VACANT
            }

            #[inline]
            fn fill<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
                *self = <$type>::deserialize(from)?;
                Ok(())
            }

            fn shape() -> Shape {
                Shape::$shape
            }
        }

        impl Vacant for $type {
            const VACANT: Self = $vacant;
        }
    )*};
}

plain! {
    bool = false, Bool;
    u64 = 0, Unsigned;
    i64 = 0, Signed;
    f64 = 0.0, Float;
    String = Self::new(), Text;
    Raw = Self::NULL, Any;
}

impl<T: Vacant> Wire for Box<T> {
    #[inline]
    fn vacant() -> Self {
        Self::new(T::VACANT)
    }

    #[inline]
    fn fill<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
        T::fill(self, from)
    }

    fn shape() -> Shape {
        T::shape()
    }
}

/// A field that may be null.
impl<T: Wire> Wire for Option<T> {
    #[inline]
    fn vacant() -> Self {
        None
    }

    fn fill<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
        struct Nullable<'p, T>(&'p mut Option<T>);
        impl<'de, T: Wire> Visitor<'de> for Nullable<'_, T> {
            type Value = ();

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value or null")
            }

            fn visit_none<E>(self) -> Result<(), E> {
                Ok(())
            }

            fn visit_unit<E>(self) -> Result<(), E> {
                Ok(())
            }

            #[inline]
            fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
                self.0.insert(T::vacant()).fill(from)
            }
        }
        from.deserialize_option(Nullable(self))
    }

    fn shape() -> Shape {
        T::shape()
    }
}

/// A field that may be null or absent.
impl<T: Wire> Wire for Maybe<T> {
    #[inline]
    fn vacant() -> Self {
        Self::Absent
    }

    #[inline]
    fn fill<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
        let mut value = None;
        Option::fill(&mut value, from)?;
        *self = value.map_or(Self::Null, Self::Value);
        Ok(())
    }

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Wire> Wire for Vec<T> {
    #[inline]
    fn vacant() -> Self {
        Self::new()
    }

    fn fill<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(Items(self))
    }

    fn shape() -> Shape {
        Shape::List(T::shape)
    }
}

impl<T: Wire> Vacant for Vec<T> {
    const VACANT: Self = Self::new();
}

/// Fills a list.
pub(crate) struct Items<'p, T>(pub(crate) &'p mut Vec<T>);

impl<'de, T: Wire> Visitor<'de> for Items<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element_seed(Push(self.0))?.is_some() {}
        Ok(())
    }
}

/// Fills the next place of a list. Run only if there is another item.
struct Push<'p, T>(&'p mut Vec<T>);

impl<'de, T: Wire> DeserializeSeed<'de> for Push<'_, T> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        // Most lists of the wire have one item; four is Vec's first step.
        if self.0.is_empty() {
            self.0.reserve_exact(1);
        }
        self.0.push(T::vacant());
        self.0.last_mut().map_or(Ok(()), |place| place.fill(from))
    }
}

impl<T: Wire> Wire for BTreeMap<String, T> {
    #[inline]
    fn vacant() -> Self {
        Self::new()
    }

    fn fill<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
        struct Values<'p, T>(&'p mut BTreeMap<String, T>);
        impl<'de, T: Wire> Visitor<'de> for Values<'_, T> {
            type Value = ();

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
                while let Some(key) = map.next_key()? {
                    let mut value = T::vacant();
                    map.next_value_seed(Place(&mut value))?;
                    self.0.insert(key, value);
                }
                Ok(())
            }
        }
        from.deserialize_map(Values(self))
    }

    fn shape() -> Shape {
        Shape::Map(T::shape)
    }
}

impl<T: Wire> Vacant for BTreeMap<String, T> {
    const VACANT: Self = Self::new();
}

/// Fills a place that is made from text, without a copy in between.
pub(crate) fn fill_from_text<'de, T, D>(place: &mut T, from: D) -> Result<(), D::Error>
where
    T: for<'t> From<&'t str>,
    D: Deserializer<'de>,
{
    struct Convert<'p, T>(&'p mut T);
    impl<T: for<'t> From<&'t str>> Visitor<'_> for Convert<'_, T> {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E>(self, text: &str) -> Result<(), E> {
            *self.0 = T::from(text);
            Ok(())
        }
    }
    from.deserialize_str(Convert(place))
}
