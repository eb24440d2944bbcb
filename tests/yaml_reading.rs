//! What YAML texts mean, side by side with what Kubernetes' own reader (sigs.k8s.io/yaml 1.6) makes of them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use falcogen::diagnostic::Diagnostics;
use falcogen::source::{SourceKind, Sources};
use falcogen::yaml::{self, Kind, Limits, Node};

/// Texts and the JSON that Kubernetes' reader turns them into.
const MEANINGS: &[(&str, &str)] = &[
    // Words.
    ("a: y", r#"{"a":true}"#),
    ("a: N", r#"{"a":false}"#),
    ("a: yes", r#"{"a":true}"#),
    ("a: Yes", r#"{"a":true}"#),
    ("a: YES", r#"{"a":true}"#),
    ("a: yEs", r#"{"a":"yEs"}"#),
    ("a: no", r#"{"a":false}"#),
    ("a: On", r#"{"a":true}"#),
    ("a: oN", r#"{"a":"oN"}"#),
    ("a: off", r#"{"a":false}"#),
    ("a: OFF", r#"{"a":false}"#),
    ("a: true", r#"{"a":true}"#),
    ("a: tRue", r#"{"a":"tRue"}"#),
    ("a: False", r#"{"a":false}"#),
    ("a: null", r#"{"a":null}"#),
    ("a: NULL", r#"{"a":null}"#),
    ("a: nUll", r#"{"a":"nUll"}"#),
    ("a: ~", r#"{"a":null}"#),
    ("a: ~a", r#"{"a":"~a"}"#),
    ("a: ", r#"{"a":null}"#),
    // Numbers.
    ("a: 0", r#"{"a":0}"#),
    ("a: -0", r#"{"a":0}"#),
    ("a: +1", r#"{"a":1}"#),
    ("a: 0644", r#"{"a":420}"#),
    ("a: 0o17", r#"{"a":15}"#),
    ("a: 0O17", r#"{"a":15}"#),
    ("a: 0x1F", r#"{"a":31}"#),
    ("a: 0xfg", r#"{"a":"0xfg"}"#),
    ("a: 0b101", r#"{"a":5}"#),
    ("a: 0b12", r#"{"a":"0b12"}"#),
    ("a: 0x", r#"{"a":"0x"}"#),
    ("a: 08", r#"{"a":8}"#),
    ("a: 0899", r#"{"a":899}"#),
    ("a: -017", r#"{"a":-15}"#),
    ("a: 1_000", r#"{"a":1000}"#),
    ("a: 1__0", r#"{"a":10}"#),
    ("a: _1", r#"{"a":"_1"}"#),
    ("a: 1_000.5", r#"{"a":1000.5}"#),
    ("a: .5", r#"{"a":0.5}"#),
    ("a: -.5", r#"{"a":-0.5}"#),
    ("a: .5_0", r#"{"a":0.5}"#),
    ("a: ._5", r#"{"a":"._5"}"#),
    ("a: 5.", r#"{"a":5}"#),
    ("a: 1e3", r#"{"a":1000}"#),
    ("a: 1E+3", r#"{"a":1000}"#),
    ("a: 1.5e3", r#"{"a":1500}"#),
    ("a: 1e", r#"{"a":"1e"}"#),
    ("a: 1.2.3", r#"{"a":"1.2.3"}"#),
    ("a: 1,000", r#"{"a":"1,000"}"#),
    ("a: 1:20", r#"{"a":"1:20"}"#),
    ("a: 0.10", r#"{"a":0.1}"#),
    ("a: 1e400", r#"{"a":"1e400"}"#),
    ("a: 1e-400", r#"{"a":0}"#),
    ("a: 12345678901", r#"{"a":12345678901}"#),
    ("a: 9223372036854775807", r#"{"a":9223372036854775807}"#),
    ("a: 9223372036854775808", r#"{"a":9223372036854775808}"#),
    ("a: -9223372036854775808", r#"{"a":-9223372036854775808}"#),
    ("a: 18446744073709551615", r#"{"a":18446744073709551615}"#),
    ("a: 18446744073709551616", r#"{"a":18446744073709552000}"#),
    ("a: 0xFFFFFFFFFFFFFFFF", r#"{"a":18446744073709551615}"#),
    ("a: 0b-1", r#"{"a":-1}"#),
    ("a: 1e21", r#"{"a":1e+21}"#),
    ("a: inf", r#"{"a":"inf"}"#),
    ("a: .", r#"{"a":"."}"#),
    ("a: =", r#"{"a":"="}"#),
    ("a: <<", r#"{"a":"<<"}"#),
    // Texts.
    ("a: 2001-12-14", r#"{"a":"2001-12-14"}"#),
    (
        "a: 2001-12-14t21:59:43.10-05:00",
        r#"{"a":"2001-12-14t21:59:43.10-05:00"}"#,
    ),
    ("a: a%", r#"{"a":"a%"}"#),
    ("a: a@", r#"{"a":"a@"}"#),
    ("a: 'it''s'", r#"{"a":"it's"}"#),
    (r"a: '\n'", r#"{"a":"\\n"}"#),
    (r#"a: "a\tb""#, r#"{"a":"a\tb"}"#),
    (r#"a: "\x41\u00e9\U0001F600""#, r#"{"a":"Aé😀"}"#),
    (
        r#"a: "\e\a\0\v\b\f\N\_\L\P""#,
        "{\"a\":\"\\u001b\\u0007\\u0000\\u000b\\b\\f\u{85}\u{a0}\u{2028}\u{2029}\"}",
    ),
    ("a: a:b", r#"{"a":"a:b"}"#),
    ("a: a :b", r#"{"a":"a :b"}"#),
    ("a: a#b", r#"{"a":"a#b"}"#),
    ("a: a #b", r#"{"a":"a"}"#),
    ("a: a|b", r#"{"a":"a|b"}"#),
    ("a: -a", r#"{"a":"-a"}"#),
    ("a: ?a", r#"{"a":"?a"}"#),
    ("a: a]", r#"{"a":"a]"}"#),
    ("a: a{b", r#"{"a":"a{b"}"#),
    ("a: 日本", r#"{"a":"日本"}"#),
    ("a: 😀", r#"{"a":"😀"}"#),
    ("a: a\tb", r#"{"a":"a\tb"}"#),
    ("a:   a  b  ", r#"{"a":"a  b"}"#),
    (r"a: C:\dir", r#"{"a":"C:\\dir"}"#),
    ("a: http://x/y?z=1#f", r#"{"a":"http://x/y?z=1#f"}"#),
    ("a: http://x #f", r#"{"a":"http://x"}"#),
    ("a: 'yes'", r#"{"a":"yes"}"#),
    (r#"a: "1""#, r#"{"a":"1"}"#),
    // Tags.
    ("a: !!str 12", r#"{"a":"12"}"#),
    ("a: !!str", r#"{"a":""}"#),
    ("a: !!str ~", r#"{"a":"~"}"#),
    (r#"a: !!int "12""#, r#"{"a":12}"#),
    ("a: !!int '0x1F'", r#"{"a":31}"#),
    ("a: !!float 1", r#"{"a":1}"#),
    ("a: !!bool 'yes'", r#"{"a":true}"#),
    ("a: !!null ''", r#"{"a":null}"#),
    ("a: !!binary aGVsbG8=", r#"{"a":"hello"}"#),
    ("a: !!timestamp 2001-12-14", r#"{"a":"2001-12-14"}"#),
    ("a: !!seq x", r#"{"a":"x"}"#),
    ("a: !!foo x", r#"{"a":"x"}"#),
    ("a: !foo 12", r#"{"a":"12"}"#),
    ("a: !foo", r#"{"a":""}"#),
    ("a: ! 12", r#"{"a":"12"}"#),
    ("a: !<tag:yaml.org,2002:int> '12'", r#"{"a":12}"#),
    ("a: !!set {a, b}", r#"{"a":{"a":null,"b":null}}"#),
    ("a: !!omap [a: 1]", r#"{"a":[{"a":1}]}"#),
    ("a: !!null {a: 1}", r#"{"a":{"a":1}}"#),
    // Keys.
    ("1: a", r#"{"1":"a"}"#),
    ("yes: a", r#"{"true":"a"}"#),
    ("1.5: a", r#"{"1.5":"a"}"#),
    ("0x10: a", r#"{"16":"a"}"#),
    ("1e3: a", r#"{"1000":"a"}"#),
    ("1e6: a", r#"{"1e+06":"a"}"#),
    ("123456.7: a", r#"{"123456.7":"a"}"#),
    ("0.00001: a", r#"{"1e-05":"a"}"#),
    ("1e300: a", r#"{".inf":"a"}"#),
    ("-.inf: a", r#"{"-.inf":"a"}"#),
    ("2001-01-01: a", r#"{"2001-01-01":"a"}"#),
    ("'yes': a", r#"{"yes":"a"}"#),
    ("!!str 1: a", r#"{"1":"a"}"#),
    ("? a\n: b", r#"{"a":"b"}"#),
    ("? a\n? b\n", r#"{"a":null,"b":null}"#),
    ("? |\n  a\n: b", r#"{"a\n":"b"}"#),
    ("? a\n:\n- b\n", r#"{"a":["b"]}"#),
    ("&k a: b\nc: *k", r#"{"a":"b","c":"a"}"#),
    ("x: &k 1\n*k : b", r#"{"x":1,"1":"b"}"#),
    ("a  b : c", r#"{"a  b":"c"}"#),
    (r#"{"a":1,"b":2}"#, r#"{"a":1,"b":2}"#),
    ("{a:1}", r#"{"a:1":null}"#),
    ("{a: , b: }", r#"{"a":null,"b":null}"#),
    ("{a, b: 1}", r#"{"a":null,"b":1}"#),
    ("[a: b, c: d]", r#"[{"a":"b"},{"c":"d"}]"#),
    ("[? a : b]", r#"[{"a":"b"}]"#),
    ("[a, b, ]", r#"["a","b"]"#),
    ("[a:b]", r#"["a:b"]"#),
    ("{a: http://x}", r#"{"a":"http://x"}"#),
    ("[a, #c\n b]", r#"["a","b"]"#),
    (r#"{"a":b}"#, r#"{"a":"b"}"#),
    // Block texts.
    ("a: |\n  foo\n  bar\n", r#"{"a":"foo\nbar\n"}"#),
    ("a: |-\n  foo\n\n", r#"{"a":"foo"}"#),
    ("a: |+\n  foo\n\nb: 1\n", r#"{"a":"foo\n\n","b":1}"#),
    (
        "a: >\n  a\n  b\n\n  c\n   d\n  e\n",
        r#"{"a":"a b\nc\n d\ne\n"}"#,
    ),
    ("a: >-\n\n  a\n\n\n  b\n", r#"{"a":"\na\n\nb"}"#),
    ("a: |2-\n   foo\n", r#"{"a":" foo"}"#),
    ("a: | # c\n  foo\n", r#"{"a":"foo\n"}"#),
    ("a: |\n  foo", r#"{"a":"foo"}"#),
    (
        "a: |\n  foo\n    bar\n  baz\n",
        r#"{"a":"foo\n  bar\nbaz\n"}"#,
    ),
    ("a: |\n  # foo\n  bar\n", r##"{"a":"# foo\nbar\n"}"##),
    ("a: !!int |-\n  1\n", r#"{"a":1}"#),
    ("a: |\r\n  foo\r\n  bar\r\n", r#"{"a":"foo\nbar\n"}"#),
    ("a:\n- |\n  foo\n- b\n", r#"{"a":["foo\n","b"]}"#),
    ("a: |-\n  foo\n  \n\nb: 1\n", r#"{"a":"foo","b":1}"#),
    ("a: >\n  - a\n  - b\n", r#"{"a":"- a - b\n"}"#),
    // Several lines.
    ("a: b\n\n  c", r#"{"a":"b\nc"}"#),
    ("a: \"b\n  c\"", r#"{"a":"b c"}"#),
    ("a: 'b\n\n  c'", r#"{"a":"b\nc"}"#),
    ("a: \"b \\\n  c\"", r#"{"a":"b c"}"#),
    ("a: b\r\n  c\r\n", r#"{"a":"b c"}"#),
    ("a:\n  b\n c", r#"{"a":"b c"}"#),
    ("a: \"  b  \n  c  \"", r#"{"a":"  b c  "}"#),
    // Structure.
    (
        "a:\n  b: 1\n  c:\n    d: 2\n",
        r#"{"a":{"b":1,"c":{"d":2}}}"#,
    ),
    ("a:\n- 1\n- 2\n", r#"{"a":[1,2]}"#),
    ("- a: 1\n  b: 2\n- c\n", r#"[{"a":1,"b":2},"c"]"#),
    ("- - 1\n  - 2\n- - 3\n", "[[1,2],[3]]"),
    (
        "a:\n-\n- b: 1\n  c: 2\n-\n  - d\n",
        r#"{"a":[null,{"b":1,"c":2},["d"]]}"#,
    ),
    ("a:\nb:\n", r#"{"a":null,"b":null}"#),
    ("a: {\n  b: 1,\n}\n", r#"{"a":{"b":1}}"#),
    ("a: [\n  1,\n# c\n  2]\n", r#"{"a":[1,2]}"#),
    ("a:\tb", r#"{"a":"b"}"#),
    ("a: 1\t# c\n", r#"{"a":1}"#),
    ("a: # c\n  b", r#"{"a":"b"}"#),
    // Aliases and merges.
    ("a: &x\n  b: 1\nc: *x", r#"{"a":{"b":1},"c":{"b":1}}"#),
    (
        "a: &x 1\nb: *x\nc: &x 2\nd: *x\n",
        r#"{"a":1,"b":1,"c":2,"d":2}"#,
    ),
    ("a: &x\nb: *x", r#"{"a":null,"b":null}"#),
    (
        "a: &x {b: 1, c: 2}\nd:\n  b: 3\n  <<: *x\n",
        r#"{"a":{"b":1,"c":2},"d":{"b":1,"c":2}}"#,
    ),
    (
        "a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  b: 3\n",
        r#"{"a":{"b":1,"c":2},"d":{"b":3,"c":2}}"#,
    ),
    (
        "a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne:\n  <<: [*x, *y]\n",
        r#"{"a":{"b":1},"c":{"b":2,"d":3},"e":{"b":1,"d":3}}"#,
    ),
    (
        "a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne:\n  <<: *x\n  <<: *y\n",
        r#"{"a":{"b":1},"c":{"b":2,"d":3},"e":{"b":2,"d":3}}"#,
    ),
    ("<<: [{a: 1}, {a: 2, b: 3}]\n", r#"{"a":1,"b":3}"#),
    ("<<: []\n", "{}"),
    ("\"<<\": {a: 1}\n", r#"{"<<":{"a":1}}"#),
    ("!!str <<: {a: 1}\n", r#"{"<<":{"a":1}}"#),
    ("!!merge '<<': {a: 1}\n", r#"{"a":1}"#),
    ("! '<<': {a: 1}\n", r#"{"a":1}"#),
    ("a: &k <<\n*k : {a: 1}\n", r#"{"a":"<<","<<":{"a":1}}"#),
    ("<<: {<<: {a: 1}, b: 2}\n", r#"{"a":1,"b":2}"#),
    (
        "b: &b {x: 1}\nc: &c\n  <<: *b\n  y: 2\nd:\n  <<: *c\n  x: 3\n",
        r#"{"b":{"x":1},"c":{"x":1,"true":2},"d":{"x":3,"true":2}}"#,
    ),
    ("&k <<: {a: 1}\n*k : b\n", r#"{"a":1,"<<":"b"}"#),
    // Documents.
    ("", "null"),
    ("# c\n", "null"),
    ("---\n", "null"),
    ("--- a\n", r#""a""#),
    ("--- {a: 1}\n", r#"{"a":1}"#),
    ("---\na: 1\n...\n", r#"{"a":1}"#),
    ("# c\n---\na: 1\n", r#"{"a":1}"#),
    ("a: 1\n---\n", r#"{"a":1}"#),
    ("a: 1\n---\n# c\n", r#"{"a":1}"#),
    ("%YAML 1.1\n---\na: 1\n", r#"{"a":1}"#),
    (
        "%TAG !y! tag:yaml.org,2002:\n---\na: !y!int '1'\n",
        r#"{"a":1}"#,
    ),
    ("a: ---", r#"{"a":"---"}"#),
    // Encodings.
    ("\u{feff}a: 1\n", r#"{"a":1}"#),
    ("\u{feff}", "null"),
    ("a: b\u{feff}\n", "{\"a\":\"b\u{feff}\"}"),
    ("a: \u{feff}b\n", "{\"a\":\"\u{feff}b\"}"),
    ("a: 1\r\nb: 2\r\n", r#"{"a":1,"b":2}"#),
    ("a: 1\rb: 2\r", r#"{"a":1,"b":2}"#),
    ("é: ü\nñ:\n- 日本\n", r#"{"é":"ü","ñ":["日本"]}"#),
];

/// Texts that are refused, and the code that says why.
const REFUSALS: &[(&str, &str)] = &[
    ("a: 1\nb: 2\na: 3", "duplicate-key"),
    ("1: a\n\"1\": b", "duplicate-key"),
    ("yes: a\ntrue: b", "duplicate-key"),
    ("a: {b: 1, b: 2}", "duplicate-key"),
    ("a: 1\n<<: {a: 2}\na: 3\n", "duplicate-key"),
    ("<<: {a: 1, a: 2}", "duplicate-key"),
    ("a: 1\n---\nb: 2\n", "several-documents"),
    ("---\n---\na: 1\n", "several-documents"),
    ("a: 1\n...\nb: 2\n", "several-documents"),
    ("a: 1\n--- ~\n", "several-documents"),
    ("a: .inf", "unsupported-yaml"),
    ("a: .nan", "unsupported-yaml"),
    ("~: a", "unsupported-yaml"),
    ("[a]: b", "unsupported-yaml"),
    ("a: {{ .Values.x }}", "unsupported-yaml"),
    ("18446744073709551615: a", "unsupported-yaml"),
    ("a: !!int abc", "unsupported-yaml"),
    ("a: !!float 18446744073709551615", "unsupported-yaml"),
    ("a: !!null x", "unsupported-yaml"),
    ("a: !!timestamp x", "unsupported-yaml"),
    ("a: !!binary '***'", "unsupported-yaml"),
    ("a: !!binary /w==", "unsupported-yaml"),
    ("a: *x", "unsupported-yaml"),
    ("a: &x [*x]", "unsupported-yaml"),
    ("a: &é b", "unsupported-yaml"),
    ("<<: 1", "unsupported-yaml"),
    ("<<: [1]", "unsupported-yaml"),
    ("a: &x [{b: 1}]\nc:\n  <<: *x\n", "unsupported-yaml"),
    ("%YAML 1.2\n---\na: 1", "unsupported-yaml"),
    ("a: b\u{7f}", "unsupported-yaml"),
    ("# \u{1}", "unsupported-yaml"),
    ("a: 'b\u{2028}c'", "unsupported-yaml"),
    ("[a:]", "unsupported-yaml"),
    ("{a :, b}", "unsupported-yaml"),
    ("{?a: b}", "unsupported-yaml"),
    ("[!!str, 2]", "unsupported-yaml"),
    ("a: \"b", "yaml-syntax"),
    ("a: [b", "yaml-syntax"),
    ("a: b: c", "yaml-syntax"),
    ("a:b\nc: d", "yaml-syntax"),
    ("a:\n\tb: 1", "yaml-syntax"),
    ("a: @b", "yaml-syntax"),
    ("a: %b", "yaml-syntax"),
    ("a: `b`", "yaml-syntax"),
    ("a: \"\\q\"", "yaml-syntax"),
    ("a: 'b' c", "yaml-syntax"),
    ("  a: 1\n b: 2\n", "yaml-syntax"),
];

/// The tree of a text and the codes of what is wrong with it.
fn read(text: &str, limits: &Limits) -> (Option<Node>, Vec<&'static str>) {
    let mut sources = Sources::default();
    let id = sources.add("values.yaml", text, SourceKind::File);
    let mut diagnostics = Diagnostics::default();
    let node = yaml::read(&sources, id, limits, &mut diagnostics);
    let codes = diagnostics.sorted().iter().map(|d| d.code.name).collect();
    (node, codes)
}

/// A tree as JSON.
fn json(node: &Node) -> String {
    let text = |text: &str| serde_json::to_string(text).unwrap();
    match &node.kind {
        Kind::Null => "null".into(),
        Kind::Bool(value) => value.to_string(),
        Kind::Number(number) => number.to_string(),
        Kind::Text(value) => text(value),
        Kind::List(items) => format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(",")),
        Kind::Map(map) => {
            let entries = map
                .iter()
                .map(|(key, entry)| format!("{}:{}", text(key), json(&entry.value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
        }
        Kind::Document(node) => text(&yaml::write(node)),
    }
}

#[test]
fn texts_mean_what_kubernetes_reads() {
    for (text, expected) in MEANINGS {
        let (node, codes) = read(text, &Limits::default());
        assert_eq!(codes, [""; 0], "{text:?}");
        assert_eq!(json(&node.unwrap()), *expected, "{text:?}");
    }
}

#[test]
fn what_has_no_one_meaning_is_refused() {
    for (text, code) in REFUSALS {
        let (_, codes) = read(text, &Limits::default());
        assert_eq!(codes.first(), Some(code), "{text:?}: {codes:?}");
    }
}

#[test]
fn all_mistakes_of_one_text_are_found() {
    let (node, codes) = read("a: .inf\nb: {c: 1, c: 2}\nd: *x\n", &Limits::default());
    assert_eq!(
        codes,
        ["unsupported-yaml", "duplicate-key", "unsupported-yaml"]
    );
    assert!(node.is_some());
}

#[test]
fn a_hundred_thousand_brackets_pass_the_limit_of_depth() {
    for text in ["[", "{a: ", "- ", "? ", "!!x [", "a: {"] {
        let (node, codes) = read(&text.repeat(100_000), &Limits::default());
        assert!(node.is_none());
        assert_eq!(codes, ["yaml-limit"], "{text}");
    }
}

#[test]
fn the_limit_of_depth_counts_lists_and_maps_of_both_styles() {
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(read(&nested(200), &Limits::default()).1, [""; 0]);
    assert_eq!(read(&nested(201), &Limits::default()).1, ["yaml-limit"]);
    let mixed = format!("{}{}", "- ".repeat(100), nested(101));
    assert_eq!(read(&mixed, &Limits::default()).1, ["yaml-limit"]);
}

#[test]
fn aliases_that_multiply_pass_the_limit() {
    let mut lines = vec![String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]")];
    for level in 1..10 {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        lines.push(format!("a{level}: &a{level} [{aliases}]"));
    }
    assert_eq!(
        read(&lines.join("\n"), &Limits::default()).1,
        ["yaml-limit"]
    );
}

#[test]
fn aliases_that_deepen_pass_the_limit() {
    let mut lines = vec![String::from("- &a0 [x]")];
    for level in 1..300 {
        lines.push(format!("- &a{level} [*a{}]", level - 1));
    }
    assert_eq!(
        read(&lines.join("\n"), &Limits::default()).1,
        ["yaml-limit"]
    );
}

#[test]
fn a_text_that_is_too_large_is_not_read() {
    let limits = Limits {
        size: 9,
        ..Limits::default()
    };
    assert_eq!(read("abcdefghi", &limits).1, [""; 0]);
    assert_eq!(read("abcdefghij", &limits).1, ["yaml-limit"]);
}
