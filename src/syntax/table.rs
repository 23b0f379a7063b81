//! Learned weights: hashed tables of small whole numbers, read where they lie.
//!
//! A feature is a 32-bit hash. In a `Table` its low bits are a place in the table, and the weights of the
//! labels stand there one behind the other. Two features that stand near each other share
//! weights, but of different labels, so that common labels do not crowd the same places.

/// The weights of a model with `N` labels.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a, const N: usize> {
    weights: &'a [u8],
    mask: u32,
}

impl<'a, const N: usize> Table<'a, N> {
    /// `weights` are signed bytes: a power of two of places, and `N` more for the labels of the last.
    pub fn new(weights: &'a [u8]) -> Table<'a, N> {
        let places = weights.len().saturating_sub(N) as u32;
        Table { weights, mask: places.saturating_sub(1) }
    }

    /// Where the weights of a feature begin.
    pub fn place(&self, feature: u32) -> usize {
        (feature & self.mask) as usize
    }

    #[inline(always)]
    fn row(&self, feature: u32) -> Option<&'a [u8; PADDED]> {
        self.weights.get(self.place(feature)..)?.first_chunk()
    }

    /// The same where the table may end before the row does.
    fn last_row(&self, feature: u32) -> [u8; PADDED] {
        let mut out = [0; PADDED];
        let row = self.weights.get(self.place(feature)..).and_then(|r| r.first_chunk::<N>());
        if let Some((to, row)) = out.first_chunk_mut::<N>().zip(row) {
            *to = *row;
        }
        out
    }

    /// The sums of the weights of these features, for each label.
    pub fn score(&self, features: &[u32]) -> [i32; N] {
        const { assert!(N <= PADDED) };
        // In whole registers, with the weights of other labels behind the last, which nobody asks for.
        let mut sums = [0_i32; PADDED];
        let (pairs, rest) = features.as_chunks::<2>();
        for [one, other] in pairs {
            match (self.row(*one), self.row(*other)) {
                (Some(one), Some(other)) => add(&mut sums, one, other),
                _ => {
                    [one, other].into_iter().for_each(|feature| add(&mut sums, &self.last_row(*feature), &[0; PADDED]))
                }
            }
        }
        for feature in rest {
            add(&mut sums, &self.last_row(*feature), &[0; PADDED]);
        }
        sums.first_chunk().copied().unwrap_or([0; N])
    }
}

/// Weights of features that are kept apart, for a model with three labels: those of the second and third label, the first
/// being the measure. Four bytes a feature: sixteen bits of its hash, then the two weights; a feature stands at its place or
/// in the next free one. What was not learned adds nothing.
#[derive(Debug, Clone, Copy)]
pub struct Kept<'a> {
    rows: &'a [u8],
}

impl<'a> Kept<'a> {
    /// `rows` has a power of two of rows, at least one of them empty.
    pub fn new(rows: &'a [u8]) -> Kept<'a> {
        Kept { rows }
    }

    /// The row where a feature's search begins, out of `rows`, and its mark there, which is never 0.
    pub fn seat(feature: u32, rows: usize) -> (usize, u16) {
        (feature as usize & rows.saturating_sub(1), ((feature >> 16) as u16).max(1))
    }

    pub fn score(&self, features: &[u32]) -> [i32; 3] {
        let (rows, _) = self.rows.as_chunks::<4>();
        let (mut seconds, mut thirds) = (0, 0);
        for feature in features {
            let (mut seat, mark) = Kept::seat(*feature, rows.len());
            for _ in 0..rows.len() {
                let Some([low, high, second, third]) = rows.get(seat) else { break };
                let found = u16::from_le_bytes([*low, *high]);
                if found == mark {
                    seconds += widened(*second);
                    thirds += widened(*third);
                }
                if found == mark || found == 0 {
                    break;
                }
                (seat, _) = Kept::seat(seat as u32 + 1, rows.len());
            }
        }
        [0, seconds, thirds]
    }
}

/// So many labels at the most, in whole registers.
const PADDED: usize = 32;

/// Two rows at once: two squares are at most what 16 bits hold, so the processor takes many together.
#[inline(always)]
fn add(sums: &mut [i32; PADDED], one: &[u8; PADDED], other: &[u8; PADDED]) {
    // By number: the compiler then has all of them in its hands at once, which it has not behind iterators.
    for label in 0..PADDED {
        let weight = |row: &[u8; PADDED]| row.get(label).map_or(0, |root| squared(*root));
        let both = i32::from(weight(one).wrapping_add(weight(other)));
        sums.get_mut(label).into_iter().for_each(|sum| *sum += both);
    }
}

/// The same for many features: a feature has four rows to stand in, which are read at once; what finds none free was not kept.
#[derive(Debug, Clone, Copy)]
pub struct Buckets<'a> {
    buckets: &'a [[u8; BUCKET]],
}

/// Four rows of four bytes.
pub const BUCKET: usize = 16;

/// So many buckets are read before they are looked at: as many as a parser asks for in one step.
const AT_ONCE: usize = 64;

