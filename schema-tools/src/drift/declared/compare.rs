//! Comparison: walks both sides together, from one pair of types down to texts and numbers.
//!
//! Raw JSON in the schema is not compared. A field that is optional in the schema and required in
//! the declarations is not a difference, because the schema is lenient on purpose.

use std::collections::{BTreeMap, BTreeSet};

use super::parse::Declarations;
use super::parts::{Object, Parts};
use super::syntax::Syntax;
use crate::codegen::schema::{Enum, Need, Struct, Union};
use crate::drift::finding::{Findings, Kind, Witness};
use crate::drift::model::{Model, Type, variant};

/// Not compared where they occur: requests are compared by their subtypes, those of both sides
/// together; content blocks belong to the API and are declared in another package.
const ELSEWHERE: [&str; 2] = ["IncomingRequest", "ContentBlock"];

pub(super) struct Compare<'a> {
    pub(super) declared: &'a Declarations,
    pub(super) model: &'a Model,
    pub(super) findings: Findings,
    /// What occurred, for [`super::gone`].
    pub(super) met: Met,
    done: BTreeSet<(String, String)>,
}

/// What the declarations contain of each item of the schema.
#[derive(Default)]
pub(super) struct Met {
    /// The fields of each struct; `None` if some of them are unknown here.
    pub(super) fields: BTreeMap<String, Option<BTreeSet<String>>>,
    pub(super) tags: BTreeMap<String, BTreeSet<String>>,
    /// The values of each enum; `None` if any text is allowed.
    pub(super) values: BTreeMap<String, Option<BTreeSet<String>>>,
}

impl<'a> Compare<'a> {
    pub(super) fn new(declared: &'a Declarations, model: &'a Model) -> Self {
        let (findings, met) = (Findings::default(), Met::default());
        Self { declared, model, findings, met, done: BTreeSet::new() }
    }

    /// Compares a declared type with a type of the schema; `place` is the field that contains it.
    pub(super) fn pair(&mut self, declared: &Syntax, type_: &str, place: &str) {
        let parts = self.declared.parts(declared);
        self.parts(&parts, type_, place);
    }

    pub(super) fn parts(&mut self, parts: &Parts, type_: &str, place: &str) {
        match self.model.type_(type_) {
            Type::Any | Type::Content => {}
            Type::Union(name, _) if ELSEWHERE.contains(&name) => {}
            Type::Text => self.only(parts, Form::Text, type_, place),
            Type::Bool => self.only(parts, Form::Bool, type_, place),
            Type::Whole | Type::Number => self.only(parts, Form::Number, type_, place),
            Type::TextOr(inner) => {
                let rest = Parts { text: false, literals: BTreeSet::new(), ..parts.clone() };
                self.parts(&rest, inner, place);
            }
            Type::List(inner) => {
                self.only(parts, Form::List, type_, place);
                parts.lists.iter().for_each(|item| self.pair(item, inner, place));
            }
            Type::Map(inner) => {
                self.only(parts, Form::Map, type_, place);
                parts.maps.iter().for_each(|value| self.pair(value, inner, place));
                let fields = parts.objects.iter().flat_map(|object| &object.fields);
                fields.for_each(|field| self.pair(&field.type_, inner, place));
            }
            Type::Enum(name, body) => {
                self.only(parts, Form::Text, type_, place);
                self.values(parts, name, body);
            }
            Type::Struct(name, body) => {
                self.only(parts, Form::Object, type_, place);
                self.objects(&parts.objects, name, body);
            }
            Type::Union(name, body) => {
                self.only(parts, Form::Object, type_, place);
                self.tagged(&parts.objects, name, body);
            }
        }
    }

    /// Reports alternatives that the type of the schema cannot hold.
    fn only(&mut self, parts: &Parts, form: Form, type_: &str, place: &str) {
        let others = parts.forms().into_iter().filter(|other| !form.takes(*other));
        let others: Vec<_> = others.map(Form::name).collect();
        if !others.is_empty() {
            let detail = format!("may be {}; the schema has {type_}", others.join(" or "));
            self.add(Kind::Type, place, detail);
        }
    }

    fn values(&mut self, parts: &Parts, name: &str, body: &Enum) {
        let known = |value: &String| body.values.0.iter().any(|(other, _)| other == value);
        for value in parts.literals.iter().filter(|value| !known(value)) {
            self.add(Kind::New, format!("{name}={value}"), "");
        }
        let met = self.met.values.entry(name.to_owned()).or_insert_with(|| Some(BTreeSet::new()));
        if parts.text || parts.any {
            *met = None;
        } else if let Some(met) = met {
            met.extend(parts.literals.iter().cloned());
        }
    }

