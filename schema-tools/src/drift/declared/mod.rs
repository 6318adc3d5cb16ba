//! TypeScript declarations: compares their names with the schema.
//!
//! [`files`] finds the text. [`token`], [`parse`] and [`grammar`] read exported types and
//! interfaces, and skip what they cannot parse: this is not a compiler, and a type that it cannot
//! resolve counts as any type. [`parts`] resolves names, [`compare`](mod@compare) walks both sides
//! together from the pairs in [`roots`], and [`gone`] reports what only the schema declares.
//! [`options`] compares the options by name.

mod files;
mod token;
mod parse;
mod grammar;
mod syntax;
mod parts;
mod compare;
mod gone;
mod roots;
mod options;
mod tools;
#[cfg(test)]
mod tests;

pub(crate) use files::of_folder;
pub(crate) use options::in_source as options_in_source;
pub(crate) use parse::Declarations;
pub(crate) use roots::compare;
