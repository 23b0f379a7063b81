//! Logistic regression: Newton's method with a ridge, in a fixed order, without random numbers.

/// One case: what it is weighed by (its first input is 1), what is known before, what it was, what it counts.
#[derive(Debug, Clone)]
pub struct Row {
    pub inputs: Vec<f64>,
    /// Log-odds that are given and not fitted.
    pub offset: f64,
    pub is_so: bool,
    pub weight: f64,
    pub group: String,
}

pub fn log_odds(weights: &[f64], row: &Row) -> f64 {
    row.offset + row.inputs.iter().zip(weights).map(|(x, w)| x * w).sum::<f64>()
}

/// The weights of the inputs; `ridge` says how strongly each but the first is pulled to nothing.
pub fn fit<'a>(rows: impl Iterator<Item = &'a Row>, ridge: impl Fn(usize) -> f64) -> Vec<f64> {
    let rows: Vec<&Row> = rows.collect();
    let size = rows.first().map_or(0, |r| r.inputs.len());
    let mut weights = vec![0.0; size];
    for _ in 0..25 {
        let mut gradient = vec![0.0; size];
        let mut curve = vec![vec![0.0; size]; size];
        for (i, row) in curve.iter_mut().enumerate() {
            let pull = if i == 0 { 1e-3 } else { ridge(i) };
            row[i] = pull;
            gradient[i] = -pull * weights[i];
        }
        for row in &rows {
            let p = 1.0 / (1.0 + (-log_odds(&weights, row)).exp());
            let off = f64::from(u8::from(row.is_so)) - p;
            // Most inputs are nothing.
            let inputs: Vec<(usize, f64)> = row.inputs.iter().copied().enumerate().filter(|(_, x)| *x != 0.0).collect();
            for (i, x) in &inputs {
                gradient[*i] += row.weight * off * x;
                for (j, y) in &inputs {
                    curve[*i][*j] += row.weight * p * (1.0 - p) * x * y;
                }
            }
        }
        let step = solve(curve, gradient);
        weights.iter_mut().zip(step).for_each(|(w, s)| *w += s);
    }
    weights
}

/// Gauss with the largest pivot.
fn solve(mut a: Vec<Vec<f64>>, mut b: Vec<f64>) -> Vec<f64> {
    let size = b.len();
    for i in 0..size {
        let pivot = (i..size).max_by(|x, y| a[*x][i].abs().total_cmp(&a[*y][i].abs())).unwrap();
        a.swap(i, pivot);
        b.swap(i, pivot);
        let above = a[i].clone();
        for row in i + 1..size {
            let factor = a[row][i] / above[i];
            a[row].iter_mut().zip(&above).skip(i).for_each(|(cell, above)| *cell -= factor * above);
            b[row] -= factor * b[i];
        }
    }
    let mut x = vec![0.0; size];
    for i in (0..size).rev() {
        x[i] = (b[i] - (i + 1..size).map(|j| a[i][j] * x[j]).sum::<f64>()) / a[i][i];
    }
    x
}

pub fn thousandths(weight: f64) -> i64 {
    (weight * 1000.0).round() as i64
}
