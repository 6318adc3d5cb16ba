//! Prompt text: the schema as text in a prompt, and what was wrong with an answer.

use claude_types::{Content, ContentBlock, TextBlock, UserInput};

use super::schema::Shape;
use crate::error::JsonFailure;

/// How many problems the model is told.
const PROBLEMS: usize = 10;

/// Adds to a prompt what the answer must look like, for a session that does not know it.
pub(super) fn with_schema(mut prompt: UserInput, shape: &Shape) -> UserInput {
    let words = format!(
        "Answer with one JSON value and nothing else: no words around it, no code fence. It must \
         fit this JSON Schema:\n{}",
        shape.raw().get()
    );
    match &mut prompt.message.content {
        Content::Text(text) => *text = format!("{text}\n\n{words}"),
        Content::Blocks(blocks) => blocks.push(ContentBlock::Text(TextBlock::new(words))),
        _ => {}
    }
    prompt
}

/// The prompt that asks for the same answer once more, in the right form.
pub(super) fn repair(failure: &JsonFailure, shape: &Shape) -> String {
    let wrong = match failure {
        JsonFailure::Invalid { problems, .. } => {
            let problems: Vec<_> =
                problems.iter().take(PROBLEMS).map(|one| format!("- {one}")).collect();
            format!("Your answer does not fit its JSON Schema:\n{}", problems.join("\n"))
        }
        _ => "Your answer holds no JSON.".to_owned(),
    };
    format!(
        "{wrong}\n\nGive the same answer again in the right form. If you have a tool for structured \
         output, call it; if not, answer with the JSON value and nothing else. The JSON Schema:\n{}",
        shape.raw().get()
    )
}
