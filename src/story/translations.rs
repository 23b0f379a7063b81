//! Pages of one stem in several languages: `page.md` and `page.fr.md`, `docs/page.md` and `docs/fr/page.md`,
//! `README.md` and `README_ja.md`.

use crate::lexicon::languages::is_language;
use std::collections::BTreeMap;

/// What a path is without the code of its language, and that code, in lower case; empty where it has none.
fn stem(path: &str) -> (String, String) {
    let mut parts: Vec<&str> = path.split(['/', '\\']).collect();
    let file = parts.pop().unwrap_or_default();
    // "i18n/fr/docusaurus-plugin-content-docs/current/page.md" is "docs/page.md".
    if let ["i18n", code, plugin, "current", rest @ ..] = &parts[..]
        && plugin.starts_with("docusaurus-plugin-content-docs")
        && is_language(&code.to_lowercase(), false)
    {
        let whole: Vec<&str> = ["docs"].into_iter().chain(rest.iter().copied()).chain([file]).collect();
        return (whole.join("/"), code.to_lowercase());
    }
    if let Some((name, code)) = of_name(file) {
        let whole: Vec<&str> = parts.iter().copied().chain([name.as_str()]).collect();
        return (whole.join("/"), code);
    }
    let folder = parts.iter().position(|part| is_language(&part.to_lowercase(), false));
    let code = folder.map(|at| parts.remove(at).to_lowercase()).unwrap_or_default();
    let whole: Vec<&str> = parts.into_iter().chain([file]).collect();
    (whole.join("/"), code)
}

/// "page.fr.md", "README_ja.md", "README-zh-CN.md".
fn of_name(file: &str) -> Option<(String, String)> {
    let (rest, extension) = file.rsplit_once('.')?;
    if let Some((name, code)) = rest.rsplit_once('.').map(|(name, code)| (name, code.to_lowercase()))
        && is_language(&code, true)
    {
        return Some((format!("{name}.{extension}"), code));
    }
    let name = rest.get(..6).filter(|name| name.eq_ignore_ascii_case("readme"))?;
    let code = rest.get(7..)?.to_lowercase();
    (rest.get(6..7)?.starts_with(['-', '_']) && is_language(&code, true)).then(|| (format!("{name}.{extension}"), code))
}

/// The pages that are one page in several languages, by their place in `paths`: the original first, the one without a
/// code or in English.
pub fn translations(paths: &[&str]) -> Vec<Vec<usize>> {
    let mut by_stem: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
    for (index, path) in paths.iter().enumerate() {
        let (stem, code) = stem(path);
        by_stem.entry(stem).or_default().push((code, index));
    }
    let mut found = Vec::new();
    for mut pages in by_stem.into_values().filter(|pages| pages.len() > 1) {
        let is_english = |code: &str| code.split(['-', '_']).next() == Some("en");
        pages.sort_by_key(|(code, index)| (!code.is_empty() && !is_english(code), code.clone(), *index));
        pages.dedup_by(|a, b| a.0 == b.0);
        if pages.len() > 1 {
            found.push(pages.into_iter().map(|(_, index)| index).collect());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_one_stem() {
        let of = |paths: &[&str]| translations(paths);
        assert_eq!(of(&["docs/page.fr.md", "docs/page.md"]), [[1, 0]]);
        assert_eq!(of(&["docs/de/page.md", "docs/en/page.md", "docs/fr/page.md"]), [[1, 0, 2]]);
        assert_eq!(of(&["README.md", "README_ja.md", "README-zh-CN.md"]), [[0, 1, 2]]);
        assert_eq!(of(&["docs/a/page.md", "i18n/fr/docusaurus-plugin-content-docs/current/a/page.md"]), [[0, 1]]);
        assert_eq!(of(&["my/page.md", "page.md"]), [[0; 0]; 0]);
        assert_eq!(of(&["docs/page.v2.md", "docs/page.md", "README_old.md", "README.md"]), [[0; 0]; 0]);
    }
}
