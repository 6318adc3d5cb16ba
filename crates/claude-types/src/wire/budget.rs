//! Budget: how much memory the value of one line may take, compared with the line.
//!
//! A few bytes of JSON can stand for hundreds of bytes of memory: `{},` for a whole block, `"":0,`
//! for an unknown field. So what is allocated beyond the texts is counted while a value is read. A
//! line whose value would take a multiple of the line does not fit its type: the tolerant pass then
//! keeps the large part of it raw.

/// What a value may take beyond its texts, for each byte of its line.
const PER_BYTE: usize = 2;

/// What a value may take beyond its texts in addition, whatever the length of its line.
const ALWAYS: usize = 16 << 20;

/// The least memory that an allocation takes.
pub(crate) const ALLOCATION: usize = 32;

/// What an unknown field takes: two texts, and its place in a list that grows.
pub(crate) const FIELD: usize = 128;

/// The memory that was counted, and its limit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Budget {
    spent: usize,
    limit: usize,
}

impl Budget {
    /// Creates the budget of a line of this length.
    #[inline]
    pub(crate) fn of_line(length: usize) -> Self {
        Self { spent: 0, limit: length.saturating_mul(PER_BYTE).saturating_add(ALWAYS) }
    }

    /// Creates a budget that only counts.
    pub(crate) fn unlimited() -> Self {
        Self { spent: 0, limit: usize::MAX }
    }

    /// Counts some bytes. Returns `false` if they are too many.
    #[inline]
    pub(crate) fn spend(&mut self, bytes: usize) -> bool {
        self.spent = self.spent.saturating_add(bytes);
        self.spent <= self.limit
    }

    /// Returns the bytes that were counted.
    pub(crate) fn spent(&self) -> usize {
        self.spent
    }
}

/// Returns what an item of a list takes: the place of the item, in a list that grows, and one
/// allocation of its own.
pub(crate) const fn item(size: usize) -> usize {
    2 * size + ALLOCATION
}

/// Returns what an entry of a map takes: a place in a tree, and the text of its key.
pub(crate) const fn entry(size: usize) -> usize {
    2 * (size + size_of::<String>()) + ALLOCATION
}
