//! Scope: the end of a watch whose handle ends before the session.

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::error::ProtocolError;

/// Waits for the next change of a value, or for the end of the scope.
pub(crate) async fn changed<T>(
    receiver: &mut watch::Receiver<T>,
    scope: Option<&CancellationToken>,
) -> Result<(), ProtocolError> {
    let closed = |_| ProtocolError::Closed;
    match scope {
        Some(scope) => tokio::select! {
            biased;
            () = scope.cancelled() => Err(ProtocolError::ScopeEnded),
            changed = receiver.changed() => changed.map_err(closed),
        },
        None => receiver.changed().await.map_err(closed),
    }
}

/// Returns whether the scope of a watch has ended.
pub(crate) fn is_over(scope: Option<&CancellationToken>) -> bool {
    scope.is_some_and(CancellationToken::is_cancelled)
}
