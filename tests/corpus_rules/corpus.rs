//! The verdicts of Falco, whose files say the same in several shapes.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use falcogen::rules::Plugin;
use falcogen::rules::environment::builtin_plugins;
use falcogen::rules::read::Version;
use serde_json::Value;

/// The maintained rules, in load order.
pub const MAINTAINED: [&str; 3] = [
    "falco_rules.yaml",
    "falco-incubating_rules.yaml",
    "falco-sandbox_rules.yaml",
];

/// What Falco says of a rules file.
pub struct Verdict {
    /// What the test calls the file.
    pub name: String,
    /// The rules.
    pub text: Arc<str>,
    /// The rules that are loaded before.
    pub after: Vec<Arc<str>>,
    /// The plugins that are there.
    pub plugins: Vec<Plugin>,
    /// Whether Falco loads it.
    pub loads: bool,
    /// Its errors and warnings.
    pub said: Vec<Said>,
}

/// An error or a warning.
#[derive(Debug)]
pub struct Said {
    /// Its code, such as `LOAD_NO_EVTTYPE`.
    pub code: String,
    /// What it says.
    pub message: String,
    /// The innermost list, macro or rule of its places: its kind, name and line.
    pub item: Option<(String, String, usize)>,
    /// The line of its innermost place, from 1.
    pub line: usize,
}

/// Where the verdicts are.
pub struct Corpus {
    folder: PathBuf,
}

impl Corpus {
    /// The folder, unless it is not there.
    pub fn open() -> Option<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
        if !folder.is_dir() {
            eprintln!("skipped: there is no {}", folder.display());
            return None;
        }
        Some(Corpus { folder })
    }

    /// A text of the corpus.
    pub fn text(&self, path: &str) -> Arc<str> {
        let bytes = fs::read(self.folder.join(path)).unwrap();
        String::from_utf8_lossy(&bytes).into()
    }

    fn json(&self, path: &str) -> Value {
        serde_json::from_str(&self.text(path)).unwrap()
    }

    /// The maintained rules of that name.
    pub fn maintained_rules(&self, name: &str) -> Arc<str> {
        self.text(&format!("maintained/{name}"))
    }

    fn before(&self, names: &[&str]) -> Vec<Arc<str>> {
        let names = names.iter();
        names.map(|name| self.maintained_rules(name)).collect()
    }

    /// Rules files of people, with the verdict that has this key.
    pub fn rules(&self, key: &str, after: &[&str]) -> Vec<Verdict> {
        let verdicts = self.json("rules/verdicts.json");
        let after = self.before(after);
        let files = verdicts.as_object().unwrap().iter();
        files
            .map(|(name, verdicts)| {
                let text = self.text(&format!("rules/{name}"));
                let verdict = &verdicts[key];
                verdict_of(name, text, &after, &verdict["loads"], verdict)
            })
            .collect()
    }

    /// Rules files at the edges of the language.
    pub fn edges(&self) -> Vec<Verdict> {
        let verdicts = self.json("falco/edge.json");
        let files = verdicts.as_array().unwrap().iter();
        files
            .map(|verdict| {
                let text = verdict["content"].as_str().unwrap().into();
                verdict_of(name_of(verdict), text, &[], &verdict["successful"], verdict)
            })
            .collect()
    }

    /// Rules files of Falco's own tests.
    pub fn loader(&self) -> Vec<Verdict> {
        let verdicts = self.json("falco/loader/verdicts.json");
        let files = verdicts.as_array().unwrap().iter();
        files
            .map(|verdict| {
                let name = name_of(verdict);
                let text = self.text(&format!("falco/loader/{name}"));
                verdict_of(name, text, &[], &verdict["ok"], verdict)
            })
            .collect()
    }

    /// The maintained rules, old and new, those of them that are in the corpus.
    pub fn maintained(&self) -> Vec<Verdict> {
        let names = [
            "falcosecurity_rules.container",
            "falco_extras.container",
            "falco_extras.after_falco_rules",
            "falco_extras.after_all_rules",
            "k8saudit_rules.full",
        ];
        let verdicts = names.map(|name| self.json(&format!("falco/maintained/{name}.json")));
        let verdicts = verdicts.iter().flat_map(|list| list.as_array().unwrap());
        verdicts
            .filter_map(|verdict| self.maintained_verdict(verdict))
            .collect()
    }

    fn maintained_verdict(&self, verdict: &Value) -> Option<Verdict> {
        let name = last_part(name_of(verdict));
        let folders = ["", "extras/", "extras/gke/", "extras/kube1.10/"];
        let mut paths = folders
            .map(|folder| format!("maintained/{folder}{name}"))
            .into_iter();
        let path = paths.find(|path| self.folder.join(path).is_file())?;
        let after = verdict["loaded_after"].as_str().unwrap_or_default();
        let after = after
            .split(',')
            .filter(|name| !name.is_empty())
            .map(last_part);
        let after = self.before(&after.collect::<Vec<_>>());
        let loads = &verdict["successful"];
        Some(verdict_of(name, self.text(&path), &after, loads, verdict))
    }

    /// Rules files that require plugins.
    pub fn requirements(&self) -> Vec<Verdict> {
        let verdicts = self.json("falco/loader/plugin_requirements.json");
        let files = verdicts.as_array().unwrap().iter();
        files
            .map(|verdict| {
                let name = name_of(verdict);
                let text = self.text(&format!("falco/loader/{name}"));
                let loads = &verdict["requirements_ok"];
                let mut verdict_here = verdict_of(name, text, &[], loads, verdict);
                let plugins = verdict["plugins_present"].as_array().unwrap().iter();
                verdict_here.plugins = plugins.map(plugin).collect();
                verdict_here
            })
            .collect()
    }

    /// Conditions, each with the codes of the warnings that Falco gives of it.
    pub fn condition_warnings(&self) -> Vec<(String, Vec<String>)> {
        let verdicts = self.json("falco/loader/condition_warnings.json");
        let texts = |list: &Value| {
            let texts = list.as_array().unwrap().iter();
            texts
                .map(|text| text.as_str().unwrap().to_owned())
                .collect()
        };
        let verdicts = verdicts.as_array().unwrap().iter();
        verdicts
            .map(|verdict| {
                let condition = verdict["condition"].as_str().unwrap();
                (condition.to_owned(), texts(&verdict["warning_codes"]))
            })
            .collect()
    }
}

