//! Shapes: describe the JSON of each type as data, for the tolerant pass.

/// Returns the shape of a type. It is a function, so that types can be recursive.
pub(crate) type ShapeOf = fn() -> Shape;

/// The shape of a value.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// A string.
    Text,
    /// `true` or `false`.
    Bool,
    /// A non-negative integer.
    Unsigned,
    /// An integer.
    Signed,
    /// A number.
    Float,
    /// Any value.
    Any,
    /// A list of values of one shape, and the size of such a value in memory.
    List(ShapeOf, usize),
    /// An object of values of one shape, and the size of such a value in memory.
    Map(ShapeOf, usize),
    /// A string, or a value of another shape.
    TextOr(ShapeOf),
    /// An object with known fields.
    Object(&'static Fields),
    /// An object whose fields depend on its tag.
    Union(&'static Variants),
}

/// Whether a field may be absent or `null`.
#[derive(Clone, Copy, PartialEq, Eq)]
#[allow(non_camel_case_types, reason = "the names in the tables")]
pub(crate) enum Need {
    /// The field must be present.
    required,
    /// The field may be absent.
    optional,
    /// The field may be `null`.
    nullable,
    /// The field may be absent or `null`.
    maybe,
}

/// The fields of an object.
pub(crate) struct Fields {
    /// The names in the JSON, in the usual order.
    pub(crate) names: &'static [&'static str],
    /// The constant fields: the tag of the object or of an outer union.
    pub(crate) tags: &'static [(&'static str, &'static str)],
    /// Whether each field may be absent or `null`.
    pub(crate) needs: &'static [Need],
    /// The shape of each field.
    pub(crate) shapes: &'static [ShapeOf],
    /// The required fields, as a bit set.
    pub(crate) required: u128,
    /// The size of the struct in memory.
    pub(crate) size: usize,
    /// The lengths of the names, as a bit set. The last bit is for all longer ones.
    lengths: u64,
}

/// The variants of a tagged union.
pub(crate) struct Variants {
    /// The name of the tag.
    pub(crate) tag: &'static str,
    /// The value of the tag if it is absent.
    pub(crate) default: Option<&'static str>,
    /// The known values of the tag, each with the shape of the whole object.
    pub(crate) known: &'static [(&'static str, ShapeOf)],
}

impl Fields {
    /// Creates the table of a struct. More than 128 fields are a compile error.
    pub(crate) const fn new(
        names: &'static [&'static str],
        tags: &'static [(&'static str, &'static str)],
        needs: &'static [Need],
        shapes: &'static [ShapeOf],
        size: usize,
    ) -> Self {
        assert!(needs.len() <= 128, "a struct may have 128 fields");
        let (mut required, mut lengths, mut at) = (0, 0, 0);
        while at < needs.len() {
            lengths |= bit_of(names[at].len());
            if matches!(needs[at], Need::required) {
                required |= 1 << at;
            }
            at += 1;
        }
        Self { names, tags, needs, shapes, required, size, lengths }
    }

    /// Returns whether a field may have a name of this length. Most unknown names are excluded by
    /// their length.
    pub(crate) fn has_name_of_length(&self, length: usize) -> bool {
        self.lengths & bit_of(length) != 0
    }
}

const fn bit_of(length: usize) -> u64 {
    1 << if length < 63 { length } else { 63 }
}
