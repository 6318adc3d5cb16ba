//! Launch error: finds out why a program could not be started.
//!
//! The code of the system is ambiguous: a missing program, a missing interpreter and a missing working directory have
//! the same one. So the files are examined after the failure.

use std::io;
use std::path::{Path, PathBuf};

use rustix::io::Errno;

use crate::error::{LaunchErrorKind, TransportError};
use crate::launch::Launch;

pub(in crate::process) fn launch_error(launch: &Launch, source: io::Error) -> TransportError {
    let kind = kind(launch, &source);
    TransportError::Launch { program: launch.program.clone(), kind, source }
}

fn kind(launch: &Launch, source: &io::Error) -> LaunchErrorKind {
    let cwd_missing = launch.cwd.as_ref().is_some_and(|cwd| !cwd.is_dir());
    match Errno::from_io_error(source) {
        Some(Errno::NOENT | Errno::NOTDIR) if cwd_missing => LaunchErrorKind::CwdMissing,
        Some(Errno::NOENT) if found(launch).is_some() => LaunchErrorKind::InterpreterMissing,
        Some(Errno::NOENT | Errno::NOTDIR | Errno::LOOP | Errno::NAMETOOLONG) => {
            LaunchErrorKind::NotFound
        }
        // A program in a directory that may not be entered is not found by `found`.
        Some(Errno::ACCESS | Errno::PERM) => match found(launch) {
            Some(program) if program.is_dir() => LaunchErrorKind::IsDirectory,
            Some(program) if is_noexec(&program) => LaunchErrorKind::NoExec,
            _ => LaunchErrorKind::PermissionDenied,
        },
        Some(Errno::ISDIR) => LaunchErrorKind::IsDirectory,
        Some(Errno::NOEXEC) => LaunchErrorKind::NotAProgram,
        Some(code) if is_bad_program(code) => LaunchErrorKind::NotAProgram,
        // A cut-off program of this machine may be refused as an invalid argument.
        Some(Errno::INVAL | Errno::IO) if found(launch).is_some() => LaunchErrorKind::NotAProgram,
        Some(Errno::TXTBSY) => LaunchErrorKind::Busy,
        Some(Errno::MFILE | Errno::NFILE) => LaunchErrorKind::TooManyFiles,
        Some(Errno::NOMEM | Errno::AGAIN) => LaunchErrorKind::OutOfResources,
        Some(Errno::TOOBIG) => LaunchErrorKind::ArgumentsTooLong,
        _ => LaunchErrorKind::Other,
    }
}

/// Returns the path of the program, if it exists. A name without a slash was searched in `PATH`, so it is not examined.
fn found(launch: &Launch) -> Option<PathBuf> {
    let program = &launch.program;
    if program.parent().is_none_or(|folder| folder.as_os_str().is_empty()) {
        return None;
    }
    let path = match &launch.cwd {
        // The child changes its directory before it starts the program.
        Some(cwd) => cwd.join(program),
        None => program.clone(),
    };
    path.exists().then_some(path)
}

/// Returns whether a code of this system alone means a file that is no program of this machine.
fn is_bad_program(code: Errno) -> bool {
    // The loader of the program is no program.
    #[cfg(any(target_os = "linux", target_os = "android"))]
    return code == Errno::LIBBAD;
    // `EBADEXEC`, `EBADARCH` and `EBADMACHO`.
    #[cfg(target_vendor = "apple")]
    return matches!(code.raw_os_error(), 85 | 86 | 88);
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    return false;
}

/// Returns whether the file may be executed by its mode, but not on its file system. `false` on systems that do not
/// tell.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn is_noexec(_: &Path) -> bool {
    false
}

/// Returns whether the file may be executed by its mode, but not on its file system.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn is_noexec(program: &Path) -> bool {
    use rustix::fs::{StatVfsMountFlags, statvfs};
    statvfs(program).is_ok_and(|system| system.f_flag.contains(StatVfsMountFlags::NOEXEC))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_of_the_system_has_its_kind() {
        for (code, expected) in [
            (Errno::MFILE, LaunchErrorKind::TooManyFiles),
            (Errno::NFILE, LaunchErrorKind::TooManyFiles),
            (Errno::NOMEM, LaunchErrorKind::OutOfResources),
            (Errno::AGAIN, LaunchErrorKind::OutOfResources),
            (Errno::TXTBSY, LaunchErrorKind::Busy),
            (Errno::TOOBIG, LaunchErrorKind::ArgumentsTooLong),
            (Errno::NOEXEC, LaunchErrorKind::NotAProgram),
            (Errno::LOOP, LaunchErrorKind::NotFound),
            (Errno::PERM, LaunchErrorKind::PermissionDenied),
            (Errno::NOSYS, LaunchErrorKind::Other),
        ] {
            let kind = kind(&Launch::new("claude"), &code.into());
            assert_eq!(kind, expected, "{code:?}");
            let transient = ["too many open files", "too little memory", "another process"];
            let is = transient.iter().any(|text| kind.to_string().starts_with(text));
            assert_eq!(kind.is_transient(), is, "{kind}");
        }
    }

    #[test]
    fn a_relative_program_is_examined_in_the_directory_of_the_child() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("claude"), "#!/no/such/node\n").unwrap();
        let launch = Launch::new("./claude").cwd(folder.path());
        assert_eq!(kind(&launch, &Errno::NOENT.into()), LaunchErrorKind::InterpreterMissing);
        assert_eq!(kind(&Launch::new("./claude"), &Errno::NOENT.into()), LaunchErrorKind::NotFound);
    }

    #[test]
    fn a_file_system_without_programs_is_recognized() {
        // `/proc` is mounted so on all systems that were seen.
        let is = is_noexec(Path::new("/proc/self/environ"));
        let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
        let expected = mounts.lines().any(|line| {
            let mut parts = line.split(' ');
            parts.nth(1) == Some("/proc") && parts.nth(1).is_some_and(|of| of.contains("noexec"))
        });
        assert_eq!(is, expected);
    }
}
