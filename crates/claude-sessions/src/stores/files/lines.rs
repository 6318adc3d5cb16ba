//! Lines: reads a part of a log.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};

use bytes::Bytes;

use super::failure::failed;
use crate::ports::{Entry, StoreError};

/// How much is read at once to find a line from the end, in bytes.
const BLOCK: u64 = 256 << 10;
/// A page of a stream ends behind this many bytes.
const PAGE: usize = 1 << 20;
/// The most lines of a page.
const MOST: usize = 512;

/// The lines from one position to another.
pub(super) struct Lines {
    file: BufReader<File>,
    /// How many bytes are left.
    left: u64,
    /// The position of the next line.
    pub(super) at: u64,
}

impl Lines {
    /// Begins at line `from` of a log of so many lines and bytes. Lines are counted from the end: what is
    /// read again is mostly near it.
    pub(super) fn new(
        mut file: File,
        from: u64,
        lines: u64,
        bytes: u64,
    ) -> Result<Self, StoreError> {
        let from = from.min(lines);
        let offset = match from {
            0 => Some(0),
            _ => offset(&mut file, lines - from, bytes).map_err(failed)?,
        };
        let offset = offset.ok_or(StoreError::Corrupt { at: 0 })?;
        file.seek(SeekFrom::Start(offset)).map_err(failed)?;
        Ok(Self { file: BufReader::new(file), left: bytes - offset, at: from })
    }

    /// Reads the next line, without its line feed. `None` at the end.
    pub(super) fn next_line(&mut self) -> Result<Option<Bytes>, StoreError> {
        if self.left == 0 {
            return Ok(None);
        }
        let mut line = Vec::new();
        let read =
            self.file.by_ref().take(self.left).read_until(b'\n', &mut line).map_err(failed)?;
        if line.pop() != Some(b'\n') {
            return Err(StoreError::Corrupt { at: self.at });
        }
        self.left -= read as u64;
        self.at += 1;
        // Without the space that grew with it.
        Ok(Some(line.into_boxed_slice().into()))
    }

    /// Reads the next line as an entry.
    pub(super) fn next_entry(&mut self) -> Result<Option<Entry>, StoreError> {
        let at = self.at;
        let Some(line) = self.next_line()? else { return Ok(None) };
        Entry::new(line).map(Some).map_err(|_| StoreError::Corrupt { at })
    }

    /// Reads some lines. Empty at the end.
    pub(super) fn page(&mut self) -> Result<Vec<Bytes>, StoreError> {
        let (mut page, mut size) = (Vec::new(), 0);
        while size < PAGE && page.len() < MOST {
            let Some(line) = self.next_line()? else { break };
            size += line.len();
            page.push(line);
        }
        Ok(page)
    }
}

/// Finds where the last lines begin. `None` if the file has fewer, or does not end with a line feed.
fn offset(file: &mut File, mut count: u64, bytes: u64) -> io::Result<Option<u64>> {
    let mut end = bytes;
    let mut block = Vec::new();
    // The line feed at the end of the line before is wanted.
    count += 1;
    while end > 0 {
        let begin = end.saturating_sub(BLOCK);
        file.seek(SeekFrom::Start(begin))?;
        block.clear();
        file.by_ref().take(end - begin).read_to_end(&mut block)?;
        if end == bytes && block.last() != Some(&b'\n') {
            return Ok(None);
        }
        for feed in memchr::memrchr_iter(b'\n', &block) {
            count -= 1;
            if count == 0 {
                return Ok(Some(begin + feed as u64 + 1));
            }
        }
        end = begin;
    }
    Ok((count == 1).then_some(0))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::{BLOCK, Lines};

    #[test]
    fn each_line_is_found_from_the_end() {
        let mut file = tempfile::tempfile().unwrap();
        let length = usize::try_from(BLOCK).unwrap() / 3;
        let lines: Vec<String> =
            (0..20).map(|n| format!("{{\"n\":{n}}}{}", " ".repeat(length + n))).collect();
        lines.iter().for_each(|line| writeln!(file, "{line}").unwrap());
        let bytes = file.metadata().unwrap().len();
        for from in 0..=20_usize {
            let mut read = Lines::new(file.try_clone().unwrap(), from as u64, 20, bytes).unwrap();
            let mut rest = Vec::new();
            while let Some(entry) = read.next_entry().unwrap() {
                rest.push(entry.as_str().to_owned());
            }
            assert!(rest == lines[from..], "from {from}");
        }
        assert!(Lines::new(file.try_clone().unwrap(), 19, 20, bytes - 1).is_err());
        assert!(Lines::new(file.try_clone().unwrap(), 1, 22, bytes).is_err());
        let mut torn = Lines::new(file, 0, 1, 5).unwrap();
        assert!(torn.next_entry().is_err());
    }
}
