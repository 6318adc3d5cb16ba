//! Questions of the model to the user: the tool `AskUserQuestion`, and the callback that answers
//! it.
//!
//! Answers are sent to the CLI as a changed input of the tool. A `PreToolUse` hook sends them,
//! because the CLI calls hooks in every permission mode and whatever the rules say. If another hook
//! requests a permission prompt, the permission callback sends them.
//!
//! The CLI does not tell the model that a question has no answer. So the answers are completed
//! here, and an empty answer is never sent.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{Callback, CallbackError, Hook, PermissionAnswer};
use claude_types::{
    AskUserQuestionInput, CanUseToolRequest, HookEvent, HookInput, HookOutput, PermissionResult,
    PreToolUseOutput, Raw, ToolInput as _, UserAnswerNote, UserQuestion,
};

use serde::Deserialize;
use serde_json::Value;

use super::{Closure, Context, Entry};
use crate::session::Session;
use crate::trace;

/// The text that the model gets instead of a missing answer.
const UNANSWERED: &str = "(The user did not answer this question.)";

/// The reason that the model gets if no question has an answer and no other reason is given.
const NO_ANSWER: &str = "the user did not answer the questions";

/// The questions of one tool call: one to four.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct QuestionRequest {
    /// The questions with their choices.
    pub questions: Vec<UserQuestion>,
    /// The complete input of the tool.
    pub input: AskUserQuestionInput,
}

impl QuestionRequest {
    fn new(input: AskUserQuestionInput) -> Self {
        Self { questions: input.questions.clone(), input }
    }

    /// Calls a closure for each question.
    ///
    /// If it returns `None`, the question has no answer.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::{Context, Options};
    /// use claude_sdk::callbacks::QuestionRequest;
    ///
    /// // Always choose the first option.
    /// let options = Options::default().on_question(|set: QuestionRequest, _: Context| async move {
    ///     set.answer_each(|question| Some(question.options.as_ref()?.first()?.label.clone()))
    /// });
    /// ```
    pub fn answer_each(
        &self,
        mut answer: impl FnMut(&UserQuestion) -> Option<String>,
    ) -> QuestionAnswers {
        let answers = self
            .questions
            .iter()
            .filter_map(|question| Some((question.question.clone(), answer(question)?)));
        answers.fold(QuestionAnswers::new(), |set, (question, answer)| set.answer(question, answer))
    }
}

/// The user's answers, by the text of the question.
///
/// If a question has no answer, the model is told that the user did not answer it. If no question
/// has an answer, the tool call is denied. So the model cannot treat a missing answer as an answer.
#[derive(Debug, Clone, Default)]
#[must_use = "answers have no effect unless the callback returns them"]
pub struct QuestionAnswers {
    answers: BTreeMap<String, Vec<String>>,
    notes: BTreeMap<String, String>,
    declined: Option<String>,
}

impl QuestionAnswers {
    /// Creates a set without answers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Denies the tool call without answers.
    ///
    /// The model is given the reason.
    pub fn declined(reason: impl Into<String>) -> Self {
        Self { declined: Some(reason.into()), ..Self::new() }
    }

    /// Adds the answer to a question: the label of a choice, or any other text.
    pub fn answer(mut self, question: impl Into<String>, answer: impl Into<String>) -> Self {
        self.answers.insert(question.into(), vec![answer.into()]);
        self
    }

    /// Adds several choices as the answer to a question.
    ///
    /// They are sent as a list, so a label may contain a comma. Blank ones are left out.
    pub fn answer_many<T: AsRef<str>>(
        mut self,
        question: impl Into<String>,
        answers: impl IntoIterator<Item = T>,
    ) -> Self {
        let answers = answers.into_iter().map(|answer| answer.as_ref().to_owned()).collect();
        self.answers.insert(question.into(), answers);
        self
    }

    /// Adds a note of the user about an answer.
    pub fn note(mut self, question: impl Into<String>, note: impl Into<String>) -> Self {
        self.notes.insert(question.into(), note.into());
        self
    }

    /// Returns the input of the tool with these answers, or the reason why there are none.
    pub(crate) fn complete(self, mut input: AskUserQuestionInput) -> Answered {
        if let Some(reason) = self.declined {
            return Err(if reason.trim().is_empty() { NO_ANSWER.into() } else { reason });
        }
        let Self { mut answers, mut notes, .. } = self;
        let mut given = BTreeMap::new();
        let mut remarks = input.annotations.take().unwrap_or_default();
        let mut is_answered = false;
        for UserQuestion { question, .. } in &input.questions {
            let mut choices = answers.remove(question).unwrap_or_default();
            choices.retain(|choice| !choice.trim().is_empty());
            is_answered |= !choices.is_empty();
            let answer = match choices.as_slice() {
                [] => Value::from(UNANSWERED),
                [choice] => Value::from(choice.as_str()),
                // The CLI could not tell a comma in a label from one between labels.
                _ => Value::from(choices),
            };
            given.insert(question.clone(), answer);
            if let Some(note) = notes.remove(question) {
                remarks.insert(question.clone(), UserAnswerNote::new().notes(note));
            }
        }
        if !answers.is_empty() || !notes.is_empty() {
            trace::warning!("ignored an answer or note: no question of the model has this text");
        }
        if !is_answered {
            return Err(NO_ANSWER.into());
        }
        input.answers = None;
        input.annotations = Some(remarks).filter(|remarks| !remarks.is_empty());
        // The type of the field has no lists.
        let answered = serde_json::to_value(&input).map(|mut input| {
            input["answers"] = given.into_iter().collect();
            input
        });
        let input = answered.and_then(|input| Raw::from_serialize(&input));
        input.map_err(|error| error.to_string())
    }
}

