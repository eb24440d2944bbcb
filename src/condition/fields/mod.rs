//! The fields that Falco and its plugins know, and which of them a name means.

mod argument;
mod field;
mod json;
mod lookup;
mod similar;
mod table;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::hash;

pub use field::{Argument, Group, KnownField, Trait, Traits};
pub use lookup::{FieldFault, FoundField, Place, Refusal};

/// The fields of Falco 0.44 with the plugins container 0.7.1, k8saudit 0.18.0 and json 0.7.4. Made from what Falco
/// says of its fields (`falco --list --format json` of each source); `tests/corpus_fields.rs` says how.
const FALCO: &str = include_str!("falco.txt");

/// Fields, in the order in which Falco looks for them.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    groups: Vec<Group>,
    known: Vec<KnownField>,
    /// The places of the fields of a name. Names can be in several groups, for different sources.
    by_name: HashMap<Box<str>, Vec<u32>, hash::Fast>,
    /// What stands before the first dot of some field.
    heads: HashSet<Box<str>, hash::Fast>,
    longest_name: usize,
}

/// A text that is no table of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is no field and no group of fields")]
pub struct TableError {
    /// The line, counted from 1; 0 if there are no fields at all.
    pub line: usize,
}

impl Fields {
    /// The fields that Falco and the plugins that it is delivered with have.
    pub fn falco() -> &'static Self {
        static FIELDS: OnceLock<Fields> = OnceLock::new();
        // A test shows that the table can be read.
        FIELDS.get_or_init(|| Self::parse(FALCO).unwrap_or_default())
    }

    /// The fields that a text names: a table as described in `table.rs`, or JSON as `falco --list --format json`
    /// prints it.
    ///
    /// # Errors
    /// The first line that is neither.
    pub fn parse(text: &str) -> Result<Self, TableError> {
        let mut fields = Self::default();
        fields.extend(text)?;
        Ok(fields)
    }

    /// Adds the fields that a text names, which has the forms that [`Fields::parse`] takes. Fields that are known for
    /// one of the sources already stay what they are.
    ///
    /// # Errors
    /// The first line that is no field.
    pub fn extend(&mut self, text: &str) -> Result<(), TableError> {
        match serde_json::from_str(text) {
            Ok(document) if json::read(&document, self) == 0 => {
                return Err(TableError { line: 0 });
            }
            Ok(_) => {}
            Err(_) => table::read(text, self)?,
        }
        self.mark_shadowed();
        Ok(())
    }

    /// The table of these fields as text, which [`Fields::parse`] reads.
    #[must_use]
    pub fn to_table(&self) -> String {
        table::write(self)
    }

    /// All fields.
    #[must_use]
    pub fn all(&self) -> &[KnownField] {
        &self.known
    }

    /// Whether some field begins with the same word before its first dot.
    #[must_use]
    pub fn has_class(&self, name: &str) -> bool {
        let head = name.split('.').next().unwrap_or_default();
        self.heads.contains(head)
    }

    /// The first engine that knows all fields.
    #[must_use]
    pub fn since(&self) -> u32 {
        let since = self.known.iter().map(|field| field.since);
        since.max().unwrap_or_default()
    }

    /// All groups.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The group of a field of this table.
    #[must_use]
    pub fn group(&self, field: &KnownField) -> Option<&Group> {
        self.groups.get(field.group)
    }

    /// Whether there are fields for events of this source alone, not only those of every source.
    #[must_use]
    pub fn has_source(&self, source: &str) -> bool {
        let own = self.groups.iter().filter(|group| !group.sources.is_empty());
        own.into_iter().any(|group| group.has_source(source))
    }

    fn add_group(&mut self, group: Group) {
        self.groups.push(group);
    }

    /// Adds a field to the last group. Gives whether there is one.
    fn add(&mut self, mut field: KnownField) -> bool {
        let Some(group) = self.groups.last() else {
            return false;
        };
        field.group = self.groups.len() - 1;
        let known = self.by_name.get(&field.name).into_iter().flatten();
        let mut known = known.filter_map(|place| self.at(*place));
        if known.any(|other| self.shares_source(other, group)) {
            return true;
        }
        self.push(field);
        true
    }

    fn push(&mut self, field: KnownField) {
        let place = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let head = field.name.split('.').next().unwrap_or_default();
        if !self.heads.contains(head) {
            self.heads.insert(head.into());
        }
        self.longest_name = self.longest_name.max(field.name.len());
        let places = self.by_name.entry(field.name.clone()).or_default();
        places.push(place);
        self.known.push(field);
    }

    fn at(&self, place: u32) -> Option<&KnownField> {
        self.known.get(place as usize)
    }

    fn shares_source(&self, field: &KnownField, group: &Group) -> bool {
        let Some(other) = self.group(field) else {
            return false;
        };
        other.sources.is_empty()
            || group.sources.is_empty()
            || other.sources.iter().any(|source| group.has_source(source))
    }

    /// Finds the fields that a shorter field of an earlier group hides from a plain look-up.
    fn mark_shadowed(&mut self) {
        let mut sorted: Vec<usize> = (0..self.known.len()).collect();
        sorted.sort_by(|one, two| self.name_at(*one).cmp(self.name_at(*two)));
        // Those before a field of which its name begins with the name, the shortest first.
        let mut prefixes: Vec<usize> = Vec::new();
        for place in sorted {
            let name = self.name_at(place);
            let reserved = name.starts_with(lookup::RESERVED);
            while prefixes
                .pop_if(|last| !name.starts_with(self.name_at(*last)))
                .is_some()
            {}
            let group = self.known.get(place).map(|field| field.group);
            let hidden = prefixes
                .iter()
                .any(|prefix| self.known.get(*prefix).map(|field| field.group) < group);
            prefixes.push(place);
            if let Some(field) = self.known.get_mut(place) {
                field.shadowed = reserved || hidden;
            }
        }
    }

    fn name_at(&self, place: usize) -> &str {
        self.known.get(place).map_or("", |field| &field.name)
    }
}

#[cfg(test)]
mod tests {
    use super::{FALCO, Fields};

    #[test]
    fn the_table_of_falco_can_be_read_and_written() {
        let fields = Fields::parse(FALCO).unwrap();
        assert!(fields.all().len() > 390);
        assert_eq!(
            Fields::parse(&fields.to_table()).unwrap().all(),
            fields.all()
        );
        assert!(FALCO.ends_with(&fields.to_table()));
    }

    #[test]
    fn a_line_that_is_no_field_is_named() {
        assert_eq!(Fields::parse("group a *\nb NOTHING\n").unwrap_err().line, 2);
        assert_eq!(Fields::parse("a.b CHARBUF\n").unwrap_err().line, 1);
        assert_eq!(Fields::parse("{}").unwrap_err().line, 0);
    }

    #[test]
    fn what_falco_lists_as_json_can_be_added() {
        let listed = r#"{"fields": [{"name": "ct", "event_sources": ["aws_cloudtrail"], "fields": [
            {"name": "ct.id", "type": "CHARBUF", "is_list": false, "argument": null},
            {"name": "ct.args", "type": "CHARBUF", "is_list": true,
             "argument": {"required": true, "type": ["INDEX"]}}]}]}"#;
        let fields = Fields::parse(listed).unwrap();
        assert_eq!(
            fields.to_table(),
            "group ct aws_cloudtrail plugin\nct.id CHARBUF\nct.args CHARBUF required index list\n"
        );
    }
}
