//! The tests of the stores with the newest rusqlite; see the manifest.
