/// The report as JSON: the canonical form, from which all others can be made again.
///
/// `report.json` holds everything but the actions, which are `actions.jsonl`, one to a line. A JSON
/// Schema of each lies beside it.
@NullMarked
package dev.glasstrail.render.json;

import org.jspecify.annotations.NullMarked;
