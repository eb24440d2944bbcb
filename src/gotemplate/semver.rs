//! Semantic versions, and the constraints that they may meet, by the rules of Masterminds/semver.

use std::cmp::Ordering;

/// A version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    pub(super) numbers: [u64; 3],
    pub(super) prerelease: String,
    pub(super) metadata: String,
    /// How it was written.
    pub(super) original: String,
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [major, minor, patch] = self.numbers;
        write!(f, "{major}.{minor}.{patch}")?;
        if !self.prerelease.is_empty() {
            write!(f, "-{}", self.prerelease)?;
        }
        if !self.metadata.is_empty() {
            write!(f, "+{}", self.metadata)?;
        }
        Ok(())
    }
}

/// A version in parts: its numbers as they are written, its prerelease and its metadata.
struct Parts<'a> {
    numbers: Vec<&'a str>,
    prerelease: &'a str,
    metadata: &'a str,
}

/// Takes a version apart; `v` before it and missing numbers are allowed.
fn parts(text: &str) -> Option<Parts<'_>> {
    let text = text.strip_prefix('v').unwrap_or(text);
    let (rest, metadata) = match text.split_once('+') {
        Some((rest, metadata)) => (rest, Some(metadata)),
        None => (text, None),
    };
    let (numbers, prerelease) = match rest.split_once('-') {
        Some((numbers, prerelease)) => (numbers, Some(prerelease)),
        None => (rest, None),
    };
    let valid = |part: Option<&str>| part.is_none_or(|part| part.split('.').all(is_identifier));
    let numbers: Vec<&str> = numbers.split('.').collect();
    let whole = valid(prerelease) && valid(metadata) && numbers.len() <= 3;
    whole.then_some(Parts {
        numbers,
        prerelease: prerelease.unwrap_or_default(),
        metadata: metadata.unwrap_or_default(),
    })
}

fn is_identifier(part: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    !part.is_empty() && part.bytes().all(allowed)
}

fn is_number(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

impl Version {
    /// Reads a version.
    pub(super) fn read(text: &str) -> Result<Version, String> {
        let invalid = || "the text is not a semantic version".to_owned();
        let parts = parts(text).ok_or_else(invalid)?;
        let mut numbers = [0; 3];
        for (number, part) in numbers.iter_mut().zip(&parts.numbers) {
            if !is_number(part) {
                return Err(invalid());
            }
            *number = part.parse().map_err(|_| invalid())?;
        }
        let zeros = |part: &str| is_number(part) && part.len() > 1 && part.starts_with('0');
        if parts.prerelease.split('.').any(zeros) {
            return Err(invalid());
        }
        Ok(Version {
            numbers,
            prerelease: parts.prerelease.to_owned(),
            metadata: parts.metadata.to_owned(),
            original: text.to_owned(),
        })
    }

    /// The order of versions; metadata has no part in it.
    pub(super) fn order(&self, other: &Version) -> Ordering {
        let numbers = self.numbers.cmp(&other.numbers);
        numbers.then_with(|| order_of_prereleases(&self.prerelease, &other.prerelease))
    }

    /// The next version that differs in the number of an index.
    pub(super) fn next(&self, index: usize) -> Version {
        let mut next = self.clone();
        let already = index == 2 && !self.prerelease.is_empty();
        for (at, number) in next.numbers.iter_mut().enumerate() {
            match at.cmp(&index) {
                Ordering::Equal if !already => *number = number.saturating_add(1),
                Ordering::Greater => *number = 0,
                _ => {}
            }
        }
        next.prerelease = String::new();
        next.metadata = String::new();
        let prefix = if self.original.starts_with('v') {
            "v"
        } else {
            ""
        };
        next.original = format!("{prefix}{next}");
        next
    }
}

fn order_of_prereleases(left: &str, right: &str) -> Ordering {
    match (left.is_empty(), right.is_empty()) {
        (true, true) => return Ordering::Equal,
        (true, false) => return Ordering::Greater,
        (false, true) => return Ordering::Less,
        _ => {}
    }
    let (mut left, mut right) = (left.split('.'), right.split('.'));
    loop {
        let order = match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(left), Some(right)) => order_of_parts(left, right),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// Numbers come before words.
fn order_of_parts(left: &str, right: &str) -> Ordering {
    match (left.parse::<u64>(), right.parse::<u64>()) {
        (Ok(left), Ok(right)) => left.cmp(&right),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(_), Err(_)) => left.cmp(right),
    }
}

/// Whether a version meets a constraint such as `>=1.2, <2 || ^3.1.0-0`.
pub(super) fn meets(version: &Version, constraint: &str) -> Result<bool, String> {
    let mut meets = false;
    for all in constraint.split("||") {
        let all = comparisons(all).ok_or_else(|| "the text is not a constraint".to_owned())?;
        let prereleases = all.iter().any(|one| !one.version.prerelease.is_empty());
        let considered = version.prerelease.is_empty() || prereleases;
        meets |= considered && all.iter().all(|one| one.met(version));
    }
    Ok(meets)
}

/// One comparison; with an `x` or without all of its numbers, it is about a range.
struct Comparison {
    operator: &'static str,
    version: Version,
    /// How many numbers it names, up to an `x`.
    named: usize,
}

const OPERATORS: [&str; 11] = ["!=", ">=", "=>", "<=", "=<", "~>", "=", ">", "<", "~", "^"];

/// The comparisons that must all be met, apart by blanks or commas.
fn comparisons(text: &str) -> Option<Vec<Comparison>> {
    let mut all = Vec::new();
    let mut rest = text.trim_start();
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let operator = OPERATORS
            .into_iter()
            .find(|operator| rest.starts_with(operator));
        rest = rest[operator.map_or(0, str::len)..].trim_start();
        let end = rest
            .find(|c: char| c.is_whitespace() || c == ',')
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after.trim_start();
        if operator.is_none()
            && let Some(upper) = rest.strip_prefix("- ")
        {
            let upper = upper.trim_start();
            let end = upper
                .find(|c: char| c.is_whitespace() || c == ',')
                .unwrap_or(upper.len());
            all.push(Comparison::read(">=", word)?);
            all.push(Comparison::read("<=", &upper[..end])?);
            rest = upper[end..].trim_start();
        } else {
            all.push(Comparison::read(operator.unwrap_or("="), word)?);
        }
        if let Some(after) = rest.strip_prefix(',') {
            rest = after.trim_start();
            if rest.is_empty() {
                return None;
            }
        }
    }
    Some(all)
}

