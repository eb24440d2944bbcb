//! What is measured: the chart lines, and one row for each case. A new case is a new row of [`CASES`].

/// A chart that Helm renders beside falcogen. It is not part of the project; the user names its folder with
/// `--NAME-chart DIR`.
pub struct ChartLine {
    /// As falcogen's own `--chart` calls it.
    pub name: &'static str,
    /// The version that falcogen's line equals; with another one the comparison would mean little.
    pub version: &'static str,
}

/// The program that does the same work beside falcogen.
pub enum Peer {
    /// Helm with these arguments; `{chart}` stands for the folder of the chart.
    Helm(&'static ChartLine, &'static [&'static str]),
    /// A static Rust program with an empty `main`: the least that any process costs.
    EmptyProgram,
}

/// What the design allows falcogen to cost, measured by its peer.
pub enum Budget {
    /// At least so many times less than the peer.
    TimesLess {
        /// For wall time and for CPU time.
        time: f64,
        /// For peak memory.
        memory: f64,
    },
    /// At most so many times the peer's wall time and CPU time; memory is shown only.
    TimesThePeer(f64),
    /// No budget: the figures are shown for what they are.
    Open,
}

/// One row: a piece of work, who else does it, and what it may cost.
pub struct Case {
    /// The heading of its table.
    pub name: &'static str,
    /// falcogen's arguments; `{chart}` stands for the folder of the peer's chart, `{rules}` for that of `--rules`,
    /// `{many-rules}` for one that the benchmark makes.
    pub falcogen: &'static [&'static str],
    /// The other side of the table.
    pub peer: Peer,
    /// Shown beside the ratios, never asserted.
    pub budget: Budget,
}

impl Case {
    /// The chart whose folder this case needs for its peer.
    pub fn chart(&self) -> Option<&'static ChartLine> {
        match self.peer {
            Peer::Helm(chart, _) => Some(chart),
            Peer::EmptyProgram => None,
        }
    }

    /// Whether falcogen itself reads the chart's folder, so that it cannot run without it.
    pub fn falcogen_reads_chart(&self) -> bool {
        self.falcogen
            .iter()
            .any(|argument| argument.contains("{chart}"))
    }

    /// Whether it needs a folder of rules files.
    pub fn reads_rules(&self) -> bool {
        self.falcogen.contains(&"{rules}")
    }
}

const FALCO: ChartLine = ChartLine {
    name: "falco",
    version: "9.1.0",
};

const STABLE: ChartLine = ChartLine {
    name: "stable",
    version: "1.0.10",
};

/// Every chart line for which there is a `--NAME-chart` option.
pub const CHART_LINES: &[&ChartLine] = &[&FALCO, &STABLE];

const DEFAULT_RENDER: Budget = Budget::TimesLess {
    time: 25.0,
    memory: 6.0,
};

/// The budget of a rendering with everything on, in which the user's values are read and validated too.
const EVERYTHING: Budget = Budget::TimesLess {
    time: 15.0,
    memory: 6.0,
};

/// The table. File names are relative to the folder `bench/`.
pub const CASES: &[Case] = &[
    Case {
        name: "falco, default values",
        falcogen: &["template", "falco", "falco"],
        peer: Peer::Helm(&FALCO, &["template", "falco", "{chart}"]),
        budget: DEFAULT_RENDER,
    },
    Case {
        name: "falco, everything on, with all subcharts",
        falcogen: &[
            "template",
            "falco",
            "falco",
            "-f",
            "values/falco-everything.yaml",
        ],
        peer: Peer::Helm(
            &FALCO,
            &[
                "template",
                "falco",
                "{chart}",
                "-f",
                "values/falco-everything.yaml",
            ],
        ),
        budget: EVERYTHING,
    },
    Case {
        name: "stable, default values",
        falcogen: &["template", "falco", "--chart", "stable"],
        peer: Peer::Helm(&STABLE, &["template", "falco", "{chart}"]),
        budget: DEFAULT_RENDER,
    },
    // The chart always embeds its rules files, falcogen only when told to: here both carry the same bytes.
    Case {
        name: "stable, default values, with the chart's rules files",
        falcogen: &[
            "template",
            "falco",
            "--chart",
            "stable",
            "--base-rules",
            "{chart}/rules",
        ],
        peer: Peer::Helm(&STABLE, &["template", "falco", "{chart}"]),
        budget: Budget::Open,
    },
    Case {
        name: "stable, everything on",
        falcogen: &[
            "template",
            "falco",
            "--chart",
            "stable",
            "-f",
            "values/stable-everything.yaml",
        ],
        peer: Peer::Helm(
            &STABLE,
            &[
                "template",
                "falco",
                "{chart}",
                "-f",
                "values/stable-everything.yaml",
            ],
        ),
        budget: EVERYTHING,
    },
    // There is no peer: Falco checks rules only when all of it starts. For the rules that Falco maintains, falcogen is
    // designed to need less than 15 ms.
    Case {
        name: "checking rules",
        falcogen: &["rules", "check", "{rules}"],
        peer: Peer::EmptyProgram,
        budget: Budget::Open,
    },
    // No peer takes a folder of rules. falcogen is designed to need less than 100 ms, checks of all rules included.
    Case {
        name: "falco, with 1,000 rules files of a folder",
        falcogen: &["render", "--rules-dir", "{many-rules}"],
        peer: Peer::EmptyProgram,
        budget: Budget::Open,
    },
    Case {
        name: "start-up",
        falcogen: &["--version"],
        peer: Peer::EmptyProgram,
        budget: Budget::TimesThePeer(3.0),
    },
];
