//! Conversation requests: side questions, the plan, rewinding, ratings. The vendor declares none of
//! them.

use claude_types::{
    GetPlanRequest, GetPlanResponse, MessageRatedRequest, MessageUuid, RewindConversationRequest,
    RewindConversationResponse, SideQuestionRequest, SideQuestionResponse,
};

use crate::error::Result;
use crate::session::Client;

/// # Conversation
impl Client {
    /// Asks the model something that the conversation does not get to know of.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn side_question(
        &self,
        question: impl Into<String> + Send,
    ) -> Result<SideQuestionResponse> {
        self.request_slow(&SideQuestionRequest::new(question)).await
    }

    /// The plan of the permission mode `plan`.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.150 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn plan(&self) -> Result<GetPlanResponse> {
        self.request(&GetPlanRequest::new()).await
    }

    /// Takes the conversation back to before a prompt. Files stay as they are. Refusals are told in
    /// the answer ([`RewindConversationResponse::rewound`]), not as an error; and look at which
    /// message was cut off, for it can be an earlier one.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn rewind_conversation(
        &self,
        prompt: &MessageUuid,
    ) -> Result<RewindConversationResponse> {
        self.request(&RewindConversationRequest::new(prompt.clone())).await
    }

    /// Tells that the user rated a message.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn rate_message(&self, request: MessageRatedRequest) -> Result<()> {
        self.request(&request).await?;
        Ok(())
    }
}
