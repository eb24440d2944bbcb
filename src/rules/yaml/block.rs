//! Scalars in the lines below `|` or `>`.
//!
//! After `ScanBlockScalar` and `ScanScalar` in `src/scantoken.cpp` and `src/scanscalar.cpp` of yaml-cpp.

use std::ops::Range;

use super::Reason;
use super::cursor::{Cursor, Fault, is_blank};
use super::decoded::Decoded;

/// What becomes of the breaks at the end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chomp {
    Clip,
    Strip,
    Keep,
}

/// What the line of the `|` or `>` says.
pub(super) struct Header {
    folded: bool,
    chomp: Chomp,
    /// The digit, if there is one.
    pub indent: Option<usize>,
}

/// Reads the header of a block, to the end of its line.
pub(super) fn header(cursor: &mut Cursor) -> Result<Header, Fault> {
    let mut header = Header {
        folded: cursor.step() == b'>',
        chomp: Chomp::Clip,
        indent: None,
    };
    let mut chomped = false;
    for _ in 0..2 {
        match cursor.peek(0) {
            sign @ (b'+' | b'-') if !chomped => {
                header.chomp = if sign == b'+' {
                    Chomp::Keep
                } else {
                    Chomp::Strip
                };
                chomped = true;
            }
            b'0' if header.indent.is_none() => {
                return Err((cursor.at + 1, Reason::BlockIndentation));
            }
            digit @ b'1'..=b'9' if header.indent.is_none() => {
                header.indent = Some(usize::from(digit - b'0'));
            }
            _ => break,
        }
        cursor.at += 1;
    }
    rest_of_line(cursor)?;
    Ok(header)
}

/// Nothing but a comment may follow; it needs no blank before it.
fn rest_of_line(cursor: &mut Cursor) -> Result<(), Fault> {
    cursor.eat_blanks();
    if cursor.peek(0) == b'#' {
        cursor.eat_line();
    }
    if cursor.is_at_end() || cursor.is_at_break() {
        Ok(())
    } else {
        Err((cursor.at, Reason::BlockHeader))
    }
}

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Header,
    Empty,
    Text,
    /// A line with more blanks before its text than indent it.
    MoreIndented,
}

/// The lines of a block while they are read.
struct Lines<'h> {
    header: &'h Header,
    indent: usize,
    /// Whether a line with text was found.
    found: bool,
    before: Line,
    /// Empty lines for which nothing is put yet.
    empty: usize,
    /// Whether a more indented line is before them.
    after_more_indented: bool,
}

/// Reads the lines of a block, from the end of its header. They are indented by `indent` if the header has a digit, else
/// by that at least. What comes back is the offset of the end of its last line with text.
pub(super) fn block(
    cursor: &mut Cursor,
    decoded: &mut Decoded,
    header: &Header,
    indent: usize,
) -> Result<usize, Fault> {
    let mut lines = Lines::new(header, indent);
    let mut end = cursor.at;
    loop {
        let start = cursor.at;
        cursor.eat_line();
        if cursor.at > start {
            lines.found = true;
            end = cursor.at;
            decoded.copy(start..end);
        }
        if cursor.is_at_end() || !lines.next(cursor, decoded)? {
            break;
        }
    }
    chomp(decoded, header.chomp);
    Ok(end)
}

impl<'h> Lines<'h> {
    fn new(header: &'h Header, indent: usize) -> Self {
        Lines {
            header,
            indent,
            found: false,
            before: Line::Header,
            empty: 0,
            after_more_indented: false,
        }
    }

    /// Goes to the text of the next line and puts what stands for the break; whether the line belongs to the block.
    fn next(&mut self, cursor: &mut Cursor, decoded: &mut Decoded) -> Result<bool, Fault> {
        let start = cursor.at;
        cursor.eat_break();
        self.eat_indentation(cursor)?;
        let line = line_at(cursor);
        let belongs = line == Line::Empty || cursor.column() >= self.indent;
        if self.header.folded && self.empty == 0 && line == Line::Empty {
            self.after_more_indented = self.before == Line::MoreIndented;
        }
        let between = start..cursor.at;
        if self.before != Line::Header {
            if self.header.folded {
                self.fold(decoded, line, belongs, between);
            } else {
                decoded.put('\n', 1, between);
            }
        }
        self.before = line;
        Ok(belongs)
    }

    /// Goes behind the blanks that are indentation, which all those of the first lines are.
    fn eat_indentation(&mut self, cursor: &mut Cursor) -> Result<(), Fault> {
        let detects = self.header.indent.is_none() && !self.found;
        while cursor.peek(0) == b' ' && (detects || cursor.column() < self.indent) {
            cursor.at += 1;
        }
        if detects {
            self.indent = self.indent.max(cursor.column());
        }
        if cursor.peek(0) == b'\t' && cursor.column() < self.indent {
            return Err((cursor.at, Reason::Tab));
        }
        Ok(())
    }

    /// Puts a blank for one break, and breaks for more of them or beside lines that are more indented.
    fn fold(&mut self, decoded: &mut Decoded, line: Line, belongs: bool, between: Range<usize>) {
        if line == Line::Empty {
            self.empty += 1;
            return;
        }
        let meets = self.before == Line::Text && line == Line::Text && belongs;
        decoded.put(if meets { ' ' } else { '\n' }, 1, between.clone());
        if self.empty > 0 {
            let further = self.after_more_indented || line == Line::MoreIndented || !self.found;
            decoded.put('\n', self.empty - 1 + usize::from(further), between);
            self.empty = 0;
        }
    }
}

/// What the line is whose indentation is read.
fn line_at(cursor: &Cursor) -> Line {
    if cursor.is_at_break() {
        Line::Empty
    } else if is_blank(cursor.peek(0)) {
        Line::MoreIndented
    } else {
        Line::Text
    }
}

/// Drops the breaks at the end that the header does not want.
fn chomp(decoded: &mut Decoded, chomp: Chomp) {
    let last = decoded.text.bytes().rposition(|byte| byte != b'\n');
    let kept = match (chomp, last) {
        (Chomp::Keep, _) => return,
        (_, None) => 0,
        (Chomp::Clip, Some(last)) => last + 2,
        (Chomp::Strip, Some(last)) => last + 1,
    };
    decoded.truncate(kept.min(decoded.text.len()));
}
