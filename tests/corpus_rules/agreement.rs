//! How far what is said here agrees with what Falco says, in numbers.

use std::collections::BTreeSet;

use super::corpus::{Said, Verdict};
use super::differences;
use super::load::{Found, Judged, judge};

/// What is compared, and what disagrees.
#[derive(Default)]
pub struct Agreement {
    files: usize,
    codes: usize,
    on_same_line: usize,
    within_item: usize,
    in_other_item: usize,
    in_other_file: usize,
    disagreements: Vec<String>,
}

impl Agreement {
    /// Compares what is said of a rules file.
    pub fn compare(&mut self, verdict: &Verdict) {
        let judged = judge(verdict);
        self.files += 1;
        if judged.loads != verdict.loads {
            self.disagree(verdict, &format!("loads is {} here", judged.loads));
        }
        let mut open: Vec<&Found> = judged.said.iter().collect();
        for said in &verdict.said {
            if is_about_own_item(verdict, said) {
                self.compare_code(verdict, said, &mut open);
            }
        }
        // Falco stops at its first error.
        if verdict.loads {
            self.look_for_more(verdict, &judged);
        }
    }

    /// Takes the counterpart of a code of Falco out of those that are open, on its line if there is one.
    fn compare_code(&mut self, verdict: &Verdict, said: &Said, open: &mut Vec<&Found>) {
        let candidates = open
            .iter()
            .enumerate()
            .filter(|(_, found)| is_counterpart(said, found));
        let found = candidates.min_by_key(|(_, found)| found.line != Some(said.line));
        let Some(at) = found.map(|(at, _)| at) else {
            if !differences::is_not_said(verdict, said) {
                let message: String = said.message.chars().take(100).collect();
                let missing = format!("no {} of {:?}: {message}", said.code, said.item);
                self.disagree(verdict, &missing);
            }
            return;
        };
        let found = open.remove(at);
        self.codes += 1;
        self.compare_line(verdict, said, found);
    }

    fn compare_line(&mut self, verdict: &Verdict, said: &Said, found: &Found) {
        let item_lines = said
            .item
            .as_ref()
            .map(|(_, _, line)| lines_of_item(&verdict.text, *line));
        match found.line {
            Some(line) if line == said.line => self.on_same_line += 1,
            Some(line) if item_lines.is_some_and(|lines| lines.contains(&line)) => {
                self.within_item += 1;
            }
            Some(_) => self.in_other_item += 1,
            None => self.in_other_file += 1,
        }
    }

    /// Looks for codes of Falco that Falco does not give.
    fn look_for_more(&mut self, verdict: &Verdict, judged: &Judged) {
        let mut seen = BTreeSet::new();
        for found in &judged.said {
            let Some(code) = found.falco_code else {
                continue;
            };
            let mut falco = verdict.said.iter();
            if !falco.any(|said| is_counterpart(said, found))
                && seen.insert((code, &found.item))
                && !differences::is_said_besides(verdict, code)
            {
                let more = format!(
                    "{code} of {:?} is only said here: {}",
                    found.item, found.message
                );
                self.disagree(verdict, &more);
            }
        }
    }

    fn disagree(&mut self, verdict: &Verdict, what: &str) {
        self.disagreements.push(format!("{}: {what}", verdict.name));
    }

    /// Prints the numbers; fails if something disagrees.
    #[track_caller]
    pub fn finish(self) {
        eprintln!(
            "{} files, {} codes of Falco: {} on the same line, {} elsewhere in the item, {} in a macro or list that it uses, {} of them in another file; {} disagreements",
            self.files,
            self.codes,
            self.on_same_line,
            self.within_item,
            self.in_other_item + self.in_other_file,
            self.in_other_file,
            self.disagreements.len()
        );
        assert!(
            self.disagreements.is_empty(),
            "{}",
            self.disagreements.join("\n")
        );
    }
}

/// Whether what Falco says is about the file itself, and not about one that was loaded before. Of those it warns anew behind
/// each file.
fn is_about_own_item(verdict: &Verdict, said: &Said) -> bool {
    let Some((kind, name, _)) = &said.item else {
        return true;
    };
    let mut lines = verdict.text.lines();
    let is_head = |line: &str| {
        let head = line.trim_start().trim_start_matches("- ");
        let value = head
            .strip_prefix(kind.as_str())
            .and_then(|rest| rest.strip_prefix(':'));
        let value = value.and_then(|value| value.split(" #").next());
        value.is_some_and(|value| value.trim().trim_matches(['"', '\'']) == name)
    };
    verdict.after.is_empty() || lines.any(is_head)
}

fn is_counterpart(said: &Said, found: &Found) -> bool {
    let item = found.item.as_ref();
    let item = item.map(|(kind, name)| (kind.as_str(), name.as_str()));
    let theirs = said.item.as_ref();
    let theirs = theirs.map(|(kind, name, _)| (kind.as_str(), name.as_str()));
    found.falco_code == Some(&said.code) && item == theirs
}

/// The lines of the item that begins on a line.
fn lines_of_item(text: &str, first: usize) -> std::ops::Range<usize> {
    let is_head = |line: &str| line.starts_with("- ");
    let next = text.lines().skip(first).position(is_head);
    first..next.map_or(usize::MAX, |lines| first + lines + 1)
}
