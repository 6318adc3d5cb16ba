//! Declaration of an example: with which CLI it runs unattended.
//!
//! It is a line of the header: `Runs unattended: mock, real CLI.`, with one of the two or both,
//! `Runs unattended: no CLI.`, or `Runs unattended: no, it asks for a key.`.

/// The text before the declaration.
const WORDS: &str = "Runs unattended:";

/// The CLIs with which an example runs unattended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Unattended {
    /// It needs no CLI.
    pub(super) alone: bool,
    pub(super) mock: bool,
    pub(super) real_cli: bool,
}

/// Reads the declaration in the header of an example.
pub(super) fn read(source: &str) -> Result<Unattended, String> {
    let header = source.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim);
    let mut declared = header.filter_map(|line| line.strip_prefix(WORDS));
    let (Some(words), None) = (declared.next(), declared.next()) else {
        return Err(format!("the header must have one line `{WORDS} mock, real CLI.`"));
    };
    let words = words.trim().trim_end_matches('.');
    match words.split_once(',') {
        Some(("no", reason)) if !reason.trim().is_empty() => return Ok(Unattended::default()),
        None if words == "no" => return Err(format!("`{WORDS} no` needs a reason")),
        _ => {}
    }
    let mut unattended = Unattended::default();
    for word in words.split(',') {
        match word.trim() {
            "no CLI" => unattended.alone = true,
            "mock" => unattended.mock = true,
            "real CLI" => unattended.real_cli = true,
            other => {
                return Err(format!(
                    "`{WORDS}` must be `mock`, `real CLI` or `no CLI`, got `{other}`"
                ));
            }
        }
    }
    Ok(unattended)
}
