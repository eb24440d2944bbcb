//! Runs the two programs of a case in turns and sums up what the runs cost.
//!
//! In turns, so that whatever else the machine does hits both; median and minimum, because the noise of a shared
//! machine only ever adds.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::cases::{Case, Peer};
use crate::many_rules;
use crate::options::Options;
use crate::process::{Program, Sample};

/// What is read of every run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// Seconds that passed.
    Wall,
    /// Seconds of processor time, user and system.
    Cpu,
    /// Bytes resident at the peak.
    PeakMemory,
    /// Instructions in user space; the same for every run, or nearly so.
    Instructions,
}

/// A quantity over all runs of a program.
#[derive(Clone, Copy)]
pub struct Figures {
    /// The middle: half of the runs cost less, half more.
    pub median: f64,
    /// The cheapest run.
    pub minimum: f64,
}

/// All quantities, in the order of the tables.
pub const QUANTITIES: [Quantity; 4] = [
    Quantity::Wall,
    Quantity::Cpu,
    Quantity::PeakMemory,
    Quantity::Instructions,
];

/// One program of a case: what was started and what came of it.
pub struct Side {
    /// `falcogen`, `helm` or `empty program`.
    pub name: &'static str,
    /// The program.
    pub program: Program,
    /// The runs, or why there are none.
    pub outcome: Result<Runs>,
}

/// The runs of one program.
pub struct Runs {
    samples: Vec<Sample>,
    instructions: Option<u64>,
    /// The Kubernetes objects that each run rendered, where it is a chart that was rendered.
    pub objects: Option<usize>,
}

/// A measured case.
pub struct Measured {
    /// The row of the table.
    pub case: &'static Case,
    /// Always there, though perhaps without runs.
    pub falcogen: Side,
    /// `None` when Helm or its chart was not named.
    pub peer: Option<Side>,
}

impl Measured {
    /// falcogen, then its peer.
    pub fn sides(&self) -> impl Iterator<Item = &Side> {
        [Some(&self.falcogen), self.peer.as_ref()]
            .into_iter()
            .flatten()
    }
}

impl Runs {
    /// Sums up one quantity, if it was measured.
    pub fn figures(&self, quantity: Quantity) -> Option<Figures> {
        let mut values = self.values(quantity);
        values.sort_by(f64::total_cmp);
        let lower = values.len().checked_sub(1)? / 2;
        let upper = values.len() / 2;
        Some(Figures {
            median: f64::midpoint(values[lower], values[upper]),
            minimum: values[0],
        })
    }

    #[expect(clippy::cast_precision_loss, reason = "nothing here comes near 2^53")]
    fn values(&self, quantity: Quantity) -> Vec<f64> {
        let samples = self.samples.iter();
        match quantity {
            Quantity::Wall => samples.map(|sample| sample.wall.as_secs_f64()).collect(),
            Quantity::Cpu => samples.map(|sample| sample.cpu.as_secs_f64()).collect(),
            Quantity::PeakMemory => samples.map(|sample| sample.peak_memory as f64).collect(),
            Quantity::Instructions => self
                .instructions
                .iter()
                .map(|count| *count as f64)
                .collect(),
        }
    }
}

/// Measures one case.
pub fn measure(case: &'static Case, options: &Options) -> Measured {
    let mut falcogen = side("falcogen", falcogen(case, options), case, options);
    let mut peer = peer(case, options).map(|(name, program)| side(name, program, case, options));
    for _ in 0..options.warm_up {
        take(&mut falcogen, peer.as_mut(), |_, _| ());
    }
    for _ in 0..options.runs {
        take(&mut falcogen, peer.as_mut(), |runs, sample| {
            runs.samples.push(sample);
        });
    }
    Measured {
        case,
        falcogen,
        peer,
    }
}

