//! Removed declarations: what the schema has only from declarations, and no declaration contains
//! any more.
//!
//! Items that were seen in recordings need no declaration: the CLI writes much that it does not
//! declare.

use super::compare::Compare;
use crate::codegen::schema::Provenance;
use crate::drift::finding::Kind;

impl Compare<'_> {
    /// Must be called after all pairs have been compared.
    pub(super) fn gone(&mut self) {
        let mut gone = Vec::new();
        for (name, body) in self.model.structs() {
            if let Some(Some(met)) = self.met.fields.get(name) {
                let declared = body.fields.0.iter().filter(|(_, field)| !field.seen);
                let lost = declared.filter(|(field, _)| !met.contains(field));
                gone.extend(lost.map(|(field, _)| format!("{name}.{field}")));
            }
        }
        for (name, body) in self.model.enums() {
            if let Some(Some(met)) = self.met.values.get(name) {
                let values = body.values.0.iter();
                let declared = values.filter(|(_, value)| value.from == Provenance::Declared);
                let lost = declared.filter(|(value, _)| !met.contains(value));
                gone.extend(lost.map(|(value, _)| format!("{name}={value}")));
            }
        }
        for (name, tags) in &self.met.tags {
            let Some(union) = self.model.union(name) else { continue };
            let lost = union.variants.0.iter().filter(|(tag, _)| !tags.contains(tag));
            let lost = lost.filter(|(_, variant)| !self.was_seen(&variant.type_));
            gone.extend(lost.map(|(tag, _)| format!("{name}/{tag}")));
        }
        for subject in gone {
            self.add(Kind::Gone, subject, "marked as declared in the schema, but not declared");
        }
    }

    /// Whether a struct was seen in recordings; unions are checked by their variants.
    fn was_seen(&self, type_: &str) -> bool {
        use crate::drift::model::Type;
        match self.model.type_(type_) {
            Type::Struct(_, body) => body.seen,
            _ => true,
        }
    }
}
