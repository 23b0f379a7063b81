//! What English calls the currencies: names, phrases, signs and codes.

use crate::lexicon::currency::{self as c, Currency};
use crate::text::{WordMap, WordSet, word_map, word_set};

/// One word, lower case, after the figure.
pub static NAMES: WordMap<&'static Currency> = word_map! {
    "dollar" => &c::DOLLAR, "dollars" => &c::DOLLAR, "buck" => &c::DOLLAR, "bucks" => &c::DOLLAR, "quid" => &c::POUND,
    "euro" => &c::EUR, "euros" => &c::EUR, "yen" => &c::JPY, "yuan" => &c::CNY, "renminbi" => &c::CNY,
    "rmb" => &c::CNY, "元" => &c::CNY, "rupee" => &c::RUPEE, "rupees" => &c::RUPEE, "franc" => &c::FRANC,
    "francs" => &c::FRANC, "ruble" => &c::RUB, "rubles" => &c::RUB, "rouble" => &c::RUB, "roubles" => &c::RUB,
    "won" => &c::WON, "krona" => &c::KRONA, "kronor" => &c::KRONA, "kronur" => &c::KRONA, "krone" => &c::KRONA,
    "kroner" => &c::KRONA, "zloty" => &c::PLN, "zlotys" => &c::PLN, "złoty" => &c::PLN, "koruna" => &c::CZK,
    "korunas" => &c::CZK, "forint" => &c::HUF, "forints" => &c::HUF, "hryvnia" => &c::UAH, "hryvnias" => &c::UAH,
    "lira" => &c::TRY, "liras" => &c::TRY, "shekel" => &c::ILS, "shekels" => &c::ILS, "rial" => &c::RIAL,
    "rials" => &c::RIAL, "riyal" => &c::RIAL, "riyals" => &c::RIAL, "dinar" => &c::DINAR, "dinars" => &c::DINAR,
    "dirham" => &c::AED, "dirhams" => &c::AED, "naira" => &c::NGN, "shilling" => &c::SHILLING,
    "shillings" => &c::SHILLING, "rand" => &c::ZAR, "cedi" => &c::GHS, "cedis" => &c::GHS, "reais" => &c::BRL,
    "peso" => &c::PESO, "pesos" => &c::PESO, "baht" => &c::THB, "dong" => &c::VND, "rupiah" => &c::IDR,
    "ringgit" => &c::MYR, "kip" => &c::LAK, "lari" => &c::GEL, "tenge" => &c::KZT, "peseta" => &c::ESP,
    "pesetas" => &c::ESP, "deutschmark" => &c::DEM, "deutschmarks" => &c::DEM, "bitcoin" => &c::XBT,
    "bitcoins" => &c::XBT, "cent" => &c::CENT, "cents" => &c::CENT, "pence" => &c::PENNY, "penny" => &c::PENNY,
};

/// Several words, lower case, one blank between two.
pub static PHRASES: WordMap<&'static Currency> = word_map! {
    "us dollar" => &c::USD, "u s dollars" => &c::USD, "us dollars" => &c::USD, "united states dollar" => &c::USD,
    "united states dollars" => &c::USD, "american dollar" => &c::USD, "american dollars" => &c::USD,
    "australian dollar" => &c::AUD, "australian dollars" => &c::AUD, "canadian dollar" => &c::CAD,
    "canadian dollars" => &c::CAD, "new zealand dollar" => &c::NZD, "new zealand dollars" => &c::NZD,
    "hong kong dollar" => &c::HKD, "hong kong dollars" => &c::HKD, "singapore dollar" => &c::SGD,
    "singapore dollars" => &c::SGD, "taiwan dollar" => &c::TWD, "taiwan dollars" => &c::TWD,
    "pound sterling" => &c::GBP, "pounds sterling" => &c::GBP, "british pound" => &c::GBP,
    "british pounds" => &c::GBP, "egyptian pound" => &c::EGP, "egyptian pounds" => &c::EGP, "chinese yuan" => &c::CNY,
    "japanese yen" => &c::JPY, "swiss franc" => &c::CHF, "swiss francs" => &c::CHF, "french franc" => &c::FRF,
    "french francs" => &c::FRF, "indian rupee" => &c::INR, "indian rupees" => &c::INR, "pakistani rupee" => &c::PKR,
    "pakistani rupees" => &c::PKR, "russian ruble" => &c::RUB, "russian rubles" => &c::RUB,
    "russian rouble" => &c::RUB, "russian roubles" => &c::RUB, "south korean won" => &c::KRW, "korean won" => &c::KRW,
    "swedish krona" => &c::SEK, "swedish kronor" => &c::SEK, "norwegian krone" => &c::NOK,
    "norwegian kroner" => &c::NOK, "danish krone" => &c::DKK, "danish kroner" => &c::DKK, "danish crowns" => &c::DKK,
    "czech koruna" => &c::CZK, "czech crown" => &c::CZK, "czech crowns" => &c::CZK, "turkish lira" => &c::TRY,
    "turkish liras" => &c::TRY, "israeli shekel" => &c::ILS, "israeli shekels" => &c::ILS, "iranian rial" => &c::IRR,
    "iranian rials" => &c::IRR, "saudi riyal" => &c::SAR, "saudi riyals" => &c::SAR, "qatari riyal" => &c::QAR,
    "qatari riyals" => &c::QAR, "kuwaiti dinar" => &c::KWD, "kuwaiti dinars" => &c::KWD,
    "south african rand" => &c::ZAR, "brazilian real" => &c::BRL, "brazilian reais" => &c::BRL,
    "mexican peso" => &c::MXN, "mexican pesos" => &c::MXN, "argentine peso" => &c::ARS, "argentine pesos" => &c::ARS,
    "chilean peso" => &c::CLP, "chilean pesos" => &c::CLP, "colombian peso" => &c::COP, "colombian pesos" => &c::COP,
    "philippine peso" => &c::PHP, "philippine pesos" => &c::PHP, "deutsche mark" => &c::DEM,
    "deutsche marks" => &c::DEM, "german mark" => &c::DEM, "german marks" => &c::DEM, "italian lira" => &c::ITL,
    "italian lire" => &c::ITL, "kenyan shilling" => &c::KES, "kenyan shillings" => &c::KES,
};

