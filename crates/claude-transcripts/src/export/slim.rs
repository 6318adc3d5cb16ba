//! Slim: the lines of a session without those that are only of use to the CLI.

use std::collections::{HashMap, HashSet};
use std::io::{BufWriter, Write};

use serde::Deserialize;

use crate::error::{Error, Result};
use crate::lines::{LineKind, Object, Tags};
use crate::transcript::Transcript;

impl Transcript {
    /// Writes the session as JSON lines without the bulk: the CLI's records of its requests
    /// (`api-request*`), the snapshots of its prompts, progress, lines that are there twice, and damaged
    /// ones.
    ///
    /// The lines keep their order and their bytes, except for one field: a message that follows a line
    /// that was left out names the message before it. So the result is the same conversation. It is meant
    /// for reading: to move a session, use [`Transcript::export_bundle`].
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if the file cannot be read, or the writer fails.
    pub fn export_slim(&self, to: impl Write) -> Result<()> {
        let mut lines = self.lines()?;
        let mut slim =
            Slim { to: BufWriter::new(to), seen: HashSet::new(), parents: HashMap::new() };
        let failed = |error| Error::io(self.path(), error);
        while let Some(line) = lines.next().map_err(failed)? {
            if line.kind != LineKind::Object {
                continue;
            }
            if let Some(tags) = Tags::read(line.bytes) {
                slim.write(line.bytes, &tags).map_err(failed)?;
                continue;
            }
            // Not one object, but perhaps two.
            for (_, object) in line.objects() {
                if let Some(tags) = Tags::read(object) {
                    slim.write(object, &tags).map_err(failed)?;
                }
            }
        }
        slim.to.flush().map_err(failed)
    }
}

struct Slim<W: Write> {
    to: BufWriter<W>,
    /// The IDs of the lines so far.
    seen: HashSet<Box<str>>,
    /// The lines that were left out, and the lines before them.
    parents: HashMap<Box<str>, Option<Box<str>>>,
}

impl<W: Write> Slim<W> {
    fn write(&mut self, line: &[u8], tags: &Tags<'_>) -> std::io::Result<()> {
        let uuid = tags.uuid.as_deref();
        if uuid.is_some_and(|uuid| !self.seen.insert(uuid.into())) {
            return Ok(());
        }
        let parent = tags.parent.as_deref();
        if is_bulk(line, tags) {
            let parent = parent.and_then(|parent| {
                self.parents.get(parent).cloned().unwrap_or(Some(parent.into()))
            });
            if let Some(uuid) = uuid {
                self.parents.insert(uuid.into(), parent);
            }
            return Ok(());
        }
        match parent.and_then(|parent| self.parents.get(parent)) {
            Some(before) => {
                let mut object = Object::read(line)?;
                object.set("parentUuid", before)?;
                self.to.write_all(&object.line()?)
            }
            None => {
                self.to.write_all(line)?;
                self.to.write_all(b"\n")
            }
        }
    }
}

fn is_bulk(line: &[u8], tags: &Tags<'_>) -> bool {
    #[derive(Deserialize)]
    struct Line {
        attachment: Attachment,
    }
    #[derive(Deserialize)]
    struct Attachment {
        r#type: String,
    }
    match tags.kind.as_deref() {
        Some("progress") => true,
        Some("attachment") => serde_json::from_slice::<Line>(line)
            .is_ok_and(|line| line.attachment.r#type == "prompt_snapshot"),
        Some(kind) => kind.starts_with("api-request"),
        None => false,
    }
}
