//! Record: what is kept about an installation, in a file beside it. An installation without a record is not used.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::checksum::checksum;
use super::store_error::StoreError;
use crate::cli::CliVersion;

/// The name of the file. It is written last.
const NAME: &str = "installed.json";

/// The packages of a lock file: the folder of each, with its version and its checksum.
pub(super) type Packages = BTreeMap<String, (String, String)>;

/// What is known about an installation.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) version: CliVersion,
    /// The program, relative to the folder of the installation.
    pub(super) program: PathBuf,
    pub(super) sha512: String,
    pub(super) size: u64,
    pub(super) packages: Packages,
}

impl Record {
    pub(super) fn write(&self, folder: &Path) -> Result<(), StoreError> {
        let packages: BTreeMap<_, _> = self.packages.iter().collect();
        let text = json!({
            "version": self.version.to_string(),
            "program": self.program,
            "sha512": self.sha512,
            "size": self.size,
            "packages": packages,
        });
        let path = folder.join(NAME);
        std::fs::write(&path, format!("{text:#}\n")).map_err(StoreError::io(&path))
    }

    /// Reads the record of an installation; `None` if there is none that can be read.
    pub(super) fn read(folder: &Path) -> Option<Self> {
        let text = std::fs::read_to_string(folder.join(NAME)).ok()?;
        let value: Value = serde_json::from_str(&text).ok()?;
        let text = |key: &str| value[key].as_str();
        Some(Self {
            version: CliVersion::parse(text("version")?)?,
            program: text("program")?.into(),
            sha512: text("sha512")?.into(),
            size: value["size"].as_u64()?,
            packages: serde_json::from_value(value["packages"].clone()).ok()?,
        })
    }

    /// Compares the program with the record.
    pub(super) fn verify(&self, folder: &Path) -> Result<(), StoreError> {
        let program = folder.join(&self.program);
        let changed = |problem| StoreError::Changed { program: program.clone(), problem };
        let size = program.metadata().map_err(|error| changed(error.to_string()))?.len();
        if size != self.size {
            return Err(changed(format!("it has {size} bytes instead of {}", self.size)));
        }
        let (sha512, _) = checksum(&program).map_err(StoreError::io(&program))?;
        match sha512 == self.sha512 {
            true => Ok(()),
            false => Err(changed("its checksum is another one".into())),
        }
    }
}
