//! System: the variables that every process of this system needs, and how it compares their names.

use std::ffi::OsStr;

/// The variables of Windows that name its folders. Without `SystemRoot`, programs do not find parts
/// of the system that they load later, such as sockets and random numbers. None says anything about
/// the user.
const WINDOWS: [&str; 3] = ["SystemDrive", "SystemRoot", "windir"];

/// Returns the variables that are inherited whatever the policy is.
pub(super) fn required() -> &'static [&'static str] {
    if cfg!(windows) { &WINDOWS } else { &[] }
}

/// Returns whether two names are the same variable. Windows does not distinguish upper and lower
/// case: `PATH` is `Path` there.
pub(super) fn is_same(name: &OsStr, other: &str) -> bool {
    if cfg!(windows) { name.eq_ignore_ascii_case(other) } else { name == other }
}

/// Returns whether a name begins with `start`.
pub(super) fn begins_with(name: &OsStr, start: &str) -> bool {
    let begin = name.as_encoded_bytes().get(..start.len());
    begin.is_some_and(|begin| match cfg!(windows) {
        true => begin.eq_ignore_ascii_case(start.as_bytes()),
        false => begin == start.as_bytes(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_as_the_system_does() {
        assert!(is_same("PATH".as_ref(), "PATH") && begins_with("LC_ALL".as_ref(), "LC_"));
        assert!(!is_same("PATHS".as_ref(), "PATH") && !begins_with("LC".as_ref(), "LC_"));
        assert_eq!(is_same("Path".as_ref(), "PATH"), cfg!(windows));
        assert_eq!(begins_with("lc_all".as_ref(), "LC_"), cfg!(windows));
    }
}
