//! Selection: the patterns that the CLI is sent for the pattern of a hook, or the reason why it can
//! fit nothing.
//!
//! The rules are those of CLI 2.1.329. A pattern of letters, digits, `_`, `-`, spaces, `|` and `,`
//! is a list of names, which are compared as a whole. Any other pattern is a regular expression of
//! JavaScript that may match anywhere in the name; one that is invalid fits nothing.

use claude_types::HookEvent;

use super::js_regex::{Node, Set};
use super::names::{self, Name, TOOLS};
use super::parse::parse;

/// What is known of the session that the hook is for.
#[derive(Debug, Default)]
pub(crate) struct Known<'o> {
    /// The MCP servers, as they are written in names of tools.
    pub(crate) servers: Vec<String>,
    /// Names of tools other than those of the CLI.
    pub(crate) tools: Vec<&'o str>,
}

/// What the CLI compares the pattern of an event with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    /// The name of a tool.
    Tool,
    /// The name of an MCP server.
    Server,
    /// The name of a slash command, without the slash.
    Command,
    /// One of the words of the event, such as `startup` or `manual`.
    Word,
    /// A name that is not checked: of an agent, a model or a file.
    Name,
    /// Nothing: the CLI calls the hook whatever the pattern says.
    Nothing,
    /// What an event that this version does not know is compared with.
    Unknown,
}

fn field(event: &HookEvent) -> Field {
    match event {
        HookEvent::PreToolUse
        | HookEvent::PostToolUse
        | HookEvent::PostToolUseFailure
        | HookEvent::PermissionRequest
        | HookEvent::PermissionDenied => Field::Tool,
        HookEvent::Elicitation | HookEvent::ElicitationResult => Field::Server,
        HookEvent::UserPromptExpansion => Field::Command,
        HookEvent::SessionStart
        | HookEvent::SessionEnd
        | HookEvent::Setup
        | HookEvent::PreCompact
        | HookEvent::PostCompact
        | HookEvent::Notification
        | HookEvent::StopFailure
        | HookEvent::ConfigChange
        | HookEvent::DirectoryAdded
        | HookEvent::InstructionsLoaded => Field::Word,
        HookEvent::SubagentStart
        | HookEvent::SubagentStop
        | HookEvent::PreModelSwitch
        | HookEvent::PostModelSwitch
        | HookEvent::FileChanged => Field::Name,
        HookEvent::Other(_) => Field::Unknown,
        _ => Field::Nothing,
    }
}

/// Returns the patterns that the CLI is sent in place of `pattern`. The hook is called if one of
/// them fits, and no text fits two of them.
///
/// # Errors
///
/// Returns the reason why the pattern, or a part of it, can fit nothing.
pub(crate) fn select(
    event: &HookEvent,
    pattern: &str,
    known: &Known<'_>,
) -> Result<Vec<String>, String> {
    let field = field(event);
    let unchanged = || vec![pattern.to_owned()];
    if pattern.is_empty() || pattern == "*" || field == Field::Nothing {
        return Ok(unchanged());
    }
    // The CLI accepts `-`, spaces and commas in lists for most events.
    let has_few = matches!(event, HookEvent::StopFailure | HookEvent::FileChanged);
    let in_list =
        |c: char| c.is_ascii_alphanumeric() || "_|".contains(c) || (!has_few && "-, ".contains(c));
    if !pattern.chars().all(in_list) {
        regex(field, pattern, known)?;
        return Ok(unchanged());
    }
    let names: Vec<_> = pattern.split(['|', ',']).map(str::trim).collect();
    let names: Vec<_> = names.into_iter().filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        return Err("it names nothing; leave the pattern out to match everything".into());
    }
    if field == Field::Tool {
        return tools(&names, known);
    }
    names.iter().try_for_each(|name| word(field, name, known))?;
    if field == Field::Unknown || has_few {
        return Ok(unchanged());
    }
    Ok(vec![names.join("|")])
}

/// Returns the patterns for a list of tools: one for the names, and one for all tools of servers.
fn tools(names: &[&str], known: &Known<'_>) -> Result<Vec<String>, String> {
    let (mut tools, mut prefixes) = (Vec::new(), Vec::new());
    for name in names {
        match names::name(name, known) {
            Name::Tool => tools.push(*name),
            Name::Prefix(prefix) => prefixes.push(prefix),
            Name::Nothing(why) => return Err(why),
        }
    }
    // Drop what a prefix contains, so that the callback is not called twice.
    tools.retain(|tool| !prefixes.iter().any(|prefix| tool.starts_with(prefix)));
    let mut patterns = Vec::new();
    if !tools.is_empty() {
        patterns.push(tools.join("|"));
    }
    if !prefixes.is_empty() {
        let prefixes: Vec<_> = prefixes.iter().map(|prefix| format!("^{prefix}")).collect();
        patterns.push(prefixes.join("|"));
    }
    Ok(patterns)
}

