//! Runs one program as a cold process and reads what it cost from the kernel.
//!
//! Peak memory has a floor: a child shares this program's memory until it becomes another program, and the kernel
//! keeps the higher of both peaks. So this program holds little, and says with [`memory_floor`] how little.

use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use wait4::Wait4;

/// A program with its arguments, and the folders it runs in.
pub struct Program {
    /// What is started.
    pub path: PathBuf,
    /// Its arguments.
    pub arguments: Vec<OsString>,
    /// Its working directory, against which its arguments name files.
    pub folder: PathBuf,
    /// Its home, empty, so that nobody's settings and plugins are measured along.
    pub home: PathBuf,
}

/// What one run cost.
pub struct Sample {
    /// From before the start until the process was reaped.
    pub wall: Duration,
    /// User and system time together.
    pub cpu: Duration,
    /// The largest resident set, in bytes.
    pub peak_memory: u64,
}

impl Program {
    /// Runs the program once with its output thrown away.
    ///
    /// # Errors
    /// When it cannot be started or ends with another status than 0.
    pub fn run(&self) -> Result<Sample> {
        self.measure(Stdio::null(), Stdio::null())
    }

    /// Runs the program once and keeps what it prints in `output` and, beside it, what it says on stderr.
    ///
    /// # Errors
    /// As for [`Program::run`], with the first line of stderr; also when the files cannot be written.
    pub fn run_into(&self, output: &Path) -> Result<Sample> {
        let messages = output.with_extension("stderr");
        let sample = self.measure(create(output)?.into(), create(&messages)?.into());
        sample.map_err(|error| match first_line(&messages) {
            Some(line) => error.context(line),
            None => error,
        })
    }

    /// Counts the instructions of one run in user space, with valgrind; takes some fifty times as long.
    ///
    /// # Errors
    /// When valgrind is missing, gives up on the program, or prints no count.
    pub fn count_instructions(&self) -> Result<u64> {
        let output = self
            .command("valgrind")
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg(&self.path)
            .args(&self.arguments)
            // The signals by which Go's scheduler interrupts itself make callgrind give up.
            .env("GODEBUG", "asyncpreemptoff=1")
            .stdout(Stdio::null())
            .output()
            .context("`valgrind` cannot be started")?;
        check(output.status)?;
        collected(&String::from_utf8_lossy(&output.stderr))
            .context("`valgrind` printed no count of instructions")
    }

    /// The first line of what the program prints, for instance its version.
    pub fn first_line(&self) -> Option<String> {
        let output = self
            .command(&self.path)
            .args(&self.arguments)
            .output()
            .ok()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.lines().next().map(str::to_owned)
    }

    fn measure(&self, stdout: Stdio, stderr: Stdio) -> Result<Sample> {
        let mut command = self.command(&self.path);
        command.args(&self.arguments).stdout(stdout).stderr(stderr);
        let start = Instant::now();
        let used = command
            .spawn()
            .with_context(|| format!("`{}` cannot be started", self.path.display()))?
            .wait4()?;
        let wall = start.elapsed();
        check(used.status)?;
        Ok(Sample {
            wall,
            cpu: used.rusage.utime + used.rusage.stime,
            peak_memory: used.rusage.maxrss,
        })
    }

    fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.folder)
            .env_clear()
            .env("HOME", &self.home)
            .stdin(Stdio::null());
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        command
    }
}

/// The peak memory, in bytes, below which no child can be seen: this program's own.
pub fn memory_floor() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1024.0)
}

fn create(path: &Path) -> Result<File> {
    File::create(path).with_context(|| format!("`{}` cannot be written", path.display()))
}

fn first_line(path: &Path) -> Option<String> {
    let text = std::fs::read_to_string(path).ok()?;
    text.lines()
        .find(|line| !line.trim().is_empty())
        .map(str::to_owned)
}

fn check(status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("{status}");
    }
    Ok(())
}

/// The number in callgrind's line `==12345== Collected : 105738`.
fn collected(messages: &str) -> Option<u64> {
    let line = messages
        .lines()
        .find_map(|line| line.split_once("Collected :"))?;
    line.1.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::collected;

    #[test]
    fn the_count_is_read_from_what_callgrind_prints() {
        let messages = "==7== Events    : Ir\n==7== Collected : 105738\n==7==\n";
        assert_eq!(collected(messages), Some(105_738));
        assert_eq!(collected("valgrind: no such file"), None);
    }
}
