//! Recycling: replaces the CLI of a client with a new one that resumes the session.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use claude_types::PermissionMode;
use tokio::sync::RwLock;
use tokio::time::Instant;

use super::changes::Changes;
use crate::boxed::{BoxFuture, boxed};
use crate::error::{Error, Result};
use crate::launch::{Servers, restart};
use crate::options::{Options, Resume};
use crate::session::{Change, Client, Restart};

/// # Recycling
impl Client {
    /// Replaces the CLI with a new one that resumes the session, between two turns.
    ///
    /// CLIs grow over time; a new one has the same conversation in less memory. The session keeps its
    /// ID, and this client, its clones, subscriptions, watches, callbacks and MCP servers work as
    /// before. [`Options::recycle_when`] does this by itself, before a prompt is sent.
    ///
    /// The CLI is closed first, as by [`Client::close`], because two CLIs must not write to one
    /// session. Prompts and requests that are sent meanwhile wait for the new CLI. If it cannot be
    /// started, it is tried once more; then the session is over.
    ///
    /// The new CLI has the options of [`Client::connect`], and what methods of this client or its
    /// clones have changed since:
    ///
    /// - the model ([`Client::set_model`])
    /// - the permission mode ([`Client::set_permission_mode`]), or else that with which the last turn
    ///   began
    /// - thinking ([`Client::set_max_thinking_tokens`], [`Client::set_thinking_display`])
    /// - settings ([`Client::apply_flag_settings`])
    /// - MCP servers ([`Client::set_mcp_servers`], [`Client::toggle_mcp_server`])
    ///
    /// A change is kept if its method has returned `Ok`. One that is made during the replacement waits,
    /// and is not made if its future is dropped meanwhile.
    ///
    /// Other changes to the running session are lost: rules and folders that a permission callback
    /// added for the session, the working directory ([`Client::set_cwd`]), permission modes of single
    /// MCP servers, and what [`Client::request`] and [`Client::request_raw`] have changed.
    ///
    /// # Errors
    ///
    /// - [`Error::Unfinished`] if a turn, a task, a callback or a request is not finished. Nothing is
    ///   done then.
    /// - [`Error::Options`] if the session cannot be resumed: it is not stored
    ///   ([`Options::persist_session`]), has no ID yet, or this client is that of a query, a callback
    ///   or a [`WarmClient`](crate::client::WarmClient).
    /// - The errors of [`Client::connect`] if the new CLI cannot be started. The session is over.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not stop the replacement.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
    /// client.idle().await?;
    /// client.recycle().await?;
    /// let answer = client.send("Where were we?").await?.text().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn recycle(&self) -> Result<()> {
        self.check_usable().await?;
        self.recycled(false).await
    }

    /// Replaces the CLI if the options ask for it and nothing is running.
    pub(super) async fn recycle_if_due(&self) -> Result<()> {
        match self.restarter().get() {
            Some(_) => self.recycled(true).await,
            None => Ok(()),
        }
    }

    fn recycled(&self, if_due: bool) -> BoxFuture<'_, Result<()>> {
        boxed(async move {
            let Some(restart) = self.restarter().get() else {
                return Err(Error::options("only a client of `Client::connect` can be recycled"));
            };
            let work = Arc::clone(restart).restart(self.of_session().clone(), if_due);
            // A task of its own: a caller that gives up must not leave the session without a CLI.
            let done = tokio::spawn(work).await;
            done.unwrap_or_else(|_| Err(Error::ended_without_result())).map(drop)
        })
    }
}

/// Replaces the CLI of the clients that were started with these options.
pub(super) struct Recycler {
    options: Options,
    changes: Mutex<Changes>,
    /// Write-locked during a replacement, and read-locked while a prompt is sent or a change is made.
    run: RwLock<Run>,
}

/// The CLI that is running.
struct Run {
    begun: Instant,
    /// The number of turns that the session had before.
    turns: u64,
}

impl Recycler {
    pub(super) fn new(options: Options) -> Self {
        let run = RwLock::new(Run { begun: Instant::now(), turns: 0 });
        Self { options, changes: Mutex::default(), run }
    }

