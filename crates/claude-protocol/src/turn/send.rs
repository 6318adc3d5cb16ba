//! Sending: sends prompts, and subscribes to messages.

use std::sync::Arc;

use claude_types::{MessageUuid, UserInput};
use serde::Serialize;
use tokio::time::Instant;

use super::handle::TurnHandle;
use super::stream::Turn;
use super::subscription::Subscription;
use crate::connection::{Command, Connection, encode_error};
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
        let size = json.len().clamp(1, self.shared.room_size);
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        let room = Arc::clone(&self.shared.room).acquire_many_owned(size).await;
        let permit = room.map_err(|_| self.why_closed())?;
        // Set the state to busy before the command is sent: a caller that waits for idle right
        // after `send` must not see the idle state from before it.
        self.shared.state.prompt_sent(Instant::now().into_std());
        let prompt = Command::Prompt { uuid: uuid.clone(), json, queue, permit, reporter };
        if let Err(error) = self.command(prompt) {
            self.shared.state.prompt_seen();
            return Err(error);
        }
        Ok(TurnHandle::new(uuid, watch, self.downgrade()))
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
        self.command(Command::Subscribe { queue, scope })?;
        Ok(Subscription::new(inbox))
    }
}
