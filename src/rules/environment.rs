//! What the rules are loaded into: which Falco, with which plugins.

use std::sync::Arc;

use super::maintained;
use super::read::Version;
use crate::condition::{Fields, Scope, TableError};
use crate::diagnostic::{Item, ItemKind};

/// The version of the rules engine of Falco 0.44.
pub const ENGINE: Version = Version {
    major: 0,
    minor: 62,
    patch: 0,
};

/// The latest version of the rules engine that is known.
pub const LATEST_ENGINE: Version = Version {
    major: 0,
    minor: 63,
    patch: 0,
};

/// A plugin that Falco loads.
#[derive(Clone, Debug)]
pub struct Plugin {
    /// Its name.
    pub name: String,
    /// Its version; nothing if it is not known, and taken for sufficient.
    pub version: Option<Version>,
}

/// What the rules are loaded into.
#[derive(Clone, Debug)]
pub struct Environment {
    /// The version of the rules engine.
    pub engine: Version,
    /// The fields that conditions and outputs can name.
    pub fields: Fields,
    /// The sources that events come from.
    pub event_sources: Vec<String>,
    /// The plugins that are there.
    pub plugins: Vec<Plugin>,
    /// Whether all that is loaded before is given. If not, the rules that Falco maintains may be loaded before, and other
    /// names that are defined nowhere are warnings.
    pub is_complete: bool,
    /// The names of the files that are loaded before, if they are known: of the rules that Falco maintains only those in such
    /// a file may be loaded before.
    pub maintained_files: Option<Vec<String>>,
    /// Whether plugins are there of which neither fields nor sources are known, so that a source may be theirs.
    pub has_unknown_plugins: bool,
}

impl Environment {
    /// Falco 0.44 with its plugins container, k8saudit and json, and nothing loaded that is not given.
    #[must_use]
    pub fn falco() -> Self {
        let fields = Fields::falco().clone();
        Environment {
            engine: ENGINE,
            event_sources: event_sources(&fields),
            fields,
            plugins: builtin_plugins(),
            is_complete: true,
            maintained_files: None,
            has_unknown_plugins: false,
        }
    }

    /// What the rules of a source can refer to.
    #[must_use]
    pub fn scope<'s>(&'s self, source: &'s str) -> Scope<'s> {
        Scope::new(&self.fields, source, self.engine.minor)
    }

    /// Whether a field that is not known may be one of a plugin of which nothing is known.
    #[must_use]
    pub fn may_be_of_plugin(&self, field: &str) -> bool {
        self.has_unknown_plugins && !self.fields.has_class(field)
    }

    /// Whether what is defined nowhere is one of the rules that Falco maintains, which may be loaded before.
    #[must_use]
    pub fn may_be_maintained(&self, item: &Item) -> bool {
        !self.is_complete && maintained::file(item).is_some_and(|file| self.may_load(file))
    }

    /// The file of the rules that Falco maintains in which an item is, if it is known that this one is not loaded.
    #[must_use]
    pub fn file_that_is_not_loaded(&self, item: &Item) -> Option<&'static str> {
        maintained::file(item).filter(|file| !self.is_complete && !self.may_load(file))
    }

    fn may_load(&self, file: &str) -> bool {
        let files = self.maintained_files.as_ref();
        files.is_none_or(|files| files.iter().any(|name| name == file))
    }

    /// The source of the events for one of the rules that Falco maintains.
    #[must_use]
    pub fn source_of_maintained(&self, item: &Item) -> Arc<str> {
        maintained::source(item).into()
    }

    /// The names of the items of a kind that may be loaded before.
    pub fn maintained<'n>(&self, kind: ItemKind) -> impl Iterator<Item = &'n str> + use<'_, 'n> {
        let items = maintained::items(kind);
        let may_be_loaded = items.filter(|(file, _)| !self.is_complete && self.may_load(file));
        may_be_loaded.map(|(_, name)| name as &str)
    }

    /// Adds fields of further plugins, in the forms that [`Fields::extend`] takes, and with them their sources.
    ///
    /// # Errors
    /// The first line that is no field.
    pub fn add_fields(&mut self, text: &str) -> Result<(), TableError> {
        self.fields.extend(text)?;
        self.event_sources = event_sources(&self.fields);
        Ok(())
    }

    /// Adds plugins that Falco loads, of which nothing else is known.
    pub fn add_plugins(&mut self, plugins: Vec<Plugin>) {
        for plugin in plugins {
            let mut plugins = self.plugins.iter_mut();
            if let Some(known) = plugins.find(|known| known.name == plugin.name) {
                known.version = plugin.version.or(known.version);
            } else {
                self.has_unknown_plugins = true;
                self.plugins.push(plugin);
            }
        }
    }
}

/// The plugins whose fields come with the program, in the versions that they have beside Falco 0.44.
#[must_use]
pub fn builtin_plugins() -> Vec<Plugin> {
    let plugin = |name: &str, (major, minor, patch)| Plugin {
        name: name.to_owned(),
        version: Some(Version {
            major,
            minor,
            patch,
        }),
    };
    vec![
        plugin("container", (0, 7, 1)),
        plugin("k8saudit", (0, 18, 0)),
        plugin("json", (0, 7, 4)),
    ]
}

/// The sources of events for which there are fields.
#[must_use]
pub fn event_sources(fields: &Fields) -> Vec<String> {
    let groups = fields.groups().iter();
    let mut sources: Vec<String> = groups
        .flat_map(|group| group.sources.iter().map(ToString::to_string))
        .collect();
    sources.sort();
    sources.dedup();
    sources
}
