//! What charts say of themselves besides name and version (their Chart.yaml), for templates that ask.

/// What a chart says of itself.
pub struct About {
    /// Its page.
    pub home: &'static str,
    /// Where its source is.
    pub sources: &'static [&'static str],
    /// What it is found by.
    pub keywords: &'static [&'static str],
    /// Names and addresses of those who keep it.
    pub maintainers: &'static [(&'static str, &'static str)],
    /// Its picture.
    pub icon: &'static str,
    /// Its type, if it names one.
    pub kind: &'static str,
    /// Whether it is the chart that is asked for; the metacollector is taken for a subchart of falco.
    pub is_root: bool,
}

/// Of the chart falco.
const FALCO: About = About {
    home: "https://falco.org",
    sources: &["https://github.com/falcosecurity/falco"],
    keywords: &[
        "monitoring",
        "security",
        "alerting",
        "metric",
        "troubleshooting",
        "run-time",
    ],
    maintainers: &[("The Falco Authors", "cncf-falco-dev@lists.cncf.io")],
    icon: "https://raw.githubusercontent.com/cncf/artwork/master/projects/falco/horizontal/color/falco-horizontal-color.svg",
    kind: "",
    is_root: true,
};

/// Of the chart k8s-metacollector.
const K8S_METACOLLECTOR: About = About {
    home: "https://github.com/falcosecurity/k8s-metacollector",
    sources: &["https://github.com/falcosecurity/k8s-metacollector"],
    keywords: &[],
    maintainers: &[("The Falco Authors", "cncf-falco-dev@lists.cncf.io")],
    icon: "",
    kind: "application",
    is_root: false,
};

/// Of a chart that evaluates no templates of values.
const OTHER: About = About {
    home: "",
    sources: &[],
    keywords: &[],
    maintainers: &[],
    icon: "",
    kind: "",
    is_root: true,
};

/// What the chart of a name says of itself.
pub fn about(chart: &str) -> &'static About {
    match chart {
        "falco" => &FALCO,
        "k8s-metacollector" => &K8S_METACOLLECTOR,
        _ => &OTHER,
    }
}
