//! Values of the user's that an integration overrides (chart file templates/configmap.yaml).

use super::falco_yaml::{PIPED, printed, switch};
use crate::checks::values::value_without_effect;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Node, Path};

/// What an integration may set: the keys below `falco`, those in falco.yaml, and the integrations that set it.
type Setting = (
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

const GCSCC: &[&str] = &["gcscc"];
const ALL: &[&str] = &["natsOutput", "snsOutput", "pubsubOutput", "gcscc"];

const SETTINGS: [Setting; 8] = [
    (&["jsonOutput"], &["json_output"], ALL),
    (
        &["jsonIncludeOutputProperty"],
        &["json_include_output_property"],
        &PIPED,
    ),
    (
        &["fileOutput", "enabled"],
        &["file_output", "enabled"],
        &PIPED,
    ),
    (
        &["fileOutput", "keepAlive"],
        &["file_output", "keep_alive"],
        &PIPED,
    ),
    (
        &["fileOutput", "filename"],
        &["file_output", "filename"],
        &PIPED,
    ),
    (
        &["programOutput", "enabled"],
        &["program_output", "enabled"],
        GCSCC,
    ),
    (
        &["programOutput", "keepAlive"],
        &["program_output", "keep_alive"],
        GCSCC,
    ),
    (
        &["programOutput", "program"],
        &["program_output", "program"],
        GCSCC,
    ),
];

/// Warns of each value below `falco` that the user wrote and that is not what an integration made of falco.yaml.
pub fn check(values: &Node, falco_yaml: &Node, diagnostics: &mut Diagnostics) {
    for (setting, option, integrations) in SETTINGS {
        let on = |name: &&'static str| Some((*name, switch(values, name)?));
        let path = [&["falco"], setting].concat();
        if let (Some((integration, switch)), Some(found)) =
            (integrations.iter().find_map(on), values.at(&path))
            && found.origin.span().is_some()
            && falco_yaml.at(option) != Some(&printed(values, setting))
        {
            let path = Path::keys(path);
            diagnostics.push(value_without_effect::set_by_integration(
                &path,
                found,
                integration,
                switch,
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::charts::stable::tests::derived;

    /// What is said of these values below `falco` while the integration is on.
    fn said(falco: &str, integration: &str) -> Vec<String> {
        let region = match integration {
            "snsOutput" => ", aws_default_region: r",
            _ => "",
        };
        let integrations = format!("{{{integration}: {{enabled: true{region}}}}}");
        let on = format!("falco: {falco}\nintegrations: {integrations}");
        derived(&on, None).1
    }

    #[test]
    fn what_the_pipe_takes_over_has_no_effect() {
        let falco = "{jsonOutput: false, jsonIncludeOutputProperty: 'no', fileOutput: {filename: /a, keepAlive: false}}";
        for integration in ["natsOutput", "snsOutput", "pubsubOutput"] {
            assert_eq!(
                said(falco, integration),
                [
                    "warning: `falco.jsonOutput` has no effect",
                    "warning: `falco.jsonIncludeOutputProperty` has no effect",
                    "warning: `falco.fileOutput.filename` has no effect",
                    "warning: `falco.fileOutput.keepAlive` has no effect",
                ],
                "{integration}"
            );
        }
    }

    #[test]
    fn gcscc_takes_over_the_program_and_leaves_the_file() {
        let falco = "{jsonOutput: false, jsonIncludeOutputProperty: false, fileOutput: {filename: /a}, programOutput: {program: p}}";
        assert_eq!(
            said(falco, "gcscc"),
            [
                "warning: `falco.jsonOutput` has no effect",
                "warning: `falco.programOutput.program` has no effect",
            ]
        );
    }

    #[test]
    fn what_is_as_the_integration_has_it_is_no_mistake() {
        let falco =
            "{jsonOutput: true, fileOutput: {enabled: 'yes', filename: /var/run/falco/nats}}";
        assert_eq!(said(falco, "natsOutput"), [""; 0]);
    }

    #[test]
    fn without_an_integration_every_value_has_its_effect() {
        let falco = "falco: {jsonOutput: false, programOutput: {program: p}}";
        assert_eq!(derived(falco, None).1, [""; 0]);
    }
}