fn is_any(part: &str) -> bool {
    matches!(part, "x" | "X" | "*")
}

impl Comparison {
    fn read(operator: &'static str, text: &str) -> Option<Comparison> {
        let parts = parts(text)?;
        let valid = parts
            .numbers
            .iter()
            .all(|part| is_number(part) || is_any(part));
        let named = parts.numbers.iter().position(|part| is_any(part));
        let named = named.unwrap_or(parts.numbers.len());
        let mut numbers = [0; 3];
        for (number, part) in numbers.iter_mut().zip(&parts.numbers[..named]) {
            *number = part.parse().ok()?;
        }
        let version = Version {
            numbers,
            prerelease: parts.prerelease.to_owned(),
            metadata: String::new(),
            original: String::new(),
        };
        valid.then_some(Comparison {
            operator,
            version,
            named,
        })
    }

    fn met(&self, version: &Version) -> bool {
        let order = version.order(&self.version);
        let named = self.named;
        let (numbers, wanted) = (version.numbers, self.version.numbers);
        match self.operator {
            "!=" if matches!(named, 1 | 2) && numbers[..named] != wanted[..named] => true,
            "!=" if named == 1 => false,
            "!=" if named == 2 => version.prerelease != self.version.prerelease,
            "!=" => order != Ordering::Equal,
            ">" if matches!(named, 1 | 2) => numbers[..named] > wanted[..named],
            ">" => order == Ordering::Greater,
            "<" => order == Ordering::Less,
            ">=" | "=>" => order != Ordering::Less,
            "<=" | "=<" if named == 1 => numbers[0] <= wanted[0],
            "<=" | "=<" if named < 3 => numbers[..2] <= wanted[..2],
            "<=" | "=<" => order != Ordering::Greater,
            "^" => order != Ordering::Less && self.same_caret(numbers),
            "=" if named == 3 => order == Ordering::Equal,
            _ => order != Ordering::Less && self.same_tilde(numbers),
        }
    }

    /// `~1.2.3`: the same minor version, if one is named.
    fn same_tilde(&self, numbers: [u64; 3]) -> bool {
        let wanted = self.version.numbers;
        let any = wanted == [0; 3] && matches!(self.named, 0 | 3);
        let named = self.named.clamp(1, 2);
        any || numbers[..named] == wanted[..named]
    }

    /// `^1.2.3`: the same numbers up to the first that is not zero.
    fn same_caret(&self, numbers: [u64; 3]) -> bool {
        let wanted = self.version.numbers;
        let first = wanted.iter().position(|number| *number > 0).unwrap_or(2);
        let named = if self.named == 0 { 3 } else { self.named };
        let named = named.min(first + 1);
        numbers[..named] == wanted[..named]
    }
}
