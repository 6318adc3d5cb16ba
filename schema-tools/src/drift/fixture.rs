//! Fixture: a small invented schema for the tests, and a function that selects findings.

use super::finding::Findings;
use super::model::Model;
use crate::codegen::schema;

const SCHEMA: &str = r#"
module = "small"
doc = "A small wire."

[id.SessionId]
doc = "Names a session."

[enum.Colour]
doc = "Colours."
[enum.Colour.values]
red  = { doc = "Red.", from = "seen" }
blue = { doc = "Blue.", from = "declared" }

[union.Message]
doc = "Lines."
tag = "type"
[union.Message.variants]
ping = { type = "PingMessage", doc = "A ping." }
news = { type = "NewsMessage", doc = "News." }

[struct.PingMessage]
doc = "A ping."
tags = { type = "ping" }
seen = true
[struct.PingMessage.fields]
session_id = { type = "SessionId",   need = "required", seen = true, doc = "The session." }
count      = { type = "u64",         need = "optional", seen = true, doc = "How many." }
ratio      = { type = "f64",         need = "maybe",              doc = "How much." }
colour     = { type = "Colour",      need = "nullable", seen = true, doc = "Which." }
names      = { type = "Vec<String>", need = "optional",           doc = "Names." }
limits     = { type = "Map<u64>",    need = "optional",           doc = "Limits." }
effort     = { type = "TextOr<u64>", need = "optional",           doc = "Effort." }
anything   = { type = "Raw",         need = "optional",           doc = "Anything." }

[struct.NewsMessage]
doc = "News."
tags = { type = "news" }
[struct.NewsMessage.fields]
part = { type = "Part", need = "optional", doc = "A part." }
call = { type = "Box<ToolUseBlock>", need = "optional", doc = "A call." }

[union.Part]
doc = "Parts."
tag = "kind"
[union.Part.variants]
head = { type = "Head", doc = "A head." }
tail = { type = "Tail", doc = "A tail." }

[struct.Head]
doc = "A head."
tags = { kind = "head" }
[struct.Head.fields]
hair = { type = "bool", need = "required", doc = "Whether it has hair." }

[struct.Tail]
doc = "A tail."
tags = { kind = "tail" }

[struct.ToolUseBlock]
doc = "A call."
[struct.ToolUseBlock.fields]
id    = { type = "String", need = "required", doc = "Its name." }
name  = { type = "String", need = "required", doc = "The tool." }
input = { type = "Raw",    need = "required", doc = "Its input." }

[struct.ReadInput]
doc = "What to read."
tool = "Read"
aliases = ["View"]
[struct.ReadInput.fields]
path = { type = "String", need = "required", doc = "The file." }

[union.TranscriptLine]
doc = "Lines of a session file."
tag = "kind"
[union.TranscriptLine.variants]
title = { type = "TitleLine", doc = "A title." }

[struct.TitleLine]
doc = "A title."
tags = { kind = "title" }
[struct.TitleLine.fields]
text = { type = "String", need = "required", doc = "The title." }

[struct.ControlRequestFrame]
doc = "A question."
tags = { type = "control_request" }
[struct.ControlRequestFrame.fields]
request_id = { type = "String", need = "required", doc = "Names it." }

[struct.StopRequest]
doc = "Stops."
tags = { subtype = "stop" }
answer = "StopResponse"
[struct.StopRequest.fields]
now = { type = "bool", need = "optional", doc = "Whether at once." }

[struct.StopResponse]
doc = "Stopped."
[struct.StopResponse.fields]
left = { type = "u64", need = "optional", doc = "How many are left." }
"#;

pub(super) fn model() -> Model {
    Model::new(vec![schema::parse(SCHEMA).unwrap()])
}

/// The findings as `kind subject: detail`, for a part of the subject.
pub(super) fn about(findings: &Findings, subject: &str) -> Vec<String> {
    let all = findings.iter().filter(|finding| finding.subject.starts_with(subject));
    let text = all.map(|f| format!("{:?} {}: {}", f.kind, f.subject, f.detail));
    text.map(|line| line.trim_end_matches([':', ' ']).to_owned()).collect()
}
