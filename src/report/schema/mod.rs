//! The published schemas of the JSON outputs. They say what is promised, not only
//! what is written today, so they are kept by hand; a test holds every output to
//! them, field for field.

/// A schema by the command whose output it describes, and by its format where that is not `json`.
pub const SCHEMAS: &[(&str, &str)] = &[
    ("check", include_str!("check.json")),
    ("claims", include_str!("claims.json")),
    ("claims-jsonl", include_str!("claims_jsonl.json")),
    ("claims-ledger", include_str!("claims_ledger.json")),
    ("diff", include_str!("diff.json")),
    ("read", include_str!("read.json")),
];
