//! List macros: the source of hand-written code about every hook event or control request.
//!
//! Each macro takes the name of another macro and calls it with all entries of its list, so that
//! such code does not list events and requests itself.

use std::fmt::Write as _;

use super::emit::PREAMBLE;
use super::reach;
use super::schema::{Enum, Item, Module, Union, find};

/// Returns the text of `generated/for_each.rs`, unformatted.
pub(crate) fn file(modules: &[Module]) -> Result<String, String> {
    let mut out = String::from(PREAMBLE);
    out.push_str("//! Lists: macros that call another with every hook event or control request.\n");
    let events: Vec<_> = events(modules)?
        .into_iter()
        .map(|(event, input, doc)| format!("{event}: {input}, {doc:?};"))
        .collect();
    let about = "every hook event, its input and a doc: `Event: Input, \"doc\";`";
    list(&mut out, "for_each_hook_event", about, &events);
    let outputs = union(modules, "HookSpecificOutput")?.variants.0.iter();
    let outputs: Vec<_> =
        outputs.map(|(event, variant)| format!("{event}: {};", variant.type_)).collect();
    let about = "every hook event with an output of its own: `Event: Output;`";
    list(&mut out, "for_each_hook_output", about, &outputs);
    let requests: Vec<_> =
        reach::outgoing(modules).into_iter().map(|name| format!("{name};")).collect();
    let about = "every control request that the SDK may send: `Request;`";
    list(&mut out, "for_each_request", about, &requests);
    Ok(out)
}

fn list(out: &mut String, name: &str, about: &str, entries: &[String]) {
    let _ = write!(
        out,
        "\n/// Calls a macro with {about}\n#[doc(hidden)]\n#[macro_export]\n\
         macro_rules! {name} {{\n    ($callback:ident) => {{\n        $callback! {{\n"
    );
    for entry in entries {
        let _ = writeln!(out, "            {entry}");
    }
    out.push_str("        }\n    };\n}\n");
}

/// Returns every event with its input and its doc, in the order of the inputs.
fn events(modules: &[Module]) -> Result<Vec<(&str, &str, &str)>, String> {
    let events = event_names(modules)?;
    let inputs = &union(modules, "HookInput")?.variants.0;
    let input = |event: &str| inputs.iter().any(|(name, _)| name == event);
    if let Some((event, _)) = events.values.0.iter().find(|(event, _)| !input(event)) {
        return Err(format!("`HookInput` has no `{event}`, which `HookEvent` has"));
    }
    inputs
        .iter()
        .map(|(event, variant)| {
            let known = events.values.0.iter().find(|(name, _)| name == event);
            let (_, value) = known
                .ok_or_else(|| format!("`HookEvent` has no `{event}`, which `HookInput` has"))?;
            Ok((&**event, &*variant.type_, &*value.doc))
        })
        .collect()
}

fn event_names(modules: &[Module]) -> Result<&Enum, String> {
    match find(modules, "HookEvent") {
        Some(Item::Enum(events)) => Ok(events),
        _ => Err("`HookEvent` is no enum".to_owned()),
    }
}

fn union<'m>(modules: &'m [Module], name: &str) -> Result<&'m Union, String> {
    match find(modules, name) {
        Some(Item::Union(body)) => Ok(body),
        _ => Err(format!("`{name}` is no union")),
    }
}
