//! `cargo xtask drift`: puts the CLI and the declarations in place, and has the package
//! `schema-tools` hold the schema against them. Read next: [`run`](mod@run).

mod run;
mod declarations;
#[cfg(test)]
mod tests;

pub(crate) use run::{Plan, run};
