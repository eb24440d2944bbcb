//! `--show-only`: the objects of some templates.

use super::Object;

/// No object comes from the template that was asked for. The words are Helm's, since programs look for them.
#[derive(Debug, thiserror::Error)]
#[error("could not find template {0} in chart")]
pub struct NoSuchTemplate(String);

impl NoSuchTemplate {
    /// The name that was asked for.
    #[must_use]
    pub fn template(&self) -> &str {
        &self.0
    }
}

/// The objects of the named templates, in the order of the names; all of them if none is named. In a name `*` stands
/// for any part between slashes, and `?` for one character.
///
/// # Errors
/// If a name matches no object.
pub fn select(objects: &[Object], templates: &[String]) -> Result<Vec<Object>, NoSuchTemplate> {
    if templates.is_empty() {
        return Ok(objects.to_vec());
    }
    let mut selected = Vec::new();
    for template in templates {
        let before = selected.len();
        selected.extend(
            objects
                .iter()
                .filter(|object| matches(template, object.template()))
                .cloned(),
        );
        if selected.len() == before {
            return Err(NoSuchTemplate(template.clone()));
        }
    }
    Ok(selected)
}

/// Whether a name matches a pattern, part by part.
fn matches(pattern: &str, name: &str) -> bool {
    let (mut patterns, mut names) = (pattern.split('/'), name.split('/'));
    loop {
        match (patterns.next(), names.next()) {
            (None, None) => return true,
            (Some(pattern), Some(name)) if part_matches(pattern.as_bytes(), name.as_bytes()) => {}
            _ => return false,
        }
    }
}

/// Whether one part of a name matches one part of a pattern. Remembers only the last `*`, so that no pattern takes
/// more than quadratic time.
fn part_matches(pattern: &[u8], name: &[u8]) -> bool {
    let (mut at, mut star) = ((0, 0), None);
    while at.1 < name.len() {
        match pattern.get(at.0) {
            Some(b'*') => {
                star = Some(at);
                at.0 += 1;
            }
            Some(&byte) if byte == b'?' || byte == name[at.1] => at = (at.0 + 1, at.1 + 1),
            _ => match star {
                Some((pattern_at, name_at)) => {
                    star = Some((pattern_at, name_at + 1));
                    at = (pattern_at + 1, name_at + 1);
                }
                None => return false,
            },
        }
    }
    pattern[at.0..].iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stays_within_one_part() {
        assert!(matches("templates/*.yaml", "templates/daemonset.yaml"));
        assert!(matches(
            "templates/config*rules.yaml",
            "templates/configmap-rules.yaml"
        ));
        assert!(matches(
            "templates/?aemonset.yaml",
            "templates/daemonset.yaml"
        ));
        assert!(!matches("*", "templates/daemonset.yaml"));
        assert!(!matches("templates/daemonset", "templates/daemonset.yaml"));
    }
}
