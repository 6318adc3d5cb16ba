// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Settings of the sandbox in which the CLI runs commands. They are part of other settings, under `sandbox`.

use super::all::*;

/// How a secret is hidden from commands.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SandboxSecretMode {
    /// Commands cannot read the secret.
    Deny,
    /// Commands read a placeholder, and the proxy inserts the real secret into what they send. On macOS and Windows, files are denied.
    Mask,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SandboxSecretMode {
    Deny = "deny",
    Mask = "mask",
});

/// What to do if the pattern of a secret does not match.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SandboxSecretNoMatch {
    /// Warns, and hides nothing.
    Warn,
    /// Hides the whole file or value.
    Deny,
    /// Does not run the command.
    Error,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SandboxSecretNoMatch {
    Warn = "warn",
    Deny = "deny",
    Error = "error",
});

/// The encoding of a secret.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SandboxSecretDecoding {
    /// A JSON web token; its placeholder is a JSON web token, too.
    Jwt,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SandboxSecretDecoding {
    Jwt = "jwt",
});

/// What happens to a request to AWS that cannot be signed again.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SandboxSigv4Policy {
    /// The request is denied.
    Deny,
    /// The request is sent unchanged, and AWS rejects it.
    Passthrough,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SandboxSigv4Policy {
    Deny = "deny",
    Passthrough = "passthrough",
});

