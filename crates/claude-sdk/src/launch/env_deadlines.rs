//! Environment deadlines: deadlines that variables set, as for the official SDKs.
//!
//! A deadline that the caller sets ([`Options::deadlines`]) takes precedence.

use std::time::Duration;

use claude_protocol::Deadlines;

use crate::options::Options;

/// How long a run may go on after its result, in milliseconds; 0 for as long as it takes.
const RUN_END: &str = "CLAUDE_CODE_PRINT_BG_WAIT_CEILING_MS";

/// How long the handshake may take, in milliseconds. It can only be made longer.
const INITIALIZE: &str = "CLAUDE_CODE_STREAM_CLOSE_TIMEOUT";

/// The longest time that is believed: timers of JavaScript end at 2^31 ms.
const LONGEST: u64 = (1 << 31) - 1;

/// The deadlines of a session, on this host.
pub(crate) fn deadlines(options: &Options) -> Deadlines {
    with(options, |name| std::env::var(name).ok())
}

/// The same for a host that has these variables.
fn with(options: &Options, host: impl Fn(&str) -> Option<String>) -> Deadlines {
    let value = |name: &str| {
        let own = options.env.iter().rev().find(|(own, _)| own == name);
        let text = own.map(|(_, value)| value.clone()).or_else(|| host(name))?;
        text.trim().parse::<u64>().ok().map(|millis| millis.min(LONGEST))
    };
    let (mut deadlines, usual) = (options.deadlines.clone(), Deadlines::default());
    if deadlines.run_end == usual.run_end
        && let Some(millis) = value(RUN_END)
    {
        let endless = Duration::MAX;
        deadlines.run_end = if millis == 0 { endless } else { Duration::from_millis(millis) };
    }
    if deadlines.initialize == usual.initialize
        && let Some(millis) = value(INITIALIZE)
    {
        deadlines.initialize = Duration::from_millis(millis).max(usual.initialize);
    }
    deadlines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run_end(options: &Options, host: Option<&str>) -> Duration {
        with(options, |name| host.filter(|_| name == RUN_END).map(Into::into)).run_end
    }

    const USUAL: Duration = Duration::from_secs(600);

    #[test]
    fn the_end_of_a_run_is_as_late_as_the_environment_says() {
        let plain = Options::default();
        assert_eq!(run_end(&plain, None), USUAL);
        assert_eq!(run_end(&plain, Some("1500")), Duration::from_millis(1500));
        assert_eq!(run_end(&plain, Some("0")), Duration::MAX);
        assert_eq!(run_end(&plain, Some("99999999999")), Duration::from_millis(LONGEST));
        for invalid in ["", "-1", "1.5", "soon"] {
            assert_eq!(run_end(&plain, Some(invalid)), USUAL, "{invalid:?}");
        }
    }

    #[test]
    fn the_callers_own_variable_counts_more_even_if_it_says_nothing() {
        let own = |value: &str| Options::default().env(RUN_END, value);
        assert_eq!(run_end(&own("7"), Some("1500")), Duration::from_millis(7));
        assert_eq!(run_end(&own(""), Some("1500")), USUAL);
    }

    #[test]
    fn a_deadline_of_the_callers_counts_most() {
        let mut deadlines = Deadlines::default();
        deadlines.run_end = Duration::from_secs(3);
        let options = Options::default().deadlines(deadlines).env(RUN_END, "7");
        assert_eq!(run_end(&options, Some("1500")), Duration::from_secs(3));
    }

    #[test]
    fn the_handshake_only_gets_longer() {
        let within = |text: &str| with(&Options::default().env(INITIALIZE, text), |_| None);
        assert_eq!(within("90000").initialize, Duration::from_secs(90));
        assert_eq!(within("1000").initialize, Duration::from_secs(60));
        assert_eq!(within("soon").initialize, Duration::from_secs(60));
    }
}
