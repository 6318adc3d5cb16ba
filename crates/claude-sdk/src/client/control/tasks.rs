//! Tasks in the background: requests about them.

use claude_types::{
    BackgroundTasksRequest, GetTaskOutputRequest, GetTaskOutputResponse, StopTaskRequest, TaskId,
    ToolUseId,
};

use crate::error::Result;
use crate::session::Client;

/// # Background tasks
impl Client {
    /// Stops a task. The messages about its end come before the answer. An unknown task is no
    /// error.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn stop_task(&self, task: &TaskId) -> Result<()> {
        self.request(&StopTaskRequest::new(task.clone())).await?;
        Ok(())
    }

    /// Sends running tasks to the background, so that the turn goes on without them: that of one
    /// tool call, or all. Tells whether there was one; that is not known where all are meant, and
    /// counts as true.
    ///
    /// The CLI knows a command only some seconds after its start.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.113 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn background_tasks(&self, tool_use: Option<&ToolUseId>) -> Result<bool> {
        let mut request = BackgroundTasksRequest::new();
        request.tool_use_id = tool_use.cloned();
        Ok(self.request(&request).await?.backgrounded.unwrap_or(true))
    }

    /// The end of what a background command wrote: at most 8 KiB.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; an unknown task is refused, and CLIs up to 2.1.275 do not know the
    /// request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn task_output(&self, task: &TaskId) -> Result<GetTaskOutputResponse> {
        self.request(&GetTaskOutputRequest::new(task.clone())).await
    }
}
