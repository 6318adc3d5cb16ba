//! Host: the replies to requests of the CLI: permissions, hooks, MCP messages.
//!
//! A pure function of the requests. Held requests are stored here until a step answers them.

use super::lab_server;
use crate::record::cases::{Answer, Answers};
use crate::record::json::Json;

/// The control protocol of the host.
#[derive(Debug)]
pub(in crate::record) struct Host {
    answers: Answers,
    held: Vec<HeldRequest>,
}

/// A control request of the CLI.
#[derive(Clone, Debug)]
struct HeldRequest {
    id: String,
    request: Json,
}

impl Host {
    pub(in crate::record) fn new(answers: Answers) -> Self {
        Self { answers, held: Vec::new() }
    }

    /// Returns the line that answers a control request, if it is answered now.
    pub(in crate::record) fn answer(&mut self, line: &str) -> Option<String> {
        let frame = Json::parse(line)?;
        let id = frame.str_at("request_id")?.to_owned();
        let held_request = HeldRequest { id, request: frame.get("request")?.clone() };
        let answer = self.choose(&held_request.request);
        if answer == Answer::Hold {
            self.held.push(held_request);
            return None;
        }
        Some(held_request.answered(&answer))
    }

    /// Returns the line that answers the `number`th held request, counted from one.
    pub(in crate::record) fn release(&mut self, number: usize, answer: &Answer) -> Option<String> {
        Some(self.held.get(number.checked_sub(1)?)?.answered(answer))
    }

    fn choose(&mut self, request: &Json) -> Answer {
        match request.str_at("subtype").unwrap_or_default() {
            "can_use_tool" if self.answers.permissions.is_empty() => Answer::Allow,
            "can_use_tool" => self.answers.permissions.remove(0),
            "hook_callback" => self.hook(request.str_at("callback_id").unwrap_or_default()),
            "mcp_message" if self.answers.silent_mcp => Answer::Hold,
            "mcp_message" => lab_server::answer(request),
            other => {
                let found = self.answers.others.iter().find(|(subtype, _)| subtype == other);
                let found = found.map(|(_, answer)| answer.clone());
                found.unwrap_or_else(|| {
                    Answer::Error(format!("the recorder does not answer {other}"))
                })
            }
        }
    }

    fn hook(&mut self, id: &str) -> Answer {
        let answers = &mut self.answers.hooks;
        let mut of_hook = answers.iter().enumerate().filter(|(_, (callback, _))| callback == id);
        match (of_hook.next().map(|(at, _)| at), of_hook.next()) {
            (Some(at), Some(_)) => answers.remove(at).1,
            (Some(at), None) => answers[at].1.clone(),
            (None, _) => Answer::Body(Json::Object(Vec::new())),
        }
    }
}

impl HeldRequest {
    fn answered(&self, answer: &Answer) -> String {
        let id = &self.id;
        let body = match answer {
            Answer::Error(error) => return framed("error", id, "error", error.as_str().into()),
            Answer::Body(body) => body.clone(),
            Answer::AllowWith(fields) => {
                let mut body = self.allowed();
                if let (Json::Object(body), Json::Object(fields)) = (&mut body, fields) {
                    body.retain(|(name, _)| fields.iter().all(|(field, _)| field != name));
                    body.extend(fields.clone());
                }
                body
            }
            Answer::Suggested => {
                let mut body = self.allowed();
                let suggested = self.request.get("permission_suggestions").cloned();
                if let Json::Object(body) = &mut body {
                    body.push(("updatedPermissions".to_owned(), suggested.unwrap_or(Json::Null)));
                }
                body
            }
            Answer::Allow | Answer::Hold => match self.request.str_at("subtype") {
                // A held server request gets the response that it would have had at once.
                Some("mcp_message") => match lab_server::late(&self.request) {
                    Answer::Body(body) => body,
                    _ => Json::Null,
                },
                _ => self.allowed(),
            },
        };
        framed("success", id, "response", body)
    }

    fn allowed(&self) -> Json {
        let input = self.request.get("input").cloned().unwrap_or(Json::Null);
        Json::Object(vec![
            ("behavior".to_owned(), "allow".into()),
            ("updatedInput".to_owned(), input),
        ])
    }
}

/// The line of a reply.
fn framed(subtype: &str, id: &str, field: &str, body: Json) -> String {
    let response = [("subtype", subtype.into()), ("request_id", id.into()), (field, body)];
    let response = response.map(|(name, value)| (name.to_owned(), value)).to_vec();
    let frame = [("type", "control_response".into()), ("response", Json::Object(response))];
    Json::Object(frame.map(|(name, value)| (name.to_owned(), value)).to_vec()).to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn asked(host: &mut Host, request: Value) -> Option<Value> {
        let frame = json!({"type": "control_request", "request_id": "r", "request": request});
        host.answer(&frame.to_string()).map(|line| serde_json::from_str(&line).unwrap())
    }

    fn body(answer: Option<Value>) -> Value {
        answer.unwrap()["response"]["response"].clone()
    }

    #[test]
    fn permissions_are_answered_in_order_and_then_allowed() {
        let permissions = vec![
            Answer::Error("no".to_owned()),
            Answer::AllowWith(json!({"updatedInput": 2}).into()),
            Answer::Suggested,
        ];
        let mut host = Host::new(Answers { permissions, ..Answers::default() });
        let ask =
            json!({"subtype": "can_use_tool", "input": {"a": 1}, "permission_suggestions": [7]});
        assert_eq!(asked(&mut host, ask.clone()).unwrap()["response"]["error"], "no");
        assert_eq!(
            body(asked(&mut host, ask.clone())),
            json!({"behavior": "allow", "updatedInput": 2})
        );
        let suggested = body(asked(&mut host, ask.clone()));
        assert_eq!(suggested["updatedPermissions"], json!([7]));
        assert_eq!(body(asked(&mut host, ask))["updatedInput"], json!({"a": 1}));
    }

    #[test]
    fn the_last_answer_of_a_hook_is_repeated() {
        let answer = |n: u8| ("h".to_owned(), Answer::Body(json!({"n": n}).into()));
        let mut host =
            Host::new(Answers { hooks: vec![answer(1), answer(2)], ..Answers::default() });
        let ask = |id: &str| json!({"subtype": "hook_callback", "callback_id": id});
        let said = [(); 3].map(|()| body(asked(&mut host, ask("h")))["n"].clone());
        assert_eq!(said, [1, 2, 2]);
        assert_eq!(body(asked(&mut host, ask("other"))), json!({}));
    }

    #[test]
    fn a_held_request_is_answered_by_its_number() {
        let permissions = vec![Answer::Hold];
        let mut host = Host::new(Answers { permissions, ..Answers::default() });
        assert!(asked(&mut host, json!({"subtype": "can_use_tool", "input": {}})).is_none());
        assert!(host.release(1, &Answer::Allow).unwrap().contains("\"allow\""));
        assert!(host.release(2, &Answer::Allow).is_none());
        assert!(host.release(0, &Answer::Allow).is_none());
    }
}
