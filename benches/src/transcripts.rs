//! Transcripts: lists, reads and searches session files, beside a bare reader of the same bytes in the
//! same run.
//!
//! It writes session files with the sizes that the CLI gives them (150 KB after one turn) to a temporary
//! folder. Each figure is the best of five rounds, and the readers alternate. The files are in the page
//! cache, so the cost of the code is measured, and not the disk. The peak of the memory is measured in a
//! process of its own.
//!
//! Usage: `transcripts [--quick] [--check]`. `--check` fails if a gate is missed.
#![expect(clippy::print_stdout, reason = "a bench prints its report")]

use std::fs::File;
use std::hint::black_box;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use claude_transcripts::{Conversation, Home, LineKind, Lines, Lister, Scope};
use claude_types::TranscriptLine;
use memchr::{memchr, memmem};

const ROUNDS: usize = 5;
/// The part of a file that a bare list reads at each end.
const END: usize = 64 << 10;
/// The block of the bare readers.
const BLOCK: usize = 256 << 10;
const NEEDLE: &str = "a word that is nowhere";
/// The argument of the process that measures the memory.
const MEMORY: &str = "memory-of";

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match args.as_slice() {
        [word, path] if word == MEMORY => peak_of(Path::new(path)).map(|()| true),
        _ => run(args.iter().any(|arg| arg == "--quick")),
    };
    match outcome {
        Ok(held) if held || !args.iter().any(|arg| arg == "--check") => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            println!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Measures everything. Returns whether all gates hold.
fn run(quick: bool) -> Outcome<bool> {
    let folder = Folder::new()?;
    let (sessions, megabytes) = if quick { (500, 20) } else { (4_000, 100) };
    let home = folder.sessions(sessions)?;
    let long = folder.long(megabytes)?;
    println!("transcripts: {sessions} sessions of 150 KB, one of {megabytes} MB; best of {ROUNDS}");
    let everywhere = Scope::everywhere();
    let files = files_of(&home)?;
    let mut lister = Lister::default();
    home.list(&everywhere).run_with(&mut lister)?;
    let mut table = Table::default();
    table.row(
        "list all",
        "both ends, bare",
        3.0,
        || home.list(&everywhere).run().map(|list| list.sessions.len()).unwrap_or(0),
        || files.iter().map(|file| ends(file).unwrap_or(0)).sum(),
    );
    table.row(
        "newest 50",
        "stat of all",
        5.0,
        || home.list(&everywhere).limit(50).run().map(|list| list.sessions.len()).unwrap_or(0),
        || files_of(&home).map(|files| files.len()).unwrap_or(0),
    );
    table.row(
        "list again",
        "stat of all",
        3.0,
        || home.list(&everywhere).run_with(&mut lister).map(|it| it.sessions.len()).unwrap_or(0),
        || files_of(&home).map(|files| files.len()).unwrap_or(0),
    );
    table.row("lines", "bare splitter", 1.3, || lines(&long), || split(&long, |_| ()));
    table.row(
        "messages",
        "each line decoded",
        2.0,
        || messages(&long),
        || split(&long, |line| drop(black_box(TranscriptLine::decode(line)))),
    );
    let finder = memmem::Finder::new(NEEDLE);
    table.row(
        "search",
        "memmem of all bytes",
        2.0,
        || home.search(NEEDLE, &everywhere).map(Iterator::count).unwrap_or(1),
        || files.iter().map(|file| bare_search(file, &finder)).sum(),
    );
    #[expect(clippy::disallowed_methods, reason = "this program itself, measured on its own")]
    let mut own = std::process::Command::new(std::env::current_exe()?);
    let output = own.arg(MEMORY).arg(&long).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let kib: u64 = text.trim().parse().map_err(|_| format!("no figure: {text}"))?;
    println!("memory of reading all messages: {:.1} MiB (at most 24)", kib as f64 / 1024.0);
    Ok(table.held && kib <= 24 << 10)
}

struct Table {
    held: bool,
}

impl Default for Table {
    fn default() -> Self {
        println!(
            "{:<12} {:>9} {:>9}  {:>6} {:>5}  beside",
            "what", "ours ms", "bound ms", "ratio", "most"
        );
        Self { held: true }
    }
}

impl Table {
    fn row(
        &mut self,
        name: &str,
        bound: &str,
        most: f64,
        mut ours: impl FnMut() -> usize,
        mut bare: impl FnMut() -> usize,
    ) {
        let (mut best, mut least) = (Duration::MAX, Duration::MAX);
        for _ in 0..ROUNDS {
            best = best.min(timed(&mut ours));
            least = least.min(timed(&mut bare));
        }
        let ratio = best.as_secs_f64() / least.as_secs_f64();
        self.held &= ratio <= most;
        let millis = |time: Duration| time.as_secs_f64() * 1000.0;
        let (own, other) = (millis(best), millis(least));
        let missed = if ratio <= most { "" } else { "  missed" };
        println!("{name:<12} {own:>9.2} {other:>9.2}  {ratio:>6.2} {most:>5.2}  {bound}{missed}");
    }
}

fn timed(work: &mut impl FnMut() -> usize) -> Duration {
    let begun = Instant::now();
    black_box(work());
    begun.elapsed()
}

fn lines(path: &Path) -> usize {
    let Ok(mut lines) = Lines::open(path) else { return 0 };
    let mut count = 0;
    while let Ok(Some(line)) = lines.next() {
        count += usize::from(line.kind == LineKind::Object);
    }
    count
}

fn messages(path: &Path) -> usize {
    let Ok(conversation) = Conversation::open(path) else { return 0 };
    conversation.messages().map(|message| usize::from(black_box(message).is_ok())).sum()
}

/// Reads the messages, and prints the peak of the memory in KiB.
fn peak_of(path: &Path) -> Outcome {
    let count = messages(path);
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    if count == 0 {
        return Err("no message was read".into());
    }
    println!("{}", line.trim().trim_end_matches(" kB"));
    Ok(())
}

/// Splits a file at its line feeds, as plainly as it can be done.
fn split(path: &Path, mut each: impl FnMut(&[u8])) -> usize {
    let Ok(mut file) = File::open(path) else { return 0 };
    let (mut buffer, mut end, mut count) = (vec![0; BLOCK], 0, 0);
    while let Ok(read) = file.read(&mut buffer[end..]) {
        if read == 0 {
            break;
        }
        end += read;
        let mut begin = 0;
        while let Some(at) = memchr(b'\n', &buffer[begin..end]) {
            each(&buffer[begin..begin + at]);
            begin += at + 1;
            count += 1;
        }
        buffer.copy_within(begin..end, 0);
        end -= begin;
    }
    count
}

fn bare_search(path: &Path, finder: &memmem::Finder<'_>) -> usize {
    let Ok(mut file) = File::open(path) else { return 0 };
    let mut buffer = vec![0; BLOCK];
    let mut found = 0;
    while let Ok(read) = file.read(&mut buffer) {
        if read == 0 {
            break;
        }
        found += usize::from(finder.find(&buffer[..read]).is_some());
    }
    found
}

fn ends(path: &Path) -> std::io::Result<usize> {
    let mut file = File::open(path)?;
    let mut part = vec![0; END];
    file.read_exact(&mut part)?;
    file.seek(SeekFrom::End(-(END as i64)))?;
    file.read_exact(&mut part)?;
    Ok(part.len())
}

/// The files of all projects, by one look at each.
fn files_of(home: &Home) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for project in std::fs::read_dir(home.path().join("projects"))? {
        for file in std::fs::read_dir(project?.path())? {
            let file = file?;
            let about = file.metadata()?;
            if about.len() > 0 && about.modified().is_ok() {
                files.push(file.path());
            }
        }
    }
    Ok(files)
}

