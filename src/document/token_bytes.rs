//! Tokens as the cache holds them, two bytes for most: how far each begins behind the end of the one before it, then how
//! long it is, with its kind.

#![allow(clippy::arithmetic_side_effects, reason = "shifts by constants, and by no more than 63")]

use super::{Token, TokenKind};
use crate::text::Span;
use serde::de::{Error, Visitor};
use serde::{Deserializer, Serializer};
use std::fmt;

/// The bits below a token's length.
const BITS: u32 = 3;
const CAPITAL: u64 = 0b100;
const KINDS: [TokenKind; 3] = [TokenKind::Word, TokenKind::Number, TokenKind::Mark];

pub fn serialize<S: Serializer>(tokens: &[Token], to: S) -> Result<S::Ok, S::Error> {
    let mut bytes = Vec::with_capacity(tokens.len().saturating_mul(2));
    let mut end = 0;
    for Token { span, kind, capital } in tokens {
        let length = span.end.wrapping_sub(span.start);
        let kind = KINDS.iter().position(|known| known == kind).unwrap_or_default() as u64;
        let capital = if *capital { CAPITAL } else { 0 };
        write(u64::from(span.start.wrapping_sub(end)), &mut bytes);
        write(u64::from(length) << BITS | capital | kind, &mut bytes);
        end = span.end;
    }
    to.serialize_bytes(&bytes)
}

pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Vec<Token>, D::Error> {
    from.deserialize_bytes(Tokens)
}

struct Tokens;

impl Visitor<'_> for Tokens {
    type Value = Vec<Token>;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("tokens")
    }

    fn visit_bytes<E: Error>(self, mut bytes: &[u8]) -> Result<Vec<Token>, E> {
        let mut tokens = Vec::with_capacity(bytes.len() / 2);
        let mut end: u32 = 0;
        while !bytes.is_empty() {
            let token = token(&mut bytes, end).ok_or_else(|| E::custom("no token"))?;
            end = token.span.end;
            tokens.push(token);
        }
        Ok(tokens)
    }
}

fn token(bytes: &mut &[u8], end: u32) -> Option<Token> {
    let start = end.wrapping_add(u32::try_from(read(bytes)?).ok()?);
    let packed = read(bytes)?;
    let end = start.wrapping_add(u32::try_from(packed >> BITS).ok()?);
    let kind = *KINDS.get((packed & (CAPITAL - 1)) as usize)?;
    Some(Token { span: Span { start, end }, kind, capital: packed & CAPITAL != 0 })
}

/// Seven bits a byte, the lowest first; the eighth tells that more follow.
fn write(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..=63).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_any_length_comes_back() {
        for number in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX] {
            let mut bytes = Vec::new();
            write(number, &mut bytes);
            assert_eq!(read(&mut bytes.as_slice()), Some(number));
        }
        assert_eq!(read(&mut [0x80; 4].as_slice()), None);
        assert_eq!(read(&mut [0xff; 12].as_slice()), None);
    }
}
