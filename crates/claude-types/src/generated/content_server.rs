// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Server tools: the calls of tools that run at the API, and their results.

use super::all::*;

/// Tools that run at the API.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ServerToolName {
    /// Searches the web.
    WebSearch,
    /// Fetches a web page.
    WebFetch,
    /// Runs Python code.
    CodeExecution,
    /// Runs shell commands.
    BashCodeExecution,
    /// Reads and edits files in the container.
    TextEditorCodeExecution,
    /// Searches tools by regular expression.
    ToolSearchToolRegex,
    /// Searches tools by words. Wire: `tool_search_tool_bm25`.
    ToolSearchToolBm25,
    /// Asks a second model for advice.
    Advisor,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ServerToolName {
    WebSearch = "web_search",
    WebFetch = "web_fetch",
    CodeExecution = "code_execution",
    BashCodeExecution = "bash_code_execution",
    TextEditorCodeExecution = "text_editor_code_execution",
    ToolSearchToolRegex = "tool_search_tool_regex",
    ToolSearchToolBm25 = "tool_search_tool_bm25",
    Advisor = "advisor",
});

/// The reason why a tool at the API failed.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ServerToolErrorCode {
    /// The arguments are invalid.
    InvalidToolInput,
    /// The tool is unavailable at the moment.
    Unavailable,
    /// The tool was called too often within a period.
    TooManyRequests,
    /// The tool was called more often than the request allows.
    MaxUsesExceeded,
    /// The tool exceeded its execution time.
    ExecutionTimeExceeded,
    /// The tool is overloaded.
    Overloaded,
    /// The query of a search is too long.
    QueryTooLong,
    /// The request is too large.
    RequestTooLarge,
    /// The conversation is too long for the advisor model.
    PromptTooLong,
    /// The advisor model does not exist.
    ModelNotFound,
    /// The address is too long.
    UrlTooLong,
    /// The address may not be fetched.
    UrlNotAllowed,
    /// The address has not been mentioned before.
    UrlNotInPriorContext,
    /// The page could not be fetched.
    UrlNotAccessible,
    /// The page is of a type that cannot be read.
    UnsupportedContentType,
    /// The page is too large.
    ContentTooLarge,
    /// A file that the code created is too large.
    OutputFileTooLarge,
    /// The file does not exist.
    FileNotFound,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ServerToolErrorCode {
    InvalidToolInput = "invalid_tool_input",
    Unavailable = "unavailable",
    TooManyRequests = "too_many_requests",
    MaxUsesExceeded = "max_uses_exceeded",
    ExecutionTimeExceeded = "execution_time_exceeded",
    Overloaded = "overloaded",
    QueryTooLong = "query_too_long",
    RequestTooLarge = "request_too_large",
    PromptTooLong = "prompt_too_long",
    ModelNotFound = "model_not_found",
    UrlTooLong = "url_too_long",
    UrlNotAllowed = "url_not_allowed",
    UrlNotInPriorContext = "url_not_in_prior_context",
    UrlNotAccessible = "url_not_accessible",
    UnsupportedContentType = "unsupported_content_type",
    ContentTooLarge = "content_too_large",
    OutputFileTooLarge = "output_file_too_large",
    FileNotFound = "file_not_found",
});