/// Checks a name in a list for an event without tools.
fn word(field: Field, name: &str, known: &Known<'_>) -> Result<(), String> {
    match field {
        Field::Word if name.contains(|c: char| c.is_ascii_uppercase()) => {
            let word = name.to_ascii_lowercase();
            Err(format!("`{name}` fits nothing: the values of this event are lowercase (`{word}`)"))
        }
        Field::Word if name.contains(' ') => {
            Err(format!("`{name}` contains a space: separate values with `|`"))
        }
        Field::Server if name.starts_with("mcp__") && !known.servers.iter().any(|s| s == name) => {
            let server = name["mcp__".len()..].split("__").next().unwrap_or_default();
            Err(format!("`{name}` is no MCP server: write its name only, as in `{server}`"))
        }
        _ => Ok(()),
    }
}

/// Checks a regular expression.
fn regex(field: Field, pattern: &str, known: &Known<'_>) -> Result<(), String> {
    let alternatives = parse(pattern).map_err(|why| {
        format!("it is no regular expression of JavaScript, which the CLI reads: {why}")
    })?;
    if alternatives.iter().any(|(_, node)| node.matches_all()) {
        return Ok(());
    }
    for (source, node) in &alternatives {
        match field {
            Field::Tool => alternative(source, node, known)?,
            Field::Command if source.trim_start_matches(['^', ' ']).starts_with('/') => {
                return Err(format!(
                    "`{source}` begins with a slash, which names of commands lack"
                ));
            }
            Field::Server if source.trim_start_matches('^').starts_with("mcp__") => {
                return Err(format!("`{source}` fits no MCP server: write its name only"));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Checks an alternative of a regular expression for tools.
fn alternative(source: &str, node: &Node, known: &Known<'_>) -> Result<(), String> {
    for escape in ["\\A", "\\Z", "\\z"] {
        if source.replace("\\\\", "").contains(escape) {
            return Err(format!(
                "`{escape}` is a letter in JavaScript: use `^` and `$` for begin and end"
            ));
        }
    }
    if let Some(tool) = rule(source, node, known) {
        return Err(format!(
            "`{source}` is a permission rule, and hooks are selected by tool only: use `{tool}`, \
             and check the input in the callback"
        ));
    }
    if !node.can_match(Set::of(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')) {
        return Err(format!(
            "`{source}` fits no tool: names of tools consist of letters, digits, `_` and `-`"
        ));
    }
    for part in node.alternatives() {
        for text in part.whole_texts().unwrap_or_default() {
            match names::name(&text, known) {
                Name::Tool => {}
                Name::Prefix(prefix) => {
                    return Err(format!("no tool is called `{text}`: use `^{prefix}`"));
                }
                Name::Nothing(why) => return Err(why),
            }
        }
    }
    Ok(())
}

/// Returns the tool, if the alternative is a rule such as `Bash(ls:*)` that fits no tool when it is
/// read as a regular expression.
fn rule<'s>(source: &'s str, node: &Node, known: &Known<'_>) -> Option<&'s str> {
    let source = source.trim_start_matches('^').trim_end_matches('$');
    let (tool, inside) = source.strip_suffix(')')?.split_once('(')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if tool.is_empty() || !tool.chars().all(is_name) || inside.starts_with('?') {
        return None;
    }
    let has_argument = inside.contains([' ', ':', '/']) && !inside.contains(['|', '[']);
    let names = || TOOLS.iter().copied().chain(known.tools.iter().copied());
    if !names().any(|name| name == tool) {
        return has_argument.then_some(tool);
    }
    if inside.is_empty() {
        return Some(tool);
    }
    if let Some(texts) = node.texts() {
        // `Task(Create|List)` fits `TaskCreate`.
        let fits = texts.iter().any(|text| names().any(|name| name.contains(text.as_str())));
        return (!fits).then_some(tool);
    }
    let group = parse(inside).ok()?;
    let fits = |name: &str| {
        let after = name.strip_prefix(tool).and_then(|rest| rest.chars().next());
        group
            .iter()
            .any(|(_, node)| node.can_be_empty() || after.is_some_and(|c| node.first().has(c)))
    };
    (has_argument || !names().any(fits)).then_some(tool)
}
