//! What holds for every condition and output, whatever it says.

use proptest::prelude::*;

use super::super::{Fields, check_output, event_types, parse, parse_term};
use super::{Scope, check};

/// Conditions put together of what conditions are made of, and of anything.
fn conditions() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(&[
            "evt.type", "evt.num", "fd.sip", "fd.snet", "fd.types", "proc.aname[2]", "evt.arg.flags", "evt.buffer",
            "evt.rawarg.res", "container.label[a]", "ka.verb", "evt.dir", "proc.env[é]", "a.b", "thread.cgroup.x",
            " = ", " != ", " in ", " regex ", " contains ", " bcontains ", " exists", " and ", " or ", "not ", " oneof ",
            "(", ")", ",", "open", "1", "10.0.0.0/8", "::1", "true", "'<NA>'", "\"(a|b)*\"", "\"\\\\d\"", "''", "[a]",
            "tolower(", "len(", "join(", "concat(", "getopt(", "val(", "%", "5",
        ][..]).prop_map(String::from),
        1 => ".{0,3}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn problems_lie_within_the_condition(text in conditions(), engine in 26_u32..64) {
        let scope = Scope::new(Fields::falco(), "syscall", engine);
        if let Ok(expression) = parse(&text, 100) {
            for problem in check(&expression, &text, &scope) {
                prop_assert!(text.get(problem.span.start as usize..problem.span.end as usize).is_some());
                prop_assert!(!problem.kind.to_string().is_empty());
                let _ = problem.kind.help(&scope);
            }
            let _ = event_types(&expression, &text, engine, &[], &mut |_| super::super::Events::any());
        }
    }

    #[test]
    fn fields_lie_within_the_output(text in conditions()) {
        let scope = Scope::new(Fields::falco(), "syscall", 63);
        let format = format!("%{text}%{text}");
        let output = check_output(&format, &scope);
        for span in output.problems.iter().map(|problem| problem.span)
            .chain(output.fields.iter().flat_map(|field| [field.span, field.written]))
        {
            prop_assert!(format.get(span.start as usize..span.end as usize).is_some());
        }
        for field in output.fields {
            let written = field.span.of(&format);
            prop_assert_eq!(parse_term(written, 100).map(|(_, length)| length), Ok(written.len()));
        }
    }
}
