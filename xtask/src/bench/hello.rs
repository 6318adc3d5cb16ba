//! Hello: the programs that are built, each one query and one line of output.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::run;

/// A program, and what it stands on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hello {
    pub(super) name: &'static str,
    dependency: fn(&Path) -> String,
    /// Takes the versions that the workspace has locked.
    locked: bool,
    source: &'static str,
}

pub(super) const HELLOS: &[Hello] = &[
    Hello {
        name: "ours",
        dependency: |root| {
            format!("claude-sdk = {{ path = {:?} }}", root.join("crates/claude-sdk"))
        },
        locked: true,
        source: OURS,
    },
    Hello {
        name: "ours, `process` only",
        dependency: |root| {
            let path = root.join("crates/claude-sdk");
            format!(
                "claude-sdk = {{ path = {path:?}, default-features = false, features = [\"process\"] }}"
            )
        },
        locked: true,
        source: OURS,
    },
    Hello {
        name: "claude-agent-sdk-rs",
        dependency: |_| "claude-agent-sdk-rs = \"=0.6.4\"".to_owned(),
        locked: false,
        source: PEER,
    },
];

const OURS: &str = r#"use claude_sdk::{Error, Options, query};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let text = query("What is 2 + 2?", Options::default()).text().await?;
    println!("{text}");
    Ok(())
}
"#;

const PEER: &str = r#"use claude_agent_sdk_rs::{ClaudeError, ContentBlock, Message, query};

#[tokio::main]
async fn main() -> Result<(), ClaudeError> {
    for message in query("What is 2 + 2?", None).await? {
        if let Message::Assistant(reply) = message {
            for block in reply.message.content {
                if let ContentBlock::Text(block) = block {
                    println!("{}", block.text);
                }
            }
        }
    }
    Ok(())
}
"#;

impl Hello {
    /// Writes the program into a new folder below `within`, which is returned.
    pub(super) fn write(&self, within: &Path) -> Outcome<PathBuf> {
        let folder = within.join(self.name.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
        let manifest = format!(
            "[package]\nname = \"hello\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{}\n\
             tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n\n\
             [workspace]\n",
            (self.dependency)(&run::root())
        );
        let written = remove(&folder)
            .and_then(|()| fs::create_dir_all(folder.join("src")))
            .and_then(|()| fs::write(folder.join("Cargo.toml"), manifest))
            .and_then(|()| fs::write(folder.join("src/main.rs"), self.source));
        let locked = if self.locked {
            written.and_then(|()| {
                fs::copy(run::root().join("Cargo.lock"), folder.join("Cargo.lock")).map(drop)
            })
        } else {
            written
        };
        locked.map_err(|error| format!("{} cannot be written: {error}", folder.display()))?;
        Ok(folder)
    }
}

/// Removes a folder, if it is there.
pub(super) fn remove(folder: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
