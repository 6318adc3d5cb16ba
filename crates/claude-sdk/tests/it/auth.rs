//! Login status: what the CLI is asked, and what its answers mean.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use claude_sdk::auth::{self, AuthState, AuthStatus};
use claude_sdk::options::{Credentials, SettingSource};
use claude_sdk::transport::{Launch, Transport, TransportError, memory};
use claude_sdk::{Error, Options};
use tokio::time::Instant;

use crate::stage::{everywhere, paused};

/// Asks a CLI that writes these lines and ends its output. `None` writes nothing and stays.
async fn asked(lines: Option<&'static str>) -> (AuthStatus, Launch) {
    asked_by(lines, |options| options).await
}

/// Asks with changed options.
async fn asked_with(change: impl Fn(Options) -> Options) -> (AuthStatus, Launch) {
    asked_by(Some("{\"loggedIn\": true}"), change).await
}

async fn asked_by(
    lines: Option<&'static str>,
    change: impl Fn(Options) -> Options,
) -> (AuthStatus, Launch) {
    let launches = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&launches);
    let connector = move |launch: &Launch| -> Result<Box<dyn Transport>, TransportError> {
        seen.lock().unwrap().push(launch.clone());
        let (near, mut far) = memory::pair();
        tokio::spawn(async move {
            match lines {
                Some(lines) => {
                    for line in lines.lines() {
                        far.send(line).await;
                    }
                    far.exit(1, "");
                }
                None => while far.next_signal().await.is_some() {},
            }
        });
        Ok(Box::new(near))
    };
    let options = Options::default().connector(connector).cwd("/project").env("KEY", "value");
    let status = auth::status(&change(options)).await.unwrap();
    let launch = launches.lock().unwrap().pop().unwrap();
    (status, launch)
}

#[test]
fn the_cli_is_asked_in_the_environment_of_a_session() {
    everywhere(async || {
        let (status, launch) =
            asked(Some("{\n\"loggedIn\": false,\n\"authMethod\": \"none\"\n}")).await;
        assert_eq!((status.state, status.method.as_deref()), (AuthState::LoggedOut, Some("none")));
        assert_eq!(launch.args, ["auth", "status", "--json"]);
        assert_eq!(launch.cwd.as_deref(), Some("/project".as_ref()));
        let variables = launch.env.resolve([]);
        assert_eq!(variables.get::<std::ffi::OsStr>("KEY".as_ref()), Some(&"value".into()));
    });
}

/// The commands of the CLI accept flags of a session before their names only.
#[test]
fn the_cli_is_asked_with_the_settings_of_a_session() {
    everywhere(async || {
        let args = ["--setting-sources=project", "auth", "status", "--json"];
        let sources = |options: Options| options.setting_sources([SettingSource::Project]);
        let launch = asked_with(|options| sources(options).credentials(helper())).await.1;
        assert_eq!(launch.args, args);
        let [file] = &launch.files[..] else { panic!("{:?}", launch.files) };
        assert_eq!((file.argument.to_str(), file.before), (Some("--settings="), 3));
        assert!(String::from_utf8_lossy(&file.content).contains("print-a-key"));

        let launch = asked_with(|options| sources(options).settings("/s.json")).await.1;
        assert_eq!(launch.args[..2], ["--settings", "/s.json"]);
        assert_eq!(launch.args[2..], args);
        assert!(launch.files.is_empty());
    });
}

fn helper() -> Credentials {
    Credentials::Helper("print-a-key".into())
}

/// A probe that is not understood must not keep a program from starting a session.
#[test]
fn anything_that_is_not_understood_is_unknown() {
    everywhere(async || {
        for output in ["", "error: unknown command 'auth'", "{\"loggedIn\": 1}", "not json {"] {
            assert_eq!(asked(Some(output)).await.0.state, AuthState::Unknown, "{output}");
        }
    });
}

#[test]
fn a_cli_that_does_not_answer_is_unknown_after_the_deadline() {
    paused(async || {
        let begun = Instant::now();
        assert_eq!(asked(None).await.0.state, AuthState::Unknown);
        assert_eq!(begun.elapsed(), Duration::from_secs(15));
    });
}

#[test]
fn a_missing_cli_is_an_error() {
    everywhere(async || {
        let error = auth::status(&Options::default().cli_path("/no/claude")).await.unwrap_err();
        assert!(matches!(error, Error::Launch { .. }), "{error:?}");
    });
}
