//! Report: the names of the tests of a run, and how they ended.

/// How the tests of one run ended.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Report<'o> {
    pub(super) passed: Vec<&'o str>,
    pub(super) failed: Vec<&'o str>,
}

impl<'o> Report<'o> {
    /// Reads the lines of libtest.
    pub(super) fn read(output: &'o str) -> Self {
        let mut report = Self::default();
        for line in output.lines() {
            let Some((name, how)) = line.strip_prefix("test ").and_then(|l| l.split_once(" ... "))
            else {
                continue;
            };
            match how.trim() {
                "ok" => report.passed.push(name),
                "FAILED" => report.failed.push(name),
                _ => {}
            }
        }
        report
    }

    /// Returns the tests without a result: the run broke off.
    pub(super) fn missing<'t>(&self, asked: &[&'t str]) -> Vec<&'t str> {
        let reported = |name: &&&str| !self.passed.contains(name) && !self.failed.contains(name);
        asked.iter().filter(reported).copied().collect()
    }
}

/// Returns the tests of a `--list`.
pub(super) fn listed(list: &str) -> Vec<&str> {
    let names = list.lines().filter_map(|line| line.strip_suffix(": test"));
    names.filter(|name| name.starts_with("contract::")).collect()
}
