//! Decision: the answer to an approval, before it is turned into the reply to the CLI.

use std::collections::BTreeMap;
use std::fmt;

use claude_types::{PermissionMode, Raw};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{Approval, ApprovalKind};

/// The answer to an [`Approval`].
///
/// | kind | answers |
/// |---|---|
/// | permission | [`allow`](Self::allow), [`deny`](Self::deny) |
/// | question | [`answers`](Self::answers), [`deny`](Self::deny) |
/// | plan | [`allow`](Self::allow) (approves it), [`deny`](Self::deny) (rejects it) |
/// | elicitation | [`form`](Self::form), [`allow`](Self::allow) (the URL was opened), [`deny`](Self::deny) |
/// | dialog | [`form`](Self::form), [`deny`](Self::deny) (cancels it) |
///
/// An answer that does not fit is refused, and the approval stays open. `Debug` shows neither inputs
/// nor answers.
///
/// # Examples
///
/// ```
/// use claude_sdk::approvals::Decision;
///
/// let once = Decision::allow().by("ada");
/// let changed = Decision::allow().with_input(serde_json::json!({ "command": "ls" }))?;
/// let always = Decision::allow().with_suggestions([0]);
/// let never = Decision::deny("not on a Friday");
/// let answer = Decision::answers([("Which colour?", "blue")]);
/// # Ok::<_, serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[must_use = "a decision has no effect unless it is the answer to an approval"]
pub struct Decision {
    pub(super) choice: Choice,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) by: Option<String>,
}

// Tagged externally: a tag inside would be read through a buffer, which cannot hold raw JSON.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Choice {
    Allow(Allow),
    Deny(Deny),
    Answers(BTreeMap<String, Vec<String>>),
    Form(Raw),
}

#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Allow {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) input: Option<Raw>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) suggestions: Vec<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) mode: Option<PermissionMode>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Deny {
    pub(super) reason: String,
    #[serde(default)]
    pub(super) interrupt: bool,
}

impl Decision {
    fn new(choice: Choice) -> Self {
        Self { choice, by: None }
    }

    /// Allows the tool call, approves the plan, or confirms that a URL was opened.
    pub fn allow() -> Self {
        Self::new(Choice::Allow(Allow::default()))
    }

    /// Denies the tool call, rejects the plan, declines the form, or cancels the dialog.
    ///
    /// The model is given the reason, except for an elicitation or a dialog.
    pub fn deny(reason: impl Into<String>) -> Self {
        Self::new(Choice::Deny(Deny { reason: reason.into(), interrupt: false }))
    }

    /// Answers questions of the model, by the text of the question.
    ///
    /// Several answers to one question are several entries with its text. If a question has no
    /// answer, the model is told so; if none has one, the call is denied.
    pub fn answers<Q: Into<String>, A: Into<String>>(
        answers: impl IntoIterator<Item = (Q, A)>,
    ) -> Self {
        let mut all = BTreeMap::<String, Vec<String>>::new();
        for (question, answer) in answers {
            all.entry(question.into()).or_default().push(answer.into());
        }
        Self::new(Choice::Answers(all))
    }

    /// Answers an elicitation with the values of its form, or a dialog with its result.
    ///
    /// # Errors
    ///
    /// Returns an error if the values cannot be serialized.
    pub fn form<T: Serialize>(values: T) -> Result<Self, serde_json::Error> {
        Ok(Self::new(Choice::Form(Raw::from_serialize(&values)?)))
    }

    /// Replaces the input of the tool, or of the plan. Has no effect on a denial.
    ///
    /// # Errors
    ///
    /// Returns an error if the input cannot be serialized. An input that is not an object is refused
    /// when the decision is used.
    pub fn with_input<T: Serialize>(mut self, input: T) -> Result<Self, serde_json::Error> {
        if let Choice::Allow(allow) = &mut self.choice {
            allow.input = Some(Raw::from_serialize(&input)?);
        }
        Ok(self)
    }

