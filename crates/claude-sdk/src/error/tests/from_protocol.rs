//! Conversion: what errors of the protocol become.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use claude_protocol::ProtocolError;
use claude_transport::{Exit, TransportError};
use claude_types::PermissionMode;
use serde_json::{Value, json};

use super::{result, undecodable, variant};
use crate::error::Error;

#[test]
fn an_exit_shows_the_failed_result_or_the_last_line_of_stderr() {
    let exited = |stderr: &str, last_result: Option<Value>| {
        let exit = Exit::new(Some(1), None, stderr);
        let last_result = last_result.map(|fields| Arc::new(result(fields)));
        Error::from(ProtocolError::Exited { exit, last_result })
    };
    let errors = json!({ "subtype": "error_during_execution", "errors": ["no such session"] });
    let cases = [
        (exited("", None), "the CLI exited with exit code 1"),
        (exited("one\n two \n \n", None), "the CLI exited with exit code 1: two"),
        (exited("", Some(errors.clone())), "the CLI exited with exit code 1: no such session"),
        (exited("noise", Some(errors)), "the CLI exited with exit code 1: no such session"),
    ];
    for (error, expected) in cases {
        assert_eq!(error.to_string(), expected);
    }
    let announced = exited("Error: Invalid MCP configuration:\nfile not found\n", None);
    let text = "the CLI exited with exit code 1: Error: Invalid MCP configuration: file not found";
    assert_eq!(announced.to_string(), text);
    let Error::Exited { status, stderr, .. } = exited("one\ntwo\n", None) else { panic!() };
    assert_eq!((status.as_str(), stderr.as_str()), ("exit code 1", "one\ntwo\n"));
}

/// An exit that nothing explains.
pub(super) fn exit_without_a_word() -> Error {
    ProtocolError::Exited { exit: Exit::new(Some(1), None, " \n"), last_result: None }.into()
}

#[test]
fn the_end_that_this_program_has_caused_is_not_blamed_on_others() {
    for (code, signal) in [(None, Some(15)), (None, Some(9)), (Some(143), None), (Some(0), None)] {
        let mut exit = Exit::new(code, signal, "");
        exit.by_host = true;
        let error = Error::from(ProtocolError::Exited { exit, last_result: None });
        assert!(error.to_string().ends_with(", after a signal of this program"), "{error}");
        assert!(error.hint().contains("this program has ended the CLI"), "{}", error.hint());
    }
    let exit = Exit::new(None, Some(9), "");
    let error = Error::from(ProtocolError::Exited { exit, last_result: None });
    assert!(error.hint().contains("memory"), "of another signal, the reason is not known");
}

#[test]
fn each_error_of_the_protocol_becomes_one_of_ours() {
    let after = Duration::from_secs(1);
    let (expected, actual) = (PermissionMode::Default, PermissionMode::Plan);
    let refused = ProtocolError::Refused { subtype: "x".into(), message: "m".into(), code: None };
    let read = TransportError::Read { source: io::Error::other("x") };
    let cases = [
        (read.into(), 9),
        (TransportError::NoRuntime.into(), 18),
        (TransportError::Lost { resumable: true }.into(), 19),
        (ProtocolError::Lost { place: None, resumable: false }, 19),
        (ProtocolError::Exited { exit: Exit::default(), last_result: None }, 4),
        (refused, 10),
        (undecodable(), 9),
        (ProtocolError::Timeout { waiting_for: "x".into(), after, output: Arc::default() }, 11),
        (ProtocolError::StdinNotRead { bytes: 1, after }, 11),
        (ProtocolError::Unfinished { waiting_for: "x".into(), after }, 13),
        (ProtocolError::PermissionMode { expected, actual }, 17),
        (ProtocolError::HooksNotApplied, 17),
        (ProtocolError::InputClosed, 12),
        (ProtocolError::Unsupported { subtype: "x".into(), version: None }, 16),
        (
            ProtocolError::TooOld {
                found: "2.0.76".into(),
                needed: "2.1.113".into(),
                program: None,
            },
            2,
        ),
        (ProtocolError::Cancelled, 12),
        (ProtocolError::AlreadyDelivered, 12),
        (ProtocolError::Overflow { bytes: 1 }, 12),
        (ProtocolError::Closed, 12),
        (ProtocolError::ScopeEnded, 12),
        (ProtocolError::RuntimeGone, 12),
    ];
    for (error, expected) in cases {
        let text = error.to_string();
        assert_eq!(variant(&error.into()), expected, "{text}");
    }
}
