//! Embedded tables and their look-up; one folder a language. Nothing here is parsed
//! at start: tables are static data. Provenance and licences stand in each file.

pub mod currency;
pub mod en;
pub mod unit;
