//! Log: appends to one, opens one, deletes one. The lock of the session is held.

use std::fs::File;
use std::io::Write as _;

use super::disk::{Folder, Found};
use super::failure::failed;
use super::len::{self, Len, Log};
use super::lines::Lines;
use super::place::Place;
use super::uuids::{Known, Uuids};
use crate::ports::{Appended, Batch, Entry, Plan, SessionKey, StoreError};

/// The suffix of a log.
pub(super) const LINES: &str = ".jsonl";
/// The suffix of the description of a subagent.
const METADATA: &str = ".meta.json";

/// Appends a batch.
///
/// The steps: mark a new log in its `.len`, write and sync the lines, write the description, replace the
/// `.len`. A crash before the last step leaves lines behind the valid part, which the next append cuts.
pub(super) fn append(
    root: &Folder,
    uuids: &Uuids,
    key: &SessionKey,
    batch: &Batch,
) -> Result<Appended, StoreError> {
    let place = Place::of(key);
    let project = place.project(root)?;
    let session = match &project {
        Some(project) => Len::read(project, &place.session)?.unwrap_or_default(),
        None => Len::default(),
    };
    let folder = project.as_ref().map(|project| place.folder(project)).transpose()?.flatten();
    let found = match &folder {
        Some(folder) if !place.is_main() => Len::read(folder, place.stem())?,
        Some(folder) => Len::read(folder, &place.session)?,
        None => None,
    };
    let mut len = found.clone().unwrap_or_default();
    let plan = Plan::new(batch, len.lines(), session.epoch)?;
    let open = || match (&folder, &len.log) {
        (Some(folder), Some(log)) => lines(folder, place.stem(), log).map(|file| Some((file, log))),
        _ => Ok(None),
    };
    let overlap = overlap(&plan, open()?)?;
    let mut fresh: Vec<&Entry> = plan.fresh(&overlap)?.to_vec();
    let mut known = None;
    if plan.is_unplaced() && fresh.iter().any(|entry| entry.uuid().is_some()) {
        let mut all = known_uuids(uuids, open()?)?;
        fresh.retain(|entry| entry.uuid().is_none_or(|uuid| all.uuids.insert(uuid)));
        known = Some(all);
    }
    let placed = batch.entries.iter().filter(|entry| !entry.is_metadata()).count();
    let appended = Appended::new(len.lines() + fresh.len() as u64, placed - fresh.len());
    let epoch = session.epoch.max(batch.fence);
    if fresh.is_empty() && plan.metadata().is_none() && epoch == session.epoch {
        if let (Some(log), Some(known)) = (&len.log, known) {
            uuids.keep(&log.id, Known { lines: log.lines, ..known });
        }
        return Ok(appended);
    }

    let project = place.make_project(root)?;
    if place.is_main() {
        len.epoch = epoch;
    } else if epoch != session.epoch {
        Len { epoch, ..session }.write(&project, &place.session)?;
    }
    if fresh.is_empty() && plan.metadata().is_none() {
        if place.is_main() {
            len.write(&project, &place.session)?;
        }
        return Ok(appended);
    }
    let folder = place.make_folder(&project)?;
    let stem = place.stem();
    if found.is_none() {
        if folder.read(&format!("{stem}{LINES}")).map_err(failed)?.is_some() {
            return Err(StoreError::Invalid {
                why: "the file of this log was not written by the store".to_owned(),
            });
        }
        // From here on, the file of the lines is ours: what a crash leaves in it may be cut.
        len.write(&folder, stem)?;
    }
    let is_new = len.log.is_none();
    let log = len.log.get_or_insert_with(Log::new);
    write_lines(&folder, stem, log, &fresh)?;
    if place.is_main() {
        log.summary.get_or_insert_default().fold(fresh.iter().copied());
    }
    match plan.metadata() {
        Some(metadata) => {
            log.metadata = Some(metadata.as_str().to_owned());
            let name = format!("{stem}{METADATA}");
            folder.replace(&name, &[metadata.bytes()]).map_err(failed)?;
        }
        None if is_new => folder.remove(&format!("{stem}{METADATA}")).map_err(failed)?,
        None => {}
    }
    log.touch();
    let (id, lines) = (log.id.clone(), log.lines);
    len.write(&folder, stem)?;
    if let Some(known) = known {
        uuids.keep(&id, Known { lines, ..known });
    }
    Ok(appended)
}

/// Opens the lines of a log, and checks that they are all there.
fn lines(folder: &Folder, stem: &str, log: &Log) -> Result<File, StoreError> {
    let corrupt = StoreError::Corrupt { at: log.lines };
    match folder.read(&format!("{stem}{LINES}")).map_err(failed)? {
        Some(file) if file.metadata().map_err(failed)?.len() >= log.bytes => Ok(file),
        // Somebody else has cut or removed it.
        _ => Err(corrupt),
    }
}

fn overlap(plan: &Plan<'_>, log: Option<(File, &Log)>) -> Result<Vec<Entry>, StoreError> {
    let range = plan.overlap();
    let Some((file, log)) = log.filter(|_| !range.is_empty()) else { return Ok(Vec::new()) };
    let mut lines = Lines::new(file, range.start, log.lines, log.bytes)?;
    range.map(|at| lines.next_entry()?.ok_or(StoreError::Corrupt { at })).collect()
}

