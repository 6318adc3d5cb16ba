//! Shortening: long lists and long texts are cut, because a recording shows which data exists, not
//! how much.

use crate::record::json::Json;

/// Lists that the CLI repeats at length in many responses.
const LISTS: [&str; 5] = ["commands", "models", "agents", "skills", "gridRows"];

/// The number of items of them that are kept.
const ITEMS: usize = 2;

/// The number of characters of a text that are kept in such a list.
const BRIEF: usize = 80;

/// The number of characters of any other text that are kept.
const LONG: usize = 1000;
const HEAD: usize = 100;

/// The number of characters and items that are kept in a session file.
const FILE_HEAD: usize = 100;
const FILE_ITEMS: usize = 12;

/// Cuts a line; its lists only if requested.
pub(in crate::record) fn cut(line: &Json, lists: bool) -> Json {
    match line {
        Json::String(text) if text.chars().nth(LONG).is_some() => Json::String(head(text, HEAD)),
        Json::Array(items) => Json::Array(items.iter().map(|item| cut(item, lists)).collect()),
        Json::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| {
                let value = match value {
                    Json::Array(items) if lists && is_list(name, items) => {
                        Json::Array(items.iter().take(ITEMS).map(brief).collect())
                    }
                    value => cut(value, lists),
                };
                (name.clone(), value)
            });
            Json::Object(fields.collect())
        }
        other => other.clone(),
    }
}

/// Cuts a line of a session file, which contains the CLI's own prompts.
pub(in crate::record) fn cut_file(line: &Json) -> Json {
    match line {
        Json::String(text) => Json::String(head(text, FILE_HEAD)),
        Json::Array(items) => Json::Array(items.iter().take(FILE_ITEMS).map(cut_file).collect()),
        Json::Object(fields) => Json::Object(
            fields.iter().map(|(name, value)| (name.clone(), cut_file(value))).collect(),
        ),
        other => other.clone(),
    }
}

fn is_list(name: &str, items: &[Json]) -> bool {
    LISTS.contains(&name)
        && items.iter().all(|item| matches!(item, Json::Object(_) | Json::Array(_)))
}

fn brief(value: &Json) -> Json {
    match value {
        Json::String(text) => Json::String(head(text, BRIEF)),
        Json::Array(items) => Json::Array(items.iter().map(brief).collect()),
        Json::Object(fields) => {
            Json::Object(fields.iter().map(|(name, value)| (name.clone(), brief(value))).collect())
        }
        other => other.clone(),
    }
}

fn head(text: &str, characters: usize) -> String {
    match text.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_lists_and_texts_are_shortened() {
        let item = format!("{{\"d\":\"{}\"}}", "é".repeat(90));
        let line = format!(
            "{{\"agents\":[{item},{item},{item}],\"skills\":[\"a\",\"b\",\"c\"],\"t\":\"{}\",\"u\":\"{}\"}}",
            "x".repeat(1001),
            "y".repeat(1000)
        );
        let line = Json::parse(&line).unwrap();
        let brief = format!("{{\"d\":\"{}…\"}}", "é".repeat(80));
        let rest = format!(
            "\"skills\":[\"a\",\"b\",\"c\"],\"t\":\"{}…\",\"u\":\"{}\"}}",
            "x".repeat(100),
            "y".repeat(1000)
        );
        assert_eq!(cut(&line, true).to_string(), format!("{{\"agents\":[{brief},{brief}],{rest}"));
        assert_eq!(
            cut(&line, false).to_string(),
            format!("{{\"agents\":[{item},{item},{item}],{rest}")
        );
    }
}
