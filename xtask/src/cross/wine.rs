//! Wine: runs programs for Windows, in a prefix of its own below the target folder.
//!
//! Rust's library needs `bcryptprimitives.dll`, which wine 8 does not have. So a DLL with its one function is compiled
//! into the prefix.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::run::{Task, find_program};

/// The compiler and linker of Debian's package `gcc-mingw-w64-x86-64`.
pub(super) const GCC: &str = "x86_64-w64-mingw32-gcc";

/// The names of wine, the 64-bit one of Debian's package `wine64` first.
const NAMES: [&str; 3] = ["/usr/lib/wine/wine64", "wine64", "wine"];

/// `ProcessPrng` fills a buffer with random bytes, and so does `RtlGenRandom`, which is exported by another name.
const RANDOM: &str = r"
#include <windows.h>
BOOLEAN WINAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) {
    while (count > 0) {
        ULONG part = count > 0x10000000 ? 0x10000000 : (ULONG)count;
        if (!SystemFunction036(bytes, part)) return FALSE;
        bytes += part;
        count -= part;
    }
    return TRUE;
}
";

/// A wine with a prefix that is set to Windows 10.
#[derive(Debug)]
pub(super) struct Wine {
    program: OsString,
    prefix: PathBuf,
}

impl Wine {
    /// Returns wine, with its prefix below `folder`. Returns `None` if it is not installed.
    pub(super) fn find(folder: &Path) -> Option<Self> {
        let program = NAMES.into_iter().find_map(find_program)?;
        Some(Self { program: program.into(), prefix: folder.join("wine") })
    }

    /// Creates the prefix, unless an earlier call has done so.
    pub(super) fn prepare(&self) -> Outcome {
        let ready = self.prefix.join("ready");
        if ready.exists() {
            return Ok(());
        }
        let failed = |error: std::io::Error| format!("{}: {error}", self.prefix.display());
        std::fs::create_dir_all(&self.prefix).map_err(failed)?;
        self.task().args(["wineboot", "--init"]).read()?;
        self.task().args(["winecfg", "-v", "win10"]).read()?;
        let library = self.prefix.join("drive_c/windows/system32/bcryptprimitives.dll");
        if !library.exists() {
            let source = self.prefix.join("bcryptprimitives.c");
            std::fs::write(&source, RANDOM).map_err(failed)?;
            let compile = Task::new(GCC).args(["-shared", "-o"]).args([&library, &source]);
            compile.args(["-ladvapi32"]).run()?;
        }
        std::fs::write(&ready, "").map_err(failed)
    }

    /// What `wine --version` prints.
    pub(super) fn version(&self) -> Outcome<String> {
        Ok(self.task().args(["--version"]).read()?.trim().to_owned())
    }

    /// A command that runs the program in its arguments.
    pub(super) fn task(&self) -> Task {
        self.around(Task::new(&self.program))
    }

    /// Makes cargo run programs with wine.
    pub(super) fn runner(&self, cargo: Task) -> Task {
        self.around(cargo).env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", &self.program)
    }

    fn around(&self, task: Task) -> Task {
        task.env("WINEPREFIX", &self.prefix)
            .env("WINEDEBUG", "-all")
            // Neither .NET nor a browser is installed, and none is asked for.
            .env("WINEDLLOVERRIDES", "mscoree,mshtml=")
    }
}

/// The name of a file for programs in wine, whose drive `Z:` is the root of the machine.
pub(super) fn path(path: &Path) -> String {
    format!("Z:{}", path.display()).replace('/', "\\")
}
