//! Linked claims as groups: the connected parts of the graph of links.

use super::{ClaimRef, Link};
use std::collections::BTreeMap;

/// Claims about the same thing, sorted.
#[derive(Debug, Clone)]
pub struct Group {
    pub claims: Vec<ClaimRef>,
    /// Indices into the links that hold the group together.
    pub links: Vec<usize>,
}

pub fn groups(links: &[Link]) -> Vec<Group> {
    let mut parent: BTreeMap<ClaimRef, ClaimRef> = BTreeMap::new();
    for link in links {
        let (a, b) = (root(&mut parent, link.a), root(&mut parent, link.b));
        // The smaller end becomes the root, so that groups come out the same in any order of links.
        let (low, high) = (a.min(b), a.max(b));
        parent.insert(high, low);
    }
    let members: Vec<ClaimRef> = parent.keys().copied().collect();
    let mut by_root: BTreeMap<ClaimRef, Group> = BTreeMap::new();
    for member in members {
        let root = root(&mut parent, member);
        by_root.entry(root).or_insert_with(|| Group { claims: Vec::new(), links: Vec::new() }).claims.push(member);
    }
    for (index, link) in links.iter().enumerate() {
        let root = root(&mut parent, link.a);
        if let Some(group) = by_root.get_mut(&root) {
            group.links.push(index);
        }
    }
    by_root.into_values().collect()
}

fn root(parent: &mut BTreeMap<ClaimRef, ClaimRef>, of: ClaimRef) -> ClaimRef {
    let mut top = of;
    while let Some(&up) = parent.get(&top).filter(|up| **up != top) {
        top = up;
    }
    parent.insert(of, top);
    parent.entry(top).or_insert(top);
    top
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Evidence;

    #[test]
    fn links_in_any_order_give_the_same_groups() {
        let at = |document, claim| ClaimRef { document, claim };
        let link = |a, b| Link { a, b, evidence: Evidence::default() };
        let mut links = vec![link(at(0, 1), at(1, 4)), link(at(1, 4), at(2, 0)), link(at(0, 2), at(0, 3))];
        let members = |links: &[Link]| groups(links).into_iter().map(|g| g.claims).collect::<Vec<_>>();
        let forward = members(&links);
        links.reverse();
        assert_eq!(forward, members(&links));
        assert_eq!(forward, [vec![at(0, 1), at(1, 4), at(2, 0)], vec![at(0, 2), at(0, 3)]]);
    }
}
