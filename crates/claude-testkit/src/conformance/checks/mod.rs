//! Checks: each is a function, and its name is that of the check.

mod streams;
mod endings;
mod programs;
mod files;

use std::pin::Pin;

use super::stage::{Checked, Stage};
use super::suite::Ability;

/// One check.
pub(super) struct Check {
    pub(super) name: &'static str,
    pub(super) needs: &'static [Ability],
    pub(super) run: fn(Stage) -> Running,
}

type Running = Pin<Box<dyn Future<Output = Checked> + Send>>;

/// A list of checks: the name of a function, and the abilities that it needs.
macro_rules! checks {
    ($($name:ident: $needs:expr),* $(,)?) => {
        pub(super) fn checks() -> Vec<super::Check> {
            vec![$(super::Check {
                name: stringify!($name),
                needs: &$needs,
                run: |stage| Box::pin($name(stage)),
            }),*]
        }
    };
}
use checks;

pub(super) fn all() -> impl Iterator<Item = Check> {
    let all = [streams::checks(), endings::checks(), programs::checks(), files::checks()];
    all.into_iter().flatten()
}
