//! Functions that write values in other alphabets and as JSON, and read them back.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Type::{Any, Text};
use super::{Answer, Call, Function, fixed};
use crate::gotemplate::json::{self, Style};
use crate::gotemplate::value::Value;

const PRETTY: Style = Style {
    pretty: true,
    raw: false,
};
const RAW: Style = Style {
    pretty: false,
    raw: true,
};

pub(super) const FUNCTIONS: &[Function] = &[
    fixed("b64enc", &[Text], |call| {
        Ok(STANDARD.encode(call.text(0)).into())
    }),
    fixed("b64dec", &[Text], |call| {
        let plain = call.text(0).replace(['\n', '\r'], "");
        let decoded = STANDARD
            .decode(plain)
            .map_err(|_| "the text is not base64")?;
        utf8(decoded)
    }),
    fixed("b32enc", &[Text], |call| {
        Ok(base32(call.text(0).as_bytes()).into())
    }),
    fixed("b32dec", &[Text], |call| {
        let plain = call.text(0).replace(['\n', '\r'], "");
        utf8(from_base32(&plain).ok_or("the text is not base32")?)
    }),
    fixed("toJson", &[Any], |call| {
        Ok(to_json(call, Style::default())?.unwrap_or_default().into())
    }),
    fixed("mustToJson", &[Any], |call| {
        must(to_json(call, Style::default()))
    }),
    fixed("toPrettyJson", &[Any], |call| {
        Ok(to_json(call, PRETTY)?.unwrap_or_default().into())
    }),
    fixed("mustToPrettyJson", &[Any], |call| {
        must(to_json(call, PRETTY))
    }),
    fixed("toRawJson", &[Any], |call| must(to_json(call, RAW))),
    fixed("mustToRawJson", &[Any], |call| must(to_json(call, RAW))),
    fixed("mustFromJson", &[Text], |call| {
        call.limits.reading(call.text(0))?;
        json::read(call.text(0))
    }),
    fixed("fromJson", &[Text], |call| {
        call.limits.reading(call.text(0))?;
        Ok(map_or_error(json::read(call.text(0))))
    }),
    fixed("fromJsonArray", &[Text], |call| {
        call.limits.reading(call.text(0))?;
        Ok(list_or_error(json::read(call.text(0))))
    }),
];

fn utf8(bytes: Vec<u8>) -> Answer {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.into()),
        Err(_) => Err("what is encoded is not UTF-8".to_owned()),
    }
}

/// The first argument as JSON, or why it has none.
fn to_json(call: &Call, style: Style) -> Result<Result<String, String>, String> {
    call.limits.whole(call.value(0))?;
    Ok(json::write(call.value(0), style))
}

fn must(written: Result<Result<String, String>, String>) -> Answer {
    Ok(written??.into())
}

/// A map that was read, or one with the key `Error`, by which Helm says that none was.
pub(super) fn map_or_error(read: Answer) -> Value {
    match read {
        Ok(Value::Nil) => Value::map::<&str>([]),
        Ok(Value::Map(map)) => Value::Map(map),
        Ok(other) => error_map(&format!("expected a map, found {}", other.described())),
        Err(message) => error_map(&message),
    }
}

fn error_map(message: &str) -> Value {
    Value::map([("Error", message.into())])
}

/// A list that was read, or one of the message that none was.
pub(super) fn list_or_error(read: Answer) -> Value {
    match read {
        Ok(Value::Nil) => Value::list(Vec::new()),
        Ok(Value::List(list)) => Value::List(list),
        Ok(other) => Value::list(vec![
            format!("expected a list, found {}", other.described()).into(),
        ]),
        Err(message) => Value::list(vec![message.into()]),
    }
}

const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

fn base32(bytes: &[u8]) -> String {
    let mut out = String::new();
    for chunk in bytes.chunks(5) {
        let mut block = [0; 8];
        block[3..3 + chunk.len()].copy_from_slice(chunk);
        let bits = u64::from_be_bytes(block);
        let used = (chunk.len() * 8).div_ceil(5);
        for digit in 0..8 {
            let index = bits >> (35 - 5 * digit) & 31;
            let letter = usize::try_from(index)
                .ok()
                .and_then(|index| ALPHABET.get(index));
            let letter = letter.filter(|_| digit < used);
            out.push(letter.map_or('=', |letter| char::from(*letter)));
        }
    }
    out
}

fn from_base32(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    let padding = text.len() - digits.len();
    if !text.len().is_multiple_of(8) || !matches!(padding, 0 | 1 | 3 | 4 | 6) {
        return None;
    }
    let mut out = Vec::new();
    let (mut bits, mut count) = (0u32, 0);
    for digit in digits.bytes() {
        let value = ALPHABET.iter().position(|letter| *letter == digit)?;
        bits = bits << 5 & 0xffff | u32::try_from(value).ok()?;
        count += 5;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from(bits >> count & 0xff).ok()?);
        }
    }
    Some(out)
}
