//! Where another word than Falco's is right, with the reason.

use super::corpus::{Said, Verdict};

/// A code of Falco that has no counterpart, or one of ours that Falco does not give.
struct Difference {
    /// The start of the file's name.
    file: &'static str,
    /// Falco's code.
    code: &'static str,
    /// Why.
    reason: &'static str,
}

const K8S_AUDIT: &str = "the verdict's Falco has no plugin k8saudit, whose source is known here";

/// What Falco says and is not said here.
const NOT_SAID: [Difference; 4] = [
    Difference {
        file: "source_k8s_audit_noplugin.yaml",
        code: "LOAD_UNKNOWN_SOURCE",
        reason: K8S_AUDIT,
    },
    Difference {
        file: "redefine_rule_different_source.yaml",
        code: "LOAD_UNKNOWN_SOURCE",
        reason: K8S_AUDIT,
    },
    Difference {
        file: "append_across_sources.yaml",
        code: "LOAD_UNKNOWN_SOURCE",
        reason: K8S_AUDIT,
    },
    Difference {
        file: "selective_replace_across_sources.yaml",
        code: "LOAD_UNKNOWN_SOURCE",
        reason: K8S_AUDIT,
    },
];

/// What is said here and not by Falco.
const SAID_BESIDES: [Difference; 0] = [];

/// Whether it is known that Falco's word has no counterpart; the reason is printed.
pub fn is_not_said(verdict: &Verdict, said: &Said) -> bool {
    is_known(&NOT_SAID, &verdict.name, &said.code)
}

/// Whether it is known that our word has no counterpart at Falco; the reason is printed.
pub fn is_said_besides(verdict: &Verdict, code: &str) -> bool {
    is_known(&SAID_BESIDES, &verdict.name, code)
}

fn is_known(differences: &[Difference], file: &str, code: &str) -> bool {
    let mut differences = differences.iter();
    let known = differences.find(|known| known.code == code && file.starts_with(known.file));
    if let Some(known) = known {
        eprintln!("{file}: {code} differs: {}", known.reason);
    }
    known.is_some()
}
