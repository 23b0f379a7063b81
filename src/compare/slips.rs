//! Slips of the pen in figures: what is left of 4,200 when it is typed as 4,020, 420 or 4,300.

use rust_decimal::Decimal;

/// Two figures changed places, one was left out, put in or mistaken, or the scale is another.
pub fn is_slip_of_figures(a: Decimal, b: Decimal) -> bool {
    let trimmed = |digits: &[u8]| -> Vec<u8> {
        let end = digits.iter().rposition(|d| *d != b'0').map_or(0, |i| i + 1);
        digits.get(..end).unwrap_or_default().to_vec()
    };
    let scale = a.scale().max(b.scale());
    let (x, y) = (figures(a, scale), figures(b, scale));
    if trimmed(&x) == trimmed(&y) {
        // "four" is no slip for 400; "4.2 million" is for 42 million.
        return trimmed(&x).len() > 1 || a.max(b) >= a.min(b).saturating_mul(Decimal::ONE_THOUSAND);
    }
    is_misprint(&x, &y)
}

/// One of several digits is another, one is too many or too few, or they stand in another order.
pub fn is_misprint(x: &[u8], y: &[u8]) -> bool {
    let wrong = x.iter().zip(y).filter(|(m, n)| m != n).count();
    x.len() == y.len() && wrong == 1 && x.len() > 2 || one_left_out(x, y) || in_another_order(x, y)
}

/// The same digits in another order.
pub fn in_another_order(x: &[u8], y: &[u8]) -> bool {
    let sorted = |digits: &[u8]| {
        let mut digits = digits.to_vec();
        digits.sort_unstable();
        digits
    };
    x.len() > 1 && x != y && sorted(x) == sorted(y)
}

fn one_left_out(x: &[u8], y: &[u8]) -> bool {
    let (long, short) = if x.len() > y.len() { (x, y) } else { (y, x) };
    let same = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    long.len() > 3 && long.len() == short.len() + 1 && long.get(same + 1..) == short.get(same..)
}

/// The digits of a value from the first that is no zero to so many decimals.
fn figures(value: Decimal, scale: u32) -> Vec<u8> {
    let mut figures = value.mantissa().unsigned_abs().to_string().into_bytes();
    // Printing a long value with many decimals is more than a `Decimal` has room for.
    figures.extend((value.scale()..scale).map(|_| b'0'));
    figures.into_iter().skip_while(|d| *d == b'0').collect()
}

/// Two values of the same figures in another order.
pub fn changed_places(a: Decimal, b: Decimal) -> bool {
    let scale = a.scale().max(b.scale());
    in_another_order(&figures(a, scale), &figures(b, scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_figures() {
        let of = |text: &str| text.parse::<Decimal>().unwrap();
        for (a, b) in [
            ("4200", "4020"),
            ("12640", "12460"),
            ("84", "48"),
            ("4.2", "42"),
            ("3906", "390"),
            ("118.5", "118.3"),
            ("1200", "1020"),
            ("79228162514264337593543950235", "79228162514264337593543950325"),
        ] {
            assert!(is_slip_of_figures(of(a), of(b)), "{a} {b}");
        }
        for (a, b) in [
            ("4200", "3917"),
            ("7", "6"),
            ("11", "12"),
            ("2118", "640"),
            ("5100000", "0.6666666666666666666666666667"),
            ("79228162514264337593543950335", "0.0000000000000000000000000001"),
        ] {
            assert!(!is_slip_of_figures(of(a), of(b)), "{a} {b}");
        }
    }
}
