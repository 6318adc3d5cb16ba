//! Listen: a connection that reads the channel of changes.

use futures_util::StreamExt as _;
use redis::{Client, RedisError};

use crate::stores::notices::{Listen, Revision};

/// Listens with connections of this client.
pub(super) fn with(client: Client, channel: String) -> Listen {
    Box::new(move |revision| {
        let (client, channel) = (client.clone(), channel.clone());
        Box::pin(async move {
            // A task that waits polls meanwhile, and it is tried again.
            let _ = listen(&client, &channel, &revision).await;
        })
    })
}

async fn listen(client: &Client, channel: &str, revision: &Revision) -> Result<(), RedisError> {
    let mut subscriber = client.get_async_pubsub().await?;
    subscriber.subscribe(channel).await?;
    // What has changed since the wait began was not published to it.
    revision.changed();
    let mut messages = subscriber.into_on_message();
    while messages.next().await.is_some() {
        revision.changed();
    }
    Ok(())
}
