//! List: all checks, and how a file adds its own.

use std::pin::Pin;

use super::super::stage::{Checked, Stage};
use super::super::suite::Ability;
use super::{endings, files, programs, streams};

/// One check.
pub(in crate::conformance) struct Check {
    pub(in crate::conformance) name: &'static str,
    pub(in crate::conformance) needs: &'static [Ability],
    pub(in crate::conformance) run: fn(Stage) -> Running,
}

pub(in crate::conformance) type Running = Pin<Box<dyn Future<Output = Checked> + Send>>;

/// A list of checks: the name of a function, and the abilities that it needs.
macro_rules! checks {
    ($($name:ident: $needs:expr),* $(,)?) => {
        pub(super) fn checks() -> Vec<super::list::Check> {
            vec![$(super::list::Check {
                name: stringify!($name),
                needs: &$needs,
                run: |stage| Box::pin($name(stage)),
            }),*]
        }
    };
}
pub(super) use checks;

pub(in crate::conformance) fn all() -> impl Iterator<Item = Check> {
    let all = [streams::checks(), endings::checks(), programs::checks(), files::checks()];
    all.into_iter().flatten()
}
