//! Parser of regular expressions of JavaScript, without flags, with the syntax that browsers accept
//! in addition (Annex B of the ECMAScript specification).
//!
//! What only newer engines accept is refused: modifiers (`(?i:…)`), and two groups of one name.

use super::js_regex::{Node, Set};

/// The reason why a text is not a regular expression.
pub(super) type Refusal = &'static str;

/// How deeply groups may be nested.
const DEEPEST: usize = 100;

/// Parses a regular expression. Returns its alternatives, each with its source.
pub(super) fn parse(pattern: &str) -> Result<Vec<(String, Node)>, Refusal> {
    // Without the flag `u`, JavaScript reads units of UTF-16.
    let units: Vec<u16> = pattern.encode_utf16().collect();
    let (groups, names) = groups(&units)?;
    let mut parser = Parser { units: &units, at: 0, groups, names, depth: 0 };
    let mut alternatives = Vec::new();
    loop {
        let from = parser.at;
        let node = parser.sequence()?;
        alternatives.push((String::from_utf16_lossy(&units[from..parser.at]), node));
        if !parser.takes('|') {
            break;
        }
    }
    match parser.peek() {
        None => Ok(alternatives),
        Some(_) => Err("a `)` closes no group"),
    }
}

/// Counts the groups that capture, and collects their names.
fn groups(units: &[u16]) -> Result<(usize, Vec<String>), Refusal> {
    let (mut count, mut names, mut in_set) = (0, Vec::new(), false);
    let mut rest = units.iter().map(|unit| ascii(*unit)).enumerate();
    while let Some((at, c)) = rest.next() {
        match c {
            '\\' => drop(rest.next()),
            '[' => in_set = true,
            ']' => in_set = false,
            '(' if !in_set => {
                let after: String = units[at + 1..].iter().take(3).map(|u| ascii(*u)).collect();
                if !after.starts_with('?') {
                    count += 1;
                } else if after.starts_with("?<") && !matches!(after.get(2..), Some("=" | "!")) {
                    count += 1;
                    let name = String::from_utf16_lossy(&units[at + 3..]);
                    let name = name.split('>').next().unwrap_or_default().to_owned();
                    if names.contains(&name) {
                        return Err("two groups have the same name");
                    }
                    names.push(name);
                }
            }
            _ => {}
        }
    }
    Ok((count, names))
}

struct Parser<'p> {
    units: &'p [u16],
    at: usize,
    groups: usize,
    names: Vec<String>,
    depth: usize,
}

