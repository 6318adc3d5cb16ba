//! Peer: what the checks start. It does what its arguments say, one after the other.
//!
//! The same steps are played by a shell ([`SCRIPT`]) and in memory (`memory.rs`).

/// Does its arguments, in POSIX `sh`.
pub(super) const SCRIPT: &str = r#"
for step; do
  case $step in
    # Copies stdin to stdout, up to its end.
    cat) cat ;;
    # Reads stdin up to its end.
    eof) cat >/dev/null ;;
    # Closes stdout.
    close) exec >&- ;;
    # Ignores the request to end.
    trap) trap '' TERM ;;
    # Reads and writes nothing any more. As this process: a signal reaches it, and no child.
    deaf) exec sleep 600 ;;
    # Writes a line.
    "say "*) printf '%s\n' "${step#say }" ;;
    # Writes text with the escapes \r and \n.
    "raw "*) printf '%b' "${step#raw }" ;;
    # Writes a line of so many bytes.
    "line "*) head -c "${step#line }" /dev/zero | tr '\0' x; echo ;;
    # Writes the numbers up to this one, each on a line.
    "count "*) seq 1 "${step#count }" ;;
    # Writes a line to stderr.
    "err "*) printf '%s\n' "${step#err }" >&2 ;;
    "exit "*) exit "${step#exit }" ;;
    *) echo "unknown step: $step" >&2; exit 64 ;;
  esac
done
"#;

/// The name of the script, which stands before its steps.
pub(super) const NAME: &str = "conformance-peer";
