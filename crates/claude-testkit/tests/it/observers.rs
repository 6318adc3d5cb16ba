//! Observers of the facade: of some options, and of all sessions of the process.

use std::sync::{Arc, Mutex};
use std::time::Instant;

use claude_sdk::observer::{
    AppFact, Fact, Observe, ObserverFactory, SessionInfo, observe_all, tell,
};
use claude_sdk::{Client, Options, query};
use claude_testkit::connector;

const TURN: &str = r#"expect user; text "Hello."; result"#;

/// The tests of this file observe the whole process, so they run one after the other.
static ALONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// What was told, by sessions of one program.
#[derive(Clone)]
struct Log {
    app: &'static str,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Log {
    fn of(app: &'static str) -> Self {
        Self { app, lines: Arc::default() }
    }

    fn count(&self, kind: &str) -> usize {
        self.lines.lock().unwrap().iter().filter(|line| line.as_str() == kind).count()
    }

    fn options(&self) -> Options {
        Options::default().client_app(self.app).connector(connector(TURN))
    }
}

impl Observe for Log {
    fn fact(&mut self, fact: &Fact<'_>, _at: Instant) {
        let kind = match fact {
            Fact::Started(_) => "started",
            Fact::Sent(_) => "sent",
            Fact::Ended(_) => "ended",
            _ => return,
        };
        self.lines.lock().unwrap().push(kind.into());
    }
}

impl ObserverFactory for Log {
    fn observer(&self, session: &SessionInfo) -> Option<Box<dyn Observe>> {
        let is_ours = session.client_app.as_deref() == Some(self.app);
        is_ours.then(|| Box::new(self.clone()) as Box<dyn Observe>)
    }

    fn app_fact(&self, fact: &AppFact) {
        self.lines.lock().unwrap().push(format!("{} {}", fact.source, fact.kind));
    }
}

#[tokio::test]
async fn sessions_that_start_under_the_guard_are_observed() {
    let log = Log::of("guarded/1");
    let _alone = ALONE.lock().await;
    let early = Client::connect(log.options()).await.unwrap();
    let guard = observe_all(log.clone());
    query("Hi.", log.options()).text().await.unwrap();
    assert_eq!((log.count("started"), log.count("sent"), log.count("ended")), (1, 1, 1));
    early.send("Hi.").await.unwrap().text().await.unwrap();
    assert_eq!(log.count("sent"), 1, "it had started before");
    let running = Client::connect(log.options()).await.unwrap();
    assert_eq!(log.count("started"), 2);
    drop(guard);
    running.send("Hi.").await.unwrap().text().await.unwrap();
    running.close().await.unwrap();
    assert_eq!((log.count("sent"), log.count("ended")), (1, 1), "the guard is dropped");
    query("Hi.", log.options()).text().await.unwrap();
    assert_eq!(log.count("started"), 2);
}

#[tokio::test]
async fn observers_of_options_see_the_same_facts_beside_others() {
    let _alone = ALONE.lock().await;
    let (shared, own) = (Log::of("beside/1"), Log::of("beside/1"));
    let _guard = observe_all(shared.clone());
    let _panics = observe_all(|session: &SessionInfo| -> Log {
        panic!("on purpose, for {session:?}");
    });
    let options = own.options().observer(own.clone());
    assert_eq!(query("Hi.", options).text().await.unwrap(), "Hello.");
    assert_eq!(*shared.lines.lock().unwrap(), ["started", "sent", "ended"]);
    assert_eq!(*own.lines.lock().unwrap(), ["started", "sent", "ended"]);
}

#[tokio::test]
async fn facts_of_the_application_reach_the_factories() {
    let _alone = ALONE.lock().await;
    tell(|| panic!("nobody observes"));
    let log = Log::of("app/1");
    let guard = observe_all(log.clone());
    tell(|| AppFact::new("tests", "job_done", serde_json::Value::Null));
    assert_eq!(log.count("tests job_done"), 1);
    drop(guard);
    tell(|| panic!("nobody observes"));
}

#[tokio::test]
async fn the_factory_gets_what_is_known_before_the_start() {
    let seen: Arc<Mutex<Vec<SessionInfo>>> = Arc::default();
    let log = Log::of("info/1");
    let infos = Arc::clone(&seen);
    let options = log.options().model("haiku").observer(move |session: &SessionInfo| {
        infos.lock().unwrap().push(session.clone());
        Log::of("info/1")
    });
    let given = options.clone().session_id("4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10");
    for options in [given, options] {
        query("Hi.", options).text().await.unwrap();
    }
    let seen = seen.lock().unwrap();
    assert_eq!(seen.len(), 2, "one for each start");
    assert_eq!(seen[0].model.as_deref(), Some("haiku"));
    let id = seen[0].session_id.as_ref().unwrap();
    assert_eq!(id.as_str(), "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10");
    assert!(seen[0].number < seen[1].number && !seen[0].is_resumed);
}