/// One turn: each program once.
fn take(falcogen: &mut Side, peer: Option<&mut Side>, keep: impl Fn(&mut Runs, Sample)) {
    for side in [Some(falcogen), peer].into_iter().flatten() {
        let Ok(runs) = &mut side.outcome else {
            continue;
        };
        match side.program.run() {
            Ok(sample) => keep(runs, sample),
            Err(error) => side.outcome = Err(error),
        }
    }
}

/// Tries the program once, with its output kept for whoever wants to see what was measured.
fn side(name: &'static str, program: Program, case: &Case, options: &Options) -> Side {
    let outcome = attempt(name, &program, case, options);
    Side {
        name,
        program,
        outcome,
    }
}

fn attempt(name: &str, program: &Program, case: &Case, options: &Options) -> Result<Runs> {
    let file = format!("{} {name}", case.name).replace(|c: char| !c.is_alphanumeric(), "-");
    let output = options.work.join("output").join(file + ".stdout");
    program.run_into(&output)?;
    let objects = match case.chart() {
        Some(_) => Some(count_objects(&output)?),
        None => None,
    };
    Ok(Runs {
        samples: Vec::with_capacity(options.runs),
        instructions: count_instructions(program, options),
        objects,
    })
}

/// A program that renders nothing is fast, but shows nothing.
fn count_objects(output: &Path) -> Result<usize> {
    let text = std::fs::read_to_string(output)?;
    let objects = text
        .lines()
        .filter(|line| line.starts_with("kind:"))
        .count();
    ensure!(objects > 0, "it rendered no object");
    Ok(objects)
}

fn count_instructions(program: &Program, options: &Options) -> Option<u64> {
    if !options.instructions {
        return None;
    }
    let count = program.count_instructions();
    if let Err(error) = &count {
        eprintln!("bench: {}: {error:#}", program.path.display());
    }
    count.ok()
}

fn falcogen(case: &Case, options: &Options) -> Program {
    program(&options.falcogen, case.falcogen, case, options)
}

fn peer(case: &Case, options: &Options) -> Option<(&'static str, Program)> {
    match case.peer {
        Peer::EmptyProgram => Some(("empty program", program(&options.empty, &[], case, options))),
        Peer::Helm(chart, arguments) => {
            options.chart(chart)?;
            Some((
                "helm",
                program(options.helm.as_ref()?, arguments, case, options),
            ))
        }
    }
}

fn program(path: &Path, arguments: &[&str], case: &Case, options: &Options) -> Program {
    let chart = case.chart().and_then(|line| options.chart(line));
    let chart = chart
        .map(|folder| folder.display().to_string())
        .unwrap_or_default();
    let rules = options.rules.as_ref();
    let rules = rules
        .map(|folder| folder.display().to_string())
        .unwrap_or_default();
    let many_rules = many_rules::folder(&options.work).display().to_string();
    let filled_in = |argument: &&str| {
        let argument = argument.replace("{chart}", &chart);
        let argument = argument.replace("{many-rules}", &many_rules);
        argument.replace("{rules}", &rules).into()
    };
    Program {
        path: path.to_owned(),
        arguments: arguments.iter().map(filled_in).collect(),
        folder: options.folder.clone(),
        home: options.work.join("home"),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Quantity, Runs, Sample};

    fn runs(milliseconds: &[u64]) -> Runs {
        let sample = |wall: &u64| Sample {
            wall: Duration::from_millis(*wall),
            cpu: Duration::ZERO,
            peak_memory: 0,
        };
        Runs {
            samples: milliseconds.iter().map(sample).collect(),
            instructions: None,
            objects: None,
        }
    }

    #[test]
    fn the_median_of_an_even_number_of_runs_lies_between_the_middle_two() {
        let figures = runs(&[4000, 1000, 9000, 2000]).figures(Quantity::Wall);
        let figures = figures.map(|figures| (figures.median, figures.minimum));
        assert_eq!(figures, Some((3.0, 1.0)));
    }

    #[test]
    fn a_quantity_without_values_has_no_figures() {
        assert!(runs(&[]).figures(Quantity::Wall).is_none());
        assert!(runs(&[1]).figures(Quantity::Instructions).is_none());
    }
}
