//! Number words: cardinals, ordinals, denominators, groups ("dozen") and scales.

use crate::text::{WordMap, word_map};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numeral {
    /// "one" to "nineteen", "nought".
    Small(u8),
    /// "twenty" to "ninety".
    Tens(u8),
    Hundred,
    /// A power of ten: "thousand" is 3.
    Scale(u8),
    /// Counted in groups: "dozen", "score", "gross".
    Group(u8),
    /// "first", "fifth", "twentieth": the ordinal of a small number or of tens.
    Ordinal(u8),
    /// "hundredth", "millionth": the ordinal of a power of ten.
    ScaleOrdinal(u8),
    /// "fifths", "twentieths", "firsts".
    Parts(u8),
    /// "hundredths", "thousandths".
    ScaleParts(u8),
    Half,
    Quarter,
    /// A plural without a figure of its own: "hundreds of", "dozens of".
    Vague(u8, u8),
}

use Numeral::{Group, Half, Hundred, Ordinal, Parts, Quarter, Scale, ScaleOrdinal, ScaleParts, Small, Tens, Vague};

/// Lower case.
pub static NUMERALS: WordMap<Numeral> = word_map! {
    "zero" => Small(0), "nought" => Small(0), "naught" => Small(0),
    "one" => Small(1), "two" => Small(2), "three" => Small(3), "four" => Small(4), "five" => Small(5),
    "six" => Small(6), "seven" => Small(7), "eight" => Small(8), "nine" => Small(9), "ten" => Small(10),
    "eleven" => Small(11), "twelve" => Small(12), "thirteen" => Small(13), "fourteen" => Small(14),
    "fifteen" => Small(15), "sixteen" => Small(16), "seventeen" => Small(17), "eighteen" => Small(18),
    "nineteen" => Small(19),
    "twenty" => Tens(20), "thirty" => Tens(30), "forty" => Tens(40), "fourty" => Tens(40), "fifty" => Tens(50),
    "sixty" => Tens(60), "seventy" => Tens(70), "eighty" => Tens(80), "ninety" => Tens(90),
    "hundred" => Hundred,
    "thousand" => Scale(3), "million" => Scale(6), "billion" => Scale(9), "trillion" => Scale(12),
    "quadrillion" => Scale(15), "lakh" => Scale(5), "crore" => Scale(7), "lakhs" => Scale(5), "crores" => Scale(7),
    "dozen" => Group(12), "gross" => Group(144),
    "first" => Ordinal(1), "second" => Ordinal(2), "third" => Ordinal(3), "fourth" => Ordinal(4),
    "fifth" => Ordinal(5), "sixth" => Ordinal(6), "seventh" => Ordinal(7), "eighth" => Ordinal(8),
    "ninth" => Ordinal(9), "nineth" => Ordinal(9), "tenth" => Ordinal(10), "eleventh" => Ordinal(11),
    "twelfth" => Ordinal(12), "thirteenth" => Ordinal(13), "fourteenth" => Ordinal(14), "fifteenth" => Ordinal(15),
    "sixteenth" => Ordinal(16), "seventeenth" => Ordinal(17), "eighteenth" => Ordinal(18),
    "nineteenth" => Ordinal(19), "twentieth" => Ordinal(20), "thirtieth" => Ordinal(30), "fortieth" => Ordinal(40),
    "fiftieth" => Ordinal(50), "sixtieth" => Ordinal(60), "seventieth" => Ordinal(70), "eightieth" => Ordinal(80),
    "ninetieth" => Ordinal(90),
    "hundredth" => ScaleOrdinal(2), "thousandth" => ScaleOrdinal(3), "millionth" => ScaleOrdinal(6),
    "billionth" => ScaleOrdinal(9), "trillionth" => ScaleOrdinal(12),
    "firsts" => Parts(1), "thirds" => Parts(3), "fourths" => Parts(4), "fifths" => Parts(5), "sixths" => Parts(6),
    "sevenths" => Parts(7), "eighths" => Parts(8), "ninths" => Parts(9), "tenths" => Parts(10),
    "elevenths" => Parts(11), "twelfths" => Parts(12), "sixteenths" => Parts(16), "twentieths" => Parts(20),
    "hundredths" => ScaleParts(2), "thousandths" => ScaleParts(3), "millionths" => ScaleParts(6),
    "billionths" => ScaleParts(9), "trillionths" => ScaleParts(12),
    "half" => Half, "halves" => Parts(2), "quarter" => Quarter, "quarters" => Parts(4),
    "dozens" => Vague(12, 0), "scores" => Vague(20, 0), "hundreds" => Vague(1, 2), "thousands" => Vague(1, 3),
    "millions" => Vague(1, 6), "billions" => Vague(1, 9), "trillions" => Vague(1, 12),
};

/// Scales written as letters behind a figure ("1.2bn"), by case where it tells.
pub static SUFFIXES: WordMap<u8> = word_map! {
    "k" => 3, "K" => 3, "bn" => 9, "Bn" => 9, "BN" => 9, "mn" => 6, "mln" => 6, "mio" => 6, "tn" => 12, "trn" => 12,
    "mil" => 6, "bil" => 9,
};

/// Letters that mean a scale behind a sum of money only ("£5m", "$10B").
pub static MONEY_SUFFIXES: WordMap<u8> = word_map! {
    "m" => 6, "M" => 6, "b" => 9, "B" => 9, "t" => 12, "T" => 12, "MM" => 6,
};
