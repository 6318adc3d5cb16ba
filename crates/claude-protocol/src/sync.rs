//! The lock of [`crate::queue`], named here so that the model check can put loom's in its place.

pub(crate) use std::sync::Mutex;
