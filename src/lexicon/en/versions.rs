//! Words around versions of software. Our own lists.

use crate::text::{WordSet, word_set};

/// Before a number with full stops that is no version: "section 2.3.1".
pub const NUMBERED: WordSet = word_set! {
    "section", "sections", "§", "clause", "article", "figure", "table", "chapter", "appendix", "annex", "paragraph", "item", "rule", "step",
    "no", "page", "ip", "address", "equation", "example", "host", "$", "€", "£",
};

/// In a sentence about another version than the one that is out: an older one, a neighbour's, a need, one that it is
/// likened to.
pub const OTHER_VERSION: WordSet = word_set! {
    "since", "before", "from", "until", "prior", "older", "earlier", "previous", "previously", "introduced", "added", "removed", "deprecated",
    "fixed", "changed", "renamed", "requires", "require", "required", "needs", "compatible", "supports", "supported", "later", "newer",
    "above", "below", "upgrade", "upgrading", "migrate", "migrating", "example", "e.g", "was", "were", "least", "minimum", "tested", "with",
    "against", "depends", "released", "will", "next", "upcoming", "planned", "unlike", "if", "between", "other",
    "equivalent", "equal", "identical", "similar", "like", "starting", "specification", "spec", "standard", "protocol",
    "includes", "adds", "introduces", "brings", "drops", "dropped", "last",
};

/// In the heading of a part that tells of the past or the future.
pub const HISTORY: WordSet = word_set! {
    "changelog", "changes", "history", "release", "releases", "notes", "new", "news", "migration", "migrating", "upgrading", "upgrade",
    "previous", "older", "versions", "roadmap", "unreleased", "compatibility", "requirements", "dependencies", "versioning", "examples",
};

/// Files and folders that list what changed from version to version.
pub const CHANGE_LISTS: WordSet = word_set! {
    "changelog", "changelogs", "changes", "releases", "release-notes", "release_notes", "releasenotes", "relnotes", "history", "whatsnew",
};

/// Says that a version is the one that is out.
pub const CURRENT: WordSet = word_set! { "current", "currently", "latest", "stable", "newest" };

/// Folders that keep documents of other versions.
pub const OLD_FOLDERS: WordSet = word_set! {
    "versioned_docs", "versions", "archive", "archived", "archives", "old", "legacy", "deprecated", "releases", "history", "changelogs",
};

/// In the names of the files that speak for a whole program.
pub const WHOLE_PAGES: WordSet = word_set! {
    "readme", "index", "install", "installing", "installation", "setup", "requirements", "prerequisites", "quickstart", "started",
    "overview", "introduction", "intro",
};

/// In the head of a column whose cells are versions that name their rows.
pub const VERSIONED: WordSet = word_set! { "version", "versions", "release", "releases", "branch", "series" };

/// Of the words of `HISTORY`, those that head what holds now.
pub const PRESENT: WordSet = word_set! { "requirements", "dependencies", "compatibility", "notes", "new", "news", "examples", "versions", "versioning" };

/// Says that a version came out.
pub const RELEASED: WordSet = word_set! { "released", "published", "launched", "shipped", "landed", "out" };

/// In a sentence about a version that is not out, or about the time before or after it was.
pub const UNRELEASED: WordSet = word_set! {
    "will", "planned", "expected", "scheduled", "due", "should", "may", "might", "until", "since", "before", "after", "support", "supported", "end",
    "beta", "alpha", "candidate", "rc", "preview", "if",
};
