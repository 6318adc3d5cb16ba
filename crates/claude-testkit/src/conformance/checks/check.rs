//! Check: one of them, and how a file lists its own.

use std::pin::Pin;

use super::super::ability::Ability;
use super::super::stage::{Checked, Stage};

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
        pub(super) fn checks() -> Vec<super::check::Check> {
            vec![$(super::check::Check {
                name: stringify!($name),
                needs: &$needs,
                run: |stage| Box::pin($name(stage)),
            }),*]
        }
    };
}
pub(super) use checks;