    fn tagged(&mut self, objects: &[Object], name: &str, body: &Union) {
        let mut variants: BTreeMap<String, Vec<Object>> = BTreeMap::new();
        for object in objects {
            let tag = object.field(&body.tag).map(|field| self.declared.parts(&field.type_));
            let tags = tag.map(|tag| tag.literals).unwrap_or_default();
            let tags = if tags.is_empty() { body.default.iter().cloned().collect() } else { tags };
            if tags.is_empty() && !object.open {
                self.add(Kind::Type, name, format!("an alternative without a `{}`", body.tag));
            }
            for tag in tags {
                variants.entry(tag).or_default().push(object.clone());
            }
        }
        for (tag, objects) in variants {
            self.met.tags.entry(name.to_owned()).or_default().insert(tag.clone());
            match variant(body, &tag) {
                Some(type_) => {
                    let parts = Parts { objects, ..Parts::default() };
                    self.parts(&parts, type_, &format!("{name}/{tag}"));
                }
                None => self.add(Kind::New, format!("{name}/{tag}"), fields(&objects)),
            }
        }
    }

    /// Compares alternatives that are one struct in the schema.
    fn objects(&mut self, objects: &[Object], name: &str, body: &Struct) {
        let key = (format!("{objects:?}"), name.to_owned());
        if objects.is_empty() || !self.done.insert(key) {
            return;
        }
        let mut names: Vec<&str> = Vec::new();
        for field in objects.iter().flat_map(|object| &object.fields) {
            if !names.contains(&&*field.name) {
                names.push(&field.name);
            }
        }
        self.meet(objects, name, &names);
        for field in names {
            if !body.tags.0.iter().any(|(tag, _)| tag == field) {
                self.field(objects, name, body, field);
            }
        }
    }

    fn meet(&mut self, objects: &[Object], name: &str, names: &[&str]) {
        let met = self.met.fields.entry(name.to_owned()).or_insert_with(|| Some(BTreeSet::new()));
        if objects.iter().any(|object| object.open) {
            *met = None;
        } else if let Some(met) = met {
            met.extend(names.iter().map(|name| (*name).to_owned()));
        }
    }

    fn field(&mut self, objects: &[Object], name: &str, body: &Struct, wire: &str) {
        let subject = format!("{name}.{wire}");
        let found: Vec<_> = objects.iter().map(|object| object.field(wire)).collect();
        let optional = found.iter().any(|field| field.is_none_or(|field| field.optional));
        let union = Syntax::Union(found.iter().flatten().map(|f| f.type_.clone()).collect());
        let parts = self.declared.parts(&union);
        let Some((_, field)) = body.fields.0.iter().find(|(other, _)| other == wire) else {
            let detail = if optional { "optional, " } else { "" };
            return self.add(Kind::New, subject, format!("{detail}{}", parts.name()));
        };
        if optional && field.need == Need::Required {
            self.add(Kind::Type, &subject, "may be absent; it is Required");
        }
        if parts.null && matches!(field.need, Need::Required | Need::Optional) {
            self.add(Kind::Type, &subject, format!("may be null; it is {:?}", field.need));
        }
        self.parts(&parts, &field.type_, &subject);
    }

    pub(super) fn add(
        &mut self,
        kind: Kind,
        subject: impl Into<String>,
        detail: impl Into<String>,
    ) {
        self.findings.add(Witness::Declarations, kind, subject, detail);
    }
}

/// The JSON types, as far as declarations distinguish them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Bool,
    Number,
    List,
    Map,
    Object,
}

impl Form {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Bool => "true or false",
            Self::Number => "a number",
            Self::List => "a list",
            Self::Map => "a map",
            Self::Object => "an object",
        }
    }

    /// Whether one form may stand for the other: an object may be a map of its fields, and a map an
    /// object with unknown fields.
    fn takes(self, other: Self) -> bool {
        let object = |form| matches!(form, Self::Map | Self::Object);
        self == other || (object(self) && object(other))
    }
}

impl Parts {
    fn forms(&self) -> Vec<Form> {
        let forms = [
            (self.text || !self.literals.is_empty(), Form::Text),
            (self.bool_, Form::Bool),
            (self.number, Form::Number),
            (!self.lists.is_empty(), Form::List),
            (!self.maps.is_empty(), Form::Map),
            (!self.objects.is_empty(), Form::Object),
        ];
        forms.into_iter().filter(|(there, _)| *there).map(|(_, form)| form).collect()
    }

    /// The alternatives as text; only a few literals are named.
    pub(super) fn name(&self) -> String {
        let mut names: Vec<_> =
            self.forms().into_iter().map(Form::name).map(str::to_owned).collect();
        if !self.text && !self.literals.is_empty() && self.literals.len() <= 6 {
            let literals: Vec<_> = self.literals.iter().map(|text| format!("`{text}`")).collect();
            names[0] = literals.join(" or ");
        }
        names.extend(self.null.then(|| "null".to_owned()));
        if names.is_empty() { "anything".to_owned() } else { names.join(" or ") }
    }
}

/// The names of the fields of an object that is completely new.
fn fields(objects: &[Object]) -> String {
    let names = objects.iter().flat_map(|object| object.fields.iter().map(|field| &*field.name));
    let names: BTreeSet<_> = names.collect();
    names.into_iter().collect::<Vec<_>>().join(", ")
}
