//! What the compiler of conditions refuses and warns of, by examples.

use super::super::{Events, Fields, event_types, parse};
use super::{Problem, Scope, check};

/// What is wrong with a condition, in the order of the text, each with where it is.
fn problems_in(text: &str, source: &str, engine: u32) -> Vec<(String, String)> {
    let scope = Scope::new(Fields::falco(), source, engine);
    let problems = check(&parse(text, 1000).unwrap(), text, &scope);
    let place = |problem: &Problem| problem.span.of(text).to_owned();
    let words = |problem: &Problem| problem.kind.to_string();
    let problems = problems.iter();
    problems.map(|one| (place(one), words(one))).collect()
}

fn problem(text: &str) -> (String, String) {
    let problems = problems_in(text, "syscall", 63);
    assert_eq!(problems.len(), 1, "{text}: {problems:?}");
    problems.into_iter().next().unwrap()
}

fn words(text: &str) -> String {
    problem(text).1
}

fn place(text: &str) -> String {
    problem(text).0
}

fn help(text: &str) -> String {
    let scope = Scope::new(Fields::falco(), "syscall", 63);
    let problems = check(&parse(text, 1000).unwrap(), text, &scope);
    problems[0].kind.help(&scope).unwrap()
}

#[track_caller]
fn is_fine(text: &str) {
    assert_eq!(problems_in(text, "syscall", 63), [], "{text}");
}

#[test]
fn a_sound_condition_has_no_problems() {
    is_fine("evt.type in (open, openat) and (proc.name = cat or not fd.name startswith /etc)");
    is_fine("some_macro and fd.sip in (10.0.0.1) and fd.snet = \"10.0.0.0/8\" and fd.sport = http");
    is_fine("proc.aname[2] = bash and evt.rawarg.flags = 3 and fd.types intersects (ipv4, ipv6)");
    is_fine("tolower(proc.name) = cat and len(fd.name) > 3 and proc.name = val(proc.pname)");
    is_fine("join(\",\", (proc.name, fd.name)) contains x and concat(proc.name, \"x\") = ax");
}

#[test]
fn every_problem_is_reported_in_order() {
    let problems = problems_in(
        "a.b = 1 and m and evt.num = x or not c.d exists",
        "syscall",
        63,
    );
    let places: Vec<_> = problems.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["a.b", "x", "c.d"]);
}

#[test]
fn fields_belong_to_sources() {
    assert_eq!(problems_in("ka.verb = get", "k8s_audit", 63), []);
    assert_eq!(problems_in("jevt.value[/a] = get", "other", 63), []);
    assert!(words("ka.verb = get").contains("`k8s_audit`"));
    assert_eq!(words("proc.nmae = x"), "there is no field `proc.nmae`");
    assert_eq!(help("proc.nmae = x"), "did you mean `proc.name`?");
    assert_eq!(help("evt.type = opena"), "did you mean `open`?");
}

#[test]
fn operators_fit_types() {
    assert_eq!(place("evt.num contains 1"), "contains");
    assert_eq!(place("fd.types = ipv4"), "=");
    assert_eq!(place("fd.ip startswith oneof (a, b)"), "startswith oneof");
    assert_eq!(place("proc.name bcontains 41"), "bcontains");
    is_fine("evt.buffer bcontains 4142");
    assert_eq!(place("evt.buffer bcontains 414"), "414");
}

#[test]
fn values_fit_types() {
    assert_eq!(words("evt.num = 0x10"), "`0x10` is not a number");
    assert_eq!(words("evt.is_async = yes"), "`yes` is not a boolean");
    assert_eq!(
        words("fd.snet = 10.0.0.0"),
        "`10.0.0.0` has no network mask"
    );
    assert_eq!(place("fd.sip in (10.0.0.1, 10.0.0)"), "10.0.0");
    assert_eq!(
        words("evt.type in (open, opena)"),
        "there are no events of type `opena`"
    );
    assert!(words(&format!("proc.name = {}", "a".repeat(256))).contains("255"));
}

