//! Conversion: errors of the protocol and the transport become errors of the SDK.

use std::io;
use std::sync::Arc;

use claude_protocol::{ProtocolError, shown};
use claude_transport::{ResourceLimit, TransportError};

use super::hints::SESSION_END;
use super::{CliVersion, CloseReason, Diagnostics, Error, ExitCause, Precondition};

impl From<ProtocolError> for Error {
    fn from(error: ProtocolError) -> Self {
        match error {
            ProtocolError::Transport(error) => transport(error),
            ProtocolError::Exited { exit, last_result } => Self::Exited {
                program: None,
                status: shown(&exit.to_string()),
                cause: match exit.limit {
                    _ if exit.by_host => ExitCause::ThisProgram,
                    Some(ResourceLimit::AddressSpace) => ExitCause::MemoryLimit,
                    Some(ResourceLimit::CpuTime) => ExitCause::CpuLimit,
                    _ => ExitCause::named(exit.signal, last_result.as_deref()),
                },
                stderr: exit.stderr,
                last_result,
            },
            ProtocolError::Lost { place, resumable } => Self::Disconnected { place, resumable },
            ProtocolError::Refused { subtype, message, code } => {
                Self::Control { subtype, message, code }
            }
            ProtocolError::Unsupported { subtype, version } => Self::Unsupported {
                subtype,
                version: version.as_deref().and_then(CliVersion::parse),
            },
            ProtocolError::TooOld { found, needed, program } => Self::CliTooOld {
                program: program.map(|program| program.to_path_buf()),
                flag: None,
                found: CliVersion::parse(&found),
                needed: CliVersion::parse(&needed),
            },
            ProtocolError::InputClosed => Self::Closed { reason: CloseReason::InputEnded },
            ProtocolError::Decode(error) => Self::Decode { source: Arc::new(error) },
            ProtocolError::Encode(error) => Self::Decode { source: error },
            ProtocolError::Timeout { waiting_for, after, output } => {
                let diagnostics = Arc::new(Diagnostics::from(&*output));
                Self::Timeout { waiting_for, after, diagnostics }
            }
            ProtocolError::PermissionMode { expected, actual } => {
                Precondition::PermissionMode { expected, actual }.into()
            }
            ProtocolError::HooksNotApplied => Precondition::Hooks.into(),
            ProtocolError::Unfinished { waiting_for, after } => {
                Self::Unfinished { waiting_for, after }
            }
            ProtocolError::Stalled { silent_for, .. } => Self::Timeout {
                waiting_for: "output of the CLI".into(),
                after: silent_for,
                diagnostics: Arc::default(),
            },
            ProtocolError::SessionDeadline { after } => Self::Timeout {
                waiting_for: SESSION_END.into(),
                after,
                diagnostics: Arc::default(),
            },
            ProtocolError::StdinNotRead { after, .. } => Self::Timeout {
                waiting_for: "the CLI to read answers from its stdin".into(),
                after,
                diagnostics: Arc::default(),
            },
            ProtocolError::NoResult => Self::Closed { reason: CloseReason::NoResult },
            ProtocolError::Cancelled => Self::Closed { reason: CloseReason::PromptCancelled },
            ProtocolError::AlreadyDelivered => {
                Self::Closed { reason: CloseReason::AlreadyDelivered }
            }
            ProtocolError::Overflow { bytes } => {
                Self::Closed { reason: CloseReason::ConsumerOverflow { bytes } }
            }
            ProtocolError::ScopeEnded => Self::Closed { reason: CloseReason::ScopeEnded },
            ProtocolError::RuntimeGone => Self::Closed { reason: CloseReason::RuntimeGone },
            _ => Self::Closed { reason: CloseReason::ByUser },
        }
    }
}

fn transport(error: Arc<TransportError>) -> Error {
    match &*error {
        TransportError::Launch { program, kind, source } => Error::Launch {
            program: program.clone(),
            cwd: None,
            kind: *kind,
            wrapped: false,
            source: Arc::new(again(source)),
        },
        TransportError::Lost { resumable } => {
            Error::Disconnected { place: None, resumable: *resumable }
        }
        TransportError::NoRuntime | TransportError::NoDriver { .. } => {
            Error::Runtime { problem: error.to_string().into() }
        }
        TransportError::Limit { limit, source } => {
            let source = Arc::new(again(source));
            Precondition::ResourceLimit { limit: *limit, source }.into()
        }
        // Only settings are passed in a private file.
        TransportError::Files { source } => {
            Error::settings(std::io::Error::new(source.kind(), source.to_string()))
        }
        _ => Error::Decode { source: error },
    }
}

/// Returns the same error of the system, which cannot be cloned.
fn again(error: &io::Error) -> io::Error {
    match error.raw_os_error() {
        Some(code) => io::Error::from_raw_os_error(code),
        None => io::Error::new(error.kind(), error.to_string()),
    }
}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        ProtocolError::from(error).into()
    }
}
