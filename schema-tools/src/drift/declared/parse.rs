//! Parser: tokens to declarations. [`super::grammar`] reads the types in them.
//!
//! It is tolerant: a declaration that it cannot parse is skipped to its end, and other items of a
//! file (functions, classes, imports) are ignored.

use std::collections::BTreeMap;

use super::syntax::Syntax;
use super::token::{Token, tokens};

/// The declared types of some files, by name.
#[derive(Debug, Default)]
pub(crate) struct Declarations {
    pub(super) types: BTreeMap<String, Syntax>,
}

impl Declarations {
    /// Reads one more file. The first of two declarations with the same name counts.
    pub(crate) fn read(&mut self, text: &str) {
        let mut parser = Parser { tokens: tokens(text), at: 0 };
        while parser.peek(0).is_some() {
            let begin = parser.at;
            match parser.declaration() {
                Some((name, type_)) => drop(self.types.entry(name).or_insert(type_)),
                None => {
                    parser.at = begin;
                    parser.skip_one();
                }
            }
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.types.is_empty()
    }
}

/// Every method returns `None`, or `Syntax::Other`, if the text is not as expected.
pub(super) struct Parser {
    tokens: Vec<Token>,
    pub(super) at: usize,
}

impl Parser {
    pub(super) fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    pub(super) fn next_is(&self, sign: char) -> bool {
        self.peek(0).is_some_and(|token| token.is(sign))
    }

    pub(super) fn next_is_word(&self, word: &str) -> bool {
        self.peek(0).is_some_and(|token| token.is_word(word))
    }

    pub(super) fn take(&mut self, sign: char) -> bool {
        let found = self.next_is(sign);
        self.at += usize::from(found);
        found
    }

    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let found = self.next_is_word(word);
        self.at += usize::from(found);
        found
    }

    pub(super) fn word(&mut self) -> Option<String> {
        match self.peek(0) {
            Some(Token::Word(word)) => {
                let word = word.clone();
                self.at += 1;
                Some(word)
            }
            _ => None,
        }
    }

    /// Skips one token, or a complete bracket.
    pub(super) fn skip_one(&mut self) {
        let mut depth = 0_usize;
        loop {
            match self.peek(0) {
                Some(Token::Sign('(' | '{' | '[')) => depth += 1,
                Some(Token::Sign(')' | '}' | ']')) => depth = depth.saturating_sub(1),
                None => return,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }

    /// Skips `<...>`; an arrow inside is one token and has no effect.
    pub(super) fn skip_angles(&mut self) {
        let mut depth = 0_usize;
        while self.next_is('<') || depth > 0 {
            match self.peek(0) {
                Some(Token::Sign('<')) => depth += 1,
                Some(Token::Sign('>')) => depth -= 1,
                Some(_) => {}
                None => return,
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }

    /// `[export] [declare] type NAME = ...;` or `interface NAME [extends ...] {...}`.
    fn declaration(&mut self) -> Option<(String, Syntax)> {
        while self.take_word("export") || self.take_word("declare") {}
        if self.take_word("interface") {
            let name = self.word()?;
            self.skip_angles();
            let mut both = Vec::new();
            if self.take_word("extends") {
                both.push(self.type_()?);
                while self.take(',') {
                    both.push(self.type_()?);
                }
            }
            both.push(self.object()?);
            let type_ = if both.len() == 1 { both.remove(0) } else { Syntax::Both(both) };
            return Some((name, type_));
        }
        let is_const = self.take_word("const");
        if !is_const && !self.take_word("type") {
            return None;
        }
        let name = self.word()?;
        self.skip_angles();
        // A constant is used if its type lists values.
        if !self.take(if is_const { ':' } else { '=' }) {
            return None;
        }
        let type_ = self.type_()?;
        self.next_is(';').then_some((name, type_))
    }
}
