//! A folder of 1,000 rules files, which the benchmark makes itself.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How many files there are.
const FILES: usize = 1000;

/// Where the folder is.
pub fn folder(work: &Path) -> PathBuf {
    work.join("many-rules")
}

/// Makes the folder.
///
/// # Errors
/// If it cannot be written.
pub fn make(work: &Path) -> io::Result<()> {
    let folder = folder(work);
    fs::create_dir_all(&folder)?;
    for number in 0..FILES {
        let path = folder.join(format!("rules-{number:04}.yaml"));
        fs::write(path, rules(number))?;
    }
    Ok(())
}

/// A list, a macro and a rule, as people write them; `number` tells them from those of other files.
fn rules(number: usize) -> String {
    format!(
        "# Shells below service {number}\n\n\
         - list: shells_{number}\n  items: [ash, bash, csh, ksh, sh, tcsh, zsh, dash]\n\n\
         - macro: started_{number}\n  condition: (evt.type in (execve, execveat) and evt.arg.res >= 0)\n\n\
         - rule: Shell started by service {number}\n  desc: A shell was started below a process that serves the network.\n  \
         condition: >\n    started_{number} and proc.name in (shells_{number})\n    \
         and proc.pname in (nginx, httpd, java, node, \"server {number}\")\n  output: >\n    \
         Shell started by service {number} (user=%user.name shell=%proc.name parent=%proc.pname\n    \
         command=%proc.cmdline container=%container.id image=%container.image.repository)\n  \
         priority: WARNING\n  tags: [process, mitre_execution, T1059]\n"
    )
}
