//! Segments: the items of a journal, in files of 16 MiB.
//!
//! Each item is its length and its epoch, 8 bytes each, least significant byte first, and its body. The name of a
//! segment is the number of its first item.

use std::fs::File;
use std::io::{self, BufReader, Read as _, Write as _};

use bytes::Bytes;

use super::disk::Folder;
use super::failure::failed;
use super::journal::State;
use crate::ports::{JournalItem, StoreError};

/// A segment of this many bytes gets no more items.
const SEGMENT: u64 = 16 << 20;
/// The length and the epoch of an item, in bytes.
const HEAD: usize = 16;
/// The suffix of a segment.
const SUFFIX: &str = ".segment";

fn name(first: u64) -> String {
    // Sorted as text, they are sorted by number.
    format!("{first:020}{SUFFIX}")
}

/// Returns the first numbers of the segments, sorted. One that was not committed does not count.
fn all(folder: &Folder, state: &State) -> Result<Vec<u64>, StoreError> {
    let entries = folder.entries().map_err(failed)?;
    let first = |name: &str| name.strip_suffix(SUFFIX)?.parse().ok();
    let mut all: Vec<u64> = entries.iter().filter_map(|found| first(&found.name)).collect();
    all.retain(|&first| first <= state.segment);
    all.sort_unstable();
    Ok(all)
}

/// Writes items behind the valid part of the last segment, by one write.
pub(super) fn write(folder: &Folder, state: &mut State, items: &[Bytes]) -> Result<(), StoreError> {
    let mut file = if state.segment == 0 || state.bytes >= SEGMENT {
        (state.segment, state.bytes) = (state.next, 0);
        // What a crash has left there was never valid.
        folder.remove(&name(state.segment)).map_err(failed)?;
        let file = folder.create(&name(state.segment)).map_err(failed)?;
        folder.sync().map_err(failed)?;
        file
    } else {
        let file = folder.append(&name(state.segment)).map_err(failed)?;
        file.ok_or(StoreError::Corrupt { at: state.segment })?
    };
    let size = file.metadata().map_err(failed)?.len();
    if size < state.bytes {
        return Err(StoreError::Corrupt { at: state.next });
    }
    if size > state.bytes {
        folder.cut(&name(state.segment), state.bytes).map_err(failed)?;
    }
    let mut batch = Vec::new();
    for body in items {
        batch.extend_from_slice(&(body.len() as u64).to_le_bytes());
        batch.extend_from_slice(&state.epoch.to_le_bytes());
        batch.extend_from_slice(body);
    }
    if let Err(error) = file.write_all(&batch).and_then(|()| file.sync_data()) {
        // The error of the write counts. What stays is behind the valid part.
        let _ = folder.cut(&name(state.segment), state.bytes);
        return Err(failed(error));
    }
    state.bytes += batch.len() as u64;
    state.next += items.len() as u64;
    Ok(())
}

/// Reads items. `None` if a segment was trimmed meanwhile.
pub(super) fn read(
    folder: &Folder,
    state: &State,
    after: u64,
    limit: usize,
) -> Result<Option<Vec<JournalItem>>, StoreError> {
    let from = after.saturating_add(1).max(state.oldest);
    let mut items = Vec::new();
    if from >= state.next || limit == 0 {
        return Ok(Some(items));
    }
    let all = all(folder, state)?;
    let begin = all.partition_point(|&first| first <= from);
    let Some(begin) = begin.checked_sub(1) else { return Ok(None) };
    for (index, &first) in all.iter().enumerate().skip(begin) {
        let Some(file) = folder.read(&name(first)).map_err(failed)? else { return Ok(None) };
        let end = all.get(index + 1).copied().unwrap_or(state.next);
        let mut file = BufReader::new(file);
        for seq in first..end {
            let item = next(&mut file, seq, seq >= from)?;
            items.extend(item);
            if items.len() == limit {
                return Ok(Some(items));
            }
        }
    }
    Ok(Some(items))
}

/// Reads the next item, or goes behind it.
fn next(
    file: &mut BufReader<File>,
    seq: u64,
    wanted: bool,
) -> Result<Option<JournalItem>, StoreError> {
    let broken = |error: io::Error| match error.kind() {
        io::ErrorKind::UnexpectedEof => StoreError::Corrupt { at: seq },
        _ => failed(error),
    };
    let mut head = [0; HEAD];
    file.read_exact(&mut head).map_err(broken)?;
    let number =
        |half: &[u8]| half.iter().rev().fold(0_u64, |all, &byte| all << 8 | u64::from(byte));
    let (length, epoch) = (number(&head[..8]), number(&head[8..]));
    if !wanted {
        let length = i64::try_from(length).map_err(|_| StoreError::Corrupt { at: seq })?;
        file.seek_relative(length).map_err(failed)?;
        return Ok(None);
    }
    // A wrong length reads to the end of the file and no further.
    let mut body = Vec::new();
    let read = file.by_ref().take(length).read_to_end(&mut body).map_err(failed)?;
    if read as u64 != length {
        return Err(StoreError::Corrupt { at: seq });
    }
    Ok(Some(JournalItem::new(seq, epoch, body)))
}

/// Removes the segments all of whose items are trimmed.
pub(super) fn trim(folder: &Folder, state: &State) -> Result<(), StoreError> {
    let all = all(folder, state)?;
    for pair in all.windows(2).filter(|pair| pair[1] <= state.oldest) {
        folder.remove(&name(pair[0])).map_err(failed)?;
    }
    folder.sync().map_err(failed)
}
