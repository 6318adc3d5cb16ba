//! Export: a session in forms for other readers: fewer lines, or Markdown.
//!
//! To move a session, see `bundle/`.

mod markdown;
mod slim;