    /// Also applies some of [`Approval::suggestions`], by their position. Has no effect on a denial.
    ///
    /// A suggestion can be a permission *mode* such as `acceptEdits`: show it to the person who
    /// decides.
    pub fn with_suggestions(mut self, positions: impl IntoIterator<Item = usize>) -> Self {
        if let Choice::Allow(allow) = &mut self.choice {
            allow.suggestions = positions.into_iter().collect();
        }
        self
    }

    /// Sets the permission mode after a plan. By default it is the one before plan mode. Has no
    /// effect on a denial.
    pub fn with_mode(mut self, mode: PermissionMode) -> Self {
        if let Choice::Allow(allow) = &mut self.choice {
            allow.mode = Some(mode);
        }
        self
    }

    /// Also ends the turn. Has an effect on a denial of a tool call only.
    pub fn and_interrupt(mut self) -> Self {
        if let Choice::Deny(deny) = &mut self.choice {
            deny.interrupt = true;
        }
        self
    }

    /// Sets who decides, for the record and for the others. By default, it is `"local"` for a local
    /// answerer, and `"code"` for [`Approvals::answer`](super::Approvals::answer).
    pub fn by(mut self, name: impl Into<String>) -> Self {
        self.by = Some(name.into());
        self
    }

    /// Returns whether it denies.
    #[must_use]
    pub fn is_denial(&self) -> bool {
        matches!(self.choice, Choice::Deny(_))
    }

    /// Returns why the decision does not fit an approval, if it does not.
    pub(super) fn problem(&self, approval: &Approval) -> Option<String> {
        use ApprovalKind::{Dialog, Elicitation, Permission, Plan, Question};
        let kind = approval.kind;
        match &self.choice {
            Choice::Deny(_) => None,
            Choice::Answers(_) if kind == Question => None,
            Choice::Form(_) if matches!(kind, Elicitation | Dialog) => None,
            Choice::Allow(allow) => {
                if allow.input.as_ref().is_some_and(|input| !is_object(input)) {
                    return Some("the changed input must be an object".into());
                }
                let count = approval.suggestions.len();
                if let Some(position) = allow.suggestions.iter().find(|at| **at >= count) {
                    return Some(format!("there is no suggestion {position}, only {count}"));
                }
                if allow.mode.is_some() && kind != Plan {
                    return Some("a permission mode can only be set with a plan".into());
                }
                match kind {
                    Permission | Plan => None,
                    Elicitation if allow.input.is_none() => None,
                    Question => Some("a question must be answered with `Decision::answers`".into()),
                    _ => Some("a form must be answered with `Decision::form`".into()),
                }
            }
            _ => Some(format!("the answer does not fit an approval of the kind {kind:?}")),
        }
    }
}

/// Returns whether a value is a JSON object.
fn is_object(value: &Raw) -> bool {
    value.parse::<BTreeMap<String, Box<RawValue>>>().is_ok()
}

impl fmt::Debug for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let choice = match &self.choice {
            Choice::Allow(_) => "allow",
            Choice::Deny(_) => "deny",
            Choice::Answers(_) => "answers",
            Choice::Form(_) => "form",
        };
        f.debug_struct("Decision").field("choice", &choice).field("by", &self.by).finish()
    }
}

/// A value that a local answerer may return: a [`Decision`], an `Option` of it, or a `Result`.
///
/// `None` leaves the approval to the other answerers. An `Err` denies, with the error as the reason.
pub trait IntoDecision: Send {
    /// Converts the value to a decision.
    fn into_decision(self) -> Option<Decision>;
}

impl IntoDecision for Decision {
    fn into_decision(self) -> Option<Decision> {
        Some(self)
    }
}

impl IntoDecision for Option<Decision> {
    fn into_decision(self) -> Option<Decision> {
        self
    }
}

impl<D: IntoDecision, E: fmt::Display + Send> IntoDecision for Result<D, E> {
    fn into_decision(self) -> Option<Decision> {
        self.map_or_else(|error| Some(Decision::deny(error.to_string())), D::into_decision)
    }
}
