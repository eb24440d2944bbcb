//! The field that somebody may have meant.

use super::lookup::Place;
use super::{Fields, KnownField};

impl Fields {
    /// The field with the name most like `name` among those of a place, if one is like it at all.
    #[must_use]
    pub fn similar(&self, name: &str, place: Place<'_>) -> Option<&str> {
        let most = (name.len() / 4).clamp(1, 4);
        let near = self
            .known
            .iter()
            .filter(|field| self.is_listed(field, place))
            .filter(|field| field.name.len().abs_diff(name.len()) <= most)
            .map(|field| (strsim::osa_distance(name, &field.name), &*field.name))
            .filter(|(distance, _)| *distance <= most);
        near.min_by_key(|(distance, _)| *distance)
            .map(|(_, name)| name)
    }

    fn is_listed(&self, field: &KnownField, place: Place<'_>) -> bool {
        self.is_visible(field, place) && !field.traits.contains(super::Trait::Hidden)
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, Place};

    #[test]
    fn a_slip_of_the_pen_is_found() {
        let place = Place {
            source: "syscall",
            engine: 62,
        };
        let similar = |name| Fields::falco().similar(name, place);
        assert_eq!(similar("proc.nmae"), Some("proc.name"));
        assert_eq!(similar("process.name"), Some("proc.name"));
        assert_eq!(similar("evt.typ"), Some("evt.type"));
        assert_eq!(similar("ka.auditd"), None);
        assert_eq!(similar("something.else"), None);
    }
}