/// The words that open a phrase.
pub static OPENERS: WordSet = word_set! {
    "u",
    "american", "argentine", "australian", "brazilian", "british", "canadian", "chilean", "chinese",
    "colombian", "czech", "danish", "deutsche", "egyptian", "french", "german", "hong", "indian", "iranian",
    "israeli", "italian", "japanese", "kenyan", "korean", "kuwaiti", "mexican", "new", "norwegian",
    "pakistani", "philippine", "pound", "pounds", "qatari", "russian", "saudi", "singapore", "south",
    "swedish", "swiss", "taiwan", "turkish", "united", "us",
};

/// Signs, before or after the figure.
pub static SIGNS: WordMap<&'static Currency> = word_map! {
    "$" => &c::DOLLAR, "£" => &c::POUND, "€" => &c::EUR, "¥" => &c::JPY, "₹" => &c::RUPEE, "₩" => &c::WON,
    "₦" => &c::NGN, "₽" => &c::RUB, "₺" => &c::TRY, "₪" => &c::ILS, "₴" => &c::UAH, "฿" => &c::THB, "₫" => &c::VND,
    "₱" => &c::PHP, "₡" => &c::CRC, "₭" => &c::LAK, "₾" => &c::GEL, "₸" => &c::KZT, "₵" => &c::GHS, "₿" => &c::XBT,
};

/// Letters before a dollar sign, lower case ("US$", "hk $").
pub static BEFORE_DOLLAR: WordMap<&'static Currency> = word_map! {
    "us" => &c::USD, "u.s" => &c::USD, "usd" => &c::USD, "c" => &c::CAD, "ca" => &c::CAD, "can" => &c::CAD,
    "cad" => &c::CAD, "cdn" => &c::CAD, "a" => &c::AUD, "au" => &c::AUD, "aud" => &c::AUD, "aus" => &c::AUD,
    "nz" => &c::NZD, "nzd" => &c::NZD, "hk" => &c::HKD, "hkd" => &c::HKD, "s" => &c::SGD, "sg" => &c::SGD,
    "sgd" => &c::SGD, "nt" => &c::TWD, "twd" => &c::TWD, "mex" => &c::MXN, "mx" => &c::MXN, "mxn" => &c::MXN,
    "r" => &c::BRL, "brl" => &c::BRL,
};

/// ISO 4217 codes that may stand before or after a figure, lower case.
pub static CODES: WordMap<&'static Currency> = word_map! {
    "usd" => &c::USD, "eur" => &c::EUR, "gbp" => &c::GBP, "jpy" => &c::JPY, "cny" => &c::CNY, "aud" => &c::AUD,
    "cad" => &c::CAD, "nzd" => &c::NZD, "hkd" => &c::HKD, "sgd" => &c::SGD, "twd" => &c::TWD, "chf" => &c::CHF,
    "inr" => &c::INR, "pkr" => &c::PKR, "rub" => &c::RUB, "krw" => &c::KRW, "sek" => &c::SEK, "nok" => &c::NOK,
    "dkk" => &c::DKK, "isk" => &c::ISK, "pln" => &c::PLN, "czk" => &c::CZK, "huf" => &c::HUF, "ron" => &c::RON,
    "bgn" => &c::BGN, "uah" => &c::UAH, "try" => &c::TRY, "ils" => &c::ILS, "irr" => &c::IRR, "sar" => &c::SAR,
    "aed" => &c::AED, "qar" => &c::QAR, "kwd" => &c::KWD, "egp" => &c::EGP, "ngn" => &c::NGN, "kes" => &c::KES,
    "zar" => &c::ZAR, "ghs" => &c::GHS, "brl" => &c::BRL, "mxn" => &c::MXN, "ars" => &c::ARS, "clp" => &c::CLP,
    "cop" => &c::COP, "crc" => &c::CRC, "php" => &c::PHP, "idr" => &c::IDR, "myr" => &c::MYR, "thb" => &c::THB,
    "vnd" => &c::VND, "lak" => &c::LAK, "gel" => &c::GEL, "kzt" => &c::KZT, "rmb" => &c::CNY, "rs" => &c::RUPEE,
    "sen" => &c::MYX,
};
