//! Regular expressions of JavaScript: parses one as the CLI does (`new RegExp(pattern)`, without
//! flags), and finds out whether it can match a name at all.
//!
//! It does not match texts, and does not know what the pattern is compared with. Read `parse.rs`
//! next, then `check.rs`.

/// A part of a regular expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    /// One character of a set.
    One(Set),
    /// `^`.
    Start,
    /// `$`.
    End,
    /// An assertion or a reference that may hold for the empty text: `\b`, `(?<=a)`, `\1`.
    Maybe,
    /// An assertion that never holds: `(?!)`.
    Never,
    /// `(?=…)`: what follows must match.
    Ahead(Box<Self>),
    /// Parts that follow each other.
    Sequence(Vec<Self>),
    /// Alternatives.
    Either(Vec<Self>),
    /// A part that may be missing, if `optional`.
    Repeat { part: Box<Self>, optional: bool },
}

/// A set of characters. Only ASCII is kept, because names contain nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Set(u128);

impl Set {
    pub(super) const ALL: Self = Self(u128::MAX);

    pub(super) fn one(unit: u16) -> Self {
        Self::range(unit, unit)
    }

    pub(super) fn range(first: u16, last: u16) -> Self {
        (first..=last.min(127)).fold(Self(0), |set, unit| Self(set.0 | 1 << unit))
    }

    pub(super) fn of(fits: impl Fn(char) -> bool) -> Self {
        (0..128_u8)
            .filter(|byte| fits(char::from(*byte)))
            .fold(Self(0), |set, byte| Self(set.0 | 1 << byte))
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn inverse(self) -> Self {
        Self(!self.0)
    }

    pub(super) fn has(self, c: char) -> bool {
        u32::from(c) < 128 && self.0 & (1 << u32::from(c)) != 0
    }

    fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns the character, if there is only one.
    fn only(self) -> Option<char> {
        let byte = u8::try_from(self.0.trailing_zeros()).ok()?;
        (self.0.count_ones() == 1).then(|| char::from(byte))
    }
}

/// The most texts that are listed for an expression.
const MOST_TEXTS: usize = 64;

impl Node {
    /// Returns whether the expression can match a text of these characters. `true` if in doubt.
    pub(super) fn can_match(&self, names: Set) -> bool {
        match self {
            Self::One(set) => set.meets(names),
            Self::Start | Self::End | Self::Maybe => true,
            Self::Never => false,
            Self::Ahead(part) => part.can_match(names),
            Self::Either(parts) => parts.iter().any(|part| part.can_match(names)),
            Self::Repeat { part, optional } => *optional || part.can_match(names),
            Self::Sequence(parts) => {
                let empty = |parts: &[Self]| parts.iter().all(Self::can_be_empty);
                parts.iter().enumerate().all(|(at, part)| {
                    part.can_match(names)
                        && match part {
                            Self::Start => empty(&parts[..at]),
                            Self::End => empty(&parts[at..]),
                            _ => true,
                        }
                })
            }
        }
    }

    /// Returns whether the expression can match the empty text. `true` if in doubt.
    pub(super) fn can_be_empty(&self) -> bool {
        match self {
            Self::One(_) | Self::Never => false,
            Self::Start | Self::End | Self::Maybe | Self::Ahead(_) => true,
            Self::Sequence(parts) => parts.iter().all(Self::can_be_empty),
            Self::Either(parts) => parts.iter().any(Self::can_be_empty),
            Self::Repeat { part, optional } => *optional || part.can_be_empty(),
        }
    }

    /// Returns whether the expression certainly matches every text. `false` if in doubt.
    pub(super) fn matches_all(&self) -> bool {
        match self {
            Self::Sequence(parts) => parts.iter().all(Self::matches_all),
            Self::Either(parts) => parts.iter().any(Self::matches_all),
            Self::Repeat { part, optional } => *optional || part.matches_all(),
            _ => false,
        }
    }

    /// Returns the characters with which a match may begin.
    pub(super) fn first(&self) -> Set {
        match self {
            Self::One(set) => *set,
            Self::Start | Self::End | Self::Never => Set::default(),
            Self::Maybe | Self::Ahead(_) => Set::ALL,
            Self::Either(parts) => {
                parts.iter().fold(Set::default(), |set, part| set.or(part.first()))
            }
            Self::Repeat { part, .. } => part.first(),
            Self::Sequence(parts) => {
                let mut first = Set::default();
                for part in parts {
                    first = first.or(part.first());
                    if !part.can_be_empty() {
                        break;
                    }
                }
                first
            }
        }
    }

    /// Returns the alternatives, also those in a group around the whole expression.
    pub(super) fn alternatives(&self) -> Vec<&Self> {
        match self {
            Self::Either(parts) => parts.iter().flat_map(Self::alternatives).collect(),
            Self::Sequence(parts) if parts.len() == 1 => parts[0].alternatives(),
            other => vec![other],
        }
    }

    /// Returns the texts that the expression matches, if it must match the whole text (`^…$`) and
    /// lists whole texts only.
    pub(super) fn whole_texts(&self) -> Option<Vec<String>> {
        let Self::Sequence(parts) = self else { return None };
        match parts.as_slice() {
            [Self::Start, between @ .., Self::End] => sequence(between),
            _ => None,
        }
    }

    /// Returns the texts that the expression consists of, if it has alternatives only.
    pub(super) fn texts(&self) -> Option<Vec<String>> {
        match self {
            Self::One(set) => Some(vec![set.only()?.to_string()]),
            Self::Sequence(parts) => sequence(parts),
            Self::Either(parts) => {
                let mut texts = Vec::new();
                for part in parts {
                    texts.extend(part.texts()?);
                }
                (texts.len() <= MOST_TEXTS).then_some(texts)
            }
            _ => None,
        }
    }
}

fn sequence(parts: &[Node]) -> Option<Vec<String>> {
    let mut texts = vec![String::new()];
    for part in parts {
        let ends = part.texts()?;
        if texts.len() * ends.len() > MOST_TEXTS {
            return None;
        }
        let joined = |begin: &String| ends.iter().map(|end| format!("{begin}{end}")).collect();
        texts = texts.iter().flat_map(|begin| -> Vec<String> { joined(begin) }).collect();
    }
    Some(texts)
}
