//! Launch error: finds out why a program could not be started.

use std::io;
use std::path::{Path, PathBuf};

use windows::Win32::Foundation::{self as codes, WIN32_ERROR};

use crate::error::{LaunchErrorKind, TransportError};
use crate::launch::Launch;

pub(in crate::process) fn launch_error(launch: &Launch, source: io::Error) -> TransportError {
    let kind = kind(launch, &source);
    TransportError::Launch { program: launch.program.clone(), kind, source }
}

/// Refuses a batch file. Windows runs it with `cmd.exe`, for which no quoting of arguments is safe.
pub(super) fn refuse_batch_file(launch: &Launch) -> Result<(), TransportError> {
    if !is_batch_file(&launch.program) {
        return Ok(());
    }
    let text = "a batch file would be run by cmd.exe, for which arguments cannot be quoted safely";
    let source = io::Error::new(io::ErrorKind::InvalidInput, text);
    let (program, kind) = (launch.program.clone(), LaunchErrorKind::BatchFile);
    Err(TransportError::Launch { program, kind, source })
}

/// Returns whether Windows may run the file with `cmd.exe`. It ignores dots and spaces at the end of a name, what follows
/// a colon names a part of the same file, and a name may be followed by `.` or `x\..`. So every part of the path counts.
fn is_batch_file(program: &Path) -> bool {
    let path = program.to_string_lossy().to_ascii_lowercase();
    path.split(['/', '\\', ':']).any(|part| {
        let part = part.trim_end_matches(['.', ' ']);
        part.ends_with(".bat") || part.ends_with(".cmd")
    })
}

fn kind(launch: &Launch, source: &io::Error) -> LaunchErrorKind {
    let cwd_missing = launch.cwd.as_ref().is_some_and(|cwd| !cwd.is_dir());
    let code = source.raw_os_error().and_then(|code| code.try_into().ok()).map(WIN32_ERROR);
    match code {
        Some(_) if is_directory(launch) => LaunchErrorKind::IsDirectory,
        Some(codes::ERROR_DIRECTORY) => LaunchErrorKind::CwdMissing,
        Some(codes::ERROR_FILE_NOT_FOUND | codes::ERROR_PATH_NOT_FOUND) if cwd_missing => {
            LaunchErrorKind::CwdMissing
        }
        Some(
            codes::ERROR_FILE_NOT_FOUND
            | codes::ERROR_PATH_NOT_FOUND
            | codes::ERROR_INVALID_NAME
            | codes::ERROR_BAD_PATHNAME
            | codes::ERROR_CANT_RESOLVE_FILENAME,
        ) => LaunchErrorKind::NotFound,
        Some(
            codes::ERROR_ACCESS_DENIED
            | codes::ERROR_PRIVILEGE_NOT_HELD
            | codes::ERROR_ELEVATION_REQUIRED
            | codes::ERROR_ACCESS_DISABLED_BY_POLICY
            | codes::ERROR_VIRUS_INFECTED,
        ) => LaunchErrorKind::PermissionDenied,
        Some(codes::ERROR_BAD_EXE_FORMAT | codes::ERROR_EXE_MACHINE_TYPE_MISMATCH) => {
            LaunchErrorKind::NotAProgram
        }
        Some(codes::ERROR_SHARING_VIOLATION | codes::ERROR_LOCK_VIOLATION) => LaunchErrorKind::Busy,
        Some(codes::ERROR_TOO_MANY_OPEN_FILES) => LaunchErrorKind::TooManyFiles,
        Some(
            codes::ERROR_NOT_ENOUGH_MEMORY
            | codes::ERROR_OUTOFMEMORY
            | codes::ERROR_NO_SYSTEM_RESOURCES
            | codes::ERROR_COMMITMENT_LIMIT
            | codes::ERROR_NOT_ENOUGH_QUOTA,
        ) => LaunchErrorKind::OutOfResources,
        // The command line is longer than 32767 characters.
        Some(codes::ERROR_FILENAME_EXCED_RANGE) => LaunchErrorKind::ArgumentsTooLong,
        // The search of a name without a folder has no code.
        None if source.kind() == io::ErrorKind::NotFound => LaunchErrorKind::NotFound,
        _ => LaunchErrorKind::Other,
    }
}

fn is_directory(launch: &Launch) -> bool {
    let program: PathBuf = match &launch.cwd {
        Some(cwd) => cwd.join(&launch.program),
        None => launch.program.clone(),
    };
    program.is_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_of_the_system_has_its_kind() {
        for (code, expected) in [
            (codes::ERROR_FILE_NOT_FOUND, LaunchErrorKind::NotFound),
            (codes::ERROR_ACCESS_DENIED, LaunchErrorKind::PermissionDenied),
            (codes::ERROR_BAD_EXE_FORMAT, LaunchErrorKind::NotAProgram),
            (codes::ERROR_SHARING_VIOLATION, LaunchErrorKind::Busy),
            (codes::ERROR_FILENAME_EXCED_RANGE, LaunchErrorKind::ArgumentsTooLong),
            (codes::ERROR_DIRECTORY, LaunchErrorKind::CwdMissing),
            (codes::ERROR_NOT_ENOUGH_MEMORY, LaunchErrorKind::OutOfResources),
            (codes::ERROR_INVALID_FUNCTION, LaunchErrorKind::Other),
        ] {
            let source = io::Error::from_raw_os_error(code.0.try_into().unwrap());
            assert_eq!(kind(&Launch::new("claude.exe"), &source), expected, "{code:?}");
        }
    }

    #[test]
    fn a_batch_file_is_recognized_however_its_name_is_written() {
        for name in [
            "a.cmd",
            "a.BAT",
            r"C:\x\claude.Cmd",
            "a.cmd. .",
            "a.bat::$DATA",
            "a.cmd:x",
            r"C:\claude.cmd\.",
            r"C:\claude.cmd\x\..",
        ] {
            assert!(is_batch_file(Path::new(name)), "{name}");
        }
        for name in ["claude.exe", "claude", "cmd", r"C:\cmd\claude.exe", "a.cmdx"] {
            assert!(!is_batch_file(Path::new(name)), "{name}");
        }
    }
}
