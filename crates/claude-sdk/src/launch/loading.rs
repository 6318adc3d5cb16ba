//! Loading: the time that the CLI gets to read the transcript that it resumes.
//!
//! It answers `initialize` when the transcript is loaded, which took 56 ms for each MB (seen).

use std::fs::File;
use std::path::Path;
use std::time::Duration;

use crate::error::{Error, Result};
use crate::options::{Options, Resume};

/// The additional time for each MiB of a transcript.
const LOAD_PER_MIB: Duration = Duration::from_millis(100);

/// Returns by how much the deadline of the handshake is extended. Fails if there is no transcript: the
/// CLI would name a session ID that nobody has chosen (seen), and not the file.
pub(super) async fn time(options: &Options) -> Result<Duration> {
    match &options.resume {
        // A connector may start the CLI on another machine, where this path is another file.
        Some(Resume::File(path)) if options.connector.is_none() => {
            let own = path.clone();
            let read = tokio::task::spawn_blocking(move || size(&own)).await;
            // The error is the end of the runtime, which the start reports.
            let size = read.unwrap_or(Ok(0)).map_err(|error| {
                let path = path.display();
                Error::options(format!("`resume_file` is not a transcript: `{path}`: {error}"))
            })?;
            Ok(of_size(size))
        }
        _ => Ok(Duration::ZERO),
    }
}

/// Returns the size of a file that can be read and is not empty.
fn size(path: &Path) -> std::io::Result<u64> {
    // Looks before it opens: the open of a pipe would wait for a writer.
    let about = path.metadata()?;
    match about.len() {
        _ if !about.is_file() => Err(std::io::Error::other("it is not a file")),
        0 => Err(std::io::Error::other("it is empty")),
        size => File::open(path).map(|_| size),
    }
}

fn of_size(bytes: u64) -> Duration {
    LOAD_PER_MIB.saturating_mul(u32::try_from(bytes >> 20).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_long_transcript_gets_more_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.jsonl");
        let file = std::fs::File::create(&path).unwrap();
        file.set_len(1 << 30).unwrap();
        let options = Options::default().resume_file(&path);
        assert_eq!(time(&options).await.unwrap(), Duration::from_millis(102_400));
        let elsewhere = options.connector(|_: &claude_transport::Launch| panic!("not started"));
        assert_eq!(time(&elsewhere).await.unwrap(), Duration::ZERO);
        let named = Options::default().resume("x.jsonl");
        assert_eq!(time(&named).await.unwrap(), Duration::ZERO);
        assert_eq!(of_size(u64::MAX), LOAD_PER_MIB.saturating_mul(u32::MAX));
    }

    #[tokio::test]
    async fn what_is_no_transcript_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        File::create(path("empty.jsonl")).unwrap();
        std::fs::create_dir(path("folder.jsonl")).unwrap();
        for (name, problem) in [
            ("missing.jsonl", "No such file"),
            ("empty.jsonl", "it is empty"),
            ("folder.jsonl", "it is not a file"),
        ] {
            let options = Options::default().resume_file(path(name));
            let error = time(&options).await.unwrap_err().to_string();
            assert!(error.contains(name) && error.contains(problem), "{error}");
        }
    }

    /// The open of a pipe without a writer would wait for one, and no deadline would end that.
    #[cfg(all(target_os = "linux", feature = "process"))]
    #[tokio::test]
    async fn a_pipe_is_not_waited_for() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.jsonl");
        mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        let error = time(&Options::default().resume_file(&path)).await.unwrap_err().to_string();
        assert!(error.contains("it is not a file"), "{error}");
    }
}
