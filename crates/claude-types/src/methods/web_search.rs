//! Web search: decodes the content of a search result, which is a list of hits or an error.

use crate::generated::{ServerToolError, WebSearchResult, WebSearchToolResultBlock};

impl WebSearchToolResultBlock {
    /// Returns the hits of the search, or `None` if the search failed or there is no content.
    ///
    /// The content is parsed at each call.
    #[must_use]
    pub fn results(&self) -> Option<Vec<WebSearchResult>> {
        self.content.as_ref()?.parse().ok()
    }

    /// Returns the error of the search, or `None` if it did not fail.
    #[must_use]
    pub fn error(&self) -> Option<ServerToolError> {
        self.content.as_ref()?.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::generated::ServerToolErrorCode;

    fn block(content: serde_json::Value) -> WebSearchToolResultBlock {
        serde_json::from_value(json!({ "tool_use_id": "srvtoolu_1", "content": content })).unwrap()
    }

    #[test]
    fn a_list_is_results_and_an_object_is_an_error() {
        let hit = json!({ "type": "web_search_result", "url": "http://127.0.0.1/", "title": "A" });
        let found = block(json!([hit]));
        assert_eq!(found.results().unwrap()[0].title.as_deref(), Some("A"));
        assert_eq!(found.error(), None);

        let error =
            json!({ "type": "web_search_tool_result_error", "error_code": "query_too_long" });
        let failed = block(error);
        assert_eq!(failed.results(), None);
        assert_eq!(failed.error().unwrap().error_code, ServerToolErrorCode::QueryTooLong);

        assert_eq!(block(json!("none")).results(), None);
    }
}