/// A value that a question callback may return: [`QuestionAnswers`], or a `Result` of it.
///
/// An `Err` denies the tool call, with the error as the reason.
pub trait IntoQuestionAnswers: Send {
    /// Converts the value to answers.
    fn into_answers(self) -> QuestionAnswers;
}

impl IntoQuestionAnswers for QuestionAnswers {
    fn into_answers(self) -> QuestionAnswers {
        self
    }
}

impl<E: Display + Send> IntoQuestionAnswers for Result<QuestionAnswers, E> {
    fn into_answers(self) -> QuestionAnswers {
        self.unwrap_or_else(|error| QuestionAnswers::declined(error.to_string()))
    }
}

/// A question callback that has its own state.
///
/// Register it with [`Options::on_question_handler`](crate::Options::on_question_handler).
pub trait QuestionHandler: Send + Sync + 'static {
    /// Answers the questions. By default there is no deadline; set one with
    /// [`Options::question_timeout`](crate::Options::question_timeout).
    fn answer(
        &self,
        questions: QuestionRequest,
        context: Context,
    ) -> impl Future<Output = impl IntoQuestionAnswers> + Send;
}

impl<F, Fut, A> QuestionHandler for Closure<F>
where
    F: Fn(QuestionRequest, Context) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = A> + Send,
    A: IntoQuestionAnswers,
{
    fn answer(
        &self,
        questions: QuestionRequest,
        context: Context,
    ) -> impl Future<Output = impl IntoQuestionAnswers> + Send {
        (self.0)(questions, context)
    }
}

/// The input with the answers, or the reason why there are none.
type Answered = Result<Raw, String>;

/// A registered question callback. Its argument is the input of the tool.
#[derive(Debug, Clone)]
pub(crate) struct QuestionEntry(pub(super) Entry<Raw, Answered>);

impl QuestionEntry {
    pub(crate) fn new(handler: impl QuestionHandler) -> Self {
        let handler = Arc::new(handler);
        Self(Entry::new(move |input: Raw, context| {
            let handler = Arc::clone(&handler);
            async move {
                let decoded = input.parse::<AskUserQuestionInput>();
                let input =
                    decoded.map_err(|error| format!("failed to decode the questions: {error}"))?;
                let questions = QuestionRequest::new(input.clone());
                let answers = handler.answer(questions, context).await.into_answers();
                Ok(answers.complete(input))
            }
        }))
    }

    /// Returns the hook that answers.
    pub(crate) fn hook(&self, session: &Session, within: Option<Duration>) -> Hook {
        let callback = self.0.callback(session);
        let answer: Callback<HookInput, HookOutput> = Arc::new(move |input, context| {
            let HookInput::PreToolUse(call) = input else {
                return Box::pin(async {
                    Err(CallbackError::from("the hook was called for another event"))
                });
            };
            let answered = callback(call.tool_input, context);
            Box::pin(async move {
                Ok(match answered.await? {
                    Ok(input) => PreToolUseOutput::allow_with(input).into(),
                    Err(reason) => PreToolUseOutput::deny(reason).into(),
                })
            })
        });
        let mut hook = Hook::new(HookEvent::PreToolUse, answer);
        hook.matcher = Some(AskUserQuestionInput::TOOL.into());
        hook.timeout = Some(within.unwrap_or(Duration::MAX));
        hook
    }

    /// Returns the callback that answers a permission request for the tool. If the hook has already
    /// answered, the request is allowed without another question to the user.
    pub(crate) fn permission(
        &self,
        session: &Session,
    ) -> Callback<CanUseToolRequest, PermissionAnswer> {
        let callback = self.0.callback(session);
        Arc::new(move |request, context| {
            if is_answered(&request.input) {
                return Box::pin(async { Ok(PermissionResult::allow().into()) });
            }
            let answered = callback(request.input, context);
            Box::pin(async move {
                Ok(match answered.await? {
                    Ok(input) => PermissionResult::allow_with(input).into(),
                    Err(reason) => PermissionResult::deny(reason).into(),
                })
            })
        })
    }
}

fn is_answered(input: &Raw) -> bool {
    #[derive(Deserialize)]
    struct Input {
        answers: BTreeMap<String, Value>,
    }
    let is_given = |answer: &Value| match answer {
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(choices) => !choices.is_empty(),
        _ => false,
    };
    input.parse::<Input>().is_ok_and(|input| input.answers.values().any(is_given))
}

#[cfg(test)]
mod tests;
