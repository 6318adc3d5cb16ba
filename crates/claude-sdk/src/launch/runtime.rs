//! Runtime check: finds out before anything is started whether the runtime can run a session.

use std::time::Duration;

use tokio::runtime::Handle;

use crate::error::{Error, Result};

/// Checks that a runtime with a time driver is running. The transport checks its IO driver.
pub(super) fn check() -> Result<()> {
    if Handle::try_current().is_err() {
        let problem = "no tokio runtime is running on this thread".into();
        return Err(Error::Runtime { problem });
    }
    // Creating a timer panics without the driver, and nothing else tells.
    if std::panic::catch_unwind(|| drop(tokio::time::sleep(Duration::ZERO))).is_err() {
        let problem = "the tokio runtime was built without its time driver".into();
        return Err(Error::Runtime { problem });
    }
    Ok(())
}
