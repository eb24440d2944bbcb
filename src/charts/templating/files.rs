//! `.Files`: the files beside a chart's templates, of which the program has none.

use crate::gotemplate::{Element, List, Object, Value};

/// No files. To Helm a file that is not there is an empty text, and what is made of no files is the YAML of an empty map.
pub struct Files;

impl Object for Files {
    fn type_name(&self) -> String {
        "engine.files".to_owned()
    }

    fn kind(&self) -> &'static str {
        "map"
    }

    fn text(&self) -> String {
        "map[]".to_owned()
    }

    fn field(&self, name: &str, arguments: &[Value]) -> Option<Result<Value, String>> {
        let (wanted, answer) = match name {
            "Get" => (1, "".into()),
            "GetBytes" => (1, Value::List(List::new(Vec::new(), Element::Int))),
            "Lines" => (1, Value::texts::<Value>([])),
            "Glob" => (1, Value::Object(std::rc::Rc::new(Files))),
            "AsConfig" | "AsSecrets" => (0, "{}".into()),
            _ => return None,
        };
        let are_texts = arguments.iter().all(|given| given.as_text().is_some());
        Some(if arguments.len() == wanted && are_texts {
            Ok(answer)
        } else {
            Err(format!("`{name}` takes {wanted} texts"))
        })
    }

    fn contents(&self) -> Option<Value> {
        Some(Value::map::<&str>([]))
    }
}
