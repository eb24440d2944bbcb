//! What a transformer yields (libs 0.25, `userspace/libsinsp/sinsp_filter_transformers/` and
//! `sinsp_filtercheck_multivalue_transformer.cpp`).

use super::super::fields::Trait;
use super::super::syntax::{Span, Term, Transformer, TransformerKind};
use super::super::types::ValueType;
use super::term::{Kind, Rule, Shape, Terms};
use super::{ProblemKind, TransformerFault};

impl Terms<'_> {
    /// What a transformer yields; nothing if something is wrong with it, which is then reported.
    pub(super) fn transformer(&mut self, transformer: &Transformer) -> Option<Shape> {
        self.check_transformer_engine(transformer);
        let mut shapes = Vec::new();
        for argument in &transformer.arguments {
            shapes.push(self.shape(argument));
        }
        let shapes: Vec<Shape> = shapes.into_iter().collect::<Option<_>>()?;
        let applied = match shapes.as_slice() {
            [shape] => self.apply_to_one(transformer, *shape),
            shapes => apply_to_several(transformer, shapes, self.text),
        };
        applied
            .map_err(|(fault, span)| {
                let transformer = transformer.kind;
                self.report(ProblemKind::Transformer { transformer, fault }, span);
            })
            .ok()
    }

    fn check_transformer_engine(&mut self, transformer: &Transformer) {
        let since = transformer.kind.since();
        if self.scope.engine < since {
            let word = transformer.kind.word();
            self.report(ProblemKind::Later { word, since }, transformer.span);
        }
    }

    fn apply_to_one(&self, transformer: &Transformer, shape: Shape) -> Applied {
        if let Some(argument) = transformer.argument {
            return Err((TransformerFault::NeedlessArgument, argument.span));
        }
        if takes_several(transformer.kind) {
            return Err((TransformerFault::SeveralArguments, transformer.span));
        }
        if transformer.kind == TransformerKind::Val {
            return Ok(shape);
        }
        let fault = if shape.traits.contains(Trait::NoTransformer) {
            TransformerFault::Field(self.first_field(transformer).into())
        } else {
            match transformed(transformer.kind, shape.kind) {
                Some(kind) => return Ok(Shape { kind, ..shape }),
                None => TransformerFault::Type {
                    value_type: shape.kind.value_type,
                    list: shape.kind.list,
                },
            }
        };
        Err((fault, transformer.span))
    }

    fn first_field(&self, transformer: &Transformer) -> &str {
        match transformer.arguments.first() {
            Some(Term::Field(field)) => field.name.of(self.text),
            _ => "",
        }
    }
}

type Applied = Result<Shape, (TransformerFault, Span)>;

fn takes_several(kind: TransformerKind) -> bool {
    use TransformerKind as T;
    matches!(kind, T::Join | T::Concat | T::GetOpt)
}

/// What a transformer of one argument makes of it.
fn transformed(transformer: TransformerKind, kind: Kind) -> Option<Kind> {
    use TransformerKind as T;
    let value_type = kind.value_type;
    let bytes = value_type == ValueType::Bytes;
    match transformer {
        T::Len => (kind.list || bytes || value_type.is_text()).then_some(Kind {
            value_type: ValueType::Uint64,
            list: false,
        }),
        T::B64 => (bytes || value_type == ValueType::Text).then_some(kind),
        _ => value_type.is_text().then_some(kind),
    }
}

fn apply_to_several(transformer: &Transformer, shapes: &[Shape], text: &str) -> Applied {
    use TransformerKind as T;
    match transformer.kind {
        T::Join => check_join(transformer, shapes)?,
        T::Concat => check_concat(transformer, shapes)?,
        T::GetOpt => check_getopt(transformer, shapes)?,
        _ => return Err((TransformerFault::OneArgument, transformer.span)),
    }
    match transformer.argument {
        None => Ok(several(transformer.kind == T::GetOpt)),
        Some(argument) if transformer.kind != T::GetOpt => {
            Err((TransformerFault::NeedlessArgument, argument.span))
        }
        Some(argument) if argument.value(text).len() != 1 => {
            Err((TransformerFault::NotAnOption, argument.span))
        }
        Some(_) => Ok(several(false)),
    }
}

/// Falco takes the result for a text before any transformer, even if it is a list.
fn several(list: bool) -> Shape {
    Shape {
        origin: Shape::text(false).origin,
        rule: Rule::Several,
        ..Shape::text(list)
    }
}

fn check_join(transformer: &Transformer, shapes: &[Shape]) -> Result<(), (TransformerFault, Span)> {
    let [separator, list] = shapes else {
        return Err((TransformerFault::SeveralArguments, transformer.span));
    };
    expect(
        !separator.origin.list,
        TransformerFault::List,
        transformer,
        0,
    )?;
    expect(list.origin.list, TransformerFault::NotAList, transformer, 1)
}

fn check_concat(
    transformer: &Transformer,
    shapes: &[Shape],
) -> Result<(), (TransformerFault, Span)> {
    for (index, shape) in shapes.iter().enumerate() {
        expect(
            !shape.origin.list,
            TransformerFault::List,
            transformer,
            index,
        )?;
        expect_text(*shape, transformer, index)?;
    }
    Ok(())
}

fn check_getopt(
    transformer: &Transformer,
    shapes: &[Shape],
) -> Result<(), (TransformerFault, Span)> {
    let [arguments, options] = shapes else {
        return Err((TransformerFault::SeveralArguments, transformer.span));
    };
    expect(
        arguments.origin.list,
        TransformerFault::NotAList,
        transformer,
        0,
    )?;
    expect(!options.origin.list, TransformerFault::List, transformer, 1)?;
    expect_text(*arguments, transformer, 0)?;
    expect_text(*options, transformer, 1)
}

fn expect_text(
    shape: Shape,
    transformer: &Transformer,
    index: usize,
) -> Result<(), (TransformerFault, Span)> {
    let text = shape.origin.value_type == ValueType::Text;
    expect(text, TransformerFault::NotAText, transformer, index)
}

fn expect(
    condition: bool,
    fault: TransformerFault,
    transformer: &Transformer,
    index: usize,
) -> Result<(), (TransformerFault, Span)> {
    if condition {
        return Ok(());
    }
    let argument = transformer.arguments.get(index);
    Err((fault, argument.map_or(transformer.span, Term::span)))
}
