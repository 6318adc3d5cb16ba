//! What the JSON of a type looks like, as data: for repair, without code for each type.

/// Tells the shape of a type. A function, so that types may hold themselves.
pub(crate) type ShapeOf = fn() -> Shape;

/// The shape of a value.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// A string.
    Text,
    /// `true` or `false`.
    Bool,
    /// An integer that is not negative.
    Unsigned,
    /// An integer.
    Signed,
    /// A number.
    Float,
    /// Any value.
    Any,
    /// A list of values of one shape.
    List(ShapeOf),
    /// An object of values of one shape.
    Map(ShapeOf),
    /// A string, or else another shape.
    TextOr(ShapeOf),
    /// An object with known fields.
    Object(&'static Fields),
    /// An object whose fields depend on its tag.
    Union(&'static Variants),
}

/// How a field may be missing.
#[derive(Clone, Copy, PartialEq, Eq)]
#[allow(non_camel_case_types, reason = "named as in the tables")]
pub(crate) enum Need {
    /// The object is useless without it.
    required,
    /// It may be absent.
    optional,
    /// It may be null.
    nullable,
    /// It may be absent or null.
    maybe,
}

/// The fields of an object.
pub(crate) struct Fields {
    /// Their names on the wire, in the usual order.
    pub(crate) names: &'static [&'static str],
    /// Constant fields: the object's tag, or a tag of an outer union.
    pub(crate) tags: &'static [(&'static str, &'static str)],
    /// How each may be missing.
    pub(crate) needs: &'static [Need],
    /// What each looks like.
    pub(crate) shapes: &'static [ShapeOf],
    /// The required fields, as a set of bits.
    pub(crate) required: u128,
}

/// The variants of a tagged union.
pub(crate) struct Variants {
    /// The name of the tag.
    pub(crate) tag: &'static str,
    /// Which variant it is if the tag is absent.
    pub(crate) default: Option<&'static str>,
    /// The values of the tag, with the shape of the whole object.
    pub(crate) known: &'static [(&'static str, ShapeOf)],
}

impl Fields {
    /// Refuses, when compiled, a struct of more than 128 fields.
    pub(crate) const fn new(
        names: &'static [&'static str],
        tags: &'static [(&'static str, &'static str)],
        needs: &'static [Need],
        shapes: &'static [ShapeOf],
    ) -> Self {
        assert!(needs.len() <= 128, "a struct may have 128 fields");
        let (mut required, mut at) = (0, 0);
        while at < needs.len() {
            if matches!(needs[at], Need::required) {
                required |= 1 << at;
            }
            at += 1;
        }
        Self { names, tags, needs, shapes, required }
    }
}
