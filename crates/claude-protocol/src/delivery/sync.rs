//! Synchronization primitives of `queue.rs` and `wake_flag.rs`. The model check
//! (`tests/it/loom.rs`) replaces this file by one with the types of loom.

pub(crate) use std::sync::Mutex;
pub(crate) use std::sync::atomic::AtomicBool;
