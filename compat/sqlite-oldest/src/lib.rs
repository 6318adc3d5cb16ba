//! The tests of the stores with the oldest rusqlite; see the manifest.
