//! The values of which a command only wants the rules.

use super::Usage;
use super::flags::ValuesFlags;
use crate::charts::Chart;
use crate::diagnostic::Diagnostics;
use crate::source::Sources;
use crate::values::effective::effective;
use crate::yaml::Node;

/// The values of the flags over the chart's defaults, as `render` has them. Of what is wrong with them only what is about
/// `customRules` goes into `diagnostics`, and what cannot be read.
///
/// # Errors
/// If the chart has no such profile.
pub fn values(
    flags: &ValuesFlags,
    chart: &'static Chart,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Node, Usage> {
    let given = flags.inputs(chart)?.gather(sources, diagnostics);
    let mut said = Diagnostics::default();
    let values = effective(&given, chart, sources, &mut said);
    said.retain(|diagnostic| diagnostic.mentions("customRules"));
    diagnostics.extend(said.into_list());
    Ok(values)
}
