//! Script: a list of answers, and which request gets which.

use serde::{Deserialize, Serialize};

use super::turn::Turn;

/// The answers of a [`FakeApi`](super::FakeApi).
///
/// A request that offers tools gets the next turn. A request without tools is an auxiliary request
/// (a title, a probe): it is answered with [`side_text`](Self::side_text), unless the script
/// [answers all](Self::answer_all).
///
/// As JSON a script is an object (`{"turns": [...], "side_text": "ok"}`) or only the list of turns.
/// The fields of a turn have the names of the methods of [`Turn`], with durations in milliseconds
/// (`delay_ms`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Script {
    turns: Vec<Turn>,
    side_text: String,
    exhausted: Turn,
    answer_all: bool,
}

impl Script {
    /// Creates a script of these turns.
    #[must_use]
    pub fn new(turns: impl IntoIterator<Item = Turn>) -> Self {
        Self {
            turns: turns.into_iter().collect(),
            side_text: "ok".to_owned(),
            exhausted: Turn::text("(script exhausted)"),
            answer_all: false,
        }
    }

    /// Reads a script from JSON: an object, or a list of turns.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not valid JSON of this form, with its position.
    pub fn from_json(text: &str) -> serde_json::Result<Self> {
        if text.trim_start().starts_with('[') {
            return Ok(Self::new(serde_json::from_str::<Vec<Turn>>(text)?));
        }
        serde_json::from_str(text)
    }

    /// Sets the text that answers requests without tools.
    #[must_use]
    pub fn side_text(mut self, text: impl Into<String>) -> Self {
        self.side_text = text.into();
        self
    }

    /// Sets the answer for requests after the last turn.
    #[must_use]
    pub fn exhausted(mut self, turn: Turn) -> Self {
        self.exhausted = turn;
        self
    }

    /// Lets requests without tools use turns, too.
    #[must_use]
    pub fn answer_all(mut self) -> Self {
        self.answer_all = true;
        self
    }

    pub(super) fn push(&mut self, turn: Turn) {
        self.turns.push(turn);
    }

    /// Selects the answer: first a turn that waits for this body, then the next one.
    pub(super) fn take(&mut self, body: &str, offers_tools: bool) -> Turn {
        if !offers_tools && !self.answer_all {
            return Turn::text(self.side_text.clone());
        }
        let waiting = |turn: &Turn| turn.when.as_ref().is_some_and(|when| body.contains(when));
        let index = self.turns.iter().position(waiting);
        let index = index.or_else(|| self.turns.iter().position(|turn| turn.when.is_none()));
        let Some(index) = index else { return self.exhausted.clone() };
        let turn = self.turns[index].clone();
        if !self.turns[index].use_up() {
            self.turns.remove(index);
        }
        turn
    }
}

impl Default for Script {
    fn default() -> Self {
        Self::new([])
    }
}

impl<T: IntoIterator<Item = Turn>> From<T> for Script {
    fn from(turns: T) -> Self {
        Self::new(turns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_are_used_in_order_and_as_often_as_configured() {
        let mut script = Script::new([Turn::hang().repeat(2), Turn::reset()]);
        assert!(script.take("", true).hang);
        assert!(script.take("", true).hang);
        assert!(script.take("", true).reset);
        assert_eq!(script.take("", true), Turn::text("(script exhausted)"));
    }

    #[test]
    fn a_turn_for_a_text_answers_the_request_that_contains_it() {
        let mut script = Script::new([Turn::text("apple").when("fruit"), Turn::text("next")]);
        assert_eq!(script.take("nothing", true), Turn::text("next"));
        assert_eq!(script.take("a fruit", true), Turn::text("apple").when("fruit"));
    }

    #[test]
    fn a_request_without_tools_uses_no_turn() {
        let mut script = Script::new([Turn::text("main")]).side_text("aside");
        assert_eq!(script.take("", false), Turn::text("aside"));
        assert_eq!(script.take("", true), Turn::text("main"));
        assert_eq!(Script::new([Turn::reset()]).answer_all().take("", false), Turn::reset());
    }

    #[test]
    fn json_gives_the_same_script_as_the_builder() {
        let turns = [
            Turn::text("a").thinking("hm").delay(std::time::Duration::from_millis(3)),
            Turn::error(529, "overloaded_error", "busy").retry_after(1).repeat(2),
            Turn::text("b").error_after(2, "api_error", "lost").forever(),
        ];
        let script = Script::new(turns.clone());
        let json = serde_json::to_string(&script).unwrap();
        assert_eq!(Script::from_json(&json).unwrap(), script);
        let json = serde_json::to_string(&turns).unwrap();
        assert_eq!(Script::from_json(&json).unwrap(), script);
    }

    #[test]
    fn an_unknown_field_is_an_error() {
        let error = Script::from_json(r#"[{"blocks": [], "delay": 5}]"#).unwrap_err();
        assert!(error.to_string().contains("unknown field `delay`"), "{error}");
    }
}
