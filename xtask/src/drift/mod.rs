//! `cargo xtask drift`: installs the CLI and the declarations, and runs the comparison of
//! `schema-tools` with them. Read next: [`run`](mod@run).

mod run;
mod declarations;
#[cfg(test)]
mod tests;

pub(crate) use run::{Plan, declarations_of, run};
