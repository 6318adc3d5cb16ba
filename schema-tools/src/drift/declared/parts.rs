//! Parts: the alternatives of a type, with names resolved: a text, a number, one of these objects,
//! ...
//!
//! A name that is not declared here (imports, type parameters) may be any type.

use std::collections::BTreeSet;

use super::parse::Declarations;
use super::syntax::{Member, Syntax};

/// The alternatives of a type.
#[derive(Debug, Default, Clone)]
pub(super) struct Parts {
    pub(super) null: bool,
    pub(super) text: bool,
    pub(super) literals: BTreeSet<String>,
    pub(super) bool_: bool,
    pub(super) number: bool,
    pub(super) lists: Vec<Syntax>,
    pub(super) maps: Vec<Syntax>,
    pub(super) objects: Vec<Object>,
    /// Whether there is an alternative that is unknown here.
    pub(super) any: bool,
}

/// One object type, with the fields of the types that it extends.
#[derive(Debug, Default, Clone)]
pub(super) struct Object {
    pub(super) fields: Vec<Field>,
    /// Whether it may have fields that are unknown here.
    pub(super) open: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) optional: bool,
    pub(super) type_: Syntax,
}

impl Object {
    pub(super) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// A depth that no type reaches without an object in between.
const DEEP: usize = 40;

impl Declarations {
    pub(super) fn parts(&self, type_: &Syntax) -> Parts {
        self.resolve(type_, DEEP)
    }

    fn resolve(&self, type_: &Syntax, depth: usize) -> Parts {
        let Some(depth) = depth.checked_sub(1) else {
            return Parts::any();
        };
        match type_ {
            Syntax::Other => Parts::any(),
            Syntax::Literal(text) => {
                Parts { literals: BTreeSet::from([text.clone()]), ..Parts::default() }
            }
            Syntax::List(item) => Parts { lists: vec![(**item).clone()], ..Parts::default() },
            Syntax::Union(all) => {
                all.iter().map(|one| self.resolve(one, depth)).fold(Parts::default(), Parts::or)
            }
            Syntax::Both(all) => {
                let mut all = all.iter().map(|one| self.resolve(one, depth));
                let first = all.next().unwrap_or_default();
                all.fold(first, Parts::and)
            }
            Syntax::Object(members) => object(members),
            Syntax::FieldOf(type_, name) => {
                let parts = self.resolve(type_, depth);
                let fields = parts.objects.iter().filter_map(|object| object.field(name));
                let found: Vec<_> = fields.map(|f| self.resolve(&f.type_, depth)).collect();
                if found.is_empty() { Parts::any() } else { any_of(found) }
            }
            Syntax::Name(name, arguments) => self.named(name, arguments, depth),
        }
    }

    fn named(&self, name: &str, arguments: &[Syntax], depth: usize) -> Parts {
        let argument = |at: usize| arguments.get(at).cloned().unwrap_or(Syntax::Other);
        let inner = || self.resolve(&argument(0), depth);
        match name {
            "string" | "UUID" => Parts { text: true, ..Parts::default() },
            "number" => Parts { number: true, ..Parts::default() },
            "boolean" | "true" | "false" => Parts { bool_: true, ..Parts::default() },
            "null" => Parts { null: true, ..Parts::default() },
            "undefined" | "void" | "never" => Parts::default(),
            "Array" | "ReadonlyArray" => Parts { lists: vec![argument(0)], ..Parts::default() },
            "Record" => self.record(&inner(), argument(1)),
            "Readonly" | "NonNullable" => Parts { null: false, ..inner() },
            "Partial" => inner().each(|field| Some(Field { optional: true, ..field })),
            "Required" => inner().each(|field| Some(Field { optional: false, ..field })),
            "Omit" => {
                let names = self.resolve(&argument(1), depth).literals;
                inner().each(|field| (!names.contains(&field.name)).then_some(field))
            }
            "Pick" => {
                let names = self.resolve(&argument(1), depth).literals;
                inner().each(|field| names.contains(&field.name).then_some(field))
            }
            _ => match self.types.get(name) {
                Some(type_) => self.resolve(type_, depth),
                None => Parts::any(),
            },
        }
    }

    /// A map, unless its keys are few and known.
    fn record(&self, keys: &Parts, value: Syntax) -> Parts {
        if keys.text || keys.any || keys.literals.is_empty() {
            return Parts { maps: vec![value], ..Parts::default() };
        }
        let field =
            |name: &String| Field { name: name.clone(), optional: false, type_: value.clone() };
        let fields = keys.literals.iter().map(field).collect();
        Parts { objects: vec![Object { fields, open: false }], ..Parts::default() }
    }
}

fn object(members: &[Member]) -> Parts {
    let named = members.iter().filter_map(|member| {
        let name = member.name.clone()?;
        Some(Field { name, optional: member.optional, type_: member.type_.clone() })
    });
    let fields: Vec<_> = named.collect();
    match members.iter().find(|member| member.name.is_none()) {
        Some(index) if fields.is_empty() => {
            Parts { maps: vec![index.type_.clone()], ..Parts::default() }
        }
        index => {
            let object = Object { fields, open: index.is_some() };
            Parts { objects: vec![object], ..Parts::default() }
        }
    }
}

fn any_of(all: Vec<Parts>) -> Parts {
    all.into_iter().fold(Parts::default(), Parts::or)
}

impl Parts {
    fn any() -> Self {
        Self { any: true, ..Self::default() }
    }

    fn or(mut self, other: Self) -> Self {
        self.null |= other.null;
        self.text |= other.text;
        self.bool_ |= other.bool_;
        self.number |= other.number;
        self.any |= other.any;
        self.literals.extend(other.literals);
        self.lists.extend(other.lists);
        self.maps.extend(other.maps);
        self.objects.extend(other.objects);
        self
    }

    /// An intersection: every object with every other. An unknown part leaves the object open.
    fn and(self, other: Self) -> Self {
        if self.objects.is_empty() || other.objects.is_empty() {
            let open = self.any || other.any || !self.maps.is_empty() || !other.maps.is_empty();
            let mut known = if self.objects.is_empty() && !self.text { other } else { self };
            known.any = false;
            known.objects.iter_mut().for_each(|object| object.open |= open);
            return known;
        }
        let mut both = Self::default();
        for left in &self.objects {
            for right in &other.objects {
                let mut fields = right.fields.clone();
                let more = left.fields.iter().filter(|field| right.field(&field.name).is_none());
                fields.splice(0..0, more.cloned());
                both.objects.push(Object { fields, open: left.open || right.open });
            }
        }
        both
    }

    fn each(mut self, change: impl Fn(Field) -> Option<Field>) -> Self {
        for object in &mut self.objects {
            let fields = std::mem::take(&mut object.fields);
            object.fields = fields.into_iter().filter_map(&change).collect();
        }
        self
    }
}
