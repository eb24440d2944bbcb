//! The values that a template works on: what YAML and JSON can hold, in the types that Go gives them.
//!
//! Go tells `int`, `int64`, `uint64` and `float64` apart, and so do the functions that answer for types; numbers of
//! a values file are `float64`. Maps are shared: what `set` changes is seen through every variable that holds the map.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// One value of a template's data.
#[derive(Clone)]
pub enum Value {
    /// Nothing: `nil`, a null, or the value of a missing key.
    Nil,
    /// `bool`.
    Bool(bool),
    /// `int`: whole numbers in the template's text and most of what functions count.
    Int(i64),
    /// `int64`: what arithmetic answers, and whole numbers of `--set`.
    Int64(i64),
    /// `uint64`: the parts of a version.
    Unsigned(u64),
    /// `float64`: every number of a values file.
    Float(f64),
    /// `string`.
    Text(Rc<str>),
    /// A slice.
    List(List),
    /// A map with texts as keys.
    Map(Map),
    /// A thing with fields and methods.
    Object(Rc<dyn Object>),
}

/// A thing that is not plain data, such as the capabilities of a cluster or a semantic version.
pub trait Object {
    /// Go's name of its type, as `typeOf` answers and messages name it.
    fn type_name(&self) -> String;

    /// Go's kind of its type, as `kindOf` answers.
    fn kind(&self) -> &'static str {
        "struct"
    }

    /// What printing it gives.
    fn text(&self) -> String;

    /// The field of that name, or what the method of that name answers to the arguments. `None` if it has neither.
    ///
    /// # Errors
    /// What is wrong with the arguments, in words that quote no value.
    fn field(&self, name: &str, arguments: &[Value]) -> Option<Result<Value, String>>;

    /// Its elements, if it can be walked, measured and indexed like a list or map.
    fn contents(&self) -> Option<Value> {
        None
    }

    /// The moment that it stands for in seconds since 1970 and nanoseconds, if it is one.
    fn moment(&self) -> Option<(i64, u32)> {
        None
    }
}

/// What the elements of a list or map are declared to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Element {
    /// Anything: what YAML and JSON give, and `list` and `dict`.
    Any,
    /// Texts only: what splitting gives.
    Text,
    /// `int` only: what counting gives.
    Int,
    /// Lists of anything.
    List,
}

impl Element {
    fn go_type(self) -> &'static str {
        match self {
            Element::Any => "interface {}",
            Element::Text => "string",
            Element::Int => "int",
            Element::List => "[]interface {}",
        }
    }
}

/// A list; never changes.
#[derive(Clone)]
pub struct List {
    items: Rc<Items>,
    element: Element,
}

/// A map in the order of its keys, which all who hold it share.
#[derive(Clone)]
pub struct Map {
    entries: Rc<Entries>,
    element: Element,
}

struct Items(Vec<Value>);
struct Entries(RefCell<BTreeMap<Rc<str>, Value>>);

impl Drop for Items {
    fn drop(&mut self) {
        release(std::mem::take(&mut self.0));
    }
}

impl Drop for Entries {
    fn drop(&mut self) {
        release(std::mem::take(self.0.get_mut()).into_values().collect());
    }
}

/// Lets go of values without recursion, since a template can nest them deeper than the stack is.
fn release(mut values: Vec<Value>) {
    while let Some(value) = values.pop() {
        match value {
            Value::List(List { items, .. }) => {
                if let Some(mut items) = Rc::into_inner(items) {
                    values.append(&mut items.0);
                }
            }
            Value::Map(Map { entries, .. }) => {
                if let Some(mut entries) = Rc::into_inner(entries) {
                    values.extend(std::mem::take(entries.0.get_mut()).into_values());
                }
            }
            _ => {}
        }
    }
}

impl List {
    /// A list of these values, declared to hold `element`.
    #[must_use]
    pub fn new(items: Vec<Value>, element: Element) -> List {
        let items = Rc::new(Items(items));
        List { items, element }
    }

    /// Its values.
    #[must_use]
    pub fn items(&self) -> &[Value] {
        &self.items.0
    }

    /// What its elements are declared to be.
    #[must_use]
    pub fn element(&self) -> Element {
        self.element
    }
}

