//! Secrets that are known by how they look, whatever key they are behind.

use std::ops::Range;

use super::{Open, Scanner};

/// How a PEM block begins.
const PEM_BEGIN: &str = "-----BEGIN ";
/// How the last line of a PEM block begins.
pub(super) const PEM_END: &str = "-----END ";

/// How the tokens of well-known services begin: Slack, GitHub, GitLab, AWS, JSON Web Tokens, bearers in HTTP headers.
const TOKEN_STARTS: &[&str] = &[
    "xoxb-",
    "xoxp-",
    "xoxa-",
    "xapp-",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "glpat-",
    "AKIA",
    "ASIA",
    "eyJ",
    "Bearer ",
];

/// The least length of what follows such a start in a token.
const TOKEN_LENGTH: usize = 8;

impl Scanner<'_> {
    /// Masks the secrets of `line` that their shape gives away.
    pub(super) fn shapes(&mut self, line: &Range<usize>) {
        self.pem(line);
        self.urls(line);
        for start in TOKEN_STARTS {
            self.tokens(line, start);
        }
    }

    fn pem(&mut self, line: &Range<usize>) {
        let text = &self.text[line.clone()];
        let mut from = 0;
        while let Some(begin) = text[from..].find(PEM_BEGIN).map(|at| from + at) {
            let Some(end) = text[begin..].find(PEM_END).map(|at| begin + at) else {
                let indent = text.len() - text.trim_start().len();
                self.masks.push(line.start + begin..line.end);
                self.open = Some(Open::Pem(indent));
                return;
            };
            let label = end + PEM_END.len();
            from = text[label..]
                .find("-----")
                .map_or(text.len(), |at| label + at + 5);
            self.masks.push(line.start + begin..line.start + from);
        }
    }

    fn urls(&mut self, line: &Range<usize>) {
        let text = &self.text[line.clone()];
        let mut pieces = text.split("://");
        let mut start = line.start + pieces.next().map_or(0, str::len);
        for piece in pieces {
            start += 3;
            let ends = |c: char| c.is_whitespace() || "\"'`<>".contains(c);
            let url = piece.split(ends).next().unwrap_or_default();
            let url = url.trim_end_matches([',', ';', ')', ']', '}']);
            let secrets = [user_info(url), hook_path(url)];
            for secret in secrets.into_iter().flatten() {
                self.masks.push(start + secret.start..start + secret.end);
            }
            start += piece.len();
        }
    }

    fn tokens(&mut self, line: &Range<usize>, start: &str) {
        let text = &self.text[line.clone()];
        for (at, _) in text.match_indices(start) {
            let inside = text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
            let rest = &text[at + start.len()..];
            let ends = |c: char| !(c.is_ascii_alphanumeric() || "-_.+/=~".contains(c));
            let length = rest.find(ends).unwrap_or(rest.len());
            if !inside && length >= TOKEN_LENGTH {
                let begin = line.start + at;
                self.masks.push(begin..begin + start.len() + length);
            }
        }
    }
}

/// `user:password` of a URL without its scheme. A password that should have been escaped may hold a `/`.
fn user_info(url: &str) -> Option<Range<usize>> {
    let authority = url.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some(at) = authority.rfind('@') {
        return Some(0..at);
    }
    let (_, behind) = authority.split_once(':')?;
    let is_port = !behind.is_empty() && behind.bytes().all(|byte| byte.is_ascii_digit());
    url.rfind('@').filter(|_| !is_port).map(|at| 0..at)
}

/// The path of a web hook's URL without its scheme: who knows it may post.
fn hook_path(url: &str) -> Option<Range<usize>> {
    let path = url.find('/')? + 1;
    let is_hook = url.starts_with("hooks.") || url[path..].to_ascii_lowercase().contains("webhook");
    is_hook.then_some(path..url.len())
}
