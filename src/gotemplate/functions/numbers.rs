//! Functions that reckon and count.

use super::Type::{Any, Float, Int};
use super::convert::{float, integer};
use super::{Answer, Call, Function, fixed, variadic};
use crate::gotemplate::value::{Element, List, Value};

pub(super) const FUNCTIONS: &[Function] = &[
    fixed("add1", &[Any], |call| {
        Ok(Value::Int64(integer(call.value(0)).wrapping_add(1)))
    }),
    variadic("add", &[], Any, |call| {
        Ok(Value::Int64(folded(0, call.rest(0), i64::wrapping_add)))
    }),
    fixed("sub", &[Any, Any], |call| {
        Ok(Value::Int64(
            integer(call.value(0)).wrapping_sub(integer(call.value(1))),
        ))
    }),
    variadic("mul", &[Any], Any, |call| {
        Ok(Value::Int64(folded(1, call.rest(0), i64::wrapping_mul)))
    }),
    fixed("div", &[Any, Any], |call| divide(call, i64::wrapping_div)),
    fixed("mod", &[Any, Any], |call| divide(call, i64::wrapping_rem)),
    variadic("max", &[Any], Any, |call| Ok(extreme(call, i64::max))),
    variadic("biggest", &[Any], Any, |call| Ok(extreme(call, i64::max))),
    variadic("min", &[Any], Any, |call| Ok(extreme(call, i64::min))),
    variadic("maxf", &[Any], Any, |call| {
        Ok(extreme_float(call, f64::max))
    }),
    variadic("minf", &[Any], Any, |call| {
        Ok(extreme_float(call, f64::min))
    }),
    fixed("add1f", &[Any], |call| {
        decimals(
            &[call.value(0).clone(), Value::Int(1)],
            Decimal::add,
            |a, b| a + b,
        )
    }),
    variadic("addf", &[], Any, |call| {
        let mut values = vec![Value::Int(0)];
        values.extend_from_slice(call.rest(0));
        decimals(&values, Decimal::add, |a, b| a + b)
    }),
    variadic("subf", &[Any], Any, |call| {
        decimals(call.rest(0), |a, b| a.add(b.negated()), |a, b| a - b)
    }),
    variadic("mulf", &[Any], Any, |call| {
        decimals(call.rest(0), Decimal::multiply, |a, b| a * b)
    }),
    variadic("divf", &[Any], Any, divide_decimals),
    fixed("floor", &[Any], |call| {
        Ok(Value::Float(float(call.value(0)).floor()))
    }),
    fixed("ceil", &[Any], |call| {
        Ok(Value::Float(float(call.value(0)).ceil()))
    }),
    variadic("round", &[Any, Int], Float, |call| Ok(round(call))),
    fixed("until", &[Int], |call| {
        let step = if call.int(0) < 0 { -1 } else { 1 };
        Ok(numbers(steps(call, 0, call.int(0), step)?))
    }),
    fixed("untilStep", &[Int, Int, Int], |call| {
        Ok(numbers(steps(call, call.int(0), call.int(1), call.int(2))?))
    }),
    variadic("seq", &[], Int, seq),
];

fn folded(start: i64, values: &[Value], operation: fn(i64, i64) -> i64) -> i64 {
    values.iter().map(integer).fold(start, operation)
}

fn divide(call: &Call, operation: fn(i64, i64) -> i64) -> Answer {
    match integer(call.value(1)) {
        0 => Err("division by zero".to_owned()),
        divisor => Ok(Value::Int64(operation(integer(call.value(0)), divisor))),
    }
}

fn extreme(call: &Call, choose: fn(i64, i64) -> i64) -> Value {
    let numbers = call.values.iter().map(integer);
    Value::Int64(numbers.reduce(choose).unwrap_or(0))
}

fn extreme_float(call: &Call, choose: fn(f64, f64) -> f64) -> Value {
    let numbers = call.values.iter().map(float);
    Value::Float(numbers.reduce(choose).unwrap_or(0.0))
}

/// Rounds to so many decimals; from which fraction on it rounds up can be said.
fn round(call: &Call) -> Value {
    let up_from = match call.value(2) {
        Value::Float(number) => *number,
        _ => 0.5,
    };
    let power = 10f64.powf(float(call.value(1)));
    let digits = power * float(call.value(0));
    let rounded = if digits.fract() >= up_from {
        digits.ceil()
    } else {
        digits.floor()
    };
    Value::Float(rounded / power)
}

/// The numbers from a start to before an end.
fn steps(call: &Call, start: i64, end: i64, step: i64) -> Result<Vec<i64>, String> {
    let towards = if end < start { step < 0 } else { step > 0 };
    if !towards || start == end {
        return Ok(Vec::new());
    }
    let distance = start.abs_diff(end).div_ceil(step.unsigned_abs());
    let count = usize::try_from(distance).unwrap_or(usize::MAX);
    call.limits.list(count)?;
    let numbers = std::iter::successors(Some(start), |number| number.checked_add(step));
    Ok(numbers.take(count).collect())
}

