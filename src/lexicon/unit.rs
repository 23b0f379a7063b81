//! Units of measure in any language: UCUM code, physical dimension and the exact
//! factor to the base units (metre, kilogram, second, kelvin, ampere, bit, radian-free degree).
//! What a unit is called in a language stands in that language's folder.
//!
//! Factors are exact by definition: the international yard and pound (1959), the
//! survey of SI and non-SI units in UCUM's own table (ucum.org, free to use), IEC 80000-13
//! for data. The pint, gallon and ton that differ between countries name their
//! `rival`, so that a comparison can allow for both.

use rust_decimal::Decimal;

/// Exponents of metre, kilogram, second, kelvin, ampere, bit, degree, and one
/// slot that keeps units without a dimension (decibel, carat of gold) apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Dimension(pub [i8; 8]);

impl Dimension {
    pub const NONE: Dimension = Dimension([0; 8]);
    pub const LENGTH: Dimension = Dimension([1, 0, 0, 0, 0, 0, 0, 0]);
    pub const AREA: Dimension = Dimension([2, 0, 0, 0, 0, 0, 0, 0]);
    pub const VOLUME: Dimension = Dimension([3, 0, 0, 0, 0, 0, 0, 0]);
    pub const MASS: Dimension = Dimension([0, 1, 0, 0, 0, 0, 0, 0]);
    pub const TIME: Dimension = Dimension([0, 0, 1, 0, 0, 0, 0, 0]);
    pub const SPEED: Dimension = Dimension([1, 0, -1, 0, 0, 0, 0, 0]);
    pub const FREQUENCY: Dimension = Dimension([0, 0, -1, 0, 0, 0, 0, 0]);
    pub const TEMPERATURE: Dimension = Dimension([0, 0, 0, 1, 0, 0, 0, 0]);
    pub const FORCE: Dimension = Dimension([1, 1, -2, 0, 0, 0, 0, 0]);
    pub const PRESSURE: Dimension = Dimension([-1, 1, -2, 0, 0, 0, 0, 0]);
    pub const ENERGY: Dimension = Dimension([2, 1, -2, 0, 0, 0, 0, 0]);
    pub const POWER: Dimension = Dimension([2, 1, -3, 0, 0, 0, 0, 0]);
    pub const CURRENT: Dimension = Dimension([0, 0, 0, 0, 1, 0, 0, 0]);
    pub const CHARGE: Dimension = Dimension([0, 0, 1, 0, 1, 0, 0, 0]);
    pub const VOLTAGE: Dimension = Dimension([2, 1, -3, 0, -1, 0, 0, 0]);
    pub const DATA: Dimension = Dimension([0, 0, 0, 0, 0, 1, 0, 0]);
    pub const DATA_RATE: Dimension = Dimension([0, 0, -1, 0, 0, 1, 0, 0]);
    pub const ANGLE: Dimension = Dimension([0, 0, 0, 0, 0, 0, 1, 0]);
    pub const DOSE: Dimension = Dimension([2, 0, -2, 0, 0, 0, 0, 0]);

    /// A dimension of its own, comparable with nothing but itself.
    const fn own(id: i8) -> Dimension {
        Dimension([0, 0, 0, 0, 0, 0, 0, id])
    }

    /// This, per one of `other`.
    pub fn per(self, other: Dimension) -> Dimension {
        let mut out = self.0;
        for (mine, theirs) in out.iter_mut().zip(other.0) {
            *mine = mine.saturating_sub(theirs);
        }
        Dimension(out)
    }
}

#[derive(Debug)]
pub struct Unit {
    /// UCUM, case-sensitive.
    pub code: &'static str,
    pub dimension: Dimension,
    /// One of it is `numerator / denominator` base units.
    pub numerator: Decimal,
    pub denominator: Decimal,
    /// Added before the factor is applied (temperatures only).
    pub offset: Decimal,
    /// The unit of the same name elsewhere.
    pub rival: Option<&'static Unit>,
}

const fn decimal(mantissa: u64, scale: u32) -> Decimal {
    Decimal::from_parts(mantissa as u32, (mantissa >> 32) as u32, 0, false, scale)
}

/// A unit of `mantissa × 10^-scale` base units.
const fn unit(code: &'static str, dimension: Dimension, mantissa: u64, scale: u32) -> Unit {
    Unit {
        code,
        dimension,
        numerator: decimal(mantissa, scale),
        denominator: Decimal::ONE,
        offset: Decimal::ZERO,
        rival: None,
    }
}

