//! Tests of arguments, tables and reports, without a CLI.

use super::Plan;
use super::report::{Report, listed};
use super::table::{Needs, TABLE, check, split};

const NEEDS: Needs = Needs { test: "a::one", first: "2.1.300", reason: "it says nothing" };

#[test]
fn arguments_are_versions_and_names() {
    let plan = Plan::parse(&["--cli", "2.1.250", "2.1.300", "--all", "mcp"]).unwrap();
    assert_eq!(plan.clis, ["2.1.250", "2.1.300"]);
    assert_eq!((plan.all, &plan.names[..]), (true, &["mcp".to_owned()][..]));
    let plan = Plan::parse(&["--cli", "2.1.250", "--", "mcp", "hook"]).unwrap();
    assert_eq!((plan.clis.len(), plan.names.len()), (1, 2));
    assert_eq!(Plan::parse(&[]), Ok(Plan::default()));
    for invalid in [&["--fast"][..], &["--cli"], &["--cli", "--all"]] {
        assert!(Plan::parse(invalid).is_err(), "{invalid:?}");
    }
}

#[test]
fn a_test_is_skipped_only_with_older_clis() {
    let tests = ["contract::a::one", "contract::a::two"];
    let of = |version| {
        let (run, out) = split(&tests, &[NEEDS], version);
        (run.len(), out.len())
    };
    assert_eq!(of("2.1.250"), (1, 1));
    assert_eq!(of("2.1.300"), (2, 0));
    assert_eq!(of("2.1.1000"), (2, 0), "by number");
    assert_eq!(of("nightly"), (2, 0), "nothing is skipped if the version is unknown");
    // A test that was not selected is not skipped either.
    let (run, out) = split(&tests[1..], &[NEEDS], "2.1.250");
    assert_eq!((run.len(), out.len()), (1, 0));
}

#[test]
fn a_table_that_is_stale_is_refused() {
    assert_eq!(check(&[NEEDS], &["contract::a::one"]), Ok(()));
    let error = check(&[NEEDS], &["contract::a::two"]).unwrap_err();
    assert!(error.contains("contract::a::one"), "{error}");
    for needs in TABLE {
        assert!(!needs.reason.is_empty() && crate::cli::is_version(needs.first), "{needs:?}");
    }
}

#[test]
fn the_output_of_libtest_is_parsed() {
    let output = "running 3 tests\ntest contract::a ... ok\ntest contract::b ... FAILED\n\n\
                  test result: FAILED. 1 passed; 1 failed\n";
    let report = Report::read(output);
    assert_eq!(report.passed, ["contract::a"]);
    assert_eq!(report.failed, ["contract::b"]);
    let asked = ["contract::a", "contract::b", "contract::c"];
    assert_eq!(report.missing(&asked), ["contract::c"]);
    assert_eq!(listed("contract::a: test\nmock::b: test\n1 test\n"), ["contract::a"]);
}
