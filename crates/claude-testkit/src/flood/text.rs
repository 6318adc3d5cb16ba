//! Text: what the messages of a flood say, which decides what it costs to read them.
//!
//! Text without escapes is the cheapest to read. What a model and its tools write has line breaks,
//! quotes and backslashes, which JSON escapes.

use std::str::FromStr;

/// The kind of the text in the messages of a flood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Text {
    /// Words without line breaks and quotes: nothing is escaped.
    Plain,
    /// Prose with line breaks and quotes.
    Prose,
    /// Source code: line breaks, tabs, quotes and backslashes.
    Code,
    /// JSON inside a string: every quote of it is escaped.
    Json,
    /// Cyrillic, Japanese and emoji between Latin letters, with line breaks and quotes.
    Multibyte,
    /// The base64 of an image: nothing is escaped.
    Base64,
}

impl Text {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Plain, Self::Prose, Self::Code, Self::Json, Self::Multibyte, Self::Base64];

    /// The name of the kind, as in the order of a flood.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Prose => "prose",
            Self::Code => "code",
            Self::Json => "json",
            Self::Multibyte => "multibyte",
            Self::Base64 => "base64",
        }
    }

    /// The text that is repeated.
    fn sample(self) -> &'static str {
        match self {
            Self::Plain => "The quick brown fox jumps over the lazy dog. ",
            Self::Prose => "the quick brown fox \"jumps\" over\nthe lazy dog 0123456789\n",
            Self::Code => {
                "fn open(name: &str) -> io::Result<File> {\n\
                 \tlet path = format!(\"{}\\\\{name}.txt\", r\"C:\\temp\");\n\
                 \t// A missing file is not an error: it is created.\n\
                 \tOpenOptions::new().create(true).append(true).open(path)\n\
                 }\n\n"
            }
            Self::Json => {
                "{\"id\":1024,\"path\":\"src/main.rs\",\"tags\":[\"new\",\"checked\"],\"size\":null}\n"
            }
            Self::Multibyte => {
                "Быстрая лиса \"прыгает\" через ленивую собаку.\n\
                 素早い茶色の狐は、のろまな犬を飛び越える。\n\
                 🦊 Der schnelle Fuchs springt über den größeren Hund – naïve, déjà vu.\n"
            }
            Self::Base64 => {
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJ"
            }
        }
    }

    /// Returns a text that takes up to `bytes` bytes in JSON, as many as its characters allow.
    pub(super) fn of_length(self, bytes: usize) -> String {
        let mut left = bytes;
        let fits = |character: &char| {
            let is_escaped = matches!(character, '"' | '\\' | '\n' | '\t');
            let length = if is_escaped { 2 } else { character.len_utf8() };
            let fits = length <= left;
            left = left.saturating_sub(length);
            fits
        };
        self.sample().chars().cycle().take_while(fits).collect()
    }
}

impl FromStr for Text {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let expected = || format!("expected one of {:?}", Self::ALL.map(Self::name));
        Self::ALL.into_iter().find(|text| text.name() == name).ok_or_else(expected)
    }
}
