//! Deadlines of the environment: deadlines that are set by the environment variables of the official SDKs.
//!
//! A deadline that the caller sets ([`Options::deadlines`]) takes precedence.

use std::time::Duration;

use claude_protocol::Deadlines;

use crate::options::Options;

/// Sets [`Deadlines::run_end`], in milliseconds. 0 means no limit.
const RUN_END: &str = "CLAUDE_CODE_PRINT_BG_WAIT_CEILING_MS";

/// Sets [`Deadlines::initialize`], in milliseconds. Values below the default (60 s) are ignored.
const INITIALIZE: &str = "CLAUDE_CODE_STREAM_CLOSE_TIMEOUT";

/// The longest accepted value, in milliseconds: the longest timer of JavaScript, in which the
/// official SDKs read these variables.
const LONGEST: u64 = (1 << 31) - 1;

/// Returns the deadlines of a session, with the environment of this process.
pub(crate) fn deadlines(options: &Options) -> Deadlines {
    with(options, |name| std::env::var(name).ok())
}

/// Returns the deadlines of a session on a host with the variables of `host`.
///
/// A value that is not a number of milliseconds is ignored.
fn with(options: &Options, host: impl Fn(&str) -> Option<String>) -> Deadlines {
    let value = |name: &str| {
        let own = options.env.iter().rev().find(|(own, _)| own == name);
        let text = own.map(|(_, value)| value.to_string()).or_else(|| host(name))?;
        text.trim().parse::<u64>().ok().map(|millis| millis.min(LONGEST))
    };
    let (mut deadlines, defaults) = (options.deadlines.clone(), Deadlines::default());
    if deadlines.run_end == defaults.run_end
        && let Some(millis) = value(RUN_END)
    {
        let unlimited = Duration::MAX;
        deadlines.run_end = if millis == 0 { unlimited } else { Duration::from_millis(millis) };
    }
    if deadlines.initialize == defaults.initialize
        && let Some(millis) = value(INITIALIZE)
    {
        deadlines.initialize = Duration::from_millis(millis).max(defaults.initialize);
    }
    deadlines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run_end(options: &Options, host: Option<&str>) -> Duration {
        with(options, |name| host.filter(|_| name == RUN_END).map(Into::into)).run_end
    }

    const DEFAULT: Duration = Duration::from_secs(600);

    #[test]
    fn the_environment_sets_the_end_of_a_run() {
        let plain = Options::default();
        assert_eq!(run_end(&plain, None), DEFAULT);
        assert_eq!(run_end(&plain, Some("1500")), Duration::from_millis(1500));
        assert_eq!(run_end(&plain, Some("0")), Duration::MAX);
        assert_eq!(run_end(&plain, Some("99999999999")), Duration::from_millis(LONGEST));
        for invalid in ["", "-1", "1.5", "soon"] {
            assert_eq!(run_end(&plain, Some(invalid)), DEFAULT, "{invalid:?}");
        }
    }

    #[test]
    fn a_variable_of_the_caller_takes_precedence_even_if_it_is_empty() {
        let own = |value: &str| Options::default().env(RUN_END, value);
        assert_eq!(run_end(&own("7"), Some("1500")), Duration::from_millis(7));
        assert_eq!(run_end(&own(""), Some("1500")), DEFAULT);
    }

    #[test]
    fn a_deadline_of_the_caller_takes_precedence() {
        let mut deadlines = Deadlines::default();
        deadlines.run_end = Duration::from_secs(3);
        let options = Options::default().deadlines(deadlines).env(RUN_END, "7");
        assert_eq!(run_end(&options, Some("1500")), Duration::from_secs(3));
    }

    #[test]
    fn the_deadline_of_the_handshake_can_only_be_extended() {
        let within = |text: &str| with(&Options::default().env(INITIALIZE, text), |_| None);
        assert_eq!(within("90000").initialize, Duration::from_secs(90));
        assert_eq!(within("1000").initialize, Duration::from_secs(60));
        assert_eq!(within("soon").initialize, Duration::from_secs(60));
    }
}
