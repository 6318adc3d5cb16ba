//! Wire: blocking lines from and to the host.

use std::io::{BufRead, Write};

/// Reads and writes lines.
pub(crate) struct Wire<R, W> {
    input: R,
    output: W,
    pub(super) line: Vec<u8>,
}

impl<R: BufRead, W: Write> Wire<R, W> {
    pub(crate) fn new(input: R, output: W) -> Self {
        Self { input, output, line: Vec::new() }
    }

    pub(crate) fn write(&mut self, line: &[u8]) -> Result<(), String> {
        let written = self.output.write_all(line).and_then(|()| self.output.flush());
        written.map_err(|error| format!("failed to write to the host: {error}"))
    }

    /// Returns the next line, or `None` at the end.
    pub(crate) fn read(&mut self) -> Result<Option<&[u8]>, String> {
        self.line.clear();
        match self.input.read_until(b'\n', &mut self.line) {
            Ok(0) => Ok(None),
            Ok(_) => Ok(Some(&self.line)),
            Err(error) => Err(format!("failed to read from the host: {error}")),
        }
    }
}
