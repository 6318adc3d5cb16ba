//! Grammar: the type at the right of a `=` or a `:`. Names are not resolved here.
//!
//! Each method returns `None` if the text is not as expected, and the declaration is skipped.

use super::parse::Parser;
use super::syntax::{Member, Syntax};
use super::token::Token;

impl Parser {
    pub(super) fn type_(&mut self) -> Option<Syntax> {
        self.take('|');
        let mut all = vec![self.both()?];
        while self.take('|') {
            all.push(self.both()?);
        }
        let type_ = if all.len() == 1 { all.remove(0) } else { Syntax::Union(all) };
        if self.take_word("extends") {
            self.type_()?;
            self.take('?').then_some(())?;
            self.type_()?;
            self.take(':').then_some(())?;
            self.type_()?;
            return Some(Syntax::Other);
        }
        Some(type_)
    }

    fn both(&mut self) -> Option<Syntax> {
        self.take('&');
        let mut all = vec![self.postfix()?];
        while self.take('&') {
            all.push(self.postfix()?);
        }
        Some(if all.len() == 1 { all.remove(0) } else { Syntax::Both(all) })
    }

    fn postfix(&mut self) -> Option<Syntax> {
        let mut type_ = self.primary()?;
        while self.next_is('[') {
            self.at += 1;
            type_ = if self.take(']') {
                Syntax::List(Box::new(type_))
            } else {
                let index = self.type_()?;
                self.take(']').then_some(())?;
                match index {
                    Syntax::Literal(name) => Syntax::FieldOf(Box::new(type_), name),
                    _ => Syntax::Other,
                }
            };
        }
        Some(type_)
    }

    fn primary(&mut self) -> Option<Syntax> {
        match self.peek(0)?.clone() {
            Token::Text(text) => {
                self.at += 1;
                Some(Syntax::Literal(text))
            }
            Token::Template => {
                self.at += 1;
                Some(Syntax::Name("string".to_owned(), Vec::new()))
            }
            Token::Sign('{') => self.object(),
            Token::Sign('[') => self.tuple(),
            Token::Sign('(') => self.bracket(),
            Token::Sign('-') => {
                self.at += 1;
                self.primary()
            }
            Token::Sign('<') => {
                self.skip_angles();
                self.bracket()
            }
            Token::Word(word) => {
                self.at += 1;
                self.named(word)
            }
            _ => None,
        }
    }

    fn named(&mut self, word: String) -> Option<Syntax> {
        match word.as_str() {
            "readonly" | "unique" => return self.postfix(),
            "keyof" | "typeof" | "infer" | "new" | "abstract" => {
                self.postfix()?;
                return Some(Syntax::Other);
            }
            "asserts" => return self.type_().map(|_| Syntax::Other),
            number if number.starts_with(|c: char| c.is_ascii_digit()) => {
                // A fraction is two words and a dot.
                while self.take('.') {
                    self.word();
                }
                return Some(Syntax::Name("number".to_owned(), Vec::new()));
            }
            _ => {}
        }
        let mut name = word;
        while self.next_is('.') && matches!(self.peek(1), Some(Token::Word(_))) {
            self.at += 1;
            name = self.word()?;
        }
        if self.take_word("is") {
            self.type_()?;
            return Some(Syntax::Other);
        }
        let mut arguments = Vec::new();
        if self.take('<') {
            while !self.take('>') {
                arguments.push(self.type_()?);
                self.take(',');
            }
        }
        Some(Syntax::Name(name, arguments))
    }

    /// `(A | B)` or `(a: A) => B`.
    fn bracket(&mut self) -> Option<Syntax> {
        let begin = self.at;
        self.skip_one();
        if self.peek(0) == Some(&Token::Arrow) {
            self.at += 1;
            self.type_()?;
            return Some(Syntax::Other);
        }
        self.at = begin + 1;
        let type_ = self.type_()?;
        self.take(')').then_some(type_)
    }

    /// `[A, B]`: a list of either. Names and dots before the items are ignored.
    fn tuple(&mut self) -> Option<Syntax> {
        self.at += 1;
        let mut items = Vec::new();
        while !self.take(']') {
            let rest = self.next_is('.');
            while self.take('.') {}
            items.push(match self.type_()? {
                Syntax::List(item) if rest => *item,
                item => item,
            });
            self.take('?');
            if self.take(':') {
                items.pop();
                continue;
            }
            self.take(',');
        }
        Some(Syntax::List(Box::new(Syntax::Union(items))))
    }

    pub(super) fn object(&mut self) -> Option<Syntax> {
        self.take('{').then_some(())?;
        let mut members = Vec::new();
        while !self.take('}') {
            self.peek(0)?;
            members.extend(self.member()?);
            while self.take(';') || self.take(',') {}
        }
        Some(Syntax::Object(members))
    }

    /// A member; the inner value is `None` for a method, which JSON cannot contain.
    fn member(&mut self) -> Option<Option<Member>> {
        while self.take('-') || self.take('+') {}
        while self.next_is_word("readonly") && !matches!(self.peek(1), Some(Token::Sign(':' | '?')))
        {
            self.at += 1;
        }
        let name = match self.peek(0)?.clone() {
            Token::Word(name) | Token::Text(name) => {
                self.at += 1;
                Some(name)
            }
            Token::Sign('[') => {
                self.skip_one();
                None
            }
            Token::Sign('(' | '<') => None,
            _ => return None,
        };
        while self.take('-') || self.take('+') {}
        let optional = self.take('?');
        if self.next_is('(') || self.next_is('<') {
            self.skip_angles();
            self.skip_one();
            if self.take(':') {
                self.type_()?;
            }
            return Some(None);
        }
        self.take(':').then_some(())?;
        let type_ = self.type_()?;
        Some(Some(Member { name, optional, type_ }))
    }
}
