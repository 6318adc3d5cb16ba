//! Permission mode: a CLI that runs in an unrequested permission mode gets no prompt.

use claude_sdk::error::Precondition;
use claude_sdk::{Client, Error, PermissionMode, query};

use super::stage::{Started, echo, everywhere, gone, options};

#[test]
fn another_mode_is_an_error_before_the_first_prompt() {
    for (fault, actual) in
        [("mode plan", PermissionMode::Plan), ("mode auto", PermissionMode::from("auto"))]
    {
        everywhere(async || {
            let started = Started::default();
            let faulty = echo().env("MOCK_CLAUDE_FAULT", fault);
            let error = Client::connect(started.watch(faulty)).await.unwrap_err();
            assert_mode(&error, &PermissionMode::Default, &actual);
            gone(started.one()).await;

            // The mock would exit with code 70 if it got a prompt.
            let started = Started::default();
            let steps = format!("{fault}; expect user \"never\"");
            let error = query("hi", started.watch(options(&steps))).text().await.unwrap_err();
            assert_mode(&error, &PermissionMode::Default, &actual);
            gone(started.one()).await;
        });
    }
}

#[test]
fn the_requested_mode_is_accepted() {
    everywhere(async || {
        let options = echo().permission_mode(PermissionMode::Plan);
        assert_eq!(query("hi", options).text().await.unwrap(), "You said: hi");
        let options =
            echo().env("MOCK_CLAUDE_FAULT", "mode plan").permission_mode_from_settings(true);
        assert_eq!(query("hi", options).text().await.unwrap(), "You said: hi");
    });
}

fn assert_mode(error: &Error, wanted: &PermissionMode, found: &PermissionMode) {
    let Error::Precondition(Precondition::PermissionMode { expected, actual }) = error else {
        panic!("{error:?}")
    };
    assert_eq!((expected, actual), (wanted, found));
}
