//! The figures of both programs side by side, with their ratios and what the design asks of them:
//! what the tables and the JSON report both show.

use crate::cases::Budget;
use crate::measurement::{Figures, Measured, QUANTITIES, Quantity};

/// How the ratios of a case are to be read.
#[derive(Clone, Copy)]
pub enum Scale {
    /// How many times less falcogen needs than its peer: more is better.
    TimesLess,
    /// How many times as much falcogen needs as its peer: less is better.
    TimesThePeer,
}

/// One quantity of a case.
pub struct Row {
    /// What the row is about.
    pub quantity: Quantity,
    /// falcogen's figures, if it ran.
    pub falcogen: Option<Figures>,
    /// The peer's figures, if it ran.
    pub peer: Option<Figures>,
    /// The ratio of the medians, if both ran.
    pub ratio: Option<f64>,
    /// What the design asks of the ratio, if it asks anything.
    pub limit: Option<Limit>,
}

/// A budget applied to a ratio.
pub struct Limit {
    /// The figure in the design.
    pub times: f64,
    /// Whether the ratio has to reach the figure; else it has to stay within it.
    pub is_least: bool,
    /// Whether it does.
    pub is_met: bool,
}

/// One row for each quantity that was measured.
pub fn rows(measured: &Measured) -> Vec<Row> {
    let row = |quantity| Row::of(measured, quantity);
    QUANTITIES.into_iter().filter_map(row).collect()
}

impl Scale {
    /// The scale on which a budget is given.
    pub fn of(budget: &Budget) -> Self {
        match budget {
            Budget::TimesLess { .. } | Budget::Open => Self::TimesLess,
            Budget::TimesThePeer(_) => Self::TimesThePeer,
        }
    }

    /// Its title in a report.
    pub fn title(self) -> &'static str {
        match self {
            Self::TimesLess => "times less",
            Self::TimesThePeer => "times the peer",
        }
    }

    fn ratio(self, falcogen: f64, peer: f64) -> f64 {
        match self {
            Self::TimesLess => peer / falcogen,
            Self::TimesThePeer => falcogen / peer,
        }
    }

    fn limit(self, ratio: f64, times: f64) -> Limit {
        let (is_least, is_met) = match self {
            Self::TimesLess => (true, ratio >= times),
            Self::TimesThePeer => (false, ratio <= times),
        };
        Limit {
            times,
            is_least,
            is_met,
        }
    }
}

impl Row {
    fn of(measured: &Measured, quantity: Quantity) -> Option<Self> {
        let mut figures = measured
            .sides()
            .map(|side| side.outcome.as_ref().ok()?.figures(quantity));
        let (falcogen, peer) = (figures.next().flatten(), figures.next().flatten());
        if falcogen.is_none() && peer.is_none() {
            return None;
        }
        let scale = Scale::of(&measured.case.budget);
        let both = falcogen.zip(peer);
        let ratio = both.map(|(falcogen, peer)| scale.ratio(falcogen.median, peer.median));
        let limit = ratio.zip(times(&measured.case.budget, quantity));
        Some(Self {
            quantity,
            falcogen,
            peer,
            ratio,
            limit: limit.map(|(ratio, times)| scale.limit(ratio, times)),
        })
    }
}

/// The figure that a budget holds for a quantity.
fn times(budget: &Budget, quantity: Quantity) -> Option<f64> {
    match (quantity, budget) {
        (Quantity::Wall | Quantity::Cpu, Budget::TimesLess { time, .. }) => Some(*time),
        (Quantity::Wall | Quantity::Cpu, Budget::TimesThePeer(times)) => Some(*times),
        (Quantity::PeakMemory, Budget::TimesLess { memory, .. }) => Some(*memory),
        _ => None,
    }
}