/// Reads the UUIDs of the lines that were not read yet.
fn known_uuids(uuids: &Uuids, log: Option<(File, &Log)>) -> Result<Known, StoreError> {
    let Some((file, log)) = log else { return Ok(Known::default()) };
    let mut known = uuids.take(&log.id);
    let mut lines = Lines::new(file, known.lines, log.lines, log.bytes)?;
    while let Some(entry) = lines.next_entry()? {
        known.uuids.extend(entry.uuid());
    }
    Ok(known)
}

/// Writes lines behind the valid part of the log, by one write, and counts them.
fn write_lines(
    folder: &Folder,
    stem: &str,
    log: &mut Log,
    entries: &[&Entry],
) -> Result<(), StoreError> {
    let name = format!("{stem}{LINES}");
    let mut file = match folder.append(&name).map_err(failed)? {
        Some(file) => file,
        None if log.bytes == 0 => {
            let file = folder.create(&name).map_err(failed)?;
            folder.sync().map_err(failed)?;
            file
        }
        None => return Err(StoreError::Corrupt { at: log.lines }),
    };
    let size = file.metadata().map_err(failed)?.len();
    if size < log.bytes {
        return Err(StoreError::Corrupt { at: log.lines });
    }
    if size > log.bytes {
        folder.cut(&name, log.bytes).map_err(failed)?;
    }
    let mut batch = Vec::new();
    for entry in entries {
        batch.extend_from_slice(entry.bytes());
        batch.push(b'\n');
    }
    if let Err(error) = file.write_all(&batch).and_then(|()| file.sync_data()) {
        // The error of the write counts. What stays is behind the valid part.
        let _ = folder.cut(&name, log.bytes);
        return Err(failed(error));
    }
    log.bytes += batch.len() as u64;
    log.lines += entries.len() as u64;
    Ok(())
}

/// What is read of a log.
pub(super) struct Opened {
    pub(super) lines: Lines,
    pub(super) metadata: Option<Entry>,
}

/// Opens a log as it is now. Later appends do not change what is read.
pub(super) fn open(
    root: &Folder,
    key: &SessionKey,
    from: u64,
) -> Result<Option<Opened>, StoreError> {
    let place = Place::of(key);
    let Some(project) = place.project(root)? else { return Ok(None) };
    let Some(folder) = place.folder(&project)? else { return Ok(None) };
    let len = Len::read(&folder, place.stem())?;
    let Some(log) = len.and_then(|len| len.log) else { return Ok(None) };
    let corrupt = |_| StoreError::Corrupt { at: log.lines };
    let metadata = log.metadata.clone().map(Entry::new).transpose().map_err(corrupt)?;
    let file = lines(&folder, place.stem(), &log)?;
    let lines = Lines::new(file, from, log.lines, log.bytes)?;
    Ok(Some(Opened { lines, metadata }))
}

/// Deletes a log. The `.len` is first: once it is replaced, the log does not exist.
pub(super) fn delete(root: &Folder, key: &SessionKey) -> Result<(), StoreError> {
    let place = Place::of(key);
    let Some(project) = place.project(root)? else { return Ok(()) };
    if !place.is_main() {
        if let Some(folder) = place.folder(&project)? {
            remove(&folder, place.stem(), Len::read(&folder, place.stem())?)?;
        }
        return Ok(());
    }
    if let Some(session) = project.enter(&place.session).map_err(failed)? {
        remove_all(&session)?;
        project.remove_folder(&place.session).map_err(failed)?;
    }
    remove(&project, &place.session, Len::read(&project, &place.session)?)
}

fn remove(folder: &Folder, stem: &str, len: Option<Len>) -> Result<(), StoreError> {
    let Some(len) = len else { return Ok(()) };
    if len.log.is_some() {
        Len { log: None, ..len }.write(folder, stem)?;
    }
    folder.remove(&format!("{stem}{LINES}")).map_err(failed)?;
    folder.remove(&format!("{stem}{METADATA}")).map_err(failed)?;
    if len.epoch.is_none() {
        folder.remove(&format!("{stem}{}", len::SUFFIX)).map_err(failed)?;
    }
    folder.sync().map_err(failed)
}

/// Removes what is in the folder of a session. No log may be left without its `.len`: that would be a
/// file of somebody else.
fn remove_all(folder: &Folder) -> Result<(), StoreError> {
    let entries = folder.entries().map_err(failed)?;
    let (folders, files): (Vec<_>, Vec<_>) = entries.into_iter().partition(|found| found.is_folder);
    let stem = |found: &Found| found.name.strip_suffix(len::SUFFIX).map(str::to_owned);
    let stems: Vec<_> = files.iter().filter_map(stem).collect();
    for stem in &stems {
        Len::default().write(folder, stem)?;
    }
    for file in files.iter().filter(|found| stem(found).is_none()) {
        folder.remove(&file.name).map_err(failed)?;
    }
    for stem in &stems {
        folder.remove(&format!("{stem}{}", len::SUFFIX)).map_err(failed)?;
    }
    for found in folders {
        if let Some(inner) = folder.enter(&found.name).map_err(failed)? {
            remove_all(&inner)?;
        }
        folder.remove_folder(&found.name).map_err(failed)?;
    }
    folder.sync().map_err(failed)
}
