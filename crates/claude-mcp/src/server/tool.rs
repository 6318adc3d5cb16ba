//! Tool: a name, a schema, and a function.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use claude_types::schema::schema_problems;
use rmcp::model::{CallToolResult, JsonObject, MetaObject, Tool as Listed, ToolAnnotations};
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::arguments::{self, Form};
use super::context::ToolContext;
use super::output::{ToolOutput, failed};

/// The arguments of a tool that has no arguments.
///
/// # Examples
///
/// ```
/// use claude_mcp::{NoArgs, Server};
///
/// let server = Server::builder("clock", "1.0.0")
///     .tool("now", "Returns the time.", |_: NoArgs| async { "12:00" })
///     .build();
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct NoArgs {}

type Run = dyn Fn(JsonObject, Form, ToolContext) -> Pin<Box<dyn Future<Output = CallToolResult> + Send>>
    + Send
    + Sync;

/// A tool of a [`Server`](crate::Server).
///
/// # Examples
///
/// ```
/// use std::time::Duration;
/// use claude_mcp::{NoArgs, Tool};
///
/// let now = Tool::new("now", "Tells the time.", |_: NoArgs| async { "ten past nine" })
///     .title("Clock")
///     .read_only(true)
///     .timeout(Duration::from_secs(2));
/// assert_eq!(now.name(), "now");
/// ```
#[derive(Clone)]
pub struct Tool {
    pub(crate) listed: Listed,
    run: Arc<Run>,
    timeout: Option<Duration>,
    form: Form,
}

impl Tool {
    /// Creates a tool from a function.
    ///
    /// The schema of the arguments is derived from their type, and the descriptions of the fields from their doc
    /// comments.
    ///
    /// Arguments that do not fit the schema or the type do not reach the function: the call fails, and the model
    /// reads why. See [`schema_problems`] for the keywords that are checked.
    ///
    /// Clients send arguments as an object. A type that is no struct, such as an enum, an `Option`, a `Vec` or a
    /// number, is listed as an object with the field `value`, and the function gets the value of the field. `()` is
    /// listed as an object without fields. A map and [`serde_json::Value`] get the whole object.
    pub fn new<A, O, F>(
        name: &str,
        description: &str,
        run: impl Fn(A) -> F + Send + Sync + 'static,
    ) -> Self
    where
        A: DeserializeOwned + JsonSchema + 'static,
        O: ToolOutput,
        F: Future<Output = O> + Send + 'static,
    {
        Self::with_context(name, description, move |args: A, _| run(args))
    }

    /// The same as [`Tool::new`], except that the function gets the [`ToolContext`] of the call too: its ID,
    /// progress and cancellation.
    pub fn with_context<A, O, F>(
        name: &str,
        description: &str,
        run: impl Fn(A, ToolContext) -> F + Send + Sync + 'static,
    ) -> Self
    where
        A: DeserializeOwned + JsonSchema + 'static,
        O: ToolOutput,
        F: Future<Output = O> + Send + 'static,
    {
        let (schema, form) = arguments::schema::<A>();
        let mut listed = Listed::new(name.to_owned(), description.to_owned(), schema);
        listed.output_schema = O::schema();
        let run = move |args: JsonObject,
                        form: Form,
                        context|
              -> Pin<Box<dyn Future<Output = _> + Send>> {
            match form.decode::<A>(args) {
                Ok(args) => {
                    let output = run(args, context);
                    Box::pin(async move { output.await.into_result() })
                }
                Err(error) => {
                    let failure = misfit(&error);
                    Box::pin(std::future::ready(failure))
                }
            }
        };
        Self { listed, run: Arc::new(run), timeout: None, form }
    }

    /// Sets the schema of the arguments, in place of the one of their type.
    ///
    /// Use it for arguments of the type [`serde_json::Value`], or for a schema with more rules than the type has. The
    /// arguments of the function are then the whole object, also if their type is no struct.
    ///
    /// The schema must be of the type `object`. The tool is left out of the list if it is of another type, and a
    /// session of `claude-sdk` does not start.
    #[must_use]
    pub fn input_schema(mut self, schema: JsonObject) -> Self {
        self.listed.input_schema = Arc::new(schema);
        if self.form == Form::Field {
            self.form = Form::Object;
        }
        self
    }

    /// Sets the title that people see.
    #[must_use]
    pub fn title(mut self, title: &str) -> Self {
        self.annotations().title = Some(title.into());
        self
    }

    /// Sets the hint whether the tool changes nothing. The CLI may run such tools concurrently.
    #[must_use]
    pub fn read_only(mut self, hint: bool) -> Self {
        self.annotations().read_only_hint = Some(hint);
        self
    }

    /// Sets the hint whether the tool may destroy something.
    #[must_use]
    pub fn destructive(mut self, hint: bool) -> Self {
        self.annotations().destructive_hint = Some(hint);
        self
    }

    /// Sets the hint whether the tool is idempotent: repeating a call has no further effect.
    #[must_use]
    pub fn idempotent(mut self, hint: bool) -> Self {
        self.annotations().idempotent_hint = Some(hint);
        self
    }

    /// Sets the hint whether the tool interacts with the outside world.
    #[must_use]
    pub fn open_world(mut self, hint: bool) -> Self {
        self.annotations().open_world_hint = Some(hint);
        self
    }

    /// Sets how long a call may take. By default there is no limit.
    ///
    /// A call that takes longer fails, the model reads why, and its future is dropped.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets how many characters of a result the CLI shows the model. The CLI writes a longer result to a file.
    #[must_use]
    pub fn max_result_chars(self, chars: u64) -> Self {
        self.meta("anthropic/maxResultSizeChars", chars.into())
    }

    /// Makes the CLI load the tool from the start, also if the model would have to search for it otherwise.
    #[must_use]
    pub fn always_load(self) -> Self {
        self.meta("anthropic/alwaysLoad", true.into())
    }

    /// Sets a field of `_meta` in the list of tools.
    #[must_use]
    pub fn meta(mut self, key: &str, value: Value) -> Self {
        let meta = self.listed.meta.get_or_insert_with(MetaObject::default);
        meta.0.insert(key.into(), value);
        self
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.listed.name
    }

    fn annotations(&mut self) -> &mut ToolAnnotations {
        self.listed.annotations.get_or_insert_with(ToolAnnotations::default)
    }

    pub(crate) async fn call(&self, args: JsonObject, context: ToolContext) -> CallToolResult {
        let args = Value::Object(self.form.complete(args));
        let problems = schema_problems(&self.listed.input_schema, &args);
        if !problems.is_empty() {
            let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
            return misfit(&problems.join("; "));
        }
        let args = if let Value::Object(args) = args { args } else { JsonObject::new() };
        let call = (self.run)(args, self.form, context);
        let Some(timeout) = self.timeout else { return call.await };
        tokio::time::timeout(timeout, call).await.unwrap_or_else(|_| {
            failed(&format!("the tool `{}` took longer than {timeout:?}", self.name()))
        })
    }
}

/// Returns the failed call for arguments that do not fit.
fn misfit(why: &str) -> CallToolResult {
    failed(&format!("Input validation error: {why}"))
}

impl fmt::Debug for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tool")
            .field("listed", &self.listed)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
