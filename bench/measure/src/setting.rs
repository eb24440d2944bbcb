//! What the figures depend on besides the programs: the machine, the versions, the number of runs.

use std::path::Path;

use crate::cases::CHART_LINES;
use crate::options::Options;
use crate::process::{Program, memory_floor};

/// What a reader must know to compare two reports.
pub struct Setting {
    /// What `falcogen --version` prints.
    pub falcogen: Option<String>,
    /// What `helm version --short` prints.
    pub helm: Option<String>,
    /// The processor's name.
    pub processor: Option<String>,
    /// How many processors this process may use.
    pub processors: usize,
    /// The release of the kernel.
    pub kernel: Option<String>,
    /// The measured runs of each program.
    pub runs: usize,
    /// The runs before them.
    pub warm_up: usize,
    /// No process is seen to need less memory than this, in bytes.
    pub memory_floor: Option<f64>,
    /// Why Helm is missing from some tables.
    pub remarks: Vec<String>,
}

impl Setting {
    /// Asks the programs and the system.
    pub fn read(options: &Options) -> Self {
        let helm = options.helm.as_ref();
        Self {
            falcogen: version(&options.falcogen, &["--version"], options),
            helm: helm.and_then(|helm| version(helm, &["version", "--short"], options)),
            processor: processor(),
            processors: std::thread::available_parallelism().map_or(1, usize::from),
            kernel: std::fs::read_to_string("/proc/sys/kernel/osrelease")
                .ok()
                .map(|text| text.trim().to_owned()),
            runs: options.runs,
            warm_up: options.warm_up,
            memory_floor: memory_floor(),
            remarks: remarks(options),
        }
    }
}

fn version(path: &Path, arguments: &[&str], options: &Options) -> Option<String> {
    let arguments = arguments.iter().map(Into::into).collect();
    let (folder, home) = (options.folder.clone(), options.work.join("home"));
    Program {
        path: path.to_owned(),
        arguments,
        folder,
        home,
    }
    .first_line()
}

fn processor() -> Option<String> {
    let text = std::fs::read_to_string("/proc/cpuinfo").ok()?;
    let (_, name) = text
        .lines()
        .find(|line| line.starts_with("model name"))?
        .split_once(':')?;
    Some(name.trim().to_owned())
}

fn remarks(options: &Options) -> Vec<String> {
    let missing = CHART_LINES
        .iter()
        .filter(|line| options.chart(line).is_none());
    let mut remarks: Vec<String> = missing
        .map(|line| {
            let name = line.name;
            format!("no `--{name}-chart`: falcogen is measured alone on the {name} line (bench/README.md says where the chart is)")
        })
        .collect();
    if remarks.len() < CHART_LINES.len() && options.helm.is_none() {
        remarks.push("no Helm: falcogen is measured alone".to_owned());
    }
    remarks
}
