//! Wire types without names of their own: strings, numbers, lists, maps, boxes.

use std::collections::BTreeMap;

use super::{Fill, Odd, Reader, Shape, Vacant, Wire};
use crate::Raw;

macro_rules! plain {
    ($($type:ty = $vacant:expr, $shape:ident;)*) => {$(
        impl Fill for $type {
            fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Odd> {
                *self = from.leaf()?;
                Ok(())
            }
        }

        impl Wire for $type {
            fn vacant() -> Self {
                Self::VACANT
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

impl<T: Fill> Fill for Box<T> {
    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Odd> {
        T::fill(self, from)
    }
}

impl<T: Vacant> Wire for Box<T> {
    fn vacant() -> Self {
        Self::new(T::VACANT)
    }

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Wire> Fill for Vec<T> {
    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Odd> {
        from.open(b'[')?;
        while from.more(self.is_empty(), b']')? {
            // Most lists of the wire have one item; four is Vec's first step.
            if self.is_empty() {
                self.reserve_exact(1);
            }
            self.push(T::vacant());
            let Some(place) = self.last_mut() else { return Err(Odd) };
            place.fill(from)?;
        }
        Ok(())
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn vacant() -> Self {
        Self::new()
    }

    fn shape() -> Shape {
        Shape::List(T::shape)
    }
}

impl<T: Wire> Vacant for Vec<T> {
    const VACANT: Self = Self::new();
}

impl<T: Wire> Fill for BTreeMap<String, T> {
    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Odd> {
        let mut first = true;
        from.open(b'{')?;
        while from.more(std::mem::take(&mut first), b'}')? {
            let key = from.key()?.into_owned();
            let mut value = T::vacant();
            value.fill(from)?;
            self.insert(key, value);
        }
        Ok(())
    }
}

impl<T: Wire> Wire for BTreeMap<String, T> {
    fn vacant() -> Self {
        Self::new()
    }

    fn shape() -> Shape {
        Shape::Map(T::shape)
    }
}

impl<T: Wire> Vacant for BTreeMap<String, T> {
    const VACANT: Self = Self::new();
}
