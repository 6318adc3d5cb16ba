//! Secret: a text that is never shown, and that is overwritten in memory when it is dropped.

use zeroize::Zeroizing;

/// A text that is never shown, and is overwritten with zeros when it is dropped.
///
/// It has neither `Debug`, `Display`, `Serialize` nor a comparison, so it cannot be logged by
/// accident. Each clone is a copy in memory, which is overwritten when that clone is dropped.
///
/// The operating system gets copies that cannot be overwritten: `docs/security.md` in the
/// repository lists them.
///
/// # Examples
///
/// ```
/// use claude_sdk::options::Secret;
///
/// let secret = Secret::new("sk-ant-…");
/// assert!(secret.expose().starts_with("sk-"));
/// ```
///
/// ```compile_fail
/// # use claude_sdk::options::Secret;
/// println!("{:?}", Secret::new("sk-ant-…"));
/// ```
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "a secret must not be formatted")]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Creates a secret from a text. A `String` is moved, not copied.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// Returns the text.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}
