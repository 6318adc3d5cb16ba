//! Rows: the list in `schema/rows/*.toml`.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use crate::Outcome;
use crate::codegen::schema::Ordered;

/// All rows, and the groups whose rows are not listed.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) groups: Vec<(String, Group)>,
    pub(super) elsewhere: Vec<(String, Elsewhere)>,
}

/// Rows of one subject; their IDs begin with the name of the group.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub(super) title: String,
    pub(super) rows: Ordered<Row>,
}

/// One feature.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) title: String,
    /// The file that implements it, for behaviour that no type shows.
    pub(super) by: Option<String>,
    /// The reason why it is excluded.
    pub(super) not: Option<String>,
}

/// A group that is not only about the protocol: its IDs may be named, and are not checked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Elsewhere {
    pub(super) title: String,
    pub(super) rows: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    group: Ordered<Group>,
    #[serde(default)]
    elsewhere: Ordered<Elsewhere>,
}

impl Rows {
    /// Reads every file of the folder, in the order of the names.
    pub(super) fn read(folder: &Path) -> Outcome<Self> {
        let mut rows = Self::default();
        for (name, text) in super::named::files(folder)? {
            rows.add(&text).map_err(|error| format!("schema/rows/{name}: {error}"))?;
        }
        rows.check()?;
        Ok(rows)
    }

    fn add(&mut self, text: &str) -> Outcome {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        self.groups.extend(file.group.0);
        self.elsewhere.extend(file.elsewhere.0);
        Ok(())
    }

    fn check(&self) -> Outcome {
        let mut groups = BTreeSet::new();
        let all = self.groups.iter().map(|(id, group)| (id, &group.title));
        for (id, title) in all.chain(self.elsewhere.iter().map(|(id, group)| (id, &group.title))) {
            if !groups.insert(id) {
                return Err(format!("the group {id} is listed twice"));
            }
            if title.trim().is_empty() {
                return Err(format!("the group {id} has no title"));
            }
        }
        for (group, body) in &self.groups {
            for (id, row) in &body.rows.0 {
                row.check(group, id).map_err(|why| format!("the row {id} {why}"))?;
            }
        }
        Ok(())
    }

    /// Returns whether a row exists, listed or not.
    pub(super) fn has(&self, id: &str) -> bool {
        let listed = self.groups.iter().flat_map(|(_, group)| &group.rows.0);
        let number = |group: &str| {
            let number = id.strip_prefix(group)?.strip_prefix('-')?;
            number.parse::<u32>().ok().filter(|parsed| number == format!("{parsed:02}"))
        };
        let within = |(group, body): &(String, Elsewhere)| {
            number(group).is_some_and(|number| (1..=body.rows).contains(&number))
        };
        listed.into_iter().any(|(listed, _)| listed == id) || self.elsewhere.iter().any(within)
    }
}

impl Row {
    fn check(&self, group: &str, id: &str) -> Result<(), &'static str> {
        let blank =
            |text: &Option<String>| text.as_ref().is_some_and(|text| text.trim().is_empty());
        let number = id.strip_prefix(group).and_then(|rest| rest.strip_prefix('-'));
        if !number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err("belongs to another group");
        }
        if self.title.trim().is_empty() {
            return Err("has no title");
        }
        if blank(&self.by) || blank(&self.not) {
            return Err("has an empty file or reason");
        }
        if self.by.is_some() && self.not.is_some() {
            return Err("is there and is not there");
        }
        Ok(())
    }
}
