//! Reading order: the order of the pages, in chapters.
//!
//! A module is named, or its name begins with a pattern; patterns are tried last. A module without
//! a chapter is an error, because its page would not be found.

use crate::Outcome;
use crate::codegen::schema::Module;

const CHAPTERS: &[(&str, &str)] = &[
    (
        "The conversation",
        "outgoing message api_message content content_media content_server message_user stream \
         result usage thinking rate_limit message_event message_report message_* content_*",
    ),
    (
        "News of the session",
        "system system_init system_session system_model system_task system_hook system_notice \
         system_*",
    ),
    (
        "The control protocol",
        "control initialize control_session control_settings control_mcp control_file \
         control_report control_dialog control_* mcp mcp_* sandbox settings* plugin* skill* agent*",
    ),
    (
        "Permissions and hooks",
        "permission permission_* hook hook_input_tool hook_input_session hook_input_project \
         hook_output hook_*",
    ),
    ("Tools", "tool tool_file tool_shell tool_web tool_agent tool_session tool_*"),
    ("Session files", "transcript transcript_*"),
    ("Names", "ids"),
];

/// A part of the pages.
#[derive(Debug)]
pub(super) struct Chapter<'m> {
    pub(super) title: &'static str,
    pub(super) modules: Vec<&'m Module>,
}

/// Sorts the modules into reading order.
pub(super) fn sort(modules: &mut [Module]) -> Outcome {
    if let Some(module) = modules.iter().find(|module| place(&module.name).is_none()) {
        return Err(format!(
            "the page of `{}` has no place yet: name it in schema-tools/src/protocol/order.rs",
            module.name
        ));
    }
    modules.sort_by_cached_key(|module| (place(&module.name), module.name.clone()));
    Ok(())
}

/// Returns the chapters of sorted modules.
pub(super) fn chapters(modules: &[Module]) -> Vec<Chapter<'_>> {
    let mut chapters: Vec<Chapter<'_>> = Vec::new();
    for module in modules {
        let title = place(&module.name).map_or("", |(chapter, _)| CHAPTERS[chapter].0);
        match chapters.last_mut().filter(|last| last.title == title) {
            Some(last) => last.modules.push(module),
            None => chapters.push(Chapter { title, modules: vec![module] }),
        }
    }
    chapters
}

/// Returns the chapter of a module and its place in it.
fn place(module: &str) -> Option<(usize, usize)> {
    let named = |name: &str| name == module;
    let begins = |name: &str| name.strip_suffix('*').is_some_and(|start| module.starts_with(start));
    find(named).or_else(|| find(begins))
}

fn find(matches: impl Fn(&str) -> bool) -> Option<(usize, usize)> {
    CHAPTERS.iter().enumerate().find_map(|(chapter, (_, names))| {
        names.split_whitespace().position(&matches).map(|at| (chapter, at))
    })
}