    fn changes(&self) -> MutexGuard<'_, Changes> {
        self.changes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn is_due(&self, client: &Client, run: &Run) -> bool {
        let Some(when) = &self.options.recycle else { return false };
        let turns = client.ledger().turn_count - run.turns;
        if when.age.is_some_and(|age| run.begun.elapsed() >= age)
            || when.turns.is_some_and(|limit| turns >= limit)
        {
            return true;
        }
        match when.tree_memory {
            Some(limit) => client.process_tree().await.is_some_and(|tree| tree.memory() >= limit),
            None => false,
        }
    }

    /// Returns the options of the next CLI.
    fn next(&self, client: &Client) -> Result<Options> {
        if !self.options.persist_session {
            return Err(Error::options("`recycle` requires a session that is stored on disk"));
        }
        let mut options = self.options.clone();
        if let Some(init) = client.system_init() {
            let Some(id) = client.session_id() else {
                return Err(Error::options("`recycle` requires a session whose ID is known"));
            };
            options.resume = Some(Resume::Session(id.to_string()));
            options.session_id = None;
            options.continue_ = false;
            options.fork_session = false;
            options.resume_at = None;
            options.resume_drops_turn = None;
            options.title = None;
            self.keep_mode(&mut options, init.permission_mode.clone());
        } else {
            // Without a turn there is nothing to resume: begin as before, with the same ID.
            options.session_id = client.session().given().cloned();
            self.keep_mode(&mut options, None);
        }
        let changes = self.changes();
        if let Some(model) = &changes.model {
            options.model.clone_from(model);
        }
        if let Some(servers) = &changes.servers {
            // A server that was removed is not waited for. Others may be those of settings files.
            let is_removed = |name: &str| options.mcp.names().any(|old| old == name);
            let is_kept = |name: &str| servers.names().any(|new| new == name);
            let required =
                options.required_mcp.iter().filter(|name| is_kept(name) || !is_removed(name));
            options.required_mcp = required.cloned().collect();
            options.mcp = servers.clone();
        }
        Ok(options)
    }

    /// Starts the next CLI, and repeats the changes of the session.
    async fn begin(&self, options: &Options, client: &Client) -> Result<()> {
        let (servers, sent) = {
            let changes = self.changes();
            let servers =
                if changes.servers.is_some() { Servers::Changed } else { Servers::AsAtStart };
            (servers, changes.sent())
        };
        restart(options, servers, client.session(), client.connection()).await?;
        sent.send(client.connection()).await
    }

    /// Sets the permission mode of the next CLI. `last` is that of the last turn.
    fn keep_mode(&self, options: &mut Options, last: Option<PermissionMode>) {
        let mode = self.changes().mode.clone().or(last);
        let mode =
            mode.filter(|mode| *mode != PermissionMode::BypassPermissions || options.allow_bypass);
        if options.permission_mode.is_some() && mode.is_some() {
            options.permission_mode = mode;
        }
    }
}

impl Restart for Recycler {
    fn restart(self: Arc<Self>, client: Client, if_due: bool) -> BoxFuture<'static, Result<bool>> {
        boxed(async move {
            let mut run = match if_due {
                false => self.run.write().await,
                // If a prompt or a change is being sent, the CLI is not between two turns.
                true => match self.run.try_write() {
                    Ok(run) if self.is_due(&client, &run).await => run,
                    _ => return Ok(false),
                },
            };
            let options = match self.next(&client) {
                Ok(options) => options,
                Err(_) if if_due => return Ok(false),
                Err(error) => return Err(error),
            };
            match client.connection().detach().await.map_err(Error::from) {
                Ok(_) => {}
                Err(Error::Unfinished { .. }) if if_due => return Ok(false),
                Err(error) => return Err(error),
            }
            let mut started = self.begin(&options, &client).await;
            if let Err(Error::Exited { .. } | Error::Launch { .. } | Error::Disconnected { .. }) =
                &started
            {
                started = self.begin(&options, &client).await;
            }
            if let Err(error) = started {
                // Without a CLI, nothing would ever answer.
                let _ = client.connection().close().await;
                return Err(error);
            }
            *run = Run { begun: Instant::now(), turns: client.ledger().turn_count };
            Ok(true)
        })
    }

    fn hold(&self) -> BoxFuture<'_, Box<dyn Send + '_>> {
        boxed(async { Box::new(self.run.read().await) as Box<dyn Send> })
    }

    fn note(&self, change: Change) {
        self.changes().note(change);
    }
}