/// How commands are isolated from the machine. Absent fields keep the value of the settings files.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SandboxSettings {
    /// Whether commands run in the sandbox; false if absent.
    pub enabled: Option<bool>,
    /// True to let the CLI exit if a sandbox is not available. Otherwise commands then run without one.
    pub fail_if_unavailable: Option<bool>,
    /// True to allow commands in the sandbox without asking; false if absent.
    pub auto_allow_bash_if_sandboxed: Option<bool>,
    /// False to prevent the model from leaving the sandbox by a parameter of its tool; true if absent.
    pub allow_unsandboxed_commands: Option<bool>,
    /// The network access of commands.
    pub network: Option<Box<SandboxNetwork>>,
    /// The file access of commands.
    pub filesystem: Option<Box<SandboxFilesystem>>,
    /// The secrets that are hidden from commands in the sandbox.
    pub credentials: Option<Box<SandboxCredentials>>,
    /// Paths whose violations are not reported, by pattern of the command; `*` for all commands.
    pub ignore_violations: Option<BTreeMap<String, Vec<String>>>,
    /// Linux: true to run without a separate `/proc`, for containers that cannot have one. It weakens the sandbox.
    pub enable_weaker_nested_sandbox: Option<bool>,
    /// Linux: true to let commands create user namespaces. It opens the sandbox to hostile commands.
    pub allow_nested_user_namespaces: Option<bool>,
    /// macOS: true to let commands ask the system whether certificates are trusted. It weakens the sandbox.
    pub enable_weaker_network_isolation: Option<bool>,
    /// macOS: true to let commands control other programs. It opens the sandbox to hostile commands.
    pub allow_apple_events: Option<bool>,
    /// Patterns of commands that run outside the sandbox.
    pub excluded_commands: Option<Vec<String>>,
    /// The ripgrep to use instead of the CLI's own.
    pub ripgrep: Option<SandboxRipgrep>,
    /// Linux: the path of bubblewrap. Only the organisation's settings may set it.
    pub bwrap_path: Option<String>,
    /// Linux: the path of socat. Only the organisation's settings may set it.
    pub socat_path: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SandboxSettings {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SandboxSettings {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`enabled`](Self::enabled).
    #[inline]
    #[must_use]
    pub fn enabled(mut self, value: bool) -> Self {
        self.enabled = Some(value);
        self
    }

    /// Sets [`fail_if_unavailable`](Self::fail_if_unavailable).
    #[inline]
    #[must_use]
    pub fn fail_if_unavailable(mut self, value: bool) -> Self {
        self.fail_if_unavailable = Some(value);
        self
    }

    /// Sets [`auto_allow_bash_if_sandboxed`](Self::auto_allow_bash_if_sandboxed).
    #[inline]
    #[must_use]
    pub fn auto_allow_bash_if_sandboxed(mut self, value: bool) -> Self {
        self.auto_allow_bash_if_sandboxed = Some(value);
        self
    }

    /// Sets [`allow_unsandboxed_commands`](Self::allow_unsandboxed_commands).
    #[inline]
    #[must_use]
    pub fn allow_unsandboxed_commands(mut self, value: bool) -> Self {
        self.allow_unsandboxed_commands = Some(value);
        self
    }

    /// Sets [`network`](Self::network).
    #[inline]
    #[must_use]
    pub fn network(mut self, value: impl Into<Box<SandboxNetwork>>) -> Self {
        self.network = Some(value.into());
        self
    }

    /// Sets [`filesystem`](Self::filesystem).
    #[inline]
    #[must_use]
    pub fn filesystem(mut self, value: impl Into<Box<SandboxFilesystem>>) -> Self {
        self.filesystem = Some(value.into());
        self
    }

    /// Sets [`credentials`](Self::credentials).
    #[inline]
    #[must_use]
    pub fn credentials(mut self, value: impl Into<Box<SandboxCredentials>>) -> Self {
        self.credentials = Some(value.into());
        self
    }

    /// Sets [`ignore_violations`](Self::ignore_violations).
    #[inline]
    #[must_use]
    pub fn ignore_violations(mut self, value: impl Into<BTreeMap<String, Vec<String>>>) -> Self {
        self.ignore_violations = Some(value.into());
        self
    }

    /// Sets [`enable_weaker_nested_sandbox`](Self::enable_weaker_nested_sandbox).
    #[inline]
    #[must_use]
    pub fn enable_weaker_nested_sandbox(mut self, value: bool) -> Self {
        self.enable_weaker_nested_sandbox = Some(value);
        self
    }

    /// Sets [`allow_nested_user_namespaces`](Self::allow_nested_user_namespaces).
    #[inline]
    #[must_use]
    pub fn allow_nested_user_namespaces(mut self, value: bool) -> Self {
        self.allow_nested_user_namespaces = Some(value);
        self
    }

    /// Sets [`enable_weaker_network_isolation`](Self::enable_weaker_network_isolation).
    #[inline]
    #[must_use]
    pub fn enable_weaker_network_isolation(mut self, value: bool) -> Self {
        self.enable_weaker_network_isolation = Some(value);
        self
    }

    /// Sets [`allow_apple_events`](Self::allow_apple_events).
    #[inline]
    #[must_use]
    pub fn allow_apple_events(mut self, value: bool) -> Self {
        self.allow_apple_events = Some(value);
        self
    }

    /// Sets [`excluded_commands`](Self::excluded_commands).
    #[inline]
    #[must_use]
    pub fn excluded_commands(mut self, value: impl Into<Vec<String>>) -> Self {
        self.excluded_commands = Some(value.into());
        self
    }

    /// Sets [`ripgrep`](Self::ripgrep).
    #[inline]
    #[must_use]
    pub fn ripgrep(mut self, value: impl Into<SandboxRipgrep>) -> Self {
        self.ripgrep = Some(value.into());
        self
    }

    /// Sets [`bwrap_path`](Self::bwrap_path).
    #[inline]
    #[must_use]
    pub fn bwrap_path(mut self, value: impl Into<String>) -> Self {
        self.bwrap_path = Some(value.into());
        self
    }

    /// Sets [`socat_path`](Self::socat_path).
    #[inline]
    #[must_use]
    pub fn socat_path(mut self, value: impl Into<String>) -> Self {
        self.socat_path = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SandboxSettings {
    tags: [],
    fields: [
        0 optional enabled: bool = "enabled",
        1 optional fail_if_unavailable: bool = "failIfUnavailable",
        2 optional auto_allow_bash_if_sandboxed: bool = "autoAllowBashIfSandboxed",
        3 optional allow_unsandboxed_commands: bool = "allowUnsandboxedCommands",
        4 optional network: Box<SandboxNetwork> = "network",
        5 optional filesystem: Box<SandboxFilesystem> = "filesystem",
        6 optional credentials: Box<SandboxCredentials> = "credentials",
        7 optional ignore_violations: BTreeMap<String, Vec<String>> = "ignoreViolations",
        8 optional enable_weaker_nested_sandbox: bool = "enableWeakerNestedSandbox",
        9 optional allow_nested_user_namespaces: bool = "allowNestedUserNamespaces",
        10 optional enable_weaker_network_isolation: bool = "enableWeakerNetworkIsolation",
        11 optional allow_apple_events: bool = "allowAppleEvents",
        12 optional excluded_commands: Vec<String> = "excludedCommands",
        13 optional ripgrep: SandboxRipgrep = "ripgrep",
        14 optional bwrap_path: String = "bwrapPath",
        15 optional socat_path: String = "socatPath",
    ],
});

/// The network access of commands in the sandbox.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SandboxNetwork {
    /// Domains that are allowed without asking, as in `*.example.com`.
    pub allowed_domains: Option<Vec<String>>,
    /// Domains that are always denied. They take precedence over the others.
    pub denied_domains: Option<Vec<String>>,
    /// True to deny all other domains without asking.
    pub strict_allowlist: Option<bool>,
    /// True to respect only the domains that the organisation allows.
    pub allow_managed_domains_only: Option<bool>,
    /// macOS: paths of Unix sockets that may be used.
    pub allow_unix_sockets: Option<Vec<String>>,
    /// True to allow all Unix sockets.
    pub allow_all_unix_sockets: Option<bool>,
    /// macOS: true to let commands listen on local ports.
    pub allow_local_binding: Option<bool>,
    /// macOS: services that may be looked up, as in `com.apple.CoreSimulator.*`.
    pub allow_mach_lookup: Option<Vec<String>>,
    /// The port of the user's own HTTP proxy on this machine.
    pub http_proxy_port: Option<u64>,
    /// The port of the user's own SOCKS5 proxy on this machine.
    pub socks_proxy_port: Option<u64>,
    /// TLS termination, to inspect HTTPS. The vendor calls it experimental.
    pub tls_terminate: Option<SandboxTlsTerminate>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SandboxNetwork {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SandboxNetwork {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`allowed_domains`](Self::allowed_domains).
    #[inline]
    #[must_use]
    pub fn allowed_domains(mut self, value: impl Into<Vec<String>>) -> Self {
        self.allowed_domains = Some(value.into());
        self
    }

    /// Sets [`denied_domains`](Self::denied_domains).
    #[inline]
    #[must_use]
    pub fn denied_domains(mut self, value: impl Into<Vec<String>>) -> Self {
        self.denied_domains = Some(value.into());
        self
    }

    /// Sets [`strict_allowlist`](Self::strict_allowlist).
    #[inline]
    #[must_use]
    pub fn strict_allowlist(mut self, value: bool) -> Self {
        self.strict_allowlist = Some(value);
        self
    }

    /// Sets [`allow_managed_domains_only`](Self::allow_managed_domains_only).
    #[inline]
    #[must_use]
    pub fn allow_managed_domains_only(mut self, value: bool) -> Self {
        self.allow_managed_domains_only = Some(value);
        self
    }

    /// Sets [`allow_unix_sockets`](Self::allow_unix_sockets).
    #[inline]
    #[must_use]
    pub fn allow_unix_sockets(mut self, value: impl Into<Vec<String>>) -> Self {
        self.allow_unix_sockets = Some(value.into());
        self
    }

    /// Sets [`allow_all_unix_sockets`](Self::allow_all_unix_sockets).
    #[inline]
    #[must_use]
    pub fn allow_all_unix_sockets(mut self, value: bool) -> Self {
        self.allow_all_unix_sockets = Some(value);
        self
    }

    /// Sets [`allow_local_binding`](Self::allow_local_binding).
    #[inline]
    #[must_use]
    pub fn allow_local_binding(mut self, value: bool) -> Self {
        self.allow_local_binding = Some(value);
        self
    }

    /// Sets [`allow_mach_lookup`](Self::allow_mach_lookup).
    #[inline]
    #[must_use]
    pub fn allow_mach_lookup(mut self, value: impl Into<Vec<String>>) -> Self {
        self.allow_mach_lookup = Some(value.into());
        self
    }

    /// Sets [`http_proxy_port`](Self::http_proxy_port).
    #[inline]
    #[must_use]
    pub fn http_proxy_port(mut self, value: u64) -> Self {
        self.http_proxy_port = Some(value);
        self
    }

    /// Sets [`socks_proxy_port`](Self::socks_proxy_port).
    #[inline]
    #[must_use]
    pub fn socks_proxy_port(mut self, value: u64) -> Self {
        self.socks_proxy_port = Some(value);
        self
    }

    /// Sets [`tls_terminate`](Self::tls_terminate).
    #[inline]
    #[must_use]
    pub fn tls_terminate(mut self, value: impl Into<SandboxTlsTerminate>) -> Self {
        self.tls_terminate = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SandboxNetwork {
    tags: [],
    fields: [
        0 optional allowed_domains: Vec<String> = "allowedDomains",
        1 optional denied_domains: Vec<String> = "deniedDomains",
        2 optional strict_allowlist: bool = "strictAllowlist",
        3 optional allow_managed_domains_only: bool = "allowManagedDomainsOnly",
        4 optional allow_unix_sockets: Vec<String> = "allowUnixSockets",
        5 optional allow_all_unix_sockets: bool = "allowAllUnixSockets",
        6 optional allow_local_binding: bool = "allowLocalBinding",
        7 optional allow_mach_lookup: Vec<String> = "allowMachLookup",
        8 optional http_proxy_port: u64 = "httpProxyPort",
        9 optional socks_proxy_port: u64 = "socksProxyPort",
        10 optional tls_terminate: SandboxTlsTerminate = "tlsTerminate",
    ],
});

/// The certificate with which the sandbox inspects HTTPS. Without paths, the sandbox creates one.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SandboxTlsTerminate {
    /// The file with the certificate.
    pub ca_cert_path: Option<String>,
    /// The file with the key of the certificate.
    pub ca_key_path: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SandboxTlsTerminate {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SandboxTlsTerminate {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`ca_cert_path`](Self::ca_cert_path).
    #[inline]
    #[must_use]
    pub fn ca_cert_path(mut self, value: impl Into<String>) -> Self {
        self.ca_cert_path = Some(value.into());
        self
    }

    /// Sets [`ca_key_path`](Self::ca_key_path).
    #[inline]
    #[must_use]
    pub fn ca_key_path(mut self, value: impl Into<String>) -> Self {
        self.ca_key_path = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SandboxTlsTerminate {
    tags: [],
    fields: [
        0 optional ca_cert_path: String = "caCertPath",
        1 optional ca_key_path: String = "caKeyPath",
    ],
});

/// The file access of commands in the sandbox.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SandboxFilesystem {
    /// Paths that may be written in addition to the working directories.
    pub allow_write: Option<Vec<String>>,
    /// Paths that may not be written.
    pub deny_write: Option<Vec<String>>,
    /// Paths that may not be read.
    pub deny_read: Option<Vec<String>>,
    /// Paths below the denied ones that may be read.
    pub allow_read: Option<Vec<String>>,
    /// True to respect only the readable paths that the organisation names.
    pub allow_managed_read_paths_only: Option<bool>,
    /// macOS and Linux: true to restrict only the network access of commands, not their file access.
    pub disabled: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SandboxFilesystem {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SandboxFilesystem {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`allow_write`](Self::allow_write).
    #[inline]
    #[must_use]
    pub fn allow_write(mut self, value: impl Into<Vec<String>>) -> Self {
        self.allow_write = Some(value.into());
        self
    }

    /// Sets [`deny_write`](Self::deny_write).
    #[inline]
    #[must_use]
    pub fn deny_write(mut self, value: impl Into<Vec<String>>) -> Self {
        self.deny_write = Some(value.into());
        self
    }

    /// Sets [`deny_read`](Self::deny_read).
    #[inline]
    #[must_use]
    pub fn deny_read(mut self, value: impl Into<Vec<String>>) -> Self {
        self.deny_read = Some(value.into());
        self
    }

    /// Sets [`allow_read`](Self::allow_read).
    #[inline]
    #[must_use]
    pub fn allow_read(mut self, value: impl Into<Vec<String>>) -> Self {
        self.allow_read = Some(value.into());
        self
    }

    /// Sets [`allow_managed_read_paths_only`](Self::allow_managed_read_paths_only).
    #[inline]
    #[must_use]
    pub fn allow_managed_read_paths_only(mut self, value: bool) -> Self {
        self.allow_managed_read_paths_only = Some(value);
        self
    }

    /// Sets [`disabled`](Self::disabled).
    #[inline]
    #[must_use]
    pub fn disabled(mut self, value: bool) -> Self {
        self.disabled = Some(value);
        self
    }
}

wire_struct!(#[inline] SandboxFilesystem {
    tags: [],
    fields: [
        0 optional allow_write: Vec<String> = "allowWrite",
        1 optional deny_write: Vec<String> = "denyWrite",
        2 optional deny_read: Vec<String> = "denyRead",
        3 optional allow_read: Vec<String> = "allowRead",
        4 optional allow_managed_read_paths_only: bool = "allowManagedReadPathsOnly",
        5 optional disabled: bool = "disabled",
    ],
});

/// The secrets that are hidden from commands in the sandbox.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SandboxCredentials {
    /// The hidden files.
    pub files: Option<Vec<SandboxSecretFile>>,
    /// The hidden environment variables.
    pub env_vars: Option<Vec<SandboxSecretEnvVar>>,
    /// True to also insert the real secret into plain HTTP. For tests only.
    pub allow_plaintext_inject: Option<bool>,
    /// Groups of variables that belong together, to sign requests to AWS again.
    pub aws_pairs: Option<Vec<SandboxAwsPair>>,
    /// What happens to requests to AWS that cannot be signed again.
    pub sigv4: Option<SandboxSigv4>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SandboxCredentials {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SandboxCredentials {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`files`](Self::files).
    #[inline]
    #[must_use]
    pub fn files(mut self, value: impl Into<Vec<SandboxSecretFile>>) -> Self {
        self.files = Some(value.into());
        self
    }

    /// Sets [`env_vars`](Self::env_vars).
    #[inline]
    #[must_use]
    pub fn env_vars(mut self, value: impl Into<Vec<SandboxSecretEnvVar>>) -> Self {
        self.env_vars = Some(value.into());
        self
    }

    /// Sets [`allow_plaintext_inject`](Self::allow_plaintext_inject).
    #[inline]
    #[must_use]
    pub fn allow_plaintext_inject(mut self, value: bool) -> Self {
        self.allow_plaintext_inject = Some(value);
        self
    }

    /// Sets [`aws_pairs`](Self::aws_pairs).
    #[inline]
    #[must_use]
    pub fn aws_pairs(mut self, value: impl Into<Vec<SandboxAwsPair>>) -> Self {
        self.aws_pairs = Some(value.into());
        self
    }

    /// Sets [`sigv4`](Self::sigv4).
    #[inline]
    #[must_use]
    pub fn sigv4(mut self, value: impl Into<SandboxSigv4>) -> Self {
        self.sigv4 = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SandboxCredentials {
    tags: [],
    fields: [
        0 optional files: Vec<SandboxSecretFile> = "files",
        1 optional env_vars: Vec<SandboxSecretEnvVar> = "envVars",
        2 optional allow_plaintext_inject: bool = "allowPlaintextInject",
        3 optional aws_pairs: Vec<SandboxAwsPair> = "awsPairs",
        4 optional sigv4: SandboxSigv4 = "sigv4",
    ],
});

/// A file that is hidden from commands in the sandbox.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SandboxSecretFile {
    /// The path of the file or directory.
    pub path: String,
    /// How the secret is hidden.
    pub mode: SandboxSecretMode,
    /// A pattern whose first group is the secret; the whole file if absent.
    pub extract: Option<String>,
    /// What to do if the pattern does not match; `warn` if absent.
    pub on_extract_no_match: Option<SandboxSecretNoMatch>,
    /// How the secret is encoded.
    pub decode: Option<SandboxSecretDecoding>,
    /// The claims of a decoded secret to replace, instead of the whole secret.
    pub mask_claims: Option<Vec<String>>,
    /// True to also replace other occurrences of the secret in the file.
    pub mask_duplicates: Option<bool>,
    /// The hosts that receive the real secret; all allowed hosts if absent.
    pub inject_hosts: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SandboxSecretFile {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(path: impl Into<String>, mode: impl Into<SandboxSecretMode>) -> Self {
        Self {
            path: path.into(),
            mode: mode.into(),
            extract: None,
            on_extract_no_match: None,
            decode: None,
            mask_claims: None,
            mask_duplicates: None,
            inject_hosts: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`extract`](Self::extract).
    #[inline]
    #[must_use]
    pub fn extract(mut self, value: impl Into<String>) -> Self {
        self.extract = Some(value.into());
        self
    }

    /// Sets [`on_extract_no_match`](Self::on_extract_no_match).
    #[inline]
    #[must_use]
    pub fn on_extract_no_match(mut self, value: impl Into<SandboxSecretNoMatch>) -> Self {
        self.on_extract_no_match = Some(value.into());
        self
    }

    /// Sets [`decode`](Self::decode).
    #[inline]
    #[must_use]
    pub fn decode(mut self, value: impl Into<SandboxSecretDecoding>) -> Self {
        self.decode = Some(value.into());
        self
    }

    /// Sets [`mask_claims`](Self::mask_claims).
    #[inline]
    #[must_use]
    pub fn mask_claims(mut self, value: impl Into<Vec<String>>) -> Self {
        self.mask_claims = Some(value.into());
        self
    }

    /// Sets [`mask_duplicates`](Self::mask_duplicates).
    #[inline]
    #[must_use]
    pub fn mask_duplicates(mut self, value: bool) -> Self {
        self.mask_duplicates = Some(value);
        self
    }

    /// Sets [`inject_hosts`](Self::inject_hosts).
    #[inline]
    #[must_use]
    pub fn inject_hosts(mut self, value: impl Into<Vec<String>>) -> Self {
        self.inject_hosts = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SandboxSecretFile {
    tags: [],
    fields: [
        0 required path: String = "path",
        1 required mode: SandboxSecretMode = "mode",
        2 optional extract: String = "extract",
        3 optional on_extract_no_match: SandboxSecretNoMatch = "onExtractNoMatch",
        4 optional decode: SandboxSecretDecoding = "decode",
        5 optional mask_claims: Vec<String> = "maskClaims",
        6 optional mask_duplicates: bool = "maskDuplicates",
        7 optional inject_hosts: Vec<String> = "injectHosts",
    ],
});

/// An environment variable that is hidden from commands in the sandbox.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SandboxSecretEnvVar {
    /// The name of the variable.
    pub name: String,
    /// How the secret is hidden.
    pub mode: SandboxSecretMode,
    /// A pattern whose first group is the secret; the whole value if absent. It cannot be combined with `decode`.
    pub extract: Option<String>,
    /// What to do if the pattern does not match; `warn` if absent.
    pub on_extract_no_match: Option<SandboxSecretNoMatch>,
    /// How the secret is encoded.
    pub decode: Option<SandboxSecretDecoding>,
    /// The claims of a decoded secret to replace, instead of the whole secret.
    pub mask_claims: Option<Vec<String>>,
    /// The hosts that receive the real secret; all allowed hosts if absent.
    pub inject_hosts: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SandboxSecretEnvVar {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(name: impl Into<String>, mode: impl Into<SandboxSecretMode>) -> Self {
        Self {
            name: name.into(),
            mode: mode.into(),
            extract: None,
            on_extract_no_match: None,
            decode: None,
            mask_claims: None,
            inject_hosts: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`extract`](Self::extract).
    #[inline]
    #[must_use]
    pub fn extract(mut self, value: impl Into<String>) -> Self {
        self.extract = Some(value.into());
        self
    }

    /// Sets [`on_extract_no_match`](Self::on_extract_no_match).
    #[inline]
    #[must_use]
    pub fn on_extract_no_match(mut self, value: impl Into<SandboxSecretNoMatch>) -> Self {
        self.on_extract_no_match = Some(value.into());
        self
    }

    /// Sets [`decode`](Self::decode).
    #[inline]
    #[must_use]
    pub fn decode(mut self, value: impl Into<SandboxSecretDecoding>) -> Self {
        self.decode = Some(value.into());
        self
    }

    /// Sets [`mask_claims`](Self::mask_claims).
    #[inline]
    #[must_use]
    pub fn mask_claims(mut self, value: impl Into<Vec<String>>) -> Self {
        self.mask_claims = Some(value.into());
        self
    }

    /// Sets [`inject_hosts`](Self::inject_hosts).
    #[inline]
    #[must_use]
    pub fn inject_hosts(mut self, value: impl Into<Vec<String>>) -> Self {
        self.inject_hosts = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SandboxSecretEnvVar {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 required mode: SandboxSecretMode = "mode",
        2 optional extract: String = "extract",
        3 optional on_extract_no_match: SandboxSecretNoMatch = "onExtractNoMatch",
        4 optional decode: SandboxSecretDecoding = "decode",
        5 optional mask_claims: Vec<String> = "maskClaims",
        6 optional inject_hosts: Vec<String> = "injectHosts",
    ],
});

/// Environment variables that hold one set of AWS credentials.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SandboxAwsPair {
    /// The variable with the ID of the access key.
    pub access_key_id_var: String,
    /// The variable with the secret key.
    pub secret_access_key_var: String,
    /// The variable with the session token.
    pub session_token_var: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SandboxAwsPair {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(
        access_key_id_var: impl Into<String>,
        secret_access_key_var: impl Into<String>,
    ) -> Self {
        Self {
            access_key_id_var: access_key_id_var.into(),
            secret_access_key_var: secret_access_key_var.into(),
            session_token_var: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`session_token_var`](Self::session_token_var).
    #[inline]
    #[must_use]
    pub fn session_token_var(mut self, value: impl Into<String>) -> Self {
        self.session_token_var = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SandboxAwsPair {
    tags: [],
    fields: [
        0 required access_key_id_var: String = "accessKeyIdVar",
        1 required secret_access_key_var: String = "secretAccessKeyVar",
        2 optional session_token_var: String = "sessionTokenVar",
    ],
});

/// What happens to requests to AWS that cannot be signed again. If a field is absent, such requests are denied.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SandboxSigv4 {
    /// Uploads in chunks.
    pub streaming: Option<SandboxSigv4Policy>,
    /// Presigned URLs.
    pub presigned: Option<SandboxSigv4Policy>,
    /// Requests with asymmetric signatures.
    pub sigv4a: Option<SandboxSigv4Policy>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SandboxSigv4 {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SandboxSigv4 {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`streaming`](Self::streaming).
    #[inline]
    #[must_use]
    pub fn streaming(mut self, value: impl Into<SandboxSigv4Policy>) -> Self {
        self.streaming = Some(value.into());
        self
    }

    /// Sets [`presigned`](Self::presigned).
    #[inline]
    #[must_use]
    pub fn presigned(mut self, value: impl Into<SandboxSigv4Policy>) -> Self {
        self.presigned = Some(value.into());
        self
    }

    /// Sets [`sigv4a`](Self::sigv4a).
    #[inline]
    #[must_use]
    pub fn sigv4a(mut self, value: impl Into<SandboxSigv4Policy>) -> Self {
        self.sigv4a = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SandboxSigv4 {
    tags: [],
    fields: [
        0 optional streaming: SandboxSigv4Policy = "streaming",
        1 optional presigned: SandboxSigv4Policy = "presigned",
        2 optional sigv4a: SandboxSigv4Policy = "sigv4a",
    ],
});

/// A ripgrep to use instead of the CLI's own.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SandboxRipgrep {
    /// The path of the program.
    pub command: String,
    /// The first arguments of the program.
    pub args: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SandboxRipgrep {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(command: impl Into<String>) -> Self {
        Self { command: command.into(), args: None, extra: Extra::default() }
    }

    /// Sets [`args`](Self::args).
    #[inline]
    #[must_use]
    pub fn args(mut self, value: impl Into<Vec<String>>) -> Self {
        self.args = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SandboxRipgrep {
    tags: [],
    fields: [
        0 required command: String = "command",
        1 optional args: Vec<String> = "args",
    ],
});
