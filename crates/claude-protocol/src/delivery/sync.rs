//! What [`crate::queue`] locks with, named here so that the model check can put loom's in its place.

pub(crate) use std::sync::Mutex;
pub(crate) use std::sync::atomic::AtomicBool;
