//! Lines: a frame as the line that is written.

/// A frame as one line, with its line feed.
pub(crate) fn line(frame: &impl serde::Serialize) -> String {
    #[expect(clippy::expect_used, reason = "frames have string keys and nothing that can fail")]
    let mut line = serde_json::to_string(frame).expect("a frame serialises");
    line.push('\n');
    line
}