impl<'a> Buckets<'a> {
    /// `rows` has a power of two of buckets.
    pub fn new(rows: &'a [u8]) -> Buckets<'a> {
        Buckets { buckets: rows.as_chunks::<BUCKET>().0 }
    }

    pub fn score(&self, features: &[u32]) -> [i32; 3] {
        let (mut seconds, mut thirds) = (0, 0);
        for features in features.chunks(AT_ONCE) {
            // First all that are read, then what they say: they lie far apart, and so the waits for them are one.
            let mut read = [[0; BUCKET]; AT_ONCE];
            for (read, feature) in read.iter_mut().zip(features) {
                let (at, _) = Kept::seat(*feature, self.buckets.len());
                self.buckets.get(at).into_iter().for_each(|bucket| *read = *bucket);
            }
            for (bucket, feature) in read.iter().zip(features) {
                let (_, mark) = Kept::seat(*feature, self.buckets.len());
                let [_, _, second, third] = row(bucket, mark);
                seconds += widened(second);
                thirds += widened(third);
            }
        }
        [0, seconds, thirds]
    }
}

/// The row of a bucket that has this mark, or nothing but zeros. Without a branch: which rows hold a feature cannot be foreseen.
#[inline(always)]
fn row(bucket: &[u8; BUCKET], mark: u16) -> [u8; 4] {
    let mut found = 0_u32;
    for row in bucket.as_chunks::<4>().0 {
        let row = u32::from_le_bytes(*row);
        let differs = (row ^ u32::from(mark)) & 0xffff;
        // 1 where the marks are the same: only 0 is taken below itself.
        let same = (differs.wrapping_sub(1) >> 16) & 1;
        found |= row & 0_u32.wrapping_sub(same);
    }
    found.to_le_bytes()
}

/// A weight is stored as its root, so that small ones keep their digits beside large ones.
#[inline(always)]
fn widened(root: u8) -> i32 {
    i32::from(squared(root))
}

/// At most 128 squared, with its sign.
#[inline(always)]
fn squared(root: u8) -> i16 {
    let root = i16::from(root.cast_signed());
    root.wrapping_mul(root.wrapping_abs())
}

/// The label with the highest sum; of equals the first.
#[inline]
pub fn best(sums: &[i32]) -> usize {
    let mut best = 0;
    let mut highest = i32::MIN;
    for (label, sum) in sums.iter().enumerate() {
        if *sum > highest {
            (best, highest) = (label, *sum);
        }
    }
    best
}

/// Joins the parts of a feature into its hash. `template` tells features of the same parts apart.
#[inline]
pub fn feature(template: u32, a: u32, b: u32) -> u32 {
    let mut h =
        template.wrapping_mul(0x9e37_79b1) ^ a.wrapping_mul(0x85eb_ca77) ^ b.wrapping_mul(0xc2b2_ae3d).rotate_left(13);
    h ^= h >> 15;
    h = h.wrapping_mul(0x2c1b_3c6d);
    h ^= h >> 13;
    h = h.wrapping_mul(0x297a_2d39);
    h ^ (h >> 16)
}

/// The hash of letters (FNV-1a).
#[inline]
pub fn letters(text: &[u8]) -> u32 {
    text.iter().fold(0x811c_9dc5, |h, b| (h ^ u32::from(*b)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_the_best() {
        let mut weights = [0_u8; 16 + 3];
        weights[5] = 2;
        weights[6] = 255;
        weights[15] = 7;
        weights[16] = 128;
        let table: Table<'_, 3> = Table::new(&weights);
        assert_eq!(table.score(&[5]), [4, -1, 0]);
        assert_eq!(table.score(&[5 + 16, 15]), [4 + 49, -1 - 128 * 128, 0]);
        assert_eq!(best(&[9, -129, 0]), 0);
        assert_eq!(best(&[1, 3, 3]), 1);
        assert_eq!(Table::<3>::new(&[]).score(&[1, 2]), [0, 0, 0]);
    }

    #[test]
    fn features_in_buckets() {
        let mut rows = [0_u8; BUCKET * 2];
        rows[16..24].copy_from_slice(&[7, 0, 2, 255, 9, 0, 0, 3]);
        let buckets = Buckets::new(&rows);
        let (one, two, unknown) = (0x0007_0003, 0x0009_0001, 0x0008_0003);
        assert_eq!(buckets.score(&[one]), [0, 4, -1]);
        assert_eq!(buckets.score(&[one, two, unknown]), [0, 4, 8]);
        assert_eq!(Buckets::new(&[]).score(&[one]), [0, 0, 0]);
    }

    #[test]
    fn kept_features_and_unknown_ones() {
        let mut rows = [0_u8; 4 * 4];
        // Both want row 3; the second stands in the next free one, round the corner.
        let (one, two, unknown) = (0x0007_0003, 0x0009_0003, 0x0008_0003);
        rows[12..].copy_from_slice(&[7, 0, 2, 255]);
        rows[..4].copy_from_slice(&[9, 0, 0, 3]);
        let kept = Kept::new(&rows);
        assert_eq!(kept.score(&[one]), [0, 4, -1]);
        assert_eq!(kept.score(&[two]), [0, 0, 9]);
        assert_eq!(kept.score(&[one, two, unknown]), [0, 4, 8]);
        assert_eq!(Kept::new(&[]).score(&[one]), [0, 0, 0]);
    }
}
