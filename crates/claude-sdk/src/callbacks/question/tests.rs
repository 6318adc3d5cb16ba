//! Questions: answers are completed, and a missing answer is never sent as an answer.

use claude_types::UserQuestion;
use serde_json::{Value, json};

use super::*;

fn input() -> AskUserQuestionInput {
    let choice = |label: &str| json!({ "label": label, "description": "" });
    let questions = json!({
        "questions": [
            { "question": "Which color?", "header": "Color", "options": [choice("Red"), choice("Blue")] },
            { "question": "Which size?", "multiSelect": true, "options": [choice("S"), choice("M")] },
        ],
        "new": 7,
    });
    serde_json::from_value(questions).unwrap()
}

fn completed(answers: QuestionAnswers) -> Value {
    serde_json::to_value(answers.complete(input()).unwrap()).unwrap()
}

fn refused(answers: QuestionAnswers) -> String {
    answers.complete(input()).unwrap_err()
}

#[test]
fn answers_are_added_to_the_input_and_nothing_else_changes() {
    let answers = QuestionAnswers::new()
        .answer("Which color?", "Blue")
        .answer_many("Which size?", ["S", "M"])
        .note("Which color?", "like the sea");
    let mut expected = serde_json::to_value(input()).unwrap();
    expected["answers"] = json!({ "Which color?": "Blue", "Which size?": ["S", "M"] });
    expected["annotations"] = json!({ "Which color?": { "notes": "like the sea" } });
    assert_eq!(completed(answers), expected);
    assert_eq!(expected["new"], 7);
}

#[test]
fn several_choices_are_a_list_and_one_is_a_text() {
    for (choices, sent) in [
        (&["S, slim", "M"][..], json!(["S, slim", "M"])),
        (&["S, slim"], json!("S, slim")),
        (&["S", " ", "M"], json!(["S", "M"])),
        (&["", "M"], json!("M")),
        (&["a", "b, c", "d"], json!(["a", "b, c", "d"])),
        (&["", " "], json!(UNANSWERED)),
        (&[], json!(UNANSWERED)),
    ] {
        let answers = QuestionAnswers::new().answer("Which color?", "Red, dark");
        let answers = completed(answers.answer_many("Which size?", choices))["answers"].take();
        assert_eq!(answers, json!({ "Which color?": "Red, dark", "Which size?": sent }));
    }
}

/// Otherwise the user would be asked twice.
#[test]
fn a_call_with_a_list_of_choices_is_answered() {
    for (answers, is) in [
        (json!({ "q": ["S", "M"] }), true),
        (json!({ "q": "S" }), true),
        (json!({ "q": " ", "r": ["S"] }), true),
        (json!({ "q": " " }), false),
        (json!({ "q": [] }), false),
        (json!({}), false),
        (json!(null), false),
    ] {
        let input = Raw::from_serialize(&json!({ "questions": [], "answers": answers })).unwrap();
        assert_eq!(is_answered(&input), is, "{answers}");
    }
}

#[test]
fn a_question_without_an_answer_is_marked_as_unanswered() {
    for partial in [
        QuestionAnswers::new().answer("Which color?", "Blue"),
        QuestionAnswers::new().answer("Which color?", "Blue").answer("Which size?", " \n"),
        QuestionAnswers::new().answer("Which color?", "Blue").answer("Which shape?", "round"),
    ] {
        let answers = completed(partial)["answers"].take();
        assert_eq!(answers, json!({ "Which color?": "Blue", "Which size?": UNANSWERED }));
    }
}

#[test]
fn the_call_is_denied_if_no_question_has_an_answer() {
    assert_eq!(refused(QuestionAnswers::new()), NO_ANSWER);
    assert_eq!(refused(QuestionAnswers::new().answer("Which color?", "")), NO_ANSWER);
    assert_eq!(refused(QuestionAnswers::new().answer("Which shape?", "round")), NO_ANSWER);
    assert_eq!(refused(QuestionAnswers::new().note("Which color?", "hm")), NO_ANSWER);
    assert_eq!(refused(QuestionAnswers::declined("")), NO_ANSWER);
    let later = QuestionAnswers::declined("ask again later").answer("Which color?", "Blue");
    assert_eq!(refused(later), "ask again later");
    assert_eq!(
        refused(Err::<QuestionAnswers, _>("the user is away").into_answers()),
        "the user is away"
    );
}

#[test]
fn a_closure_answers_each_question() {
    let set = QuestionRequest::new(input());
    let first = |question: &UserQuestion| Some(question.options.as_ref()?.first()?.label.clone());
    let answers = completed(set.answer_each(first))["answers"].take();
    assert_eq!(answers, json!({ "Which color?": "Red", "Which size?": "S" }));
    assert_eq!(refused(set.answer_each(|_| None)), NO_ANSWER);
}

#[test]
fn an_input_is_answered_if_one_answer_is_not_blank() {
    let is = |json: Value| is_answered(&Raw::from(json));
    let question = json!([{ "question": "Which color?" }]);
    assert!(is(json!({ "questions": question, "answers": { "Which color?": "Blue" } })));
    assert!(!is(json!({ "questions": question, "answers": { "Which color?": "" } })));
    assert!(!is(json!({ "questions": question, "answers": {} })));
    assert!(!is(json!({ "questions": question })));
    assert!(!is(json!(7)));
}
