//! Name: the paths of files in a bundle. They must be harmless on every system.

/// The longest path, in bytes.
const LONGEST: usize = 1024;

/// The longest name in a path, in bytes.
const COMPONENT: usize = 255;

/// The most names in a path.
const DEPTH: usize = 20;

/// Names that Windows takes for devices, whatever their ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Returns whether a path, separated by `/`, names a file below the folder of a session on each
/// system.
pub(super) fn is_harmless(path: &str) -> bool {
    path.len() <= LONGEST
        && path.split('/').count() <= DEPTH
        && path.split('/').all(is_harmless_component)
}

fn is_harmless_component(name: &str) -> bool {
    let is_special = |it: char| it.is_control() || "\\:*?\"<>|".contains(it);
    !name.is_empty()
        && name.len() <= COMPONENT
        && !name.ends_with(['.', ' '])
        && !name.contains(is_special)
        && !is_device(name)
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |device: &str| {
        let digit = stem.strip_prefix(device);
        digit.is_some_and(|it| {
            matches!(it.chars().next(), Some('0'..='9' | '¹' | '²' | '³'))
                && it.chars().count() == 1
        })
    };
    DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::is_harmless;

    #[test]
    fn paths_that_lead_elsewhere_on_any_system_are_refused() {
        for path in [
            "",
            ".",
            "..",
            "a/..",
            "a/../b",
            "./a",
            "a//b",
            "/a",
            "a/",
            "\\a",
            "a\\..\\b",
            "C:",
            "C:/a",
            "a:stream",
            "a\0b",
            "a\nb",
            "a/b.",
            "a/b ",
            "...",
            "nul",
            "a/CON",
            "a/Aux.txt",
            "COM1",
            "com¹.log",
            "lpt9.tar.gz",
            "nul .txt",
            "a*b",
        ] {
            assert!(!is_harmless(path), "{path:?}");
        }
        assert!(!is_harmless(&"a/".repeat(30)));
        assert!(!is_harmless(&"a".repeat(256)));
        assert!(!is_harmless(&format!("{0}/{0}/{0}/{0}/{0}", "a".repeat(250))));
        for path in [
            "a",
            "a/b.c",
            "subagents/x/agent-a1.meta.json",
            "com",
            "com10",
            "console",
            "..a",
            ".a",
            "é 中",
        ] {
            assert!(is_harmless(path), "{path:?}");
        }
    }
}
