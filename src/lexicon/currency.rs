//! Currencies: ISO 4217 codes, and the small change of each as hundredths. They are
//! never converted into one another; `$` and `£` alone name a family, of which the
//! commonest member is taken and the others are allowed.

#[derive(Debug)]
pub struct Currency {
    /// ISO 4217, or the trade's own code for small change ("GBX", "USX").
    pub code: &'static str,
    /// The currency of which this is the hundredth.
    pub whole: Option<&'static Currency>,
    /// The sign alone does not tell which member of its family is meant ("$", "krona").
    pub family: Option<Family>,
}

/// Currencies that share a name or sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    Dollar,
    Pound,
    Franc,
    Rupee,
    Krone,
    Peso,
    Rial,
    Dinar,
    Shilling,
    Won,
}

const fn currency(code: &'static str) -> Currency {
    Currency { code, whole: None, family: None }
}

const fn sign(code: &'static str, family: Family) -> Currency {
    Currency { code, whole: None, family: Some(family) }
}

const fn hundredth(code: &'static str, whole: &'static Currency) -> Currency {
    Currency { code, whole: Some(whole), family: None }
}

macro_rules! currencies {
    ($($name:ident = $value:expr;)*) => {
        $(pub static $name: Currency = $value;)*
        /// All of them.
        pub static CURRENCIES: &[&Currency] = &[$(&$name),*];
    };
}

currencies! {
    DOLLAR = sign("USD", Family::Dollar);
    POUND = sign("GBP", Family::Pound);
    FRANC = sign("CHF", Family::Franc);
    RUPEE = sign("INR", Family::Rupee);
    KRONA = sign("SEK", Family::Krone);
    PESO = sign("MXN", Family::Peso);
    RIAL = sign("IRR", Family::Rial);
    DINAR = sign("KWD", Family::Dinar);
    SHILLING = sign("KES", Family::Shilling);
    WON = sign("KRW", Family::Won);
    CENT = hundredth("USX", &DOLLAR);
    PENNY = hundredth("GBX", &POUND);

    USD = currency("USD");
    EUR = currency("EUR");
    GBP = currency("GBP");
    JPY = currency("JPY");
    CNY = currency("CNY");
    AUD = currency("AUD");
    CAD = currency("CAD");
    NZD = currency("NZD");
    HKD = currency("HKD");
    SGD = currency("SGD");
    TWD = currency("TWD");
    CHF = currency("CHF");
    INR = currency("INR");
    PKR = currency("PKR");
    RUB = currency("RUB");
    KRW = currency("KRW");
    SEK = currency("SEK");
    NOK = currency("NOK");
    DKK = currency("DKK");
    ISK = currency("ISK");
    PLN = currency("PLN");
    CZK = currency("CZK");
    HUF = currency("HUF");
    RON = currency("RON");
    BGN = currency("BGN");
    UAH = currency("UAH");
    TRY = currency("TRY");
    ILS = currency("ILS");
    IRR = currency("IRR");
    SAR = currency("SAR");
    AED = currency("AED");
    QAR = currency("QAR");
    KWD = currency("KWD");
    EGP = currency("EGP");
    NGN = currency("NGN");
    KES = currency("KES");
    ZAR = currency("ZAR");
    GHS = currency("GHS");
    BRL = currency("BRL");
    MXN = currency("MXN");
    ARS = currency("ARS");
    CLP = currency("CLP");
    COP = currency("COP");
    CRC = currency("CRC");
    PHP = currency("PHP");
    IDR = currency("IDR");
    MYR = currency("MYR");
    MYX = hundredth("MYX", &MYR);
    THB = currency("THB");
    VND = currency("VND");
    LAK = currency("LAK");
    GEL = currency("GEL");
    KZT = currency("KZT");
    ESP = currency("ESP");
    DEM = currency("DEM");
    FRF = currency("FRF");
    ITL = currency("ITL");
    IEP = currency("IEP");
    XBT = currency("XBT");
}
