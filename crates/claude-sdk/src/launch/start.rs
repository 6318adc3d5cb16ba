//! Start: the steps from options to a running, initialized CLI.

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use claude_protocol::{Connection, ConnectionOptions, StdinPolicy};
use claude_transport::{Connector, Launch, Transport, TransportError};
use claude_types::SessionId;
use tokio::runtime::Handle;
use tokio::time::Instant;

use super::locate::Program;
use super::version_check::VersionCheck;
use super::{args, argument_length, command, environment, failure, loading, locate, settings};
use crate::boxed::{BoxFuture, boxed};
use crate::error::{Error, Result};
use crate::mcp_servers::{self, McpServers};
use crate::observer::{self, SessionInfo};
use crate::options::{Options, Resume};
#[cfg(feature = "json")]
use crate::session::TypedAnswers;
use crate::session::{Session, SessionUsage};
use crate::spans::Labels;
use crate::usage::StartTimings;

/// How long required MCP servers have to connect ([`Options::require_mcp_servers`]).
const MCP_READY: Duration = Duration::from_secs(30);

/// Creates the session of these options. Its ID is generated here, so that the caller knows it
/// before the CLI starts.
pub(crate) fn mint(options: &Options) -> Session {
    let (id, given) = id_of(options);
    session(id, given, options)
}

/// Creates a session without an ID, for a warm client: the ID is known when it is claimed.
pub(crate) fn unclaimed(options: &Options) -> Session {
    session(None, false, options)
}

fn session(id: Option<SessionId>, given: bool, options: &Options) -> Session {
    let resumed = options.resume.is_some() || options.continue_;
    let budget = options.budget.as_ref();
    let usage = SessionUsage::new(options.accounting, budget, resumed, options.deadlines.interrupt);
    let session = Session::new(id, given, &options.sdk_plugins, usage);
    #[cfg(feature = "json")]
    let session = session.answering(TypedAnswers {
        schema: options.json_schema.clone(),
        repairs: options.json_repairs,
    });
    session
}

/// Returns the ID of a session with these options, if known, and whether it is passed to the CLI.
fn id_of(options: &Options) -> (Option<SessionId>, bool) {
    if let Some(id) = &options.session_id {
        return (Some(id.clone()), true);
    }
    let continued = options.resume.is_some() || options.continue_;
    if !continued || options.fork_session {
        let id = uuid::Uuid::new_v4().to_string();
        return (Some(id.into()), true);
    }
    // A session that is resumed by ID keeps it. Otherwise only the CLI knows the ID; the name of a
    // file outside the folders of the CLI may differ from it.
    let resumed = match &options.resume {
        Some(Resume::Session(id)) if uuid::Uuid::try_parse(id).is_ok() => Some(id.as_str()),
        _ => None,
    };
    (resumed.map(SessionId::from), false)
}

/// Starts the CLI and completes the handshake. Boxed, so that it is not compiled into each caller.
pub(crate) fn start<'s>(
    options: &'s Options,
    session: &'s Session,
    input: StdinPolicy,
) -> BoxFuture<'s, Result<Connection>> {
    boxed(run(options, session, input))
}

async fn run(options: &Options, session: &Session, input: StdinPolicy) -> Result<Connection> {
    check_runtime()?;
    options.validate()?;
    options.warn();
    let loading = loading::time(options).await?;
    let usage = session.usage.clone();
    // A shared budget may be used up before the session begins.
    usage.admit()?;
    let spans = session.spans.begin(labels(options), move || usage.ledger());
    // Before the CLI is started: a server may have a tool that it would not accept.
    #[cfg(feature = "mcp")]
    let (servers, messages) = mcp_servers::serve(&options.mcp, session.ids()).await?;
    if let (Some(approvals), Some(resumed)) = (&options.approvals, resumed(options, session)) {
        approvals.session_resumes(resumed).await;
    }
    let traced = traced(options, session)?;
    let options = &*traced;
    let begun = Instant::now();
    let (transport, launch) = connect(options, session.given()).await?;
    let spawn = begun.elapsed();
    let mut setup = ConnectionOptions::default();
    setup.initialize = options.request();
    setup.verbatim_prompts = options.verbatim_prompts;
    setup.permission_mode = options.permission_mode.clone();
    let check = VersionCheck::of(options, failure::program(options, &launch));
    setup.on_init = check.on_init();
    setup.handlers = options.handlers(session);
    #[cfg(feature = "mcp")]
    setup.handlers.mcp.extend(servers);
    session.spans.instrument(&mut setup.handlers);
    setup.input = input;
    setup.deadlines = environment::deadlines(options);
    setup.deadlines.initialize = setup.deadlines.initialize.saturating_add(loading);
    setup.limits = options.limits.clone();
    setup.stall = options.stall.clone();
    setup.state_frames = environment::state_frames(options);
    let (observer, budget) = session.usage.observe(session.ids(), &session.mcp);
    setup.mirror = options.mirror.clone();
    setup.observers = vec![observer];
    setup.observers.extend(spans);
    setup.observers.extend(observer::attach(&options.observers, || info(options, session, spawn)));
    let begun = Instant::now();
    let connection = match Connection::open(transport, setup).await {
        Ok(connection) => connection,
        Err(error) => return Err(failure::explain(error, options, &launch).await),
    };
    check.at_start(&connection).await?;
    session.usage.started(StartTimings { spawn, initialize: begun.elapsed() });
    budget.begin(&connection);
    check_managed(options, &connection)?;
    #[cfg(feature = "mcp")]
    mcp_servers::forward(messages, &connection);
    declare_servers(options, Servers::AsAtStart, session, &connection).await?;
    Ok(connection)
}

