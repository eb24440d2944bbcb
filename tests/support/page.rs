//! A Markdown page whose commands are executed.
//!
//! - A fenced block below a line that ends in a colon and names a file (`` `values.yaml`: ``) is that file.
//! - A fenced block of the language `console` holds commands, each behind `$ `, and below each what a user sees of it:
//!   the standard output first, then the standard error stream. A line `…` in it stands for any number of lines.
//! - All else is left alone, also commands in a block of another language (`sh`).

use std::fmt::Write as _;

use super::trial::Trial;

/// What stands for lines that are left out.
const LEFT_OUT: &str = "…";

/// The page with the output that its commands really have, in a folder that gets the files which it names.
pub fn play(page: &str, trial: &Trial) -> String {
    let mut played = String::new();
    let mut lines = page.lines();
    let mut file = None;
    while let Some(line) = lines.next() {
        push(&mut played, line);
        let Some(fence) = Fence::opened_by(line) else {
            file = if line.is_empty() {
                file
            } else {
                file_named_in(line)
            };
            continue;
        };
        let body: Vec<&str> = lines
            .by_ref()
            .take_while(|line| *line != fence.marks)
            .collect();
        match (fence.language, file.take()) {
            ("console", _) => played.push_str(&transcript(&body, trial)),
            (_, named) => {
                let body: String = body.iter().flat_map(|line| [line, "\n"]).collect();
                played.push_str(&body);
                if let Some(name) = named {
                    trial.write(name, body);
                }
            }
        }
        push(&mut played, fence.marks);
    }
    played
}

fn push(page: &mut String, line: &str) {
    let _ = writeln!(page, "{line}");
}

/// The line that opens a block.
struct Fence<'p> {
    marks: &'p str,
    language: &'p str,
}

impl<'p> Fence<'p> {
    fn opened_by(line: &'p str) -> Option<Self> {
        let language = line.trim_start_matches('`');
        let marks = &line[..line.len() - language.len()];
        (marks.len() >= 3).then_some(Fence { marks, language })
    }
}

/// The file that is named last in a line which ends in a colon.
fn file_named_in(line: &str) -> Option<&str> {
    let name = line.strip_suffix(':')?.rsplit('`').nth(1)?;
    // A page may name files of a cluster, too; what it writes stays in its own folder.
    let is_file = name.contains('.')
        && !name.contains("..")
        && !name.contains(' ')
        && !name.starts_with(['-', '/']);
    is_file.then_some(name)
}

/// The commands of a block with their real output. What is shown already stays if it agrees.
fn transcript(lines: &[&str], trial: &Trial) -> String {
    let mut transcript = String::new();
    for session in lines.chunk_by(|_, next| !next.starts_with("$ ")) {
        let continued = session.iter().take_while(|line| line.ends_with('\\'));
        let (command, shown) = session.split_at((continued.count() + 1).min(session.len()));
        let real = shell_command(command).map(|command| output(&command, trial));
        let real: Option<Vec<&str>> = real.as_ref().map(|real| real.lines().collect());
        let output = match &real {
            Some(real) if !agrees(shown, real) => real,
            _ => shown,
        };
        for line in command.iter().chain(output) {
            push(&mut transcript, line);
        }
    }
    transcript
}

/// What is given to the shell; nothing for the commands of other programs.
fn shell_command(lines: &[&str]) -> Option<String> {
    let command = lines.join("\n");
    let command = command.strip_prefix("$ ")?;
    let run_by_cargo = command.strip_prefix("cargo run --release -- ");
    let command =
        run_by_cargo.map_or_else(|| command.to_owned(), |rest| format!("falcogen {rest}"));
    let known = ["falcogen ", "printf "];
    known
        .iter()
        .any(|program| command.starts_with(program))
        .then_some(command)
}

/// What a user sees of a command, without empty lines at the end.
fn output(command: &str, trial: &Trial) -> String {
    let outcome = trial.run(command);
    let output = outcome.stdout + &outcome.stderr;
    output.trim_end().to_owned()
}

/// Whether the lines that are shown are the real ones, but for those that are left out.
fn agrees(shown: &[&str], real: &[&str]) -> bool {
    let ([head, rest @ ..], real) = (shown, real) else {
        return real.is_empty();
    };
    if *head == LEFT_OUT {
        return (0..=real.len()).any(|at| agrees(rest, &real[at..]));
    }
    real.first() == Some(head) && agrees(rest, &real[1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn played(page: &str) -> String {
        play(page, &Trial::new())
    }

    #[test]
    fn a_command_gets_the_output_that_it_has() {
        let page =
            "```console\n$ printf 'a\\nb\\n'; echo c >&2\nold\n$ printf d \\\n    | cat\n```\n";
        let new = "```console\n$ printf 'a\\nb\\n'; echo c >&2\na\nb\nc\n$ printf d \\\n    | cat\nd\n```\n";
        assert_eq!(played(page), new);
        assert_eq!(played(new), new);
    }

    #[test]
    fn lines_that_are_left_out_stay_so_as_long_as_the_others_agree() {
        let page = "```console\n$ printf 'a\\nb\\nc\\nd\\n'\n…\nb\n…\nd\n```\n";
        assert_eq!(played(page), page);
        let stale = page.replace("\nd\n", "\ne\n");
        assert!(played(&stale).ends_with("\na\nb\nc\nd\n```\n"));
    }

    #[test]
    fn a_named_block_is_a_file() {
        let page = "Say in `a/b.txt`:\n\n```text\nhello\n```\n\n```console\n$ printf '' && cat a/b.txt\nhello\n```\n";
        assert_eq!(played(page), page);
    }

    #[test]
    fn other_blocks_and_programs_are_left_alone() {
        let page =
            "```sh\n$ falcogen nonsense\n```\n\n````console\n$ kubectl get pods\n```\nNAME\n````\n";
        assert_eq!(played(page), page);
    }
}
