//! Texts: refuses texts and paths that the CLI cannot read, or would read as something else.

use std::path::Path;

use zeroize::Zeroizing;

use super::check;
use super::check::Problem;
use crate::launch::environment;
use crate::launch::settings::{credentials_problem, is_text, parse};
use crate::options::{Options, SystemPrompt};

pub(super) fn problem(options: &Options) -> Problem {
    variables(options)
        .or_else(|| credentials(options))
        .or_else(|| blanks(options))
        .or_else(|| paths(options))
        .or_else(|| json(options))
        .or_else(|| labels(options))
}

fn variables(options: &Options) -> Problem {
    let invalid = |(name, value): &&(String, Zeroizing<String>)| {
        name.is_empty() || name.contains(['=', '\0']) || value.contains('\0')
    };
    let trace = options.trace_context.as_ref();
    if trace.is_some_and(|(parent, state)| {
        parent.contains('\0') || state.as_ref().is_some_and(|state| state.contains('\0'))
    }) {
        return check::problem("`trace_context` must not contain a NUL byte");
    }
    let (name, _) = options.env.iter().find(invalid)?;
    Some(format!(
        "the environment variable `{name}` is invalid: the name must not be empty or contain `=`, and \
         neither name nor value may contain a NUL byte"
    ))
}

fn credentials(options: &Options) -> Problem {
    if !options.credentials.are_explicit() {
        return None;
    }
    let is_credential = |(name, _): &&(String, _)| environment::is_credential(name.as_ref());
    if let Some((name, _)) = options.env.iter().find(is_credential) {
        return Some(format!("`credentials` and the variable `{name}` cannot be combined"));
    }
    // A file is read at the start, and text that is not JSON is an error there.
    let settings = options.settings.as_deref().filter(|given| is_text(given));
    let settings = settings.and_then(|given| parse(given).ok());
    let in_settings = settings.and_then(|settings| credentials_problem(options, &settings));
    in_settings.or_else(|| options.credentials.problem())
}

fn blanks(options: &Options) -> Problem {
    let blank = |text: &&String| text.trim().is_empty();
    if options.allowed_tools.iter().chain(&options.disallowed_tools).any(|rule| blank(&rule)) {
        return check::problem("`allow_tools` and `disallow_tools` do not accept an empty rule");
    }
    if options.agents.keys().chain(&options.main_agent).any(|name| blank(&name)) {
        return check::problem("`agents` and `main_agent` do not accept an empty name");
    }
    if options.tool_aliases.iter().any(|(from, to)| blank(&from) || blank(&to)) {
        return check::problem("`tool_aliases` does not accept an empty name");
    }
    let texts = [
        (&options.title, "title"),
        (&options.permission_prompt_tool, "permission_prompt_tool"),
        (&options.debug_filter, "debug_filter"),
    ];
    let (_, name) =
        texts.iter().find(|(text, _)| text.as_ref().is_some_and(|text| blank(&text)))?;
    Some(format!("`{name}` must not be empty"))
}

fn paths(options: &Options) -> Problem {
    if options.project_config_root.as_ref().is_some_and(|root| !root.is_absolute()) {
        return check::problem("`project_config_root` must be an absolute path");
    }
    if options.mcp_config.iter().any(|path| path.to_str().is_some_and(is_text)) {
        return check::problem("`mcp_config` must be a path, not JSON text: use `mcp_servers`");
    }
    let mut plugins = options.plugin_dirs.iter();
    if options.plugins_over_pipe() && plugins.any(|dir| dir.path.to_str().is_none()) {
        return check::problem(
            "a `plugin_dir` that is not UTF-8 requires `plugin_dirs_on_command_line`",
        );
    }
    let prompt = match &options.system_prompt {
        SystemPrompt::File(path) => Some(path),
        _ => None,
    };
    let has_nul = |path: &Path| path.as_os_str().as_encoded_bytes().contains(&0);
    let mut all = (options.cwd.iter().chain(&options.cli_path).chain(&options.js_runtime))
        .chain(options.add_dirs.iter().chain(&options.mcp_config).chain(prompt))
        .chain(options.plugin_dirs.iter().map(|dir| &dir.path))
        .chain(&options.debug_file);
    let invalid = all.find(|path| has_nul(path))?;
    Some(format!("the path {invalid:?} contains a NUL byte"))
}

fn json(options: &Options) -> Problem {
    if let Some(managed) = &options.managed_settings
        && let Err(error) = parse(managed)
    {
        return Some(format!("`managed_settings` is invalid: {error}"));
    }
    let schema = options.json_schema.as_ref()?;
    let is_object = schema.get().trim_start().starts_with('{');
    (!is_object).then(|| "`output_schema` must be a JSON object".into())
}

fn labels(options: &Options) -> Problem {
    let label = options.client_app.as_deref()?;
    let problem = || format!("`client_app` must be `name` or `name/version`, got {label:?}");
    (!is_label(label)).then(problem)
}

/// Returns whether a label is empty, or a name with an optional version: `app`, `app/1.2`,
/// `@scope/app/1.2`.
fn is_label(label: &str) -> bool {
    let part = |part: &str| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
        !part.is_empty() && !matches!(part, "." | "..") && part.chars().all(is_plain)
    };
    let scoped = label.strip_prefix('@').and_then(|rest| rest.split_once('/'));
    let (scope, rest) = match scoped {
        Some((scope, rest)) => (Some(scope), rest),
        None => (None, label),
    };
    let parts = || rest.split('/');
    let is_short = label.len() <= 128 && parts().count() <= 2;
    label.is_empty() || (is_short && scope.is_none_or(part) && parts().all(part))
}
