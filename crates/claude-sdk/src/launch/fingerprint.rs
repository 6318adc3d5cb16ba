//! Fingerprint: whether two options start the same process.

use std::any::Any;
use std::env::vars_os;
use std::fmt::{self, Debug};
use std::hash::{BuildHasher, DefaultHasher, Hash, Hasher, RandomState};
use std::path::Path;
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::{locate, settings};
#[cfg(doc)]
use crate::error::Error;
use crate::error::Result;
use crate::options::{Credentials, Options, SystemPrompt};

/// What a process would be that is started with some options. Processes with the same fingerprint
/// are interchangeable.
///
/// [`Options::fingerprint`] creates it. It holds for this process only: the key of its hash is random
/// and is not stored, so that no secret can be guessed from it. `Debug` shows 8 hex digits.
///
/// Two values are equal only if the options are, because the hash has 128 bits. Callbacks are
/// compared by identity. A fingerprint keeps them alive, so that no other one takes their place in
/// memory.
///
/// # Examples
///
/// ```no_run
/// use std::collections::HashMap;
///
/// use claude_sdk::{Client, Fingerprint, Options};
///
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let mut idle: HashMap<Fingerprint, Client> = HashMap::new();
/// let options = Options::default().model("sonnet");
/// let client = match idle.remove(&options.fingerprint().await?) {
///     Some(client) => client,
///     None => Client::connect(options.clone()).await?,
/// };
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Fingerprint {
    hash: [u64; 2],
    /// The options: the identities in the hash are addresses, so what is there must stay.
    _kept: Arc<dyn Any + Send + Sync>,
}

impl PartialEq for Fingerprint {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl Eq for Fingerprint {}

impl Hash for Fingerprint {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

impl Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({:08x})", self.hash[0] >> 32)
    }
}

/// # Comparing
impl Options {
    /// Returns what tells apart the processes that these options start from those of other options.
    ///
    /// It covers each option, with its value: also credentials, texts, limits and deadlines, and the
    /// identity of each callback, plugin, observer, connector and in-process server. Clones of options
    /// have one fingerprint; options that register an equal closure again do not.
    ///
    /// In addition, it covers what the host contributes: the environment that the CLI inherits, with
    /// values; the working directory; and the CLI that would be started, with its size and the time
    /// of its last change. With a [`connector`](Options::connector), no CLI is looked for.
    ///
    /// Files that the CLI reads itself are not covered, such as settings files and `CLAUDE.md`.
    ///
    /// # Errors
    ///
    /// - [`Error::CliNotFound`] if no CLI is found, and [`Error::Launch`] if the one that is named
    ///   cannot be one.
    /// - [`Error::Precondition`] or [`Error::Options`] if settings cannot be read, or are invalid.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run() -> Result<(), claude_sdk::Error> {
    /// use claude_sdk::Options;
    ///
    /// let options = Options::default().env("REGION", "eu");
    /// let fingerprint = options.fingerprint().await?;
    /// assert_eq!(options.clone().fingerprint().await?, fingerprint);
    /// assert_ne!(options.env("REGION", "us").fingerprint().await?, fingerprint);
    /// # Ok(())
    /// # }
    /// ```
    pub async fn fingerprint(&self) -> Result<Fingerprint> {
        let mut shape = Shape::new();
        self.shape(&mut shape);
        settings::text(self).await?.hash(&mut shape);
        let cwd = self.cwd.is_none().then(|| std::env::current_dir().ok());
        cwd.hash(&mut shape);
        if self.connector.is_none()
            && let Some(program) = locate::find(self).await?.first()
        {
            shape.file(&program.path);
        }
        Ok(Fingerprint { hash: shape.end(), _kept: Arc::new(self.clone()) })
    }

