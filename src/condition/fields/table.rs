//! Tables of fields as text: a group a line, its fields below it.
//!
//! ```text
//! # a comment
//! group container syscall plugin
//! container.id CHARBUF
//! container.label CHARBUF required key
//! ```
//!
//! Behind `group` stand its name, its sources (`*` for all, or several with commas between them) and `plugin` if it
//! comes from one. Behind a field's name stand its type, as Falco prints it, and what else is said of it.

use std::fmt::Write;

use super::super::types::ValueType;
use super::field::{Argument, Group, KnownField, Trait, Traits};
use super::{Fields, TableError};

/// Puts the groups and fields of `text` behind those that `fields` has.
pub(super) fn read(text: &str, fields: &mut Fields) -> Result<(), TableError> {
    for (index, line) in text.lines().enumerate() {
        let mut words = line.split_ascii_whitespace();
        let Some(first) = words.next().filter(|word| !word.starts_with('#')) else {
            continue;
        };
        let added = if first == "group" {
            read_group(words).map(|group| fields.add_group(group))
        } else {
            read_field(first, words).and_then(|field| fields.add(field).then_some(()))
        };
        added.ok_or(TableError { line: index + 1 })?;
    }
    Ok(())
}

fn read_group<'a>(mut words: impl Iterator<Item = &'a str>) -> Option<Group> {
    let name = words.next()?.into();
    let sources = words.next()?;
    let sources = match sources {
        "*" => Box::default(),
        _ => sources.split(',').map(Box::from).collect(),
    };
    let plugin = match words.next() {
        None => false,
        Some(word) => (word == "plugin").then_some(true)?,
    };
    Some(Group {
        name,
        sources,
        plugin,
    })
}

fn read_field<'a>(name: &str, mut words: impl Iterator<Item = &'a str>) -> Option<KnownField> {
    let value_type = ValueType::of_word(words.next()?)?;
    let mut field = KnownField::new(name, value_type);
    for word in words {
        read_word(word, &mut field)?;
    }
    Some(field)
}

impl KnownField {
    pub(super) fn new(name: &str, value_type: ValueType) -> Self {
        Self {
            name: name.into(),
            value_type,
            argument: Argument::None,
            traits: Traits::default(),
            since: 0,
            group: 0,
            shadowed: false,
        }
    }
}

fn read_word(word: &str, field: &mut KnownField) -> Option<()> {
    let built_in = Argument::BUILT_IN.iter().find(|entry| entry.1 == word);
    if let Some((argument, ..)) = built_in {
        field.argument = *argument;
    } else if let Some((one, _)) = Trait::ALL.iter().find(|entry| entry.1 == word) {
        field.traits = field.traits.with(*one);
    } else if let Some(since) = word.strip_prefix("since=") {
        field.since = since.parse().ok()?;
    } else {
        field.argument = with_word(field.argument, word)?;
    }
    Some(())
}

/// The argument of a plugin's field, of which `word` is said, too.
fn with_word(argument: Argument, word: &str) -> Option<Argument> {
    let (mut required, mut index, mut key) = argument.of_plugin();
    match word {
        "required" => required = true,
        "index" => index = true,
        "key" => key = true,
        _ => return None,
    }
    Some(Argument::Plugin {
        required,
        index,
        key,
    })
}

/// The text that [`read`] reads as this table.
pub(super) fn write(fields: &Fields) -> String {
    let mut text = String::new();
    for (index, group) in fields.groups().iter().enumerate() {
        let sources = match &*group.sources {
            [] => "*".to_owned(),
            sources => sources.join(","),
        };
        let plugin = if group.plugin { " plugin" } else { "" };
        let _ = writeln!(text, "group {} {sources}{plugin}", group.name);
        for field in fields.all().iter().filter(|field| field.group == index) {
            write_field(&mut text, field);
        }
    }
    text
}

fn write_field(text: &mut String, field: &KnownField) {
    let _ = write!(text, "{} {}", field.name, field.value_type.word());
    let traits = Trait::ALL.iter().filter(|one| field.traits.contains(one.0));
    for word in argument_words(field.argument)
        .into_iter()
        .chain(traits.map(|one| one.1))
    {
        let _ = write!(text, " {word}");
    }
    if field.since > 0 {
        let _ = write!(text, " since={}", field.since);
    }
    text.push('\n');
}

fn argument_words(argument: Argument) -> Vec<&'static str> {
    let Argument::Plugin {
        required,
        index,
        key,
    } = argument
    else {
        let built_in = Argument::BUILT_IN.iter().filter(|one| one.0 == argument);
        return built_in.map(|one| one.1).collect();
    };
    [(required, "required"), (index, "index"), (key, "key")]
        .into_iter()
        .filter_map(|(said, word)| said.then_some(word))
        .collect()
}
