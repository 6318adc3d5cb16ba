//! Blocks: writes the lines of a flood in blocks, and counts their UUIDs up.

/// The size of the blocks in which a flood is written.
const BLOCK: usize = 256 * 1024;

/// The digits at the end of a UUID that count the messages.
const DIGITS: usize = 12;

/// The blocks of a flood, each with the length of one write.
#[derive(Debug)]
pub struct Blocks {
    block: Vec<u8>,
    /// The positions of the counting digits of each line.
    digits: Vec<usize>,
    /// The end of each line.
    ends: Vec<usize>,
    next: usize,
    count: usize,
}

impl Blocks {
    /// A block contains complete rounds of `lines`.
    pub(super) fn new(lines: &[String], uuid: &str, count: usize) -> Self {
        let round: usize = lines.iter().map(String::len).sum();
        let rounds = (BLOCK / round).clamp(1, count.div_ceil(lines.len()).max(1));
        let mut blocks = Self {
            block: Vec::with_capacity(rounds * round),
            digits: Vec::new(),
            ends: Vec::new(),
            next: 0,
            count,
        };
        for line in lines.iter().cycle().take(rounds * lines.len()) {
            let at = line.find(uuid).unwrap_or_default() + uuid.len() - DIGITS;
            blocks.digits.push(blocks.block.len() + at);
            blocks.block.extend_from_slice(line.as_bytes());
            blocks.ends.push(blocks.block.len());
        }
        blocks
    }

    /// Returns the next block, or `None` after the last.
    pub fn next_block(&mut self) -> Option<&[u8]> {
        let lines = (self.count - self.next).min(self.digits.len());
        if lines == 0 {
            return None;
        }
        for at in &self.digits[..lines] {
            hex(self.next, &mut self.block[*at..at + DIGITS]);
            self.next += 1;
        }
        Some(&self.block[..self.ends[lines - 1]])
    }
}

/// Writes a number in hexadecimal digits.
fn hex(mut number: usize, digits: &mut [u8]) {
    for digit in digits.iter_mut().rev() {
        *digit = b"0123456789abcdef"[number % 16];
        number /= 16;
    }
}
