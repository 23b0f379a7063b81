//! What a project declares about its words, beside the embedded tables: names that mean
//! one thing or never do (`Aliases`), and the term it wants where others are in use
//! (`Terms`). Both are found token by token, the longest declared name first.

mod aliases;
mod phrases;
mod terms;

pub use aliases::{Alias, Aliases};
pub use terms::{Term, Terms};

/// A name as it is compared: lower case, blanks squeezed, the apostrophe plain.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('’', "'")
}
