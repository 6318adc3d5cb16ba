//! An answer that is a Rust type.
//!
//! Run: `cargo run -p claude-examples --example structured_output` (needs the Claude Code CLI and a
//! login; set `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: the verdict, one line for each remark, and what it took; or why there is no
//! answer of the type.

use claude_sdk::error::JsonFailure;
use claude_sdk::schemars::{self, JsonSchema};
use claude_sdk::{Options, query};
use serde::Deserialize;

/// Doc comments reach the model: they are the descriptions in the schema.
#[derive(Debug, Deserialize, JsonSchema)]
struct Review {
    verdict: Verdict,
    /// At most five, the most important first.
    #[schemars(length(max = 5))]
    remarks: Vec<Remark>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Approve,
    Reject,
    /// The code could not be read. A way out keeps the model from making something up.
    Unknown,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Remark {
    #[schemars(range(min = 1))]
    line: u32,
    #[schemars(length(min = 10))]
    text: String,
}

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let prompt = "Review this function: fn add(a: i32, b: i32) -> i32 { return a + b; }";
    // `.json().await?` gives the review alone; this tells more.
    let answer = query(prompt, Options::default()).json_answer::<Review>().await?;
    match answer.outcome {
        Ok(review) => {
            println!("verdict: {:?}", review.verdict);
            for remark in review.remarks {
                println!("line {}: {}", remark.line, remark.text);
            }
        }
        Err(JsonFailure::Invalid { raw, problems }) => {
            println!("not a review: {}", raw.get());
            problems.iter().for_each(|problem| println!("- {problem}"));
        }
        Err(failure) => println!("no review: {failure}"),
    }
    let cost = answer.result.total_cost_usd.unwrap_or_default();
    println!("asked again: {}, cost: {cost} USD", answer.repairs);
    Ok(())
}
