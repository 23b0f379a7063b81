//! Sections that make no claims: lists of references, links and further reading.

/// Their titles, in lower case.
const TITLES: phf::Set<&str> = phf::phf_set! {
    "references", "reference list", "notes", "notes and references", "references and notes", "footnotes", "endnotes", "citations",
    "works cited", "bibliography", "selected bibliography", "see also", "external links", "further reading", "sources",
    "primary sources", "secondary sources", "general references", "related articles", "related links", "related stories",
    "read more", "explanatory notes", "informational notes", "literature", "links",
};

/// Does a section under this heading make no claims?
pub fn is_left_out(title: &str) -> bool {
    let title = title.trim().trim_end_matches(':');
    title.len() <= 32 && TITLES.contains(title.to_ascii_lowercase().as_str())
}
