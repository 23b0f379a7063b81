//! The widths of a font's characters, written out one by one. A font may give one width to a range ("from 19 to 28
//! each 636", as browsers write it); the extraction knows lists only, and would set such characters on top of each other.
//! In a simple font each of its 256 characters gets one: the extraction sorts them all for each that has none.

use pdf_extract::{Dictionary, Document, Object, ObjectId};

/// The last code that a character may have.
const LAST: i64 = 0xFFFF;

/// The most widths that ranges may give in one font: each code twice.
const MOST: i64 = 2 * LAST;

/// How many characters a simple font has.
const SIMPLE: usize = 256;

pub fn write_out(file: &mut Document) {
    write_out_simple(file);
    let fonts = file.objects.iter().filter_map(|(id, object)| {
        let font = object.as_dict().ok().filter(|font| font.has(b"CIDSystemInfo"))?;
        let (_, widths) = file.dereference(font.get(b"W").ok()?).ok()?;
        Some((*id, listed(widths.as_array().ok()?)))
    });
    let fonts: Vec<(ObjectId, Vec<Object>)> = fonts.collect();
    for (id, widths) in fonts {
        if let Ok(font) = file.get_object_mut(id).and_then(Object::as_dict_mut) {
            font.set("W", widths);
        }
    }
}

fn write_out_simple(file: &mut Document) {
    let fonts = file.objects.iter().filter_map(|(id, object)| {
        let font = object.as_dict().ok().filter(|font| font.has(b"Widths"))?;
        let entry = |font: &Dictionary, key| file.dereference(font.get(key).ok()?).ok().map(|(_, value)| value.clone());
        let first = entry(font, b"FirstChar").and_then(|first| first.as_i64().ok()).unwrap_or(0);
        let given = entry(font, b"Widths")?;
        let descriptor = entry(font, b"FontDescriptor").and_then(|d| d.as_dict().ok().cloned());
        let missing =
            descriptor.and_then(|d| entry(&d, b"MissingWidth")).and_then(|w| w.as_float().ok()).unwrap_or(0.0);
        let mut widths = vec![Object::Real(missing); SIMPLE];
        for (code, width) in (first..=i64::MAX).zip(given.as_array().ok()?).take(SIMPLE) {
            let width = file.dereference(width).ok().and_then(|(_, width)| width.as_float().ok());
            let place = usize::try_from(code).ok().and_then(|code| widths.get_mut(code));
            if let (Some(place), Some(width)) = (place, width) {
                *place = Object::Real(width);
            }
        }
        Some((*id, widths))
    });
    let fonts: Vec<(ObjectId, Vec<Object>)> = fonts.collect();
    for (id, widths) in fonts {
        if let Ok(font) = file.get_object_mut(id).and_then(Object::as_dict_mut) {
            font.set("FirstChar", 0);
            font.set("LastChar", widths.len().saturating_sub(1) as i64);
            font.set("Widths", widths);
        }
    }
}

fn listed(widths: &[Object]) -> Vec<Object> {
    let mut listed = Vec::new();
    let mut rest = widths;
    let mut left = MOST;
    loop {
        match rest {
            [first, list @ Object::Array(_), more @ ..] => {
                listed.extend([first.clone(), list.clone()]);
                rest = more;
            }
            [from, to, width, more @ ..] => {
                let (start, end) = (from.as_i64().unwrap_or(1), to.as_i64().unwrap_or(0));
                let codes = 0..=LAST;
                let count = if codes.contains(&start) && codes.contains(&end) { (start..=end).count() } else { 0 };
                left = left.saturating_sub(count as i64);
                if count > 0 && left >= 0 {
                    listed.extend([from.clone(), Object::Array(vec![width.clone(); count])]);
                }
                rest = more;
            }
            _ => return listed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_become_lists() {
        let list = |widths: &[i64]| Object::Array(widths.iter().map(|w| Object::Integer(*w)).collect());
        let number = Object::Integer;
        let given = [number(3), list(&[7]), number(5), number(7), number(9), number(1), number(0), number(4)];
        assert_eq!(listed(&given), [number(3), list(&[7]), number(5), list(&[9, 9, 9])]);
        assert!(listed(&[number(0), number(i64::MAX), number(1)]).is_empty());
        assert!(listed(&[number(i64::MIN), number(1), number(1)]).is_empty());
        assert!(listed(&[number(3), number(i64::MIN), number(1)]).is_empty());
    }
}
