//! What class names and ids tell of an element: that it is navigation, comments or
//! advertising, or that it is the article. Each name is searched once for all parts.

use super::tree::Tree;
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

/// Parts of names, sought without regard to case.
struct Parts(Option<AhoCorasick>);

impl Parts {
    /// From parts with blanks between them.
    fn new(parts: &str) -> Parts {
        Parts(AhoCorasick::builder().ascii_case_insensitive(true).build(parts.split_whitespace()).ok())
    }

    fn any_in(&self, name: &str) -> bool {
        self.0.as_ref().is_some_and(|parts| parts.is_match(name))
    }
}

/// Parts of class names and ids of what is no article.
static UNLIKELY: LazyLock<Parts> = LazyLock::new(|| {
    Parts::new(
        "-ad- ai2html banner breadcrumb combx comment community cover-wrap disqus extra footer gdpr header \
        legends menu related remark replies rss shoutbox sidebar skyscraper social sponsor supplemental \
        ad-break agegate pagination pager popup newsletter cookie byline author-info subscribe sr-only \
        visually-hidden screen-reader",
    )
});

/// Parts that may name an article all the same.
static LIKELY: LazyLock<Parts> = LazyLock::new(|| Parts::new("article body column content main shadow and"));

/// Parts that speak for an article.
static POSITIVE: LazyLock<Parts> = LazyLock::new(|| {
    Parts::new("article body content entry hentry h-entry main page pagination post text blog story prose markdown")
});

/// Parts that speak against one.
static NEGATIVE: LazyLock<Parts> = LazyLock::new(|| {
    Parts::new(
        "-ad- hidden banner combx comment com- contact footer gdpr masthead media meta outbrain promo related \
        scroll share shoutbox sidebar skyscraper sponsor shopping tags widget newsletter recommend",
    )
});

static SHARING: LazyLock<Parts> = LazyLock::new(|| Parts::new("share sharedaddy"));

static CODE: LazyLock<Parts> = LazyLock::new(|| Parts::new("code highlight lang syntax brush prettyprint"));

/// The element's class names, and its id.
fn own(tree: &Tree, index: usize) -> impl Iterator<Item = &str> {
    ["class", "id"].into_iter().filter_map(move |key| tree.attribute(index, key))
}

/// Does a name hold one of the parts?
fn any(tree: &Tree, index: usize, parts: &Parts) -> bool {
    own(tree, index).any(|name| parts.any_in(name))
}

/// Do the names say that it is no article?
pub fn is_unlikely(tree: &Tree, index: usize) -> bool {
    any(tree, index, &UNLIKELY) && !any(tree, index, &LIKELY)
}

/// Do they say that it is for sharing?
pub fn is_for_sharing(tree: &Tree, index: usize) -> bool {
    any(tree, index, &SHARING)
}

/// Do they say that it is program text?
pub fn is_code(tree: &Tree, index: usize) -> bool {
    any(tree, index, &CODE)
}

/// What they say for or against it.
pub fn weight(tree: &Tree, index: usize) -> f32 {
    let points = |says: bool| f32::from(u8::from(says)) * 25.0;
    own(tree, index).map(|name| points(POSITIVE.any_in(name)) - points(NEGATIVE.any_in(name))).sum()
}
