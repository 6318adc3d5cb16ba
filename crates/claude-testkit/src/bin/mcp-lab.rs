//! `mcp-lab`: the MCP server of the lab over stdio, as any MCP client would start it.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), claude_mcp::ServeError> {
    claude_mcp::serve_stdio(claude_testkit::mcp_lab::server().0).await
}
