//! Tests: arguments and their commands.

use super::{Command, DemoMode, Service, System, TestPlan, bench, contract, drift, parse, record};

fn read(line: &str) -> Result<Command, String> {
    parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
}

#[test]
fn every_command_of_the_help_is_parsed() {
    assert_eq!(read(""), Ok(Command::Help));
    assert_eq!(read("demo --real-cli"), Ok(Command::Demo(DemoMode::RealCli)));
    assert_eq!(read("codegen --check"), Ok(Command::Codegen { check: true }));
    assert_eq!(read("protocol --check"), Ok(Command::Protocol { check: true }));
    let command = vec!["env".to_owned(), "-0".to_owned()];
    assert_eq!(read("services -- env -0"), Ok(Command::Services(command)));
    assert_eq!(read("services"), Ok(Command::Services(Vec::new())));
    assert_eq!(read("services serve redis"), Ok(Command::Serve(Service::Redis)));
    assert!(read("services serve mysql").is_err());
    assert_eq!(read("coverage --check"), Ok(Command::Coverage { check: true }));
    assert_eq!(read("layers --metadata x"), Ok(Command::Layers { metadata: Some("x".into()) }));
    assert_eq!(read("tidy --root x"), Ok(Command::Tidy { root: Some("x".into()) }));
    assert_eq!(read("cross windows"), Ok(Command::Cross(System::Windows)));
    assert_eq!(read("cross macos"), Ok(Command::Cross(System::Macos)));
    assert_eq!(read("cli path"), Ok(Command::CliPath));
    assert_eq!(read("follow 2.1.300"), Ok(Command::Follow { version: "2.1.300".into() }));
    assert_eq!(read("cli list"), Ok(Command::CliList));
    let quick = bench::Plan { quick: true, ..bench::Plan::default() };
    assert_eq!(read("bench --quick"), Ok(Command::Bench(quick)));
    assert_eq!(read("bench build"), Ok(Command::BenchBuild));
    let all = "drift --deny --cli 2.1.300 --declarations 0.3.300";
    let (cli, declarations) = (Some("2.1.300".into()), Some("0.3.300".into()));
    assert_eq!(read(all), Ok(Command::Drift(drift::Plan { deny: true, cli, declarations })));
    assert_eq!(read("drift"), Ok(Command::Drift(drift::Plan::default())));
    let clis = vec!["2.1.250".into(), "2.1.300".into()];
    let contract = contract::Plan { clis, ..contract::Plan::default() };
    assert_eq!(read("contract --cli 2.1.250 2.1.300"), Ok(Command::Contract(contract)));
    let list = record::Plan { list: true, ..record::Plan::default() };
    assert_eq!(read("record --list"), Ok(Command::Record(list)));
}

#[test]
fn arguments_after_two_dashes_go_to_cargo_test() {
    let plan = TestPlan { no_real_cli: true, strict: false, rest: vec!["contract".into()] };
    assert_eq!(read("test --no-real-cli -- contract"), Ok(Command::Test(plan)));
}

#[test]
fn unknown_arguments_are_refused_with_the_help() {
    for line in [
        "deploy",
        "demo --fast",
        "test --quick",
        "cli",
        "cross",
        "cross linux",
        "layers --metadata",
        "drift --cli",
        "record --fast",
        "contract --fast",
        "contract --cli",
    ] {
        let error = read(line).unwrap_err();
        assert!(error.contains(line) && error.contains("cargo xtask <command>"), "{error}");
    }
}
