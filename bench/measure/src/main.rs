//! The benchmark: falcogen beside `helm template` and beside an empty program, in one run.
//!
//! `bench/run` builds everything and starts this program. It reports and never judges: its exit
//! status is 0 whatever the figures are, and 2 if the command line is wrong.

mod cases;
mod comparison;
mod json;
mod many_rules;
mod measurement;
mod options;
mod process;
mod setting;
mod table;

use std::process::ExitCode;

use cases::{CASES, Case};
use measurement::Measured;
use options::Options;
use setting::Setting;

fn main() -> ExitCode {
    match Options::read() {
        Ok(Some(options)) => {
            if let Err(error) = many_rules::make(&options.work) {
                eprintln!("bench: cannot make rules files: {error}");
                return ExitCode::from(2);
            }
            report(&options);
        }
        Ok(None) => print!("{}", options::HELP),
        Err(error) => {
            eprintln!("bench: {error:#}");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn report(options: &Options) {
    let setting = Setting::read(options);
    let cases = CASES.iter().filter(|case| is_wanted(case, options));
    let measured = cases.map(|case| measurement::measure(case, options));
    if options.json {
        let measured: Vec<Measured> = measured.collect();
        println!("{:#}", json::report(&setting, &measured));
    } else {
        print!("{}", table::heading(&setting));
        measured.for_each(|measured| print!("\n{}", table::table(&measured)));
    }
}

fn is_wanted(case: &Case, options: &Options) -> bool {
    let chart = case.chart().and_then(|line| options.chart(line));
    let can_run = chart.is_some() || !case.falcogen_reads_chart();
    let can_run = can_run && (options.rules.is_some() || !case.reads_rules());
    can_run && case.name.contains(&options.case)
}