fn name_of(verdict: &Value) -> &str {
    verdict["file"].as_str().unwrap()
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn plugin(plugin: &Value) -> Plugin {
    Plugin {
        name: plugin["name"].as_str().unwrap().to_owned(),
        version: Version::parse(plugin["version"].as_str().unwrap()),
    }
}

fn verdict_of(
    name: &str,
    text: Arc<str>,
    after: &[Arc<str>],
    loads: &Value,
    verdict: &Value,
) -> Verdict {
    let lists = ["errors", "warnings"].map(|key| verdict[key].as_array());
    Verdict {
        name: name.to_owned(),
        text,
        after: after.to_vec(),
        plugins: builtin_plugins(),
        // Where a required plugin is missing, Falco stops before it says whether the file loads.
        loads: loads.as_bool().unwrap_or(false),
        said: lists.into_iter().flatten().flatten().map(said).collect(),
    }
}

fn said(said: &Value) -> Said {
    let places = said.get("at").or_else(|| said.get("locations"));
    let places: Vec<Place> = places
        .and_then(Value::as_array)
        .unwrap()
        .iter()
        .map(place)
        .collect();
    let is_item = |place: &&Place| {
        ["rule", "macro", "list"].contains(&&*place.kind) && !place.name.is_empty()
    };
    let item = places.iter().rfind(is_item);
    Said {
        code: said["code"].as_str().unwrap().to_owned(),
        message: said["message"].as_str().unwrap().to_owned(),
        item: item.map(|place| (place.kind.clone(), place.name.clone(), place.line)),
        line: places.last().map_or(1, |place| place.line),
    }
}

/// One of the places of an error, from the whole file to a part of an item.
struct Place {
    kind: String,
    name: String,
    line: usize,
}

fn place(place: &Value) -> Place {
    let text = |long: &str, short: &str| {
        let text = place[long].as_str().or_else(|| place[short].as_str());
        text.unwrap_or_default().to_owned()
    };
    let line = place["line"]
        .as_u64()
        .or_else(|| place["position"]["line"].as_u64());
    Place {
        kind: text("item_type", "item"),
        name: text("item_name", "name"),
        line: usize::try_from(line.unwrap()).unwrap() + 1,
    }
}
