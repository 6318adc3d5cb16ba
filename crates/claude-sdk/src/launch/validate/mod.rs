//! Validation: refuses options that contradict each other or cannot be passed to the CLI, before
//! anything is started. The order of setters does not matter.

mod check;
mod flags;
mod texts;
mod lists;

#[cfg(test)]
mod tests;
