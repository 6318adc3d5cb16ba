//! Records in files: a store for tests and examples that several processes share.
//!
//! Each record is a folder, and each version of it a file. A version is written under another name
//! first, and then linked: a link fails if the name exists, which is the compare-and-swap.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use claude_sdk::approvals::{
    ApprovalId, ApprovalRecords, Record, RecordsError, RecordsFuture, Version,
};
use claude_sdk::types::SessionId;

/// A store of approvals in a folder. It removes nothing, and blocks while it reads and writes.
///
/// # Examples
///
/// ```
/// use claude_sdk::approvals::Approvals;
/// use claude_testkit::approval_records::FileRecords;
///
/// # fn main() -> std::io::Result<()> {
/// let folder = tempfile::tempdir()?;
/// let approvals = Approvals::new().kept_in(FileRecords::new(folder.path())?);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct FileRecords {
    folder: PathBuf,
    written: AtomicU64,
}

impl FileRecords {
    /// Opens a store, and creates its folder if it does not exist.
    ///
    /// # Errors
    ///
    /// Returns an error if the folder cannot be created.
    pub fn new(folder: impl Into<PathBuf>) -> io::Result<Self> {
        let folder = folder.into();
        std::fs::create_dir_all(&folder)?;
        Ok(Self { folder, written: AtomicU64::new(0) })
    }

    /// Reads the record with this ID, also if it is over.
    ///
    /// # Errors
    ///
    /// Returns an error if there is none, or if it cannot be read.
    pub fn read(&self, id: &ApprovalId) -> io::Result<Record> {
        let found = self.newest(&self.place(id))?;
        found.map(|(record, _)| record).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Returns the folder of a record. All letters but small ones are escaped: some file systems
    /// ignore the case.
    fn place(&self, id: &ApprovalId) -> PathBuf {
        let mut name = String::from("id-");
        for byte in id.as_str().bytes() {
            match byte {
                b'a'..=b'z' | b'0'..=b'9' | b'-' => name.push(char::from(byte)),
                _ => drop(write!(name, "_{byte:02x}")),
            }
        }
        self.folder.join(name)
    }

    fn newest(&self, place: &Path) -> io::Result<Option<(Record, u64)>> {
        let versions = match std::fs::read_dir(place) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            other => other?,
        };
        let mut newest = 0;
        for version in versions {
            let number = version?.file_name().to_str().and_then(|name| name.parse().ok());
            newest = newest.max(number.unwrap_or(0));
        }
        if newest == 0 {
            return Ok(None);
        }
        let text = std::fs::read_to_string(place.join(newest.to_string()))?;
        Ok(Some((serde_json::from_str(&text)?, newest)))
    }

    fn write(&self, record: &Record, expected: Option<&Version>) -> io::Result<Option<u64>> {
        let place = self.place(&record.approval.id);
        let stored = self.newest(&place)?.map(|(_, version)| version);
        if stored.map(Version::from).as_ref() != expected {
            return Ok(None);
        }
        std::fs::create_dir_all(&place)?;
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        let temporary = place.join(format!("new-{}-{number}", std::process::id()));
        std::fs::write(&temporary, serde_json::to_vec(record)?)?;
        let next = stored.unwrap_or(0) + 1;
        let linked = std::fs::hard_link(&temporary, place.join(next.to_string()));
        std::fs::remove_file(&temporary)?;
        match linked {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(None),
            other => other.map(|()| Some(next)),
        }
    }

    fn all(&self) -> io::Result<Vec<(Record, u64)>> {
        let mut all = Vec::new();
        for entry in std::fs::read_dir(&self.folder)? {
            all.extend(self.newest(&entry?.path())?);
        }
        Ok(all)
    }
}

fn failed(error: io::Error) -> RecordsError {
    match error.kind() {
        io::ErrorKind::InvalidData => RecordsError::Corrupt(error.into()),
        _ => RecordsError::Unavailable(error.into()),
    }
}

impl ApprovalRecords for FileRecords {
    fn put<'r>(
        &'r self,
        record: &'r Record,
        expected: Option<&'r Version>,
    ) -> RecordsFuture<'r, Version> {
        Box::pin(async move {
            let written = self.write(record, expected).map_err(failed)?;
            written.map(Version::from).ok_or(RecordsError::Conflict)
        })
    }

    fn get<'r>(&'r self, id: &'r ApprovalId) -> RecordsFuture<'r, Option<(Record, Version)>> {
        Box::pin(async move {
            let found = self.newest(&self.place(id)).map_err(failed)?;
            Ok(found.map(|(record, version)| (record, Version::from(version))))
        })
    }

    fn list<'r>(
        &'r self,
        session: Option<&'r SessionId>,
    ) -> RecordsFuture<'r, Vec<(Record, Version)>> {
        Box::pin(async move {
            let all = self.all().map_err(failed)?.into_iter();
            let wanted = all.filter(|(record, _)| {
                !record.is_over()
                    && (session.is_none() || record.approval.session.as_ref() == session)
            });
            Ok(wanted.map(|(record, version)| (record, Version::from(version))).collect())
        })
    }
}
