//! Which operator is for which type (libs 0.25, `flt_is_comparable` in `userspace/libsinsp/filter_compare.cpp`).

use super::super::syntax::Operator;
use super::ValueType;

/// Whether fields of this type can be compared by this operator. `list` says that the field is a list of values of
/// the type. A modifier changes nothing about it.
#[must_use]
pub fn is_comparable(operator: Operator, value_type: ValueType, list: bool) -> bool {
    operator == Operator::Exists
        || if list {
            can_be_list(value_type) && is_membership(operator)
        } else {
            is_comparable_alone(operator, value_type)
        }
}

fn can_be_list(value_type: ValueType) -> bool {
    use ValueType as T;
    matches!(
        value_type,
        T::Text | T::Uint64 | T::Duration | T::Time | T::Boolean | T::Address | T::Network
    )
}

fn is_comparable_alone(operator: Operator, value_type: ValueType) -> bool {
    match class(value_type) {
        Class::Number => is_equality(operator) || is_order(operator),
        Class::Equality => is_equality(operator),
        Class::Text => is_for_text(operator),
        Class::Bytes => is_for_bytes(operator),
        Class::Nothing => false,
    }
}

enum Class {
    Number,
    Equality,
    Text,
    Bytes,
    Nothing,
}

fn class(value_type: ValueType) -> Class {
    use ValueType as T;
    match value_type {
        T::Text | T::Path | T::RelativePath => Class::Text,
        T::Bytes => Class::Bytes,
        T::Boolean
        | T::Ipv4Address
        | T::Ipv4Network
        | T::Ipv6Address
        | T::Ipv6Network
        | T::Address
        | T::Network => Class::Equality,
        T::SocketAddress
        | T::SocketTuple
        | T::DescriptorList
        | T::Protocol
        | T::SocketFamily
        | T::Dynamic
        | T::UserId
        | T::GroupId
        | T::SignalSet
        | T::TextArray
        | T::TextPairs
        | T::Descriptor32
        | T::ProcessId32 => Class::Nothing,
        _ => Class::Number,
    }
}

fn is_membership(operator: Operator) -> bool {
    matches!(operator, Operator::In | Operator::Intersects)
}

fn is_equality(operator: Operator) -> bool {
    use Operator as O;
    matches!(operator, O::Equal | O::DoubleEqual | O::NotEqual) || is_membership(operator)
}

fn is_order(operator: Operator) -> bool {
    use Operator as O;
    matches!(
        operator,
        O::Less | O::LessOrEqual | O::Greater | O::GreaterOrEqual
    )
}

fn is_for_text(operator: Operator) -> bool {
    !matches!(operator, Operator::BContains | Operator::BStartsWith)
}

fn is_for_bytes(operator: Operator) -> bool {
    use Operator as O;
    is_equality(operator)
        || matches!(
            operator,
            O::Contains | O::StartsWith | O::EndsWith | O::BContains | O::BStartsWith
        )
}
