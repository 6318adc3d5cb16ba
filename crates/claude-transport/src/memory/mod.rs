//! MemoryHost pair: a peer without a process, for tests. Lines go to and from a [`MemoryCli`] in the same program.
//!
//! [`MemoryHost`] is the near end, a [`Transport`](crate::Transport) that the code under test uses. [`MemoryCli`]
//! is the far end, which the test plays. The pair works on every runtime flavour and under paused time, and starts
//! no thread and no task. It follows three rules of a process:
//!
//! - Dropping the writer ends the input of the far end.
//! - [`Signal::Kill`](crate::Signal::Kill) ends the peer at once, whatever the far end does.
//! - An exit of the peer ends the stream of lines.
//!
//! # Examples
//!
//! ```
//! use claude_transport::{Parts, Transport, memory};
//! use tokio::io::AsyncWriteExt;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> std::io::Result<()> {
//! let (near, mut far) = memory::pair();
//! let Parts { reader: _reader, mut writer, peer: _peer } = Box::new(near).split();
//! writer.write_all(b"a prompt\n").await?;
//! assert_eq!(far.next_line().await.as_deref(), Some("a prompt"));
//! drop(writer);
//! assert_eq!(far.next_line().await, None);
//! # Ok(())
//! # }
//! ```

mod pair;
mod host;
mod cli;
mod shared;

pub use cli::{MemoryCli, MemoryEvent};
pub use host::MemoryHost;
pub use pair::{pair, pair_with_capacity};
