//! How a session starts: options to a running, initialized CLI.

use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{Connection, ConnectionOptions, Input, ProtocolError};
use claude_transport::{Connector, Launch, Transport, TransportError};
use claude_types::{Message, SessionId, SystemMessage};

use crate::{Error, McpServers, Options, Result, args, environment, locate, mcp_control, settings};

/// How long MCP servers that must be there may take to connect.
const MCP_READY: Duration = Duration::from_secs(30);

/// Which session it is. The id is made here, so that it is known before the CLI runs.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    /// The id, unless only the CLI knows it.
    id: Option<SessionId>,
    /// The id is ours to give, so it goes on the command line.
    given: bool,
    /// What it knows of typed answers.
    #[cfg(feature = "json")]
    answers: Arc<crate::json::Answers>,
}

impl Session {
    /// The id that a session with these options will have.
    pub(crate) fn mint(options: &Options) -> Self {
        let (id, given) = Self::mint_id(options);
        Self {
            id,
            given,
            #[cfg(feature = "json")]
            answers: crate::json::Answers::of(options),
        }
    }

    fn mint_id(options: &Options) -> (Option<SessionId>, bool) {
        if let Some(id) = &options.session_id {
            return (Some(id.clone()), true);
        }
        let continued = options.resume.is_some() || options.continue_;
        if !continued || options.fork_session {
            let id = uuid::Uuid::new_v4().to_string();
            return (Some(id.into()), true);
        }
        // Resumed by id it keeps its id; resumed by title, or continued, only the CLI knows.
        let resumed = options.resume.as_deref().filter(|id| uuid::Uuid::try_parse(id).is_ok());
        (resumed.map(SessionId::from), false)
    }

    /// The same session with other options for typed answers.
    #[cfg(feature = "json")]
    pub(crate) fn answering(mut self, options: &Options) -> Self {
        self.answers = crate::json::Answers::of(options);
        self
    }

    /// What it knows of typed answers.
    #[cfg(feature = "json")]
    pub(crate) fn answers(&self) -> &crate::json::Answers {
        &self.answers
    }

    /// Learns the id from the first message that tells it, where only the CLI knew it.
    pub(crate) fn observe(&mut self, message: &Message) {
        if let (None, Message::System(SystemMessage::Init(init))) = (&self.id, message) {
            self.id.clone_from(&init.session_id);
        }
    }

    pub(crate) fn id(&self) -> Option<&SessionId> {
        self.id.as_ref()
    }

    /// The id to start the CLI with.
    pub(crate) fn given(&self) -> Option<&SessionId> {
        self.id.as_ref().filter(|_| self.given)
    }
}

/// Starts the CLI and shakes hands.
pub(crate) async fn start(
    options: &Options,
    session: &Session,
    input: Input,
) -> Result<Connection> {
    options.validate()?;
    options.warn();
    let transport = connect(options, session).await?;
    let mut setup = ConnectionOptions::default();
    setup.initialize.skills = options.named_skills();
    setup.initialize.json_schema = options.json_schema.clone();
    setup.permission_mode = options.permission_mode.clone();
    setup.handlers = options.handlers(session);
    #[cfg(feature = "mcp")]
    let (servers, said) = crate::in_process::serve(&options.mcp, session.id()).await;
    #[cfg(feature = "mcp")]
    setup.handlers.mcp.extend(servers);
    setup.input = input;
    setup.deadlines = options.deadlines.clone();
    setup.limits = options.limits.clone();
    let connection = Connection::open(transport, setup).await.map_err(startup_error)?;
    #[cfg(feature = "mcp")]
    crate::in_process::forward(said, &connection);
    declare_servers(options, &connection).await?;
    Ok(connection)
}

/// Declares the MCP servers that the CLI runs itself, and waits for those that must be there.
async fn declare_servers(options: &Options, connection: &Connection) -> Result<()> {
    let required: Vec<_> = options.required_mcp.iter().map(String::as_str).collect();
    if options.mcp.has_external() {
        let told = options.mcp.tell(connection).await?;
        if let Some(failure) = McpServers::failure(&told, &required) {
            return Err(failure);
        }
    }
    if !required.is_empty() {
        mcp_control::wait(connection, &required, MCP_READY).await?;
    }
    Ok(())
}

async fn connect(options: &Options, session: &Session) -> Result<Box<dyn Transport>> {
    let settings = settings::settings(options).await?;
    let program = match &options.connector {
        // A transport of the caller's own needs no CLI on this machine.
        Some(_) => options.cli_path.clone().unwrap_or_else(|| "claude".into()),
        None => locate::find(options).await?,
    };
    let mut launch = Launch::new(program)
        .args(args::args(options, session, settings.as_deref()))
        .env(environment::environment(options))
        .max_line(options.max_line);
    if let Some(cwd) = &options.cwd {
        launch = launch.cwd(cwd);
    }
    if let Some(callback) = &options.stderr {
        let callback = Arc::clone(callback);
        let stderr = launch.stderr.clone().on_line(move |line| callback(line));
        launch = launch.stderr(stderr);
    }
    connector(options)?.connect(&launch).map_err(Error::from)
}

fn connector(options: &Options) -> Result<Arc<dyn Connector>> {
    if let Some(connector) = &options.connector {
        return Ok(Arc::clone(connector));
    }
    #[cfg(all(unix, feature = "process"))]
    return Ok(Arc::new(claude_transport::Spawner));
    #[cfg(not(all(unix, feature = "process")))]
    Err(Error::options("this build cannot start processes: set `Options::transport`"))
}

/// A CLI that ends at once over a flag that it does not know is too old for the options.
fn startup_error(error: ProtocolError) -> Error {
    if let ProtocolError::Exited { exit, .. } = &error
        && let Some((_, rest)) = exit.stderr.split_once("error: unknown option '")
        && let Some((flag, _)) = rest.split_once('\'')
    {
        return Error::CliTooOld { flag: flag.into() };
    }
    error.into()
}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        ProtocolError::from(error).into()
    }
}
