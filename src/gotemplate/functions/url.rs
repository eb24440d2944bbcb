//! Functions on URLs, by the rules of Go's package net/url.

use std::fmt::Write as _;

use super::Type::{Map as Dict, Text};
use super::{Answer, Call, Function, fixed};
use crate::gotemplate::value::Value;

pub(super) const FUNCTIONS: &[Function] = &[
    fixed("urlParse", &[Text], |call| parse(call.text(0))),
    fixed("urlJoin", &[Dict], join),
];

/// What may stand unescaped in the parts of a URL beside letters and digits.
const PATH: &str = "-_.~$&+,/:;=@";
const USER: &str = "-_.~$&+,;=";
const FRAGMENT: &str = "-_.~$&+,/:;=?@!()*";
const HOST: &str = "-_.~!$&'()*+,;=:[]<>\"";
const QUERY: &str = "-_.~";

/// A text as it stands in the query of a URL.
pub(super) fn query_escape(text: &str) -> String {
    escape(text, QUERY).replace("%20", "+")
}

fn escape(text: &str, allowed: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || allowed.contains(c) && c.is_ascii() {
            out.push(c);
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn unescape(text: &str) -> Result<String, String> {
    let wrong = || "the URL has an invalid escape".to_owned();
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                let high = digit().ok_or_else(wrong)?;
                let low = digit().ok_or_else(wrong)?;
                u8::try_from(high * 16 + low).map_err(|_| wrong())?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).map_err(|_| wrong())
}

/// The scheme before a colon, and what follows.
fn scheme(text: &str) -> Result<(String, &str), String> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c)));
    match end {
        Some(0) if text.starts_with(':') => {
            Err("the URL has no scheme before its colon".to_owned())
        }
        Some(end)
            if text[end..].starts_with(':')
                && text.starts_with(|c: char| c.is_ascii_alphabetic()) =>
        {
            Ok((text[..end].to_ascii_lowercase(), &text[end + 1..]))
        }
        _ => Ok((String::new(), text)),
    }
}

fn parse(text: &str) -> Answer {
    if text.bytes().any(|byte| byte < b' ' || byte == 0x7f) {
        return Err("the URL has a control character".to_owned());
    }
    let (whole, fragment) = text.split_once('#').unwrap_or((text, ""));
    let (scheme, rest) = scheme(whole)?;
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let mut url = [("scheme", scheme.clone()), ("query", query.to_owned())].to_vec();
    url.push(("fragment", unescape(fragment)?));
    if !rest.starts_with('/') && !scheme.is_empty() {
        url.push(("opaque", rest.to_owned()));
        return Ok(parts(url));
    }
    if !rest.starts_with('/')
        && rest
            .split('/')
            .next()
            .is_some_and(|first| first.contains(':'))
    {
        return Err("the first part of the URL's path has a colon".to_owned());
    }
    let mut path = rest;
    if rest.starts_with("//") && (!scheme.is_empty() || !rest.starts_with("///")) {
        let end = rest[2..].find('/').map_or(rest.len(), |slash| slash + 2);
        authority(&rest[2..end], &mut url)?;
        path = &rest[end..];
    }
    url.push(("path", unescape(path)?));
    Ok(parts(url))
}

/// All parts of a URL, those that it has not as empty texts.
fn parts(url: Vec<(&'static str, String)>) -> Value {
    let names = [
        "scheme", "host", "hostname", "path", "query", "opaque", "fragment", "userinfo",
    ];
    let empty = names.map(|name| (name, String::new()));
    let all = empty.into_iter().chain(url);
    Value::map(all.map(|(name, part)| (name, part.into())))
}

fn authority(text: &str, url: &mut Vec<(&'static str, String)>) -> Result<(), String> {
    let (user, host) = match text.rsplit_once('@') {
        Some((user, host)) => (Some(user), host),
        None => (None, text),
    };
    if let Some(user) = user {
        url.push(("userinfo", userinfo(user)?));
    }
    let invalid = || "the host or port of the URL cannot be one".to_owned();
    let (name, port) = match host.strip_prefix('[') {
        Some(rest) => rest.split_once(']').ok_or_else(invalid)?,
        None => match host.find(':') {
            Some(colon) => host.split_at(colon),
            None => (host, ""),
        },
    };
    let digits = port.strip_prefix(':').unwrap_or(port);
    let valid = digits.bytes().all(|byte| byte.is_ascii_digit())
        && (port.is_empty() || port.starts_with(':'));
    let plain = name.bytes().all(|byte| {
        !byte.is_ascii()
            || byte.is_ascii_alphanumeric()
            || byte == b'%'
            || HOST.contains(char::from(byte))
    });
    if !valid || !plain {
        return Err(invalid());
    }
    url.push(("host", unescape(host)?));
    url.push(("hostname", unescape(name)?));
    Ok(())
}

/// A user and password as they stand in a URL.
fn userinfo(text: &str) -> Result<String, String> {
    let valid = |c: char| c.is_ascii_alphanumeric() || "-._:~!$&'()*+,;=%@".contains(c);
    if !text.chars().all(valid) {
        return Err("the user of the URL cannot be one".to_owned());
    }
    Ok(match text.split_once(':') {
        Some((user, password)) => {
            format!(
                "{}:{}",
                escape(&unescape(user)?, USER),
                escape(&unescape(password)?, USER)
            )
        }
        None => escape(&unescape(text)?, USER),
    })
}

fn join(call: &Call) -> Answer {
    let url = call.map(0);
    let part = |name: &str| match url.get(name) {
        None => Ok(String::new()),
        Some(Value::Text(text)) => Ok(text.to_string()),
        Some(other) => Err(format!("`{name}` is a text, not {}", other.described())),
    };
    let (scheme, host, path, opaque) = (
        part("scheme")?,
        part("host")?,
        part("path")?,
        part("opaque")?,
    );
    let (query, fragment, user) = (
        part("query")?,
        part("fragment")?,
        userinfo(&part("userinfo")?)?,
    );
    let mut out = String::new();
    if !scheme.is_empty() {
        out = format!("{scheme}:");
    }
    if opaque.is_empty() {
        let hosted = !host.is_empty() || !user.is_empty();
        if hosted || !scheme.is_empty() && !path.is_empty() {
            out.push_str("//");
        }
        if !user.is_empty() {
            let _ = write!(out, "{user}@");
        }
        out.push_str(&escape(&host, HOST));
        let path = if path == "*" {
            path
        } else {
            escape(&path, PATH)
        };
        if !path.is_empty() && !path.starts_with('/') && !host.is_empty() {
            out.push('/');
        }
        if out.is_empty()
            && path
                .split('/')
                .next()
                .is_some_and(|first| first.contains(':'))
        {
            out.push_str("./");
        }
        out.push_str(&path);
    } else {
        out.push_str(&opaque);
    }
    if !query.is_empty() {
        let _ = write!(out, "?{query}");
    }
    if !fragment.is_empty() {
        let _ = write!(out, "#{}", escape(&fragment, FRAGMENT));
    }
    Ok(out.into())
}
