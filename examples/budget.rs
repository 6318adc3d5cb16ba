//! Holds a conversation to a budget, and shows what it consumed.
//!
//! The program watches the budget itself: what passes the hard line is interrupted, and no further
//! prompt is sent.
//!
//! Run: `cargo run -p claude-examples --example budget` (needs the Claude Code CLI and a login; set
//! `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock.
//!
//! Expected output: an answer or two, a warning, what the budget was used up by, and the ledger.

use std::time::Duration;

use claude_sdk::budget::{BudgetAction, BudgetEvent};
use claude_sdk::usage::Accounting;
use claude_sdk::{Budget, Client, Error, Options};

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let budget = Budget::new()
        .usd((0.8, 1.0))
        .turns((2, 3))
        .wall_clock(Duration::from_secs(600))
        .when_exceeded(BudgetAction::Close)
        .on_event(|event| match event {
            BudgetEvent::Warned(used) => println!("warning: {used}"),
            BudgetEvent::Exceeded(used) => println!("exceeded: {used}"),
            _ => {}
        });
    let options = Options::default().accounting(Accounting::Live).budget(budget);
    let client = Client::connect(options).await?;

    for number in 1..=10 {
        match ask(&client, number).await {
            Ok(answer) => println!("{number}: {answer}"),
            Err(Error::Budget { item, limit, used, .. }) => {
                println!("{number}: stopped after {used} of {limit} {item}");
                break;
            }
            Err(error) => return Err(error.into()),
        }
    }

    let ledger = client.ledger();
    println!(
        "{} turns: {} tokens in, {} out, {:.4} dollars",
        ledger.turn_count,
        ledger.total.tokens.input,
        ledger.total.tokens.output,
        ledger.total.cost_usd
    );
    for (model, spent) in &ledger.models {
        println!("  {model}: {} tokens, {:.4} dollars", spent.tokens.total(), spent.cost_usd);
    }
    if !ledger.drift().is_zero() {
        println!("  the CLI counts otherwise: {:?}", ledger.drift());
    }
    // Where it had to be ended, closing tells why it broke before.
    let _ = client.close().await;
    Ok(())
}

async fn ask(client: &Client, number: u32) -> Result<String, Error> {
    client.send(format!("Tell a fact about the number {number}.")).await?.text().await
}
