//! Task requests: stops background tasks, moves tasks to the background, and reads their output.

use claude_types::{
    BackgroundTasksRequest, GetTaskOutputRequest, GetTaskOutputResponse, StopTaskRequest, TaskId,
    ToolUseId,
};

use crate::error::Result;
use crate::session::Client;

/// # Background tasks
impl Client {
    /// Stops a task. The messages about its end arrive before the response. An unknown task is not
    /// an error.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn stop_task(&self, task: &TaskId) -> Result<()> {
        self.request(&StopTaskRequest::new(task.clone())).await?;
        Ok(())
    }

    /// Moves running tasks to the background, so that the turn continues without them.
    ///
    /// `tool_use` selects the task of one tool call; `None` moves all tasks. Returns whether there
    /// was such a task. If all tasks are moved, the CLI may not report that; then the result is
    /// true.
    ///
    /// The CLI can move a command only a few seconds after the command has started.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. CLIs up to 2.1.113 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn background_tasks(&self, tool_use: Option<&ToolUseId>) -> Result<bool> {
        let mut request = BackgroundTasksRequest::new();
        request.tool_use_id = tool_use.cloned();
        Ok(self.request(&request).await?.backgrounded.unwrap_or(true))
    }

    /// Returns the end of the output of a background command, at most 8 KiB.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. An unknown task is refused. CLIs up to 2.1.275 do not know
    /// the request.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn task_output(&self, task: &TaskId) -> Result<GetTaskOutputResponse> {
        self.request(&GetTaskOutputRequest::new(task.clone())).await
    }
}