/// Returns the ID of the session that is resumed, if it is known and stays.
fn resumed<'s>(options: &Options, session: &'s Session) -> Option<&'s SessionId> {
    session.id().filter(|_| options.resume.is_some() && !options.fork_session)
}

fn labels(options: &Options) -> Labels {
    Labels {
        agent: options.main_agent.clone(),
        model: options.model.clone(),
        resumed: options.resume.is_some() || options.continue_,
    }
}

/// Returns what observers are told of a session before it begins.
fn info(options: &Options, session: &Session, spawn: Duration) -> SessionInfo {
    static STARTS: AtomicU64 = AtomicU64::new(1);
    SessionInfo {
        number: STARTS.fetch_add(1, Ordering::Relaxed),
        session_id: session.ids().latest().cloned(),
        is_resumed: options.resume.is_some() || options.continue_,
        cwd: options.cwd.clone(),
        model: options.model.clone(),
        permission_mode: options.permission_mode.clone(),
        agent: options.main_agent.clone(),
        client_app: options.client_app.clone(),
        spawn,
    }
}

/// Starts another CLI for a connection whose CLI has ended, and completes the handshake.
pub(crate) async fn restart(
    options: &Options,
    servers: Servers,
    session: &Session,
    connection: &Connection,
) -> Result<()> {
    let traced = traced(options, session)?;
    let options = &*traced;
    let (transport, launch) = connect(options, options.session_id.as_ref()).await?;
    if let Err(error) = connection.attach(transport, options.permission_mode.clone()).await {
        return Err(failure::explain(error, options, &launch).await);
    }
    VersionCheck::of(options, failure::program(options, &launch)).at_start(connection).await?;
    check_managed(options, connection)?;
    declare_servers(options, servers, session, connection).await
}

/// Whether the MCP servers of the options are those of the handshake.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Servers {
    AsAtStart,
    /// The set was replaced since. The handshake is that of the start, so the new set must be declared.
    Changed,
}

/// Returns the options with the trace context of their source.
fn traced<'o>(options: &'o Options, session: &Session) -> Result<Cow<'o, Options>> {
    let source = options.trace_source.as_ref().filter(|_| options.trace_context.is_none());
    let Some((parent, state)) = source.and_then(|source| session.spans.in_scope(|| source.0()))
    else {
        return Ok(Cow::Borrowed(options));
    };
    let options = options.clone().trace_context(parent, state.as_deref());
    // The source may return what no variable can hold.
    options.validate()?;
    Ok(Cow::Owned(options))
}

/// Checks that a runtime with a time driver is running. The transport checks its IO driver.
fn check_runtime() -> Result<()> {
    if Handle::try_current().is_err() {
        let problem = "no tokio runtime is running on this thread".into();
        return Err(Error::Runtime { problem });
    }
    // Creating a timer panics without the driver, and nothing else tells.
    if std::panic::catch_unwind(|| drop(tokio::time::sleep(Duration::ZERO))).is_err() {
        let problem = "the tokio runtime was built without its time driver".into();
        return Err(Error::Runtime { problem });
    }
    Ok(())
}

/// Fails unless the CLI reports that it applied the managed settings. It must not run without them.
fn check_managed(options: &Options, connection: &Connection) -> Result<()> {
    let applied = connection.reinitialized().and_then(|answer| answer.managed_settings_applied);
    if options.managed_settings.is_none() || applied == Some(true) {
        return Ok(());
    }
    Err(Error::settings(std::io::Error::other("the CLI did not apply the managed settings")))
}

/// Declares the MCP servers that the CLI runs itself, and waits for the required ones.
async fn declare_servers(
    options: &Options,
    servers: Servers,
    session: &Session,
    connection: &Connection,
) -> Result<()> {
    let required: Vec<_> = options.required_mcp.iter().map(String::as_str).collect();
    session.mcp.declare(options.mcp.commands());
    if options.mcp.has_external() || servers == Servers::Changed {
        let response = options.mcp.tell(connection).await?;
        if let Some(failure) = McpServers::failure(&response, &required) {
            return Err(options.mcp.with_command(failure));
        }
        session.mcp.failed(&response.errors.unwrap_or_default());
    }
    if !required.is_empty() {
        let ready = mcp_servers::wait(connection, &required, MCP_READY).await;
        ready.map_err(|error| options.mcp.with_command(error))?;
    }
    Ok(())
}

