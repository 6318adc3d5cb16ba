//! Listen: a connection that is told of changes.

use std::pin::pin;

use futures_util::{StreamExt as _, stream};
use tokio_postgres::tls::{MakeTlsConnect, TlsConnect};
use tokio_postgres::{AsyncMessage, Config, Socket};

use crate::stores::notices::{Listen, Revision};

/// The channel of all schemas of a database.
pub(super) const CHANNEL: &str = "claude_sessions";

/// Listens with connections of this kind.
pub(super) fn with<T>(config: Config, tls: T) -> Listen
where
    T: MakeTlsConnect<Socket> + Clone + Send + Sync + 'static,
    T::Stream: Send + 'static,
    T::TlsConnect: Send,
    <T::TlsConnect as TlsConnect<Socket>>::Future: Send,
{
    Box::new(move |revision| {
        let (config, tls) = (config.clone(), tls.clone());
        Box::pin(async move {
            // A task that waits polls meanwhile, and it is tried again.
            let _ = listen(&config, tls, &revision).await;
        })
    })
}

async fn listen<T>(
    config: &Config,
    tls: T,
    revision: &Revision,
) -> Result<(), tokio_postgres::Error>
where
    T: MakeTlsConnect<Socket>,
{
    let (client, mut connection) = config.connect(tls).await?;
    let mut messages = pin!(stream::poll_fn(move |context| connection.poll_message(context)));
    let command = format!("LISTEN {CHANNEL}");
    let mut listening = pin!(client.batch_execute(&command));
    let mut is_listening = false;
    loop {
        tokio::select! {
            done = &mut listening, if !is_listening => {
                done?;
                is_listening = true;
                // What has changed since the wait began was not told.
                revision.changed();
            }
            message = messages.next() => match message {
                Some(Ok(AsyncMessage::Notification(_))) => revision.changed(),
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error),
                None => return Ok(()),
            },
        }
    }
}
