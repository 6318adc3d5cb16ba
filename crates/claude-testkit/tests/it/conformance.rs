//! Conformance: the transports of this repository pass all checks, and the checks find a transport that
//! does something wrong.

#[cfg(target_os = "linux")]
mod faulty;

use claude_testkit::conformance::{Ability, Suite, memory_connector};

#[tokio::test]
async fn a_memory_pair_conforms() {
    let report = Suite::new(memory_connector()).without(Ability::ALL).run().await;
    report.assert_passed();
    // Positive control: what needs no ability has run.
    assert_eq!(report.passed(), 20, "{report}");
    assert!(report.skipped().count() > 15, "{report}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_child_process_conforms() {
    let report = Suite::new(claude_transport::Spawner).run().await;
    report.assert_passed();
    assert_eq!((report.skipped().count(), report.passed() > 35), (0, true), "{report}");
}

#[tokio::test]
async fn an_unknown_check_is_a_failure() {
    let report = Suite::new(memory_connector()).only("no_such_check").run().await;
    assert_eq!(report.failed().count(), 1);
    assert!(report.to_string().contains("there is no check `no_such_check`"), "{report}");
}
