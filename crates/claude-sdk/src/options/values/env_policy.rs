//! Environment policy: which variables the CLI inherits. `launch/environment/variables.rs`
//! builds the environment from it.

/// The variables that programs commonly need, without keys and without variables of the CLI.
const COMMON: [&str; 28] = [
    "ALL_PROXY",
    "HOME",
    "HTTPS_PROXY",
    "HTTP_PROXY",
    "LANG",
    "LANGUAGE",
    "LC_*",
    "LOGNAME",
    "NODE_EXTRA_CA_CERTS",
    "NO_PROXY",
    "PATH",
    "SHELL",
    "SSL_CERT_DIR",
    "SSL_CERT_FILE",
    "SYSTEMROOT",
    "TEMP",
    "TERM",
    "TMP",
    "TMPDIR",
    "TZ",
    "USER",
    "USERPROFILE",
    "XDG_*",
    "all_proxy",
    "http_proxy",
    "https_proxy",
    "no_proxy",
    "windir",
];

/// Which variables the CLI inherits.
///
/// They are those of the process that starts the CLI, which selects them at the start: this process,
/// or one on another machine ([`Options::connector`](crate::Options::connector)).
/// `CLAUDE_CODE_RESUME_INTERRUPTED_TURN` is never inherited: a resumed CLI would go on by itself, and
/// drop a call that may have run from the history.
///
/// Variables of [`Options::env`](crate::Options::env), of
/// [`Options::credentials`](crate::Options::credentials) and of the SDK are added in any case.
///
/// # Examples
///
/// ```
/// use std::ffi::OsStr;
///
/// use claude_sdk::Options;
/// use claude_sdk::options::EnvPolicy;
///
/// let policy = EnvPolicy::common().also(["RUST_*"]);
/// let options = Options::default().env_policy(policy).env("LANG", "C.UTF-8");
/// let env = options.environment([("PATH", "/bin"), ("AWS_SECRET_ACCESS_KEY", "x")]);
/// assert!(env.contains_key(OsStr::new("PATH")) && env.contains_key(OsStr::new("LANG")));
/// assert!(!env.contains_key(OsStr::new("AWS_SECRET_ACCESS_KEY")));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum EnvPolicy {
    /// All variables except those that another CLI sets for its commands, such as `CLAUDECODE`
    /// (default).
    #[default]
    Inherit,
    /// Only these variables.
    ///
    /// A name may end with `*`: `LC_*` matches all names that begin with `LC_`. Variables that
    /// another CLI sets for its commands are only inherited if they are named in full. On Windows,
    /// upper and lower case are the same, and the variables of [`EnvPolicy::Clear`] are inherited,
    /// too.
    Allow(Vec<String>),
    /// None. On Windows, `SystemDrive`, `SystemRoot` and `windir`: programs need them, and they say
    /// nothing about the user. The folder for temporary files is then that of Windows: name another
    /// with `TEMP` and `TMP` if the user cannot write there.
    Clear,
}

impl EnvPolicy {
    /// Selects variables by name. A name may end with `*`.
    pub fn allow<T: Into<String>>(names: impl IntoIterator<Item = T>) -> Self {
        Self::Allow(names.into_iter().map(Into::into).collect())
    }

    /// Selects the variables that programs commonly need: paths, languages, proxies, certificates.
    ///
    /// Neither keys nor variables that begin with `ANTHROPIC_` or `CLAUDE` are among them.
    #[must_use]
    pub fn common() -> Self {
        Self::allow(COMMON)
    }

    /// Adds variables by name. A name may end with `*`.
    ///
    /// [`EnvPolicy::Clear`] becomes [`EnvPolicy::Allow`]; [`EnvPolicy::Inherit`] stays what it is.
    #[must_use]
    pub fn also<T: Into<String>>(self, names: impl IntoIterator<Item = T>) -> Self {
        match self {
            Self::Inherit => Self::Inherit,
            Self::Clear => Self::allow(names),
            Self::Allow(mut all) => {
                all.extend(names.into_iter().map(Into::into));
                Self::Allow(all)
            }
        }
    }
}
