//! The lines of each page: characters that stand on one base line, close enough to be read on.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// A gap of more than this, in sizes of the type, is a blank; one of more than `APART` parts columns.
const BLANK: f64 = 0.15;
const APART: f64 = 3.0;

/// How far from the base line a raised or lowered character may stand.
const RAISED: f64 = 0.55;

#[derive(Debug, Default)]
pub struct Line {
    pub words: String,
    /// Where it starts, from the left, and its base line, downwards.
    pub x: f64,
    pub y: f64,
    /// Where it ends.
    pub end: f64,
    /// The size of most of its type.
    pub size: f64,
}

#[derive(Debug, Default)]
pub struct Pages {
    pub pages: Vec<Vec<Line>>,
}

impl Pages {
    fn put(&mut self, x: f64, y: f64, width: f64, size: f64, words: &str) {
        let words = spelt_out(words);
        let end = x + width * size;
        let Some(lines) = self.pages.last_mut() else { return };
        if let Some(line) = lines.last_mut() {
            let larger = line.size.max(size);
            let gap = x - line.end;
            if (y - line.y).abs() <= RAISED * larger && (-larger..=APART * larger).contains(&gap) {
                if gap > BLANK * larger {
                    line.words.push(' ');
                }
                line.words.push_str(&words);
                line.end = end;
                if size > line.size {
                    (line.size, line.y) = (size, y);
                }
                return;
            }
        }
        lines.push(Line { words, x, y, end, size });
    }
}

/// Without joined letters, soft hyphens and characters that are none.
fn spelt_out(words: &str) -> String {
    let mut spelt = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            'ﬀ' => spelt.push_str("ff"),
            'ﬁ' => spelt.push_str("fi"),
            'ﬂ' => spelt.push_str("fl"),
            'ﬃ' => spelt.push_str("ffi"),
            'ﬄ' => spelt.push_str("ffl"),
            '\u{ad}' => spelt.push('-'),
            c if c.is_control() || c.is_whitespace() => spelt.push(' '),
            c => spelt.push(c),
        }
    }
    spelt
}

impl OutputDev for Pages {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.pages.push(Vec::new());
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    /// Measured along the way the words run, whichever that is on the page.
    fn output_character(&mut self, to: &Transform, width: f64, _: f64, size: f64, c: &str) -> Result<(), OutputError> {
        let along = to.m11.hypot(to.m12);
        let scale = (to.m11 * to.m22 - to.m12 * to.m21).abs().sqrt();
        let measures = [along, scale, to.m31, to.m32, width, size];
        if along > 0.0 && measures.iter().all(|m| m.is_finite()) {
            let (cos, sin) = (to.m11 / along, to.m12 / along);
            let (x, y) = (to.m31 * cos + to.m32 * sin, to.m31 * sin - to.m32 * cos);
            self.put(x, y, width, (size * scale).abs(), c);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
