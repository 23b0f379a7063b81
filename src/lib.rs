//! A spellchecker for facts that disagree.
//!
//! `crosscheck` reads documents about the same things, pulls out the claims each
//! makes, finds the claims that speak of the same thing, and reports where they
//! cannot all be right. The folders are the way of the data; each may use those
//! before it and none after:
//!
//! text → document → lexicon → syntax → value → mention → claim → compare → story → align → change → rules → policy → report → app
//!
//! # Invariants
//!
//! 1. Reading a document never fails: damage becomes findings or notes. A file that cannot be read is loud, and the rest is still checked.
//! 2. Only `app` touches disk, clock, environment or the number of threads. The engine has no clock: a reference date is an argument.
//! 3. A `Span` is a byte range of a document's reading, a `Place` one of its file; columns exist only in `report` and `app`.
//! 4. Output is the same bytes for any number of threads, order of input or machine.
//! 5. Every conflict shows all its places and the addends of its alignment. The tool does not pick the winner unless a source of truth is declared.
//! 6. Missing is not conflicting; unknown is not agreeing. What was not compared is listed.
//! 7. No panic on any input. Should one happen, it costs what one rule says of the documents it fails on, and is told.
//! 8. Cost grows with the text and with the matches, not with the square of anything.
//! 9. Rules are blind to each other. One that is off takes only its own findings away; the next in precedence may speak.
//! 10. A document that tells of something else changes nothing, and no number of witnesses hides the one that differs.

#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]
#![cfg_attr(test, allow(clippy::string_slice, reason = "a test may panic"))]

pub mod align;
pub mod app;
pub mod change;
pub mod claim;
pub mod compare;
pub mod document;
pub mod lexicon;
pub mod mention;
pub mod pipeline;
pub mod policy;
pub mod report;
pub mod rules;
pub mod story;
pub mod syntax;
pub mod text;
pub mod value;

pub use pipeline::{check, read, reconcile, reconcile_by};