impl Parser<'_> {
    fn either(&mut self) -> Result<Node, Refusal> {
        let mut parts = vec![self.sequence()?];
        while self.takes('|') {
            parts.push(self.sequence()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Node::Either(parts) })
    }

    fn sequence(&mut self) -> Result<Node, Refusal> {
        let mut parts = Vec::new();
        while let Some(c) = self.peek().filter(|c| !matches!(c, '|' | ')')) {
            let (part, repeats) = match c {
                '^' => (self.skip(1, Node::Start), false),
                '$' => (self.skip(1, Node::End), false),
                '(' => self.group()?,
                '[' => (Node::One(self.set()?), true),
                '\\' => self.escape()?,
                '.' => (self.skip(1, Node::One(Set::of(|c| c != '\n' && c != '\r'))), true),
                '*' | '+' | '?' => return Err("there is nothing to repeat"),
                '{' if self.quantifier()?.is_some() => return Err("there is nothing to repeat"),
                _ => (Node::One(Set::one(self.next_unit())), true),
            };
            parts.push(if repeats { self.repeated(part)? } else { part });
        }
        Ok(if parts.len() == 1 && !matches!(parts[0], Node::Start | Node::End) {
            parts.remove(0)
        } else {
            Node::Sequence(parts)
        })
    }

    fn repeated(&mut self, part: Node) -> Result<Node, Refusal> {
        let optional = match self.peek() {
            Some('*' | '?') => self.skip(1, true),
            Some('+') => self.skip(1, false),
            Some('{') => match self.quantifier()? {
                Some((length, optional)) => self.skip(length, optional),
                None => return Ok(part),
            },
            _ => return Ok(part),
        };
        self.takes('?');
        Ok(Node::Repeat { part: Box::new(part), optional })
    }

    /// Returns the length of a quantifier in braces at this place, and whether it allows none.
    fn quantifier(&self) -> Result<Option<(usize, bool)>, Refusal> {
        let text: String = self.units[self.at..].iter().map(|unit| ascii(*unit)).collect();
        let Some((inside, _)) = text[1..].split_once('}') else { return Ok(None) };
        let (least, most) = inside.split_once(',').unwrap_or((inside, inside));
        let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if least.is_empty() || !is_number(least) || !is_number(most) {
            return Ok(None);
        }
        let number = |digits: &str| digits.parse::<u64>().unwrap_or(u64::MAX);
        if !most.is_empty() && number(least) > number(most) {
            return Err("the numbers in `{}` are out of order");
        }
        Ok(Some((inside.len() + 2, number(least) == 0)))
    }

    /// Parses a group. Returns it, and whether it may be repeated.
    fn group(&mut self) -> Result<(Node, bool), Refusal> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("its groups are nested too deeply");
        }
        let kinds = ["(?:", "(?=", "(?!", "(?<=", "(?<!", "(?<", "(?", "("];
        let kind = *kinds.iter().find(|kind| self.is_at(kind)).unwrap_or(&"(");
        self.at += kind.len();
        match kind {
            "(?" => return Err("the group after `(?` is of an unknown kind"),
            "(?<" => self.group_name()?,
            _ => {}
        }
        let part = self.either()?;
        if !self.takes(')') {
            return Err("a group is not closed");
        }
        self.depth -= 1;
        let is_empty = matches!(&part, Node::Sequence(parts) if parts.is_empty());
        Ok(match kind {
            "(?=" => (Node::Ahead(Box::new(part)), true),
            "(?!" if is_empty => (Node::Never, true),
            "(?!" => (Node::Maybe, true),
            "(?<=" | "(?<!" => (Node::Maybe, false),
            _ => (part, true),
        })
    }

    /// Skips the name of a group, and the `>` after it.
    fn group_name(&mut self) -> Result<(), Refusal> {
        let rest = String::from_utf16_lossy(&self.units[self.at..]);
        let name = rest.split_once('>').map(|(name, _)| name).filter(|name| is_identifier(name));
        let name = name.ok_or("the name of a group is invalid")?;
        self.at += name.encode_utf16().count() + 1;
        Ok(())
    }

    /// Parses an escape outside of a set. Returns it, and whether it may be repeated.
    fn escape(&mut self) -> Result<(Node, bool), Refusal> {
        let c = self.units.get(self.at + 1).map(|unit| ascii(*unit));
        match c.ok_or("it ends with a `\\`")? {
            'b' | 'B' => Ok((self.skip(2, Node::Maybe), false)),
            'k' if !self.names.is_empty() => {
                self.at += 2;
                if !self.takes('<') {
                    return Err("`\\k` refers to no group");
                }
                let from = self.at;
                self.group_name()?;
                let name = String::from_utf16_lossy(&self.units[from..self.at - 1]);
                if !self.names.contains(&name) {
                    return Err("`\\k` refers to no group");
                }
                Ok((Node::Maybe, true))
            }
            '1'..='9' => {
                let digits = self.units[self.at + 1..].iter().map(|unit| ascii(*unit));
                let digits: String = digits.take_while(char::is_ascii_digit).collect();
                if digits.parse::<usize>().is_ok_and(|group| group <= self.groups) {
                    return Ok((self.skip(1 + digits.len(), Node::Maybe), true));
                }
                Ok((Node::One(self.character(false).0), true))
            }
            _ => Ok((Node::One(self.character(false).0), true)),
        }
    }

    fn set(&mut self) -> Result<Set, Refusal> {
        self.at += 1;
        let inverted = self.takes('^');
        let mut set = Set::default();
        loop {
            if self.peek().ok_or("a `[` is not closed")? == ']' {
                self.at += 1;
                return Ok(if inverted { set.inverse() } else { set });
            }
            let (first, from) = self.member()?;
            set = set.or(first);
            let range = self.is_at("-") && !self.is_at("-]") && self.at + 1 < self.units.len();
            if !range {
                continue;
            }
            self.at += 1;
            let (last, to) = self.member()?;
            match (from, to) {
                (Some(from), Some(to)) if from > to => {
                    return Err("a range in `[]` is out of order");
                }
                (Some(from), Some(to)) => set = set.or(Set::range(from, to)),
                // A range to or from a class is not one: `-` stands for itself.
                _ => set = set.or(last).or(Set::one(u16::from(b'-'))),
            }
        }
    }

    /// Parses a member of a set: its characters, and its unit if it is only one.
    fn member(&mut self) -> Result<(Set, Option<u16>), Refusal> {
        if self.peek() != Some('\\') {
            let unit = self.next_unit();
            return Ok((Set::one(unit), Some(unit)));
        }
        if self.at + 1 == self.units.len() {
            return Err("it ends with a `\\`");
        }
        Ok(self.character(true))
    }

    /// Parses an escape that stands for characters. It begins with a `\`, and something follows.
    fn character(&mut self, in_set: bool) -> (Set, Option<u16>) {
        let is_space = |c: char| c.is_ascii_whitespace() || c == '\u{b}';
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        self.at += 1;
        let unit = self.next_unit();
        let class = match ascii(unit) {
            'd' => Set::of(|c| c.is_ascii_digit()),
            'D' => Set::of(|c| c.is_ascii_digit()).inverse(),
            'w' => Set::of(is_word),
            'W' => Set::of(is_word).inverse(),
            's' => Set::of(is_space),
            'S' => Set::of(is_space).inverse(),
            _ => {
                let unit = self.escaped(unit, in_set);
                return (Set::one(unit), Some(unit));
            }
        };
        (class, None)
    }

    /// Returns the unit that an escape stands for. `unit` was the one after the `\`.
    fn escaped(&mut self, unit: u16, in_set: bool) -> u16 {
        match ascii(unit) {
            'b' if in_set => 8,
            't' => 9,
            'n' => 10,
            'v' => 11,
            'f' => 12,
            'r' => 13,
            'x' => self.hex(2).unwrap_or(unit),
            'u' => self.hex(4).unwrap_or(unit),
            'c' => match self.peek() {
                Some(c) if c.is_ascii_alphabetic() => self.next_unit() % 32,
                Some('0'..='9' | '_') if in_set => self.next_unit() % 32,
                // The `\` stands for itself, and the `c` comes after it.
                _ => {
                    self.at -= 1;
                    u16::from(b'\\')
                }
            },
            digit @ '0'..='7' => {
                let mut number = u16::from(digit as u8 - b'0');
                while let Some(next @ '0'..='7') = self.peek() {
                    let longer = number * 8 + u16::from(next as u8 - b'0');
                    if longer > 0o377 {
                        break;
                    }
                    number = self.skip(1, longer);
                }
                number
            }
            _ => unit,
        }
    }

    fn hex(&mut self, length: usize) -> Option<u16> {
        let digits = self.units.get(self.at..self.at + length)?;
        let digits: String = digits.iter().map(|unit| ascii(*unit)).collect();
        let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u16::from_str_radix(&digits, 16).ok().filter(|_| all)?;
        Some(self.skip(length, number))
    }

    fn peek(&self) -> Option<char> {
        self.units.get(self.at).map(|unit| ascii(*unit))
    }

    fn next_unit(&mut self) -> u16 {
        let unit = self.units.get(self.at).copied().unwrap_or_default();
        self.skip(1, unit)
    }

    fn takes(&mut self, c: char) -> bool {
        let takes = self.peek() == Some(c);
        self.at += usize::from(takes);
        takes
    }

    fn is_at(&self, text: &str) -> bool {
        let mut rest = self.units[self.at..].iter().map(|unit| ascii(*unit));
        text.chars().all(|c| rest.next() == Some(c))
    }

    fn skip<T>(&mut self, units: usize, value: T) -> T {
        self.at += units;
        value
    }
}

/// Returns a unit as a character, if it is ASCII. All syntax is.
fn ascii(unit: u16) -> char {
    u8::try_from(unit).ok().filter(u8::is_ascii).map_or('\u{fffd}', char::from)
}

fn is_identifier(name: &str) -> bool {
    let begins = |c: char| c.is_alphabetic() || c == '_' || c == '$';
    name.starts_with(begins) && name.chars().all(|c| begins(c) || c.is_alphanumeric())
}
