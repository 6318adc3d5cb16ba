//! Same input: whether two inputs of a tool are equal as JSON.
//!
//! A decision holds for the input that was asked about and for no other one, so whatever cannot be
//! compared counts as different. Numbers are compared as text: two large numbers can have the same
//! floating-point value.

use std::collections::BTreeMap;

use claude_types::Raw;
use serde_json::value::RawValue;

/// How deep inputs are compared. Deeper ones are equal only if their texts are.
const DEPTH: usize = 64;

/// Returns whether two inputs are equal, apart from blanks and the order of fields.
pub(super) fn is_same(one: &Raw, other: &Raw) -> bool {
    equal(one.get(), other.get(), DEPTH)
}

fn equal(one: &str, other: &str, depth: usize) -> bool {
    if one == other {
        return true;
    }
    let Some(depth) = depth.checked_sub(1) else { return false };
    match (first(one), first(other)) {
        (b'{', b'{') => {
            let fields = |text| serde_json::from_str::<BTreeMap<String, &RawValue>>(text).ok();
            fields(one).zip(fields(other)).is_some_and(|(one, other)| {
                one.len() == other.len()
                    && one.iter().zip(&other).all(|((name, value), (name2, value2))| {
                        name == name2 && equal(value.get(), value2.get(), depth)
                    })
            })
        }
        (b'[', b'[') => {
            let items = |text| serde_json::from_str::<Vec<&RawValue>>(text).ok();
            items(one).zip(items(other)).is_some_and(|(one, other)| {
                one.len() == other.len()
                    && one.iter().zip(&other).all(|(a, b)| equal(a.get(), b.get(), depth))
            })
        }
        (b'"', b'"') => {
            let text = |text| serde_json::from_str::<String>(text).ok();
            text(one).zip(text(other)).is_some_and(|(one, other)| one == other)
        }
        _ => false,
    }
}

fn first(text: &str) -> u8 {
    text.bytes().find(|byte| !byte.is_ascii_whitespace()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        let raw = |text: &str| Raw::from_text(text).unwrap();
        assert_eq!(is_same(&raw(one), &raw(other)), is_same(&raw(other), &raw(one)));
        is_same(&raw(one), &raw(other))
    }

    #[test]
    fn order_of_fields_blanks_and_escapes_do_not_matter() {
        assert!(same(
            r#"{"a":[1,{"b":"é"}],"c":null}"#,
            r#"{ "c": null, "a": [1, {"b":"\u00e9"}] }"#
        ));
        assert!(same("{}", "{ }") && same("[]", "[ ]"));
    }

    #[test]
    fn everything_else_matters() {
        for (one, other) in [
            (r#"{"command":"ls"}"#, r#"{"command":"ls "}"#),
            (r#"{"a":1}"#, r#"{"a":1,"b":null}"#),
            (r#"{"a":[1,2]}"#, r#"{"a":[2,1]}"#),
            (r#"{"a":1}"#, r#"{"a":"1"}"#),
            // Both have the same floating-point value.
            ("[18446744073709551617]", "[18446744073709551618]"),
            (r#"["\ud800"]"#, r#"["\ud801"]"#),
            ("[true]", "[false]"),
        ] {
            assert!(!same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn the_depth_is_bounded() {
        let deep = |inner: &str| "[".repeat(100) + inner + &"]".repeat(100);
        assert!(same(&deep("1"), &deep("1")));
        assert!(!same(&deep("1"), &deep(" 1")), "not compared");
    }
}
