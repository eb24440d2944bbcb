//! Files that are not what their names promise.

use insta::assert_snapshot;

use super::run_refused;
use super::trial::Trial;

#[test]
fn that_are_missing_are_named() {
    assert_snapshot!(run_refused(&Trial::new(), "-f missing.yaml"), @"
    error[unreadable-file]: cannot read `missing.yaml`: there is no such file
    --> missing.yaml:1:1
     |
     = help: paths are relative to the working directory

    falcogen: 1 error
    ");
    assert_snapshot!(run_refused(&Trial::new(), "--set-file customRules.mine=missing.yaml"), @"
    error[unreadable-file]: cannot read this file: there is no such file
     --> --set-file[1]:1:18
      |
    1 | customRules.mine=missing.yaml
      |                  ^^^^^^^^^^^^
      |
      = help: paths are relative to the working directory

    falcogen: 1 error
    ");
}

#[test]
fn that_are_folders_are_named() {
    let trial = Trial::new().folder("values");
    assert_snapshot!(run_refused(&trial, "-f values"), @"
    error[unreadable-file]: cannot read `values`: it is a directory
    --> values:1:1
     |
     = help: name a file in it

    falcogen: 1 error
    ");
    assert_snapshot!(run_refused(&trial, "--set-file customRules.mine=values"), @"
    error[unreadable-file]: cannot read this file: it is a directory
     --> --set-file[1]:1:18
      |
    1 | customRules.mine=values
      |                  ^^^^^^
      |
      = help: name a file in it

    falcogen: 1 error
    ");
}

#[test]
fn that_are_elsewhere_are_not_fetched() {
    assert_snapshot!(run_refused(&Trial::new(), "-f https://example.com/values.yaml"), @"
    error[unreadable-file]: cannot read `https://example.com/values.yaml`: it is a URL, and only local files are read
    --> https://example.com/values.yaml:1:1
     |
     = help: download it first, and name the local file

    falcogen: 1 error
    ");
}

#[test]
fn that_are_no_text_are_shown_where_they_stop_being_text() {
    let trial = Trial::new().file("rules", b"- rule: a\n  desc: \xff\n");
    assert_snapshot!(run_refused(&trial, "--set-file customRules.mine=rules"), @"
    error[invalid-utf8]: this is not text in UTF-8
     --> rules:2:9
      |
    2 |   desc: �
      |         ^ this byte begins no character
      |
      = help: save the file as UTF-8

    falcogen: 1 error
    ");
}

#[test]
fn of_base_rules_are_checked() {
    let trial = Trial::values("")
        .folder("empty")
        .file("rules/a.yaml", b"- list: \xff\n")
        .file("rules/b.yaml", b"\xfe");
    assert_snapshot!(run_refused(&trial, "--base-rules missing"), @"
    error[unreadable-file]: cannot read `missing`: there is no such file
    --> missing:1:1
     |
     = help: paths are relative to the working directory

    falcogen: 1 error
    ");
    assert_snapshot!(run_refused(&trial, "--base-rules values.yaml"), @"
    error[unreadable-file]: cannot read `values.yaml`: a file stands where a folder belongs
    --> values.yaml:1:1
     |
     = help: name the folder in which the file is

    falcogen: 1 error
    ");
    assert_snapshot!(run_refused(&trial, "--base-rules empty"), @"
    error[unreadable-file]: cannot read `empty`: it holds no file that ends in `.yaml` or `.yml`
    --> empty:1:1
     |
     = help: name the folder in which the rules files are

    falcogen: 1 error
    ");
    assert_snapshot!(run_refused(&trial, "--base-rules rules"), @"
    error[invalid-utf8]: this is not text in UTF-8
     --> rules/a.yaml:1:9
      |
    1 | - list: �
      |         ^ this byte begins no character
      |
      = help: save the file as UTF-8

    error[invalid-utf8]: this is not text in UTF-8
     --> rules/b.yaml:1:1
      |
    1 | �
      | ^ this byte begins no character
      |
      = help: save the file as UTF-8

    falcogen: 2 errors
    ");
}

#[test]
fn that_are_no_base_rules_are_refused() {
    let trial = Trial::new()
        .file("etc/falco.yaml", "priority: debug\n")
        .file("etc/falco_rules.yaml", "[]\n")
        .file("large/a.yaml", "# rules\n".repeat(200_000));
    assert_snapshot!(run_refused(&trial, "--base-rules etc"), @"
    error[unreadable-file]: cannot read `etc/falco.yaml`: it is Falco's configuration and no rules file
     --> etc/falco.yaml:1:1
      |
    1 | priority: debug
      | ^
      |
      = help: leave it out of the folder; falco.yaml is made from the values below `falco`

    falcogen: 1 error
    ");
    assert_snapshot!(run_refused(&trial, "--base-rules large"), @"
    error[rule-file-too-large]: the rules file `a.yaml` has more than 1 MiB, which is the most that a ConfigMap holds
     --> large/a.yaml:1:1
      |
    1 | # rules
      | ^
      |
      = help: divide it between items, into `a-1.yaml`, `a-2.yaml` and so on, which Falco has to load in this order

    falcogen: 1 error
    ");
}

#[test]
fn from_standard_input_are_named_so() {
    assert_snapshot!(run_refused(&Trial::values("a: [\n"), "-f - <values.yaml"), @"
    error[yaml-syntax]: the bracket `[` is never closed
     --> <stdin>:1:4
      |
    1 | a: [
      |    ^
      |
      = help: close the bracket, or put the value in quotes if it is a text

    falcogen: 1 error
    ");
}

#[test]
fn with_several_faults_are_all_reported() {
    let trial = Trial::values("timezone: [\n").file("other.yaml", "docker: 1\n");
    let report = run_refused(
        &trial,
        "-f values.yaml,missing.yaml -f other.yaml --set 'a[b]=1' -n A",
    );
    let titles: Vec<&str> = report
        .lines()
        .filter(|line| line.starts_with("error["))
        .collect();
    assert_eq!(titles.len(), 5, "{report}");
}

#[test]
fn from_which_nothing_comes_are_refused() {
    assert_snapshot!(run_refused(&Trial::values(""), "-f - </dev/null"), @"
    error[unreadable-file]: cannot read standard input: nothing came
    --> <stdin>:1:1
     |
     = help: see why the command in front of the pipe printed nothing

    falcogen: 1 error
    ");
}
