//! Slots: marks in a rendered text that stand for nodes.

use granit_parser::ScalarStyle;

/// Begins a slot.
const SLOT_OPEN: char = '\u{e000}';
/// Ends a slot.
const SLOT_CLOSE: char = '\u{e001}';

/// What a scalar of a rendered text has to do with slots.
#[derive(Clone, Copy)]
pub(super) enum SlotText {
    /// It is the slot of that index.
    Whole(usize),
    /// It holds the mark of a slot, but is not one.
    Part,
}

/// The text that stands for the node of that index, as a whole plain scalar.
#[must_use]
pub fn slot(index: usize) -> String {
    format!("{SLOT_OPEN}{index}{SLOT_CLOSE}")
}

/// What slot a scalar is or holds, if any.
pub(super) fn find(text: &str, style: ScalarStyle) -> Option<SlotText> {
    if !text.contains([SLOT_OPEN, SLOT_CLOSE]) {
        return None;
    }
    let index = text
        .strip_prefix(SLOT_OPEN)
        .and_then(|text| text.strip_suffix(SLOT_CLOSE))
        .filter(|_| style == ScalarStyle::Plain)
        .and_then(|index| index.parse().ok());
    Some(index.map_or(SlotText::Part, SlotText::Whole))
}
