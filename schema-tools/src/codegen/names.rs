//! Names: converts names of the protocol to Rust names.

const KEYWORDS: &[&str] =
    &["type", "continue", "async", "match", "ref", "move", "use", "final", "final", "default_"];

/// `permissionMode` and `permission-mode` become `permission_mode`; keywords get a `_`.
pub(crate) fn field(wire: &str) -> String {
    let mut name = String::new();
    let mut previous_lower = false;
    for letter in wire.chars() {
        if letter.is_ascii_uppercase() {
            if previous_lower {
                name.push('_');
            }
            name.push(letter.to_ascii_lowercase());
        } else if letter.is_ascii_alphanumeric() {
            name.push(letter);
        } else if !name.ends_with('_') && !name.is_empty() {
            name.push('_');
        }
        previous_lower = letter.is_ascii_lowercase() || letter.is_ascii_digit();
    }
    if KEYWORDS.contains(&name.as_str()) {
        name.push('_');
    }
    name
}

/// `end_turn`, `acceptEdits` and `api-request` become `EndTurn`, `AcceptEdits`, `ApiRequest`.
pub(crate) fn variant(wire: &str) -> String {
    let mut name = String::new();
    let mut upper = true;
    for letter in wire.chars() {
        if !letter.is_ascii_alphanumeric() {
            upper = true;
        } else if upper {
            name.push(letter.to_ascii_uppercase());
            upper = false;
        } else {
            name.push(letter);
        }
    }
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        name.insert(0, 'V');
    }
    name
}
