//! How fast rules are checked: `cargo bench --bench rules`, or with rules files of yours behind `--`:
//! `cargo bench --bench rules -- falco_rules.yaml more_rules.yaml`.
//!
//! First 10 MB of generated rules, in one file and in many, then the files that are named, each set many times; the fastest run
//! counts, since everything slower is the machine's other work. Reading, collecting, compiling and all checks are in it,
//! printing is not.

#![allow(clippy::unwrap_used, reason = "a benchmark may fail")]
#![allow(clippy::print_stdout, reason = "the result is for a person")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use falcogen::diagnostic::Diagnostics;
use falcogen::rules::{Environment, RulesFile, check};
use falcogen::source::{SourceKind, Sources};

/// The size of the generated rules in bytes.
const GENERATED: usize = 10_000_000;

/// Some rules with their lists and macros, as people write them; `number` tells them from others.
fn group(number: usize) -> String {
    format!(
        "- list: shells_{number}\n  items: [ash, bash, csh, ksh, sh, tcsh, zsh, dash]\n\n\
         - list: editors_{number}\n  items: [vi, vim, nano, emacs, \"sed -i\", shells_{number}]\n\n\
         - macro: started_{number}\n  condition: (evt.type in (execve, execveat) and evt.arg.res >= 0)\n\n\
         - macro: written_{number}\n  condition: >\n    evt.type in (open, openat, openat2) and evt.is_open_write=true\n    \
         and fd.typechar='f' and fd.num>=0\n\n\
         - macro: expected_{number}\n  condition: >\n    (proc.pname in (shells_{number}, cron, crond, systemd)\n     \
         or proc.cmdline startswith \"make -C /build/{number}\"\n     or container.image.repository endswith /builder)\n\n\
         - rule: Shell started by a service {number}\n  desc: >\n    A shell was started below a process that serves the network. Look at what it ran,\n    \
         and at the connections of its parent.\n  condition: >\n    started_{number} and proc.name in (shells_{number})\n    \
         and proc.pname in (nginx, httpd, java, node, php-fpm, \"server {number}\")\n    and not expected_{number}\n    \
         and (user.uid >= 1000 or user.name contains svc)\n  output: >\n    Shell started by a service {number} (user=%user.name shell=%proc.name parent=%proc.pname\n    \
         command=%proc.cmdline terminal=%proc.tty container=%container.id image=%container.image.repository)\n  \
         priority: WARNING\n  tags: [process, mitre_execution, T1059]\n\n\
         - rule: Configuration changed {number}\n  desc: Somebody wrote below a folder of configuration.\n  condition: >\n    \
         written_{number} and fd.name pmatch (/etc, /opt/app{number}/conf)\n    and not proc.name in (editors_{number})\n    \
         and not fd.name glob '/etc/*.tmp'\n  output: Configuration changed {number} (file=%fd.name user=%user.name command=%proc.cmdline)\n  \
         priority: NOTICE\n  tags: [filesystem]\n  exceptions:\n    - name: known_writers\n      fields: [proc.name, fd.name]\n      \
         comps: [=, startswith]\n      values:\n        - [ansible, /etc/ansible/{number}]\n        - [dpkg, /etc/alternatives]\n\n"
    )
}

fn generated() -> Vec<String> {
    let mut bytes = 0;
    let groups = (0..).map(group);
    let some = groups.take_while(|group| {
        bytes += group.len();
        bytes < GENERATED
    });
    some.collect()
}

/// Checks files once, and tells how long that took and how much was said.
fn run(texts: &[String]) -> (Duration, usize) {
    let environment = Environment::falco();
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let files: Vec<RulesFile> = texts
        .iter()
        .map(|text| RulesFile {
            source: sources.add("rules.yaml", text.as_str(), SourceKind::File),
            is_background: false,
        })
        .collect();
    let start = Instant::now();
    let loaded = check(&files, &environment, &sources, &mut diagnostics);
    let duration = start.elapsed();
    black_box(&loaded);
    (duration, diagnostics.count())
}

fn measure(name: &str, texts: &[String], runs: usize) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let checked: Vec<(Duration, usize)> = (0..runs).map(|_| run(texts)).collect();
    let (fastest, said) = checked.into_iter().min().unwrap();
    #[expect(clippy::cast_precision_loss, reason = "sizes of files are small")]
    let speed = bytes as f64 / fastest.as_secs_f64() / 1e6;
    println!("{name}: {bytes} bytes in {fastest:.2?}, {speed:.0} MB/s, {said} diagnostics");
}

fn main() {
    let groups = generated();
    measure("generated rules", &[groups.concat()], 5);
    measure("as many small files", &groups, 5);
    let paths: Vec<String> = std::env::args()
        .skip(1)
        .filter(|path| path != "--bench")
        .collect();
    if !paths.is_empty() {
        let texts: Vec<String> = paths
            .iter()
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect();
        measure("named files", &texts, 50);
    }
}
