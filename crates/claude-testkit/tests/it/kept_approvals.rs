//! Approvals in the records of `claude-sessions` pass the checks for stores of approvals.

use std::sync::Arc;

use claude_sessions::ApprovalStore;
use claude_sessions::stores::MemoryStore;
use claude_testkit::approval_records::check;

#[tokio::test]
async fn approvals_are_kept_in_records() {
    check(async || ApprovalStore::new(Arc::new(MemoryStore::new()))).await.unwrap();
}