    /// Adds each option. A new one must be added here, or this does not compile.
    fn shape(&self, shape: &mut Shape) {
        let Self {
            cli_path,
            cwd,
            js_runtime,
            js_runtime_args,
            uid,
            gid,
            resource_limits,
            wrap_command,
            recycle,
            env,
            env_policy,
            credentials,
            client_app,
            trace_context,
            trace_source,
            debug,
            debug_filter,
            debug_file,
            model,
            fallback_model,
            system_prompt,
            system_prompt_snapshot,
            exclude_dynamic_sections,
            plan_mode_instructions,
            json_schema,
            #[cfg(feature = "json")]
            json_repairs,
            verbatim_prompts,
            betas,
            thinking,
            max_thinking_tokens,
            effort,
            task_budget,
            tools,
            allowed_tools,
            disallowed_tools,
            tool_aliases,
            question_preview,
            skills,
            permission_mode,
            allow_bypass,
            allow_shadowed_permissions,
            permission_prompt_tool,
            permission_prompts,
            max_turns,
            max_budget_usd,
            resume,
            continue_,
            fork_session,
            session_id,
            resume_at,
            resume_drops_turn,
            persist_session,
            mirror,
            title,
            add_dirs,
            settings,
            sandbox,
            managed_settings,
            project_config_root,
            setting_sources,
            file_checkpointing,
            include_partial_messages,
            include_hook_events,
            prompt_suggestions,
            agents,
            main_agent,
            plugin_dirs,
            plugin_dirs_on_command_line,
            forward_subagent_text,
            agent_progress_summaries,
            per_task_stop,
            extra_args,
            stderr,
            max_line,
            permission,
            approvals,
            hooks,
            user,
            mcp,
            mcp_config,
            strict_mcp_config,
            required_mcp,
            sdk_plugins,
            observers,
            deadlines,
            limits,
            stall,
            include_session_state,
            accounting,
            budget,
            skip_version_check,
            connector,
        } = self;
        // The process.
        (cli_path, cwd, js_runtime, js_runtime_args, uid, gid).hash(shape);
        shape.debug(resource_limits);
        shape.identity(wrap_command.as_ref());
        shape.debug(recycle);
        env.len().hash(shape);
        for (name, value) in env {
            (name, value.as_str()).hash(shape);
        }
        shape.debug(env_policy);
        self.environment(vars_os()).hash(shape);
        match credentials {
            Credentials::Inherit => 0_u8.hash(shape),
            Credentials::ApiKey(secret) => (1_u8, secret.expose()).hash(shape),
            Credentials::OAuthToken(secret) => (2_u8, secret.expose()).hash(shape),
            Credentials::Helper(command) => (3_u8, command).hash(shape),
        }
        (client_app, trace_context).hash(shape);
        shape.identity(trace_source.as_ref().map(|source| &source.0));
        (debug, debug_filter, debug_file).hash(shape);
        // The model.
        (model, fallback_model).hash(shape);
        match system_prompt {
            SystemPrompt::Empty => 0_u8.hash(shape),
            SystemPrompt::Text(text) => (1_u8, text).hash(shape),
            SystemPrompt::Blocks(blocks) => (2_u8, blocks).hash(shape),
            SystemPrompt::Preset => 3_u8.hash(shape),
            SystemPrompt::Append(text) => (4_u8, text).hash(shape),
            SystemPrompt::File(path) => (5_u8, path).hash(shape),
        }
        (system_prompt_snapshot, exclude_dynamic_sections, plan_mode_instructions).hash(shape);
        json_schema.as_ref().map(|schema| schema.get()).hash(shape);
        #[cfg(feature = "json")]
        json_repairs.hash(shape);
        verbatim_prompts.hash(shape);
        shape.json(betas);
        shape.debug(thinking);
        max_thinking_tokens.hash(shape);
        shape.json(effort);
        task_budget.hash(shape);
        // Tools and permissions.
        shape.debug(tools);
        (allowed_tools, disallowed_tools, tool_aliases).hash(shape);
        shape.debug(question_preview);
        shape.debug(skills);
        shape.json(permission_mode);
        (allow_bypass, allow_shadowed_permissions, permission_prompt_tool).hash(shape);
        shape.debug(permission_prompts);
        max_turns.hash(shape);
        max_budget_usd.map(f64::to_bits).hash(shape);
        // The session.
        (resume, continue_, fork_session, persist_session, title).hash(shape);
        shape.json(&(session_id, resume_at, resume_drops_turn));
        mirror.as_ref().map(|sink| sink.identity()).hash(shape);
        // Settings, folders, agents and plugins of the CLI.
        (add_dirs, settings, managed_settings, project_config_root).hash(shape);
        shape.json(sandbox);
        shape.debug(setting_sources);
        (file_checkpointing, include_partial_messages, include_hook_events).hash(shape);
        (prompt_suggestions, main_agent).hash(shape);
        shape.json(agents);
        plugin_dirs.len().hash(shape);
        for dir in plugin_dirs {
            (&dir.path, dir.skip_mcp).hash(shape);
        }
        (plugin_dirs_on_command_line, forward_subagent_text).hash(shape);
        (agent_progress_summaries, per_task_stop, extra_args).hash(shape);
        // Callbacks and servers.
        shape.identity(stderr.as_ref());
        max_line.hash(shape);
        permission.as_ref().map(|entry| entry.identity()).hash(shape);
        approvals.as_ref().map(|approvals| approvals.identity()).hash(shape);
        hooks.len().hash(shape);
        for hook in hooks {
            shape.debug(hook);
            hook.identity().hash(shape);
        }
        user.identify(shape);
        mcp.identify(shape);
        (mcp_config, strict_mcp_config, required_mcp).hash(shape);
        sdk_plugins.len().hash(shape);
        for plugin in sdk_plugins {
            plugin.identity().hash(shape);
        }
        observers.len().hash(shape);
        for observer in observers {
            observer.identity().hash(shape);
        }
        shape.identity(connector.as_ref());
        // Limits.
        shape.debug(deadlines);
        shape.debug(limits);
        shape.debug(stall);
        include_session_state.hash(shape);
        shape.debug(accounting);
        if let Some(budget) = budget {
            shape.debug(budget);
            budget.identity().hash(shape);
        }
        skip_version_check.hash(shape);
    }
}

