//! Program: which servers there are, and how each is started.

use std::path::Path;

use super::{postgres, redis};
use crate::Outcome;
use crate::run::Task;

/// A server that tests use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Service {
    Postgres,
    Redis,
}

impl Service {
    pub(super) const ALL: [Self; 2] = [Self::Postgres, Self::Redis];

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.name() == name)
    }

    /// Its name: also that of the feature of the store, and of the module of the tests.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Postgres => "postgres",
            Self::Redis => "redis",
        }
    }

    /// The variable in which tests find the address.
    pub(super) fn variable(self) -> &'static str {
        match self {
            Self::Postgres => "CLAUDE_TEST_POSTGRES",
            Self::Redis => "CLAUDE_TEST_REDIS",
        }
    }

    /// Prepares the folder. Returns the command of the server, or `None` if its program is missing.
    pub(super) fn prepare(self, folder: &Path) -> Outcome<Option<Task>> {
        match self {
            Self::Postgres => postgres::prepare(folder),
            Self::Redis => Ok(redis::prepare(folder)),
        }
    }

    /// The address of the server in this folder.
    pub(super) fn address(self, folder: &Path) -> String {
        match self {
            Self::Postgres => postgres::address(folder),
            Self::Redis => redis::address(folder),
        }
    }
}
