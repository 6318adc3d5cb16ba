//! Errors of the API: what the CLI says about one, from the text of a `result error`.

/// An error of the API, as results and messages name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ApiError {
    pub(super) status: Option<u16>,
    /// The type in the API's answer, or that of a failed connection.
    pub(super) kind: &'static str,
    /// The word of the CLI.
    pub(super) word: &'static str,
    pub(super) terminal_reason: &'static str,
}

/// The errors of the API: status, type, the CLI's word. The texts in which the CLI names no status
/// have a word in the text instead.
const KNOWN: [(&str, u16, &str, &str); 12] = [
    ("API Error: 500", 500, "api_error", "server_error"),
    ("API Error: 529", 529, "overloaded_error", "overloaded"),
    ("API Error: 503", 503, "api_error", "server_error"),
    ("API Error: 400", 400, "invalid_request_error", "unknown"),
    ("API Error: 403", 403, "permission_error", "authentication_failed"),
    ("API Error: 401", 401, "authentication_error", "authentication_failed"),
    ("(429)", 429, "rate_limit_error", "rate_limit"),
    ("API Error: 429", 429, "rate_limit_error", "rate_limit"),
    ("Invalid API key", 401, "authentication_error", "authentication_failed"),
    ("Credit balance is too low", 400, "invalid_request_error", "billing_error"),
    ("issue with the selected model", 404, "not_found_error", "model_not_found"),
    ("Prompt is too long", 400, "invalid_request_error", "invalid_request"),
];

impl ApiError {
    /// Reads the text in which the CLI reports an error. One that it does not know counts as 500.
    pub(super) fn of(text: &str) -> Self {
        let named = |(part, ..): &&(&str, u16, &str, &str)| text.contains(part);
        let (_, status, kind, word) = KNOWN.iter().find(named).unwrap_or(&KNOWN[0]);
        let terminal_reason =
            if text.starts_with("Prompt is too long") { "prompt_too_long" } else { "api_error" };
        Self { status: Some(*status), kind, word, terminal_reason }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_an_error_contains_its_status() {
        let status = |text: &str| ApiError::of(text).status;
        assert_eq!(status("API Error: 529 Overloaded"), Some(529));
        assert_eq!(status("API Error: Request rejected (429) \u{b7} slow down"), Some(429));
        assert_eq!(status("busy"), Some(500));
        assert_eq!(ApiError::of("Credit balance is too low").word, "billing_error");
    }
}
