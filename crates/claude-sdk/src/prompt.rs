//! Prompt: a text, content blocks, or a complete user message.

use std::borrow::Cow;
use std::fmt;

use claude_types::{Content, ContentBlock, MessageUuid, TextBlock, UserApiMessage, UserInput};

/// A prompt: a text, a list of content blocks, or a [`UserInput`] with all its fields.
///
/// `&str`, `String`, `Vec<ContentBlock>` and [`UserInput`] convert into it, so functions that take
/// `impl Into<Prompt>` accept them directly. `Debug` does not show the content, which may contain
/// secrets.
///
/// # Examples
///
/// ```
/// use claude_sdk::Prompt;
///
/// let mut prompt = Prompt::from("Review this change. ");
/// prompt.append("Answer in one sentence.");
/// assert_eq!(prompt.text(), "Review this change. Answer in one sentence.");
/// ```
///
/// # IDs
///
/// Each prompt has an ID, which its result names. The SDK creates it, unless
/// [`UserInput::uuid`] is set. The CLI runs an ID once: a prompt that is sent again, to the same
/// process or to one that resumes the session, ends at once with
/// [`CloseReason::AlreadyDelivered`](crate::error::CloseReason::AlreadyDelivered). So a prompt whose
/// delivery is in doubt can be sent again.
///
/// ```no_run
/// use claude_sdk::error::CloseReason;
/// use claude_sdk::{Error, Prompt};
///
/// # async fn run(client: claude_sdk::Client) -> Result<(), Error> {
/// let mut prompt = Prompt::from("Commit the change.");
/// prompt.input_mut().uuid = Some("6f1c7a52-9d3b-4e0f-8a76-2b5c1d9e4f30".into());
/// match client.send(prompt).await?.text().await {
///     Err(Error::Closed { reason: CloseReason::AlreadyDelivered }) => println!("it has run"),
///     answer => println!("{}", answer?),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, PartialEq)]
pub struct Prompt(UserInput);

impl Prompt {
    /// Creates a prompt with this content.
    pub fn new(content: impl Into<Content>) -> Self {
        Self(UserInput::new(UserApiMessage::new(content)))
    }

    /// Returns the text of the prompt, without images and documents.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        self.0.message.content.text()
    }

    /// Appends a text as a content block of its own.
    pub fn append(&mut self, text: impl Into<String>) {
        let content = &mut self.0.message.content;
        let block = ContentBlock::Text(TextBlock::new(text));
        if let Content::Blocks(blocks) = content {
            return blocks.push(block);
        }
        let before = content.text().into_owned();
        // Skip an empty text: the API rejects empty text blocks.
        let before = (!before.is_empty()).then(|| ContentBlock::Text(TextBlock::new(before)));
        *content = Vec::from_iter(before.into_iter().chain([block])).into();
    }

    /// Returns the complete user message.
    #[must_use]
    pub fn input(&self) -> &UserInput {
        &self.0
    }

    /// Returns the complete user message, for changes.
    pub fn input_mut(&mut self) -> &mut UserInput {
        &mut self.0
    }

    pub(crate) fn into_input(self) -> UserInput {
        self.0
    }

    /// Returns the input with its ID, which is made here if the caller has set none.
    pub(crate) fn into_identified_input(mut self) -> (MessageUuid, UserInput) {
        let id = self.0.uuid.get_or_insert_with(|| uuid::Uuid::new_v4().to_string().into());
        (id.clone(), self.0)
    }
}

impl fmt::Debug for Prompt {
    /// Hides the content, which may contain secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prompt").finish_non_exhaustive()
    }
}

impl From<&str> for Prompt {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Prompt {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&String> for Prompt {
    fn from(text: &String) -> Self {
        Self::new(text.as_str())
    }
}

impl From<Vec<ContentBlock>> for Prompt {
    fn from(blocks: Vec<ContentBlock>) -> Self {
        Self::new(blocks)
    }
}

impl From<UserInput> for Prompt {
    fn from(input: UserInput) -> Self {
        Self(input)
    }
}
