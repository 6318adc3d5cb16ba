//! Validation: finds options that contradict each other or cannot reach the CLI, before anything is
//! started. The order of setters does not matter.

mod check;
mod flags;
mod texts;

#[cfg(test)]
mod tests;
