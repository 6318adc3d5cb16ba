//! Library: the cases of the project, from `scenarios/`.

use super::case::Case;
use super::parse::parse;
use crate::record::error::CaseError;

/// The files, in the order in which they are listed.
const FILES: [&str; 9] = [
    include_str!("../../../scenarios/basics.txt"),
    include_str!("../../../scenarios/prompts.txt"),
    include_str!("../../../scenarios/tools.txt"),
    include_str!("../../../scenarios/errors.txt"),
    include_str!("../../../scenarios/sessions.txt"),
    include_str!("../../../scenarios/hooks.txt"),
    include_str!("../../../scenarios/mcp.txt"),
    include_str!("../../../scenarios/control.txt"),
    include_str!("../../../scenarios/tasks.txt"),
];

/// Returns all cases of the project.
///
/// # Errors
///
/// Returns the first statement that cannot be parsed.
pub fn cases() -> Result<Vec<Case>, CaseError> {
    let mut cases = Vec::new();
    for file in FILES {
        cases.extend(parse(file)?);
    }
    Ok(cases)
}

/// Returns the cases with these names, in the order of the names; all cases if there are no names.
///
/// # Errors
///
/// Returns the first name without a case.
pub fn chosen<'a>(cases: &'a [Case], names: &[String]) -> Result<Vec<&'a Case>, CaseError> {
    if names.is_empty() {
        return Ok(cases.iter().collect());
    }
    let find = |name: &String| {
        let found = cases.iter().find(|case| case.name() == name);
        found.ok_or_else(|| CaseError::Unknown { name: name.clone() })
    };
    names.iter().map(find).collect()
}
