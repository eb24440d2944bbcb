//! Functions on semantic versions.

use std::rc::Rc;

use super::Type::Text;
use super::{Answer, Function, fixed};
use crate::gotemplate::semver::{Version, meets};
use crate::gotemplate::value::{Object, Value};

pub(super) const FUNCTIONS: &[Function] = &[
    fixed("semver", &[Text], |call| {
        Version::read(call.text(0)).map(version)
    }),
    fixed("semverCompare", &[Text, Text], |call| {
        let version = Version::read(call.text(1))?;
        meets(&version, call.text(0)).map(Value::from)
    }),
];

fn version(version: Version) -> Value {
    Value::Object(Rc::new(version))
}

impl Object for Version {
    fn type_name(&self) -> String {
        "*semver.Version".to_owned()
    }

    fn kind(&self) -> &'static str {
        "ptr"
    }

    fn text(&self) -> String {
        self.to_string()
    }

    fn field(&self, name: &str, arguments: &[Value]) -> Option<Answer> {
        let [major, minor, patch] = self.numbers;
        let number = |number| Ok(Value::Unsigned(number));
        let next = |index| Ok(version(self.next(index)));
        Some(match (name, arguments) {
            ("Major", []) => number(major),
            ("Minor", []) => number(minor),
            ("Patch", []) => number(patch),
            ("Prerelease", []) => Ok(self.prerelease.as_str().into()),
            ("Metadata", []) => Ok(self.metadata.as_str().into()),
            ("Original", []) => Ok(self.original.as_str().into()),
            ("String", []) => Ok(self.text().into()),
            ("IncMajor", []) => next(0),
            ("IncMinor", []) => next(1),
            ("IncPatch", []) => next(2),
            ("Compare", [other]) => {
                compare(self, other, |order| Value::Int(i64::from(order as i8)))
            }
            ("Equal", [other]) => compare(self, other, |order| order.is_eq().into()),
            ("LessThan", [other]) => compare(self, other, |order| order.is_lt().into()),
            ("LessThanEqual", [other]) => compare(self, other, |order| order.is_le().into()),
            ("GreaterThan", [other]) => compare(self, other, |order| order.is_gt().into()),
            ("GreaterThanEqual", [other]) => compare(self, other, |order| order.is_ge().into()),
            _ => return None,
        })
    }
}

fn compare(version: &Version, other: &Value, answer: fn(std::cmp::Ordering) -> Value) -> Answer {
    match other {
        Value::Object(other) if other.type_name() == version.type_name() => {
            let other = Version::read(&other.text())?;
            Ok(answer(version.order(&other)))
        }
        _ => Err(format!("expected a version, found {}", other.described())),
    }
}
