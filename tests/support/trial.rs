//! A folder of a test's own, in which commands run as a user's shell runs them.
//!
//! `falcogen` is the program that was built. A command may take 20 seconds of processor time and 1.5 GiB of memory;
//! one that wants more is killed, and so is one that waits for something for two minutes.

#![allow(dead_code, reason = "each test program needs a part of this")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, ffi::OsString};

use tempfile::TempDir;

/// A system that knows no such limit runs the command without it.
const LIMITS: &str = "ulimit -t 20; ulimit -v 1572864 2>/dev/null";
const PATIENCE: Duration = Duration::from_secs(120);

/// A folder, and what has been put into it.
pub struct Trial {
    folder: TempDir,
}

impl Trial {
    /// An empty folder.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Trial { folder }
    }

    /// A folder with one file, `values.yaml`.
    pub fn values(text: impl AsRef<[u8]>) -> Self {
        Trial::new().file("values.yaml", text)
    }

    /// Puts a file into the folder.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.write(name, content);
        self
    }

    /// Puts an empty folder into the folder.
    pub fn folder(self, name: &str) -> Self {
        fs::create_dir_all(self.path(name)).unwrap();
        self
    }

    /// Writes a file in the folder, which may be there already.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// The path of something in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The text of a file in the folder.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs a command of the shell in the folder, without a terminal and with nothing on its standard input.
    pub fn run(&self, command: &str) -> Outcome {
        let outputs = TempDir::new().unwrap();
        let [stdout, stderr] = ["stdout", "stderr"].map(|name| outputs.path().join(name));
        let child = Command::new("sh")
            .args(["-c", &format!("{LIMITS}\n{command}")])
            .current_dir(&self.folder)
            .env("PATH", path_with_program())
            .env_remove("COLUMNS")
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(File::create(&stdout).unwrap())
            .stderr(File::create(&stderr).unwrap())
            .spawn()
            .unwrap();
        let status = wait(child, command);
        let [stdout, stderr] =
            [stdout, stderr].map(|path| String::from_utf8(fs::read(path).unwrap()).unwrap());
        let status = status.code();
        Outcome {
            status,
            stdout,
            stderr,
        }
    }
}

/// Waits for a child; one that takes too long is killed with all that it has started.
fn wait(mut child: Child, command: &str) -> ExitStatus {
    let start = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status;
        }
        if start.elapsed() > PATIENCE {
            let group = format!("-{}", child.id());
            let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
            let _ = child.wait();
            panic!("`{command}` does not come to an end");
        }
        sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

/// The search path of the shell, on which the built program comes first.
fn path_with_program() -> OsString {
    let program = Path::new(env!("CARGO_BIN_EXE_falcogen"));
    let others = env::var_os("PATH").unwrap_or_default();
    let others = env::split_paths(&others).collect::<Vec<_>>();
    let first = program.parent().unwrap().to_owned();
    env::join_paths(std::iter::once(first).chain(others)).unwrap()
}

/// What a command has left behind.
#[derive(Debug)]
pub struct Outcome {
    /// The exit status; nothing if the command was killed.
    pub status: Option<i32>,
    /// What was printed on the standard output.
    pub stdout: String,
    /// What was printed on the standard error stream.
    pub stderr: String,
}

impl Outcome {
    /// The result of a command that succeeds.
    #[track_caller]
    pub fn result(self) -> String {
        assert_eq!(self.status, Some(0), "{}", self.stderr);
        self.stdout
    }

    /// The report of a command that finds errors in its input.
    #[track_caller]
    pub fn refusal(self) -> String {
        self.failure(1)
    }

    /// The report of a command that is called wrongly.
    #[track_caller]
    pub fn usage(self) -> String {
        self.failure(2)
    }

    /// The report of a command that fails with that status, and with nothing on its standard output.
    #[track_caller]
    fn failure(self, status: i32) -> String {
        let said = self.stderr.chars().take(2000).collect::<String>();
        assert_eq!(self.status, Some(status), "{said}");
        assert_eq!(self.stdout, "");
        assert!(!self.stderr.contains("panicked"), "{said}");
        assert!(!self.stderr.contains('\u{1b}'), "{said}");
        self.stderr
    }
}
