//! Names of settings: `--fail-under`, `fail_under` and `FAIL_UNDER` are one.

/// A name of more letters is none.
const LONGEST: usize = 64;

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name {
    /// Its words in lower case, an underscore between each two.
    pub key: String,
    /// It is written as a flag.
    pub is_flag: bool,
    /// It is written as a variable of the environment, where a program's own word may stand first.
    pub is_variable: bool,
}

impl Name {
    /// The name that code gives: a flag with its short form and argument, a key, a variable.
    pub fn of(code: &str) -> Option<Name> {
        let parts = code.split([',', ' ', '|', '/']).map(str::trim);
        let flag = parts.clone().filter(|part| part.starts_with("--")).max_by_key(|part| part.len());
        if let Some(flag) = flag {
            let bare = flag.trim_start_matches('-').split(['=', '[', '<']).next().unwrap_or_default();
            return key(bare).map(|key| Name { key, is_flag: true, is_variable: false });
        }
        let bare = code.split(['=', ':', '<']).next().unwrap_or_default().trim();
        let bare = bare.trim_matches(['"', '\'', '$', '?', '*']);
        let is_variable = bare.contains('_') && !bare.contains(|c: char| c.is_ascii_lowercase());
        key(bare).map(|key| Name { key, is_flag: false, is_variable })
    }

    /// Does it say by itself which setting it is? One common word may name many.
    pub fn is_telling(&self) -> bool {
        self.key.contains('_')
    }
}

/// The words of an identifier; none for what is no identifier.
fn key(bare: &str) -> Option<String> {
    let begins = bare.starts_with(|c: char| c.is_ascii_alphabetic());
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if !begins || bare.len() > LONGEST || bare.len() < 2 || !bare.chars().all(fits) || bare.ends_with('.') {
        return None;
    }
    let mut key = String::with_capacity(bare.len());
    let mut small = false;
    for c in bare.chars() {
        if matches!(c, '_' | '-' | '.') {
            if !key.ends_with('_') {
                key.push('_');
            }
            small = false;
            continue;
        }
        if c.is_ascii_uppercase() && small {
            key.push('_');
        }
        small = c.is_ascii_lowercase() || c.is_ascii_digit();
        key.push(c.to_ascii_lowercase());
    }
    Some(key.trim_end_matches('_').to_owned())
}

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn one_name_in_many_shapes() {
        for code in ["--fail-under", "fail_under", "FAIL_UNDER", "failUnder", "-f, --fail-under <N>", "--fail-under=80"]
        {
            assert_eq!(Name::of(code).map(|n| n.key).as_deref(), Some("fail_under"), "{code}");
        }
        for code in ["run()", "80", "a b", "src/lib.rs x", "*.md", "-f", "$"] {
            assert_eq!(Name::of(code), None, "{code}");
        }
    }
}
