//! Places that pairwise say the same, as groups.

/// The connected parts of the graph whose edges are `linked`. In order; each has two places or more.
pub fn groups(places: usize, linked: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let mut part: Vec<usize> = (0..places).collect();
    for i in 0..places {
        for j in i + 1..places {
            if !linked(i, j) {
                continue;
            }
            let (from, to) = (root(&part, i), root(&part, j));
            if let Some(parent) = part.get_mut(from.max(to)) {
                *parent = from.min(to);
            }
        }
    }
    let whole = |first: usize| (first..places).filter(|i| root(&part, *i) == first).collect::<Vec<usize>>();
    (0..places).map(whole).filter(|group| group.len() > 1).collect()
}

fn root(part: &[usize], mut at: usize) -> usize {
    while let Some(parent) = part.get(at).filter(|p| **p != at) {
        at = *parent;
    }
    at
}
