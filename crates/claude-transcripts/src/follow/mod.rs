//! Follow: the lines of a session file while it is written.

mod follower;

pub use follower::{FollowItem, Follower};
