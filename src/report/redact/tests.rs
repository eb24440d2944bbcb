//! What a report may show of a text, rule by rule.

use super::*;
use crate::source::Sources;

fn masked_source(name: &str, text: &str, kind: SourceKind) -> String {
    let mut sources = Sources::default();
    let id = sources.add(name, text, kind);
    let mut shown = text.to_owned();
    for range in secrets(sources.get(id)).into_iter().rev() {
        shown.replace_range(range, "***");
    }
    shown
}

fn masked(text: &str) -> String {
    masked_source("values.yaml", text, SourceKind::File)
}

fn masked_argument(text: &str) -> String {
    masked_source("--set[1]", text, SourceKind::Argument)
}

#[test]
fn the_value_of_a_secret_key_is_masked() {
    for (text, shown) in [
        ("password: hunter2", "password: ***"),
        ("- password: hunter2", "- password: ***"),
        ("  apiKey:   a b c", "  apiKey:   ***"),
        ("password: \"hunter2\" # old", "password: \"***\" # old"),
        (
            "'api key': x\ntoken : 'it''s'",
            "'api key': ***\ntoken : '***'",
        ),
        (
            "{user: x, password: a b, port: 1}",
            "{user: x, password: ***, port: 1}",
        ),
        (
            r#"{"token": "a\"b", "n": 1}"#,
            r#"{"token": "***", "n": 1}"#,
        ),
        (r#"  "token":"ab","#, r#"  "token":"***","#),
        ("tokens: [a, b]", "tokens: [***]"),
        ("args: [--token=abc, --x]", "args: [--token=***, --x]"),
        ("- --password hunter2", "- --password ***"),
    ] {
        assert_eq!(masked(text), shown);
    }
}

#[test]
fn several_secrets_in_one_line_are_masked_each() {
    assert_eq!(
        masked("a: {token: x, b: 1, password: 'y'}"),
        "a: {token: ***, b: 1, password: '***'}"
    );
    assert_eq!(
        masked_argument("a.token=x,b=1,c.password=y"),
        "a.token=***,b=1,c.password=***"
    );
}

#[test]
fn an_argument_s_secret_reaches_to_the_next_pair() {
    for (text, shown) in [
        ("a.password=x,y", "a.password=***"),
        ("a.password=x\\,b=y", "a.password=***"),
        ("a.password=x\ny", "a.password=***"),
        ("a.password=ab,cd==", "a.password=***"),
        ("secret.name=x,port=1", "secret.name=x,port=1"),
        ("a.token.inner[0].b=x", "a.token.inner[0].b=***"),
        ("extraEnv[0].value=x", "extraEnv[0].value=***"),
        (
            r#"a={"password":"x","b":1}"#,
            r#"a={"password":"***","b":1}"#,
        ),
        ("tokens={a,b},c=d", "tokens={***},c=d"),
    ] {
        assert_eq!(masked_argument(text), shown);
    }
    let literal = masked_source("--set-literal[1]", "password=x,b=y", SourceKind::Argument);
    assert_eq!(literal, "password=***");
}

#[test]
fn broken_yaml_shows_no_part_of_a_secret() {
    for (text, shown) in [
        ("password:hunter2", "password:***"),
        ("password: abc #def", "password: ***"),
        ("password: #def", "password: ***"),
        ("password: \"ab\"cd\"", "password: ***"),
        ("password: \"abc\nb: 1", "password: \"***\n***"),
        ("password: !abc", "password: ***"),
        ("password: {abc", "password: {***"),
        ("password: [a] b", "password: [***"),
        ("password: |abc", "password: ***"),
        ("password: a: b", "password: ***"),
        ("password: x, 'y'", "password: ***"),
    ] {
        assert_eq!(masked(text), shown);
    }
}

#[test]
fn what_is_below_a_secret_key_is_masked() {
    for (text, shown) in [
        (
            "password: |\n  a: b\n\n  c\nport: 1",
            "password: |\n  ***\n\n  ***\nport: 1",
        ),
        ("- token: >-\n    a\n  b: 1", "- token: >-\n    ***\n  b: 1"),
        ("password: a\n  b", "password: ***\n  ***"),
        ("password: \"a\n  b\"\nc: d", "password: \"***\n  ***\nc: d"),
        ("password:\n  hunter2\nc: d", "password:\n  ***\nc: d"),
        (
            "tokens:\n- a\n- b\nc:\n- d",
            "tokens:\n- ***\n- ***\nc:\n- d",
        ),
        (
            "tokens: [\n  a,\n  b\n]\nc: d",
            "tokens: [\n  ***\n  ***\n]\nc: d",
        ),
        ("password:\n  a b: c", "password:\n  ***"),
    ] {
        assert_eq!(masked(text), shown);
    }
}

#[test]
fn a_mapping_below_a_secret_key_is_judged_by_its_own_keys() {
    let text = "auth:\n  enabled: true\n  kind: basic\n  password: x\n  user: y\n";
    assert_eq!(masked(text), text.replace("password: x", "password: ***"));
    assert_eq!(
        masked("\"auth\": {\n  \"user\": \"x\",\n  \"token\": \"y\"\n}"),
        "\"auth\": {\n  \"user\": \"x\",\n  \"token\": \"***\"\n}"
    );
}

#[test]
fn the_value_beside_a_secret_name_is_masked() {
    for (text, shown) in [
        (
            "- name: A_TOKEN\n  value: x\n- name: B\n  value: y",
            "- name: A_TOKEN\n  value: ***\n- name: B\n  value: y",
        ),
        (
            "[{value: \"x,y\", name: A_TOKEN}]",
            "[{value: ***, name: A_TOKEN}]",
        ),
        (
            "- value: x\n  name: A_TOKEN",
            "- value: ***\n  name: A_TOKEN",
        ),
        (
            "[{name: A_TOKEN, value: x}, {name: B, value: y}]",
            "[{name: A_TOKEN, value: ***}, {name: B, value: y}]",
        ),
    ] {
        assert_eq!(masked(text), shown);
    }
}

#[test]
fn the_data_of_a_secret_object_is_masked() {
    let head = "kind: Secret\nmetadata:\n  name: x\n";
    assert_eq!(
        masked(&format!("{head}data:\n  a: b\n")),
        format!("{head}data:\n  a: ***\n")
    );
    assert_eq!(
        masked("stringData:\n  a: b\ntype: c"),
        "stringData:\n  a: ***\ntype: c"
    );
    assert_eq!(
        masked(r#"{"kind":"Secret","data":{"a":"b"}}"#),
        r#"{"kind":"Secret","data":{***}}"#
    );
    assert_eq!(
        masked("  \"kind\": \"Secret\",\n  \"data\": {\n    \"a\": \"b\"\n  },"),
        "  \"kind\": \"Secret\",\n  \"data\": {\n    \"a\": \"***\"\n  },"
    );
    let map = "kind: ConfigMap\ndata:\n  a: b\n---\nkind: Secret\n---\ndata:\n  a: b\n";
    assert_eq!(masked(map), map);
}

#[test]
fn secrets_are_known_by_their_shape() {
    for (text, shown) in [
        ("url: https://me:pa/ss@host/x", "url: https://***@host/x"),
        (
            "url: amqp://a:b@h1,amqp://c:d@h2",
            "url: amqp://***@h1,amqp://***@h2",
        ),
        (
            "program: curl https://hooks.slack.com/services/A/B",
            "program: curl https://hooks.slack.com/***",
        ),
        ("x: ghp_0123456789abcdef y", "x: *** y"),
        ("header: 'X: Bearer abcdefgh.ij'", "header: 'X: ***'"),
        (
            "key: |\n  -----BEGIN RSA PRIVATE KEY-----\n  MIIE\n  -----END RSA PRIVATE KEY-----\nb: c",
            "key: |\n  ***\n  ***\n  ***\nb: c",
        ),
        (
            "key: |\n  -----BEGIN X-----\n  MIIE\nb: c",
            "key: |\n  ***\n  ***\nb: c",
        ),
        (
            r#"{"k": "-----BEGIN K-----\nMI\n-----END K-----", "b": 1}"#,
            r#"{"k": "***", "b": 1}"#,
        ),
    ] {
        assert_eq!(masked(text), shown);
    }
}

#[test]
fn what_holds_no_secret_stays() {
    for text in [
        "existingSecret: my-secret",
        "imagePullSecrets:\n  - name: registry",
        "imagePullSecrets: [registry]",
        "secretKeyRef: {name: x, key: y}",
        "secret:\n  create: true\n  name: x",
        "automountServiceAccountToken: \"no\"",
        "token: null\npassword: \"\"\npassword: ~",
        "tolerations: [{key: a, value: b}]",
        "image: quay.io/org/token-service:1.2",
        "url: http://host:2801/path@x",
        "condition: evt.type=open and fd.name=/etc/shadow",
        "- rule: Read sensitive file\n  output: user=%user.name file=%fd.name",
        "tokenExpirationSeconds: 3600",
    ] {
        assert_eq!(masked(text), text);
    }
}

#[test]
fn a_large_text_takes_linear_time() {
    for piece in [
        "://",
        "\":",
        "=",
        "{\"",
        "password:",
        "-----BEGIN ",
        "'",
        "a=b,",
        "token: [",
        ": ",
        "@",
        "{name: ",
        "value: ",
        "--x ",
        "kind: \"",
    ] {
        masked(&piece.repeat(40_000 / piece.len()));
        masked_argument(&format!("password={}", piece.repeat(40_000 / piece.len())));
    }
}
