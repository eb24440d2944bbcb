//! What is said of a rule or macro that is not given, and can be looked at by itself.

use std::sync::Arc;

use super::exception::{self, with_exceptions};
use super::item::Exception;
use super::read::{Update, Way};
use super::set::Collecting;
use super::text::Text;
use crate::diagnostic::Item;
use crate::source::Span;

/// A part of a change of something that is not given.
#[derive(Clone, Debug)]
pub struct Fragment {
    /// What is changed.
    pub item: Item,
    /// The source of its events.
    pub source: Arc<str>,
    /// What it says.
    pub kind: FragmentKind,
}

/// What a part of a change says.
#[derive(Clone, Debug)]
pub enum FragmentKind {
    /// A condition as far as it is known: what is not is a comparison that is right.
    Condition(Text),
    /// An output.
    Output(Text),
}

/// A comparison in the place of a condition that is not known.
const UNKNOWN: &str = "evt.num >= 0";

impl Collecting<'_> {
    /// Notes what is appended to the condition of something that is not given.
    pub(super) fn appended_condition(&mut self, item: &Item, more: &Text) {
        if let Some(at) = more.start() {
            let mut whole = unknown(at);
            whole.push(" ", at);
            whole.push_text(more);
            self.fragment(item, FragmentKind::Condition(whole));
        }
    }

    /// Notes what a change says of a rule that is not given.
    pub(super) fn changed_rule(&mut self, item: &Item, update: Update) {
        match (update.way, &update.condition) {
            (Way::Append, Some(more)) => self.appended_condition(item, more),
            (Way::Replace, Some(condition)) => {
                self.fragment(item, FragmentKind::Condition(condition.clone()));
            }
            (_, None) => {}
        }
        if let Some(output) = update.output {
            self.fragment(item, FragmentKind::Output(output));
        }
        for exception in update.exceptions.into_iter().flatten() {
            // Without fields it adds to one that is not given.
            if exception.fields.is_given() {
                self.added_exception(item, exception);
            }
        }
    }

    fn added_exception(&mut self, item: &Item, mut exception: Exception) {
        let source = self.environment.source_of_maintained(item);
        let refusal = match exception::check(&mut exception, Some(&source), self.environment) {
            Some(refusal) => Some(refusal),
            None if exception.values.is_empty() => None,
            None => match with_exceptions(&unknown(exception.at), &[exception]) {
                Ok(condition) => {
                    self.fragment(item, FragmentKind::Condition(condition));
                    None
                }
                Err(refusal) => Some(*refusal),
            },
        };
        if let Some(refusal) = refusal {
            self.say(refusal, item);
        }
    }

    fn fragment(&mut self, item: &Item, kind: FragmentKind) {
        let source = self.environment.source_of_maintained(item);
        self.set.fragments.push(Fragment {
            item: item.clone(),
            source,
            kind,
        });
    }
}

/// A condition that is not known.
fn unknown(at: Span) -> Text {
    let mut text = Text::default();
    text.push(UNKNOWN, at);
    text
}
