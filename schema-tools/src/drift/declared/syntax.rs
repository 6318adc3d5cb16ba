//! Syntax: a type as it is written.

/// The right side of a declaration, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Syntax {
    /// A name with its arguments, without its namespace.
    Name(String, Vec<Syntax>),
    /// A literal text.
    Literal(String),
    Object(Vec<Member>),
    /// `T[]`.
    List(Box<Syntax>),
    /// `A | B`.
    Union(Vec<Syntax>),
    /// `A & B`.
    Both(Vec<Syntax>),
    /// `T['name']`.
    FieldOf(Box<Syntax>, String),
    /// Functions, conditions, queries: nothing that JSON can contain, or that is known here.
    Other,
}

/// One member of an object type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    /// `None` is an index: the type of all other members.
    pub(super) name: Option<String>,
    pub(super) optional: bool,
    pub(super) type_: Syntax,
}
