//! Files and directories, as the CLI sees them.

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
    /// Reads a file as the CLI's own tool would: a path, or a [`ReadFileRequest`] that says how
    /// much, and in which encoding.
    ///
    /// # Errors
    ///
    /// [`Error::Control`](crate::Error::Control) for a file that is not there and for one that may
    /// not be read, which the CLI does not tell apart; else as [`Client::request`]. CLIs up to
    /// 2.1.113 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use claude_sdk::types::ReadFileRequest;
    ///
    /// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
    /// let whole = client.read_file("README.md").await?;
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

    /// Has the CLI believe that the model has read a file, so that it may edit it. `modified` is
    /// when the file had changed last as it was read; if it has changed since, it has to be read
    /// after all.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
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

    /// Which files could be meant after an `@` in a prompt.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.113 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn file_suggestions(
        &self,
        query: impl Into<String> + Send,
    ) -> Result<FileSuggestionsResponse> {
        self.request(&FileSuggestionsRequest::new(query)).await
    }

    /// Takes files back to how they were when a prompt came. They must have been kept, by
    /// [`Options::file_checkpointing`](crate::Options::file_checkpointing); if they were not,
    /// [`RewindFilesResponse::can_rewind`] is false and nothing was done.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; a prompt that the CLI does not know is refused.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn rewind_files(&self, prompt: &MessageUuid) -> Result<RewindFilesResponse> {
        self.request_slow(&RewindFilesRequest::new(prompt.clone())).await
    }

    /// What [`Client::rewind_files`] would do. Nothing is changed.
    ///
    /// # Errors
    ///
    /// As there.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn preview_rewind_files(&self, prompt: &MessageUuid) -> Result<RewindFilesResponse> {
        self.request_slow(&RewindFilesRequest::new(prompt.clone()).dry_run(true)).await
    }

    /// Adds a working directory that lies below another one, and returns its full path. What is to
    /// be read from it, the request says.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; one that is there already is refused. CLIs up to 2.1.150 do not know
    /// the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn register_repo_root(
        &self,
        request: RegisterRepoRootRequest,
    ) -> Result<Option<String>> {
        Ok(self.request_slow(&request).await?.directory)
    }

    /// Changes the working directory. Refusals are told in the answer
    /// ([`SetCwdResponse::status`]), not as an error. The vendor does not declare this request.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_cwd(&self, path: impl Into<String> + Send) -> Result<SetCwdResponse> {
        self.request(&SetCwdRequest::new(path)).await
    }

    /// How the working tree differs from the last commit. The vendor does not declare this request.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn workspace_diff(&self) -> Result<GetWorkspaceDiffResponse> {
        self.request_slow(&GetWorkspaceDiffRequest::new()).await
    }
}
