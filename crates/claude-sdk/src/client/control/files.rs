//! File requests: reading, rewinding and suggesting files, and working directories, as the CLI sees
//! them.

use std::time::{SystemTime, UNIX_EPOCH};

use claude_types::{
    FileSuggestionsRequest, FileSuggestionsResponse, GetWorkspaceDiffRequest,
    GetWorkspaceDiffResponse, MessageUuid, ReadFileRequest, ReadFileResponse,
    RegisterRepoRootRequest, RewindFilesRequest, RewindFilesResponse, SeedReadStateRequest,
    SetCwdRequest, SetCwdResponse,
};

use crate::error::Result;
use crate::session::Client;

/// # Files
impl Client {
    /// Reads a file as the CLI's own tool does.
    ///
    /// Pass a path, or a [`ReadFileRequest`] that also sets the number of bytes and the encoding.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. [`Error::Control`](crate::Error::Control) if the file does
    /// not exist or may not be read; the CLI does not distinguish these cases. CLIs up to 2.1.113
    /// do not know the request.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use claude_sdk::types::ReadFileRequest;
    ///
    /// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
    /// let file = client.read_file("README.md").await?;
    /// let head = client.read_file(ReadFileRequest::new("README.md").max_bytes(80_u64)).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn read_file(
        &self,
        request: impl Into<ReadFileRequest> + Send,
    ) -> Result<ReadFileResponse> {
        self.request(&request.into()).await
    }

    /// Marks a file as read by the model, so that the model may edit it.
    ///
    /// `modified` is the modification time of the file when it was read. If the file has changed
    /// since then, the model has to read it again.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn seed_read_state(
        &self,
        path: impl Into<String> + Send,
        modified: SystemTime,
    ) -> Result<()> {
        let since = modified.duration_since(UNIX_EPOCH).unwrap_or_default();
        let floor = u64::try_from(since.as_millis()).unwrap_or(u64::MAX);
        self.request(&SeedReadStateRequest::new(path, floor)).await?;
        Ok(())
    }

    /// Returns the files that can complete an `@` in a prompt.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. CLIs up to 2.1.113 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn file_suggestions(
        &self,
        query: impl Into<String> + Send,
    ) -> Result<FileSuggestionsResponse> {
        self.request(&FileSuggestionsRequest::new(query)).await
    }

    /// Restores files to their state when a prompt arrived.
    ///
    /// Requires [`Options::file_checkpointing`](crate::Options::file_checkpointing). Without it,
    /// [`RewindFilesResponse::can_rewind`] is false and no file is changed.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default). A prompt that the
    /// CLI does not know is refused.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn rewind_files(&self, prompt: &MessageUuid) -> Result<RewindFilesResponse> {
        self.request_slow(&RewindFilesRequest::new(prompt.clone())).await
    }

    /// Returns what [`Client::rewind_files`] would do, without changing a file.
    ///
    /// # Errors
    ///
    /// The same as [`Client::rewind_files`].
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn preview_rewind_files(&self, prompt: &MessageUuid) -> Result<RewindFilesResponse> {
        self.request_slow(&RewindFilesRequest::new(prompt.clone()).dry_run(true)).await
    }

    /// Adds a working directory that is below another one, and returns its absolute path.
    ///
    /// The request sets what the CLI reads from the directory.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default). A directory that is
    /// already registered is refused. CLIs up to 2.1.150 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn register_repo_root(
        &self,
        request: RegisterRepoRootRequest,
    ) -> Result<Option<String>> {
        Ok(self.request_slow(&request).await?.directory)
    }

    /// Changes the working directory. The vendor does not document this request.
    ///
    /// A refusal is not an error: check [`SetCwdResponse::status`].
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn set_cwd(&self, path: impl Into<String> + Send) -> Result<SetCwdResponse> {
        self.request(&SetCwdRequest::new(path)).await
    }

    /// Returns how the working tree differs from the last commit. The vendor does not document this
    /// request.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default).
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn workspace_diff(&self) -> Result<GetWorkspaceDiffResponse> {
        self.request_slow(&GetWorkspaceDiffRequest::new()).await
    }
}
