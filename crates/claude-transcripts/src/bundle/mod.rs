//! Bundle: a session with everything that belongs to it in one stream, to move it to another machine.
//!
//! A bundle is a tar archive, so common tools list and unpack it:
//!
//! 1. `manifest.json`: the session, where it was, and path, size and SHA-256 of each file;
//! 2. `manifest.sha256`: the checksum of the manifest;
//! 3. `ID.jsonl`, and the files below `ID/`, in the order of the manifest.
//!
//! The reader accepts what the writer writes, and nothing else of tar: no links, no other kinds of
//! entries, no other order. So each byte of a bundle is checked.
//!
//! Reading order: `manifest.rs`, `name.rs` (which paths are accepted), `tar.rs`, `export.rs`,
//! `import.rs`, `checked.rs` (bytes with their checksum).

mod checked;
mod export;
mod import;
mod manifest;
mod name;
mod tar;
