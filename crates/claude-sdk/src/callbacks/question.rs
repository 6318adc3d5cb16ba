//! Questions of the model to the user: the tool `AskUserQuestion`, and the callback that answers
//! it.
//!
//! The answer goes to the CLI as the changed input of the tool. A hook gives it, because the CLI
//! calls hooks in every permission mode and whatever the rules say. Where another hook wants the
//! permission callback to be asked, it is given there. The CLI tells the model nothing about a
//! question without an answer, so the answers are completed here: an empty one is never sent.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{Callback, CallbackError, Hook, PermissionAnswer};
use claude_types::{
    AskUserQuestionInput, CanUseToolRequest, HookEvent, HookInput, HookOutput, PermissionResult,
    PreToolUseOutput, Raw, ToolInput as _, UserAnswerNote, UserQuestion,
};

use super::{Closure, Context, Entry};
use crate::session::Session;
use crate::trace;

/// What the model reads in the place of an answer that is not there.
const UNANSWERED: &str = "(The user did not answer this question.)";

/// What the model reads if there is no answer at all and no reason.
const NO_ANSWER: &str = "the user did not answer the questions";

/// The questions that the model asks at once: one to four.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct QuestionRequest {
    /// The questions, each with its choices.
    pub questions: Vec<UserQuestion>,
    /// The whole input of the tool.
    pub input: AskUserQuestionInput,
}

impl QuestionRequest {
    fn new(input: AskUserQuestionInput) -> Self {
        Self { questions: input.questions.clone(), input }
    }

    /// Answers each question by a closure; `None` leaves it without an answer.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::{Context, Options};
    /// use claude_sdk::callbacks::QuestionRequest;
    ///
    /// // The first choice, whatever is asked.
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
        QuestionAnswers { answers: answers.collect(), ..QuestionAnswers::new() }
    }
}

/// What the user said, by the text of the question.
///
/// A question without an answer is told to the model as such; without any answer the tool call is
/// refused. So the model never takes silence for an answer.
#[derive(Debug, Clone, Default)]
#[must_use = "answers answer nothing unless they are returned"]
pub struct QuestionAnswers {
    answers: BTreeMap<String, String>,
    notes: BTreeMap<String, String>,
    declined: Option<String>,
}

impl QuestionAnswers {
    /// No answers yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Nobody answers; the model is told why.
    pub fn declined(why: impl Into<String>) -> Self {
        Self { declined: Some(why.into()), ..Self::new() }
    }

    /// Answers a question: the label of a choice, or words of the user's own.
    pub fn answer(mut self, question: impl Into<String>, answer: impl Into<String>) -> Self {
        self.answers.insert(question.into(), answer.into());
        self
    }

    /// Answers a question by several choices.
    pub fn answer_many<T: AsRef<str>>(
        self,
        question: impl Into<String>,
        answers: impl IntoIterator<Item = T>,
    ) -> Self {
        let mut joined = String::new();
        for answer in answers {
            if !joined.is_empty() {
                joined.push_str(", ");
            }
            joined.push_str(answer.as_ref());
        }
        self.answer(question, joined)
    }

    /// A remark of the user on an answer.
    pub fn note(mut self, question: impl Into<String>, note: impl Into<String>) -> Self {
        self.notes.insert(question.into(), note.into());
        self
    }

    /// The input of the tool with these answers, or why there are none.
    fn complete(self, mut input: AskUserQuestionInput) -> Result<AskUserQuestionInput, String> {
        if let Some(why) = self.declined {
            return Err(if why.trim().is_empty() { NO_ANSWER.into() } else { why });
        }
        let Self { mut answers, mut notes, .. } = self;
        let mut given = BTreeMap::new();
        let mut remarks = input.annotations.take().unwrap_or_default();
        let mut is_answered = false;
        for UserQuestion { question, .. } in &input.questions {
            let answer = answers.remove(question).filter(|answer| !answer.trim().is_empty());
            is_answered |= answer.is_some();
            given.insert(question.clone(), answer.unwrap_or_else(|| UNANSWERED.into()));
            if let Some(note) = notes.remove(question) {
                remarks.insert(question.clone(), UserAnswerNote::new().notes(note));
            }
        }
        if !answers.is_empty() || !notes.is_empty() {
            trace::warning!("an answer was given to a question that was not asked");
        }
        if !is_answered {
            return Err(NO_ANSWER.into());
        }
        input.answers = Some(given);
        input.annotations = Some(remarks).filter(|remarks| !remarks.is_empty());
        Ok(input)
    }
}

/// What a question callback may return: [`QuestionAnswers`], or a `Result` whose error tells the model why
/// there are none.
pub trait IntoQuestionAnswers: Send {
    /// The answers.
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

/// A question callback as a type, for state of its own.
pub trait QuestionHandler: Send + Sync + 'static {
    /// Answers the questions. Has no deadline but
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

/// The input with its answers, or why there are none.
type Answered = Result<Raw, String>;

/// The registered callback: it takes the input of the tool.
#[derive(Debug, Clone)]
pub(crate) struct QuestionEntry(Entry<Raw, Answered>);

impl QuestionEntry {
    pub(crate) fn new(handler: impl QuestionHandler) -> Self {
        let handler = Arc::new(handler);
        Self(Entry::new(move |input: Raw, context| {
            let handler = Arc::clone(&handler);
            async move {
                let read = input.parse::<AskUserQuestionInput>();
                let input =
                    read.map_err(|error| format!("the questions are malformed: {error}"))?;
                let questions = QuestionRequest::new(input.clone());
                let answers = handler.answer(questions, context).await.into_answers();
                Ok(answers.complete(input).and_then(|input| {
                    Raw::from_serialize(&input).map_err(|error| error.to_string())
                }))
            }
        }))
    }

    /// The hook that answers.
    pub(crate) fn hook(&self, session: &Session, within: Option<Duration>) -> Hook {
        let callback = self.0.callback(session);
        let answer: Callback<HookInput, HookOutput> = Arc::new(move |input, context| {
            let HookInput::PreToolUse(call) = input else {
                return Box::pin(async { Err(CallbackError::from("no call of a tool")) });
            };
            let answered = callback(call.tool_input, context);
            Box::pin(async move {
                Ok(match answered.await? {
                    Ok(input) => PreToolUseOutput::allow_with(input).into(),
                    Err(why) => PreToolUseOutput::deny(why).into(),
                })
            })
        });
        let mut hook = Hook::new(HookEvent::PreToolUse, answer);
        hook.matcher = Some(AskUserQuestionInput::TOOL.into());
        hook.timeout = Some(within.unwrap_or(Duration::MAX));
        hook
    }

    /// The answer where a permission is asked for. A question that the hook has answered already
    /// is not asked again.
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
                    Err(why) => PermissionResult::deny(why).into(),
                })
            })
        })
    }
}

fn is_answered(input: &Raw) -> bool {
    let answers = input.parse::<AskUserQuestionInput>().ok().and_then(|input| input.answers);
    answers.is_some_and(|answers| answers.values().any(|answer| !answer.trim().is_empty()))
}

#[cfg(test)]
mod tests;
