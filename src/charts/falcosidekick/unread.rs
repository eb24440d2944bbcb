//! Values that nothing in the chart reads, though it has them.

use crate::checks::values::value_without_effect;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Node, Path};

/// Reports the header that n8n expects and the chart does not pass on.
pub fn check(values: &Node, diagnostics: &mut Diagnostics) {
    for (key, instead) in [
        ("headerauthname", "N8N_HEADERAUTHNAME"),
        ("headerauthvalue", "N8N_HEADERAUTHVALUE"),
    ] {
        let path = ["config", "n8n", key];
        if let Some(found) = values.at(&path).filter(|found| found.is_true()) {
            let path = Path::keys(path);
            let reason = "nothing in the chart reads this";
            let help = format!("set the environment variable `{instead}` by `config.extraEnv`");
            diagnostics.push(value_without_effect::idle(&path, found, reason, &help));
        }
    }
}