/// Starts the CLI. `id` is the ID of a new session.
async fn connect(
    options: &Options,
    id: Option<&SessionId>,
) -> Result<(Box<dyn Transport>, Launch)> {
    let settings = settings::text(options).await?;
    let servers = options.mcp.external_config();
    // What a wrapper starts may be another version than the program that was found.
    let is_known = options.wrap_command.is_none();
    let mut failed = None;
    for program in programs(options).await? {
        let is_able = is_known && program.supports("--await-initialize");
        let reads_servers = is_able && program.supports("initialize.mcpServers");
        let awaits = options.awaits_initialize_if(is_able, reads_servers);
        let args = args::args(options, id, options.settings_path().map(OsStr::new), awaits);
        let servers = servers.as_deref().filter(|_| !(awaits && reads_servers));
        let files = [("--settings=", settings.as_deref()), ("--mcp-config=", servers)];
        let launch = full_launch(options, &program, &args, &files)?;
        match connector(options)?.connect(&launch) {
            Ok(transport) => return Ok((transport, launch)),
            // Go on to a program that works, and report the first failure if none does.
            Err(TransportError::Launch { kind, source, program })
                if kind.is_about_the_file()
                    && options.js_runtime.is_none()
                    && options.wrap_command.is_none() =>
            {
                let error = TransportError::Launch { kind, source, program };
                failed.get_or_insert(error);
            }
            Err(error) => return Err(failed_in(options, error)),
        }
    }
    Err(match failed {
        Some(error) => failed_in(options, error),
        None => Error::CliNotFound { located: Arc::default() },
    })
}

/// Returns the error of a launch, with the working directory and whether the CLI was started itself.
pub(super) fn failed_in(options: &Options, error: TransportError) -> Error {
    let mut error = Error::from(error);
    if let Error::Launch { cwd, wrapped, .. } = &mut error {
        cwd.clone_from(&options.cwd);
        *wrapped = options.wrap_command.is_some();
    }
    error
}

fn full_launch(
    options: &Options,
    program: &Program,
    args: &[OsString],
    files: &[(&str, Option<&str>)],
) -> Result<Launch> {
    let mut launch = launch(options, &program.path).args(args);
    let env = program.complete(environment::environment(options), options);
    launch = launch.env(env).max_line(options.max_line);
    for (argument, content) in files {
        if let Some(content) = content {
            launch = launch.file(argument, *content);
        }
    }
    if let Some(cwd) = &options.cwd {
        launch = launch.cwd(cwd);
    }
    if let Some(callback) = &options.stderr {
        let callback = Arc::clone(callback);
        let stderr = launch.stderr.clone().on_line(move |line| callback(line));
        launch = launch.stderr(stderr);
    }
    let launch = command::wrapped(options, launch)?;
    if options.connector.is_none() {
        argument_length::check(&launch)?;
    }
    Ok(launch)
}

/// Returns the CLI.
pub(super) async fn program(options: &Options) -> Result<Program> {
    let first = programs(options).await?.into_iter().next();
    first.ok_or_else(|| Error::CliNotFound { located: Arc::default() })
}

/// Returns the programs that may be the CLI, at least one.
async fn programs(options: &Options) -> Result<Vec<Program>> {
    match &options.connector {
        // A custom connector does not need a CLI on this machine.
        Some(_) => {
            Ok(vec![Program::at(options.cli_path.clone().unwrap_or_else(|| "claude".into()))])
        }
        None => locate::find(options).await,
    }
}

/// Returns the program to start: the CLI, or a JavaScript runtime with the CLI as an argument.
pub(super) fn launch(options: &Options, cli: &Path) -> Launch {
    let mut launch = match &options.js_runtime {
        Some(runtime) => Launch::new(runtime).args(options.js_runtime_args.clone()).arg(cli),
        None => Launch::new(cli),
    };
    launch.uid = options.uid;
    launch.gid = options.gid;
    launch.limits = options.resource_limits;
    launch
}

pub(super) fn connector(options: &Options) -> Result<Arc<dyn Connector>> {
    if let Some(connector) = &options.connector {
        return Ok(Arc::clone(connector));
    }
    #[cfg(all(any(unix, windows), feature = "process"))]
    return Ok(Arc::new(claude_transport::Spawner));
    #[cfg(not(all(any(unix, windows), feature = "process")))]
    Err(Error::options(
        "this build cannot start processes: enable the feature `process` (Unix and Windows) or set \
         `Options::connector`",
    ))
}