/// A hash of 128 bits: two hashes with different keys of this process.
struct Shape([DefaultHasher; 2]);

impl Shape {
    fn new() -> Self {
        static KEYS: OnceLock<[RandomState; 2]> = OnceLock::new();
        let keys = KEYS.get_or_init(|| [RandomState::new(), RandomState::new()]);
        Self(keys.each_ref().map(BuildHasher::build_hasher))
    }

    /// Adds a value whose `Debug` shows all of it.
    fn debug(&mut self, value: &impl Debug) {
        format!("{value:?}").hash(self);
    }

    fn json(&mut self, value: &impl Serialize) {
        // Values of options can be serialized: the CLI gets them so. One that cannot is refused at
        // the start.
        serde_json::to_vec(value).ok().hash(self);
    }

    fn identity<T: ?Sized>(&mut self, value: Option<&Arc<T>>) {
        value.map(|value| Arc::as_ptr(value).cast::<()>().addr()).hash(self);
    }

    /// Adds a file that is started: its path, its size, and the time of its last change.
    fn file(&mut self, path: &Path) {
        let found = std::fs::metadata(path).ok();
        (path, found.map(|found| (found.len(), found.modified().ok()))).hash(self);
    }

    fn end(self) -> [u64; 2] {
        self.0.map(|hasher| hasher.finish())
    }
}

impl Hasher for Shape {
    fn write(&mut self, bytes: &[u8]) {
        self.0.iter_mut().for_each(|hasher| hasher.write(bytes));
    }

    fn finish(&self) -> u64 {
        self.0[0].finish()
    }
}
