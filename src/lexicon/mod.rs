//! Embedded tables and their look-up; one folder a language. Nothing of these is parsed
//! at start: tables are static data. Provenance and licences stand in each file.
//! `declared` is what a project adds of its own.

pub mod currency;
pub mod declared;
pub mod en;
pub mod languages;
pub mod unit;
