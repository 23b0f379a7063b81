//! A spellchecker for facts that disagree.

#![cfg_attr(test, allow(clippy::string_slice, reason = "a test may panic"))]

pub mod document;
pub mod lexicon;
pub mod mention;
pub mod text;
pub mod value;
