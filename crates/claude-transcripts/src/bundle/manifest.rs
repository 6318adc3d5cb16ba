//! Manifest: what is in a bundle.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use claude_types::SessionId;
use serde::{Deserialize, Serialize};

use super::checked::{Checksum, copy};
use super::name::is_harmless;
use crate::error::{Error, Result};
use crate::files::open_regular;
use crate::folders::entries;
use crate::transcript::Transcript;

/// The name of the form, in each manifest.
const FORMAT: &str = "claude-transcripts bundle";

/// The version of the form. A reader refuses others.
const VERSION: u32 = 1;

/// The most files of a bundle.
const FILES: usize = 100_000;

/// How deep folders of a session are read.
const DEPTH: usize = 16;

/// How much is read of the end of the session file for the manifest, in bytes.
const END: u64 = 64 << 10;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Manifest {
    format: String,
    version: u32,
    pub(super) session_id: SessionId,
    /// The name of the folder that the session was in.
    project_key: Option<String>,
    /// The last working directory.
    cwd: Option<PathBuf>,
    /// The version of the CLI that wrote last.
    cli_version: Option<String>,
    /// The session file, and the others sorted by path.
    pub(super) files: Vec<Packed>,
}

/// A file of a bundle.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Packed {
    /// Its path, from the folder of the project on.
    pub(super) path: String,
    pub(super) size: u64,
    pub(super) sha256: Checksum,
}

impl Manifest {
    /// Reads the files of a session once, for their checksums.
    pub(super) fn of(transcript: &Transcript) -> Result<Self> {
        let id = transcript.session_id()?;
        let folder = transcript.path().parent().unwrap_or(Path::new(""));
        let mut paths = Vec::new();
        collect(&transcript.folder(), id.as_str(), DEPTH, &mut paths)?;
        paths.sort();
        paths.insert(0, format!("{id}.jsonl"));
        if paths.len() > FILES {
            return Err(Error::bundle(format!("it would have {} files", paths.len())));
        }
        let last = last_line(transcript.path())?;
        let pack = |path: String| pack(&folder.join(&path), path);
        Ok(Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            project_key: folder.file_name().and_then(|it| it.to_str()).map(str::to_owned),
            cwd: last.cwd,
            cli_version: last.version,
            files: paths.into_iter().map(pack).collect::<Result<_>>()?,
            session_id: id,
        })
    }

    /// Reads a manifest. One that names anything else but files of its session is refused.
    pub(super) fn read(text: &[u8]) -> Result<Self> {
        let no_manifest = |_| Error::bundle("it has no manifest of this form");
        let manifest: Self = serde_json::from_slice(text).map_err(no_manifest)?;
        if manifest.format != FORMAT || manifest.version != VERSION {
            return Err(Error::bundle("it has another form or version"));
        }
        let id = &manifest.session_id;
        // Throws out everything that is no UUID before it becomes a path.
        Transcript::at(format!("{id}.jsonl")).session_id()?;
        let Some((main, rest)) = manifest.files.split_first() else {
            return Err(Error::bundle("it has no files"));
        };
        if main.path != format!("{id}.jsonl") || main.size == 0 || rest.len() >= FILES {
            return Err(Error::bundle("it does not begin with a session file"));
        }
        // Some systems do not tell upper from lower case.
        let mut seen = HashSet::new();
        let below = format!("{id}/");
        let is_fine = |file: &Packed| {
            let is_below = file.path.strip_prefix(&below).is_some_and(is_harmless);
            is_below && seen.insert(file.path.to_lowercase())
        };
        if !rest.iter().all(is_fine) {
            return Err(Error::bundle("a path in it is doubled, or leads out of the session"));
        }
        Ok(manifest)
    }
}

fn pack(at: &Path, path: String) -> Result<Packed> {
    let failed = |error| Error::io(at, error);
    let mut file = open(at)?;
    let size = file.metadata().map_err(failed)?.len();
    let sha256 = copy(&mut file, size, &mut std::io::sink()).map_err(failed)?;
    Ok(Packed { path, size, sha256 })
}

/// Opens a file of a session.
pub(super) fn open(at: &Path) -> Result<File> {
    open_regular(at, OpenOptions::new().read(true)).map_err(|error| Error::io(at, error))
}

/// Finds the files of a folder. A link or a name that another system does not have is refused: a bundle
/// without this file would not be the session.
fn collect(folder: &Path, path: &str, depth: usize, found: &mut Vec<String>) -> Result<()> {
    match folder.symlink_metadata() {
        Ok(about) if about.is_dir() => {}
        Ok(_) => return Err(refused(folder)),
        Err(_) => return Ok(()),
    }
    for entry in entries(folder)? {
        let at = entry.path();
        let name = entry.file_name();
        let name = name.to_str().filter(|name| is_harmless(name)).ok_or_else(|| refused(&at))?;
        let path = format!("{path}/{name}");
        let kind = entry.file_type().map_err(|error| Error::io(&at, error))?;
        if kind.is_dir() && depth > 0 {
            collect(&at, &path, depth - 1, found)?;
        } else if kind.is_file() && is_harmless(&path) {
            found.push(path);
        } else {
            return Err(refused(&at));
        }
    }
    Ok(())
}

fn refused(at: &Path) -> Error {
    let reason = "is a link, no regular file, too deep, or has a name that other systems refuse";
    Error::bundle(format!("`{}` {reason}", at.display()))
}

#[derive(Debug, Default, Deserialize)]
struct LastLine {
    cwd: Option<PathBuf>,
    version: Option<String>,
}

/// Returns the last line in the end of a file that names the version of the CLI.
fn last_line(path: &Path) -> Result<LastLine> {
    let read = |mut file: File| {
        let size = file.metadata()?.len();
        file.seek(SeekFrom::Start(size.saturating_sub(END)))?;
        let mut end = Vec::new();
        file.take(END).read_to_end(&mut end)?;
        Ok(end)
    };
    let end: Vec<u8> = read(open(path)?).map_err(|error| Error::io(path, error))?;
    let lines =
        end.rsplit(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok());
    Ok(lines.into_iter().find(|it: &LastLine| it.version.is_some()).unwrap_or_default())
}
