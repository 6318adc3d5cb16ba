//! Prompt text: the schema as text in a prompt, and the mismatches of an answer.

use claude_types::{Content, ContentBlock, TextBlock, UserInput};

use super::schema::Shape;
use crate::error::JsonFailure;

/// The number of mismatches that are sent to the model.
const PROBLEMS: usize = 10;

/// Appends the schema of the answer to a prompt, for a session that was started without it.
pub(super) fn with_schema(mut prompt: UserInput, shape: &Shape) -> UserInput {
    let instruction = format!(
        "Answer with one JSON value and nothing else: no words around it, no code fence. It must \
         fit this JSON Schema:\n{}",
        shape.raw().get()
    );
    match &mut prompt.message.content {
        Content::Text(text) => *text = format!("{text}\n\n{instruction}"),
        Content::Blocks(blocks) => blocks.push(ContentBlock::Text(TextBlock::new(instruction))),
        _ => {}
    }
    prompt
}

/// Returns the prompt that asks for the same answer in the right form.
pub(super) fn repair(failure: &JsonFailure, shape: &Shape) -> String {
    let mismatch = match failure {
        JsonFailure::Invalid { problems, .. } => {
            let problems: Vec<_> =
                problems.iter().take(PROBLEMS).map(|one| format!("- {one}")).collect();
            format!("Your answer does not fit its JSON Schema:\n{}", problems.join("\n"))
        }
        _ => "Your answer holds no JSON.".to_owned(),
    };
    format!(
        "{mismatch}\n\nGive the same answer again in the right form. If you have a tool for structured \
         output, call it; if not, answer with the JSON value and nothing else. The JSON Schema:\n{}",
        shape.raw().get()
    )
}
