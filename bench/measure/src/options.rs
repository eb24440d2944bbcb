//! The command line.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::cases::{CHART_LINES, ChartLine};

/// What `--help` prints.
pub const HELP: &str = "\
Runs falcogen and its peers as cold processes, in turns, and shows what each run costs.

usage: bench/run [options]

  --falco-chart DIR    the folder of chart falcosecurity/falco 9.1.0 with its subcharts in charts/
  --stable-chart DIR   the folder of chart stable/falco 1.0.10; without a chart Helm is left out
  --rules DIR          a folder of rules files to check, such as those that Falco maintains
  --falcogen FILE      an executable to measure instead of building one
  --helm FILE          a Helm to measure instead of building one; also $HELM
  --runs N             measured runs of each program, 60 unless given
  --warm-up N          runs before these, not counted, 3 unless given
  --case TEXT          only the cases with this text in their names
  --instructions       count instructions too (needs valgrind, takes a while)
  --json               print JSON instead of tables
";

/// The options as given.
#[derive(Default)]
pub struct Options {
    /// The executable of falcogen.
    pub falcogen: PathBuf,
    /// The executable of Helm, if there is one.
    pub helm: Option<PathBuf>,
    /// The folder of rules files, if there is one.
    pub rules: Option<PathBuf>,
    /// The empty program.
    pub empty: PathBuf,
    /// The folder `bench/`, in which everything runs.
    pub folder: PathBuf,
    /// Where outputs are kept and where the programs have their home.
    pub work: PathBuf,
    /// How many runs count.
    pub runs: usize,
    /// How many runs come before.
    pub warm_up: usize,
    /// What a case's name must contain.
    pub case: String,
    /// Whether instructions are counted.
    pub instructions: bool,
    /// Whether the result is JSON.
    pub json: bool,
    charts: Vec<(&'static str, PathBuf)>,
}

impl Options {
    /// Reads the arguments of this process; `None` when help is asked for.
    ///
    /// # Errors
    /// When an option is unknown, misses its value, or names something that does not exist.
    pub fn read() -> Result<Option<Self>> {
        let mut options = Self {
            runs: 60,
            warm_up: 3,
            ..Self::default()
        };
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            let Long(name) = argument else {
                return Err(argument.unexpected().into());
            };
            if name == "help" {
                return Ok(None);
            }
            let name = name.to_owned();
            options.take(&name, &mut arguments)?;
        }
        Ok(Some(options))
    }

    /// The folder that was named for this chart line.
    pub fn chart(&self, line: &ChartLine) -> Option<&Path> {
        self.charts
            .iter()
            .find(|(name, _)| *name == line.name)
            .map(|(_, folder)| folder.as_path())
    }

    fn take(&mut self, name: &str, arguments: &mut lexopt::Parser) -> Result<()> {
        match name {
            "falcogen" => self.falcogen = existing(arguments)?,
            "rules" => self.rules = Some(existing(arguments)?),
            "helm" => self.helm = Some(existing(arguments)?),
            "empty" => self.empty = existing(arguments)?,
            "folder" => self.folder = existing(arguments)?,
            "work" => self.work = existing(arguments)?,
            "runs" => self.runs = arguments.value()?.parse::<usize>()?.max(1),
            "warm-up" => self.warm_up = arguments.value()?.parse()?,
            "case" => self.case = arguments.value()?.string()?,
            "instructions" => self.instructions = true,
            "json" => self.json = true,
            _ => self.take_chart(name, arguments)?,
        }
        Ok(())
    }

    fn take_chart(&mut self, name: &str, arguments: &mut lexopt::Parser) -> Result<()> {
        let line = name.strip_suffix("-chart");
        let Some(line) = CHART_LINES.iter().find(|chart| Some(chart.name) == line) else {
            bail!("`--{name}` is not an option; `--help` lists them");
        };
        let folder = existing(arguments)?;
        check_version(&folder, line)?;
        self.charts.push((line.name, folder));
        Ok(())
    }
}

/// The next value as an absolute path, because the programs run in another folder than the user's.
fn existing(arguments: &mut lexopt::Parser) -> Result<PathBuf> {
    let path = PathBuf::from(arguments.value()?);
    path.canonicalize()
        .with_context(|| format!("`{}` cannot be opened", path.display()))
}

fn check_version(folder: &Path, line: &ChartLine) -> Result<()> {
    let file = folder.join("Chart.yaml");
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("`{}` is not a chart's folder", folder.display()))?;
    if !text
        .lines()
        .any(|found| found.strip_prefix("version:").map(str::trim) == Some(line.version))
    {
        bail!("`{}` is not of version {}", folder.display(), line.version);
    }
    Ok(())
}
