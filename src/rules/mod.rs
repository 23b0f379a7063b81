//! The checks, one file each. A rule reads the ledgers and their alignment and adds
//! findings and agreements to an `Outcome`; it never looks at text that no claim or
//! mention holds, and knows nothing of output or configuration files.
//!
//! A rule's file opens with its manual (printed by `crosscheck rule NAME`): the title
//! `# group/fault` and the sections `## What it reports`, `## Why`, `## Example`,
//! `## What it leaves alone`, `## How to silence`. It holds one `RULE` record and one
//! function, has its cases in `tests/rules/`, and one row in `RULES`.

mod acronym_conflict;
mod age_birthdate_mismatch;
mod age_conflict;
mod ages;
mod agree;
mod anniversary_ordinal;
mod antonym_conflict;
mod attribute_conflict;
mod attributes;
mod belongings;
mod by_place;
mod cause_conflict;
mod change_direction;
mod class_member_mismatch;
mod contact_drift;
mod context;
mod contraries;
mod count_list_mismatch;
mod count_plus_others;
mod count_restated;
mod counted_items;
mod covered;
mod currency_mismatch;
mod date_ambiguous_format;
mod date_conflict;
mod date_invalid;
mod date_malformed;
mod date_order;
mod date_unanchored;
mod date_unsupported;
mod date_weekday_mismatch;
mod date_weekday_vs_source;
mod dated_twice;
mod duration_interval_mismatch;
mod fact_pinned;
mod finding;
mod grid_shares;
mod grid_sums;
mod grids;
mod hedge_drift;
mod in_documentation;
mod licence_conflict;
mod list_duplicate_member;
mod list_extra_member;
mod list_missing_member;
mod list_split_enumeration;
mod lists;
mod lives;
mod lives_twice;
mod manual;
mod modality_drift;
mod name_both_sides;
mod name_conflict;
mod name_spelling_drift;
mod name_unsupported;
mod names_across;
mod names_apart;
mod nearest;
mod odd_ports;
mod order_sequence;
mod parts;
mod percent_of_base;
mod percent_points;
mod percent_sum;
mod place_conflict;
mod place_direction;
mod places;
mod polarity_negated;
mod precedence;
mod printed_words;
mod quantifier_conflict;
mod quantity_conflict;
mod quantity_magnitude;
mod quantity_scope_differs;
mod quantity_unit_conversion;
mod quantity_unsupported;
mod quote_altered;
mod quote_misattributed;
mod quote_not_found;
mod quote_paraphrase_in_quotes;
mod range_inverted;
mod rank_conflict;
mod ranks;
mod ref_dangling;
mod region_scope_drift;
mod release_days;
mod releases;
mod role_conflict;
mod roles_swapped;
mod rosters;
mod row_counts;
mod score_conflict;
mod setting_conflict;
mod setting_name_drift;
mod speakers;
mod stale_as_of;
mod standings;
mod step_references;
mod table_text_mismatch;
mod term_drift;
mod titles;
mod total_sum_of_parts;
mod translation_drift;
mod version_drift;

pub use agree::{KINDS as AGREEMENTS, sum_up, without_contested};
pub use by_place::ByPlace;
pub use context::{Context, Mode, Settings};
pub use covered::Covered;
pub use finding::{Agreement, Edit, Finding, FindingVerdict, Help, Label, LabelRole, Outcome, Puts, Severity};
pub use in_documentation::lower as lower_in_documentation;
pub use manual::Manual;
pub use parts::forget_references_of_parts;
pub use precedence::yielding;

/// One check.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// `group/fault`, stable.
    pub id: &'static str,
    /// The level it speaks at unless configured otherwise.
    pub severity: Severity,
    /// The fault in a few words, for lists of rules.
    pub summary: &'static str,
    /// The source of the rule's own file; its head comment is the manual.
    pub source: &'static str,
    /// The rules that name the fault better where both speak of the same places: see `precedence`.
    pub yields_to: &'static [&'static str],
    /// It knows nothing of what other rules say: the outcome is its own.
    pub check: Check,
}

/// It adds what it says to the outcome.
pub type Check = fn(&Context, &mut Outcome);

/// In the order of their ids.
pub const RULES: &[Rule] = &[
    acronym_conflict::RULE,
    age_birthdate_mismatch::RULE,
    age_conflict::RULE,
    anniversary_ordinal::RULE,
    antonym_conflict::RULE,
    attribute_conflict::RULE,
    cause_conflict::RULE,
    change_direction::RULE,
    class_member_mismatch::RULE,
    contact_drift::RULE,
    count_list_mismatch::RULE,
    count_plus_others::RULE,
    count_restated::RULE,
    currency_mismatch::RULE,
    date_ambiguous_format::RULE,
    date_conflict::RULE,
    date_invalid::RULE,
    date_malformed::RULE,
    date_order::RULE,
    date_unanchored::RULE,
    date_unsupported::RULE,
    date_weekday_mismatch::RULE,
    date_weekday_vs_source::RULE,
    duration_interval_mismatch::RULE,
    fact_pinned::RULE,
    hedge_drift::RULE,
    licence_conflict::RULE,
    list_duplicate_member::RULE,
    list_extra_member::RULE,
    list_missing_member::RULE,
    list_split_enumeration::RULE,
    modality_drift::RULE,
    name_both_sides::RULE,
    name_conflict::RULE,
    name_spelling_drift::RULE,
    name_unsupported::RULE,
    order_sequence::RULE,
    percent_of_base::RULE,
    percent_points::RULE,
    percent_sum::RULE,
    place_conflict::RULE,
    place_direction::RULE,
    polarity_negated::RULE,
    quantifier_conflict::RULE,
    quantity_conflict::RULE,
    quantity_magnitude::RULE,
    quantity_scope_differs::RULE,
    quantity_unit_conversion::RULE,
    quantity_unsupported::RULE,
    quote_altered::RULE,
    quote_misattributed::RULE,
    quote_not_found::RULE,
    quote_paraphrase_in_quotes::RULE,
    range_inverted::RULE,
    rank_conflict::RULE,
    ref_dangling::RULE,
    region_scope_drift::RULE,
    role_conflict::RULE,
    roles_swapped::RULE,
    score_conflict::RULE,
    setting_conflict::RULE,
    setting_name_drift::RULE,
    stale_as_of::RULE,
    table_text_mismatch::RULE,
    term_drift::RULE,
    total_sum_of_parts::RULE,
    translation_drift::RULE,
    version_drift::RULE,
];

pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// What holds documents of different stories against each other, by the rule that it speaks for: both name one thing.
pub const BEYOND: [(&str, Check); 10] = [
    (contact_drift::RULE.id, contact_drift::beyond),
    (date_conflict::RULE.id, date_conflict::beyond),
    (licence_conflict::RULE.id, licence_conflict::beyond),
    (name_spelling_drift::RULE.id, name_spelling_drift::beyond),
    (quantity_conflict::RULE.id, quantity_conflict::beyond),
    (setting_conflict::RULE.id, setting_conflict::beyond),
    (setting_name_drift::RULE.id, setting_name_drift::beyond),
    (table_text_mismatch::RULE.id, table_text_mismatch::beyond),
    (translation_drift::RULE.id, translation_drift::beyond),
    (version_drift::RULE.id, version_drift::beyond),
];
