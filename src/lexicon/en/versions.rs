//! Words around versions of software. Our own lists.

/// Before a number with full stops that is no version: "section 2.3.1".
pub const NUMBERED: phf::Set<&str> = phf::phf_set! {
    "section", "sections", "§", "clause", "article", "figure", "table", "chapter", "appendix", "annex", "paragraph", "item", "rule", "step",
    "no", "page", "ip", "address", "equation", "example", "host", "$", "€", "£",
};

/// In a sentence about another version than the one that is out: an older one, a neighbour's, a need.
pub const OTHER_VERSION: phf::Set<&str> = phf::phf_set! {
    "since", "before", "from", "until", "prior", "older", "earlier", "previous", "previously", "introduced", "added", "removed", "deprecated",
    "fixed", "changed", "renamed", "requires", "require", "required", "needs", "compatible", "supports", "supported", "later", "newer",
    "above", "below", "upgrade", "upgrading", "migrate", "migrating", "example", "e.g", "was", "were", "least", "minimum", "tested", "with",
    "against", "depends", "released", "will", "next", "upcoming", "planned", "unlike", "if", "between", "other",
};

/// In the heading of a part that tells of the past or the future.
pub const HISTORY: phf::Set<&str> = phf::phf_set! {
    "changelog", "changes", "history", "release", "releases", "notes", "new", "news", "migration", "migrating", "upgrading", "upgrade",
    "previous", "older", "versions", "roadmap", "unreleased", "compatibility", "requirements", "dependencies", "versioning", "examples",
};

/// Files and folders that list what changed from version to version.
pub const CHANGE_LISTS: phf::Set<&str> = phf::phf_set! {
    "changelog", "changelogs", "changes", "releases", "release-notes", "releasenotes", "relnotes", "history", "whatsnew",
};

/// Says that a version is the one that is out.
pub const CURRENT: phf::Set<&str> = phf::phf_set! { "current", "currently", "latest", "stable", "newest" };

/// Folders that keep documents of other versions.
pub const OLD_FOLDERS: phf::Set<&str> = phf::phf_set! {
    "versioned_docs", "versions", "archive", "archived", "archives", "old", "legacy", "deprecated", "releases", "history", "changelogs",
};

/// In the head of a column whose cells are versions that name their rows.
pub const VERSIONED: phf::Set<&str> =
    phf::phf_set! { "version", "versions", "release", "releases", "branch", "series" };

/// Of the words of `HISTORY`, those that head what holds now.
pub const PRESENT: phf::Set<&str> = phf::phf_set! { "requirements", "dependencies", "compatibility", "notes", "new", "news", "examples", "versions", "versioning" };
