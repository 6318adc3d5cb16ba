//! Includes: common fields of several structs, which are written once and copied into each.

use super::schema::{Field, Item, Module, Struct, find};

/// Copies the included fields before those of each struct, and drops the abstract structs.
pub(crate) fn resolve(modules: &mut [Module]) -> Result<(), String> {
    let mut found = Vec::new();
    for (at, module) in modules.iter().enumerate() {
        for (item, (name, body)) in module.items.iter().enumerate() {
            if let Item::Struct(body) = body
                && body.include.is_some()
            {
                let fields = included(modules, body, 0).map_err(|e| format!("`{name}`: {e}"))?;
                found.push((at, item, fields));
            }
        }
    }
    for (at, item, mut fields) in found {
        if let Item::Struct(body) = &mut modules[at].items[item].1 {
            // A struct may define a common field more exactly.
            fields.retain(|(name, _)| body.fields.0.iter().all(|(own, _)| own != name));
            fields.append(&mut body.fields.0);
            body.fields.0 = fields;
        }
    }
    for module in modules {
        module.items.retain(|(_, item)| !matches!(item, Item::Struct(body) if body.is_abstract));
    }
    Ok(())
}

fn included(
    modules: &[Module],
    body: &Struct,
    depth: usize,
) -> Result<Vec<(String, Field)>, String> {
    let Some(name) = &body.include else {
        return Ok(Vec::new());
    };
    let Some(Item::Struct(base)) = find(modules, name) else {
        return Err(format!("includes `{name}`, which is no struct"));
    };
    if depth > 8 {
        return Err(format!("includes `{name}` in a circle"));
    }
    let mut fields = included(modules, base, depth + 1)?;
    fields.extend(base.fields.0.iter().cloned());
    Ok(fields)
}
