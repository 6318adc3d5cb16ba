//! Claims: compares what the schema marks as seen with what the recordings contain.
//!
//! Only lines of the CLI are checked, because only those are recorded.

use std::collections::BTreeSet;

use super::walk::Counts;
use crate::codegen::schema::{Field, Provenance, Struct};
use crate::drift::finding::{Findings, Kind, Witness};
use crate::drift::model::Model;

/// Reports claims without a recording, and recordings without a claim.
pub(super) fn check(model: &Model, counts: &Counts, findings: &mut Findings) {
    let reached = written_by_the_cli(model);
    let mut add = |subject: String, claimed: bool, met: u64| match (claimed, met) {
        (true, 0) => {
            let detail = "marked as seen in the schema, but in no recording";
            findings.add(Witness::Recordings, Kind::Gone, subject, detail);
        }
        (false, 1..) => {
            let detail =
                format!("marked as declared in the schema, but {met} times in the recordings");
            findings.add(Witness::Recordings, Kind::Type, subject, detail);
        }
        _ => {}
    };
    let met = |subject: &str| counts.get(subject).copied().unwrap_or_default();
    for (name, body) in model.structs().filter(|(name, _)| reached.contains(name)) {
        add(name.to_owned(), body.seen, met(name));
        if met(name) == 0 {
            continue;
        }
        for (at, (field, facts)) in body.fields.0.iter().enumerate() {
            let subject = format!("{name}.{field}");
            let claimed = facts.seen;
            let elsewhere = || met_anywhere(model, counts, name, body, at);
            let met = if claimed { elsewhere() } else { met(&subject) };
            add(subject, claimed, met);
        }
    }
    for (name, body) in model.enums().filter(|(name, _)| reached.contains(name) && met(name) > 0) {
        for (value, facts) in &body.values.0 {
            let subject = format!("{name}={value}");
            let met = met(&subject);
            add(subject, facts.from == Provenance::Seen, met);
        }
    }
}

/// Returns how often a field occurred, here or in other structs that include it: the claims of a
/// shared field are counted for all of them together. A field is shared if its text is the same.
fn met_anywhere(model: &Model, counts: &Counts, name: &str, body: &Struct, at: usize) -> u64 {
    let (wire, field) = &body.fields.0[at];
    let shares = |other: &Struct| {
        let same = |(name, facts): &(String, Field)| name == wire && facts.doc == field.doc;
        other.include.is_some() && other.fields.0.iter().any(same)
    };
    let met = |name: &str| counts.get(&format!("{name}.{wire}")).copied().unwrap_or_default();
    if body.include.is_none() {
        return met(name);
    }
    let family = model.structs().filter(|(other, body)| *other == name || shares(body));
    family.map(|(other, _)| met(other)).sum()
}

fn written_by_the_cli(model: &Model) -> BTreeSet<&str> {
    let frames = model.structs().map(|(name, _)| name).filter(|name| name.ends_with("Frame"));
    let lines = ["Message", "TranscriptLine"].into_iter().chain(frames);
    // A request of the CLI is answered by the SDK.
    let asked = |name: &str| {
        let union = model.union("IncomingRequest");
        union.is_some_and(|union| union.variants.0.iter().any(|(_, v)| v.type_ == name))
    };
    let ours = model.control_requests().filter(|(_, name, _)| !asked(name));
    let exchanges = ours.filter_map(|(_, _, body)| body.answer.as_deref());
    let lines = lines.chain(exchanges);
    let tools = model.structs().filter(|(_, body)| body.tool.is_some() || body.output_of.is_some());
    model.reach(lines.chain(tools.map(|(name, _)| name)).filter(|name| model.has(name)))
}
