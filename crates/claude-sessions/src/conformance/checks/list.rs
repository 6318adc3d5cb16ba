//! List: all checks of each port.

use super::check::Check;
use super::{bytes, journals, lists, logs, positions, values, writers};
use crate::ports::{Journal, Records, SessionStore};

pub(in crate::conformance) fn store() -> Vec<Check<dyn SessionStore>> {
    let rooms = [logs::all(), lists::all(), positions::all(), bytes::all(), writers::all()];
    rooms.into_iter().flatten().collect()
}

pub(in crate::conformance) fn records() -> Vec<Check<dyn Records>> {
    values::all()
}

pub(in crate::conformance) fn journal() -> Vec<Check<dyn Journal>> {
    journals::all()
}