/// A temporary folder, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Outcome<Self> {
        let path = std::env::temp_dir().join(format!("claude-benches-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// Writes sessions of 150 KB to twenty projects.
    fn sessions(&self, count: usize) -> Outcome<Home> {
        for number in 0..count {
            let id = format!("00000000-0000-4000-8000-{number:012}");
            let folder = self.0.join(format!("projects/-home-me-project-{}", number % 20));
            std::fs::create_dir_all(&folder)?;
            let mut text = session_line("user", 0, &format!("prompt {number}"));
            let shape =
                format!(r#"{{"type":"api-request-shape","shape":"{}"}}"#, "x".repeat(40_000));
            text.push_str(&shape);
            text.push('\n');
            for turn in 1..31 {
                let kind = if turn % 2 == 1 { "assistant" } else { "user" };
                text.push_str(&session_line(kind, turn, &"text and code ".repeat(230)));
            }
            text.push_str(r#"{"type":"last-prompt","lastPrompt":"the last prompt"}"#);
            text.push('\n');
            std::fs::write(folder.join(format!("{id}.jsonl")), text)?;
        }
        Ok(Home::at(&self.0))
    }

    /// Writes a session with lines of 7 KB.
    fn long(&self, megabytes: usize) -> Outcome<PathBuf> {
        let path = self.0.join("long.jsonl");
        let mut text = String::new();
        let body = "a line of \\\"code\\\" in a file\\n".repeat(220);
        while text.len() < megabytes << 20 {
            let number = text.len() / 7000;
            let kind = if number.is_multiple_of(2) { "user" } else { "assistant" };
            text.push_str(&session_line(kind, number, &body));
        }
        std::fs::write(&path, text)?;
        Ok(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Nothing can be done about a folder that stays.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A message, as the CLI writes it. `text` is JSON already.
fn session_line(kind: &str, number: usize, text: &str) -> String {
    let uuid = |number: usize| format!("{number:08x}-0000-4000-8000-000000000000");
    let parent = match number.checked_sub(1) {
        Some(parent) => format!("{:?}", uuid(parent)),
        None => "null".into(),
    };
    let content = match kind {
        "user" => format!("\"{text}\""),
        _ => format!(r#"[{{"type":"text","text":"{text}"}}]"#),
    };
    format!(
        "{{\"parentUuid\":{parent},\"isSidechain\":false,\"type\":\"{kind}\",\
         \"message\":{{\"role\":\"{kind}\",\"content\":{content}}},\"uuid\":\"{}\",\
         \"timestamp\":\"2026-01-01T12:00:00.000Z\",\"userType\":\"external\",\
         \"entrypoint\":\"cli\",\"cwd\":\"/home/me/project\",\
         \"sessionId\":\"4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10\",\"version\":\"2.1.332\",\
         \"gitBranch\":\"main\"}}\n",
        uuid(number)
    )
}
