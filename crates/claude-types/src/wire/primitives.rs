//! Primitives: strings, numbers, booleans, raw JSON, lists, maps and boxes.

use std::collections::BTreeMap;

use super::budget::{self, ALLOCATION};
use super::{Entries, Mismatch, Reader, Shape, Wire, put};
use crate::values::Raw;

macro_rules! plain {
    ($($type:ty = $vacant:expr, $shape:ident;)*) => {$(
        impl Wire for $type {
            const VACANT: Self = $vacant;

            fn shape() -> Shape {
                Shape::$shape
            }

            fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Mismatch> {
                put(self, from.leaf()?);
                Ok(())
            }
        }
    )*};
}

plain! {
    bool = false, Bool;
    u64 = 0, Unsigned;
    i64 = 0, Signed;
    f64 = 0.0, Float;
}

impl Wire for Raw {
    const VACANT: Self = Self::NULL;

    fn shape() -> Shape {
        Shape::Any
    }

    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Mismatch> {
        from.spend(ALLOCATION)?;
        put(self, from.leaf()?);
        Ok(())
    }
}

impl Wire for String {
    const VACANT: Self = Self::new();

    fn shape() -> Shape {
        Shape::Text
    }

    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Mismatch> {
        from.spend(ALLOCATION)?;
        put(self, from.text()?.into_owned());
        Ok(())
    }
}

impl<T: Wire> Wire for Box<T> {
    const VACANT: Self = panic!("a box needs an allocation");

    fn vacant() -> Self {
        Box::write(Self::new_uninit(), T::VACANT)
    }

    fn shape() -> Shape {
        T::shape()
    }

    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Mismatch> {
        from.spend(size_of::<T>())?;
        T::fill(self, from)
    }

    fn fill_entries(&mut self, from: &mut Entries<'_, '_>) -> Result<(), Mismatch> {
        from.spend(size_of::<T>())?;
        T::fill_entries(self, from)
    }
}

impl<T: Wire> Wire for Vec<T> {
    const VACANT: Self = Self::new();

    fn shape() -> Shape {
        Shape::List(T::shape, size_of::<T>())
    }

    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Mismatch> {
        from.open(b'[')?;
        while from.more(self.is_empty(), b']')? {
            from.spend(budget::item(size_of::<T>()))?;
            // Most lists have one item. `Vec` would allocate room for four.
            if self.is_empty() {
                self.reserve_exact(1);
            }
            // Not `push`, which is compiled with code that drops the value if the allocation
            // panics.
            self.extend(std::iter::once_with(T::vacant));
            let Some(place) = self.last_mut() else { return Err(Mismatch) };
            place.fill(from)?;
        }
        Ok(())
    }
}

impl<T: Wire> Wire for BTreeMap<String, T> {
    const VACANT: Self = Self::new();

    fn shape() -> Shape {
        Shape::Map(T::shape, size_of::<T>())
    }

    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Mismatch> {
        let mut first = true;
        from.open(b'{')?;
        while from.more(std::mem::take(&mut first), b'}')? {
            from.spend(budget::entry(size_of::<T>()))?;
            let key = from.key()?.into_owned();
            let mut value = T::vacant();
            value.fill(from)?;
            self.insert(key, value);
        }
        Ok(())
    }
}
