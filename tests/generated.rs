//! What is generated from the types is committed, and fresh.
//!
//! `UPDATE=1 cargo test --test generated` writes it anew.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::path::Path;
use std::{env, fs};

use falcogen::charts::{CHARTS, Chart};
use falcogen::values::schema::commented_values;

fn schema_of(chart: &Chart) -> String {
    format!("{:#}\n", chart.full_schema())
}

/// Compares a committed file with what it should be, or writes it.
fn assert_fresh(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, text).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == text,
        "{} is stale: run `UPDATE=1 cargo test --test generated`",
        path.display()
    );
}

#[test]
fn the_schema_of_each_chart_is_fresh() {
    for chart in CHARTS {
        assert_fresh(
            &format!("templates/{}/values.schema.json", chart.line),
            &schema_of(chart),
        );
    }
}

#[test]
fn the_commented_values_of_each_chart_are_fresh() {
    for chart in CHARTS {
        let values = commented_values(&chart.full_schema());
        assert_fresh(&format!("templates/{}/values.yaml", chart.line), &values);
    }
}

#[test]
fn the_top_level_schema_is_that_of_the_first_chart() {
    assert_fresh("values.schema.json", &schema_of(CHARTS[0]));
}