const fn rivals(unit: Unit, rival: &'static Unit) -> Unit {
    Unit { rival: Some(rival), ..unit }
}

const fn divided(unit: Unit, by: u64) -> Unit {
    Unit { denominator: decimal(by, 0), ..unit }
}

macro_rules! units {
    ($($name:ident = $value:expr;)*) => {
        $(pub static $name: Unit = $value;)*
        /// All of them.
        pub static UNITS: &[&Unit] = &[$(&$name),*];
    };
}

units! {
    // Length, in metres.
    PICOMETRE = unit("pm", Dimension::LENGTH, 1, 12);
    NANOMETRE = unit("nm", Dimension::LENGTH, 1, 9);
    MICROMETRE = unit("um", Dimension::LENGTH, 1, 6);
    MILLIMETRE = unit("mm", Dimension::LENGTH, 1, 3);
    CENTIMETRE = unit("cm", Dimension::LENGTH, 1, 2);
    DECIMETRE = unit("dm", Dimension::LENGTH, 1, 1);
    METRE = unit("m", Dimension::LENGTH, 1, 0);
    KILOMETRE = unit("km", Dimension::LENGTH, 1000, 0);
    INCH = unit("[in_i]", Dimension::LENGTH, 254, 4);
    FOOT = unit("[ft_i]", Dimension::LENGTH, 3048, 4);
    YARD = unit("[yd_i]", Dimension::LENGTH, 9144, 4);
    MILE = rivals(unit("[mi_i]", Dimension::LENGTH, 1_609_344, 3), &NAUTICAL_MILE);
    NAUTICAL_MILE = unit("[nmi_i]", Dimension::LENGTH, 1852, 0);
    FATHOM = unit("[fth_i]", Dimension::LENGTH, 18_288, 4);
    FURLONG = unit("[fur_us]", Dimension::LENGTH, 201_168, 3);
    ASTRONOMICAL_UNIT = unit("AU", Dimension::LENGTH, 149_597_870_700, 0);
    LIGHT_YEAR = unit("[ly]", Dimension::LENGTH, 9_460_730_472_580_800, 0);
    PARSEC = unit("pc", Dimension::LENGTH, 30_856_775_814_913_673, 0);

    // Area, in square metres.
    SQUARE_MILLIMETRE = unit("mm2", Dimension::AREA, 1, 6);
    SQUARE_CENTIMETRE = unit("cm2", Dimension::AREA, 1, 4);
    SQUARE_METRE = unit("m2", Dimension::AREA, 1, 0);
    SQUARE_KILOMETRE = unit("km2", Dimension::AREA, 1_000_000, 0);
    HECTARE = unit("har", Dimension::AREA, 10_000, 0);
    SQUARE_INCH = unit("[sin_i]", Dimension::AREA, 64_516, 8);
    SQUARE_FOOT = unit("[sft_i]", Dimension::AREA, 9_290_304, 8);
    SQUARE_YARD = unit("[syd_i]", Dimension::AREA, 83_612_736, 8);
    SQUARE_MILE = unit("[smi_us]", Dimension::AREA, 2_589_988_110_336, 6);
    ACRE = unit("[acr_us]", Dimension::AREA, 40_468_564_224, 7);

    // Volume, in cubic metres.
    MILLILITRE = unit("mL", Dimension::VOLUME, 1, 6);
    CENTILITRE = unit("cL", Dimension::VOLUME, 1, 5);
    DECILITRE = unit("dL", Dimension::VOLUME, 1, 4);
    LITRE = unit("L", Dimension::VOLUME, 1, 3);
    HECTOLITRE = unit("hL", Dimension::VOLUME, 1, 1);
    CUBIC_CENTIMETRE = unit("cm3", Dimension::VOLUME, 1, 6);
    CUBIC_METRE = unit("m3", Dimension::VOLUME, 1, 0);
    CUBIC_KILOMETRE = unit("km3", Dimension::VOLUME, 1_000_000_000, 0);
    CUBIC_INCH = unit("[cin_i]", Dimension::VOLUME, 16_387_064, 12);
    CUBIC_FOOT = unit("[cft_i]", Dimension::VOLUME, 28_316_846_592, 12);
    CUBIC_YARD = unit("[cyd_i]", Dimension::VOLUME, 764_554_857_984, 12);
    CUBIC_MILE = unit("[cmi_i]", Dimension::VOLUME, 4_168_181_825_440_579_584, 9);
    GALLON = rivals(unit("[gal_us]", Dimension::VOLUME, 3_785_411_784, 12), &GALLON_IMPERIAL);
    GALLON_IMPERIAL = unit("[gal_br]", Dimension::VOLUME, 454_609, 8);
    QUART = rivals(unit("[qt_us]", Dimension::VOLUME, 946_352_946, 12), &QUART_IMPERIAL);
    QUART_IMPERIAL = unit("[qt_br]", Dimension::VOLUME, 11_365_225, 10);
    PINT = rivals(unit("[pt_us]", Dimension::VOLUME, 473_176_473, 12), &PINT_IMPERIAL);
    PINT_IMPERIAL = unit("[pt_br]", Dimension::VOLUME, 56_826_125, 11);
    FLUID_OUNCE = rivals(unit("[foz_us]", Dimension::VOLUME, 295_735_295_625, 16), &FLUID_OUNCE_IMPERIAL);
    FLUID_OUNCE_IMPERIAL = unit("[foz_br]", Dimension::VOLUME, 284_130_625, 13);
    CUP = unit("[cup_us]", Dimension::VOLUME, 2_365_882_365, 13);
    TABLESPOON = unit("[tbs_us]", Dimension::VOLUME, 1_478_676_478_125, 17);
    TEASPOON = unit("[tsp_us]", Dimension::VOLUME, 492_892_159_375, 17);
    BARREL = unit("[bbl_us]", Dimension::VOLUME, 158_987_294_928, 12);
    BUSHEL = unit("[bu_us]", Dimension::VOLUME, 3_523_907_016_688, 14);
    ACRE_FOOT = unit("[acr_us].[ft_i]", Dimension::VOLUME, 123_348_183_754_752, 11);

    // Mass, in kilograms.
    MICROGRAM = unit("ug", Dimension::MASS, 1, 9);
    MILLIGRAM = unit("mg", Dimension::MASS, 1, 6);
    GRAM = unit("g", Dimension::MASS, 1, 3);
    KILOGRAM = unit("kg", Dimension::MASS, 1, 0);
    TONNE = rivals(unit("t", Dimension::MASS, 1000, 0), &SHORT_TON);
    KILOTONNE = unit("kt", Dimension::MASS, 1_000_000, 0);
    MEGATONNE = unit("Mt", Dimension::MASS, 1_000_000_000, 0);
    GIGATONNE = unit("Gt", Dimension::MASS, 1_000_000_000_000, 0);
    POUND = unit("[lb_av]", Dimension::MASS, 45_359_237, 8);
    OUNCE = rivals(unit("[oz_av]", Dimension::MASS, 28_349_523_125, 12), &TROY_OUNCE);
    TROY_OUNCE = unit("[oz_tr]", Dimension::MASS, 311_034_768, 10);
    STONE = unit("[stone_av]", Dimension::MASS, 635_029_318, 8);
    SHORT_TON = unit("[ston_av]", Dimension::MASS, 90_718_474, 5);
    LONG_TON = unit("[lton_av]", Dimension::MASS, 10_160_469_088, 7);
    // "ton" alone: metric unless the other side says otherwise.
    TON = rivals(unit("t", Dimension::MASS, 1000, 0), &TON_RIVAL);
    TON_RIVAL = rivals(unit("[ston_av]", Dimension::MASS, 90_718_474, 5), &LONG_TON);
    CARAT = unit("[car_m]", Dimension::MASS, 2, 4);
    GRAIN = unit("[gr]", Dimension::MASS, 6_479_891, 11);

    // Time, in seconds; the year is the mean Julian one.
    NANOSECOND = unit("ns", Dimension::TIME, 1, 9);
    MICROSECOND = unit("us", Dimension::TIME, 1, 6);
    MILLISECOND = unit("ms", Dimension::TIME, 1, 3);
    SECOND = unit("s", Dimension::TIME, 1, 0);
    MINUTE = unit("min", Dimension::TIME, 60, 0);
    HOUR = unit("h", Dimension::TIME, 3600, 0);
    DAY = unit("d", Dimension::TIME, 86_400, 0);
    // What a calendar counts of it depends on the week and the country.
    WORKING_DAY = unit("{working day}", Dimension::own(11), 1, 0);
    WEEK = unit("wk", Dimension::TIME, 604_800, 0);
    MONTH = unit("mo", Dimension::TIME, 2_629_800, 0);
    YEAR = unit("a", Dimension::TIME, 31_557_600, 0);
    MEGAYEAR = unit("Ma", Dimension::TIME, 31_557_600_000_000, 0);
    GIGAYEAR = unit("Ga", Dimension::TIME, 31_557_600_000_000_000, 0);

    KNOT = divided(unit("[kn_i]", Dimension::SPEED, 1852, 0), 3600);

    HERTZ = unit("Hz", Dimension::FREQUENCY, 1, 0);
    KILOHERTZ = unit("kHz", Dimension::FREQUENCY, 1000, 0);
    MEGAHERTZ = unit("MHz", Dimension::FREQUENCY, 1_000_000, 0);
    GIGAHERTZ = unit("GHz", Dimension::FREQUENCY, 1_000_000_000, 0);

    KELVIN = unit("K", Dimension::TEMPERATURE, 1, 0);
    CELSIUS = Unit { offset: decimal(27_315, 2), ..unit("Cel", Dimension::TEMPERATURE, 1, 0) };
    FAHRENHEIT =
        Unit { offset: decimal(45_967, 2), ..divided(unit("[degF]", Dimension::TEMPERATURE, 5, 0), 9) };

    NEWTON = unit("N", Dimension::FORCE, 1, 0);
    KILONEWTON = unit("kN", Dimension::FORCE, 1000, 0);
    POUND_FORCE = unit("[lbf_av]", Dimension::FORCE, 44_482_216_152_605, 13);

    PASCAL = unit("Pa", Dimension::PRESSURE, 1, 0);
    HECTOPASCAL = unit("hPa", Dimension::PRESSURE, 100, 0);
    KILOPASCAL = unit("kPa", Dimension::PRESSURE, 1000, 0);
    MEGAPASCAL = unit("MPa", Dimension::PRESSURE, 1_000_000, 0);
    GIGAPASCAL = unit("GPa", Dimension::PRESSURE, 1_000_000_000, 0);
    BAR = unit("bar", Dimension::PRESSURE, 100_000, 0);
    MILLIBAR = unit("mbar", Dimension::PRESSURE, 100, 0);
    ATMOSPHERE = unit("atm", Dimension::PRESSURE, 101_325, 0);
    PSI = unit("[psi]", Dimension::PRESSURE, 6_894_757_293_168_361, 12);
    MILLIMETRE_OF_MERCURY = unit("mm[Hg]", Dimension::PRESSURE, 133_322_387_415, 9);

    JOULE = unit("J", Dimension::ENERGY, 1, 0);
    KILOJOULE = unit("kJ", Dimension::ENERGY, 1000, 0);
    MEGAJOULE = unit("MJ", Dimension::ENERGY, 1_000_000, 0);
    GIGAJOULE = unit("GJ", Dimension::ENERGY, 1_000_000_000, 0);
    TERAJOULE = unit("TJ", Dimension::ENERGY, 1_000_000_000_000, 0);
    SMALL_CALORIE = unit("cal", Dimension::ENERGY, 4184, 3);
    CALORIE = unit("[Cal]", Dimension::ENERGY, 4184, 0);
    WATT_HOUR = unit("W.h", Dimension::ENERGY, 3600, 0);
    KILOWATT_HOUR = unit("kW.h", Dimension::ENERGY, 3_600_000, 0);
    MEGAWATT_HOUR = unit("MW.h", Dimension::ENERGY, 3_600_000_000, 0);
    GIGAWATT_HOUR = unit("GW.h", Dimension::ENERGY, 3_600_000_000_000, 0);
    TERAWATT_HOUR = unit("TW.h", Dimension::ENERGY, 3_600_000_000_000_000, 0);
    BTU = unit("[Btu_IT]", Dimension::ENERGY, 105_505_585_262, 8);
    ELECTRONVOLT = unit("eV", Dimension::ENERGY, 1_602_176_634, 28);
    KILOELECTRONVOLT = unit("keV", Dimension::ENERGY, 1_602_176_634, 25);
    MEGAELECTRONVOLT = unit("MeV", Dimension::ENERGY, 1_602_176_634, 22);
    GIGAELECTRONVOLT = unit("GeV", Dimension::ENERGY, 1_602_176_634, 19);

    MILLIWATT = unit("mW", Dimension::POWER, 1, 3);
    WATT = unit("W", Dimension::POWER, 1, 0);
    KILOWATT = unit("kW", Dimension::POWER, 1000, 0);
    MEGAWATT = unit("MW", Dimension::POWER, 1_000_000, 0);
    GIGAWATT = unit("GW", Dimension::POWER, 1_000_000_000, 0);
    TERAWATT = unit("TW", Dimension::POWER, 1_000_000_000_000, 0);
    HORSEPOWER = rivals(unit("[HP]", Dimension::POWER, 74_569_987_158_227, 11), &METRIC_HORSEPOWER);
    METRIC_HORSEPOWER = unit("[HP_M]", Dimension::POWER, 73_549_875, 5);

    MILLIAMPERE = unit("mA", Dimension::CURRENT, 1, 3);
    AMPERE = unit("A", Dimension::CURRENT, 1, 0);
    MILLIAMPERE_HOUR = unit("mA.h", Dimension::CHARGE, 36, 1);
    AMPERE_HOUR = unit("A.h", Dimension::CHARGE, 3600, 0);
    MILLIVOLT = unit("mV", Dimension::VOLTAGE, 1, 3);
    VOLT = unit("V", Dimension::VOLTAGE, 1, 0);
    KILOVOLT = unit("kV", Dimension::VOLTAGE, 1000, 0);

    BIT = unit("bit", Dimension::DATA, 1, 0);
    KILOBIT = unit("kbit", Dimension::DATA, 1000, 0);
    MEGABIT = unit("Mbit", Dimension::DATA, 1_000_000, 0);
    GIGABIT = unit("Gbit", Dimension::DATA, 1_000_000_000, 0);
    BYTE = unit("By", Dimension::DATA, 8, 0);
    KILOBYTE = rivals(unit("kBy", Dimension::DATA, 8000, 0), &KIBIBYTE);
    MEGABYTE = rivals(unit("MBy", Dimension::DATA, 8_000_000, 0), &MEBIBYTE);
    GIGABYTE = rivals(unit("GBy", Dimension::DATA, 8_000_000_000, 0), &GIBIBYTE);
    TERABYTE = rivals(unit("TBy", Dimension::DATA, 8_000_000_000_000, 0), &TEBIBYTE);
    PETABYTE = unit("PBy", Dimension::DATA, 8_000_000_000_000_000, 0);
    KIBIBYTE = unit("KiBy", Dimension::DATA, 8192, 0);
    MEBIBYTE = unit("MiBy", Dimension::DATA, 8_388_608, 0);
    GIBIBYTE = unit("GiBy", Dimension::DATA, 8_589_934_592, 0);
    TEBIBYTE = unit("TiBy", Dimension::DATA, 8_796_093_022_208, 0);
    KILOBIT_PER_SECOND = unit("kbit/s", Dimension::DATA_RATE, 1000, 0);
    MEGABIT_PER_SECOND = unit("Mbit/s", Dimension::DATA_RATE, 1_000_000, 0);
    GIGABIT_PER_SECOND = unit("Gbit/s", Dimension::DATA_RATE, 1_000_000_000, 0);

    DEGREE = unit("deg", Dimension::ANGLE, 1, 0);
    ARCMINUTE = divided(unit("'", Dimension::ANGLE, 1, 0), 60);
    ARCSECOND = divided(unit("''", Dimension::ANGLE, 1, 0), 3600);

    GRAY = unit("Gy", Dimension::DOSE, 1, 0);
    SIEVERT = unit("Sv", Dimension::DOSE, 1, 0);
    MILLISIEVERT = unit("mSv", Dimension::DOSE, 1, 3);
    BECQUEREL = unit("Bq", Dimension::own(2), 1, 0);
    DECIBEL = unit("dB", Dimension::own(1), 1, 0);
    MOLE = unit("mol", Dimension::own(3), 1, 0);
    LUMEN = unit("lm", Dimension::own(4), 1, 0);
    PARTS_PER_MILLION = unit("[ppm]", Dimension::own(5), 1, 0);
    PARTS_PER_BILLION = unit("[ppb]", Dimension::own(5), 1, 3);
    MEGAPIXEL = unit("{Mpx}", Dimension::own(6), 1, 0);
    REVOLUTIONS_PER_MINUTE = unit("{rpm}", Dimension::own(7), 1, 0);
    OHM = unit("Ohm", Dimension::own(8), 1, 0);

    PERCENT = unit("%", Dimension::own(9), 1, 0);
    PERCENTAGE_POINT = unit("%{points}", Dimension::own(10), 1, 0);
    BASIS_POINT = unit("{basis points}", Dimension::own(10), 1, 2);
}
