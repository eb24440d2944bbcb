//! The report for programs. Times are in seconds, memory is in bytes.

use serde_json::{Value, json};

use crate::comparison::{self, Row, Scale};
use crate::measurement::{Figures, Measured, Quantity, Side};
use crate::setting::Setting;

/// The whole report.
pub fn report(setting: &Setting, measured: &[Measured]) -> Value {
    json!({
        "falcogen": setting.falcogen,
        "helm": setting.helm,
        "machine": {
            "processor": setting.processor,
            "processors": setting.processors,
            "kernel": setting.kernel,
        },
        "runs": setting.runs,
        "warm_up": setting.warm_up,
        "memory_floor": setting.memory_floor,
        "notes": setting.remarks,
        "cases": measured.iter().map(case).collect::<Vec<_>>(),
    })
}

fn case(measured: &Measured) -> Value {
    json!({
        "name": measured.case.name,
        "programs": measured.sides().map(program).collect::<Vec<_>>(),
        "ratio": Scale::of(&measured.case.budget).title(),
        "figures": comparison::rows(measured).iter().map(row).collect::<Vec<_>>(),
    })
}

fn program(side: &Side) -> Value {
    let arguments = side
        .program
        .arguments
        .iter()
        .map(|argument| argument.to_string_lossy());
    json!({
        "name": side.name,
        "arguments": arguments.collect::<Vec<_>>(),
        "objects": side.outcome.as_ref().ok().and_then(|runs| runs.objects),
        "error": side.outcome.as_ref().err().map(|error| format!("{error:#}")),
    })
}

fn row(row: &Row) -> Value {
    let quantity = match row.quantity {
        Quantity::Wall => "wall_seconds",
        Quantity::Cpu => "cpu_seconds",
        Quantity::PeakMemory => "peak_memory_bytes",
        Quantity::Instructions => "instructions",
    };
    json!({
        "quantity": quantity,
        "falcogen": row.falcogen.map(figures),
        "peer": row.peer.map(figures),
        "ratio": row.ratio,
        "budget": row.limit.as_ref().map(|limit| json!({
            (if limit.is_least { "at_least" } else { "at_most" }): limit.times,
            "met": limit.is_met,
        })),
    })
}

fn figures(figures: Figures) -> Value {
    json!({ "median": figures.median, "minimum": figures.minimum })
}
