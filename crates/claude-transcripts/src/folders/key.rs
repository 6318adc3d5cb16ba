//! Project key: the name of the folder of a working directory.

use std::path::Path;

/// The longest name that is not shortened, in UTF-16 units.
const LONGEST: usize = 200;

/// Returns the name of the folder in which the CLI keeps the sessions of a working directory.
///
/// Each UTF-16 unit outside `[A-Za-z0-9]` becomes `-`. Of a path of more than 200 units, the first 200
/// remain, followed by `-` and a hash of the whole path in base 36 (seen with CLI 2.1.332 on Linux).
///
/// The CLI uses the real path of the directory, without links: pass [`Path::canonicalize`].
/// [`Home::project`](crate::Home::project) does.
///
/// # Examples
///
/// ```
/// use claude_transcripts::project_key;
///
/// assert_eq!(project_key("/home/me/odd dir_é.v1".as_ref()), "-home-me-odd-dir---v1");
/// ```
#[must_use]
pub fn project_key(directory: &Path) -> String {
    let text = directory.to_string_lossy();
    let (mut name, mut hash, mut units) = (String::with_capacity(text.len()), 0_i32, 0_usize);
    for unit in text.encode_utf16() {
        hash = hash.wrapping_mul(31).wrapping_add(i32::from(unit));
        units += 1;
        if units <= LONGEST {
            let letter = u8::try_from(unit).ok().filter(u8::is_ascii_alphanumeric);
            name.push(letter.map_or('-', char::from));
        }
    }
    if units > LONGEST {
        name.push('-');
        push_base36(&mut name, hash.unsigned_abs());
    }
    name
}

fn push_base36(text: &mut String, mut number: u32) {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(number % 36, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            break;
        }
    }
    text.extend(digits.into_iter().rev());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_other_utf_16_unit_becomes_a_hyphen() {
        for (path, expected) in [
            ("/home/dev/lab", "-home-dev-lab"),
            ("emoji😀x", "emoji--x"),
            ("e\u{301}", "e-"),
            ("é", "-"),
            (r"C:\Work\a", "C--Work-a"),
            ("", ""),
        ] {
            assert_eq!(project_key(Path::new(path)), expected, "{path}");
        }
    }

    #[test]
    fn the_hash_is_that_of_the_whole_path_in_base_36() {
        let hash = |text: &str| {
            let units = text.encode_utf16();
            let hash = units.fold(0_i32, |h, unit| h.wrapping_mul(31).wrapping_add(unit.into()));
            let mut digits = String::new();
            push_base36(&mut digits, hash.unsigned_abs());
            digits
        };
        assert_eq!((hash(""), hash("hello")), ("0".into(), "1n1e4y".into()));
        let long = "/a/".repeat(67);
        assert_eq!(long.len(), 201);
        let key = project_key(Path::new(&long));
        assert_eq!(key, format!("{}-{}", "-a-".repeat(67).split_at(200).0, hash(&long)));
        let fits = &long[..200];
        assert_eq!(project_key(Path::new(fits)).len(), 200);
    }
}