fn numbers(numbers: Vec<i64>) -> Value {
    let numbers = numbers.into_iter().map(Value::Int).collect();
    Value::List(List::new(numbers, Element::Int))
}

/// The numbers from a start to an end, which is among them, as a text.
fn seq(call: &Call) -> Answer {
    let (start, step, end) = match call.values.len() {
        1 => (1, None, call.int(0)),
        2 => (call.int(0), None, call.int(1)),
        3 => (call.int(0), Some(call.int(1)), call.int(2)),
        _ => return Ok("".into()),
    };
    let direction = if end < start { -1 } else { 1 };
    if end < start && step.is_some_and(|step| step > 0) {
        return Ok("".into());
    }
    let behind = end.saturating_add(direction);
    let numbers = steps(call, start, behind, step.unwrap_or(direction))?;
    let texts: Vec<String> = numbers.iter().map(i64::to_string).collect();
    Ok(texts.join(" ").into())
}

/// A decimal number, exactly.
#[derive(Clone, Copy)]
struct Decimal {
    digits: i128,
    power: i32,
}

impl Decimal {
    fn of(number: f64) -> Option<Decimal> {
        let text = format!("{number:e}");
        let (mantissa, power) = text.split_once('e')?;
        let fraction = mantissa
            .split_once('.')
            .map_or(0, |(_, fraction)| fraction.len());
        let digits = mantissa.replace('.', "").parse().ok()?;
        let power = power.parse::<i32>().ok()? - i32::try_from(fraction).ok()?;
        Some(Decimal { digits, power })
    }

    fn float(self) -> f64 {
        let Decimal { digits, power } = self;
        format!("{digits}e{power}").parse().unwrap_or_default()
    }

    fn negated(self) -> Decimal {
        let digits = -self.digits;
        Decimal { digits, ..self }
    }

    /// The digits for a power that is no higher than its own.
    fn digits_for(self, power: i32) -> Option<i128> {
        let shift = u32::try_from(self.power - power).ok()?;
        self.digits.checked_mul(10i128.checked_pow(shift)?)
    }

    fn add(self, other: Decimal) -> Option<Decimal> {
        let power = self.power.min(other.power);
        let digits = self
            .digits_for(power)?
            .checked_add(other.digits_for(power)?)?;
        Some(Decimal { digits, power })
    }

    fn multiply(self, other: Decimal) -> Option<Decimal> {
        let digits = self.digits.checked_mul(other.digits)?;
        let power = self.power + other.power;
        Some(Decimal { digits, power })
    }

    /// To sixteen decimals, halves away from zero.
    fn divide(self, other: Decimal) -> Option<Decimal> {
        let shift = self.power - other.power + 16;
        let (mut dividend, mut divisor) = (self.digits, other.digits);
        let scale = 10i128.checked_pow(shift.unsigned_abs())?;
        if shift >= 0 {
            dividend = dividend.checked_mul(scale)?;
        } else {
            divisor = divisor.checked_mul(scale)?;
        }
        let digits = dividend.checked_div(divisor)?;
        let half = dividend.checked_rem(divisor)?.checked_mul(2)?.abs() >= divisor.abs();
        let away = if (dividend < 0) == (divisor < 0) {
            1
        } else {
            -1
        };
        let digits = digits + if half { away } else { 0 };
        Some(Decimal { digits, power: -16 })
    }
}

/// Reckons in decimals, or in binary where decimals get too long.
fn decimals(
    values: &[Value],
    exact: fn(Decimal, Decimal) -> Option<Decimal>,
    rounded: fn(f64, f64) -> f64,
) -> Answer {
    let numbers: Vec<f64> = values.iter().map(float).collect();
    if numbers.iter().any(|number| !number.is_finite()) {
        return Err("a number is infinite".to_owned());
    }
    let exactly = |numbers: &[f64]| {
        let mut decimals = numbers.iter().map(|number| Decimal::of(*number));
        let first = decimals.next()??;
        decimals.try_fold(first, |left, right| exact(left, right?))
    };
    Ok(Value::Float(match exactly(&numbers) {
        Some(decimal) => decimal.float(),
        None => numbers.into_iter().reduce(rounded).unwrap_or_default(),
    }))
}

fn divide_decimals(call: &Call) -> Answer {
    if call.rest(1).iter().any(|value| float(value) == 0.0) {
        return Err("division by zero".to_owned());
    }
    decimals(call.rest(0), Decimal::divide, |a, b| a / b)
}