#[test]
fn expressions_are_those_of_posix() {
    is_fine("proc.name regex \"a[0-9]+b\"");
    assert!(words(r#"proc.name regex "a\\d+b""#).contains("escape"));
    assert_eq!(
        words("proc.name regex \".*abc.*\""),
        "this needs no regular expression"
    );
    assert_eq!(
        problems_in(r#"proc.name regex "a\\d+b""#, "syscall", 58),
        []
    );
}

#[test]
fn transformers_fit_types() {
    assert_eq!(
        words("tolower(evt.num) = 1"),
        "`tolower` does not take values of type UINT64"
    );
    assert_eq!(
        words("len(evt.type) = 4"),
        "there are no events of type `4`"
    );
    assert_eq!(place("tolower(proc.aname) = x"), "tolower(proc.aname)");
    assert_eq!(place("join(\",\", proc.name) = x"), "proc.name");
    assert_eq!(place("concat(proc.name, fd.types) = x"), "fd.types");
    assert_eq!(words("join(proc.name) = x"), "`join` takes two arguments");
    assert_eq!(
        words("tolower(proc.name, fd.name) = x"),
        "`tolower` takes one argument"
    );
    is_fine("getopt((proc.name, \"a\"), \"ab:\")[b] = x");
    assert_eq!(place("getopt((proc.name, \"a\"), \"ab:\")[bc] = x"), "bc");
    // Transformers of several arguments look at the fields, not at what transformers have made of them.
    is_fine("concat(len(proc.name), \"x\") = 1x");
}

#[test]
fn fields_are_compared_with_fields_of_their_type() {
    assert_eq!(place("proc.name = val(proc.pid)"), "val(proc.pid)");
    assert_eq!(place("proc.name pmatch val(proc.pname)"), "val(proc.pname)");
    assert_eq!(place("fd.snet = val(fd.sip)"), "val(fd.sip)");
    assert_eq!(place("proc.aname = val(proc.name)"), "val(proc.name)");
    // Falco does not look at the type of what a transformer of several arguments is compared with.
    is_fine("concat(proc.name, \"x\") = len(fd.name)");
    is_fine("proc.pid = val(proc.ppid) or proc.name = tolower(proc.pname)");
}

#[test]
fn falco_warns_of_what_may_be_meant_otherwise() {
    for (text, words) in [
        (
            "proc.name = proc.pname",
            "`proc.pname` is compared as a text, not as the field",
        ),
        (
            "proc.name = \"tolower( proc.pname )\"",
            "`tolower(proc.pname)` is compared as a text, not as a transformer",
        ),
        ("evt.dir = <", "`evt.dir` is deprecated"),
        (
            "jevt.value[/a] = \"<NA>\"",
            "a field without value is not `<NA>` when it is compared",
        ),
    ] {
        let scope = Scope::new(Fields::falco(), "syscall", 63);
        let problems = check(&parse(text, 1000).unwrap(), text, &scope);
        assert_eq!(problems.len(), 1, "{text}");
        assert_eq!(problems[0].kind.to_string(), words);
        assert!(!problems[0].is_error());
    }
    is_fine("proc.name = \"<NA>\" and proc.name = a.out and proc.name = proc.nothing");
}

#[test]
fn unknown_fields_and_events_are_told_apart_from_other_faults() {
    let unknown = |text: &str| {
        let scope = Scope::new(Fields::falco(), "syscall", 63);
        let problems = check(&parse(text, 1000).unwrap(), text, &scope);
        problems[0].is_unknown_filter()
    };
    assert!(unknown("a.b exists") && unknown("proc.name[1] exists") && unknown("evt.type = opena"));
    assert!(!unknown("evt.arg.zzz exists") && !unknown("container.label exists"));
    assert!(!unknown("evt.num = x"));
}

#[test]
fn older_engines_know_less() {
    assert_eq!(problems_in("proc.name = oneof (a, b)", "syscall", 62), []);
    assert_eq!(
        problems_in("proc.name = oneof (a, b)", "syscall", 61).len(),
        1
    );
    assert_eq!(problems_in("len(fd.name) > 3", "syscall", 43).len(), 1);
    assert_eq!(problems_in("proc.pgid exists", "syscall", 43).len(), 1);
    assert_eq!(problems_in("evt.dir = <", "syscall", 55), []);
}

#[test]
fn the_deepest_condition_can_be_checked() {
    let deepest = |open: &str, inner: &str, close: &str, rest: &str| {
        let text = |depth: usize| [&open.repeat(depth), inner, &close.repeat(depth), rest].concat();
        let depth = (1..1000)
            .rev()
            .find(|depth| parse(&text(*depth), 1000).is_ok());
        text(depth.unwrap())
    };
    let scope = Scope::new(Fields::falco(), "syscall", 63);
    for text in [
        deepest("not (proc.name = a or ", "proc.name = b", ")", ""),
        deepest("tolower(", "proc.name", ")", " = x"),
        deepest("concat(\"a\", ", "proc.name", ")", " = x"),
    ] {
        let expression = parse(&text, 1000).unwrap();
        assert_eq!(check(&expression, &text, &scope), []);
        let events = event_types(&expression, &text, 63, &[], &mut |_| Events::any());
        assert!(events.is_ok());
    }
}
