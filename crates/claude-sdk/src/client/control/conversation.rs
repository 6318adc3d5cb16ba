//! Conversation requests: side questions, the plan, rewinding, ratings. The vendor documents none
//! of them.

use claude_types::{
    GetPlanRequest, GetPlanResponse, MessageRatedRequest, MessageUuid, RewindConversationRequest,
    RewindConversationResponse, SideQuestionRequest, SideQuestionResponse,
};

use crate::error::Result;
use crate::session::Client;

/// # Conversation
impl Client {
    /// Asks the model a question that does not become part of the conversation.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default).
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn side_question(
        &self,
        question: impl Into<String> + Send,
    ) -> Result<SideQuestionResponse> {
        self.request_slow(&SideQuestionRequest::new(question)).await
    }

    /// Returns the plan of the permission mode `plan`.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. CLIs up to 2.1.150 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn plan(&self) -> Result<GetPlanResponse> {
        self.request(&GetPlanRequest::new()).await
    }

    /// Rewinds the conversation to the state before a prompt. Files are not changed.
    ///
    /// A refusal is not an error: check [`RewindConversationResponse::rewound`]. Also check which
    /// message was cut off, because it can be an earlier one.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn rewind_conversation(
        &self,
        prompt: &MessageUuid,
    ) -> Result<RewindConversationResponse> {
        self.request(&RewindConversationRequest::new(prompt.clone())).await
    }

    /// Reports that the user rated a message.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn rate_message(&self, request: MessageRatedRequest) -> Result<()> {
        self.request(&request).await?;
        Ok(())
    }
}
