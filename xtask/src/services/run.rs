//! Command `services`: starts the servers, runs a command with their addresses, ends them.

use super::program::Service;
use super::server::Server;
use crate::Outcome;
use crate::run::Task;
use crate::test::is_ci;

/// The variable with the path of this program, for tests that kill a server of their own.
const SERVER: &str = "CLAUDE_TEST_SERVER";
/// The variable that `.ci/run` sets if it could not install the servers.
const NOT_INSTALLED: &str = "CLAUDE_SERVICES_NOT_INSTALLED";

const TESTS: [&str; 6] =
    ["test", "--package", "claude-sessions", "--features", "postgres,redis", "--test"];

/// Runs a command while the servers run. Without a command, it prints the addresses and waits for
/// the end of stdin.
pub(crate) fn run(command: &[String]) -> Outcome {
    let servers = start()?;
    let Some((program, args)) = command.split_first() else {
        for server in &servers {
            println!("{}=\"{}\"", server.0.variable(), server.1.address());
        }
        return std::io::stdin()
            .lines()
            .try_for_each(|line| line.map(drop))
            .map_err(|error| format!("stdin: {error}"));
    };
    Ok(with(Task::new(program).args(args), &servers)?.run()?)
}

/// Runs the tests of the stores on servers.
pub(crate) fn run_tests() -> Outcome {
    let servers = start()?;
    Ok(with(Task::cargo(&TESTS).args(["it"]), &servers)?.run()?)
}

fn with(task: Task, servers: &[(Service, Server)]) -> Outcome<Task> {
    let own = std::env::current_exe().map_err(|error| format!("xtask: {error}"))?;
    let task = Service::ALL.iter().fold(task, |task, service| task.without_env(service.variable()));
    let addresses = servers.iter().map(|(service, server)| (service, server.address()));
    Ok(addresses.fold(task.env(SERVER, own), |task, (service, address)| {
        task.env(service.variable(), address)
    }))
}

/// Starts what is installed, and names the tests that are skipped without the others.
fn start() -> Outcome<Vec<(Service, Server)>> {
    let mut servers = Vec::new();
    for service in Service::ALL {
        match Server::start(service)? {
            Some(server) => servers.push((service, server)),
            None => report_skipped(service, is_ci(), std::env::var_os(NOT_INSTALLED).is_some())?,
        }
    }
    Ok(servers)
}

fn report_skipped(service: Service, is_ci: bool, could_not: bool) -> Outcome {
    let name = service.name();
    if is_ci && !could_not {
        return Err(format!("the program of {name} is required if CI=true, but is not installed"));
    }
    println!("The tests with {name} are skipped: its program is not installed");
    let list = ["it", "--quiet", "--", "--list"];
    match Task::cargo(&TESTS).args(list).args([format!("{name}::")]).read() {
        Ok(list) => {
            let names = list.lines().filter_map(|line| line.strip_suffix(": test"));
            names.for_each(|name| println!("  skipped: {name}"));
        }
        Err(error) => eprintln!("  their names could not be listed: {error}"),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Service, report_skipped};

    #[test]
    fn a_missing_server_is_a_failure_in_ci() {
        let failed = report_skipped(Service::Redis, true, false).unwrap_err();
        assert!(failed.contains("redis"), "{failed}");
    }

    #[test]
    fn servers_have_names() {
        for service in Service::ALL {
            assert_eq!(Service::from_name(service.name()), Some(service));
        }
        assert_eq!(Service::from_name("mysql"), None);
    }
}