/// The outcome of a web fetch.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum WebFetchContent {
    /// The page that was fetched.
    WebFetchResult(Box<WebFetchResult>),
    /// The error of a failed fetch.
    Error(Box<WebFetchError>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(WebFetchContent by "type" {
    "web_fetch_result" => WebFetchResult: Box<WebFetchResult>,
    "web_fetch_tool_result_error" => Error: Box<WebFetchError>,
} local {  });

/// The outcome of code execution at the API.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum CodeExecutionContent {
    /// The output of the code.
    CodeExecutionResult(Box<CodeExecutionResult>),
    /// The encrypted output of the code.
    EncryptedCodeExecutionResult(Box<EncryptedCodeExecutionResult>),
    /// The error of a failed execution.
    Error(Box<CodeExecutionError>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(CodeExecutionContent by "type" {
    "code_execution_result" => CodeExecutionResult: Box<CodeExecutionResult>,
    "encrypted_code_execution_result" => EncryptedCodeExecutionResult: Box<EncryptedCodeExecutionResult>,
    "code_execution_tool_result_error" => Error: Box<CodeExecutionError>,
} local {  });

/// The outcome of a shell command at the API.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum BashCodeExecutionContent {
    /// The output of the command.
    BashCodeExecutionResult(Box<BashCodeExecutionResult>),
    /// The error of a failed execution.
    Error(Box<BashCodeExecutionError>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(BashCodeExecutionContent by "type" {
    "bash_code_execution_result" => BashCodeExecutionResult: Box<BashCodeExecutionResult>,
    "bash_code_execution_tool_result_error" => Error: Box<BashCodeExecutionError>,
} local {  });

/// The outcome of a file operation at the API.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum TextEditorContent {
    /// A file that was read.
    View(Box<TextEditorViewResult>),
    /// A file that was written.
    Create(Box<TextEditorCreateResult>),
    /// A file that was changed.
    Replace(Box<TextEditorReplaceResult>),
    /// The error of a failed operation.
    Error(Box<TextEditorError>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(TextEditorContent by "type" {
    "text_editor_code_execution_view_result" => View: Box<TextEditorViewResult>,
    "text_editor_code_execution_create_result" => Create: Box<TextEditorCreateResult>,
    "text_editor_code_execution_str_replace_result" => Replace: Box<TextEditorReplaceResult>,
    "text_editor_code_execution_tool_result_error" => Error: Box<TextEditorError>,
} local {  });

/// The outcome of a tool search at the API.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum ToolSearchContent {
    /// The tools that were found.
    Found(ToolSearchResult),
    /// The error of a failed search.
    Error(ToolSearchError),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(ToolSearchContent by "type" {
    "tool_search_tool_search_result" => Found: ToolSearchResult,
    "tool_search_tool_result_error" => Error: ToolSearchError,
} local {  });

/// The outcome of a call of the advisor model.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum AdvisorContent {
    /// Advice.
    Advice(AdvisorResult),
    /// Encrypted advice.
    Redacted(AdvisorRedactedResult),
    /// The error of a failed call.
    Error(AdvisorError),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(AdvisorContent by "type" {
    "advisor_result" => Advice: AdvisorResult,
    "advisor_redacted_result" => Redacted: AdvisorRedactedResult,
    "advisor_tool_result_error" => Error: AdvisorError,
} local {  });

/// A call of a tool that the API runs itself. It requires no reply.
///
/// Wire: `type: server_tool_use`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ServerToolUseBlock {
    /// The ID of the call.
    pub id: ToolUseId,
    /// The tool.
    pub name: ServerToolName,
    /// The arguments.
    pub input: Raw,
    /// The caller of the tool, if it is not the model itself.
    pub caller: Option<Box<ToolCaller>>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ServerToolUseBlock {
    tags: ["type" = "server_tool_use"],
    fields: [
        0 required id: ToolUseId = "id",
        1 required name: ServerToolName = "name",
        2 required input: Raw = "input",
        3 optional caller: Box<ToolCaller> = "caller",
        4 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// The result of a web search at the API.
///
/// Wire: `type: web_search_tool_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WebSearchToolResultBlock {
    /// The tool call that this is the result of.
    pub tool_use_id: ToolUseId,
    /// The results: a list of `WebSearchResult`, or one `ServerToolError`.
    pub content: Option<Raw>,
    /// The caller of the tool, if it is not the model itself.
    pub caller: Option<Box<ToolCaller>>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(WebSearchToolResultBlock {
    tags: ["type" = "web_search_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: Raw = "content",
        2 optional caller: Box<ToolCaller> = "caller",
        3 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// A result of a web search. `WebSearchToolResultBlock::content` parses into a list of it.
///
/// Wire: `type: web_search_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WebSearchResult {
    /// The page's address.
    pub url: String,
    /// The page's title.
    pub title: Option<String>,
    /// The age of the page, as text of the search engine.
    pub page_age: Option<String>,
    /// The page's text, which only the API can read. It must be sent back for citations to work.
    pub encrypted_content: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] WebSearchResult {
    tags: ["type" = "web_search_result"],
    fields: [
        0 required url: String = "url",
        1 optional title: String = "title",
        2 nullable page_age: String = "page_age",
        3 optional encrypted_content: String = "encrypted_content",
    ],
});

/// The error of a failed web search. `WebSearchToolResultBlock::content` parses into it if it is not a list.
///
/// Wire: `type: web_search_tool_result_error`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ServerToolError {
    /// The reason.
    pub error_code: ServerToolErrorCode,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ServerToolError {
    tags: ["type" = "web_search_tool_result_error"],
    fields: [
        0 required error_code: ServerToolErrorCode = "error_code",
    ],
});

/// The result of a web fetch at the API.
///
/// Wire: `type: web_fetch_tool_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WebFetchToolResultBlock {
    /// The tool call that this is the result of.
    pub tool_use_id: ToolUseId,
    /// The page, or an error.
    pub content: Option<WebFetchContent>,
    /// The caller of the tool, if it is not the model itself.
    pub caller: Option<Box<ToolCaller>>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(WebFetchToolResultBlock {
    tags: ["type" = "web_fetch_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: WebFetchContent = "content",
        2 optional caller: Box<ToolCaller> = "caller",
        3 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// A web page that was fetched.
///
/// Wire: `type: web_fetch_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WebFetchResult {
    /// The page's address.
    pub url: Option<String>,
    /// The page, as a document.
    pub content: Option<DocumentBlock>,
    /// The time at which the page was fetched.
    pub retrieved_at: Maybe<Timestamp>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WebFetchResult {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(WebFetchResult {
    tags: ["type" = "web_fetch_result"],
    fields: [
        0 optional url: String = "url",
        1 optional content: DocumentBlock = "content",
        2 maybe retrieved_at: Timestamp = "retrieved_at",
    ],
});

/// The error of a failed web fetch.
///
/// Wire: `type: web_fetch_tool_result_error`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WebFetchError {
    /// The reason.
    pub error_code: Option<ServerToolErrorCode>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WebFetchError {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(WebFetchError {
    tags: ["type" = "web_fetch_tool_result_error"],
    fields: [
        0 optional error_code: ServerToolErrorCode = "error_code",
    ],
});

/// The result of code that ran at the API.
///
/// Wire: `type: code_execution_tool_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CodeExecutionToolResultBlock {
    /// The tool call that this is the result of.
    pub tool_use_id: ToolUseId,
    /// The output, the exit code and the files, or an error.
    pub content: Option<CodeExecutionContent>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(CodeExecutionToolResultBlock {
    tags: ["type" = "code_execution_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: CodeExecutionContent = "content",
        2 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// The output of code.
///
/// Wire: `type: code_execution_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CodeExecutionResult {
    /// Standard output.
    pub stdout: Option<String>,
    /// Standard error.
    pub stderr: Option<String>,
    /// The exit code.
    pub return_code: Option<i64>,
    /// The files that the code created.
    pub content: Option<Vec<CodeExecutionOutput>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CodeExecutionResult {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(CodeExecutionResult {
    tags: ["type" = "code_execution_result"],
    fields: [
        0 optional stdout: String = "stdout",
        1 optional stderr: String = "stderr",
        2 optional return_code: i64 = "return_code",
        3 optional content: Vec<CodeExecutionOutput> = "content",
    ],
});

/// The output of code in an encrypted form that only the API can read.
///
/// Wire: `type: encrypted_code_execution_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct EncryptedCodeExecutionResult {
    /// The encrypted standard output. It must be sent back unchanged.
    pub encrypted_stdout: Option<String>,
    /// Standard error.
    pub stderr: Option<String>,
    /// The exit code.
    pub return_code: Option<i64>,
    /// The files that the code created.
    pub content: Option<Vec<CodeExecutionOutput>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for EncryptedCodeExecutionResult {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(EncryptedCodeExecutionResult {
    tags: ["type" = "encrypted_code_execution_result"],
    fields: [
        0 optional encrypted_stdout: String = "encrypted_stdout",
        1 optional stderr: String = "stderr",
        2 optional return_code: i64 = "return_code",
        3 optional content: Vec<CodeExecutionOutput> = "content",
    ],
});

/// A file that code at the API created.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CodeExecutionOutput {
    /// The kind of output, as in `code_execution_output`. Wire: `type`.
    pub kind: Option<String>,
    /// The ID of the file at the Files API.
    pub file_id: Option<FileId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CodeExecutionOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(CodeExecutionOutput {
    tags: [],
    fields: [
        0 optional kind: String = "type",
        1 optional file_id: FileId = "file_id",
    ],
});

/// The error of a failed code execution.
///
/// Wire: `type: code_execution_tool_result_error`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CodeExecutionError {
    /// The reason.
    pub error_code: Option<ServerToolErrorCode>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CodeExecutionError {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(CodeExecutionError {
    tags: ["type" = "code_execution_tool_result_error"],
    fields: [
        0 optional error_code: ServerToolErrorCode = "error_code",
    ],
});

/// The result of a shell command that ran at the API.
///
/// Wire: `type: bash_code_execution_tool_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BashCodeExecutionToolResultBlock {
    /// The tool call that this is the result of.
    pub tool_use_id: ToolUseId,
    /// The output, the exit code and the files, or an error.
    pub content: Option<BashCodeExecutionContent>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(BashCodeExecutionToolResultBlock {
    tags: ["type" = "bash_code_execution_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: BashCodeExecutionContent = "content",
        2 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// The output of a shell command.
///
/// Wire: `type: bash_code_execution_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BashCodeExecutionResult {
    /// Standard output.
    pub stdout: Option<String>,
    /// Standard error.
    pub stderr: Option<String>,
    /// The exit code.
    pub return_code: Option<i64>,
    /// The files that the command created.
    pub content: Option<Vec<CodeExecutionOutput>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for BashCodeExecutionResult {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(BashCodeExecutionResult {
    tags: ["type" = "bash_code_execution_result"],
    fields: [
        0 optional stdout: String = "stdout",
        1 optional stderr: String = "stderr",
        2 optional return_code: i64 = "return_code",
        3 optional content: Vec<CodeExecutionOutput> = "content",
    ],
});

/// The error of a failed shell command.
///
/// Wire: `type: bash_code_execution_tool_result_error`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BashCodeExecutionError {
    /// The reason.
    pub error_code: Option<ServerToolErrorCode>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for BashCodeExecutionError {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(BashCodeExecutionError {
    tags: ["type" = "bash_code_execution_tool_result_error"],
    fields: [
        0 optional error_code: ServerToolErrorCode = "error_code",
    ],
});

/// The result of a file operation at the API.
///
/// Wire: `type: text_editor_code_execution_tool_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TextEditorCodeExecutionToolResultBlock {
    /// The tool call that this is the result of.
    pub tool_use_id: ToolUseId,
    /// The file or the change, or an error.
    pub content: Option<TextEditorContent>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(TextEditorCodeExecutionToolResultBlock {
    tags: ["type" = "text_editor_code_execution_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: TextEditorContent = "content",
        2 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// A file that was read at the API.
///
/// Wire: `type: text_editor_code_execution_view_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TextEditorViewResult {
    /// The content that was read.
    pub content: Option<String>,
    /// The kind of file: `text`, `image` or `pdf`.
    pub file_type: Option<String>,
    /// The number of lines that were read.
    pub num_lines: Maybe<u64>,
    /// The number of the first line that was read.
    pub start_line: Maybe<u64>,
    /// The number of lines in the file.
    pub total_lines: Maybe<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TextEditorViewResult {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(TextEditorViewResult {
    tags: ["type" = "text_editor_code_execution_view_result"],
    fields: [
        0 optional content: String = "content",
        1 optional file_type: String = "file_type",
        2 maybe num_lines: u64 = "num_lines",
        3 maybe start_line: u64 = "start_line",
        4 maybe total_lines: u64 = "total_lines",
    ],
});

/// A file that was written at the API.
///
/// Wire: `type: text_editor_code_execution_create_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TextEditorCreateResult {
    /// True if the file existed before.
    pub is_file_update: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TextEditorCreateResult {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(TextEditorCreateResult {
    tags: ["type" = "text_editor_code_execution_create_result"],
    fields: [
        0 optional is_file_update: bool = "is_file_update",
    ],
});

/// A file that was changed at the API.
///
/// Wire: `type: text_editor_code_execution_str_replace_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TextEditorReplaceResult {
    /// The lines of the change.
    pub lines: Maybe<Vec<String>>,
    /// The number of the first line that was removed.
    pub old_start: Maybe<u64>,
    /// The number of lines that were removed.
    pub old_lines: Maybe<u64>,
    /// The number of the first line that was added.
    pub new_start: Maybe<u64>,
    /// The number of lines that were added.
    pub new_lines: Maybe<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TextEditorReplaceResult {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(TextEditorReplaceResult {
    tags: ["type" = "text_editor_code_execution_str_replace_result"],
    fields: [
        0 maybe lines: Vec<String> = "lines",
        1 maybe old_start: u64 = "old_start",
        2 maybe old_lines: u64 = "old_lines",
        3 maybe new_start: u64 = "new_start",
        4 maybe new_lines: u64 = "new_lines",
    ],
});

/// The error of a failed file operation.
///
/// Wire: `type: text_editor_code_execution_tool_result_error`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TextEditorError {
    /// The reason.
    pub error_code: Option<ServerToolErrorCode>,
    /// The reason as text.
    pub error_message: Maybe<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TextEditorError {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(TextEditorError {
    tags: ["type" = "text_editor_code_execution_tool_result_error"],
    fields: [
        0 optional error_code: ServerToolErrorCode = "error_code",
        1 maybe error_message: String = "error_message",
    ],
});

/// The tools that a tool search at the API found.
///
/// Wire: `type: tool_search_tool_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolSearchToolResultBlock {
    /// The tool call that this is the result of.
    pub tool_use_id: ToolUseId,
    /// References to tools, or an error.
    pub content: Option<ToolSearchContent>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ToolSearchToolResultBlock {
    tags: ["type" = "tool_search_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: ToolSearchContent = "content",
        2 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// The tools that a tool search found.
///
/// Wire: `type: tool_search_tool_search_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolSearchResult {
    /// The tools.
    pub tool_references: Option<Vec<ToolReferenceBlock>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ToolSearchResult {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ToolSearchResult {
    tags: ["type" = "tool_search_tool_search_result"],
    fields: [
        0 optional tool_references: Vec<ToolReferenceBlock> = "tool_references",
    ],
});

/// The error of a failed tool search.
///
/// Wire: `type: tool_search_tool_result_error`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolSearchError {
    /// The reason.
    pub error_code: Option<ServerToolErrorCode>,
    /// The reason as text.
    pub error_message: Maybe<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ToolSearchError {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ToolSearchError {
    tags: ["type" = "tool_search_tool_result_error"],
    fields: [
        0 optional error_code: ServerToolErrorCode = "error_code",
        1 maybe error_message: String = "error_message",
    ],
});

/// The advice of the advisor model.
///
/// Wire: `type: advisor_tool_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AdvisorToolResultBlock {
    /// The tool call that this is the result of.
    pub tool_use_id: ToolUseId,
    /// The advice, which may be encrypted, or an error.
    pub content: Option<AdvisorContent>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(AdvisorToolResultBlock {
    tags: ["type" = "advisor_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: AdvisorContent = "content",
        2 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// Advice of the advisor model.
///
/// Wire: `type: advisor_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AdvisorResult {
    /// The advice.
    pub text: Option<String>,
    /// The reason why the advice ended.
    pub stop_reason: Maybe<StopReason>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AdvisorResult {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(AdvisorResult {
    tags: ["type" = "advisor_result"],
    fields: [
        0 optional text: String = "text",
        1 maybe stop_reason: StopReason = "stop_reason",
    ],
});

/// Advice in an encrypted form that only the API can read.
///
/// Wire: `type: advisor_redacted_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AdvisorRedactedResult {
    /// The encrypted advice. It must be sent back unchanged.
    pub encrypted_content: Option<String>,
    /// The reason why the advice ended.
    pub stop_reason: Maybe<StopReason>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AdvisorRedactedResult {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(AdvisorRedactedResult {
    tags: ["type" = "advisor_redacted_result"],
    fields: [
        0 optional encrypted_content: String = "encrypted_content",
        1 maybe stop_reason: StopReason = "stop_reason",
    ],
});

/// The error of a failed call of the advisor model.
///
/// Wire: `type: advisor_tool_result_error`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AdvisorError {
    /// The reason.
    pub error_code: Option<ServerToolErrorCode>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AdvisorError {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(AdvisorError {
    tags: ["type" = "advisor_tool_result_error"],
    fields: [
        0 optional error_code: ServerToolErrorCode = "error_code",
    ],
});

/// A call of an MCP tool that the API makes itself, without the CLI.
///
/// Wire: `type: mcp_tool_use`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpToolUseBlock {
    /// The ID of the call.
    pub id: ToolUseId,
    /// The tool's name at its server.
    pub name: String,
    /// The MCP server.
    pub server_name: Option<String>,
    /// The arguments.
    pub input: Raw,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(McpToolUseBlock {
    tags: ["type" = "mcp_tool_use"],
    fields: [
        0 required id: ToolUseId = "id",
        1 required name: String = "name",
        2 optional server_name: String = "server_name",
        3 required input: Raw = "input",
        4 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// The result of an MCP call that the API made.
///
/// Wire: `type: mcp_tool_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpToolResultBlock {
    /// The tool call that this is the result of.
    pub tool_use_id: ToolUseId,
    /// The output of the tool.
    pub content: Option<Content>,
    /// Whether the call failed.
    pub is_error: Option<bool>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(McpToolResultBlock {
    tags: ["type" = "mcp_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: Content = "content",
        2 optional is_error: bool = "is_error",
        3 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// The tools of an MCP server that the API connected to.
///
/// Wire: `type: mcp_tool_listing`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpToolListingBlock {
    /// The MCP server.
    pub mcp_server_name: String,
    /// The server's tools.
    pub tools: Option<Vec<ListedMcpTool>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(McpToolListingBlock {
    tags: ["type" = "mcp_tool_listing"],
    fields: [
        0 required mcp_server_name: String = "mcp_server_name",
        1 optional tools: Vec<ListedMcpTool> = "tools",
    ],
});

/// A tool of an MCP server, as the server describes it to the API.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ListedMcpTool {
    /// The tool's name at the server.
    pub name: Option<String>,
    /// The tool's description.
    pub description: Maybe<String>,
    /// The JSON Schema of the tool's arguments.
    pub input_schema: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ListedMcpTool {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ListedMcpTool {
    tags: [],
    fields: [
        0 optional name: String = "name",
        1 maybe description: String = "description",
        2 optional input_schema: Raw = "input_schema",
    ],
});

/// A file uploaded to the code execution container.
///
/// Wire: `type: container_upload`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContainerUploadBlock {
    /// The uploaded file.
    pub file_id: FileId,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ContainerUploadBlock {
    tags: ["type" = "container_upload"],
    fields: [
        0 required file_id: FileId = "file_id",
        1 maybe cache_control: CacheControl = "cache_control",
    ],
});
