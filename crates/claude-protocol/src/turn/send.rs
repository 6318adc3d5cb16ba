//! Sending: sends prompts, and subscribes to messages.

use std::sync::Arc;

use claude_types::{MessageUuid, UserApiMessage, UserInput};
use serde::Serialize;
use tokio::sync::{OwnedSemaphorePermit, oneshot};
use tokio::time::Instant;

use super::handle::TurnHandle;
use super::stream::Turn;
use super::subscription::Subscription;
use crate::connection::{Command, Connection, OutgoingPrompt, encode_error};
use crate::delivery::{ConsumerQueue, Receiver, Scope};
use crate::error::ProtocolError;
use crate::state::Reporter;

fn new_uuid() -> MessageUuid {
    uuid::Uuid::new_v4().to_string().into()
}

fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, ProtocolError> {
    serde_json::to_vec(value).map_err(encode_error)
}

impl Connection {
    /// Sends a prompt and returns the [`Turn`] that streams its messages.
    ///
    /// Returns as soon as the prompt is queued for writing. Waits if the prompts that are not yet
    /// written to stdin would exceed [`Limits::outbox`](crate::Limits::outbox) (8 MiB by default).
    /// If stdin is already closed, the turn ends with [`ProtocolError::InputClosed`].
    ///
    /// # Errors
    ///
    /// - [`ProtocolError::Encode`] if the prompt cannot be serialized.
    /// - The reason for the end if the connection is over, as [`Connection`] describes.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped before it returns, the prompt was not sent.
    pub async fn send(&self, prompt: UserInput) -> Result<Turn, ProtocolError> {
        let queue = Arc::new(ConsumerQueue::new(Instant::now()));
        let inbox = Receiver::new(Arc::clone(&queue), Arc::clone(&self.shared.drained));
        let handle = self.send_to(prompt, Some(queue)).await?;
        Ok(Turn::new(handle, inbox, self.clone()))
    }

    /// Sends a command of the CLI, such as `/clear`, if no turn runs and no prompt waits.
    ///
    /// It is a command also for a session whose prompts are verbatim
    /// ([`ConnectionOptions::verbatim_prompts`](crate::ConnectionOptions::verbatim_prompts)). It
    /// gets an ID of its own, so the CLI cannot know it.
    ///
    /// # Errors
    ///
    /// - [`ProtocolError::Unfinished`] if a turn runs or a prompt waits. Nothing is sent then.
    /// - The same as [`Connection::send`].
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped before it returns, the command may have been sent.
    pub async fn send_command_if_idle(&self, command: &str) -> Result<Turn, ProtocolError> {
        let queue = Arc::new(ConsumerQueue::new(Instant::now()));
        let inbox = Receiver::new(Arc::clone(&queue), Arc::clone(&self.shared.drained));
        let uuid = new_uuid();
        let prompt = UserInput::new(UserApiMessage::new(command)).uuid(uuid.clone());
        let json = encode(&prompt)?;
        let permit = self.room_for(&json).await?;
        let reporter = Reporter::new(Instant::now());
        let handle = TurnHandle::new(uuid.clone(), reporter.watch(), self.downgrade());
        let prompt = OutgoingPrompt { uuid, json, queue: Some(queue), permit, reporter };
        let (sent, reply) = oneshot::channel();
        let stream = prompt.queue.clone();
        self.pass(stream.as_ref(), || self.deliver(Command::PromptIfIdle { prompt, sent }))?;
        reply.await.unwrap_or_else(|_| Err(self.why_closed()))?;
        Ok(Turn::new(handle, inbox, self.clone()))
    }

    /// Sends a prompt whose messages are read from a [`Subscription`].
    ///
    /// Waits for room in the outbox, as [`Connection::send`] does.
    ///
    /// # Errors
    ///
    /// The same as [`Connection::send`].
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped before it returns, the prompt was not sent.
    pub async fn post(&self, prompt: UserInput) -> Result<TurnHandle, ProtocolError> {
        self.send_to(prompt, None).await
    }

    async fn send_to(
        &self,
        prompt: UserInput,
        queue: Option<Arc<ConsumerQueue>>,
    ) -> Result<TurnHandle, ProtocolError> {
        let reporter = Reporter::new(Instant::now());
        let watch = reporter.watch();
        let uuid = prompt.uuid.clone().unwrap_or_else(new_uuid);
        let mut prompt = prompt.uuid(uuid.clone());
        if self.shared.verbatim {
            prompt.client_composed = Some(true);
        }
        let json = encode(&prompt)?;
        let permit = self.room_for(&json).await?;
        let prompt =
            OutgoingPrompt { uuid: uuid.clone(), json, queue: queue.clone(), permit, reporter };
        self.pass(queue.as_ref(), || {
            // Set the state to busy before the command is sent: a caller that waits for idle right
            // after `send` must not see the idle state from before it.
            self.shared.state.prompt_sent(Instant::now().into_std());
            let sent = self.deliver(Command::Prompt(prompt));
            sent.inspect_err(|_| self.shared.state.prompt_seen())
        })?;
        Ok(TurnHandle::new(uuid, watch, self.downgrade()))
    }

    /// Waits until the outbox has room for a prompt.
    async fn room_for(&self, json: &[u8]) -> Result<OwnedSemaphorePermit, ProtocolError> {
        let size = json.len().clamp(1, self.shared.room_size);
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        let room = Arc::clone(&self.shared.room).acquire_many_owned(size).await;
        room.map_err(|_| self.why_closed())
    }

    /// Declares that no more prompts will be sent, so that stdin is closed when
    /// [`StdinPolicy`](crate::StdinPolicy) allows it.
    ///
    /// # Errors
    ///
    /// Returns the reason for the end if the connection is over, as [`Connection`] describes.
    pub fn end_input(&self) -> Result<(), ProtocolError> {
        self.command(Command::EndInput)
    }

    /// Subscribes to all messages from now on.
    ///
    /// # Errors
    ///
    /// Returns the reason for the end if the connection is over, as [`Connection`] describes.
    pub fn subscribe(&self) -> Result<Subscription, ProtocolError> {
        self.subscribe_to(Scope::Everything)
    }

    /// Subscribes to messages that do not belong to any prompt, such as those of a background
    /// agent.
    ///
    /// The first call also receives what was buffered until then: the last 256 messages, but not
    /// more than [`Limits::soft`](crate::Limits::soft) (192 KiB by default).
    ///
    /// # Errors
    ///
    /// Returns the reason for the end if the connection is over, as [`Connection`] describes.
    pub fn unsolicited(&self) -> Result<Subscription, ProtocolError> {
        self.subscribe_to(Scope::Unsolicited)
    }

    fn subscribe_to(&self, scope: Scope) -> Result<Subscription, ProtocolError> {
        let queue = Arc::new(ConsumerQueue::new(Instant::now()));
        let inbox = Receiver::new(Arc::clone(&queue), Arc::clone(&self.shared.drained));
        let stream = Arc::clone(&queue);
        self.pass(Some(&stream), || self.deliver(Command::Subscribe { queue, scope }))?;
        Ok(Subscription::new(inbox))
    }
}