impl Map {
    /// A map of these entries, declared to hold `element`.
    #[must_use]
    pub fn new(entries: BTreeMap<Rc<str>, Value>, element: Element) -> Map {
        let entries = Rc::new(Entries(RefCell::new(entries)));
        Map { entries, element }
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Value> {
        self.entries.0.borrow().get(key).cloned()
    }

    /// Gives a key a value, for all who hold the map.
    pub fn insert(&self, key: Rc<str>, value: Value) {
        let before = self.entries.0.borrow_mut().insert(key, value);
        drop(before);
    }

    /// Takes a key out, for all who hold the map.
    pub fn remove(&self, key: &str) {
        let before = self.entries.0.borrow_mut().remove(key);
        drop(before);
    }

    /// Its entries now, in the order of the keys.
    #[must_use]
    pub fn entries(&self) -> Vec<(Rc<str>, Value)> {
        let entries = self.entries.0.borrow();
        entries
            .iter()
            .map(|(key, value)| (Rc::clone(key), value.clone()))
            .collect()
    }

    /// How many entries it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.0.borrow().len()
    }

    /// Whether it has no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What its elements are declared to be.
    #[must_use]
    pub fn element(&self) -> Element {
        self.element
    }
}

impl Value {
    /// A list of anything.
    #[must_use]
    pub fn list(items: Vec<Value>) -> Value {
        Value::List(List::new(items, Element::Any))
    }

    /// A list of texts.
    #[must_use]
    pub fn texts<T: Into<Value>>(items: impl IntoIterator<Item = T>) -> Value {
        let items = items.into_iter().map(Into::into).collect();
        Value::List(List::new(items, Element::Text))
    }

    /// A map of anything.
    #[must_use]
    pub fn map<K: Into<Rc<str>>>(entries: impl IntoIterator<Item = (K, Value)>) -> Value {
        let entries = entries.into_iter().map(|(key, value)| (key.into(), value));
        Value::Map(Map::new(entries.collect(), Element::Any))
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The values in it, if it is a list or can be walked as one.
    #[must_use]
    pub fn as_list(&self) -> Option<List> {
        match self {
            Value::List(list) => Some(list.clone()),
            Value::Object(object) => object.contents()?.as_list(),
            _ => None,
        }
    }

    /// Whether `if` takes it for true: anything but nothing, false, zero and what has no elements.
    #[must_use]
    pub fn is_true(&self) -> bool {
        match self {
            Value::Nil => false,
            Value::Bool(truth) => *truth,
            Value::Int(number) | Value::Int64(number) => *number != 0,
            Value::Unsigned(number) => *number != 0,
            Value::Float(number) => *number != 0.0,
            Value::Text(text) => !text.is_empty(),
            Value::List(list) => !list.items().is_empty(),
            Value::Map(map) => !map.is_empty(),
            Value::Object(object) => object.contents().is_none_or(|contents| contents.is_true()),
        }
    }

    /// What it is, for messages: the kind, and Go's type where kinds have several.
    #[must_use]
    pub fn described(&self) -> String {
        match self {
            Value::Nil => "nothing".to_owned(),
            Value::Bool(_) => "a boolean".to_owned(),
            Value::Int(_) | Value::Int64(_) | Value::Unsigned(_) => {
                format!("a whole number ({})", self.go_type())
            }
            Value::Float(_) => "a number (float64)".to_owned(),
            Value::Text(_) => "a text".to_owned(),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "a map".to_owned(),
            Value::Object(object) => format!("an object ({})", object.type_name()),
        }
    }

    /// Go's name of its type.
    #[must_use]
    pub fn go_type(&self) -> String {
        match self {
            Value::Nil => "<nil>".to_owned(),
            Value::List(list) => format!("[]{}", list.element.go_type()),
            Value::Map(map) => format!("map[string]{}", map.element.go_type()),
            Value::Object(object) => object.type_name(),
            _ => self.go_kind().to_owned(),
        }
    }

    /// Go's name of the kind of its type.
    #[must_use]
    pub fn go_kind(&self) -> &'static str {
        match self {
            Value::Nil => "invalid",
            Value::Bool(_) => "bool",
            Value::Int(_) => "int",
            Value::Int64(_) => "int64",
            Value::Unsigned(_) => "uint64",
            Value::Float(_) => "float64",
            Value::Text(_) => "string",
            Value::List(_) => "slice",
            Value::Map(_) => "map",
            Value::Object(object) => object.kind(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text.into())
    }
}

impl From<Rc<str>> for Value {
    fn from(text: Rc<str>) -> Value {
        Value::Text(text)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Value {
        Value::Bool(truth)
    }
}
