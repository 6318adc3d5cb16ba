//! List: all checks, in their order.

use super::check::Check;
use super::{endings, files, programs, streams};

/// Returns all checks.
pub(in crate::conformance) fn all() -> impl Iterator<Item = Check> {
    let all = [streams::checks(), endings::checks(), programs::checks(), files::checks()];
    all.into_iter().flatten()
}
